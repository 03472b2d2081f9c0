"""The versions of an entry by the moment at which they were written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import (
    QDate,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTime,
    Signal,
)
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from mentorjournal.model.ids import RevisionId
from mentorjournal.model.revision import RevisionRow
from ui.theme.theme import Theme
from ui.widgets.list_view import Delegate, ListView

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 48


class VersionList(ListView):
    """Emits *chosen* with a version's id as the writer walks."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._items = QStandardItemModel(self)
        self._led = False
        self.setModel(self._items)
        self.setItemDelegate(_Delegate(theme, self))
        self.setAccessibleName(self.tr("Versions"))

    def show_rows(self, rows: Sequence[RevisionRow], today: date) -> None:
        self._led = True
        self._items.clear()
        for row in rows:
            item = QStandardItem(self._moment(row.moment, today))
            item.setEditable(False)
            item.setData(row, ROW)
            item.setData(f"{item.text()}, {self._words(row)}", Qt.ItemDataRole.AccessibleTextRole)
            item.setData(self._words(row), ROW + 1)
            self._items.appendRow(item)
        self._led = False

    def choose(self, id: RevisionId) -> None:
        for place in range(self._items.rowCount()):
            index = self._items.index(place, 0)
            if index.data(ROW).id == id:
                self._led = True
                self.setCurrentIndex(index)
                self._led = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = current.data(ROW) if current.isValid() else None
        if row is not None and not self._led:
            self.chosen.emit(row.id)

    def _words(self, row: RevisionRow) -> str:
        count = self.locale().toString(row.words)
        return self.tr("1 word") if row.words == 1 else self.tr("{count} words").format(count=count)

    def _moment(self, moment: datetime, today: date) -> str:
        """“today 10:42”, “3 Mar 10:42”, “3 Mar 2025”: in the writer's own zone of then."""
        locale = self.locale()
        clock = QTime(moment.hour, moment.minute)
        time = locale.toString(clock, QLocale.FormatType.ShortFormat)
        if moment.date() == today:
            return self.tr("today {time}").format(time=time)
        if moment.date() == today - timedelta(days=1):
            return self.tr("yesterday {time}").format(time=time)
        day = QDate(moment.year, moment.month, moment.day)
        if moment.year == today.year:
            said = locale.toString(day, "d MMM")
            return self.tr("{day}, {time}").format(day=said, time=time)
        return locale.toString(day, "d MMM yyyy")


class _Delegate(Delegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.theme.px(160), self.theme.px(ROW_HEIGHT))

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px = self.theme.px
        self.draw_state(painter, option, QRectF(option.rect).adjusted(px(8), 1, -px(8), -1))
        room = QRectF(option.rect).adjusted(px(20), px(5), -px(16), -px(5))
        half = room.height() / 2
        upper = QRectF(room.left(), room.top(), room.width(), half)
        self.draw_words(painter, upper, str(index.data()), "body_strong", "text")
        self.draw_words(painter, upper.translated(0, half), str(index.data(ROW + 1)), "small", "text3")
