"""What the Today page says, and what its presenter needs from its view and from outside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar

from mentorjournal.guidance.moment import Moment
from mentorjournal.guidance.question import Offered
from mentorjournal.guidance.today import Back, Conversation, Due, Look, Today, ToWrite
from mentorjournal.model.card import JournalId
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import EntryKind

T = TypeVar("T")

Line = Conversation | Due | ToWrite | Back | Look


def key_of(line: Line) -> tuple[object, ...]:
    """What stays the same while a line's words change."""
    match line:
        case Conversation():
            return "conversation", line.of.id, line.session.id, line.is_over
        case ToWrite():
            return "to write", line.of.id, line.session.id
        case Due():
            return "due", line.of.id, line.action.id
        case Back():
            return "back", line.of.id, line.reflection.id
        case Look():
            return "look", line.of.id, line.worth, line.topic


class Runner(Protocol):
    def run(
        self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> object: ...


class Outside(Protocol):
    """What Today wishes from the window. Entries are shown in their journals."""

    def changed_in(self, journal: JournalId, change: Change) -> None: ...
    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None: ...
    def show_entry_of(self, journal: JournalId, kind: EntryKind, id: EntryId) -> None: ...
    def show_session_of(self, journal: JournalId, id: EntryId, opening: str) -> None: ...
    def open_journal(self, id: JournalId) -> None: ...
    def wish_in(self, journal: JournalId, name: str) -> None: ...
    def write_beside(self, journal: JournalId, reflection: EntryId) -> None: ...
    def write_on(self, journal: JournalId, question: Offered) -> None: ...
    def show_moments(self, moments: Mapping[JournalId, Moment]) -> None: ...


class TodayView(Protocol):
    def show_today(self, today: Today, question: Offered | None) -> None: ...
    def say_problem(self, line: Line, sentence: str) -> None: ...
    def close_asking(self) -> bool: ...
    def close_asking_of(self, line: Line) -> None: ...
    def focus_first(self) -> None: ...
    def clear(self) -> None: ...
