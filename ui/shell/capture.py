"""Keeping a topic from anywhere: into a journal's inbox, or on the agenda of its next session.

No Qt here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol

from mentorjournal.errors import InvalidInput
from mentorjournal.journal.shelf import OpenJournal, Shelf
from mentorjournal.model.card import JournalCard, JournalId
from mentorjournal.model.change import Change
from mentorjournal.model.topic import topics_in
from mentorjournal.model.words import RelationshipStatus
from ui.shell.contract import Page, Runner
from ui.shell.words_kept import WordsKept

NO_JOURNAL = "There is no journal yet to keep a topic in. Begin one first."


@dataclass(frozen=True, slots=True)
class Target:
    """A journal that a topic can go to, and the day of its next planned session."""

    id: JournalId
    codename: str
    next_session_on: date | None


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was kept, and the day of the session whose agenda it stands on."""

    change: Change
    session_on: date | None


class CaptureView(Protocol):
    def show_targets(self, targets: Sequence[Target], chosen: JournalId) -> None: ...
    def open(self) -> None: ...
    def typed(self) -> str: ...
    def show_typed(self, words: str) -> None: ...
    def is_open(self) -> bool: ...
    def chosen(self) -> dict[str, object]: ...
    def choose_again(self, place: dict[str, object]) -> None: ...
    def take(self) -> None: ...
    def refuse(self, sentence: str) -> None: ...
    def place_words(self, codename: str, session_on: date | None) -> str: ...


class Notices(Protocol):
    def say_kept(self, sentence: str, *, undo: bool) -> None: ...


class Desk(Protocol):
    @property
    def journal(self) -> OpenJournal | None: ...
    @property
    def cards(self) -> Sequence[JournalCard]: ...
    def add_page(self, name: str, page: Page) -> None: ...
    def changed_in(self, journal: JournalId, change: Change) -> None: ...
    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None: ...


class Capture:
    """Offers the open journal first; on pages of the vault the one that was used last."""

    def __init__(self, view: CaptureView, notices: Notices, tasks: Runner, shelf: Shelf, desk: Desk) -> None:
        self._view = view
        self._notices = notices
        self._tasks = tasks
        self._shelf = shelf
        self._desk = desk
        self._last: JournalId | None = None
        self._busy = False
        desk.add_page("capture", WordsKept(view, self.open))

    def open(self) -> None:
        """Ask for a topic."""
        here = self._desk.journal
        cards = [
            card
            for card in self._desk.cards
            if card.status is not RelationshipStatus.CLOSED or (here is not None and card.id == here.id)
        ]
        if not cards:
            self._desk.problem(InvalidInput(NO_JOURNAL))
            return
        ids = [card.id for card in cards]
        wanted = here.id if here is not None else self._last
        targets = [Target(card.id, card.codename, card.next_session_on) for card in cards]
        self._view.show_targets(targets, wanted if wanted in ids else ids[0])
        self._view.open()

    def keep(self, text: str, target: Target, *, on_agenda: bool) -> None:
        """Keep what was typed, each line a topic. What does not fit is said, and the words stay."""
        if self._busy:
            return
        self._busy = True
        self._tasks.run(
            partial(_keep, self._shelf, target.id, topics_in(text), on_agenda),
            done=partial(self._kept, target),
            failed=self._not_kept,
        )

    def _kept(self, target: Target, kept: _Kept) -> None:
        self._busy = False
        self._last = target.id
        self._view.take()
        self._desk.changed_in(target.id, kept.change)
        here = self._desk.journal
        self._notices.say_kept(
            self._view.place_words(target.codename, kept.session_on),
            undo=here is not None and here.id == target.id,
        )

    def _not_kept(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, InvalidInput):
            self._view.refuse(str(error))
        else:
            self._desk.problem(error)


def _keep(shelf: Shelf, id: JournalId, texts: Sequence[str], on_agenda: bool) -> _Kept:
    journal = shelf.open(id).journal
    session = journal.sessions.coming() if on_agenda else None
    change = journal.topics.capture_all(texts, session.id if session else None)
    return _Kept(change, session.day if session else None)
