"""A first vault: a passphrase, a recovery kit, and two of its groups typed back before it is done."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from mentorjournal.errors import MentorJournalError
from mentorjournal.journal.shelf import Shelf
from ui.shell.asked_back import AskedBack

T = TypeVar("T")

KIT_NAME = "mentor-journal-recovery-kit.pdf"


class Runner(Protocol):
    def run(
        self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> object: ...


class Door(Protocol):
    """How a vault is made; everything here runs on the vault's thread."""

    def create(self, folder: Path, passphrase: str) -> tuple[Shelf, tuple[str, ...]]: ...
    def save_kit(self, path: Path, groups: tuple[str, ...], vault: Path) -> None: ...


class WelcomeView(Protocol):
    def show_folder(self, folder: str) -> None: ...
    def show_passphrase(self) -> None: ...
    def show_kit(self, groups: tuple[str, ...]) -> None: ...
    def ask_groups(self, first: int, second: int) -> None: ...
    def say(self, sentence: str) -> None: ...
    def say_kit_saved(self, name: str) -> None: ...
    def say_wrong_group(self, number: int) -> None: ...
    def set_busy(self, busy: bool) -> None: ...
    def forget_typed(self) -> None: ...


class Outside(Protocol):
    def vault_made(self, shelf: Shelf, folder: Path) -> None: ...
    def choose_folder(self) -> Path | None: ...
    def choose_vault(self) -> Path | None: ...
    def choose_save_path(self, suggested: str) -> Path | None: ...
    def vault_chosen(self, folder: Path) -> None: ...


class WelcomePresenter:
    def __init__(
        self,
        view: WelcomeView,
        tasks: Runner,
        outside: Outside,
        door: Door,
        folder: Path,
        choice: random.Random | None = None,
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._door = door
        self._folder = folder
        self._choice = choice
        self._made: tuple[Shelf, tuple[str, ...]] | None = None
        self._asked: AskedBack | None = None
        self._busy = False

    def begin(self) -> None:
        self._view.show_folder(str(self._folder))

    def choose_folder(self) -> None:
        folder = self._outside.choose_folder()
        if folder is not None:
            self._folder = folder
            self._view.say("")
            self._view.show_folder(str(folder))

    def open_existing(self) -> None:
        folder = self._outside.choose_vault()
        if folder is not None:
            self._outside.vault_chosen(folder)

    def create(self, passphrase: str) -> None:
        if self._busy or self._made is not None:
            return
        folder = self._folder
        self._start()
        self._tasks.run(
            lambda: self._door.create(folder, passphrase), done=self._created, failed=self._refused
        )

    def save_kit(self) -> None:
        """Keep the kit as a PDF where the person wants it."""
        made = self._made
        if made is None or self._busy:
            return
        path = self._outside.choose_save_path(KIT_NAME)
        if path is None:
            return
        groups, vault = made[1], self._folder
        self._start()
        self._tasks.run(
            lambda: self._door.save_kit(path, groups, vault),
            done=lambda _: self._kit_saved(path),
            failed=self._refused,
        )

    def check_kit(self) -> None:
        """Ask for two groups, other ones each time."""
        if self._asked is not None:
            self._view.say("")
            self._view.ask_groups(*self._asked.ask())

    def show_kit_again(self) -> None:
        if self._made is not None:
            self._view.say("")
            self._view.show_kit(self._made[1])

    def answer(self, first: str, second: str) -> None:
        if self._made is None or self._asked is None:
            return
        if wrong := self._asked.wrong(first, second):
            self._view.say_wrong_group(wrong)
            return
        shelf, _ = self._made
        self._made = self._asked = None
        self._view.forget_typed()
        self._outside.vault_made(shelf, self._folder)

    def _start(self) -> None:
        self._busy = True
        self._view.say("")
        self._view.set_busy(True)

    def _ended(self) -> None:
        self._busy = False
        self._view.set_busy(False)

    def _created(self, made: tuple[Shelf, tuple[str, ...]]) -> None:
        self._ended()
        self._made = made
        self._asked = AskedBack(made[1], self._choice)
        self._view.forget_typed()
        self._view.show_kit(made[1])

    def _kit_saved(self, path: Path) -> None:
        self._ended()
        self._view.say_kit_saved(path.name)

    def _refused(self, error: Exception) -> None:
        self._ended()
        if not isinstance(error, MentorJournalError):
            raise error
        self._view.say(str(error))
