"""What the writing companion knows: the people of the journal in front, and of no other. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from mentorjournal.checks.finding import Finding, Known
from mentorjournal.journal.about import ABOUT
from mentorjournal.journal.shelf import OpenJournal
from mentorjournal.model.card import JournalId
from mentorjournal.model.change import Change
from mentorjournal.model.words import EntryKind
from ui.shell.contract import Runner

if TYPE_CHECKING:
    from mentorjournal.checks.looking import Looking
    from mentorjournal.journal.journal import Journal

Kept = set[tuple[str, str]]

_TELLING = frozenset((EntryKind.SESSION, EntryKind.AGREEMENT))
"""Entries in which people are named, or quoted, for all that is written in the journal."""


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
        self._is_reading = False
        self._is_old = False
        self._kept: dict[JournalId, Kept] = {}

    def open(self, journal: OpenJournal) -> None:
        self.close()
        self._journal = journal
        self._read()

    def close(self) -> None:
        self._journal, self._known = None, None
        self._is_reading = self._is_old = False
        self._companion.leave()

    def refresh(self, change: Change) -> None:
        """A name may have come, or words that somebody said. The notes of a session are kept every few
        seconds while they are written, and read here only when something else is.
        """
        kinds = {row.kind for row in change.rows}
        self._is_old = self._is_old or ABOUT in change.touched or bool(kinds & _TELLING)
        if self._is_old and kinds != {EntryKind.SESSION} and not self._is_reading:
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
        self._is_reading, self._is_old = True, False

        def done(read: tuple[Known, Looking]) -> None:
            if journal is self._journal:
                self._is_reading = False
                self._learnt(journal.id, *read)
                if self._is_old:
                    self._read()

        def failed(error: Exception) -> None:
            if journal is self._journal:
                self._is_reading = False
            self._problems.problem(error)

        self._tasks.run(partial(_made_ready, journal.journal), done=done, failed=failed)

    def _learnt(self, id: JournalId, known: Known, looking: Looking) -> None:
        if known != self._known:
            self._known = known
            self._companion.begin(looking.find, self._kept.setdefault(id, set()))


def _made_ready(journal: Journal) -> tuple[Known, Looking]:
    """On the vault's thread, with the lists of words read here as well, so that no first look waits."""
    from mentorjournal.checks.looking import Looking
    from mentorjournal.guidance.people import known_of

    known = known_of(journal)
    looking = Looking(known)
    looking.find("Somebody came.")
    return known, looking
