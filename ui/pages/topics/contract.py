"""What an agenda shows at once, what can be done there, and what its presenter needs from outside."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar

from mentorjournal.journal.journal import Journal
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.topic import Topic
from mentorjournal.model.words import EntryKind, Role

T = TypeVar("T")


class Section(StrEnum):
    """Where a topic stands on the screen, in this order."""

    OPEN = "open"
    DISCUSSED = "discussed"
    PARKED = "parked"
    INBOX = "inbox"
    DROPPED = "dropped"


class Act(StrEnum):
    """What can be done with the chosen topic."""

    DISCUSS = "discuss"
    UP = "up"
    DOWN = "down"
    PARK = "park"
    SHIFT = "shift"
    """From the inbox onto the agenda, or the other way."""
    EDIT = "edit"
    MINUTES = "minutes"
    WHOSE = "whose"
    GOAL = "goal"
    VERSIONS = "versions"
    DROP = "drop"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class AgendaShown:
    """Everything an agenda shows at once; the agenda of a session, or the inbox by itself."""

    sections: Mapping[Section, tuple[Topic, ...]] = field(default_factory=dict)
    unfolded: frozenset[Section] = frozenset()
    """Which of the sections that can be folded lie open."""
    is_inbox: bool = False
    planned_on: date | None = None
    """Where a topic of the inbox goes from here: the day of this session, or of the next planned one."""
    length: int | None = None
    """The session's length in minutes."""
    goals: Mapping[EntryId, str] = field(default_factory=dict)
    role: Role = Role.MENTEE
    today: date = date.min

    def of(self, section: Section) -> tuple[Topic, ...]:
        return self.sections.get(section, ())

    def section_of(self, id: EntryId) -> Section | None:
        return next((s for s, topics in self.sections.items() if any(t.id == id for t in topics)), None)

    def topic(self, id: EntryId) -> Topic | None:
        return next((t for topics in self.sections.values() for t in topics if t.id == id), None)

    def __repr__(self) -> str:
        return f"AgendaShown({sum(map(len, self.sections.values()))} topics)"


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
    def show_versions_of(self, kind: EntryKind, id: EntryId) -> None: ...


class AgendaView(Protocol):
    def show_agenda(self, shown: AgendaShown) -> None: ...
    def select(self, id: EntryId) -> None: ...
    def selected(self) -> EntryId | None: ...
    def typed(self) -> str: ...
    def type_again(self, text: str) -> None: ...
    def take_off(self, words: str) -> None: ...
    def show_add_problem(self, sentence: str) -> None: ...
    def show_edit_problem(self, id: EntryId, sentence: str) -> None: ...
    def finish_edit(self) -> None: ...
    def edited(self) -> tuple[EntryId, str] | None: ...
    def edit_again(self, id: EntryId, words: str) -> None: ...
    def close_edit(self, id: EntryId, said: str | int) -> None: ...
    def clear(self) -> None: ...


class Acts(Protocol):
    """What the view asks of its presenter."""

    def add(self, text: str) -> None: ...
    def discuss(self, id: EntryId) -> None: ...
    def park(self, id: EntryId) -> None: ...
    def shift(self, id: EntryId) -> None: ...
    def drop(self, id: EntryId) -> None: ...
    def turn_over(self, id: EntryId) -> None: ...
    def reword(self, id: EntryId, text: str) -> None: ...
    def allow(self, id: EntryId, minutes: int) -> None: ...
    def link(self, id: EntryId, goal: EntryId | None) -> None: ...
    def show_versions(self, id: EntryId) -> None: ...
    def reorder(self, ids: Sequence[EntryId]) -> None: ...
    def fold(self, section: Section) -> None: ...
