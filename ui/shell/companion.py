"""What the writing companion knows: the people of the journal in front, and of no other. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from mentorjournal.checks.finding import Finding, Known
from mentorjournal.checks.looking import Looking
from mentorjournal.guidance.people import known_of
from mentorjournal.journal.shelf import OpenJournal
from mentorjournal.model.card import JournalId
from mentorjournal.model.change import Change
from ui.shell.contract import Runner

Kept = set[tuple[str, str]]


class Companion(Protocol):
    """What the fields look with."""

    def begin(self, find: Callable[[str], Sequence[Finding]], kept: Kept) -> None: ...
    def leave(self) -> None: ...


class Problems(Protocol):
    def problem(self, error: Exception) -> None: ...


class PeopleOfJournal:
    """Driven as a page is: opened and closed with the journal, and told of every change. What a person wants
    to keep is remembered for each journal of this sitting, and nowhere else.
    """

    def __init__(self, companion: Companion, tasks: Runner, problems: Problems) -> None:
        self._companion = companion
        self._tasks = tasks
        self._problems = problems
        self._journal: OpenJournal | None = None
        self._known: Known | None = None
        self._reads = False
        self._reads_again = False
        self._kept: dict[JournalId, Kept] = {}

    def open(self, journal: OpenJournal) -> None:
        self.close()
        self._journal = journal
        self._read()

    def close(self) -> None:
        self._journal, self._known = None, None
        self._reads = self._reads_again = False
        self._companion.leave()

    def refresh(self, change: Change) -> None:
        """A name may have come, or words that somebody said. One reading at a time is enough."""
        if self._reads:
            self._reads_again = True
        else:
            self._read()

    def flush(self) -> None:
        """It writes nothing."""

    def place(self) -> dict[str, object]:
        return {}

    def restore(self, place: dict[str, object]) -> None:
        """It was nowhere."""

    def _read(self) -> None:
        journal = self._journal
        if journal is None:
            return
        self._reads, self._reads_again = True, False

        def done(known: Known) -> None:
            if journal is self._journal:
                self._learnt(journal.id, known)

        def failed(error: Exception) -> None:
            if journal is self._journal:
                self._reads = False
            self._problems.problem(error)

        self._tasks.run(partial(known_of, journal.journal), done=done, failed=failed)

    def _learnt(self, id: JournalId, known: Known) -> None:
        self._reads = False
        if known != self._known:
            self._known = known
            self._companion.begin(Looking(known).find, self._kept.setdefault(id, set()))
        if self._reads_again:
            self._read()
