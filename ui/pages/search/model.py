"""The rows of a search: a heading for each journal and a row for each hit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QDate, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from mentorjournal.model.timeline import Hit
from mentorjournal.model.words import EntryKind
from ui.pages.search.presenter import Group
from ui.theme.veil import Veil

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Row:
    """What the delegate paints. A heading has no *hit*."""

    text: str
    journal: str
    hit: Hit | None = None
    kind: str = ""
    day: str = ""
    count: str = ""


class FoundModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None, *, veil: Veil | None = None) -> None:
        super().__init__(parent)
        self._veil = veil or Veil(self)
        self._rows: list[Row] = []

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Take the rows of a better answer; nothing moves when it is the same."""
        rows: list[Row] = []
        for group in groups:
            rows.append(Row(group.codename, group.journal, count=QLocale().toString(len(group.hits))))
            rows.extend(self._row(group.journal, hit) for hit in group.hits)
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def clear(self) -> None:
        self.show_groups(())

    def row_at(self, place: int) -> Row:
        return self._rows[place]

    def place_of(self, row: Row | None) -> int | None:
        """Where the hit of *row* stands now."""
        if row is None or row.hit is None:
            return None
        for place, other in enumerate(self._rows):
            if other.hit and other.journal == row.journal and other.hit.id == row.hit.id:
                return place
        return None

    def hits(self) -> list[int]:
        """The places that can be chosen."""
        return [place for place, row in enumerate(self._rows) if row.hit]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].hit is None:
            return Qt.ItemFlag.NoItemFlags
        enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return enabled | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text if row.hit is None else self._veil.words(row.text, private=True)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if row.hit is None:
                return self.tr("{codename}, {count} found").format(codename=row.text, count=row.count)
            if self._veil.drawn:
                return self.tr("{kind}, {day}. Veiled.").format(kind=row.kind, day=row.day)
            parts = (row.kind, row.day, row.text, row.hit.plain_snippet)
            return ", ".join(part for part in parts if part)
        return None

    def _row(self, journal: str, hit: Hit) -> Row:
        kind = self._kind(hit.kind)
        return Row(hit.title or self._untitled(hit), journal, hit, kind, day_words(hit.day))

    def _untitled(self, hit: Hit) -> str:
        return self.tr("{kind} of {day}").format(kind=self._kind(hit.kind), day=day_words(hit.day))

    def _kind(self, kind: EntryKind) -> str:
        return {
            EntryKind.REFLECTION: self.tr("Reflection"),
            EntryKind.SESSION: self.tr("Session"),
            EntryKind.GOAL: self.tr("Goal"),
            EntryKind.ACTION: self.tr("Action"),
            EntryKind.LEARNING: self.tr("Learning point"),
            EntryKind.TOPIC: self.tr("Topic"),
            EntryKind.RATING: self.tr("Rating"),
            EntryKind.AGREEMENT: self.tr("Agreement"),
            EntryKind.REVIEW: self.tr("Review"),
            EntryKind.RELATIONSHIP: self.tr("About this relationship"),
        }[kind]


def day_words(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")
