"""The book in the running program: reached by its key and by its name; its choices outlive a lock."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.book import full
from tests.ui.driving import LIMIT, Driver, make_vault, on_shelf
from ui.book_rooms import BOOK, BookRooms
from ui.pages.share.view import ShareView
from ui.pages_of_journal import build_rooms
from ui.sitting import Sitting

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    make_vault(tmp_path / "vault", "Heron")
    with on_shelf(tmp_path / "vault") as shelf:
        full.fill(shelf.named("Heron").journal)
    return tmp_path / "vault"


def settle(driver: Driver) -> None:
    for _ in range(3):
        driver.seated(driver.running[-1])
        QApplication.processEvents()


def rooms(sitting: Sitting) -> BookRooms:
    return next(group for group in sitting.beside if isinstance(group, BookRooms))


def press(
    driver: Driver, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    window = driver.running[-1].window
    driver.qtbot.keyClick(window.focusWidget() or window, key, modifier)
    settle(driver)


def test_it_opens_saves_and_is_left_by_keys_and_its_choices_outlive_a_lock(
    driver: Driver, vault: Path, tmp_path: Path
) -> None:
    sitting = driver.unlock(driver.start(vault, build_rooms))
    driver.running[0].window.activateWindow()
    settle(driver)
    sitting.open_journal(next(id for id, name in sitting.codenames if name == "Heron"))
    settle(driver)
    sitting.show_tab("share")
    press(driver, Qt.Key.Key_J, ALT | SHIFT)
    view = rooms(sitting).view
    assert sitting.view.page_in_front == BOOK
    assert driver.running[0].window.focusWidget() is view.words

    driver.answers.files.append(tmp_path / "book.pdf")
    view.known.setChecked(True)
    press(driver, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    driver.qtbot.waitUntil((tmp_path / "book.pdf").exists, timeout=LIMIT)
    settle(driver)
    assert "book.pdf" in view.message.text()

    press(driver, Qt.Key.Key_Escape)
    assert sitting.view.page_in_front != BOOK
    sitting.keys.show_palette()
    settle(driver)
    driver.qtbot.keyClicks(QApplication.focusWidget(), "archive whole")
    press(driver, Qt.Key.Key_Return)
    assert sitting.view.page_in_front == BOOK

    press(driver, Qt.Key.Key_Escape)
    sitting.show_tab("share")
    settle(driver)
    share = sitting.rooms.views["share"]
    assert isinstance(share, ShareView)
    share.reader.book.click()
    settle(driver)
    assert sitting.view.page_in_front == BOOK

    view.since.setText("half typed")
    view.password_field.line.setText("opensesame")
    sitting.locking.lock()
    driver.qtbot.waitUntil(lambda: bool(driver.replaced), timeout=LIMIT)
    again = driver.unlock(driver.start(vault, build_rooms))
    settle(driver)
    rooms(again).show()
    settle(driver)
    assert rooms(again).view.since.text() == "half typed"
    assert rooms(again).view.password() == ""
