"""The practice ledger in the running program: reached by its key, its acts are those of no journal."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.driving import Driver, make_vault, on_shelf
from ui.pages_of_journal import build_rooms
from ui.practice_rooms import LEDGER, PracticeRooms
from ui.sitting import Sitting

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    make_vault(tmp_path / "vault", "Heron", "Lark")
    with on_shelf(tmp_path / "vault") as shelf:
        shelf.ledger.keep(True)
    return tmp_path / "vault"


@pytest.fixture
def sitting(driver: Driver, vault: Path) -> Sitting:
    sitting = driver.unlock(driver.start(vault, build_rooms))
    driver.running[0].window.activateWindow()
    settle(driver)
    return sitting


def settle(driver: Driver) -> None:
    for _ in range(2):
        driver.seated(driver.running[0])
        QApplication.processEvents()
    driver.seated(driver.running[0])


def press(
    driver: Driver, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    window = driver.running[0].window
    driver.qtbot.keyClick(window.focusWidget() or window, key, modifier)
    settle(driver)


def rooms(sitting: Sitting) -> PracticeRooms:
    return next(group for group in sitting.beside if isinstance(group, PracticeRooms))


def add(driver: Driver, sitting: Sitting, time: str) -> None:
    line = rooms(sitting).view.adding
    driver.qtbot.keyClicks(line.time, time)
    driver.qtbot.keyClick(line.time, Qt.Key.Key_Return)
    settle(driver)


def count(sitting: Sitting) -> int:
    return rooms(sitting).view.list.model().rowCount()


def test_it_is_reached_by_its_key_and_left_with_escape(driver: Driver, sitting: Sitting) -> None:
    sitting.show_tab("goals")
    press(driver, Qt.Key.Key_Y, CONTROL | SHIFT)
    assert sitting.view.page_in_front == LEDGER
    assert driver.running[0].window.focusWidget() is rooms(sitting).view.adding.kind
    press(driver, Qt.Key.Key_Escape)
    assert sitting.view.page_in_front == "goals"


def test_it_is_reached_from_the_settings(driver: Driver, sitting: Sitting) -> None:
    sitting.show_settings()
    sitting.side.settings_view.practice.open.click()
    settle(driver)
    assert sitting.view.page_in_front == LEDGER


def test_undo_means_the_ledger_while_it_is_in_front_whichever_journal_is_open(
    driver: Driver, sitting: Sitting
) -> None:
    rooms(sitting).show()
    settle(driver)
    add(driver, sitting, "90")
    assert "Add practice" in sitting.view.notice.words()
    press(driver, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert not sitting.view.notice.isVisible()
    assert sitting.next_acts == ("", "")
    rooms(sitting).show()
    settle(driver)
    assert sitting.next_acts == ("Add practice", "")
    sitting.undo()
    settle(driver)
    assert count(sitting) == 0
    sitting.redo()
    settle(driver)
    assert count(sitting) == 1


def test_half_a_line_outlives_the_lock(driver: Driver, sitting: Sitting, vault: Path) -> None:
    rooms(sitting).show()
    settle(driver)
    driver.qtbot.keyClicks(rooms(sitting).view.adding.learning, "Half a sente")
    sitting.locking.lock()
    driver.qtbot.waitUntil(lambda: bool(driver.replaced), timeout=15_000)
    again = driver.unlock(driver.start(vault, build_rooms))
    driver.seated(driver.running[-1])
    page = rooms(again)
    page.show()
    driver.seated(driver.running[-1])
    assert page.view.adding.learning.text() == "Half a sente"
