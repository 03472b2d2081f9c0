"""Everything in files that need no Mentor Journal, for the owner alone. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from mentorjournal.errors import MentorJournalError, WrongPassphrase
from mentorjournal.files import free_place
from mentorjournal.journal.shelf import Shelf
from mentorjournal.leaving.choice import Form, Taken
from mentorjournal.model.clock import Clock
from ui.shell.contract import LongRunner

if TYPE_CHECKING:
    from ui.tasks import Job, Report

FOLDER_NAME = "mentoring-journals"


class LeavingView(Protocol):
    def show_journals(self, codenames: Sequence[str]) -> None: ...
    def show_proving(self) -> None: ...
    def follow(self, job: Job) -> None: ...
    def show_taken(self, taken: Taken) -> None: ...
    def show_problem(self, sentence: str) -> None: ...
    def show_wrong(self, sentence: str) -> None: ...
    def forget_typed(self) -> None: ...


class Outside(Protocol):
    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None: ...


class Door(Protocol):
    """Runs on the vault's thread."""

    def prove(self, shelf: Shelf, typed: str) -> None: ...
    def now(self) -> Clock: ...


class TakingAlong:
    """*choose_place* asks for the folder in which the new one is made."""

    def __init__(
        self,
        view: LeavingView,
        tasks: LongRunner,
        outside: Outside,
        door: Door,
        shelf: Shelf,
        choose_place: Callable[[], Path | None],
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._door = door
        self._shelf = shelf
        self._choose_place = choose_place
        self._busy = False

    def shown(self) -> None:
        """The settings have come to the front."""
        if not self._busy:
            self._tasks.run(self._codenames, done=self._view.show_journals, failed=self._outside.problem)

    def take(self, codename: str, forms: frozenset[Form], typed: str) -> None:
        """Prove that the owner asks, ask where to, and write. An empty *codename* is the whole vault."""
        if self._busy:
            return
        if not forms:
            self._view.show_problem("Choose at least one of the three forms.")
            return
        self._busy = True
        self._view.show_proving()
        self._tasks.run(
            partial(self._door.prove, self._shelf, typed),
            done=partial(self._proved, codename, forms),
            failed=self._failed,
        )

    def leave(self) -> None:
        """Nothing secret stays on a page that is not looked at; what is being written goes on."""
        self._view.forget_typed()

    def _proved(self, codename: str, forms: frozenset[Form], _nothing: None) -> None:
        chosen = self._choose_place()
        if chosen is None:
            self._busy = False
            self._view.show_problem("")
            return
        self._view.forget_typed()
        job = self._tasks.run_long(
            partial(self._take, chosen, codename, forms), done=self._taken, failed=self._failed
        )
        self._view.follow(job)

    def _take(self, parent: Path, codename: str, forms: frozenset[Form], report: Report) -> Taken:
        from mentorjournal.leaving.taking import take_along  # with all that makes a book, when it is wanted

        clock = self._door.now()
        to = free_place(parent, f"{FOLDER_NAME}-{clock().date().isoformat()}")
        return take_along(self._shelf, to, codename=codename, forms=forms, each=report, clock=clock)

    def _codenames(self) -> list[str]:
        return [card.codename for card in self._shelf.cards()]

    def _taken(self, taken: Taken) -> None:
        self._busy = False
        self._view.show_taken(taken)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, WrongPassphrase):
            self._view.show_wrong(str(error))
        elif isinstance(error, MentorJournalError):
            self._view.show_problem(str(error))
        else:
            self._view.show_problem("")
            self._outside.problem(error)
