"""A contact between sessions, noted in a short form: how, when, and what was said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol

from mentorjournal.errors import InvalidInput
from mentorjournal.journal import planning
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import Mode
from ui.desk import OpenJournal, Outside
from ui.draft import Runner


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ContactDraft:
    """*day* is None where what was typed is no day."""

    mode: Mode
    day: date | None
    text: str

    def __repr__(self) -> str:
        return "ContactDraft()"


class ContactView(Protocol):
    def begin(self, today: date) -> None: ...
    def typed(self) -> ContactDraft: ...
    def refuse(self, message: str) -> None: ...
    def clear(self) -> None: ...


class ContactPresenter:
    """Keeps what stands in the form when it is sent, and when the page is left with words in it."""

    def __init__(self, view: ContactView, tasks: Runner, outside: Outside, clock: Clock) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._clock = clock
        self._journal: OpenJournal | None = None
        self._id: EntryId | None = None
        self._kept: Callable[[EntryId, Change], None] | None = None

    def begin(self, journal: OpenJournal, id: EntryId) -> None:
        """Show an empty form for the contact of this id."""
        self._journal, self._id = journal, id
        self._view.begin(self._clock().date())

    def tell(self, kept: Callable[[EntryId, Change], None]) -> None:
        self._kept = kept

    def keep(self) -> None:
        """Keep the contact, or say what is missing."""
        draft = self._view.typed()
        if draft.day is None:
            self._view.refuse("This is not understood as a day. Type it like “yesterday” or “3 Dec”.")
        else:
            self._keep(draft, draft.day)

    def flush(self) -> None:
        """Nothing typed is lost: words without a day are kept as of today."""
        if self._id is None:
            return
        draft, today = self._view.typed(), self._clock().date()
        if draft.text.strip():
            self._keep(draft, min(draft.day or today, today))

    def leave(self) -> None:
        """Keep what was typed and put the form away."""
        if self._id is not None:
            self.flush()  # words stay in the form until they are kept
            if not self._view.typed().text.strip():
                self._id = None
                self._view.clear()

    def close(self) -> None:
        self.leave()
        self._journal = None

    def _keep(self, draft: ContactDraft, day: date) -> None:
        journal, id = self._journal, self._id
        if journal is None or id is None:
            return
        self._id = None  # once: keeping it twice would be two of the same
        self._tasks.run(
            partial(planning.note_contact, journal.journal, day, draft.mode, draft.text, id),
            done=partial(self._done, journal, id),
            failed=partial(self._failed, journal, id),
        )

    def _done(self, journal: OpenJournal, id: EntryId, change: Change) -> None:
        if self._id is None:
            self._view.clear()
        if journal is self._journal and self._kept is not None:
            self._kept(id, change)

    def _failed(self, journal: OpenJournal, id: EntryId, error: Exception) -> None:
        if journal is self._journal and self._id is None:
            self._id = id
        if isinstance(error, InvalidInput):
            self._view.refuse(str(error))
        else:
            self._outside.problem(error)
