"""Who is this journal for? Role, kind, form, a codename and what the kind needs; the rest is asked later."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Protocol, TypeVar

from mentorjournal.errors import InvalidInput, MentorJournalError
from mentorjournal.journal.shelf import OpenJournal, Shelf
from mentorjournal.model.beginning import begun
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock, system_clock
from mentorjournal.model.codename import doubt
from mentorjournal.model.relationship import Relationship, usual_end
from mentorjournal.model.words import Role
from mentorjournal.primers import Primer, primers
from ui.pages.new_journal.codenames import suggested

T = TypeVar("T")


class Runner(Protocol):
    def run(
        self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> object: ...


class NewJournalView(Protocol):
    def begin(self) -> None: ...
    def suggest(self, codename: str) -> None: ...
    def propose_end(self, end: date, today: date) -> None: ...
    def show_primer(self, title: str, minutes: int) -> None: ...
    def show_doubt(self, sentence: str) -> None: ...
    def typed(self) -> dict[str, object]: ...
    def show_typed(self, typed: Mapping[str, object]) -> None: ...
    def say(self, sentence: str) -> None: ...
    def set_busy(self, busy: bool) -> None: ...


class Outside(Protocol):
    def journal_made(self, journal: OpenJournal) -> None: ...
    def journal_not_wanted(self) -> None: ...


class NewJournalPresenter:
    """What stands on the sheet stays there until a journal was made of it, over a lock as well: for that the
    desk drives it like a page of whatever journal is open.
    """

    def __init__(
        self,
        view: NewJournalView,
        tasks: Runner,
        outside: Outside,
        choice: random.Random | None = None,
        clock: Clock = system_clock,
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._choice = choice or random.SystemRandom()
        self._clock = clock
        self._shelf: Shelf | None = None
        self._taken: Sequence[str] = ()
        self._primer: Primer | None = None
        self._role = Role.MENTOR
        self._begun = False
        self._left: Mapping[str, object] = {}
        self._busy = False

    def begin(self, shelf: Shelf, taken: Sequence[str]) -> None:
        """Ask for a journal on *shelf*, where the codenames *taken* stand already."""
        self._shelf = shelf
        self._taken = taken
        self._view.say("")
        if not self._begun:
            self._begun = True
            self._lay_out()
        self._tasks.run(primers, done=self._arrived, failed=self._refused)

    def _lay_out(self) -> None:
        """The sheet as it was when the vault was locked, or an empty one."""
        today = self._clock().date()
        self._view.begin()
        self._view.propose_end(usual_end(today), today)
        left, self._left = self._left, {}
        made = str(left.get("codename", "")).casefold() in {name.casefold() for name in self._taken}
        if left and not made:
            self._view.show_typed(left)
        else:
            self._view.suggest(suggested(self._taken, self._choice))

    def another_codename(self) -> None:
        self._view.suggest(suggested(self._taken, self._choice))

    def look_at(self, wanted: Relationship) -> None:
        """Say what about the codename may give somebody away."""
        texts = (wanted.specialist_topic, wanted.question, wanted.programme.name)
        self._view.show_doubt(doubt(wanted.codename, texts=texts))
        self._role = wanted.my_role
        self._show_primer()

    def give_up(self) -> None:
        self._outside.journal_not_wanted()

    def make(self, wanted: Relationship) -> None:
        shelf = self._shelf
        if shelf is None or self._busy:
            return
        self._view.say("")
        try:
            relationship = begun(wanted, self._clock().date())
        except InvalidInput as error:
            self._view.say(str(error))
            return
        self._busy = True
        self._view.set_busy(True)
        self._tasks.run(lambda: shelf.add(relationship), done=self._made, failed=self._refused)

    # As a page of the journal that is open

    def open(self, journal: object) -> None:
        """The sheet is of no journal."""

    def flush(self) -> None:
        """Nothing is kept before it is made."""

    def close(self) -> None:
        """The sheet stays as it is while journals come and go."""

    def place(self) -> dict[str, object]:
        return self._view.typed() if self._begun else {}

    def restore(self, place: dict[str, object]) -> None:
        """Only what an earlier sitting left: what stands on the sheet by now is newer."""
        if not self._begun:
            self._left = place

    def refresh(self, change: Change) -> None:
        """No change touches the sheet."""

    # Inside

    def _arrived(self, found: tuple[Primer, ...]) -> None:
        self._primer = found[0]
        self._show_primer()

    def _show_primer(self) -> None:
        if self._primer is not None:
            self._view.show_primer(self._primer.title, self._primer.minutes(self._role))

    def _made(self, journal: OpenJournal) -> None:
        self._busy = False
        self._begun = False
        self._view.set_busy(False)
        self._outside.journal_made(journal)

    def _refused(self, error: Exception) -> None:
        self._busy = False
        self._view.set_busy(False)
        if not isinstance(error, MentorJournalError):
            raise error
        self._view.say(str(error))
