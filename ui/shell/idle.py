"""Notice that nobody is there: no input for some minutes, or a machine that slept."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QInputMethodEvent

from ui.shell.composing import Composing

WAKE_MS = 5_000
SLEPT_SECONDS = 30.0
"""The wall clock running this far ahead of the monotonic one, or waking this late, means a suspend."""

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
    }
)


class IdleWatch(QObject):
    """Install it as the application's event filter. Emits `gone` once for each stretch of absence."""

    gone = Signal()

    def __init__(
        self,
        minutes: int,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.composing = Composing()
        self._limit = minutes * 60.0
        self._monotonic = monotonic
        self._wall = wall
        self._touched = monotonic()
        self._last_check = (monotonic(), wall())
        self._told = False
        self._timer = QTimer(self, interval=WAKE_MS)
        self._timer.timeout.connect(self.check)

    def set_minutes(self, minutes: int) -> None:
        self._limit = minutes * 60.0

    def start(self) -> None:
        self._touch()
        self._last_check = (self._monotonic(), self._wall())
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    @Slot()
    def check(self) -> None:
        """Compare the clocks; the timer only wakes us."""
        now, wall = self._monotonic(), self._wall()
        last, last_wall = self._last_check
        self._last_check = (now, wall)
        slept = (wall - last_wall) - (now - last) > SLEPT_SECONDS
        if (slept or now - self._touched >= self._limit) and not self._told:
            self._told = True
            self.gone.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._touch()
            if isinstance(event, QInputMethodEvent):
                self.composing.note(watched, event)
        return False

    def _touch(self) -> None:
        self._touched = self._monotonic()
        self._told = False
