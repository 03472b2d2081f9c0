"""A long paper says how far it is, and is stopped by a button or by Escape."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from mentorjournal.errors import Cancelled
from mentorjournal.model.paper import Line, Paper
from mentorjournal.pdf import render
from mentorjournal.pdf.progress import in_hundredths
from ui.shell.locking import CountingTasks
from ui.tasks import Job, Report, Tasks
from ui.theme.theme import Theme
from ui.widgets.paper_progress import PaperProgress

PAPER = Paper(title="A paper", pieces=tuple(Line("word " * 300) for _ in range(30)))


class Page(QObject):
    """Makes papers on the vault's thread and hears how they end."""

    def __init__(self, progress: PaperProgress) -> None:
        super().__init__()
        self.progress = progress
        self.made: list[bytes] = []
        self.errors: list[Exception] = []

    def done(self, pdf: bytes) -> None:
        self.progress.end()
        self.made.append(pdf)

    def failed(self, error: Exception) -> None:
        self.progress.end()
        self.errors.append(error)


@pytest.fixture
def progress(qtbot: QtBot, theme: Theme) -> PaperProgress:
    progress = PaperProgress(theme)
    qtbot.addWidget(progress)
    return progress


@pytest.fixture
def page(progress: PaperProgress) -> Page:
    return Page(progress)


def work(report: Report) -> bytes:
    return render(PAPER, progress=in_hundredths(report))


def test_a_paper_moves_the_bar_and_takes_it_away_when_it_is_made(
    qtbot: QtBot, progress: PaperProgress, page: Page, tasks: Tasks
) -> None:
    job = tasks.run_long(work, done=page.done, failed=page.failed)
    far: list[float] = []
    progress.follow(job, "Making 30 pages…")
    progress.show_now()
    assert progress.isVisible() and progress.told.text() == "Making 30 pages…"
    job.progressed.connect(lambda *_: far.append(progress.bar.value()))
    qtbot.waitUntil(lambda: bool(page.made))
    assert not progress.isVisible() and not progress.under_way
    assert far == sorted(far) and far[-1] == 1.0 and len(far) > 20


@pytest.mark.parametrize("how", ["button", "escape", "page"])
def test_a_paper_that_is_stopped_leaves_nothing(
    qtbot: QtBot, progress: PaperProgress, page: Page, tasks: Tasks, how: str
) -> None:
    gate = Event()

    def waiting(report: Report) -> bytes:
        gate.wait()
        return work(report)

    progress.follow(tasks.run_long(waiting, done=page.done, failed=page.failed), "Making the book…")
    progress.show_now()
    with qtbot.waitSignal(progress.stopped):
        if how == "button":
            progress.cancel.click()
        elif how == "escape":
            qtbot.keyClick(progress, Qt.Key.Key_Escape)
        else:
            progress.stop()
    assert not progress.cancel.isEnabled()
    gate.set()
    tasks.drain()
    assert [type(error) for error in page.errors] == [Cancelled] and page.made == []
    assert not progress.isVisible()


def test_what_is_made_in_a_moment_shows_no_bar(
    qtbot: QtBot, progress: PaperProgress, page: Page, tasks: Tasks
) -> None:
    progress.follow(tasks.run_long(work, done=page.done, failed=page.failed), "Making the page…")
    tasks.drain()
    progress.show_now()  # the timer that was already on its way
    assert not progress.isVisible()


def test_escape_is_the_pages_own_while_nothing_is_made(progress: PaperProgress) -> None:
    progress.stop()
    assert not progress.under_way


def test_a_second_paper_is_followed_instead_of_the_first(
    progress: PaperProgress, page: Page, tasks: Tasks
) -> None:
    first, second = Job(tasks), Job(tasks)
    progress.follow(first, "First")
    progress.follow(second, "Second")
    first.progressed.emit(9, 10)
    assert progress.bar.value() == 0.0
    second.progressed.emit(1, 4)
    assert progress.bar.value() == 0.25
    assert progress.bar.accessibleName() == "Making the pages: 25 percent"


def test_a_lock_does_not_wait_for_a_long_paper(page: Page, tasks: Tasks) -> None:
    counting = CountingTasks(tasks)
    gate = Event()

    def waiting(report: Report) -> bytes:
        gate.wait()
        return work(report)

    counting.run_long(waiting, done=page.done, failed=page.failed)
    counting.cancel_long()
    gate.set()
    tasks.drain()
    assert [type(error) for error in page.errors] == [Cancelled]
    assert counting.failures == 0  # nothing that had to be saved was lost
