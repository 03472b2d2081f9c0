"""The page about safety: reached from everywhere, left as it was come to, and true in what it names."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mentorjournal.model.words import Role
from mentorjournal.primers import safety
from tests.ui.driving import Driver, make_vault
from tests.ui.names import unnamed
from ui.launch import CORE_COMMANDS
from ui.pages.safety.view import SafetyView
from ui.pages.settings.view import SettingsView
from ui.pages.unlock.view import UnlockView
from ui.pages_of_journal import build_rooms
from ui.safety_rooms import SAFETY, SafetyRooms
from ui.sitting import Sitting

ROOT = Path(__file__).resolve().parents[2]
CONTROL, NO_KEY = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


def settle(driver: Driver) -> None:
    for _ in range(3):
        driver.seated(driver.running[-1])
        QApplication.processEvents()


def press(driver: Driver, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
    window = driver.running[-1].window
    driver.qtbot.keyClick(window.focusWidget() or window, key, modifier)
    settle(driver)


@pytest.fixture
def sitting(driver: Driver, tmp_path: Path) -> Sitting:
    make_vault(tmp_path / "vault", "Heron")
    sitting = driver.unlock(driver.start(tmp_path / "vault", build_rooms))
    driver.running[0].window.activateWindow()
    settle(driver)
    return sitting


def test_a_key_help_settings_and_its_name_lead_to_it_and_escape_leads_back(
    driver: Driver, sitting: Sitting
) -> None:
    before = sitting.view.page_in_front
    press(driver, Qt.Key.Key_F1, CONTROL)
    room = next(group for group in sitting.beside if isinstance(group, SafetyRooms))
    assert sitting.view.page_in_front == SAFETY
    assert driver.running[0].window.focusWidget() is room.view.text
    assert room.view.text.toPlainText().startswith("Safety\n")
    assert room.view.text.isReadOnly() and unnamed(room.view) == []
    press(driver, Qt.Key.Key_Space)
    assert room.view.text.verticalScrollBar().value() > 0
    press(driver, Qt.Key.Key_Escape)
    assert sitting.view.page_in_front == before

    press(driver, Qt.Key.Key_F1)
    sitting.keys.help.safety.click()
    settle(driver)
    assert sitting.view.page_in_front == SAFETY and sitting.keys.help.isHidden()

    sitting.show_settings()
    page = sitting.side.settings_view
    assert isinstance(page, SettingsView)
    page.about.safety.click()
    settle(driver)
    assert sitting.view.page_in_front == SAFETY

    for words in ("security", "report weakness", "encryption"):
        press(driver, Qt.Key.Key_Escape)
        sitting.keys.show_palette()
        driver.qtbot.keyClicks(sitting.keys.palette.field, words)
        driver.qtbot.keyClick(sitting.keys.palette.field, Qt.Key.Key_Return)
        settle(driver)
        assert sitting.view.page_in_front == SAFETY


def text() -> str:
    return "\n".join(block.text for block in safety().text(Role.MENTEE))


def test_every_command_that_it_names_is_one() -> None:
    named = set(re.findall(r"mentorjournal ([a-z-]+)", text())) - {"--version"}
    assert {"doctor", "verify", "drill", "rekey"} <= named <= CORE_COMMANDS


def test_every_test_that_it_and_the_readme_name_is_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"tests/[\w/.]+\w", text() + readme)
    assert named and not [name for name in named if not (ROOT / name).exists()]


def test_it_makes_the_eight_promises_and_says_them_to_everybody_alike() -> None:
    promised = [block for block in safety().text(Role.MENTEE) if block.kind.value == "ol"]
    assert len(promised) == 8
    assert len({safety().text(role) for role in Role}) == 1


def test_the_page_is_read_before_a_vault_is_open(driver: Driver, tmp_path: Path) -> None:
    make_vault(tmp_path / "vault", "Heron")
    start = driver.start(tmp_path / "vault", build_rooms)
    view = start.window.room
    assert isinstance(view, UnlockView)
    view.field.setText("half a pass")
    for open_it in (view.safety.click, partial(QTest.keyClick, view.field, Qt.Key.Key_F1, CONTROL)):
        open_it()
        QApplication.processEvents()
        page = start.window.room
        assert isinstance(page, SafetyView) and page.text.toPlainText().startswith("Safety\n")
        QTest.keyClick(page.text, Qt.Key.Key_Escape)
        assert start.window.room is view and view.field.text() == "half a pass"
    view.field.clear()
    driver.unlock(start)
