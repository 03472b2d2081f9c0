"""Everything taken along from the settings: by the owner alone, told plainly, and with a way to stop it."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mentorjournal.leaving.choice import Form
from mentorjournal.leaving.taking import take_along
from tests.ui.driving import LIMIT, PASSPHRASE, Driver, make_vault, on_shelf
from tests.ui.names import unnamed
from ui.pages.settings.along import AlongCard
from ui.pages_of_journal import build_rooms
from ui.sitting import Sitting

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_vault(tmp_path / "vault", "Heron", "Lark")
    return tmp_path / "vault"


@pytest.fixture
def sitting(driver: Driver, folder: Path) -> Sitting:
    return driver.unlock(driver.start(folder, build_rooms))


def settle(driver: Driver) -> None:
    for _ in range(3):
        driver.seated(driver.running[0])
        QApplication.processEvents()


@pytest.fixture
def card(driver: Driver, sitting: Sitting) -> AlongCard:
    sitting.show_settings()
    settle(driver)
    return sitting.side.settings_view.along


def take(driver: Driver, card: AlongCard, place: Path | None, typed: str = PASSPHRASE) -> None:
    driver.answers.folders.append(place)
    card.passphrase.setText(typed)
    card.take.click()
    driver.qtbot.waitUntil(card.take.isEnabled, timeout=LIMIT)


def quick(card: AlongCard) -> None:
    """Without the books, which take a while each."""
    card.forms[Form.PDF].setChecked(False)


def test_the_whole_vault_is_written_into_a_new_folder(
    driver: Driver, card: AlongCard, tmp_path: Path
) -> None:
    quick(card)
    (tmp_path / "usb").mkdir()
    take(driver, card, tmp_path / "usb")
    (made,) = (tmp_path / "usb").iterdir()
    assert made.name.startswith("mentoring-journals-20")
    assert {path.name for path in made.iterdir()} == {"README.md", "vault.json", "Heron", "Lark"}
    assert "2 journals" in card.message.text() and "not encrypted" in card.message.text()
    assert card.passphrase.text() == ""


def test_one_journal_goes_alone_and_remembers_it(
    driver: Driver, card: AlongCard, tmp_path: Path, folder: Path
) -> None:
    quick(card)
    card.which.set_value("Heron")
    (tmp_path / "usb").mkdir()
    take(driver, card, tmp_path / "usb")
    (made,) = (tmp_path / "usb").iterdir()
    assert {path.name for path in made.iterdir()} == {"README.md", "Heron"}
    driver.close()
    with on_shelf(folder) as shelf:
        assert len(shelf.named("Heron").journal.exports.all()) == 2
        assert shelf.named("Lark").journal.exports.all() == []


def test_who_does_not_know_the_passphrase_gets_nothing(
    driver: Driver, card: AlongCard, tmp_path: Path
) -> None:
    (tmp_path / "usb").mkdir()
    for typed in ("something else", ""):
        take(driver, card, tmp_path / "usb", typed)
        assert card.message.text() and card.message.isVisibleTo(card)
        assert driver.answers.folders.pop() == tmp_path / "usb"  # it was not even asked where to
    assert list((tmp_path / "usb").iterdir()) == []


def test_the_recovery_code_will_do(driver: Driver, tmp_path: Path) -> None:
    groups = make_vault(tmp_path / "other", "Wren")
    sitting = driver.unlock(driver.start(tmp_path / "other", build_rooms))
    sitting.show_settings()
    settle(driver)
    card = sitting.side.settings_view.along
    quick(card)
    (tmp_path / "usb").mkdir()
    take(driver, card, tmp_path / "usb", " ".join(groups))
    assert "1 journal" in card.message.text()


def test_no_form_and_no_place_change_nothing(driver: Driver, card: AlongCard) -> None:
    take(driver, card, None)
    assert card.message.text() == "" and card.passphrase.text() == PASSPHRASE
    for box in card.forms.values():
        box.setChecked(False)
    card.take.click()
    assert "at least one" in card.message.text()


def test_it_can_be_stopped_and_leaves_nothing(
    driver: Driver, card: AlongCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped = Event()

    def begun(*given, **how):
        assert stopped.wait(LIMIT / 1000)
        return take_along(*given, **how)

    monkeypatch.setattr("mentorjournal.leaving.taking.take_along", begun)
    (tmp_path / "usb").mkdir()
    driver.answers.folders.append(tmp_path / "usb")
    card.passphrase.setText(PASSPHRASE)
    card.take.click()
    driver.qtbot.waitUntil(lambda: card.progress.under_way, timeout=LIMIT)
    card.progress.stop()
    stopped.set()
    driver.qtbot.waitUntil(card.take.isEnabled, timeout=LIMIT)
    assert "Stopped" in card.message.text()
    assert list((tmp_path / "usb").iterdir()) == []


def test_what_was_typed_goes_with_the_page(driver: Driver, sitting: Sitting, card: AlongCard) -> None:
    card.passphrase.setText(PASSPHRASE)
    sitting.back()
    assert card.passphrase.text() == ""


def test_a_key_and_the_palette_lead_to_it(driver: Driver, sitting: Sitting) -> None:
    QTest.keyClick(driver.running[0].window, Qt.Key.Key_S, CTRL | SHIFT)
    settle(driver)
    card = sitting.side.settings_view.along
    assert sitting.view.page_in_front == "settings" and card.which.isVisible()
    assert unnamed(sitting.side.settings_view) == []
    assert any("export" in command.keywords for command in sitting.keys.everything())
