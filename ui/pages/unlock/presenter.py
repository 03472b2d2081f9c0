"""From a passphrase, or a recovery code, to an open shelf; whatever is wrong is said in place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from mentorjournal.errors import (
    DamagedIndex,
    DamagedOrForeign,
    InUse,
    MentorJournalError,
    MissingKeyFile,
    NewerVersion,
    NotAVault,
    ReadOnlyPlace,
    WrongPassphrase,
)
from mentorjournal.journal.shelf import Shelf

T = TypeVar("T")


class Runner(Protocol):
    def run(
        self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> object: ...


class Door(Protocol):
    """How a vault is opened; everything here runs on the vault's thread."""

    def open(self, folder: Path, passphrase: str, *, rebuild_index: bool = False) -> Shelf: ...
    def open_with_code(self, folder: Path, code: str, *, rebuild_index: bool = False) -> Shelf: ...
    def open_to_read(self, folder: Path, secret: str, *, by_code: bool) -> Shelf: ...
    def who_has_it(self, folder: Path) -> str: ...


class UnlockView(Protocol):
    def show_folder(self, folder: str) -> None: ...
    def show_ways(self, *, by_code: bool) -> None: ...
    def set_busy(self, busy: bool) -> None: ...
    def say(self, sentence: str) -> None: ...
    def offer_rebuild(self, offered: bool) -> None: ...
    def offer_rescue(self, offered: bool) -> None: ...
    def select_typed(self) -> None: ...
    def forget_typed(self) -> None: ...


class Outside(Protocol):
    def unlocked(self, shelf: Shelf, code: str | None) -> None: ...
    def opened_to_read(self, shelf: Shelf) -> None: ...
    def choose_vault(self) -> Path | None: ...
    def vault_chosen(self, folder: Path) -> None: ...
    def rescue(self, folder: Path, sentence: str, typed: str, *, by_code: bool) -> None: ...
    def read_safety(self) -> None: ...
    def show_backups(self, folder: Path, typed: str, *, by_code: bool) -> None: ...


class UnlockPresenter:
    """One vault folder, one way at a time of opening it."""

    def __init__(
        self,
        view: UnlockView,
        tasks: Runner,
        outside: Outside,
        door: Door,
        folder: Path,
        *,
        by_code: bool = False,
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._door = door
        self._folder = folder
        self._by_code = by_code
        self._busy = False
        self._damage = ""

    def use_code(self) -> None:
        self._switch(by_code=True)

    def use_passphrase(self) -> None:
        self._switch(by_code=False)

    def _switch(self, *, by_code: bool) -> None:
        if self._busy:
            return
        self._by_code = by_code
        self._offer_nothing()
        self._view.show_ways(by_code=by_code)

    def choose_vault(self) -> None:
        if self._busy:
            return
        folder = self._outside.choose_vault()
        if folder is not None:
            self._folder = folder
            self._offer_nothing()
            self._outside.vault_chosen(folder)
            self._view.show_folder(str(folder))

    def submit(self, typed: str) -> None:
        self._unlock(typed, rebuild_index=False)

    def rebuild(self, typed: str) -> None:
        """Open by the same words, making the index anew from the journals."""
        self._unlock(typed, rebuild_index=True)

    def rescue(self, typed: str) -> None:
        """See what can be done with a vault that is damaged."""
        if not self._busy and self._damage:
            self._view.forget_typed()
            self._outside.rescue(self._folder, self._damage, typed, by_code=self._by_code)

    def show_backups(self, typed: str) -> None:
        """List the vault's backups, which shows without opening it."""
        if not self._busy:
            self._view.forget_typed()
            self._outside.show_backups(self._folder, typed, by_code=self._by_code)

    def read_safety(self) -> None:
        """Show what is promised and what is not; what was typed stays where it was."""
        if not self._busy:
            self._outside.read_safety()

    def _offer_nothing(self) -> None:
        self._damage = ""
        self._view.say("")
        self._view.offer_rebuild(False)
        self._view.offer_rescue(False)

    def _unlock(self, typed: str, *, rebuild_index: bool) -> None:
        if self._busy:
            return
        folder, by_code = self._folder, self._by_code
        opened = self._door.open_with_code if by_code else self._door.open
        self._busy = True
        self._offer_nothing()
        self._view.set_busy(True)
        self._tasks.run(
            lambda: opened(folder, typed, rebuild_index=rebuild_index),
            done=lambda shelf: self._opened(shelf, typed if by_code else None),
            failed=partial(self._not_opened, folder, typed),
        )

    def _not_opened(self, folder: Path, typed: str, error: Exception) -> None:
        """What may not be written to is opened to be read: a disc, or somebody else's folder."""
        if not isinstance(error, ReadOnlyPlace):
            self._refused(error)
            return
        by_code = self._by_code
        self._tasks.run(
            lambda: self._door.open_to_read(folder, typed, by_code=by_code),
            done=self._opened_to_read,
            failed=self._refused,
        )

    def _opened_to_read(self, shelf: Shelf) -> None:
        self._busy = False
        self._view.set_busy(False)
        self._view.forget_typed()
        self._outside.opened_to_read(shelf)

    def _opened(self, shelf: Shelf, code: str | None) -> None:
        self._busy = False
        self._view.set_busy(False)
        self._view.forget_typed()
        self._outside.unlocked(shelf, code)

    def _refused(self, error: Exception) -> None:
        self._busy = False
        self._view.set_busy(False)
        if not isinstance(error, MentorJournalError):
            raise error
        self._view.say(str(error))
        if isinstance(error, InUse):
            folder = self._folder
            self._tasks.run(partial(self._door.who_has_it, folder), done=self._view.say, failed=self._silent)
        self._view.offer_rebuild(isinstance(error, DamagedIndex))
        if is_damage(error):
            self._damage = str(error)
            self._view.offer_rescue(True)
        if isinstance(error, WrongPassphrase) or self._by_code:
            self._view.select_typed()

    def _silent(self, error: Exception) -> None:
        """Nobody could be called; that the vault is in use has been said."""


def is_damage(error: Exception) -> bool:
    """Whether there are ways out to offer: not for a newer vault, nor for a folder that never was one."""
    if isinstance(error, NotAVault):
        return isinstance(error, MissingKeyFile)
    return isinstance(error, DamagedOrForeign) and not isinstance(error, NewerVersion)


class RenewDoor(Protocol):
    def reset_passphrase(self, shelf: Shelf, code: str, new: str) -> None: ...


class RenewView(Protocol):
    def set_busy(self, busy: bool) -> None: ...
    def say(self, sentence: str) -> None: ...
    def forget_typed(self) -> None: ...


class RenewOutside(Protocol):
    def renewed(self, shelf: Shelf) -> None: ...


class RenewPresenter:
    """A new passphrase for somebody who came in by the recovery code, or the old one kept."""

    def __init__(
        self, view: RenewView, tasks: Runner, outside: RenewOutside, door: RenewDoor, shelf: Shelf, code: str
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._door = door
        self._shelf = shelf
        self._code = code

    def set_passphrase(self, new: str) -> None:
        self._view.say("")
        self._view.set_busy(True)
        self._tasks.run(
            lambda: self._door.reset_passphrase(self._shelf, self._code, new),
            done=lambda _: self.keep_old(),
            failed=self._refused,
        )

    def keep_old(self) -> None:
        self._code = ""
        self._view.set_busy(False)
        self._view.forget_typed()
        self._outside.renewed(self._shelf)

    def _refused(self, error: Exception) -> None:
        self._view.set_busy(False)
        if not isinstance(error, MentorJournalError):
            raise error
        self._view.say(str(error))
