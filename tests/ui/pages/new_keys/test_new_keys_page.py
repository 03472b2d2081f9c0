"""New keys in the window: the code is seen and two of its groups typed back, and stopped before that nothing
has changed.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from mentorjournal.vault.vault import Vault
from tests.cli.command import tree
from tests.ui.driving import LIMIT, PASSPHRASE, Driver, make_vault
from tests.ui.names import unnamed
from ui.pages.new_keys.view import NewKeysView
from ui.pages.unlock.view import UnlockView
from ui.pages_of_journal import build_rooms


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_vault(tmp_path / "vault", "Heron")
    return tmp_path / "vault"


def page(driver: Driver, folder: Path) -> NewKeysView:
    start = driver.start(folder, build_rooms)
    assert start.program is not None
    start.program.new_keys(folder)
    view = start.window.room
    assert isinstance(view, NewKeysView)
    return view


def shown_code(driver: Driver, view: NewKeysView) -> str:
    driver.qtbot.waitUntil(view.written.isVisible, timeout=LIMIT)
    return "-".join(view.code.groups())


def answer(view: NewKeysView, *, second: str = "") -> None:
    groups, numbers = view.code.groups(), view.groups.asked
    view.groups.first.setText(f" {groups[numbers[0] - 1].lower()}")
    view.groups.second.setText(second or groups[numbers[1] - 1])
    view.change.click()


def at_the_code(driver: Driver, folder: Path) -> NewKeysView:
    view = page(driver, folder)
    view.field.setText(PASSPHRASE)
    view.start.click()
    shown_code(driver, view)
    return view


def test_two_groups_are_asked_for_before_anything_changes(driver: Driver, folder: Path) -> None:
    view = at_the_code(driver, folder)
    view.written.click()
    assert view.groups.first.isVisible() and not view.code.isVisible()
    assert unnamed(driver.running[0].window) == []
    first, second = view.groups.asked
    assert 1 <= first < second <= len(view.code.groups())
    assert not view.save.isVisible()


def test_a_wrong_group_is_named_and_changes_nothing(driver: Driver, folder: Path) -> None:
    Vault.unlock(folder, PASSPHRASE).close()
    before = tree(folder)
    view = at_the_code(driver, folder)
    view.written.click()
    answer(view, second="WRONG")
    assert f"Group {view.groups.asked[1]} is not" in view.groups.message.text()
    view.cancel.click()
    driver.qtbot.waitUntil(lambda: "Stopped" in view.message.text(), timeout=LIMIT)
    assert not view.groups.isVisible() and view.groups.typed() == ("", "")
    assert tree(folder) == before


def test_the_code_can_be_looked_at_again(driver: Driver, folder: Path) -> None:
    view = at_the_code(driver, folder)
    view.written.click()
    view.again.click()
    assert view.code.isVisible() and not view.groups.isVisible()
    view.written.click()
    answer(view)
    driver.qtbot.waitUntil(view.save.isVisible, timeout=LIMIT)


def test_the_new_code_and_passphrase_open_the_vault(driver: Driver, folder: Path) -> None:
    view = page(driver, folder)
    view.field.setText(PASSPHRASE)
    view.other.setChecked(True)
    view.passphrase.first.setText("four new words here")
    view.passphrase.again.setText("four new words here")
    view.start.click()
    code = shown_code(driver, view)
    assert unnamed(driver.running[0].window) == []
    view.written.click()
    answer(view)
    driver.qtbot.waitUntil(view.save.isVisible, timeout=LIMIT)
    assert "-".join(view.code.groups()) == code
    view.back.click()
    assert isinstance(driver.running[0].window.room, UnlockView)
    Vault.unlock_with_code(folder, code).close()
    Vault.unlock(folder, "four new words here").close()


def test_stopped_at_the_code_nothing_has_changed(driver: Driver, folder: Path) -> None:
    Vault.unlock(folder, PASSPHRASE).close()
    before = tree(folder)
    view = page(driver, folder)
    view.field.setText(PASSPHRASE)
    view.start.click()
    shown_code(driver, view)
    driver.qtbot.keyClick(view, Qt.Key.Key_Escape)
    driver.qtbot.waitUntil(lambda: "Stopped" in view.message.text(), timeout=LIMIT)
    assert view.code.groups() == []
    assert tree(folder) == before


def test_closing_the_window_at_the_code_changes_nothing(driver: Driver, folder: Path) -> None:
    view = page(driver, folder)
    view.field.setText(PASSPHRASE)
    view.start.click()
    shown_code(driver, view)
    driver.close()
    Vault.unlock(folder, PASSPHRASE).close()


def test_a_wrong_passphrase_is_said_in_place(driver: Driver, folder: Path) -> None:
    view = page(driver, folder)
    view.field.setText("something else")
    view.start.click()
    driver.qtbot.waitUntil(lambda: "does not open" in view.wrong.text(), timeout=LIMIT)
    assert view.start.isEnabled()
    assert view.field.hasFocus() and view.field.accessibleDescription() == view.wrong.text()


def test_settings_lead_there_through_a_lock(driver: Driver, folder: Path) -> None:
    sitting = driver.unlock(driver.start(folder, build_rooms))
    sitting.show_settings()
    sitting.side.settings_view.passphrase.new_keys.click()
    driver.qtbot.waitUntil(lambda: bool(driver.replaced), timeout=LIMIT)
    assert driver.replaced[0][-4:-2] == ["--room", "keys"]
