"""The real window on a real vault: started, unlocked, looked at, locked, killed, and started again."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from mentorjournal.journal.shelf import Shelf
from mentorjournal.vault.sealing import FLOOR
from tests.clock import FixedClock
from tests.faults.anyuser.state import State, state_of
from tests.ui.driving import Answers
from ui.app import Start
from ui.door import VaultDoor
from ui.pages.unlock.view import UnlockView
from ui.pages_of_journal import build_rooms
from ui.shell.settings_file import SettingsFile
from ui.sitting import Sitting
from ui.theme.theme import load_fonts

PATIENCE = 30.0
"""Seconds after which a window that is still busy counts as frozen."""

TextField = QLineEdit | QPlainTextEdit | QTextEdit


def application() -> QApplication:
    """The one there is, or a new one, as the program dresses it."""
    there = QApplication.instance()
    app = there if isinstance(there, QApplication) else QApplication(["anyuser"])
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    app.setStyle("Fusion")
    load_fonts(lean=True)
    load_fonts(lean=False)
    return app


class Stage:
    def __init__(
        self, app: QApplication, base: Path, folder: Path, passphrase: str, clock: FixedClock
    ) -> None:
        self.app, self.base, self.folder, self.clock = app, base, folder, clock
        self._passphrase = passphrase
        self.answers = Answers()
        self.replaced: list[list[str]] = []
        self.begin()

    # Coming and going

    def begin(self) -> None:
        self.replaced.clear()
        self.start = Start(
            self.app,
            SettingsFile(self.base / "settings.json"),
            self.folder,
            relaunch=self.replaced.append,  # type: ignore[arg-type]  # this process goes on
            rooms=build_rooms,
            door=VaultDoor(FLOOR, clock=self.clock),
            dialogs=self.answers,
        )
        self.start.show(None)
        self.until(lambda: self.start.program is not None and not self.start.loading)
        view = self.start.window.room
        assert isinstance(view, UnlockView), "a vault that was left in order does not ask for its passphrase"
        QTest.keyClicks(view.field, self._passphrase)
        view.button.click()
        self.until(lambda: self.program.sitting is not None)
        self.start.window.activateWindow()
        self.settle()

    @property
    def program(self):  # type: ignore[no-untyped-def]  # imported late by the program itself
        assert self.start.program is not None
        return self.start.program

    @property
    def sitting(self) -> Sitting:
        assert self.program.sitting is not None
        return self.program.sitting

    @property
    def shelf(self) -> Shelf:
        return self.sitting.desk.shelf

    @property
    def locked(self) -> bool:
        return bool(self.replaced)

    def lock(self) -> None:
        """Lock, and wait until the process would be replaced."""
        self.sitting.locking.lock()
        self.until(lambda: self.locked)

    def follow(self) -> None:
        """What replaces the process: a new window, unlocked again."""
        self._let_go()
        self.begin()

    def kill(self) -> None:
        """Go on from a copy of what lies on the disk now, as if the process were gone."""
        copy = self.folder.with_name("copy")
        shutil.copytree(self.folder, copy)
        (copy / "vault.lock").unlink(missing_ok=True)
        self.lock()
        self._let_go()
        shutil.rmtree(self.folder)
        copy.rename(self.folder)
        self.begin()

    def close(self) -> None:
        """Close the window as a person would, and open the vault again."""
        self.start.window.close()
        self.until(lambda: self.start.window.isHidden() or self.locked)
        self._let_go()
        self.begin()

    def end(self) -> None:
        if not self.locked:
            self.lock()
        self._let_go()

    def _let_go(self) -> None:
        self.program.tasks.stop()
        self.start.window.hide()
        self.start.window.let_close()
        self.start.window.deleteLater()
        self.start.deleteLater()  # or what watched every event for it would go on
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    # Waiting

    def until(self, there: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not there():
            assert time.monotonic() < end, "the window is frozen, or never gets there"
            QTest.qWait(2)  # the vault's thread needs the processor as well

    def settle(self) -> None:
        """Let everything happen that a step sets off."""
        for _ in range(2):
            self.app.processEvents()
            if self.locked:
                return
            assert self.program.tasks.drain(PATIENCE), "the vault's thread is frozen"
        locking = self.sitting.locking
        if locking.under_way:
            self.until(lambda: self.locked or not locking.under_way)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def flush(self) -> None:
        """As the autosave does when its time has come."""
        self.sitting.desk.flush()
        self.settle()

    # Looking

    def states(self) -> Mapping[str, State]:
        """All that the vault holds, by codename, read on its own thread."""
        found: list[Mapping[str, State]] = []
        failed: list[Exception] = []
        self.program.tasks.run(lambda: _read(self.shelf), done=found.append, failed=failed.append)
        assert self.program.tasks.drain(PATIENCE), "the vault's thread is frozen"
        assert not failed, f"the vault cannot be read: {failed}"
        return found[0]

    def fields(self) -> Iterator[TextField]:
        """Every field in which something can be typed now."""
        for kind in (QLineEdit, QPlainTextEdit, QTextEdit):
            for widget in self.start.window.findChildren(kind):
                if can_be_used(widget) and not widget.isReadOnly():
                    yield widget

    def on_screen(self) -> str:
        """Whatever stands in any field of the window, seen or not."""
        kinds = (QLineEdit, QPlainTextEdit, QTextEdit)
        return "\n".join(text_in(one) for kind in kinds for one in self.start.window.findChildren(kind))


def can_be_used(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and not widget.visibleRegion().isEmpty()


def text_in(field: QWidget) -> str:
    if isinstance(field, QLineEdit):
        return field.text()
    return field.toPlainText() if isinstance(field, (QPlainTextEdit, QTextEdit)) else ""


def _read(shelf: Shelf) -> Mapping[str, State]:
    return {card.codename: state_of(shelf.open(card.id).journal) for card in shelf.cards()}
