"""A damaged vault in the window: what can be done, in which order, and that nothing of it changes."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.cli.command import tree
from tests.ui.driving import LIMIT, Driver, on_shelf
from tests.ui.names import unnamed
from tests.vault.house import PASSPHRASE, House, build, page_count, zero
from ui.app import Start
from ui.door import VaultDoor
from ui.pages.rescue.backups_view import BackupsView
from ui.pages.rescue.view import RescueView
from ui.pages.unlock.view import UnlockView
from ui.pages_of_journal import build_rooms
from ui.shell.reading_only import ReadingBanner
from ui.sitting import Sitting


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> House:
    house = build(tmp_path_factory.mktemp("house") / "vault")
    with on_shelf(house.folder, PASSPHRASE) as shelf:
        shelf.back_up()
    return house


@pytest.fixture
def house(built: House, tmp_path: Path) -> House:
    shutil.copytree(built.folder, tmp_path / "vault")
    return House(tmp_path / "vault", built.code, built.heron, built.plover)


def damage_index(house: House) -> None:
    index = house.folder / "index.mjdb"
    zero(index, *range(1, page_count(index) + 1))


def rescue(driver: Driver, house: House) -> tuple[Start, RescueView]:
    start = driver.start(house.folder, build_rooms)
    view = start.window.room
    assert isinstance(view, UnlockView)
    view.field.setText(PASSPHRASE)
    view.button.click()
    driver.qtbot.waitUntil(view.rescue_button.isVisible, timeout=LIMIT)
    view.rescue_button.click()
    room = start.window.room
    assert isinstance(room, RescueView)
    idle(driver, start)
    return start, room


def unlocked(driver: Driver, start: Start) -> Sitting:
    room = start.window.room
    assert isinstance(room, UnlockView)
    room.field.setText(PASSPHRASE)
    room.button.click()
    return driver.seated(start)


def idle(driver: Driver, start: Start) -> None:
    program = start.program
    assert program is not None
    driver.qtbot.waitUntil(lambda: not program.tasks.busy, timeout=LIMIT)
    QApplication.processEvents()


def test_the_ways_stand_in_order_each_with_what_it_does(driver: Driver, house: House) -> None:
    damage_index(house)
    start, view = rescue(driver, house)
    assert "damaged" in view.told.text()
    assert "2 journals" in view.newest.text()
    tops = [
        button.mapTo(view, button.rect().topLeft()).y() for button in (view.read, view.restore, view.salvage)
    ]
    assert tops == sorted(tops)
    assert all(button.accessibleDescription() for button in (view.read, view.restore, view.salvage))
    assert unnamed(start.window) == []


def test_what_was_typed_need_not_be_typed_again(driver: Driver, house: House) -> None:
    damage_index(house)
    _, view = rescue(driver, house)
    assert view.field.text() == PASSPHRASE and view.read.hasFocus()


def read_without_its_index(driver: Driver, house: House) -> tuple[dict[str, bytes], Sitting, ReadingBanner]:
    """The vault's files when its index was damaged, what is read of it, and what stands above its pages."""
    damage_index(house)
    before = tree(house.folder)
    start, view = rescue(driver, house)
    driver.qtbot.keyClick(view.read, Qt.Key.Key_Space)
    sitting = driver.seated(start)
    assert sitting.view.banner is not None and sitting.view.banner.isVisible()
    return before, sitting, sitting.view.banner


def test_reading_shows_the_journals_says_so_and_changes_nothing(driver: Driver, house: House) -> None:
    before, sitting, banner = read_without_its_index(driver, house)
    assert sitting.desk.codenames == ["Heron", "Plover"]
    assert "Opened for reading" in banner.words.text()
    assert unnamed(driver.running[-1].window) == []
    driver.close()
    assert tree(house.folder) == before


def test_from_reading_the_ways_out_are_a_button_away(driver: Driver, house: House) -> None:
    before, _, banner = read_without_its_index(driver, house)
    driver.qtbot.keyClick(banner.ways_out, Qt.Key.Key_Space)
    driver.qtbot.waitUntil(lambda: bool(driver.replaced), timeout=LIMIT)
    room = driver.replaced[-1].index("--room")
    assert driver.replaced[-1][room + 1] == "rescue"
    assert tree(house.folder) == before


