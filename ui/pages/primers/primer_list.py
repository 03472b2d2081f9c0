"""The primers by title, each with its minutes and a mark once it was read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from ui.pages.primers.contract import PrimerRow
from ui.theme.theme import Theme
from ui.widgets.list_view import Delegate, ListView

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 48


class PrimerList(ListView):
    """Emits *chosen* with a primer's id as the reader walks, *entered* when they want to read it."""

    chosen = Signal(str)
    entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._items = QStandardItemModel(self)
        self._led = False
        self.setModel(self._items)
        self.setItemDelegate(_Delegate(theme, self))
        self.setAccessibleName(self.tr("Primers"))

    def show_rows(self, rows: Sequence[PrimerRow], chosen: str) -> None:
        self._led = True
        for place, row in enumerate(rows):
            item = self._items.item(place, 0) if place < self._items.rowCount() else None
            if item is None:
                item = QStandardItem()
                item.setEditable(False)
                self._items.appendRow(item)
            item.setText(row.title)
            item.setData(row, ROW)
            item.setData(self._told(row), ROW + 1)
            item.setData(f"{row.title}, {self._told(row)}", Qt.ItemDataRole.AccessibleTextRole)
            if row.id == chosen:
                self.setCurrentIndex(item.index())
        self._led = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = current.data(ROW) if current.isValid() else None
        if row is not None and not self._led:
            self.chosen.emit(row.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _told(self, row: PrimerRow) -> str:
        minutes = (
            self.tr("1 minute")
            if row.minutes == 1
            else self.tr("{count} minutes").format(count=self.locale().toString(row.minutes))
        )
        #: how long a text takes to read, once it was read
        return self.tr("{minutes}, read").format(minutes=minutes) if row.read else minutes


class _Delegate(Delegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.theme.px(160), self.theme.px(ROW_HEIGHT))

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px = self.theme.px
        self.draw_state(painter, option, QRectF(option.rect).adjusted(px(8), 1, -px(8), -1))
        room = QRectF(option.rect).adjusted(px(20), px(5), -px(38), -px(5))
        half = room.height() / 2
        upper = QRectF(room.left(), room.top(), room.width(), half)
        self.draw_words(painter, upper, str(index.data()), "body_strong", "text")
        self.draw_words(painter, upper.translated(0, half), str(index.data(ROW + 1)), "small", "text3")
        if index.data(ROW).read:
            right_to_left = option.direction == Qt.LayoutDirection.RightToLeft
            x = option.rect.left() + px(18) if right_to_left else option.rect.right() - px(34)
            self.draw_icon(painter, x, room.center().y() - px(8), "check", "accent_text", 16)
