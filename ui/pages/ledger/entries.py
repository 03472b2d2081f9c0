"""The entries of the ledger, newest first: the day, what it was, how long, and what was learnt."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from mentorjournal.model.ids import EntryId
from mentorjournal.model.ledger import LedgerEntry
from mentorjournal.model.wording import hours_short
from ui.pages.ledger.sums import capital
from ui.theme.theme import Theme
from ui.theme.veil import Veil
from ui.widgets.date_field import day_words
from ui.widgets.list_view import Delegate, ListView

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
_LINE, _MORE, _EDGE = 22, 19, 8
_DAY, _KIND, _TIME = 104, 168, 96
_LOWEST = 210


class EntryModel(QAbstractListModel):
    def __init__(self, parent: QObject, veil: Veil) -> None:
        super().__init__(parent)
        self._veil = veil
        self._entries: tuple[LedgerEntry, ...] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return self._said(entry)
        return None

    def show_entries(self, entries: Sequence[LedgerEntry]) -> None:
        if tuple(entries) != self._entries:
            self.beginResetModel()
            self._entries = tuple(entries)
            self.endResetModel()

    def place_of(self, id: EntryId) -> int | None:
        return next((place for place, one in enumerate(self._entries) if one.id == id), None)

    def about(self, entry: LedgerEntry) -> str:
        """How and with whom, as far as the ledger knows."""
        parts = [entry.mode.label] if entry.mode is not None else []
        if entry.relationship is not None:
            parts.append(self.tr("relationship {number}").format(number=entry.relationship))
        return "  ·  ".join(parts)

    def lines(self, entry: LedgerEntry) -> list[str]:
        """What stands beneath: what was learnt, and how it was applied."""
        lines = [" ".join(entry.learning.split())] if entry.learning else []
        if entry.how_applied:
            applied = " ".join(entry.how_applied.split())
            lines.append(self.tr("Applied: {how}").format(how=applied))
        return lines

    def _said(self, entry: LedgerEntry) -> str:
        day = day_words(entry.day, QLocale())
        told = (day, capital(entry.kind.label), hours_short(entry.minutes), self.about(entry))
        lines = self.lines(entry)
        if lines and self._veil.drawn:
            lines = [self.tr("Veiled")]
        return ", ".join(filter(None, (*told, *lines)))


class EntryList(ListView):
    """Enter or a double click opens an entry, Delete deletes it."""

    opened = Signal(object)
    removed = Signal(object)
    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Entries of the ledger"))
        self._entries = EntryModel(self, theme.veil)
        self.setModel(self._entries)
        self.setItemDelegate(_EntryDelegate(theme, self._entries, self))
        self.doubleClicked.connect(self._open)
        self.selectionModel().selectionChanged.connect(self.chosen)
        theme.changed.connect(self._measure)
        self._measure()

    def show_entries(self, entries: Sequence[LedgerEntry]) -> None:
        here = self.selected()
        self._entries.show_entries(entries)
        if here is not None:
            self.select(here)

    def select(self, id: EntryId) -> None:
        place = self._entries.place_of(id)
        if place is not None:
            self.setCurrentIndex(self._entries.index(place))

    def selected(self) -> EntryId | None:
        indexes = self.selectedIndexes()
        return indexes[0].data(ENTRY).id if indexes else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = self.selected()
        if chosen is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(chosen)
        elif chosen is not None and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(chosen)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _open(self) -> None:
        if (chosen := self.selected()) is not None:
            self.opened.emit(chosen)

    @Slot()
    def _measure(self) -> None:
        self.setMinimumHeight(self._theme.px(_LOWEST))


class _EntryDelegate(Delegate):
    def __init__(self, theme: Theme, entries: EntryModel, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._entries = entries

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        more = len(self._entries.lines(index.data(ENTRY)))
        return QSize(self.theme.px(200), self.theme.px(2 * _EDGE + _LINE + more * _MORE))

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: LedgerEntry = index.data(ENTRY)
        px = self.theme.px
        box = QRectF(option.rect).adjusted(px(2), px(1), -px(2), -px(1))
        self.draw_state(painter, option, box)
        self.draw_words(
            painter, self._cell(option, 0, _DAY), day_words(entry.day, option.locale), "body", "text2"
        )
        self.draw_words(painter, self._cell(option, _DAY, _KIND), capital(entry.kind.label), "body_strong")
        self.draw_words(painter, self._cell(option, _DAY + _KIND, _TIME), hours_short(entry.minutes), "body")
        about = self._cell(option, _DAY + _KIND + _TIME, None)
        self.draw_words(painter, about, self._entries.about(entry), "small", "text3")
        for number, words in enumerate(self._entries.lines(entry)):
            line = self._cell(option, _DAY, None).translated(0, px(_LINE + number * _MORE))
            self.draw_words(painter, line, words, "small", "text2" if number == 0 else "text3", private=True)

    def _cell(self, option: QStyleOptionViewItem, start: int, width: int | None) -> QRectF:
        """A place on the first line, from the side where one begins to read."""
        px = self.theme.px
        room = QRectF(option.rect).adjusted(px(12), px(_EDGE), -px(12), 0)
        wide = room.width() - px(start) if width is None else px(width - 8)
        right_to_left = option.direction == Qt.LayoutDirection.RightToLeft
        left = room.right() - px(start) - wide if right_to_left else room.left() + px(start)
        return QRectF(left, room.top(), max(wide, 0), px(_LINE))
