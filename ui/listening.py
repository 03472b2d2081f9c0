"""What the window hears from outside: who goes away, what asks it to end, and a second start that calls it.

Nothing here stands before the first paint, and nothing waits: without a bus, a terminal or a second window
there is nothing to hear.
"""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, Slot

from mentorjournal.vault.one_window import Held, hold
from ui.compose import Program
from ui.shell.away import Away
from ui.shell.ending import Ending
from ui.shell.window import MainWindow

SEAL_SECONDS = 10.0
"""At most, while the session ends and waits for us."""


class Listening(QObject):
    def __init__(self, program: Program, window: MainWindow, away: Away, held: Held | None) -> None:
        super().__init__(program)
        self._program = program
        self._window = window
        self._held = held
        self._away = away
        self._away.setParent(self)
        self._away.gone.connect(self._lock)
        self._away.ending.connect(self._seal_now)
        self.ending = Ending(self)
        self.ending.asked.connect(program.leave)
        self._files = QFileSystemWatcher(self)
        self._files.fileChanged.connect(self._called)
        self._watch()
        program.at_folder.connect(self._move)
        program.replacing.connect(self._let_go)

    @Slot()
    def _lock(self) -> None:
        self._program.lock()
        if self._program.sitting is None:
            self._away.let_sleep()

    @Slot()
    def _seal_now(self) -> None:
        """The session ends once this returns: everything is on the disk by then, and the vault closed."""
        self._program.lock()
        self._program.tasks.drain(SEAL_SECONDS)

    @Slot(object)
    def _move(self, folder: Path) -> None:
        """Another vault, or one that was made just now."""
        if self._held is None or self._held.path.parent != folder:
            self._let_go()
            self._held = hold(folder)
            self._watch()

    @Slot()
    def _let_go(self) -> None:
        """For the next one, which is as good as there."""
        if self._held is not None:
            self._files.removePath(str(self._held.path))
            self._held.release()
            self._held = None

    def _watch(self) -> None:
        if self._held is not None:
            self._files.addPath(str(self._held.path))
            self._called()  # whoever called before somebody listened

    @Slot()
    def _called(self) -> None:
        token = self._held.called() if self._held is not None else None
        if token is not None:
            come_forward(self._window, token)


def come_forward(window: MainWindow, token: str = "") -> None:
    """Stand in front, from wherever the window is. *token* is the desktop's leave to do so."""
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt takes it from there, once, where there is Wayland
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
