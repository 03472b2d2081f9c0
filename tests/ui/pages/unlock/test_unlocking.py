"""Promises of the unlock page: in with the right words, everything else said in place."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mentorjournal.vault.index_file import INDEX_NAME
from mentorjournal.vault.vault import Vault
from tests.ui.driving import LIMIT, PASSPHRASE, Driver, make_vault
from tests.ui.names import unnamed
from ui.app import Start
from ui.pages.unlock.renew_view import RenewView
from ui.pages.unlock.view import UnlockView
from ui.theme.theme import Theme


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    make_vault(tmp_path / "vault", "Heron")
    return tmp_path / "vault"


def page(start: Start) -> UnlockView:
    room = start.window.room
    assert isinstance(room, UnlockView)
    return room


def said(driver: Driver, view: UnlockView) -> str:
    driver.qtbot.waitUntil(lambda: bool(view.message.text()), timeout=LIMIT)
    return view.message.text()


def test_the_right_passphrase_opens_the_journals(driver: Driver, vault: Path) -> None:
    sitting = driver.unlock(driver.start(vault))
    assert sitting.desk.codenames == ["Heron"]


def test_a_wrong_passphrase_is_said_in_place_and_what_was_typed_is_selected(
    driver: Driver, vault: Path
) -> None:
    view = page(driver.start(vault))
    driver.qtbot.keyClicks(view.field, "three grey geese")
    view.button.click()
    assert "does not open the vault" in said(driver, view)
    assert view.field.text() == view.field.selectedText() == "three grey geese"
    assert view.button.isEnabled()


def test_an_empty_passphrase_is_said_in_place(driver: Driver, vault: Path) -> None:
    view = page(driver.start(vault))
    view.button.click()
    assert "empty" in said(driver, view)


def test_accents_open_however_they_were_typed(driver: Driver, tmp_path: Path) -> None:
    make_vault(tmp_path / "accents", passphrase=unicodedata.normalize("NFC", "Żółw śpi"))
    start = driver.start(tmp_path / "accents")
    view = page(start)
    view.field.setText(unicodedata.normalize("NFD", "Żółw śpi"))
    view.button.click()
    driver.seated(start)


def test_a_vault_in_use_elsewhere_is_said_in_place(driver: Driver, vault: Path) -> None:
    other = Vault.unlock(vault, PASSPHRASE)
    try:
        view = page(driver.start(vault))
        view.field.setText(PASSPHRASE)
        view.button.click()
        assert "open in another Mentor Journal" in said(driver, view)
    finally:
        other.close()


def test_a_damaged_index_is_offered_to_be_rebuilt(driver: Driver, vault: Path) -> None:
    (vault / INDEX_NAME).write_bytes(b"")
    start = driver.start(vault)
    view = page(start)
    view.field.setText(PASSPHRASE)
    view.button.click()
    assert "damaged" in said(driver, view)
    assert view.rebuild_button.isVisible()
    view.rebuild_button.click()
    assert driver.seated(start).desk.codenames == ["Heron"]


def test_a_damaged_key_file_is_named(driver: Driver, vault: Path) -> None:
    for name in ("vault.keys", "vault.keys.copy"):
        (vault / name).write_bytes(b"nothing that was written by us")
    view = page(driver.start(vault))
    view.field.setText(PASSPHRASE)
    view.button.click()
    assert said(driver, view)
    assert not view.rebuild_button.isVisible()


def test_the_recovery_code_opens_and_asks_for_a_new_passphrase(driver: Driver, tmp_path: Path) -> None:
    groups = make_vault(tmp_path / "coded", "Heron")
    start = driver.start(tmp_path / "coded")
    view = page(start)
    view.other_way.click()
    view.field.setText(" ".join(groups).lower())
    view.button.click()
    driver.qtbot.waitUntil(lambda: isinstance(start.window.room, RenewView), timeout=LIMIT)
    renew = start.window.room
    assert isinstance(renew, RenewView)
    renew.passphrase.first.setText("four new words here")
    renew.passphrase.again.setText("four new words here")
    renew.button.click()
    driver.seated(start)
    driver.close()
    Vault.unlock(tmp_path / "coded", "four new words here").close()


def test_a_mistyped_code_names_its_group(driver: Driver, tmp_path: Path) -> None:
    groups = list(make_vault(tmp_path / "coded"))
    view = page(driver.start(tmp_path / "coded"))
    view.other_way.click()
    groups[3] = ("3" if groups[3][0] == "2" else "2") + groups[3][1:]  # one wrong sign is always noticed
    view.field.setText(" ".join(groups))
    view.button.click()
    assert "Group 4" in said(driver, view)


def test_enter_pressed_before_everything_is_loaded_is_not_lost(qtbot: QtBot, theme: Theme) -> None:
    heard: list[str] = []

    class Presenter:
        def submit(self, typed: str) -> None:
            heard.append(typed)

        def rebuild(self, typed: str) -> None: ...
        def rescue(self, typed: str) -> None: ...
        def show_backups(self, typed: str) -> None: ...
        def use_code(self) -> None: ...
        def use_passphrase(self) -> None: ...
        def choose_vault(self) -> None: ...

    early = UnlockView(theme)
    qtbot.addWidget(early)
    early.field.setText("typed early")
    early.button.click()
    early.bind(Presenter())
    assert heard == ["typed early"]


def test_nothing_private_shows_before_unlocking(driver: Driver, vault: Path) -> None:
    start = driver.start(vault)
    assert start.window.windowTitle() == "Mentor Journal"
    assert unnamed(start.window) == []


def test_caps_lock_is_told(driver: Driver, vault: Path) -> None:
    view = page(driver.start(vault))
    driver.qtbot.keyClick(view.field, "A")
    assert "Caps Lock" in view.caps.text()
    driver.qtbot.keyClick(view.field, "a")
    assert view.caps.text() == ""
