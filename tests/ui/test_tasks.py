"""One vault thread: work in order, results back on the screen's thread, nothing lost on the way."""

from __future__ import annotations

import sys
import threading
from threading import Event

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject

from mentorjournal.errors import Cancelled, DiskFull


class Page(QObject):
    """Stands for a page: notes what it was told, and on which thread."""

    def __init__(self):
        super().__init__()
        self.seen, self.errors, self.threads = [], [], []

    def done(self, value):
        self.seen.append(value)
        self.threads.append(threading.current_thread())

    def failed(self, error):
        self.errors.append(error)


@pytest.fixture
def page(qtbot):
    return Page()


def test_work_runs_elsewhere_and_its_result_comes_back_here(qtbot, tasks, page):
    tasks.run(lambda: threading.current_thread().name, done=page.done, failed=page.failed)
    qtbot.waitUntil(lambda: bool(page.seen))
    assert page.seen[0].startswith("vault")
    assert page.threads == [threading.main_thread()]


def test_results_come_in_the_order_of_the_work(tasks, page):
    for number in range(50):
        tasks.run(lambda number=number: number, done=page.done, failed=page.failed)
    assert tasks.drain()
    assert page.seen == list(range(50))


def test_a_failure_comes_back_as_the_error_it_was(tasks, page):
    error = DiskFull()

    def work():
        raise error

    tasks.run(work, done=page.done, failed=page.failed)
    tasks.drain()
    assert page.errors == [error]


def test_a_deleted_page_hears_nothing_more(tasks, page):
    tasks.run(lambda: 1, done=page.done, failed=page.failed)
    shiboken6.delete(page)
    tasks.drain()
    assert page.seen == []


def test_the_failure_of_a_deleted_page_is_still_told(tasks, page):
    told = []
    tasks.unclaimed.connect(told.append)
    tasks.run(lambda: 1 / 0, done=page.done, failed=page.failed)
    shiboken6.delete(page)
    tasks.drain()
    assert [type(error) for error in told] == [ZeroDivisionError]


def test_draining_waits_for_what_results_submit_in_turn(tasks, page):
    def again(value):
        tasks.run(lambda: value + 1, done=page.done, failed=page.failed)

    tasks.run(lambda: 1, done=again, failed=page.failed)
    assert tasks.drain()
    assert page.seen == [2]
    assert not tasks.busy


def test_draining_gives_up_when_its_time_is_over(tasks, page):
    gate = Event()
    tasks.run(gate.wait, done=page.done, failed=page.failed)
    assert not tasks.drain(timeout=0.01)
    gate.set()
    assert tasks.drain()


def test_draining_what_was_stopped_waits_for_nothing(tasks, page):
    gate = Event()
    tasks.run(lambda: gate.wait(5), done=page.done, failed=page.failed)
    tasks.stop(wait=False)
    assert tasks.drain()
    gate.set()
    assert page.seen == []


def test_idle_is_said_once_all_is_delivered(qtbot, tasks, page):
    with qtbot.waitSignal(tasks.idle):
        tasks.run(lambda: 1, done=page.done, failed=page.failed)
    assert page.seen == [1]


def test_long_work_reports_and_can_be_cancelled(qtbot, tasks, page):
    reported = []
    gate, cancelled = Event(), Event()

    def work(report):
        gate.wait()
        report(1, 10)
        cancelled.wait()
        report(2, 10)

    job = tasks.run_long(work, done=page.done, failed=page.failed)
    job.progressed.connect(lambda *far: reported.append((far, threading.current_thread())))
    gate.set()
    qtbot.waitUntil(lambda: bool(reported))
    job.cancel()
    cancelled.set()
    tasks.drain()
    assert reported == [((1, 10), threading.main_thread())]
    assert [type(error) for error in page.errors] == [Cancelled]


def test_an_error_in_a_page_does_not_stop_the_next_result(tasks, page, monkeypatch):
    complaints = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: complaints.append(kind))

    def broken(value):
        raise KeyError

    tasks.run(lambda: 1, done=broken, failed=page.failed)
    tasks.run(lambda: 2, done=page.done, failed=page.failed)
    tasks.drain()
    assert page.seen == [2]
    assert complaints == [KeyError]


def test_what_comes_after_the_end_is_dropped(qtbot, tasks, page):
    tasks.run(lambda: "late", done=page.done, failed=page.failed)
    tasks.stop()
    QCoreApplication.sendPostedEvents()
    assert page.seen == [] and not tasks.busy
