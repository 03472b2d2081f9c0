"""Backups from the settings: made, listed with date and number, and damage said."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from mentorjournal.errors import DiskFull
from mentorjournal.journal.shelf import Shelf
from mentorjournal.vault.drill import last_drill
from tests.ui.driving import Driver, make_vault, on_shelf
from ui.door import VaultDoor
from ui.pages.settings.backups import MOST_SHOWN, BackupsCard
from ui.pages_of_journal import build_rooms
from ui.sitting import Sitting


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_vault(tmp_path / "vault", "Heron", "Lark")
    return tmp_path / "vault"


def settle(driver: Driver) -> None:
    for _ in range(3):
        driver.seated(driver.running[0])
        QApplication.processEvents()


def card(driver: Driver, folder: Path) -> BackupsCard:
    sitting: Sitting = driver.unlock(driver.start(folder, build_rooms))
    sitting.show_settings()
    settle(driver)
    return sitting.side.settings_view.backups


def test_a_backup_is_made_and_listed_with_its_number_of_journals(driver: Driver, folder: Path) -> None:
    shown = card(driver, folder)
    assert shown.list.text() == "There is no backup yet."
    shown.make.click()
    settle(driver)
    (line,) = shown.list.text().splitlines()
    assert line.endswith("2 journals")
    assert "read back whole" in shown.message.text()
    assert shown.make.isEnabled()


def test_the_newest_stand_first_and_many_are_counted(driver: Driver, folder: Path) -> None:
    with on_shelf(folder) as shelf:
        for _ in range(MOST_SHOWN + 2):
            shelf.back_up()
        newest = shelf.vault.backups()[0].made_at.astimezone()
    lines = card(driver, folder).list.text().splitlines()
    assert len(lines) == MOST_SHOWN + 1 and lines[-1] == "and 2 older"
    assert f"{newest.day} " in lines[0] and f"{newest.minute:02}" in lines[0]


def test_a_damaged_journal_is_named(driver: Driver, folder: Path) -> None:
    with on_shelf(folder) as shelf:
        shelf.back_up()
        heron = shelf.named("Heron")
        heron.journal.describe(replace(heron.relationship, purpose="changed since the backup"))
    path = folder / "journals" / f"{heron.id}.mjdb"
    data = bytearray(path.read_bytes())
    data[5000] ^= 1
    path.write_bytes(data)
    shown = card(driver, folder)
    shown.make.click()
    settle(driver)
    assert "Heron" in shown.message.text() and "No older backup was let go." in shown.message.text()


def test_a_backup_that_fails_is_said_and_may_be_tried_again(
    driver: Driver, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: Shelf) -> None:
        raise DiskFull

    shown = card(driver, folder)
    with monkeypatch.context() as broken:
        broken.setattr(Shelf, "back_up", fails)
        shown.make.click()
        settle(driver)
    assert "the disk is full" in shown.message.text() and shown.make.isEnabled()
    shown.make.click()
    settle(driver)
    assert shown.list.text().endswith("2 journals")


def test_the_newest_is_proved_and_when_is_remembered(driver: Driver, folder: Path) -> None:
    with on_shelf(folder) as shelf:
        shelf.back_up()
    shown = card(driver, folder)
    assert "not proved yet" in shown.drilled.text()
    shown.prove.click()
    settle(driver)
    assert "complete: 2 journals" in shown.message.text()
    assert "it opened and was complete" in shown.drilled.text()


def test_one_is_restored_into_a_folder_of_its_own(driver: Driver, folder: Path, tmp_path: Path) -> None:
    with on_shelf(folder) as shelf:
        shelf.back_up()
    driver.answers.folders.append(tmp_path)
    shown = card(driver, folder)
    shown.restore.click()
    settle(driver)
    assert "To switch to it" in shown.message.text()
    with on_shelf(tmp_path / "vault restored") as shelf:
        assert [one.codename for one in shelf.cards()] == ["Heron", "Lark"]


def test_without_a_backup_there_is_nothing_to_prove_or_restore(driver: Driver, folder: Path) -> None:
    shown = card(driver, folder)
    assert not shown.prove.isVisible() and not shown.restore.isVisible()


def test_closing_the_window_after_changes_leaves_a_backup(driver: Driver, folder: Path) -> None:
    driver.unlock(driver.start(folder, build_rooms))
    driver.close()
    with on_shelf(folder) as shelf:
        assert len(shelf.vault.backups()) == 1
    driver.unlock(driver.start(folder, build_rooms))
    driver.close()
    with on_shelf(folder) as shelf:
        assert len(shelf.vault.backups()) == 1  # nothing was changed since


def test_backups_by_itself_can_be_switched_off(driver: Driver, folder: Path) -> None:
    shown = card(driver, folder)
    assert shown.automatic.isChecked()
    shown.automatic.click()
    settle(driver)
    driver.close()
    with on_shelf(folder) as shelf:
        assert shelf.vault.backups() == []


def test_a_proof_bears_the_day_of_the_vaults_own_clock(
    driver: Driver, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    then = datetime(2031, 2, 3, 4, 5, tzinfo=UTC)
    monkeypatch.setattr(VaultDoor, "now", lambda _: lambda: then)
    shown = card(driver, folder)
    shown.make.click()
    settle(driver)
    shown.prove.click()
    settle(driver)
    driver.close()
    with on_shelf(folder) as shelf:
        drill = last_drill(shelf.vault.index)
        assert drill is not None and drill.at == then
