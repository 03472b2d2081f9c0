"""The ways out of a damaged vault: read what can be read, restore a backup, salvage. None of them erases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from mentorjournal.errors import SECRET_REFUSED, Cancelled, MentorJournalError
from mentorjournal.files import free_place
from mentorjournal.journal.shelf import Shelf
from mentorjournal.vault.backups import Backup, journals_in
from ui.shell.contract import LongRunner

if TYPE_CHECKING:
    from ui.tasks import Job, Report

REPORT_NAME = "salvage-report.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupSeen:
    """What of a backup shows without opening it. *made_at* is of this machine's own zone."""

    name: str
    made_at: datetime
    journals: int

    @classmethod
    def of(cls, backup: Backup) -> BackupSeen:
        made_at = backup.made_at.astimezone()
        return cls(name=backup.name, made_at=made_at, journals=journals_in(backup))


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """A new vault beside the damaged one, and what there is to say of it."""

    folder: Path
    lines: tuple[str, ...]


class Door(Protocol):
    """Everything here runs on the vault's thread."""

    def open_to_read(self, folder: Path, secret: str, *, by_code: bool) -> Shelf: ...
    def backups_seen(self, folder: Path) -> Sequence[Backup]: ...
    def restore(
        self, folder: Path, backup: str, secret: str, to: Path, *, by_code: bool, report: Report
    ) -> tuple[Path, Sequence[str]]: ...
    def salvage(
        self, folder: Path, secret: str, to: Path, *, by_code: bool, report: Report
    ) -> tuple[Path, Sequence[str]]: ...
    def save_lines(self, path: Path, lines: Sequence[str]) -> None: ...


class RescueView(Protocol):
    def show_vault(self, folder: str, sentence: str, *, by_code: bool) -> None: ...
    def show_ways(self, *, by_code: bool) -> None: ...
    def show_backups(self, backups: Sequence[BackupSeen]) -> None: ...
    def follow_restoring(self, job: Job) -> None: ...
    def follow_salvaging(self, job: Job) -> None: ...
    def set_busy(self, busy: bool) -> None: ...
    def say(self, sentence: str, *, good: bool = False) -> None: ...
    def say_wrong(self, sentence: str) -> None: ...
    def show_brought(self, brought: Brought) -> None: ...
    def report_saved(self, name: str) -> None: ...
    def forget_typed(self) -> None: ...


class Outside(Protocol):
    def opened_to_read(self, shelf: Shelf) -> None: ...
    def choose_place(self) -> Path | None: ...
    def choose_save_path(self, suggested: str) -> Path | None: ...
    def vault_chosen(self, folder: Path) -> None: ...
    def back_to_unlocking(self) -> None: ...


class RescuePresenter:
    """One damaged vault. Long work goes on until it ends or is stopped; nothing else begins meanwhile."""

    def __init__(
        self, view: RescueView, tasks: LongRunner, outside: Outside, door: Door, folder: Path
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._door = door
        self._folder = folder
        self._by_code = False
        self._busy = False
        self._brought: Brought | None = None
        self._long = False
        self._to_read = False

    @property
    def in_the_middle(self) -> bool:
        """Whether something is being made, or what came of it stands there and nowhere else."""
        return self._busy or self._brought is not None or self._to_read

    def begin(self, sentence: str, *, by_code: bool) -> None:
        self._by_code = by_code
        self._view.show_vault(str(self._folder), sentence, by_code=by_code)
        self._tasks.run(self._seen, done=self._view.show_backups, failed=self._refused)

    def use_code(self, by_code: bool) -> None:
        if not self._busy:
            self._by_code = by_code
            self._view.show_ways(by_code=by_code)

    def read(self, secret: str) -> None:
        """Open read-only what can be read."""
        if self._busy:
            return
        folder, by_code = self._folder, self._by_code
        self._begin()
        self._tasks.run(
            lambda: self._door.open_to_read(folder, secret, by_code=by_code),
            done=self._opened,
            failed=self._refused,
        )

    def restore(self, backup: str, secret: str) -> None:
        """Make a vault beside from a backup; without a name from the newest that reads whole."""
        to = None if self._busy else self._place(secret, "restored")
        if to is None:
            return
        folder, by_code = self._folder, self._by_code
        self._begin()
        job = self._tasks.run_long(
            lambda report: brought_of(
                self._door.restore(folder, backup, secret, to, by_code=by_code, report=report)
            ),
            done=self._done,
            failed=self._refused,
        )
        self._long = True
        self._view.follow_restoring(job)

    def salvage(self, secret: str) -> None:
        """Make a vault beside from all that can be read."""
        to = None if self._busy else self._place(secret, "salvaged")
        if to is None:
            return
        folder, by_code = self._folder, self._by_code
        self._begin()
        job = self._tasks.run_long(
            lambda report: brought_of(self._door.salvage(folder, secret, to, by_code=by_code, report=report)),
            done=self._done,
            failed=self._refused,
        )
        self._long = True
        self._view.follow_salvaging(job)

    def save_report(self) -> None:
        brought = self._brought
        path = self._outside.choose_save_path(REPORT_NAME) if brought is not None and not self._busy else None
        if path is None or brought is None:
            return
        self._tasks.run(
            lambda: self._door.save_lines(path, brought.lines),
            done=lambda _: self._view.report_saved(path.name),
            failed=self._refused,
        )

    def open_brought(self) -> None:
        """Switch to the new vault: its unlock page comes up."""
        if self._brought is not None and not self._busy:
            self._view.forget_typed()
            self._outside.vault_chosen(self._brought.folder)

    def back(self) -> None:
        if not self._busy:
            self._view.forget_typed()
            self._outside.back_to_unlocking()

    # Inside

    def _seen(self) -> tuple[BackupSeen, ...]:
        return tuple(BackupSeen.of(one) for one in self._door.backups_seen(self._folder))

    def _place(self, secret: str, word: str) -> Path | None:
        """Where the new vault goes: a folder of its own in the one that was chosen."""
        if not secret:
            self._view.say_wrong(
                "Type the recovery code first." if self._by_code else "Type the passphrase first."
            )
            return None
        chosen = self._outside.choose_place()
        return free_place(chosen, f"{self._folder.name} {word}") if chosen is not None else None

    def _begin(self) -> None:
        self._busy = True
        self._long = self._to_read = False
        self._view.say("")
        self._view.set_busy(True)

    def _end(self) -> None:
        self._busy = False
        self._view.set_busy(False)

    def _opened(self, shelf: Shelf) -> None:
        self._end()
        self._view.forget_typed()
        self._outside.opened_to_read(shelf)

    def _done(self, brought: Brought) -> None:
        self._end()
        self._brought = brought
        self._view.show_brought(brought)

    def _refused(self, error: Exception) -> None:
        self._end()
        self._to_read = self._long and not isinstance(error, (*SECRET_REFUSED, Cancelled))
        if not isinstance(error, MentorJournalError):
            raise error
        if isinstance(error, SECRET_REFUSED):
            self._view.say_wrong(str(error))
        else:
            self._view.say(str(error), good=isinstance(error, Cancelled))


def brought_of(made: tuple[Path, Sequence[str]]) -> Brought:
    folder, lines = made
    return Brought(folder=folder, lines=tuple(lines))
