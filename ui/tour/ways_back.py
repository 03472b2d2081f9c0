"""Backups and their proof; a damaged vault and what can be done with it; reading alone; new keys."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mentorjournal import demo
from ui.pages.new_keys.view import NewKeysView
from ui.pages.rescue.backups_view import BackupsView
from ui.pages.rescue.view import RescueView
from ui.pages.settings.view import SettingsView
from ui.pages.unlock.view import UnlockView
from ui.tour.guide import SIZE
from ui.tour.inside import SAMPLE, Inside

PAGE = 4096


def copied(folder: Path, look: str, name: str) -> str:
    """A copy of the sample vault, where this way may do what it likes; returns where, inside *folder*."""
    place = Path(look) / name
    shutil.copytree(folder / SAMPLE, folder / place, ignore=shutil.ignore_patterns("vault.lock"))
    return str(place)


class KeptSafe(Inside):
    """The backups card of Settings, from the first backup to its proof."""

    def __init__(self, app: QApplication, folder: Path, look: str) -> None:
        super().__init__(app, folder, look, vault=copied(folder, look, "Kept safe"))

    def steps(self) -> list[Callable[[], None]]:
        return [self.enter, self.backups, self.proved, self.large_text]

    @property
    def view(self) -> SettingsView:
        view = self.guide.sitting.side.settings_view
        assert isinstance(view, SettingsView)
        return view

    def backups(self) -> None:
        guide = self.guide
        guide.click(guide.sitting.view.sidebar.settings)
        guide.wait(self.view.isVisible, "The settings")
        guide.scroll_to(self.view.backups)
        guide.click(self.view.backups.make)
        guide.scroll_to(self.view.backups)
        guide.picture("121-backups", "Backups: how they are made, and what there is")

    def proved(self) -> None:
        guide, card = self.guide, self.view.backups
        guide.click(card.prove)
        guide.wait(card.drilled.isVisible, "The proof of a backup")
        guide.scroll_to(card)
        guide.picture("122-backup-proved", "One backup restored, read whole, counted and compared")

    def large_text(self) -> None:
        guide, sitting = self.guide, self.guide.sitting
        for _ in range(3):
            sitting.zoom(1)
        try:
            guide.scroll_to(self.view.backups)
            guide.picture("123-large-backups", "The card about backups at 150 %")
        finally:
            sitting.zoom(0)


class Damaged(Inside):
    """A vault whose index is damaged, from the sentence on the unlock page to the salvaged copy."""

    def __init__(self, app: QApplication, folder: Path, look: str) -> None:
        super().__init__(app, folder, look, vault=copied(folder, look, "Damaged"))
        self._folder = folder / look
        index = self._folder / "Damaged" / "index.mjdb"
        index.write_bytes(bytes(index.stat().st_size // PAGE * PAGE))

    def steps(self) -> list[Callable[[], None]]:
        return [self.refused, self.ways_out, self.small_window, self.salvaged, self.backups, self.reading]

    @property
    def rescue(self) -> RescueView:
        view = self.guide.room(RescueView)
        assert isinstance(view, RescueView)
        return view

    def refused(self) -> None:
        guide = self.guide
        view = guide.room(UnlockView)
        assert isinstance(view, UnlockView)
        guide.type(view.field, demo.PASSPHRASE)
        guide.click(view.button)
        guide.wait(view.rescue_button.isVisible, "What can be done")
        guide.picture("124-damaged", "A damaged vault: what is wrong, and that something can be done")

    def ways_out(self) -> None:
        view = self.guide.room(UnlockView)
        assert isinstance(view, UnlockView)
        self.guide.click(view.rescue_button)
        self.guide.wait(self.rescue.isVisible, "The ways out")
        self.guide.picture("125-ways-out", "What can be done with a damaged vault, in order")

    def small_window(self) -> None:
        window = self.guide.start.window
        window.resize(960, 620)
        try:
            self.guide.picture("126-small-ways-out", "The same in the smallest window")
        finally:
            window.resize(*SIZE)

    def salvaged(self) -> None:
        self.answers.folders = [self._folder]
        self.guide.click(self.rescue.salvage)
        self.guide.wait(self.rescue.result.isVisible, "The salvaged vault")
        self.guide.picture("127-salvaged", "What could be salvaged, and what could not")

    def backups(self) -> None:
        guide = self.guide
        guide.click(self.rescue.back)
        view = guide.room(UnlockView)
        assert isinstance(view, UnlockView)
        guide.click(view.backups)
        guide.wait(guide.room(BackupsView).isVisible, "The backups of a locked vault")
        guide.picture("128-locked-backups", "The backups of a vault that is not open")
        guide.key(Qt.Key.Key_Escape)

    def reading(self) -> None:
        guide = self.guide
        view = guide.room(UnlockView)
        assert isinstance(view, UnlockView)
        guide.type(view.field, demo.PASSPHRASE)
        guide.click(view.button)
        guide.wait(view.rescue_button.isVisible, "What can be done")
        guide.click(view.rescue_button)
        guide.click(self.rescue.read)
        guide.wait(guide.sitting.view.isVisible, "The vault, opened for reading")
        self.open_journal("Heron")
        guide.picture("129-reading", "Opened for reading: everything is there, and nothing can be written")


class NewKeys(Inside):
    """New keys, up to the code that has to be written down."""

    def __init__(self, app: QApplication, folder: Path, look: str) -> None:
        super().__init__(app, folder, look, vault=copied(folder, look, "New keys"))
        self._folder = folder / look / "New keys"

    def steps(self) -> list[Callable[[], None]]:
        return [self.asked, self.code]

    @property
    def view(self) -> NewKeysView:
        view = self.guide.room(NewKeysView)
        assert isinstance(view, NewKeysView)
        return view

    def asked(self) -> None:
        self.guide.program.new_keys(self._folder)
        self.guide.wait(self.view.isVisible, "The page for new keys")
        self.guide.picture("130-new-keys", "New keys: what they do, and what they cannot reach")

    def code(self) -> None:
        guide, view = self.guide, self.view
        guide.type(view.field, demo.PASSPHRASE)
        guide.press(view.start)
        guide.wait(view.written.isVisible, "The new recovery code")
        guide.picture("131-new-code", "The new recovery code, before anything is changed", resting=False)
        guide.press(view.written)
        guide.wait(view.change.isVisible, "The question for two groups of the code")
        guide.picture("139-new-code-asked-back", "Two groups of the new code are asked back", resting=False)
        guide.click(view.cancel)
        guide.settle()
