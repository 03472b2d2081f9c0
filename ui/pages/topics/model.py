"""The rows of an agenda: topics in their order, and the headings of what stands below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from mentorjournal.guidance.discreet import veils
from mentorjournal.model.ids import EntryId
from mentorjournal.model.topic import Topic
from ui.pages.topics.contract import AgendaShown, Section
from ui.pages.topics.wording import about, heading_of, spoken
from ui.theme.veil import Veil

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1

DRAGGED = "application/x-mentorjournal-topic"
"""What is dragged carries its place alone: another program must not get at the words."""

_FOLDS = (Section.INBOX, Section.DROPPED)


@dataclass(frozen=True, slots=True)
class Row:
    """What the delegate paints. A heading has no *topic*; *folded* is None where it cannot be folded."""

    section: Section
    text: str
    topic: Topic | None = None
    number: int = 0
    of: int = 0
    about: tuple[str, ...] = ()
    goal: str = ""
    folded: bool | None = None

    @property
    def is_veiled(self) -> bool:
        """Whether the words of it are hidden while the view is discreet."""
        return self.topic is not None and veils(self.topic.visibility)

    def about_shown(self, veil: Veil) -> tuple[str, ...]:
        """What is known of it, with the title of its goal veiled where that is wanted."""
        if not self.goal or not veil.drawn:
            return self.about
        hidden = veil.words(self.goal, private=True)
        return tuple(fact.replace(self.goal, hidden) for fact in self.about)

    @property
    def is_settled(self) -> bool:
        return self.section in (Section.DISCUSSED, Section.DROPPED)


class AgendaModel(QAbstractListModel):
    reordered = Signal(object)
    """The ids of the open topics as they stand now, after one was moved."""

    def __init__(self, parent: QObject | None = None, *, veil: Veil | None = None) -> None:
        super().__init__(parent)
        self._veil = veil or Veil(self)
        self._rows: list[Row] = []
        self._shown = AgendaShown()

    def show_agenda(self, shown: AgendaShown) -> bool:
        """Take the rows; say whether anything is different from before."""
        rows = list(_rows(self, shown))
        self._shown = shown
        if rows == self._rows:
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def place_of(self, id: EntryId) -> int | None:
        places = (place for place, row in enumerate(self._rows) if row.topic and row.topic.id == id)
        return next(places, None)

    def place_of_heading(self, section: Section) -> int | None:
        places = (place for place, row in enumerate(self._rows) if not row.topic and row.section is section)
        return next(places, None)

    def row_at(self, place: int) -> Row | None:
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def open_count(self) -> int:
        """The open topics, which come first; these can be moved."""
        return sum(row.section is Section.OPEN for row in self._rows)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled  # between the rows, never onto one
        row = self._rows[index.row()]
        if row.topic is None and row.folded is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsDragEnabled if row.section is Section.OPEN else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._veil.words(row.text, private=row.is_veiled)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        if role == Qt.ItemDataRole.CheckStateRole and row.section in (Section.OPEN, Section.DISCUSSED):
            return Qt.CheckState.Checked if row.is_settled else Qt.CheckState.Unchecked
        return None

    # Moving

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(DRAGGED, str(indexes[0].row()).encode() if indexes else b"")
        return data

    def moveRows(self, parent: Index, row: int, count: int, destination: Index, before: int) -> bool:
        """Move one open topic before the row *before*, among the open ones; tell of the new order."""
        last = self.open_count()
        before = min(max(before, 0), last)
        if count != 1 or not 0 <= row < last or before in (row, row + 1):
            return False
        self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), before)
        moved = self._rows.pop(row)
        self._rows.insert(before if before < row else before - 1, moved)
        for place in range(last):
            if self._rows[place].number:
                self._rows[place] = replace(self._rows[place], number=place + 1)
        self.endMoveRows()
        self.dataChanged.emit(self.index(0), self.index(last - 1))
        self.reordered.emit([row.topic.id for row in self._rows[:last] if row.topic])
        return True

    def _spoken(self, row: Row) -> str:
        if row.topic is None:
            return heading_of(self, row.section, row.of, self._shown.is_inbox, folded=row.folded)
        words = self.tr("Veiled") if self._veil.drawn and row.is_veiled else self._veil.words(row.text)
        said = spoken(self, row.topic, row.section, row.number, row.of, self._shown)
        if row.goal:
            said = said.replace(row.goal, self._veil.words(row.goal, private=True))
        return f"{words}. {said}" if said else words


def _rows(said_by: QObject, shown: AgendaShown) -> Iterator[Row]:
    agenda = len(shown.of(Section.OPEN)) + len(shown.of(Section.DISCUSSED))
    folds = (*_FOLDS, Section.DISCUSSED) if shown.is_inbox else _FOLDS
    # The inbox by itself grows for ever: what was talked about is folded away at its end.
    order = sorted(Section, key=lambda section: section in folds)
    number = 0
    for section in order:
        topics = shown.of(section)
        bare = section is Section.OPEN or (section is Section.DISCUSSED and not shown.is_inbox)
        if topics and not bare:
            folded = section not in shown.unfolded if section in folds else None
            words = heading_of(said_by, section, len(topics), shown.is_inbox)
            yield Row(section, words, of=len(topics), folded=folded)
            if folded:
                continue
        for topic in topics:
            number += bare
            yield Row(
                section,
                topic.text,
                topic,
                number=number if bare and not shown.is_inbox else 0,
                of=agenda if bare else len(topics),
                about=about(said_by, topic, section, shown),
                goal=shown.goals.get(topic.goal_id, "") if topic.goal_id else "",
            )
