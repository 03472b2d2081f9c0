"""The rows of the Actions page: quiet headings, a line for each action, and the fold over the closed ones."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from mentorjournal.guidance.discreet import veils
from mentorjournal.model.ids import EntryId
from ui.pages.actions.contract import ActionsShown, Listed
from ui.pages.actions.wording import ActionWords, short_title
from ui.theme.veil import Veil

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1


class RowKind(Enum):
    HEADING = "heading"
    ACTION = "action"
    FOLD = "fold"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Row:
    """What the delegate paints."""

    kind: RowKind
    text: str
    listed: Listed | None = None
    codename: str = ""
    about: str = ""
    when: str = ""
    overdue: bool = False
    came_of_it: str = ""
    unfolded: bool = False

    @property
    def id(self) -> EntryId | None:
        return self.listed.action.id if self.listed else None

    @property
    def is_veiled(self) -> bool:
        """Whether the words of it are hidden while the view is discreet."""
        return self.listed is not None and veils(self.listed.action.visibility)

    def about_shown(self, veil: Veil) -> str:
        """What is known of it, with the title of its goal veiled where that is wanted."""
        title = short_title(self.listed.goal.title) if self.listed and self.listed.goal else ""
        return self.about.replace(title, veil.words(title, private=True)) if title else self.about

    @property
    def is_closed(self) -> bool:
        return self.listed is not None and not self.listed.action.status.is_open


class ActionsModel(QAbstractListModel):
    toggled = Signal(object)
    """The id of the action whose box was ticked."""

    def __init__(self, parent: QObject | None = None, *, veil: Veil | None = None) -> None:
        super().__init__(parent)
        self._veil = veil or Veil(self)
        self._rows: list[Row] = []
        self._places: dict[EntryId, int] = {}

    def show_actions(self, shown: ActionsShown) -> bool:
        """Take the rows; say whether anything is different from before."""
        rows = self._made(shown)
        if rows == self._rows:
            return False
        self._take(rows)
        return True

    def clear(self) -> None:
        self._take([])

    def place_of(self, id: EntryId | None) -> int | None:
        return self._places.get(id) if id is not None else None

    def first(self) -> int | None:
        return next((n for n, row in enumerate(self._rows) if row.kind is not RowKind.HEADING), None)

    def fold_place(self) -> int | None:
        return next((n for n, row in enumerate(self._rows) if row.kind is RowKind.FOLD), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self._rows[index.row()] if index.isValid() else None
        if row is None or row.kind is RowKind.HEADING:
            return Qt.ItemFlag.NoItemFlags
        usable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return usable | Qt.ItemFlag.ItemIsUserCheckable if row.listed else usable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._veil.words(row.text, private=row.is_veiled)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole and row.listed:
            return row.listed.action.visibility.label
        if role == Qt.ItemDataRole.CheckStateRole and row.listed:
            return Qt.CheckState.Checked if row.is_closed else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        id = self._rows[index.row()].id
        if role != Qt.ItemDataRole.CheckStateRole or id is None:
            return False
        self.toggled.emit(id)
        return True

    def _take(self, rows: list[Row]) -> None:
        self.beginResetModel()
        self._rows = rows
        self._places = {row.id: place for place, row in enumerate(rows) if row.id is not None}
        self.endResetModel()

    def _made(self, shown: ActionsShown) -> list[Row]:
        words = ActionWords(shown)
        rows: list[Row] = []
        for group in shown.groups:
            rows.append(Row(RowKind.HEADING, words.heading(group)))
            rows.extend(self._row(listed, words) for listed in group.listed)
        if shown.closed_count:
            rows.append(Row(RowKind.FOLD, words.closed(shown.closed_count), unfolded=shown.unfolded))
            rows.extend(self._row(listed, words) for listed in shown.closed)
            left = shown.closed_count - len(shown.closed)
            if shown.unfolded and left:
                rows.append(Row(RowKind.MORE, words.more(left)))
        return rows

    def _row(self, listed: Listed, words: ActionWords) -> Row:
        when, overdue = words.when(listed.action)
        return Row(
            RowKind.ACTION,
            text=listed.action.text,
            listed=listed,
            codename=words.codename(listed),
            about="  ·  ".join(words.about(listed)),
            when=when,
            overdue=overdue,
            came_of_it=" ".join(listed.action.outcome_note.split()),
        )

    def _spoken(self, row: Row) -> str:
        if row.kind is RowKind.FOLD:
            return f"{row.text}, {self.tr('shown') if row.unfolded else self.tr('folded')}"
        if row.listed is None:
            return row.text
        veil = self._veil
        said = (
            self.tr("Veiled") if veil.drawn and row.is_veiled else veil.words(row.text),
            self.tr("closed") if row.is_closed else self.tr("open"),
            row.codename,
            row.about_shown(veil),
            row.when,
            veil.words(row.came_of_it, private=True),
            row.listed.action.visibility.label,
        )
        return ", ".join(part for part in said if part)
