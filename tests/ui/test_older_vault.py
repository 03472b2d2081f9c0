"""A whole vault put back, in the window: told calmly at unlocking, until it is kept."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.reflection import Reflection
from tests.ui.driving import LIMIT, Driver, make_vault, on_shelf
from tests.ui.names import unnamed
from ui.door import VaultDoor
from ui.shell.settings_file import read
from ui.sitting import Sitting
from ui.widgets.buttons import Button

TOLD = "is an older copy than the one last used on this computer, on 27 Nov 2026"


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    make_vault(tmp_path / "vault", "Heron")
    return tmp_path / "vault"


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(VaultDoor, "now", lambda _: lambda: datetime(2026, 11, 27, tzinfo=UTC))


@pytest.fixture
def older(driver: Driver, vault: Path, tmp_path: Path) -> Path:
    """The vault as it was before something was written, put back after the window saw that."""
    shutil.copytree(vault, tmp_path / "older")
    with on_shelf(vault) as shelf:
        shelf.named("Heron").journal.reflections.add(Reflection(id=new_entry_id(), day=date(2026, 6, 1)))
    sit(driver, vault)
    driver.close()
    shutil.rmtree(vault)
    shutil.move(tmp_path / "older", vault)
    return vault


def sit(driver: Driver, vault: Path) -> Sitting:
    sitting = driver.unlock(driver.start(vault))
    QApplication.processEvents()
    return sitting


def told(sitting: Sitting) -> str:
    bar = sitting.view.older
    return "" if bar.isHidden() else bar.words()


def settings(driver: Driver) -> Path:
    return driver.base / "config" / "settings.json"


def test_an_older_vault_put_back_is_told_with_the_day(driver: Driver, older: Path) -> None:
    sitting = sit(driver, older)
    assert TOLD in told(sitting)
    assert unnamed(driver.running[0].window) == []


def test_closing_the_notice_tells_again_the_next_time(driver: Driver, older: Path) -> None:
    sit(driver, older).view.older.dismiss()
    driver.close()
    assert TOLD in told(sit(driver, older))


def test_keeping_it_ends_the_notice(driver: Driver, older: Path) -> None:
    sitting = sit(driver, older)
    _keep(sitting).click()
    assert told(sitting) == ""
    driver.close()
    assert told(sit(driver, older)) == ""


def test_a_vault_that_moves_on_is_told_of_nothing(driver: Driver, vault: Path) -> None:
    assert told(sit(driver, vault)) == ""
    driver.close()
    with on_shelf(vault) as shelf:
        shelf.named("Heron").journal.reflections.add(Reflection(id=new_entry_id(), day=date(2026, 6, 1)))
    assert told(sit(driver, vault)) == ""
    driver.close()
    assert told(sit(driver, vault)) == ""


def test_what_was_written_last_is_remembered_by_a_lock(driver: Driver, vault: Path) -> None:
    sitting = sit(driver, vault)
    before = read(settings(driver)).seen
    journal = sitting.desk.journal
    assert journal is not None
    value = Reflection(id=new_entry_id(), day=date(2026, 6, 1))
    sitting.tasks.run(lambda: journal.journal.reflections.add(value), done=lambda _: None, failed=_raise)
    sitting.locking.lock()
    driver.qtbot.waitUntil(lambda: bool(driver.replaced), timeout=LIMIT)
    assert _changes(before) < _changes(read(settings(driver)).seen)


def test_the_settings_say_nothing_of_it(driver: Driver, vault: Path) -> None:
    sit(driver, vault)
    said = settings(driver).read_text()
    assert read(settings(driver)).seen in said and read(settings(driver)).seen
    assert "Heron" not in said


@pytest.mark.parametrize("seen", [7, "x", "a" * 2000, None, ["a"]])
def test_damaged_settings_raise_no_alarm(driver: Driver, vault: Path, seen: object) -> None:
    settings(driver).parent.mkdir()
    settings(driver).write_text(json.dumps({"seen": seen, "zoom": 125}))
    sitting = sit(driver, vault)
    assert told(sitting) == ""
    assert read(settings(driver)).zoom == 125


def _changes(seen: str) -> int:
    return int(seen.split(":")[2])


def _keep(sitting: Sitting) -> Button:
    return next(one for one in sitting.view.older.findChildren(Button) if one.text() == "Keep this one")


def _raise(error: Exception) -> None:
    raise error
