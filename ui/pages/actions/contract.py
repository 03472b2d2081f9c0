"""What the Actions page shows at once, and what its presenter needs from its view and from outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar

from mentorjournal.journal.journal import Journal
from mentorjournal.model.action import Action
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import ActionOwner, Role, Visibility

T = TypeVar("T")


class Side(StrEnum):
    """Whose actions are shown. What both do is on either side."""

    BOTH = "both"
    MINE = "mine"
    THEIRS = "theirs"

    def shows(self, owner: ActionOwner) -> bool:
        hidden = {Side.MINE: ActionOwner.PARTNER, Side.THEIRS: ActionOwner.ME}
        return owner is not hidden.get(self)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ActionDraft:
    """An action as it is being typed; *due* is a day in words."""

    text: str = ""
    owner: ActionOwner = ActionOwner.ME
    is_promise: bool = False
    due: str = ""
    visibility: Visibility = Visibility.PRIVATE
    outcome_note: str = ""

    def __repr__(self) -> str:
        return "ActionDraft()"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ActionsShown:
    """Everything the page shows at once. *open* and *closed* are in the order they stand in."""

    open: tuple[Action, ...]
    closed: tuple[Action, ...]
    side: Side
    today: date
    role: Role
    others: int
    """How many actions the filter hides."""

    def __repr__(self) -> str:
        return f"ActionsShown({len(self.open)} open, {len(self.closed)} closed)"


class OpenJournal(Protocol):
    @property
    def journal(self) -> Journal: ...
    @property
    def relationship(self) -> Relationship: ...


class Runner(Protocol):
    def run(
        self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> object: ...


class Outside(Protocol):
    def changed(self, change: Change) -> None: ...
    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None: ...


class ActionsView(Protocol):
    def show_actions(self, shown: ActionsShown) -> None: ...
    def select(self, id: EntryId) -> None: ...
    def selected(self) -> EntryId | None: ...
    def show_add_problem(self, sentence: str) -> None: ...
    def clear_add(self) -> None: ...
    def typed(self) -> ActionDraft: ...
    def type_again(self, draft: ActionDraft) -> None: ...
    def show_editor(self, action: Action, draft: ActionDraft) -> None: ...
    def show_edit_problem(self, sentence: str) -> None: ...
    def ask_outcome(self, action: Action) -> None: ...
    def close_below(self) -> None: ...
    def clear(self) -> None: ...
