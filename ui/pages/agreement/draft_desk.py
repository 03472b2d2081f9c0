"""Keeps the one draft of the agreement between the screen and the journal. No Qt here."""

from __future__ import annotations

from collections.abc import Callable

from mentorjournal.journal.journal import Journal
from mentorjournal.model.agreement import Agreement, Clause
from mentorjournal.model.clock import Clock
from mentorjournal.model.ids import EntryId
from ui.desk import Desk, OpenJournal, Outside
from ui.draft import Book, Runner
from ui.pages.agreement.sheet import Sheet


def _key(clause: Clause) -> str:
    return clause.key


class DraftDesk(Desk[Agreement]):
    keys = {"clauses": _key}

    def __init__(
        self, sheet: Sheet, tasks: Runner, outside: Outside, clock: Clock, told: Callable[[], None]
    ) -> None:
        super().__init__(sheet, tasks, outside, clock)
        self._told = told

    @property
    def id(self) -> EntryId | None:
        """The draft that lies here, or is on its way."""
        return self._wanted

    def book(self, journal: Journal) -> Book[Agreement]:
        door = journal.agreements
        return Book(get=door.get, add=door.add, write=door.write, ready=_always)

    def kept(self, journal: OpenJournal, value: Agreement) -> None:
        self._told()


def _always(value: Agreement) -> bool:
    return True