def test_the_newest_backup_is_restored_beside(driver: Driver, house: House, tmp_path: Path) -> None:
    damage_index(house)
    before = tree(house.folder)
    driver.answers.folders.append(tmp_path)
    start, view = rescue(driver, house)
    view.restore.click()
    driver.qtbot.waitUntil(view.result.isVisible, timeout=LIMIT)
    assert "vault of its own now, with 2 journals" in view.report.text()
    assert tree(house.folder) == before
    idle(driver, start)
    with on_shelf(tmp_path / "vault restored", PASSPHRASE) as shelf:
        assert [card.codename for card in shelf.cards()] == ["Heron", "Plover"]


def test_with_no_key_file_left_the_backup_opens_by_itself(
    driver: Driver, house: House, tmp_path: Path
) -> None:
    for name in ("vault.keys", "vault.keys.copy"):
        (house.folder / name).write_bytes(b"nothing that was written by us")
    driver.answers.folders.append(tmp_path)
    _, view = rescue(driver, house)
    view.restore.click()
    driver.qtbot.waitUntil(view.result.isVisible, timeout=LIMIT)
    with on_shelf(tmp_path / "vault restored", PASSPHRASE) as shelf:
        assert len(shelf.cards()) == 2


def test_a_salvage_is_reported_saved_and_switched_to(driver: Driver, house: House, tmp_path: Path) -> None:
    damage_index(house)
    driver.answers.folders.append(tmp_path)
    driver.answers.files.append(tmp_path / "report.txt")
    start, view = rescue(driver, house)
    view.salvage.click()
    driver.qtbot.waitUntil(view.result.isVisible, timeout=LIMIT)
    view.save.click()
    driver.qtbot.waitUntil(lambda: "Saved" in view.message.text(), timeout=LIMIT)
    assert (tmp_path / "report.txt").read_text().strip() == view.report.text()
    view.open.click()
    sitting = unlocked(driver, start)
    assert sitting.desk.codenames == ["Heron", "Plover"]
    assert start.folder == tmp_path / "vault salvaged"


def test_without_a_passphrase_nothing_is_begun(driver: Driver, house: House) -> None:
    damage_index(house)
    _, view = rescue(driver, house)
    view.field.clear()
    view.salvage.click()
    assert "passphrase first" in view.wrong.text() and view.salvage.isEnabled()
    assert view.field.hasFocus() and view.field.accessibleDescription() == view.wrong.text()


def test_a_wrong_passphrase_is_said_in_place(driver: Driver, house: House, tmp_path: Path) -> None:
    damage_index(house)
    driver.answers.folders.append(tmp_path)
    start, view = rescue(driver, house)
    view.field.setText("something else")
    view.salvage.click()
    driver.qtbot.waitUntil(lambda: "does not open" in view.wrong.text(), timeout=LIMIT)
    idle(driver, start)
    assert view.field.hasFocus() and view.field.selectedText() == "something else"
    assert not (tmp_path / "vault salvaged").exists()


def test_what_is_wrong_is_taken_back_once_something_else_is_typed(driver: Driver, house: House) -> None:
    damage_index(house)
    _, view = rescue(driver, house)
    view.field.clear()
    view.salvage.click()
    QTest.keyClicks(view.field, "a")
    assert view.wrong.isHidden() and not view.field.accessibleDescription()


def test_a_vault_without_key_files_says_what_can_be_done(driver: Driver, house: House) -> None:
    for name in ("vault.keys", "vault.keys.copy"):
        (house.folder / name).unlink()
    _, view = rescue(driver, house)
    assert "are missing" in view.told.text() and "restore the newest backup" in view.told.text()
    assert view.restore.isEnabled()


def test_without_a_backup_the_page_about_them_asks_for_nothing(driver: Driver, house: House) -> None:
    shutil.rmtree(house.folder / "backups")
    start = driver.start(house.folder, build_rooms)
    unlock = start.window.room
    assert isinstance(unlock, UnlockView)
    unlock.backups.click()
    idle(driver, start)
    view = start.window.room
    assert isinstance(view, BackupsView)
    assert not view.field.isVisible() and view.back.hasFocus()


