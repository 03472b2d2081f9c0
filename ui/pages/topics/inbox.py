"""Where a topic is met outside its session: the inbox, or the agenda on which a search found it.

No Qt here: the agenda does the work, this says which one it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol

from mentorjournal.journal.journal import Journal
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId
from mentorjournal.model.topic import INBOX
from mentorjournal.model.words import EntryKind
from ui.pages.topics import contract
from ui.pages.topics.contract import OpenJournal, Runner
from ui.pages.topics.presenter import AgendaPresenter


class Outside(contract.Outside, Protocol):
    def show_entry(self, kind: EntryKind, id: EntryId) -> None: ...


class InboxView(Protocol):
    def show_session(self, day: date | None) -> None: ...
    def focus_line(self) -> None: ...


@dataclass(frozen=True, slots=True)
class _Place:
    """The session on whose agenda a topic stands, or None for the inbox."""

    session: EntryId | None
    day: date | None


class InboxPresenter:
    """Opens the inbox, or the agenda that holds a topic, with that topic chosen."""

    def __init__(self, view: InboxView, agenda: AgendaPresenter, tasks: Runner, outside: Outside) -> None:
        self._view = view
        self._agenda = agenda
        self._tasks = tasks
        self._outside = outside
        self._session: EntryId | None = None
        self._asked = 0
        self._inside: dict[str, object] | None = None

    def open_entry(self, journal: OpenJournal, id: EntryId) -> None:
        """*id* is a topic's, or stands for the inbox itself."""
        self._asked += 1
        self._inside = None
        if id == INBOX:
            self._show(journal, _Place(None, None), None)
            return
        self._tasks.run(
            partial(_place_of, journal.journal, id),
            done=partial(self._found, self._asked, journal, id),
            failed=partial(self._missing, self._asked, journal),
        )

    def begin(self, journal: OpenJournal) -> EntryId:
        """The inbox, ready for a new topic."""
        self.open_entry(journal, INBOX)
        self._view.focus_line()
        return INBOX

    def open_session(self) -> None:
        """Go to the session whose agenda is shown."""
        if self._session is not None:
            self._outside.show_entry(EntryKind.SESSION, self._session)

    def leave_entry(self) -> None:
        self._asked += 1
        self._session = None
        self._agenda.leave_entry()

    def flush(self) -> None:
        self._agenda.flush()

    def close(self) -> None:
        self._asked += 1
        self._session = None
        self._agenda.close()

    def place(self) -> dict[str, object]:
        return self._agenda.place()

    def restore(self, place: dict[str, object]) -> None:
        self._inside = place
        self._agenda.restore(place)

    def refresh(self, change: Change) -> None:
        self._agenda.refresh(change)

    def tell(self, listener: Callable[[Change], None]) -> None:
        self._agenda.tell(listener)

    def _found(self, asked: int, journal: OpenJournal, id: EntryId, place: _Place) -> None:
        if asked == self._asked:
            self._show(journal, place, id)

    def _missing(self, asked: int, journal: OpenJournal, error: Exception) -> None:
        if asked == self._asked:
            self._show(journal, _Place(None, None), None)
            self._outside.problem(error)

    def _show(self, journal: OpenJournal, place: _Place, id: EntryId | None) -> None:
        self._session = place.session
        self._view.show_session(place.day)
        if place.session is None:
            self._agenda.open_inbox(journal)
        else:
            self._agenda.open_entry(journal, place.session)
        if self._inside is not None:
            self._agenda.restore(self._inside)
        elif id is not None:
            self._agenda.show_topic(id)


def _place_of(journal: Journal, id: EntryId) -> _Place:
    topic = journal.topics.get(id)
    if topic.session_id is None:
        return _Place(None, None)
    return _Place(topic.session_id, journal.sessions.get(topic.session_id).day)
