"""What the window hears from outside: signals, the end of the session, a second start."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mentorjournal.model.blocks import to_plain
from mentorjournal.vault import one_window
from tests.ui.driving import LIMIT, PASSPHRASE, Driver, make_vault, on_shelf
from tests.ui.writing_page import Editor
from ui.app import Start
from ui.listening import Listening
from ui.pages.unlock.view import UnlockView
from ui.shell.away import Away
from ui.shell.ending import Ending

Open = Callable[[], tuple[Start, Listening]]


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    make_vault(tmp_path / "vault", "Heron")
    return tmp_path / "vault"


@pytest.fixture
def listening(driver: Driver, vault: Path) -> Iterator[Open]:
    """The unlocked window with a word in it that nothing has saved, listening."""
    made: list[Listening] = []

    def open() -> tuple[Start, Listening]:
        start = driver.start(vault)
        sitting = driver.unlock(start)
        assert start.program is not None
        made.append(Listening(start.program, start.window, Away("", ""), one_window.hold(vault)))
        editor = sitting.rooms.views["journal"]
        assert isinstance(editor, Editor)
        editor.setPlainText("not saved yet")
        return start, made[-1]

    yield open
    for one in made:
        one.ending.stop()


def saved(vault: Path) -> str:
    with on_shelf(vault) as shelf:
        return "".join(to_plain(one.text) for one in shelf.named("Heron").journal.reflections.all())


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_to_end_saves_and_leaves(
    driver: Driver, listening: Open, vault: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signal, "getsignal", lambda _: signal.SIG_DFL)  # however the tests were started
    start, _ = listening()
    os.kill(os.getpid(), getattr(signal, name))
    driver.qtbot.waitUntil(start.window.isHidden, timeout=LIMIT)
    assert not driver.replaced
    assert saved(vault) == "not saved yet"


def test_a_signal_that_was_ignored_at_the_start_stays_ignored() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        ending = Ending()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
        ending.stop()
    finally:
        signal.signal(signal.SIGINT, before)


def test_when_the_session_ends_all_is_on_the_disk_before_the_answer(
    driver: Driver, listening: Open, vault: Path
) -> None:
    _, heard = listening()
    heard._away.ending.emit()
    assert len(driver.replaced) == 1  # without a turn of the loop: the system waits for nothing longer
    assert saved(vault) == "not saved yet"


def test_somebody_who_goes_away_locks(driver: Driver, listening: Open, vault: Path) -> None:
    _, heard = listening()
    heard._away.gone.emit()
    driver.qtbot.waitUntil(lambda: bool(driver.replaced), timeout=LIMIT)
    assert saved(vault) == "not saved yet"


def test_a_call_brings_the_window_to_the_front(driver: Driver, listening: Open, vault: Path) -> None:
    start, _ = listening()
    start.window.showMinimized()
    with (vault / one_window.NAME).open("a") as file:
        file.write("call \n")
    driver.qtbot.waitUntil(lambda: not start.window.isMinimized(), timeout=LIMIT)
    driver.qtbot.waitUntil(start.window.isActiveWindow, timeout=LIMIT)


def test_after_a_lock_the_file_is_free_for_the_next_process(
    driver: Driver, listening: Open, vault: Path
) -> None:
    start, _ = listening()
    assert one_window.hold(vault) is None
    assert start.program is not None and start.program.sitting is not None
    start.program.sitting.locking.lock()
    driver.qtbot.waitUntil(lambda: bool(driver.replaced), timeout=LIMIT)
    held = one_window.hold(vault)
    assert held is not None
    held.release()


@pytest.fixture
def first(vault: Path, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The program as it is started, at its unlock page."""
    with subprocess.Popen(line(vault, tmp_path)) as process:
        yield process
        process.kill()


def line(vault: Path, base: Path) -> list[str]:
    settings = str(base / "settings.json")
    return [sys.executable, "-m", "mentorjournal", "--vault", str(vault), "--settings", settings]


def test_a_second_start_calls_the_first_and_ends_with_a_sentence(
    qtbot: QtBot, first: subprocess.Popen[bytes], vault: Path, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: one_window.call(vault, seconds=0.1), timeout=60_000)
    second = subprocess.run(line(vault, tmp_path), capture_output=True, text=True, timeout=60, check=False)
    assert second.returncode == 0
    assert second.stdout == "Mentor Journal is open already; its window has been brought to the front.\n"
    assert first.poll() is None


def test_a_window_that_hangs_is_named_on_the_unlock_page(
    qtbot: QtBot,
    driver: Driver,
    first: subprocess.Popen[bytes],
    vault: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    qtbot.waitUntil(lambda: one_window.call(vault, seconds=0.1), timeout=60_000)
    os.kill(first.pid, signal.SIGSTOP)
    monkeypatch.setattr(one_window, "WAIT_SECONDS", 0.0)
    with on_shelf(vault):  # the vault's own lock, as the silent window would hold it
        view = driver.start(vault).window.room
        assert isinstance(view, UnlockView)
        view.field.setText(PASSPHRASE)
        view.button.click()
        words = f"process {first.pid}, which does not answer"
        qtbot.waitUntil(lambda: words in view.message.text(), timeout=LIMIT)