def test_escape_goes_back_to_unlocking(driver: Driver, house: House) -> None:
    damage_index(house)
    start, view = rescue(driver, house)
    driver.qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert isinstance(start.window.room, UnlockView)


def test_a_salvage_that_is_stopped_leaves_nothing(
    driver: Driver, house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage_index(house)
    driver.answers.folders.append(tmp_path)
    start, view = rescue(driver, house)
    asked = threading.Event()
    real = VaultDoor.salvage

    def once_asked(*given: Any, **how: Any) -> object:
        asked.wait(LIMIT / 1000)
        return real(*given, **how)

    monkeypatch.setattr(VaultDoor, "salvage", once_asked)
    view.salvage.click()
    driver.qtbot.keyClick(view, Qt.Key.Key_Escape)
    asked.set()
    driver.qtbot.waitUntil(lambda: "Stopped" in view.message.text(), timeout=LIMIT)
    idle(driver, start)
    assert not list(tmp_path.glob("*salvaged*"))


def opened_to_read(driver: Driver, house: House) -> Sitting:
    zero(house.journal(house.heron), 3)
    start = driver.start(house.folder, build_rooms)
    program = start.program
    assert program is not None
    program.rescue(house.folder, "", PASSPHRASE, by_code=False)
    view = start.window.room
    assert isinstance(view, RescueView)
    idle(driver, start)
    view.read.click()
    return driver.seated(start)


def test_typing_where_nothing_can_be_written_is_refused_in_a_sentence(driver: Driver, house: House) -> None:
    sitting = opened_to_read(driver, house)
    sitting.new_entry()
    idle(driver, driver.running[0])
    field = QApplication.focusWidget()
    assert field is not None
    driver.qtbot.keyClick(field, "a")
    assert "for reading only" in sitting.view.problem.words()


def test_a_journal_that_is_read_in_part_says_so(driver: Driver, house: House) -> None:
    sitting = opened_to_read(driver, house)
    sitting.open_journal(house.heron)
    idle(driver, driver.running[0])
    assert "are missing here" in sitting.view.found.words()


def test_locking_a_vault_that_is_read_needs_no_writing(driver: Driver, house: House) -> None:
    sitting = opened_to_read(driver, house)
    before = tree(house.folder)
    sitting.locking.lock()
    driver.qtbot.waitUntil(lambda: bool(driver.replaced), timeout=LIMIT)
    assert tree(house.folder) == before


def test_a_journal_found_damaged_leads_to_the_ways_out(driver: Driver, house: House) -> None:
    zero(house.journal(house.heron), *range(1, page_count(house.journal(house.heron)) + 1))
    sitting = unlocked(driver, driver.start(house.folder, build_rooms))
    sitting.open_journal(house.heron)
    idle(driver, driver.running[0])
    bar = sitting.view.problem
    assert "is damaged" in bar.words() and bar._second.isVisible()
    bar._second.click()
    driver.qtbot.waitUntil(lambda: bool(driver.replaced), timeout=LIMIT)
    assert driver.replaced[0][-4:-2] == ["--room", "rescue"]


def test_backups_are_listed_without_a_passphrase_and_restored_with_one(
    driver: Driver, house: House, tmp_path: Path
) -> None:
    before = tree(house.folder)
    driver.answers.folders.append(tmp_path)
    start = driver.start(house.folder, build_rooms)
    unlocking = start.window.room
    assert isinstance(unlocking, UnlockView)
    unlocking.backups.click()
    view = start.window.room
    assert isinstance(view, BackupsView)
    idle(driver, start)
    (button,) = view.rows
    assert "2 journals" in button.accessibleName()
    assert unnamed(start.window) == []
    view.field.setText(PASSPHRASE)
    button.click()
    driver.qtbot.waitUntil(view.result.isVisible, timeout=LIMIT)
    view.open.click()
    assert unlocked(driver, start).desk.codenames == ["Heron", "Plover"]
    assert start.folder == tmp_path / "vault restored"
    assert tree(house.folder) == before


def test_what_was_noticed_while_opening_is_said_calmly(driver: Driver, house: House) -> None:
    (house.folder / "vault.keys").write_bytes(b"nothing that was written by us")
    sitting = unlocked(driver, driver.start(house.folder, build_rooms))
    assert "second copy" in sitting.view.found.words() and sitting.view.problem.words() == ""
