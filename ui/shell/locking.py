"""Lock: cover the page, save everything, seal the place, close the files, and make way for a new process.

It never asks and never loses. When the last save fails the text stays in memory under the cover, and saving
is tried again until it succeeds.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar
from weakref import WeakSet

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mentorjournal.journal.shelf import Shelf
from ui.shell.desk import Desk
from ui.shell.places import PLACE
from ui.tasks import Job, Tasks

T = TypeVar("T")

RETRY_MS = 3_000


class Cover(Protocol):
    def settle(self) -> None: ...
    def cover(self) -> None: ...
    def uncover(self) -> None: ...
    def say_not_saved(self, error: Exception) -> None: ...
    def say_not_left(self, error: Exception, retry: Callable[[], None]) -> None: ...


class CountingTasks:
    """The vault thread with a count of what failed on it, so that a lock knows whether all was saved."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks
        self.failures = 0
        self.last_error: Exception | None = None
        self._jobs: WeakSet[Job] = WeakSet()

    def run(
        self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        def noted(error: Exception) -> None:
            self.failures += 1
            self.last_error = error
            failed(error)

        self._tasks.run(work, done=done, failed=noted)

    def run_long(
        self, work: Callable[..., T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> Job:
        job = self._tasks.run_long(work, done=done, failed=failed)
        self._jobs.add(job)
        return job

    def cancel_long(self) -> None:
        """Ask all long work to stop: what waits behind it must not wait for it."""
        for job in self._jobs:
            job.cancel()


class Locking(QObject):
    """Emits `begun` under the cover, and `locked`, or `left` when the window was closed, once all is on the
    disk and the vault closed.
    """

    begun = Signal()
    locked = Signal()
    left = Signal()

    def __init__(
        self,
        cover: Cover,
        tasks: CountingTasks,
        desk: Desk,
        shelf: Shelf,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._cover = cover
        self._tasks = tasks
        self._desk = desk
        self._shelf = shelf
        self.before_closing: Callable[[bool], None] | None = None
        """Work with the vault before it is closed, on its thread; told whether the window goes as well."""
        self.front: Callable[[], dict[str, object]] = dict
        """What is in front when it begins; sealed with the place."""
        self._locking = False
        self._leaving = False
        self._open_again = False
        self._place: dict[str, object] | None = None
        self._failures = 0
        self._again = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._again.timeout.connect(self._save)

    @property
    def under_way(self) -> bool:
        return self._locking

    @Slot()
    def lock(self) -> None:
        self._open_again = False  # locking while the window closes: nothing is uncovered any more
        self._begin()

    @Slot()
    def leave(self) -> None:
        """Save, close the vault and go. What cannot be saved brings the page back, unless it is locking."""
        self._leaving = True
        if not self._locking:
            self._open_again = True
            self._begin()

    def _begin(self) -> None:
        if self._locking:
            return
        self._locking = True
        self._cover.settle()  # before anything is read from the fields
        self._place = self._desk.place() | self.front()
        self._cover.cover()
        self._tasks.cancel_long()
        self._save()
        self.begun.emit()

    @Slot()
    def try_again(self) -> None:
        if self._locking:
            self._again.stop()
            self._save()

    @Slot()
    def _save(self) -> None:
        if self._shelf.vault.read_only:  # nothing was written, and nothing can be
            self._close()
            return
        self._failures = self._tasks.failures
        self._desk.flush()
        place = self._place
        self._tasks.run(
            lambda: self._shelf.set_setting(PLACE, place), done=self._sealed, failed=self._not_saved
        )

    def _sealed(self, _: None) -> None:
        """The vault's thread works in order: whatever the pages saved has succeeded or failed by now."""
        if self._tasks.failures != self._failures and self._tasks.last_error is not None:
            self._not_saved(self._tasks.last_error)
            return
        self._close()

    def _close(self) -> None:
        self._desk.let_go()
        self._tasks.run(self._close_vault, done=self._closed, failed=self._closed_badly)

    def _close_vault(self) -> None:
        """On the vault's thread: everything is on the disk, and the pages are covered."""
        if self.before_closing is not None:
            self.before_closing(self._leaving)
        self._shelf.close()

    def _not_saved(self, error: Exception) -> None:
        if self._open_again:
            self._locking = self._leaving = self._open_again = False
            self._cover.uncover()
            self._cover.say_not_left(error, self.leave)
            return
        self._cover.say_not_saved(error)
        self._again.start()

    def _closed(self, _: None) -> None:
        (self.left if self._leaving else self.locked).emit()

    def _closed_badly(self, error: Exception) -> None:
        # All that was written is on the disk; what failed is the tidying up, and the process ends anyway.
        self._closed(None)
