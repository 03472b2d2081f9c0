"""What the journal knows of its relationship, shown and changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from mentorjournal.errors import MentorJournalError
from mentorjournal.journal.shelf import OpenJournal, Shelf
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
    def described(self, journal: OpenJournal) -> None: ...
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
        self._tasks.run(
            lambda: self._shelf.describe(journal.id, relationship), done=self._saved, failed=self._refused
        )

    def leave(self) -> None:
        self._journal = None
        self._outside.about_closed()

    def _saved(self, journal: OpenJournal) -> None:
        self._view.set_busy(False)
        self._outside.described(journal)

    def _refused(self, error: Exception) -> None:
        self._view.set_busy(False)
        if not isinstance(error, MentorJournalError):
            raise error
        self._view.say(str(error))
