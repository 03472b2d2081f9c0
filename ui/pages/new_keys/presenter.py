"""New keys for a vault that nobody has open. The new code is written down, and two of its groups typed back,
before anything changes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Protocol

from mentorjournal.errors import SECRET_REFUSED, Cancelled, MentorJournalError
from mentorjournal.vault.rekeying import Renewed
from ui.shell.asked_back import AskedBack
from ui.shell.contract import LongRunner

if TYPE_CHECKING:
    from ui.tasks import Job, Report

KIT_NAME = "mentor-journal-recovery-kit.pdf"
_TURN = 0.1
"""Seconds after which the waiting work looks whether it was asked to stop."""


class Door(Protocol):
    """Everything here runs on the vault's thread."""

    def rekey(
        self,
        folder: Path,
        passphrase: str,
        told: Callable[[tuple[str, ...]], None],
        *,
        new_passphrase: str | None,
        keep_backups: bool,
    ) -> Renewed: ...
    def save_kit(self, path: Path, groups: tuple[str, ...], vault: Path) -> None: ...


class NewKeysView(Protocol):
    def show_vault(self, folder: str) -> None: ...
    def follow(self, job: Job) -> None: ...
    def show_code(self, groups: Sequence[str]) -> None: ...
    def ask_groups(self, first: int, second: int) -> None: ...
    def say_wrong_group(self, number: int) -> None: ...
    def show_replacing(self) -> None: ...
    def show_done(self, done: Renewed) -> None: ...
    def show_refused(self, sentence: str) -> None: ...
    def show_wrong(self, sentence: str) -> None: ...
    def show_kit_saved(self, name: str) -> None: ...


class Outside(Protocol):
    def choose_save_path(self, suggested: str) -> Path | None: ...
    def back_to_unlocking(self) -> None: ...


class NewKeysPresenter:
    def __init__(
        self, view: NewKeysView, tasks: LongRunner, outside: Outside, door: Door, folder: Path
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._door = door
        self._folder = folder
        self._groups: tuple[str, ...] = ()
        self._asked: AskedBack | None = None
        self._written = Event()
        self._job: Job | None = None
        self._leaving: Callable[[], None] | None = None
        self._to_read = False
        view.show_vault(str(folder))

    @property
    def in_the_middle(self) -> bool:
        """Whether keys are being made, or what came of it stands there and nowhere else."""
        return self._job is not None or bool(self._groups) or self._to_read

    def start(self, passphrase: str, new: str | None, *, keep_backups: bool) -> None:
        if self._job is not None:
            return
        self._written.clear()
        self._groups, self._asked, self._to_read = (), None, False
        work = partial(self._work, passphrase, new, keep_backups)
        self._job = self._tasks.run_long(work, done=self._done, failed=self._refused)
        self._view.follow(self._job)

    def heard(self) -> None:
        """The work has come further: perhaps to the new code."""
        if self._groups and self._asked is None:
            self._asked = AskedBack(self._groups)
            self._view.show_code(self._groups)

    def written_down(self) -> None:
        """The code is on paper, they say: ask for two groups of it, other ones each time."""
        if self._asked is not None and not self._written.is_set():
            self._view.ask_groups(*self._asked.ask())

    def show_again(self) -> None:
        if self._asked is not None and not self._written.is_set():
            self._view.show_code(self._groups)

    def answer(self, first: str, second: str) -> None:
        """With both groups right, the new keys may take the old ones' place."""
        if self._asked is None or self._written.is_set():
            return
        if wrong := self._asked.wrong(first, second):
            self._view.say_wrong_group(wrong)
        else:
            self._view.show_replacing()
            self._written.set()

    def stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def leave(self, then: Callable[[], None]) -> None:
        """Stop what can still be stopped, and do *then* once nothing is under way."""
        if self._job is None:
            then()
        else:
            self._leaving = then
            self.stop()

    def save_kit(self) -> None:
        path = self._outside.choose_save_path(KIT_NAME) if self._groups and self._job is None else None
        if path is None:
            return
        self._tasks.run(
            partial(self._door.save_kit, path, self._groups, self._folder),
            done=lambda _: self._view.show_kit_saved(path.name),
            failed=self._refused,
        )

    def back(self) -> None:
        if self._job is None:
            self._groups = ()
            self._outside.back_to_unlocking()

    # On the vault's thread

    def _work(self, passphrase: str, new: str | None, keep: bool, report: Report) -> Renewed:
        return self._door.rekey(
            self._folder, passphrase, partial(self._told, report), new_passphrase=new, keep_backups=keep
        )

    def _told(self, report: Report, groups: tuple[str, ...]) -> None:
        """Wait until the code is written down; asked to stop, nothing has changed."""
        self._groups = groups
        report(1, 2)
        while not self._written.wait(_TURN):
            report(1, 2)

    # On the screen's

    def _done(self, done: Renewed) -> None:
        self._job = None
        if self._leaving is not None:
            self._leaving()
        else:
            self._view.show_done(done)

    def _refused(self, error: Exception) -> None:
        if self._job is not None:
            self._job, self._groups = None, ()
            self._to_read = not isinstance(error, (*SECRET_REFUSED, Cancelled))
        if not isinstance(error, MentorJournalError):
            raise error
        if self._leaving is not None:
            self._leaving()
        elif isinstance(error, SECRET_REFUSED):
            self._view.show_wrong(str(error))
        else:
            self._view.show_refused(str(error))
