"""The clipboard, cleared of what is ours: after a while what a button put there, at lock all from here.

What the writer copied with Ctrl+C stays until the lock: it was their own act, and they may paste it later.
What came from elsewhere is never touched.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QClipboard

from ui.widgets.clipboard import CLEARED_AFTER, LATEST_MARK, mark


class ClipboardKeeper(QObject):
    def __init__(
        self,
        board: QClipboard,
        seconds: int,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._board = board
        self._monotonic = monotonic
        self._mark = self._seen = ""
        self._since = 0.0
        self._wake = QTimer(self, singleShot=True)
        self._wake.timeout.connect(self.check)
        self.set_seconds(seconds)
        board.dataChanged.connect(self._changed)

    def set_seconds(self, seconds: int) -> None:
        """Clear after so long from now on, and what lies there already too."""
        self._seconds = seconds
        self._board.setProperty(CLEARED_AFTER, seconds)
        if self._mark:
            self.check()

    @Slot()
    def check(self) -> None:
        """Compare the clock; the timer only wakes us."""
        if not self._mark:
            return
        left = self._since + self._seconds - self._monotonic()
        if left > 0:
            self._wake.start(max(round(left * 1000), 1))
        elif mark(self._board) == self._mark:
            self._clear()
        else:
            self._mark = ""  # it went another way before

    @Slot()
    def clear_ours(self) -> None:
        """Clear what is from here, whoever put it there: the journal locks."""
        board = self._board
        if board.ownsClipboard() or (self._mark and mark(board) == self._mark):
            self._clear()
        if board.supportsSelection() and board.ownsSelection():
            board.clear(QClipboard.Mode.Selection)

    @Slot()
    def _changed(self) -> None:
        # What another program put there is not looked at: to ask it may mean to wait for it.
        latest = self._board.property(LATEST_MARK) or ""
        if latest != self._seen:
            self._seen = self._mark = latest
            self._since = self._monotonic()
            self.check()

    def _clear(self) -> None:
        self._mark = ""
        self._wake.stop()
        self._board.clear()
