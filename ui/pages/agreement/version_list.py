"""The versions of the agreement, each with its day and the clauses that changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from mentorjournal.model.ids import EntryId
from ui.pages.agreement.contract import VersionRow
from ui.pages.agreement.wording import day_words
from ui.theme.theme import Theme
from ui.widgets.list_view import Delegate, ListView

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 84


class VersionList(ListView):
    """Emits *chosen* with a version's id as the writer walks."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._items = QStandardItemModel(self)
        self._rows: tuple[VersionRow, ...] = ()
        self._led = False
        self.setModel(self._items)
        self.setItemDelegate(_Delegate(theme, self))
        self.setAccessibleName(self.tr("Versions of the agreement"))

    def show_rows(self, rows: Sequence[VersionRow], chosen: EntryId) -> None:
        self._led = True
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self._items.clear()
            for row in rows:
                item = QStandardItem(self.tr("Version {version}").format(version=row.version))
                item.setEditable(False)
                item.setData(row, ROW)
                item.setData(self._when(row), ROW + 1)
                item.setData(self._changed(row), ROW + 2)
                said = ", ".join((item.text(), self._when(row), self._changed(row)))
                item.setData(said, Qt.ItemDataRole.AccessibleTextRole)
                item.setToolTip(self._changed(row))
                self._items.appendRow(item)
        for place, row in enumerate(self._rows):
            if row.id == chosen and self.currentIndex().row() != place:
                self.setCurrentIndex(self._items.index(place, 0))
        self._led = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = current.data(ROW) if current.isValid() else None
        if row is not None and not self._led:
            self.chosen.emit(row.id)

    def _when(self, row: VersionRow) -> str:
        words = self.tr("{day}, holds now") if row.holds else self.tr("{day}")
        return words.format(day=day_words(row.on))

    def _changed(self, row: VersionRow) -> str:
        if row.first:
            return self.tr("the first one")
        if not row.changed:
            return self.tr("no clause changed")
        names = ", ".join(key.label for key in row.changed)
        return self.tr("changed: {clauses}").format(clauses=names)


class _Delegate(Delegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.theme.px(160), self.theme.px(ROW_HEIGHT))

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px = self.theme.px
        self.draw_state(painter, option, QRectF(option.rect).adjusted(px(8), 1, -px(8), -1))
        room = QRectF(option.rect).adjusted(px(20), px(7), -px(16), -px(5))
        line = QRectF(room.left(), room.top(), room.width(), px(20))
        self.draw_words(painter, line, str(index.data()), "body_strong", "text")
        line.translate(0, px(19))
        self.draw_words(painter, line, str(index.data(ROW + 1)), "small", "text2")
        words = QRectF(room.left(), line.bottom(), room.width(), room.bottom() - line.bottom())
        self.draw_clamped(painter, words, str(index.data(ROW + 2)), "small", "text3", lines=2)
