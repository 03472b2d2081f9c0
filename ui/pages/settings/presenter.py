"""What can be set: the look, when to lock, the passphrase, the recovery kit."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Protocol

from mentorjournal.errors import MentorJournalError
from mentorjournal.journal.shelf import Shelf
from ui.shell.contract import LongRunner
from ui.shell.settings_file import Settings

if TYPE_CHECKING:
    from ui.tasks import Job, Report

_TURN = 0.1
"""Seconds after which the waiting work looks whether it was asked to stop."""

KIT_NAME = "mentor-journal-recovery-kit.pdf"


class Door(Protocol):
    """Everything here runs on the vault's thread."""

    def change_passphrase(self, shelf: Shelf, old: str, new: str) -> None: ...
    def new_recovery_code(
        self, shelf: Shelf, passphrase: str, told: Callable[[tuple[str, ...]], None]
    ) -> None: ...
    def save_kit(self, path: Path, groups: tuple[str, ...], vault: Path) -> None: ...


class Keeper(Protocol):
    """Keeps the settings and makes them felt at once."""

    @property
    def value(self) -> Settings: ...
    def change(self, edit: Callable[[Settings], Settings]) -> None: ...


class SettingsView(Protocol):
    def show_settings(self, settings: Settings) -> None: ...
    def show_vault(self, folder: str) -> None: ...
    def show_versions(self, versions: str) -> None: ...
    def show_code(self, groups: tuple[str, ...]) -> None: ...
    def say_passphrase(self, sentence: str, *, good: bool) -> None: ...
    def follow_kit(self, job: Job) -> None: ...
    def hide_code(self) -> None: ...
    def say_kit(self, sentence: str, *, good: bool) -> None: ...
    def passphrase_changed(self) -> None: ...
    def kit_saved(self, name: str) -> None: ...
    def set_busy(self, busy: bool) -> None: ...
    def forget_typed(self) -> None: ...


class Outside(Protocol):
    def choose_save_path(self, suggested: str) -> Path | None: ...
    def versions(self) -> str: ...


class SettingsPresenter:
    def __init__(
        self, view: SettingsView, tasks: LongRunner, outside: Outside, door: Door, settings: Keeper
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._door = door
        self._settings = settings
        self._seen = Event()
        self._shelf: Shelf | None = None
        self._folder = Path()
        self._groups: tuple[str, ...] = ()
        self._busy = False

    def begin(self, shelf: Shelf, folder: Path) -> None:
        self._shelf, self._folder = shelf, folder
        self._view.show_vault(str(folder))
        self.shown()
        self._tasks.run(self._outside.versions, done=self._view.show_versions, failed=self._kit_refused)

    def shown(self) -> None:
        self._view.show_settings(self._settings.value)

    def leave(self) -> None:
        """Nothing secret stays on a page that is not looked at."""
        self._groups = ()
        self._view.forget_typed()

    def set_look(self, look: str) -> None:
        self._settings.change(lambda now: now._replace(look=look))

    def set_zoom(self, zoom: int) -> None:
        self._settings.change(lambda now: now._replace(zoom=zoom))

    def set_idle_minutes(self, minutes: int) -> None:
        self._settings.change(lambda now: now._replace(idle_minutes=minutes))

    def set_lock_on_minimise(self, locks: bool) -> None:
        self._settings.change(lambda now: now._replace(lock_on_minimise=locks))

    def set_clipboard_seconds(self, seconds: int) -> None:
        self._settings.change(lambda now: now._replace(clipboard_seconds=seconds))

    def set_companion(self, points: bool) -> None:
        self._settings.change(lambda now: now._replace(companion=points))

    def change_passphrase(self, old: str, new: str) -> None:
        shelf = self._shelf
        if shelf is None or self._busy:
            return
        self._set_busy(True)
        self._view.say_passphrase("", good=True)
        self._tasks.run(
            lambda: self._door.change_passphrase(shelf, old, new),
            done=self._passphrase_changed,
            failed=self._passphrase_refused,
        )

    def make_kit(self, passphrase: str) -> None:
        shelf = self._shelf
        if shelf is None or self._busy:
            return
        self._set_busy(True)
        self._view.say_kit("", good=True)
        self._groups = ()
        self._seen.clear()
        job = self._tasks.run_long(
            lambda report: self._door.new_recovery_code(shelf, passphrase, partial(self._told, report)),
            done=self._kit_made,
            failed=self._kit_not_made,
        )
        self._view.follow_kit(job)

    def kit_heard(self) -> None:
        """The new code is there. Once it is to be seen, the old one may go."""
        if self._groups and not self._seen.is_set():
            self._view.show_code(self._groups)
            self._seen.set()

    def save_kit(self) -> None:
        if not self._groups or self._busy:
            return
        path = self._outside.choose_save_path(KIT_NAME)
        if path is None:
            return
        groups, folder = self._groups, self._folder
        self._set_busy(True)
        self._tasks.run(
            lambda: self._door.save_kit(path, groups, folder),
            done=lambda _: self._kit_saved(path),
            failed=self._kit_refused,
        )

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._view.set_busy(busy)

    def _passphrase_changed(self, _: None) -> None:
        self._set_busy(False)
        self._view.forget_typed()
        self._view.passphrase_changed()

    def _passphrase_refused(self, error: Exception) -> None:
        self._set_busy(False)
        self._view.say_passphrase(_worded(error), good=False)

    def _told(self, report: Report, groups: tuple[str, ...]) -> None:
        """On the vault's thread: wait until the code has been shown. Stopped by a lock, the old one stays."""
        self._groups = groups
        report(1, 2)
        while not self._seen.wait(_TURN):
            report(1, 2)

    def _kit_made(self, _: None) -> None:
        self._set_busy(False)

    def _kit_not_made(self, error: Exception) -> None:
        self._groups = ()
        self._view.hide_code()
        self._kit_refused(error)

    def _kit_saved(self, path: Path) -> None:
        self._set_busy(False)
        self._view.kit_saved(path.name)

    def _kit_refused(self, error: Exception) -> None:
        self._set_busy(False)
        self._view.say_kit(_worded(error), good=False)


def _worded(error: Exception) -> str:
    if not isinstance(error, MentorJournalError):
        raise error
    return str(error)
