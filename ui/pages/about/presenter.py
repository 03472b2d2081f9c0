"""What the journal knows of its relationship, shown and changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from mentorjournal.errors import MentorJournalError
from mentorjournal.journal.shelf import OpenJournal, Shelf
from mentorjournal.model.change import Change
from mentorjournal.model.relationship import Relationship

T = TypeVar("T")


class Runner(Protocol):
    def run(
        self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> object: ...


class AboutView(Protocol):
    def show_relationship(self, relationship: Relationship) -> None: ...
    def say(self, sentence: str) -> None: ...
    def set_busy(self, busy: bool) -> None: ...


class Outside(Protocol):
    def described(self, journal: OpenJournal, change: Change | None = None) -> None: ...
    def about_closed(self) -> None: ...


class AboutPresenter:
    def __init__(self, view: AboutView, tasks: Runner, outside: Outside, shelf: Shelf) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._shelf = shelf
        self._journal: OpenJournal | None = None

    def begin(self, journal: OpenJournal) -> None:
        self._journal = journal
        self._view.say("")
        self._view.show_relationship(journal.relationship)

    def save(self, relationship: Relationship) -> None:
        journal = self._journal
        if journal is None:
            return
        self._view.say("")
        self._view.set_busy(True)

        def work() -> tuple[OpenJournal, Change]:
            change = self._shelf.redescribe(journal.id, relationship)
            return self._shelf.open(journal.id), change

        self._tasks.run(work, done=self._saved, failed=self._refused)

    def leave(self) -> None:
        self._journal = None
        self._outside.about_closed()

    def _saved(self, result: tuple[OpenJournal, Change]) -> None:
        self._view.set_busy(False)
        self._outside.described(*result)

    def _refused(self, error: Exception) -> None:
        self._view.set_busy(False)
        if not isinstance(error, MentorJournalError):
            raise error
        self._view.say(str(error))
