"""What the Actions pages show at once, and what their presenters need from the view and from outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar

from mentorjournal.journal.journal import Journal
from mentorjournal.model.action import Action
from mentorjournal.model.card import JournalId
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.timeline import TimelineRow
from mentorjournal.model.words import ActionOwner, EntryKind, Role, Visibility

T = TypeVar("T")


class Side(StrEnum):
    """Whose actions are shown. What both do is on either side."""

    BOTH = "both"
    MINE = "mine"
    THEIRS = "theirs"

    def shows(self, owner: ActionOwner) -> bool:
        return owner in self.owners

    @property
    def owners(self) -> tuple[ActionOwner, ...]:
        hidden = {Side.MINE: ActionOwner.PARTNER, Side.THEIRS: ActionOwner.ME}.get(self)
        return tuple(owner for owner in ActionOwner if owner is not hidden)


class Order(StrEnum):
    """How the actions of all journals are put together."""

    DUE = "due"
    JOURNAL = "journal"


class Ask(StrEnum):
    """What a line beneath the list asks of an action."""

    OUTCOME = "outcome"
    UNTIL = "until"


class Heading(StrEnum):
    PROMISED = "promised"
    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"
    UNDATED = "undated"
    JOURNAL = "journal"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Listed:
    """An action with the side it is seen from, and what it came from. *journal* and *codename* say where it
    stands when the page is over all journals.
    """

    action: Action
    role: Role
    session: TimelineRow | None = None
    goal: TimelineRow | None = None
    journal: JournalId | None = None
    codename: str = ""

    def __repr__(self) -> str:
        return f"Listed({self.action.id})"


@dataclass(frozen=True, slots=True)
class Group:
    heading: Heading
    listed: tuple[Listed, ...]

    @property
    def codename(self) -> str:
        return self.listed[0].codename


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ActionDraft:
    """An action as it is being typed; *due* is a day in words."""

    text: str = ""
    owner: ActionOwner = ActionOwner.ME
    is_promise: bool = False
    due: str = ""
    visibility: Visibility = Visibility.PRIVATE
    outcome_note: str = ""
    session_id: EntryId | None = None
    goal_id: EntryId | None = None

    def __repr__(self) -> str:
        return "ActionDraft()"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ActionsShown:
    """Everything the page shows at once. *closed* holds as many as were asked for of *closed_count*, and none
    while they are folded.
    """

    groups: tuple[Group, ...]
    closed: tuple[Listed, ...]
    closed_count: int
    unfolded: bool
    side: Side
    order: Order
    today: date
    role: Role | None
    others: int
    """How many open actions the filter hides."""

    @property
    def open(self) -> tuple[Listed, ...]:
        return tuple(listed for group in self.groups for listed in group.listed)

    def __repr__(self) -> str:
        return f"ActionsShown({len(self.open)} open, {self.closed_count} closed)"


class OpenJournal(Protocol):
    @property
    def journal(self) -> Journal: ...
    @property
    def relationship(self) -> Relationship: ...


class Runner(Protocol):
    def run(
        self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> object: ...


class Problems(Protocol):
    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None: ...


class Outside(Problems, Protocol):
    """What the page of one journal tells the window."""

    def changed(self, change: Change) -> None: ...
    def show_entry(self, kind: EntryKind, id: EntryId) -> None: ...
    def show_versions_of(self, kind: EntryKind, id: EntryId) -> None: ...


class AllOutside(Problems, Protocol):
    """What the page over all journals tells the window."""

    def changed_in(self, id: JournalId, change: Change) -> None: ...
    def show_found(self, journal: str, kind: EntryKind, id: EntryId) -> None: ...


class ActionsView(Protocol):
    def show_actions(self, shown: ActionsShown) -> None: ...
    def select(self, id: EntryId) -> None: ...
    def selected(self) -> EntryId | None: ...
    def show_add_problem(self, sentence: str) -> None: ...
    def add_failed(self) -> None: ...
    def added(self, line: str) -> None: ...
    def typed(self) -> str: ...
    def type_again(self, line: str) -> None: ...
    def show_editor(
        self, listed: Listed, draft: ActionDraft, sessions: list[TimelineRow], goals: list[TimelineRow]
    ) -> None: ...
    def edited(self) -> ActionDraft: ...
    def back_to_editor(self) -> None: ...
    def hold_editor(self) -> None: ...
    def show_edit_problem(self, sentence: str) -> None: ...
    def ask(self, ask: Ask, action: Action, words: str) -> None: ...
    def asked(self) -> tuple[Ask, str] | None: ...
    def show_until_problem(self, sentence: str) -> None: ...
    def close_below(self) -> None: ...
    def clear(self) -> None: ...
