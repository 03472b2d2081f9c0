"""Who is this journal for? Role, kind and a codename; everything else now or later."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from mentorjournal.errors import MentorJournalError
from mentorjournal.journal.shelf import OpenJournal, Shelf
from mentorjournal.model.relationship import Relationship, opening_status
from mentorjournal.model.words import RelationshipType
from ui.pages.new_journal.codenames import suggested

T = TypeVar("T")


class Runner(Protocol):
    def run(
        self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> object: ...


class NewJournalView(Protocol):
    def suggest(self, codename: str) -> None: ...
    def say(self, sentence: str) -> None: ...
    def set_busy(self, busy: bool) -> None: ...


class Outside(Protocol):
    def journal_made(self, journal: OpenJournal) -> None: ...
    def journal_not_wanted(self) -> None: ...


class NewJournalPresenter:
    def __init__(
        self, view: NewJournalView, tasks: Runner, outside: Outside, choice: random.Random | None = None
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._choice = choice or random.SystemRandom()
        self._shelf: Shelf | None = None
        self._taken: Sequence[str] = ()
        self._busy = False

    def begin(self, shelf: Shelf, taken: Sequence[str]) -> None:
        """Ask for a journal on *shelf*, where the codenames *taken* stand already."""
        self._shelf = shelf
        self._taken = taken
        self._view.say("")
        self._view.suggest(suggested(taken, self._choice))

    def another_codename(self) -> None:
        self._view.suggest(suggested(self._taken, self._choice))

    def give_up(self) -> None:
        self._outside.journal_not_wanted()

    def make(self, wanted: Relationship) -> None:
        shelf = self._shelf
        if shelf is None or self._busy:
            return
        relationship = _opening(wanted)
        self._busy = True
        self._view.say("")
        self._view.set_busy(True)
        self._tasks.run(lambda: shelf.add(relationship), done=self._made, failed=self._refused)

    def _made(self, journal: OpenJournal) -> None:
        self._busy = False
        self._view.set_busy(False)
        self._outside.journal_made(journal)

    def _refused(self, error: Exception) -> None:
        self._busy = False
        self._view.set_busy(False)
        if not isinstance(error, MentorJournalError):
            raise error
        self._view.say(str(error))


def _opening(wanted: Relationship) -> Relationship:
    """With the status a journal of its kind begins with, and no topic where none belongs."""
    topic = wanted.specialist_topic if wanted.type is RelationshipType.ONE_STOP else ""
    return replace(wanted, status=opening_status(wanted.type), specialist_topic=topic)
