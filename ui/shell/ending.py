"""The signals that ask a process to end, heard at once and acted on by the screen's own loop."""

from __future__ import annotations

import contextlib
import os
import signal
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal, Slot

NAMES = ("SIGTERM", "SIGHUP", "SIGINT")


class Ending(QObject):
    """Emits `asked` for each signal. One that was to be ignored when the program was started stays ignored.

    A handler of Python's may run in the middle of any statement, so it only wakes the loop: by a pipe, which
    ends every sleep of the loop, or on Windows by a timer.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pipe: tuple[int, int] | None = None
        if os.name == "posix":
            self._pipe = os.pipe()
            for end in self._pipe:
                os.set_blocking(end, False)
            signal.set_wakeup_fd(self._pipe[1], warn_on_full_buffer=False)
            self._notifier = QSocketNotifier(self._pipe[0], QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._woken)
        self._before = {}
        for name in NAMES:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, self._heard)

    def stop(self) -> None:
        """Leave the signals as they were found."""
        for number, before in self._before.items():
            signal.signal(number, before)
        if self._pipe is not None:
            signal.set_wakeup_fd(-1)
            self._notifier.setEnabled(False)
            for end in self._pipe:
                os.close(end)
            self._pipe = None

    def _heard(self, number: int, frame: FrameType | None) -> None:
        if self._pipe is None:
            QTimer.singleShot(0, self._tell)

    @Slot()
    def _woken(self) -> None:
        if self._pipe is not None:
            with contextlib.suppress(BlockingIOError):
                if self._before.keys() & set(os.read(self._pipe[0], 64)):
                    self._tell()

    @Slot()
    def _tell(self) -> None:
        self.asked.emit()
