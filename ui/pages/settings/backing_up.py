"""The vault's own backups: which there are, and one more now. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from mentorjournal.errors import MentorJournalError
from mentorjournal.journal.shelf import Shelf
from mentorjournal.vault.backups import journals_in

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupShown:
    """*made_at* is of this machine's own zone."""

    made_at: datetime
    journals: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """All backups after another one was made, and the codenames of journals that were found damaged."""

    backups: tuple[BackupShown, ...]
    damaged: tuple[str, ...]


class Runner(Protocol):
    def run(
        self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> object: ...


class BackupsView(Protocol):
    def show_backups(self, backups: Sequence[BackupShown]) -> None: ...
    def show_making(self) -> None: ...
    def show_made(self, made: Made) -> None: ...
    def show_problem(self, sentence: str) -> None: ...


class Outside(Protocol):
    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None: ...


class BackingUp:
    def __init__(self, view: BackupsView, tasks: Runner, outside: Outside, shelf: Shelf) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._shelf = shelf
        self._busy = False

    def shown(self) -> None:
        """The settings have come to the front."""
        if not self._busy:
            self._tasks.run(self._listed, done=self._view.show_backups, failed=self._outside.problem)

    def make(self) -> None:
        """Make a backup of the whole vault, beside it."""
        if not self._busy:
            self._busy = True
            self._view.show_making()
            self._tasks.run(self._make, done=self._made, failed=self._failed)

    def _listed(self) -> tuple[BackupShown, ...]:
        return tuple(
            BackupShown(made_at=one.made_at.astimezone(), journals=journals_in(one))
            for one in self._shelf.vault.backups()
        )

    def _make(self) -> Made:
        made = self._shelf.back_up()
        names = {card.id: card.codename for card in self._shelf.cards()}
        damaged = tuple(names.get(id, id[:8]) for id in made.damaged)
        return Made(backups=self._listed(), damaged=damaged)

    def _made(self, made: Made) -> None:
        self._busy = False
        self._view.show_made(made)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if not isinstance(error, MentorJournalError):
            self._view.show_problem("")
            self._outside.problem(error)
        else:
            self._view.show_problem(str(error))
