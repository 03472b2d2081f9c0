"""An action: who said they would do what, by when, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import ActionOwner, ActionStatus, Visibility


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Action:
    """*day* is when it was written down, and stays when it is carried; *carried_count* says how often it was.
    *is_promise*: something I said I would do for my partner.
    """

    id: EntryId
    day: date
    text: str
    owner: ActionOwner = ActionOwner.ME
    is_promise: bool = False
    due_on: date | None = None
    status: ActionStatus = ActionStatus.OPEN
    closed_on: date | None = None
    outcome_note: str = ""
    goal_id: EntryId | None = None
    session_id: EntryId | None = None
    visibility: Visibility = Visibility.PRIVATE
    carried_count: int = 0

    def is_overdue(self, today: date) -> bool:
        return self.status.is_open and self.due_on is not None and self.due_on < today

    def __repr__(self) -> str:
        return f"Action({self.id})"
