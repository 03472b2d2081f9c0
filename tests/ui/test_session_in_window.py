"""The session page in the whole window: its acts by key and palette, and the page alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mentorjournal.journal.journal import Journal
from mentorjournal.model.session import Session
from mentorjournal.model.words import SessionStatus
from tests.ui.driving import LIMIT, Driver, make_vault
from ui.pages.session.frame_view import SessionFrameView
from ui.pages_of_journal import build_rooms
from ui.rooms import Rooms
from ui.shell.locking import CountingTasks
from ui.shell.page_outside import PageOutside
from ui.sitting import Sitting
from ui.theme.theme import Theme

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def rooms(theme: Theme, tasks: CountingTasks, outsides: Mapping[str, PageOutside], sitting: Sitting) -> Rooms:
    return build_rooms(theme, tasks, outsides, sitting)


@pytest.fixture
def sitting(driver: Driver, tmp_path: Path) -> Sitting:
    make_vault(tmp_path / "vault", "Heron")
    start = driver.start(tmp_path / "vault", rooms)
    return driver.unlock(start)


def settle(driver: Driver, sitting: Sitting) -> None:
    driver.seated(driver.running[0])
    QApplication.processEvents()


def press(driver: Driver, sitting: Sitting, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    driver.qtbot.keyClick(QApplication.focusWidget() or sitting.view, key, held)
    settle(driver, sitting)


def test_a_session_is_planned_begun_and_held_by_keys(driver: Driver, sitting: Sitting) -> None:
    settle(driver, sitting)
    sitting.act("session")
    settle(driver, sitting)
    frame = sitting.view.findChild(SessionFrameView)
    assert frame is not None
    driver.qtbot.waitUntil(frame.head.ask.isVisible, timeout=LIMIT)
    driver.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)  # the day that is suggested: today
    settle(driver, sitting)
    press(driver, sitting, Qt.Key.Key_B, ALT | SHIFT)
    assert frame.head.clock.isVisible()
    driver.qtbot.keyClicks(QApplication.focusWidget(), "We began.")

    sitting.focus_mode()
    assert not frame.head.title.isVisible() and frame.head.segments.isVisible()
    driver.qtbot.waitUntil(lambda: frame.width() == sitting.view.width())  # the list is gone too
    sitting.focus_mode()
    assert frame.head.title.isVisible()

    press(driver, sitting, Qt.Key.Key_D, ALT | SHIFT)
    assert str(frame.head.segments.value()) == "after"
    press(driver, sitting, Qt.Key.Key_2, ALT)
    assert str(frame.head.segments.value()) == "during"

    open_journal = sitting.desk.journal
    assert open_journal is not None
    found: list[list[Session]] = []
    journal: Journal = open_journal.journal
    sitting.tasks.run(journal.sessions.all, done=found.append, failed=pytest.fail)
    settle(driver, sitting)
    assert [one.status for one in found[0]] == [SessionStatus.HELD]
