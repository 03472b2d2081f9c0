"""Promises of the lock: it asks nothing, loses nothing, leaves nothing in memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest

from mentorjournal.errors import Cancelled, DiskFull
from mentorjournal.model.blocks import to_plain
from tests.ui.driving import LIMIT, Driver, make_vault, on_shelf
from tests.ui.shell import stage
from tests.ui.writing_page import Editor
from ui.relaunch import successor
from ui.shell.idle import IdleWatch
from ui.sitting import Sitting
from ui.tasks import Report


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    make_vault(tmp_path / "vault", "Heron", "Lark")
    return tmp_path / "vault"


def editor_of(sitting: Sitting) -> Editor:
    editor = sitting.rooms.views["journal"]
    assert isinstance(editor, Editor)
    return editor


def text_of_newest(vault: Path, codename: str = "Heron") -> str:
    with on_shelf(vault) as shelf:
        found = shelf.named(codename).journal.reflections.all()
        return to_plain(found[0].text) if found else ""


def test_what_was_typed_just_before_locking_is_there_in_the_process_that_takes_its_place(
    vault: Path, tmp_path: Path
) -> None:
    report = tmp_path / "report"
    command = [
        sys.executable,
        "-m",
        "tests.ui.shell.stage",
        str(vault),
        str(tmp_path / "s.json"),
        str(report),
    ]
    ended = subprocess.run(command, timeout=60, check=False, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    before, after = (json.loads(line) for line in report.read_text().splitlines())
    assert after["text"] == stage.TYPED
    assert after["cursor"] == 4
    if os.name == "posix":
        assert after["pid"] == before["pid"]


def test_locking_closes_the_vault_for_others_to_open(driver: Driver, vault: Path) -> None:
    sitting = driver.unlock(driver.start(vault))
    editor_of(sitting).setPlainText("sealed")
    sitting.locking.lock()
    driver.qtbot.waitUntil(lambda: bool(driver.replaced), timeout=LIMIT)
    assert text_of_newest(vault) == "sealed"


def test_the_page_is_covered_at_once(driver: Driver, vault: Path) -> None:
    start = driver.start(vault)
    sitting = driver.unlock(start)
    editor_of(sitting).setPlainText("not for other eyes")
    sitting.locking.lock()
    assert start.window.room is sitting.covering.view
    driver.qtbot.waitUntil(lambda: bool(driver.replaced), timeout=LIMIT)


def test_a_long_paper_under_way_is_stopped(driver: Driver, vault: Path) -> None:
    gate = Event()

    def half_done(report: Report) -> None:
        gate.wait()
        report(1, 2)

    sitting = driver.unlock(driver.start(vault))
    ended: list[object] = []
    sitting.tasks.run_long(half_done, done=ended.append, failed=ended.append)
    editor_of(sitting).setPlainText("written meanwhile")
    sitting.locking.lock()
    gate.set()
    driver.qtbot.waitUntil(lambda: bool(driver.replaced), timeout=LIMIT)
    assert [type(one) for one in ended] == [Cancelled]
    assert text_of_newest(vault) == "written meanwhile"


def test_the_place_is_sealed_in_the_vault_and_not_in_the_settings(driver: Driver, vault: Path) -> None:
    sitting = driver.unlock(driver.start(vault))
    editor_of(sitting).setPlainText("word")
    sitting.locking.lock()
    driver.qtbot.waitUntil(lambda: bool(driver.replaced), timeout=LIMIT)
    with on_shelf(vault) as shelf:
        assert isinstance(shelf.setting("place"), dict)
    kept = "".join(p.read_text() for p in (driver.base / "config").iterdir())
    assert "Heron" not in kept and "Lark" not in kept and "word" not in kept


def test_a_text_that_cannot_be_saved_keeps_the_window_and_is_saved_once_it_can(
    driver: Driver, vault: Path
) -> None:
    start = driver.start(vault)
    sitting = driver.unlock(start)
    shelf = sitting.desk.journal
    assert shelf is not None
    door = shelf.journal.reflections
    add = door.add

    def full(value: object) -> object:
        raise DiskFull

    door.add = full  # type: ignore[method-assign,assignment]  # a disk without room
    editor_of(sitting).setPlainText("must not be lost")
    sitting.locking.lock()
    cover = sitting.covering.view
    driver.qtbot.waitUntil(lambda: "disk is full" in cover.told.text(), timeout=LIMIT)
    assert start.window.room is cover
    assert not driver.replaced
    door.add = add  # type: ignore[method-assign]
    cover.again.click()
    driver.qtbot.waitUntil(lambda: bool(driver.replaced), timeout=LIMIT)
    assert text_of_newest(vault) == "must not be lost"


def test_closing_the_window_saves_first(driver: Driver, vault: Path) -> None:
    sitting = driver.unlock(driver.start(vault))
    editor_of(sitting).setPlainText("last words")
    driver.close()
    assert text_of_newest(vault) == "last words"


def test_another_journal_and_back_finds_the_cursor_where_it_was(driver: Driver, vault: Path) -> None:
    sitting = driver.unlock(driver.start(vault))
    editor = editor_of(sitting)
    editor.setPlainText("one two three")
    cursor = editor.textCursor()
    cursor.setPosition(4)
    editor.setTextCursor(cursor)
    sitting.step(1)
    driver.seated(driver.running[0])
    assert editor.toPlainText() == ""
    sitting.step(-1)
    driver.seated(driver.running[0])
    assert (editor.toPlainText(), editor.textCursor().position()) == ("one two three", 4)


class Clocks:
    def __init__(self) -> None:
        self.monotonic = 1_000.0
        self.wall = 5_000.0

    def later(self, seconds: float) -> None:
        self.monotonic += seconds
        self.wall += seconds


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def watch(qapp: object, clocks: Clocks) -> IdleWatch:
    watch = IdleWatch(5, monotonic=lambda: clocks.monotonic, wall=lambda: clocks.wall)
    watch.start()
    return watch


def gone(watch: IdleWatch) -> list[str]:
    heard: list[str] = []
    watch.gone.connect(lambda: heard.append("gone"))
    return heard


def test_five_minutes_without_input_lock(watch: IdleWatch, clocks: Clocks) -> None:
    heard = gone(watch)
    clocks.later(299)
    watch.check()
    assert heard == []
    clocks.later(2)
    watch.check()
    assert heard == ["gone"]


def test_a_machine_that_slept_locks(watch: IdleWatch, clocks: Clocks) -> None:
    heard = gone(watch)
    clocks.wall += 3_600
    watch.check()
    assert heard == ["gone"]


def test_a_shorter_time_counts_from_the_last_key(watch: IdleWatch, clocks: Clocks) -> None:
    heard = gone(watch)
    clocks.later(90)
    watch.set_minutes(1)
    watch.check()
    assert heard == ["gone"]


def test_idle_time_locks_the_program(driver: Driver, vault: Path) -> None:
    sitting = driver.unlock(driver.start(vault))
    editor_of(sitting).setPlainText("left on the desk")
    sitting.idle.gone.emit()
    driver.qtbot.waitUntil(lambda: bool(driver.replaced), timeout=LIMIT)
    assert text_of_newest(vault) == "left on the desk"


def test_a_successor_is_told_its_place_and_its_vault_and_nothing_else() -> None:
    line = ["python", "-m", "mentorjournal", "--vault", "/a", "--geometry", "0,0,1,1,0"]
    assert successor(line, "5,5,900,700,0", "/b") == [
        "python", "-m", "mentorjournal", "--vault", "/b", "--geometry", "5,5,900,700,0",
    ]  # fmt: skip
    assert successor(line[:3], "1,1,9,9,0", None) == [*line[:3], "--geometry", "1,1,9,9,0"]
