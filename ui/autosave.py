"""Save soon after typing pauses, and never later than a limit while it does not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot


class Autosave(QObject):
    """Calls *save* once for each burst of edits."""

    def __init__(
        self,
        save: Callable[[], None],
        *,
        pause_ms: int = 800,
        limit_ms: int = 2_000,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._save = save
        self._waiting = False  # a timer's isActive() is already False inside its own timeout
        self._pause = QTimer(self, singleShot=True, interval=pause_ms)
        self._limit = QTimer(self, singleShot=True, interval=limit_ms)
        self._pause.timeout.connect(self.flush)
        self._limit.timeout.connect(self.flush)

    @property
    def pending(self) -> bool:
        return self._waiting

    @Slot()
    def touch(self) -> None:
        """Note an edit."""
        self._pause.start()
        if not self._waiting:
            self._waiting = True
            self._limit.start()

    @Slot()
    def flush(self) -> None:
        """Save now if anything waits: on lock, on close, on leaving an entry."""
        if not self._waiting:
            return
        self._rest()
        self._save()

    def forget(self) -> None:
        """Let what waits go unsaved, because it is no longer there to be saved."""
        self._rest()

    def _rest(self) -> None:
        self._waiting = False
        self._pause.stop()
        self._limit.stop()
