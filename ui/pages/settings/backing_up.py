"""The vault's own backups: which there are, one more now, proof that one opens, one restored. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from mentorjournal.errors import MentorJournalError, NotFound
from mentorjournal.files import free_place
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.clock import Clock
from mentorjournal.vault.automatic import SWITCH, is_on
from mentorjournal.vault.backups import journals_in
from mentorjournal.vault.drill import Drill, Remembered, last_drill
from mentorjournal.vault.way_back import report as restored_report
from ui.shell.contract import LongRunner

if TYPE_CHECKING:
    from ui.tasks import Job, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupShown:
    """*made_at* is of this machine's own zone."""

    name: str
    made_at: datetime
    journals: int


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What the card shows. *drilled* is the last time that a backup was proved, and how that ended."""

    backups: tuple[BackupShown, ...]
    automatic: bool
    drilled: Remembered | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """All backups after another one was made, and the codenames of journals that were found damaged."""

    backups: tuple[BackupShown, ...]
    damaged: tuple[str, ...]


class BackupsView(Protocol):
    def show_state(self, state: State) -> None: ...
    def show_making(self) -> None: ...
    def show_made(self, made: Made) -> None: ...
    def show_proving(self) -> None: ...
    def show_proved(self, done: Drill, state: State) -> None: ...
    def follow_restoring(self, job: Job) -> None: ...
    def show_restored(self, lines: Sequence[str]) -> None: ...
    def show_problem(self, sentence: str) -> None: ...


class Outside(Protocol):
    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None: ...


class BackingUp:
    """*choose_place* asks for the folder in which a restored vault is made; *clock* dates a proof."""

    def __init__(
        self,
        view: BackupsView,
        tasks: LongRunner,
        outside: Outside,
        shelf: Shelf,
        choose_place: Callable[[], Path | None],
        clock: Clock,
    ) -> None:
        self._clock = clock
        self._choose_place = choose_place
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._shelf = shelf
        self._busy = False

    def shown(self) -> None:
        """The settings have come to the front."""
        if not self._busy:
            self._tasks.run(self._state, done=self._view.show_state, failed=self._outside.problem)

    def make(self) -> None:
        """Make a backup of the whole vault, beside it."""
        if not self._busy:
            self._busy = True
            self._view.show_making()
            self._tasks.run(self._make, done=self._made, failed=self._failed)

    def set_automatic(self, on: bool) -> None:
        """Let backups be made after changes, or only when asked for."""
        self._tasks.run(partial(self._switch, on), done=self._view.show_state, failed=self._failed)

    def prove(self) -> None:
        """Prove that the newest backup opens and is complete."""
        if not self._busy:
            self._busy = True
            self._view.show_proving()
            self._tasks.run(self._prove, done=self._proved, failed=self._failed)

    def restore(self, name: str) -> None:
        """Make a vault of its own from a backup, in a folder that is chosen."""
        chosen = None if self._busy else self._choose_place()
        if chosen is None:
            return
        self._busy = True
        job = self._tasks.run_long(
            partial(self._restore, name, chosen), done=self._restored, failed=self._failed
        )
        self._view.follow_restoring(job)

    def _state(self) -> State:
        index = self._shelf.vault.index
        return State(backups=self._listed(), automatic=is_on(index), drilled=last_drill(index))

    def _switch(self, on: bool) -> State:
        self._shelf.set_setting(SWITCH, on)
        return self._state()

    def _prove(self) -> tuple[Drill, State]:
        there = self._shelf.vault.backups()
        if not there:
            raise NotFound("There is no backup yet. Make one first.")
        return self._shelf.vault.drill(there[0], self._clock()), self._state()

    def _restore(self, name: str, parent: Path, report: Report) -> list[str]:
        vault = self._shelf.vault
        backup = next((one for one in vault.backups() if one.name == name), None)
        if backup is None:
            raise NotFound("This backup is not there any more. Choose another one.")
        to = free_place(parent, f"{vault.folder.name} restored")
        return restored_report(backup, vault.restore(backup.folder, to, each=report))

    def _proved(self, found: tuple[Drill, State]) -> None:
        self._busy = False
        self._view.show_proved(*found)

    def _restored(self, lines: list[str]) -> None:
        self._busy = False
        self._view.show_restored(lines)

    def _listed(self) -> tuple[BackupShown, ...]:
        return tuple(
            BackupShown(name=one.name, made_at=one.made_at.astimezone(), journals=journals_in(one))
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
