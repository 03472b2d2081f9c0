"""The one vault thread, and the one way back to the screen."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import partial
from threading import Event
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot

from mentorjournal.errors import Cancelled

T = TypeVar("T")
Report = Callable[[int, int], None]
"""Called by long work with how much is done, and of how much; raises Cancelled when asked to stop."""


class Job(QObject):
    """Long work under way: listen to its progress, or cancel it."""

    progressed = Signal(object, object)
    _reported = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = Event()
        # Once round the queue: whatever listens to `progressed` runs on the screen's thread.
        self._reported.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def cancel(self) -> None:
        """Ask the work to stop; it ends by failing with Cancelled."""
        self._stop.set()

    def report(self, done: int, total: int) -> None:
        """Say how far the work is. Called on the vault thread."""
        if self._stop.is_set():
            raise Cancelled
        self._reported.emit(done, total)

    @Slot(object, object)
    def _tell(self, done: int, total: int) -> None:
        self.progressed.emit(done, total)


@dataclass(frozen=True, slots=True)
class _Ticket:
    future: Future[Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]


class Tasks(QObject):
    """Runs work one piece at a time, in order, and brings each result back on the thread that owns this.

    *done* and *failed* should be bound methods: when the QObject they belong to has been deleted, a result
    is dropped and a failure goes to `unclaimed` instead, so that no failed save is ever silent.
    """

    idle = Signal()
    unclaimed = Signal(object)
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="vault")
        self._open: set[Future[Any]] = set()
        self._stopped = False
        # Queued always: a result never arrives in the middle of the caller's own statement.
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether something was submitted whose result has not been delivered."""
        return bool(self._open)

    def run(
        self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Run *work* on the vault thread; call *done* with its result or *failed* with its error here."""
        future = self._pool.submit(work)
        self._open.add(future)
        # The second job runs right after the first, on the same thread; no result can overtake another.
        self._pool.submit(self._finished.emit, _Ticket(future, done, failed))

    def run_long(
        self, work: Callable[[Report], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> Job:
        """Run *work* with a way to report progress; the Job shows it and cancels it."""
        job = Job(self)
        self.run(partial(work, job.report), done=done, failed=failed)
        return job

    def drain(self, timeout: float | None = None) -> bool:
        """Block until everything submitted has run and its result has been delivered, also what the
        deliveries submit in turn. Returns whether that was reached within *timeout* seconds; once stopped,
        nothing is delivered any more, and there is nothing to wait for.
        """
        end = None if timeout is None else time.monotonic() + timeout
        while self._open and not self._stopped:
            left = None if end is None else max(end - time.monotonic(), 0.0)
            # A job that does nothing: when it has run, every announcement before it has been sent.
            if wait([self._pool.submit(int)], left).not_done:
                return False
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)
        return True

    def stop(self, *, wait: bool = True) -> None:
        """Take no more work and end the thread. What was submitted still runs; what it brings is dropped."""
        self._stopped = True
        self._pool.shutdown(wait=wait)

    @Slot(object)
    def _deliver(self, ticket: _Ticket) -> None:
        self._open.discard(ticket.future)
        if self._stopped:
            return
        error = ticket.future.exception()
        try:
            if error is None:
                if _alive(ticket.done):
                    ticket.done(ticket.future.result())
            elif not isinstance(error, Exception):
                raise error
            elif _alive(ticket.failed):
                ticket.failed(error)
            else:
                self.unclaimed.emit(error)
        finally:
            if not self._open:
                self.idle.emit()


def _alive(callback: Callable[..., object]) -> bool:
    while isinstance(callback, partial):
        callback = callback.func
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)
