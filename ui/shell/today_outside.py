"""The desk as the Today page sees it: what is done there belongs to a journal that need not be open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from mentorjournal.guidance.moment import Moment
from mentorjournal.guidance.question import Offered
from mentorjournal.model.card import JournalId
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import EntryKind
from ui.shell.desk import Desk


class TodayOutside:
    def __init__(self) -> None:
        self._desk: Desk | None = None

    def bind(self, desk: Desk) -> None:
        self._desk = desk

    def changed_in(self, journal: JournalId, change: Change) -> None:
        if self._desk is not None:
            self._desk.changed_in(journal, change)

    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None:
        if self._desk is not None:
            self._desk.problem(error, retry)

    def show_entry_of(self, journal: JournalId, kind: EntryKind, id: EntryId) -> None:
        if self._desk is not None:
            self._desk.show_found(journal, kind, id)

    def show_session_of(self, journal: JournalId, id: EntryId, opening: str) -> None:
        if self._desk is not None:
            self._desk.in_journal(journal, lambda reach: reach.show_session(id, opening))

    def open_journal(self, id: JournalId) -> None:
        if self._desk is not None:
            self._desk.open_journal(id)

    def write_beside(self, journal: JournalId, reflection: EntryId) -> None:
        if self._desk is not None:
            self._desk.in_journal(journal, lambda reach: reach.write_beside(reflection))

    def write_on(self, journal: JournalId, question: Offered) -> None:
        if self._desk is not None:
            self._desk.in_journal(journal, lambda reach: reach.write_on(question))

    def wish_in(self, journal: JournalId, name: str) -> None:
        """Bring the journal to the front, and there open the page that goes by this name."""
        if self._desk is not None:
            self._desk.open_journal(journal, partial(self._wish, name))

    def _wish(self, name: str) -> None:
        if self._desk is not None and not self._desk.aside.wish(name):
            self._desk.show_tab(self._desk.tab)

    def show_moments(self, moments: Mapping[JournalId, Moment]) -> None:
        if self._desk is not None:
            self._desk.show_moments(moments)
