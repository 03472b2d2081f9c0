"""Hands on the real window in this process: started, unlocked, locked and started again, many times over.

Only two things are not the program's own: replacing the process is noted instead of done, and the vault is
opened by its recovery code behind the passphrase's field, which needs no slow derivation.
"""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipType, Role
from mentorjournal.vault.sealing import FLOOR
from mentorjournal.vault.vault import Vault
from tests.ui.names import nodes
from ui.app import STYLE, Start
from ui.door import VaultDoor
from ui.pages.unlock.view import UnlockView
from ui.shell.dialogs import Dialogs
from ui.shell.settings_file import SettingsFile
from ui.sitting import Sitting
from ui.widgets.editor.editor import TextEditor

LIMIT_SECONDS = 120.0
"""For one step of the window: whatever takes longer hangs."""


class Stuck(AssertionError):
    """Something that had to come did not come."""


class QuickDoor(VaultDoor):
    def __init__(self, code: str) -> None:
        super().__init__(FLOOR)
        self._code = code

    def open(self, folder: Path, passphrase: str, *, rebuild_index: bool = False) -> Shelf:
        return self.open_with_code(folder, self._code, rebuild_index=rebuild_index)


class Hands:
    def __init__(self, base: Path, *codenames: str) -> None:
        existing = QApplication.instance()
        self.app = existing if isinstance(existing, QApplication) else QApplication(["x", "-style", STYLE])
        self.base = base
        self.vault = base / "vault"
        vault, code = Vault.create(self.vault, "x", cost=FLOOR)
        self.code = "-".join(code.groups())
        shelf = Shelf(vault)
        for name in codenames:
            role, kind = Role.MENTOR, RelationshipType.INFORMAL
            shelf.add(Relationship(codename=name, my_role=role, type=kind))
        shelf.close()
        self.door = QuickDoor(self.code)
        self.replaced: list[list[str]] = []
        self.dialogs: Callable[[QWidget], Dialogs] | None = None
        self.start: Start | None = None
        self.errors: list[str] = []

    # The window

    @property
    def window(self):  # type: ignore[no-untyped-def]
        assert self.start is not None
        return self.start.window

    @property
    def sitting(self) -> Sitting:
        assert self.start is not None and self.start.program is not None
        sitting = self.start.program.sitting
        assert sitting is not None
        return sitting

    @property
    def busy(self) -> bool:
        assert self.start is not None and self.start.program is not None
        return self.start.program.tasks.busy

    def open(self) -> Sitting:
        """A new window, unlocked, with everything read that it shows at first."""
        self.replaced.clear()
        start = Start(
            self.app,
            SettingsFile(self.base / "settings.json"),
            self.vault,
            relaunch=self.replaced.append,  # type: ignore[arg-type]  # this process goes on
            door=self.door,
        )
        self.start = start
        start.show(None)
        self.until(lambda: start.program is not None and not start.loading, "the unlock page")
        view = start.window.room
        assert isinstance(view, UnlockView), "no unlock page"
        view.field.setText("x")
        view.button.click()
        self.until(lambda: start.program is not None and start.program.sitting is not None, "unlocking")
        self.settle()
        start.window.activateWindow()
        self.turn()
        return self.sitting

    def dispose(self) -> None:
        """Let go of the window, as the end of its process would have."""
        start, self.start = self.start, None
        if start is None:
            return
        if start.program is not None:
            start.program.tasks.stop()
        if start.collector is not None:
            start.collector.stop()
        start.window.let_close()
        start.window.deleteLater()
        start.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def give_up(self) -> None:
        """After something went wrong: let the vault go, so that the next window can have it."""
        if self.start is not None and self.start.program is not None and self.start.program.sitting:
            locking, start = self.start.program.sitting.locking, self.start
            locking.lock()
            with contextlib.suppress(Stuck):
                self.until(lambda: bool(self.replaced) or start.window.isHidden(), "the lock")
        self.dispose()

    def end(self) -> None:
        self.give_up()
        self.app.setStyleSheet("")

    # Its loop

    def turn(self, times: int = 1) -> None:
        for _ in range(times):
            self.app.processEvents()

    def until(self, reached: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + LIMIT_SECONDS
        while not reached():
            if time.monotonic() > end:
                raise Stuck(f"{what} never came")
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)

    def settle(self) -> None:
        for _ in range(2):
            self.until(lambda: not self.busy, "rest")
            self.turn()

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Write down what is raised inside of slots, which Qt passes over."""
        before = sys.excepthook

        def noted(kind: type[BaseException], error: BaseException, _: TracebackType | None) -> None:
            self.errors.append(f"{kind.__name__}: {error}")

        sys.excepthook = noted
        try:
            yield
        finally:
            sys.excepthook = before

    # What it shows

    def editor(self) -> TextEditor | None:
        """The text of the reflection that lies open, where one does."""
        view = self.sitting.rooms.views["journal"]
        return next((one for one in view.findChildren(TextEditor) if one.isVisible()), None)

    def told(self) -> Iterator[str]:
        """Everything that can be seen or read aloud of this program's windows."""
        from PySide6.QtGui import QAccessible

        for window in self.app.topLevelWidgets():
            if window.isVisible():
                yield window.windowTitle()
                for node in nodes(QAccessible.queryAccessibleInterface(window)):
                    if not node.state().invisible:
                        yield node.text(QAccessible.Text.Name)
                        yield node.text(QAccessible.Text.Value)
                        yield node.text(QAccessible.Text.Description)
                        text = node.textInterface()
                        if text is not None:
                            yield text.text(0, text.characterCount())
