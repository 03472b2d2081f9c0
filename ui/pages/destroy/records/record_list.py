"""The records by codename, with day, role and kind below each."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem

from mentorjournal.model.closure import DestructionRecord
from ui.theme.theme import Theme
from ui.widgets.date_field import day_words
from ui.widgets.list_view import Delegate, ListView

Index = QModelIndex | QPersistentModelIndex
ID = Qt.ItemDataRole.UserRole
BELOW = ID + 1
ROW_HEIGHT, MOST_ROWS = 48, 5


class RecordList(ListView):
    """Emits *chosen* with a record's id as the writer walks."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "")
        self._theme = theme
        self._items = QStandardItemModel(self)
        self._led = False
        self.setModel(self._items)
        self.setItemDelegate(_Delegate(theme, self))
        self.setAccessibleName(self.tr("Destruction records"))
        theme.changed.connect(self._fit)

    def show_records(self, records: Mapping[str, DestructionRecord], chosen: str) -> None:
        self._led = True
        self._items.clear()
        for id, record in records.items():
            item = QStandardItem(record.codename)
            item.setEditable(False)
            item.setData(id, ID)
            below = "  ·  ".join(
                (day_words(record.destroyed_on, self.locale()), record.role.label, record.type.label)
            )
            item.setData(below, BELOW)
            item.setData(f"{record.codename}, {below}", Qt.ItemDataRole.AccessibleTextRole)
            self._items.appendRow(item)
            if id == chosen:
                self.setCurrentIndex(item.index())
        self._led = False
        self._fit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self._led:
            self.chosen.emit(str(current.data(ID)))

    @Slot()
    def _fit(self) -> None:
        rows = min(max(self._items.rowCount(), 1), MOST_ROWS)
        self.setFixedHeight(self._theme.px(ROW_HEIGHT) * rows + 4)


class _Delegate(Delegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.theme.px(160), self.theme.px(ROW_HEIGHT))

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px = self.theme.px
        self.draw_state(painter, option, QRectF(option.rect).adjusted(0, 1, 0, -1))
        room = QRectF(option.rect).adjusted(px(12), px(5), -px(12), -px(5))
        half = room.height() / 2
        upper = QRectF(room.left(), room.top(), room.width(), half)
        self.draw_words(painter, upper, str(index.data()), "body_strong", "text")
        self.draw_words(painter, upper.translated(0, half), str(index.data(BELOW)), "small", "text3")
