"""What was rated before, by day, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from mentorjournal.model.ids import EntryId
from mentorjournal.model.rating import Rating
from ui.theme.theme import Theme
from ui.widgets.date_field import day_words
from ui.widgets.list_view import Delegate, ListView

Index = QModelIndex | QPersistentModelIndex
RATING = Qt.ItemDataRole.UserRole
_ROW, _MOST_SHOWN = 32, 6


class EarlierRatings(ListView):
    """Enter or a click opens one. Emits *chosen* with its id."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._theme = theme
        self._given: tuple[Rating, ...] = ()
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setItemDelegate(_Delegate(theme, self))
        self.setAccessibleName(self.tr("Earlier ratings"))
        self.clicked.connect(self._clicked)
        theme.changed.connect(self._measure)
        theme.veil.changed.connect(self._say)

    def show_ratings(self, given: Sequence[Rating], opened: EntryId | None) -> None:
        if tuple(given) != self._given:
            self._given = tuple(given)
            self._fill()
        place = next((n for n, rating in enumerate(given) if rating.id == opened), None)
        if place is None:
            self.clearSelection()
        else:
            self.setCurrentIndex(self._items.index(place, 0))

    def _fill(self) -> None:
        self._items.clear()
        for rating in self._given:
            item = QStandardItem(day_words(rating.day, self.locale()))
            item.setData(rating, RATING)
            item.setEditable(False)
            self._items.appendRow(item)
        self._say()
        self._measure()

    @Slot()
    def _say(self) -> None:
        """What screen readers read of each."""
        for place, rating in enumerate(self._given):
            item = self._items.item(place)
            note = self._theme.veil.words(" ".join(rating.note.split()), private=True)
            spoken = f"{item.text()}, {values_words(rating)}" + (f", {note}" if note else "")
            item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._clicked(self.currentIndex())
            return
        super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        rating = index.data(RATING)
        if rating is not None:
            self.chosen.emit(rating.id)

    @Slot()
    def _measure(self) -> None:
        rows = min(max(len(self._given), 1), _MOST_SHOWN)
        self.setFixedHeight(self._theme.px(_ROW) * rows + 4)


def values_words(rating: Rating) -> str:
    """“7 · 4 · – · 9”: the values in the order of the lines."""
    return " · ".join("–" if value is None else str(value) for value in rating.values)


class _Delegate(Delegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.theme.px(200), self.theme.px(_ROW))

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rating: Rating = index.data(RATING)
        px = self.theme.px
        self.draw_state(painter, option, QRectF(option.rect).adjusted(1, 1, -1, -1))
        room = QRectF(option.rect).adjusted(px(10), 0, -px(10), 0)
        day, values = room.adjusted(0, 0, 0, 0), room.adjusted(px(108), 0, 0, 0)
        day.setWidth(px(100))
        values.setWidth(px(230))
        self.draw_words(painter, day, str(index.data()), "body", "text")
        used = self.draw_words(painter, values, values_words(rating), "small", "text2")
        note = room.adjusted(px(108) + used + px(16), 0, 0, 0)
        self.draw_words(painter, note, " ".join(rating.note.split()), "small", "text3", private=True)
