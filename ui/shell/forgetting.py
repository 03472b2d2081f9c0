"""What was typed to open a vault and did not open it: forgotten, with the process that it was typed into.

A passphrase that was refused is nearly the right one, and no field, list of undone steps or string of
Python's can be made to forget it. So the process makes way for a fresh one, as it does after a lock: when
somebody goes away, and when the page is left alone.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui.shell.idle import IdleWatch
from ui.tasks import Tasks
from ui.widgets.shortcuts import on_keys

MINUTES = 1
"""Without a key, a movement of the mouse or a touch. Long enough to try to remember, or to find the kit's
next group with a finger; less than the minutes after which an open vault locks, for here nothing is lost but
what was typed.
"""


class Forgetting(QObject):
    """Watches the pages before a vault is open. Emits `wanted` when the process is to be replaced.

    *may_go* says whether nothing on the page in front would be lost by that.
    """

    wanted = Signal()

    def __init__(
        self,
        app: QApplication,
        tasks: Tasks,
        may_go: Callable[[], bool],
        parent: QObject | None = None,
        *,
        idle: IdleWatch | None = None,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._may_go = may_go
        self._typed = False
        self._gone = False
        self._idle = idle or IdleWatch(MINUTES, parent=self)
        self._idle.gone.connect(self.left_alone)
        tasks.idle.connect(self.go_on)

    def watch(self, room: QWidget, *, minutes: int = MINUTES) -> None:
        """Notice what is typed in *room* from now on, and what stands there already."""
        self._idle.set_minutes(minutes)
        on_keys(room, "Ctrl+L", self.go_away)
        for field in room.findChildren(QLineEdit):
            field.textChanged.connect(self.typed)
            if field.text() or field.isModified():
                self.typed()

    @Slot()
    def end(self) -> None:
        """A vault is open, and locks from here on; or there is no window any more."""
        self._typed = self._gone = False
        self._idle.stop()
        self._app.removeEventFilter(self._idle)

    @Slot()
    def typed(self) -> None:
        """Every change is a sign of life as well: not all that types has keys."""
        if not self._typed:
            self._typed = True
            self._app.installEventFilter(self._idle)
        self._idle.start()

    @Slot()
    def go_away(self) -> None:
        """Somebody goes away, and says so: as soon as nothing is under way."""
        self._gone = self._typed
        self.go_on()

    @Slot()
    def left_alone(self) -> None:
        """Nobody has touched anything; what is under way, or stands there to be read, is not lost over that.
        A dialog of the system's own keeps its keys to itself.
        """
        if self._app.activeModalWidget() is None and self._may_go():
            self.go_away()
        else:
            self._idle.start()

    @Slot()
    def go_on(self) -> None:
        if self._gone and self._may_go():
            self.end()
            self.wanted.emit()
