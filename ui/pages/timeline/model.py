"""The rows of the timeline, newest first, each found by its place or its id."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QDate, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from mentorjournal.model.ids import EntryId
from mentorjournal.model.timeline import TimelineRow
from ui.theme.veil import Veil

ROW = Qt.ItemDataRole.UserRole
"""The TimelineRow itself."""

STARTS_MONTH = Qt.ItemDataRole.UserRole + 1
"""Whether the month's header stands above this row."""

Index = QModelIndex | QPersistentModelIndex


class TimelineModel(QAbstractListModel):
    """Rows as the presenter hands them over; it never reads a journal."""

    def __init__(self, parent: QObject | None = None, *, veil: Veil | None = None) -> None:
        super().__init__(parent)
        self._veil = veil or Veil(self)
        self._rows: list[TimelineRow] = []
        self._places: dict[EntryId, int] = {}

    def set_rows(self, rows: Sequence[TimelineRow]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self._places = {row.id: row.place for row in rows}
        self.endResetModel()

    def append(self, rows: Sequence[TimelineRow]) -> None:
        new = [row for row in rows if row.id not in self._places]
        if not new:
            return
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
        self._rows.extend(new)
        self._places.update((row.id, row.place) for row in new)
        self.endInsertRows()

    def put(self, row: TimelineRow) -> None:
        """Show the row where it belongs now, whether it was there before, elsewhere or not at all."""
        known = self.position(row.id)
        if known is not None and self._rows[known].place == row.place:
            if self._rows[known] != row:
                self._rows[known] = row
                self.dataChanged.emit(self.index(known), self.index(known))
            return
        if known is not None:
            self.drop(row.id)
        position = self._position_of(row.place)
        self.beginInsertRows(QModelIndex(), position, position)
        self._rows.insert(position, row)
        self._places[row.id] = row.place
        self.endInsertRows()
        self._neighbours_changed(position)

    def drop(self, id: EntryId) -> None:
        position = self.position(id)
        if position is None:
            return
        self.beginRemoveRows(QModelIndex(), position, position)
        del self._rows[position]
        del self._places[id]
        self.endRemoveRows()
        self._neighbours_changed(position - 1)

    def position(self, id: EntryId) -> int | None:
        place = self._places.get(id)
        return None if place is None else self._position_of(place)

    def row_at(self, position: int) -> TimelineRow | None:
        return self._rows[position] if 0 <= position < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == ROW:
            return row
        if role == STARTS_MONTH:
            return self.starts_month(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._veil.words(row.title, private=True) or self.kind_name(row)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self._spoken(row)
        return None

    def kind_name(self, row: TimelineRow) -> str:
        return row.kind.label

    def _spoken(self, row: TimelineRow) -> str:
        day = QLocale().toString(qt_day(row.day), QLocale.FormatType.LongFormat)
        if self._veil.drawn:
            return self.tr("{kind}, {day}. Veiled.").format(kind=self.kind_name(row), day=day)
        words = self.tr("{kind}, {day}. {title}. {opening}")
        return words.format(kind=self.kind_name(row), day=day, title=row.title, opening=row.opening).rstrip(
            ". "
        )

    def starts_month(self, position: int) -> bool:
        """Whether the row is the first of its month, so that the header stands above it."""
        if position == 0:
            return True
        here, above = self._rows[position].day, self._rows[position - 1].day
        return here.month != above.month or here.year != above.year

    def _position_of(self, place: int) -> int:
        return bisect_left(self._rows, -place, key=lambda row: -row.place)

    def _neighbours_changed(self, position: int) -> None:
        """The month's header may have moved to or from the row below."""
        below = position + 1
        if 0 <= below < len(self._rows):
            self.dataChanged.emit(self.index(below), self.index(below), [STARTS_MONTH])


def qt_day(day: date) -> QDate:
    """The day as Qt words it."""
    return QDate(day.year, day.month, day.day)
