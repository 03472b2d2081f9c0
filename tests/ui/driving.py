"""Start the program in this process, on a real vault, and wait for what it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipType, Role
from mentorjournal.vault.sealing import FLOOR
from mentorjournal.vault.vault import Vault
from tests.ui.writing_page import rooms
from ui.app import Start
from ui.door import VaultDoor
from ui.pages.unlock.view import UnlockView
from ui.shell.settings_file import SettingsFile
from ui.sitting import Sitting

PASSPHRASE = "three grey herons"
LIMIT = 60_000


@dataclass
class Answers:
    """Answers to folder and file dialogs, instead of the system's."""

    folders: list[Path | None] = field(default_factory=list)
    files: list[Path | None] = field(default_factory=list)

    def save_path(self, suggested: str) -> Path | None:
        return self.files.pop(0) if self.files else None

    def file(self, title: str, kinds: str) -> Path | None:
        return self.folder(title)

    def folder(self, title: str) -> Path | None:
        return self.folders.pop(0) if self.folders else None


def make_vault(folder: Path, *codenames: str, passphrase: str = PASSPHRASE) -> tuple[str, ...]:
    """A vault with these journals; the groups of its code."""
    vault, code = Vault.create(folder, passphrase, cost=FLOOR)
    shelf = Shelf(vault)
    for codename in codenames:
        shelf.add(Relationship(codename=codename, my_role=Role.MENTOR, type=RelationshipType.INFORMAL))
    shelf.close()
    return code.groups()


@contextmanager
def on_shelf(folder: Path, passphrase: str = PASSPHRASE) -> Iterator[Shelf]:
    """The vault opened behind the program's back, after it let go."""
    shelf = Shelf(Vault.unlock(folder, passphrase))
    try:
        yield shelf
    finally:
        shelf.close()


class Driver:
    def __init__(self, qtbot: QtBot, qapp: QApplication, base: Path) -> None:
        self.qtbot = qtbot
        self.qapp = qapp
        self.base = base
        self.answers = Answers()
        self.replaced: list[list[str]] = []
        self.running: list[Start] = []
        self._ended: list[Start] = []

    def start(self, folder: Path, make_rooms: Callable[..., object] = rooms, *, room: str = "") -> Start:
        start = Start(
            self.qapp,
            SettingsFile(self.base / "config" / "settings.json"),
            folder,
            relaunch=self.replaced.append,  # type: ignore[arg-type]  # a test's process goes on
            rooms=make_rooms,  # type: ignore[arg-type]
            door=VaultDoor(FLOOR),
            dialogs=self.answers,
            room=room,
        )
        start.show(None)
        self.running.append(start)
        self.qtbot.waitUntil(lambda: start.program is not None and not start.loading, timeout=LIMIT)
        return start

    def unlock(self, start: Start, passphrase: str = PASSPHRASE) -> Sitting:
        view = start.window.room
        assert isinstance(view, UnlockView)
        self.qtbot.keyClicks(view.field, passphrase)
        view.button.click()
        return self.seated(start)

    def seated(self, start: Start) -> Sitting:
        """Wait until the vault is open and its first page shown."""
        program = start.program
        assert program is not None
        self.qtbot.waitUntil(lambda: program.sitting is not None and not program.tasks.busy, timeout=LIMIT)
        assert program.sitting is not None
        return program.sitting

    def close(self) -> None:
        """Close every window as a person would, and let go of it. Not for qtbot: it would delete it first."""
        for start in self.running:
            window = start.window
            if window.isVisible() and not self.replaced:
                window.close()
                self.qtbot.waitUntil(window.isHidden, timeout=LIMIT)
            if start.program is not None:
                start.program.tasks.stop()
            window.let_close()
            window.deleteLater()
        self._ended += self.running
        self.running.clear()
        # At once: left to the next event loop, thousands of widgets would be dressed anew by the next test.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def end(self) -> None:
        """Close every window, and let go of what watched for its sake: it would look on in the next test."""
        self.close()
        for start in self._ended:
            start.deleteLater()
        self._ended.clear()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
