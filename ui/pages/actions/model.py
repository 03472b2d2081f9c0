"""The rows of the Actions page: two quiet headings and a line for each action."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from mentorjournal.model.action import Action
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import ActionOwner, ActionStatus, Role
from ui.pages.actions.contract import ActionsShown

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Row:
    """What the delegate paints. A heading has no *action*."""

    text: str
    action: Action | None = None
    about: str = ""
    when: str = ""
    overdue: bool = False
    came_of_it: str = ""

    @property
    def is_closed(self) -> bool:
        return self.action is not None and not self.action.status.is_open


class ActionsModel(QAbstractListModel):
    toggled = Signal(object)
    """The id of the action whose box was ticked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show_actions(self, shown: ActionsShown) -> bool:
        """Take the rows; say whether anything is different from before."""
        rows: list[Row] = []
        for heading, actions in ((self.tr("Open"), shown.open), (self.tr("Closed"), shown.closed)):
            if actions:
                rows.append(Row(self.tr("{heading} · {count}").format(heading=heading, count=len(actions))))
                rows.extend(self._row(action, shown.role, shown.today) for action in actions)
        if rows == self._rows:
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def clear(self) -> None:
        self.beginResetModel()
        self._rows = []
        self.endResetModel()

    def place_of(self, id: EntryId) -> int | None:
        for place, row in enumerate(self._rows):
            if row.action and row.action.id == id:
                return place
        return None

    def first(self) -> int | None:
        return next((place for place, row in enumerate(self._rows) if row.action), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].action is None:
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        if role == Qt.ItemDataRole.CheckStateRole and row.action:
            return Qt.CheckState.Checked if row.is_closed else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        action = self._rows[index.row()].action
        if role != Qt.ItemDataRole.CheckStateRole or action is None:
            return False
        self.toggled.emit(action.id)
        return True

    def _row(self, action: Action, role: Role, today: date) -> Row:
        about = [self._owner(action.owner, role)]
        if action.is_promise:
            about.append(self.tr("promised"))
        if action.status in (ActionStatus.CARRIED, ActionStatus.PARTLY_DONE, ActionStatus.DROPPED):
            about.append(self._status(action.status))
        overdue = action.is_overdue(today)
        when = ""
        if action.closed_on and not action.status.is_open:
            when = self.tr("Closed {day}").format(day=day_text(action.closed_on, today))
            if action.status is ActionStatus.DONE:
                when = self.tr("Done {day}").format(day=day_text(action.closed_on, today))
        elif overdue and action.due_on:
            when = self.tr("Overdue · {day}").format(day=day_text(action.due_on, today))
        elif action.due_on == today:
            when = self.tr("Due today")
        elif action.due_on:
            when = self.tr("Due {day}").format(day=day_text(action.due_on, today))
        return Row(
            text=action.text,
            action=action,
            about="  ·  ".join(about),
            when=when,
            overdue=overdue,
            came_of_it=action.outcome_note.replace("\n", " "),
        )

    def _owner(self, owner: ActionOwner, role: Role) -> str:
        if owner is ActionOwner.PARTNER:
            return partner_words(self, role)
        return self.tr("both of us") if owner is ActionOwner.BOTH else self.tr("me")

    def _status(self, status: ActionStatus) -> str:
        return {
            ActionStatus.CARRIED: self.tr("carried over"),
            ActionStatus.PARTLY_DONE: self.tr("partly done"),
            ActionStatus.DROPPED: self.tr("dropped"),
        }[status]

    def _spoken(self, row: Row) -> str:
        if row.action is None:
            return row.text
        done = self.tr("closed") if row.is_closed else self.tr("open")
        return ", ".join(part for part in (row.text, done, row.about, row.when, row.came_of_it) if part)


def partner_words(said_by: QObject, role: Role) -> str:
    """What the other person is called here."""
    return {
        Role.MENTEE: said_by.tr("your mentor"),
        Role.MENTOR: said_by.tr("your mentee"),
        Role.PEER: said_by.tr("your peer"),
    }[role]


def day_text(day: date, today: date) -> str:
    """A day as people say it, with its year where it is another one."""
    pattern = "ddd d MMM" if day.year == today.year else "d MMM yyyy"
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
