"""Undo and Redo in the real window: every act by its name, whatever page is in front."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.driving import Driver, make_vault
from ui.pages.actions.view import ActionsView
from ui.pages_of_journal import build_rooms
from ui.sitting import Sitting

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def sitting(driver: Driver, tmp_path: Path) -> Sitting:
    make_vault(tmp_path / "vault", "Heron")
    sitting = driver.unlock(driver.start(tmp_path / "vault", build_rooms))
    driver.running[0].window.activateWindow()
    settle(driver)
    sitting.show_tab("journal")  # a vault opens at Today
    return sitting


def settle(driver: Driver) -> None:
    for _ in range(2):
        QApplication.processEvents()
        driver.seated(driver.running[0])


def press(
    driver: Driver, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(QApplication.focusWidget() or driver.running[0].window, key, modifiers)
    settle(driver)


def names(sitting: Sitting) -> list[str]:
    return [command.name for command in sitting.keys.everything()]


def test_acts_are_taken_back_by_name_from_another_page(driver: Driver, sitting: Sitting) -> None:
    assert "Undo the last act" in names(sitting)
    page = sitting.rooms.views["actions"]
    assert isinstance(page, ActionsView)
    press(driver, Qt.Key.Key_4, CTRL)
    page.setFocus()
    press(driver, Qt.Key.Key_N)
    QTest.keyClicks(QApplication.focusWidget(), "Send the list by tomorrow")
    press(driver, Qt.Key.Key_Return)
    page.list.setFocus()
    press(driver, Qt.Key.Key_X)
    assert "Undo: Drop action" in names(sitting)

    press(driver, Qt.Key.Key_1, CTRL)
    sitting.view.setFocus()
    press(driver, Qt.Key.Key_Z, CTRL)
    assert {"Undo: Add action", "Redo: Drop action"} <= set(names(sitting))
    assert page.list.model().rowCount() == 2
    press(driver, Qt.Key.Key_Z, CTRL)
    assert page.list.model().rowCount() == 0
    for _ in range(2):
        press(driver, Qt.Key.Key_Z, CTRL | SHIFT)
    assert "Undo: Drop action" in names(sitting)
    assert page.list.model().index(0, 0).data() == "Closed · 1"


def test_what_is_said_of_the_relationship_is_taken_back_in_the_header(
    driver: Driver, sitting: Sitting
) -> None:
    press(driver, Qt.Key.Key_A, CTRL | SHIFT)
    sitting.side.about_view.codename.selectAll()
    QTest.keyClicks(sitting.side.about_view.codename, "Robin")
    sitting.side.about_view.save.setFocus()
    press(driver, Qt.Key.Key_Space)
    assert sitting.desk.codenames == ["Robin"]
    assert "Undo: Edit relationship" in names(sitting)

    sitting.view.setFocus()
    press(driver, Qt.Key.Key_Z, CTRL)
    assert sitting.desk.codenames == ["Heron"]
    assert sitting.view.header.codename.text() == "Heron"
