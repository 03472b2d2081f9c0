"""What is ours on the clipboard goes after a while and at lock; what is somebody else's stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QClipboard, QGuiApplication
from pytestqt.qtbot import QtBot

from mentorjournal.model.blocks import from_plain
from tests.ui.driving import LIMIT, Driver, make_vault
from ui.pages.settings.view import SettingsView
from ui.shell.clipboard_keeper import ClipboardKeeper
from ui.shell.settings_file import Settings
from ui.theme.theme import Theme
from ui.widgets import clipboard
from ui.widgets.editor import paste
from ui.widgets.few_lines import FewLines


class Time:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Board(QObject):
    """A clipboard that can say whose it is, as those of X11, Wayland and Windows can."""

    dataChanged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.owned = False
        self.held: QMimeData | None = None
        self.asked = 0

    def mimeData(self) -> QMimeData | None:
        self.asked += not self.owned
        return self.held

    def ownsClipboard(self) -> bool:
        return self.owned

    def supportsSelection(self) -> bool:
        return False

    def clear(self) -> None:
        self.held, self.owned = None, False
        self.dataChanged.emit()

    def take(self, text: str, *, owned: bool) -> None:
        self.held, self.owned = QMimeData(), owned
        self.held.setText(text)
        self.dataChanged.emit()

    def text(self) -> str:
        return self.held.text() if self.held is not None else ""


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def board(qapp: object) -> Iterator[QClipboard]:
    board = QGuiApplication.clipboard()
    yield board
    board.clear()
    board.setProperty(clipboard.CLEARED_AFTER, None)


def test_what_a_button_copied_goes_when_its_time_is_over(board: QClipboard, time: Time) -> None:
    keeper = ClipboardKeeper(board, 60, monotonic=time)
    clipboard.put("Topics for Thursday")
    time.now += 59
    keeper.check()
    assert board.text() == "Topics for Thursday"
    time.now += 1
    keeper.check()
    assert board.text() == ""


def test_the_timer_wakes_by_itself(qtbot: QtBot, board: QClipboard, time: Time) -> None:
    keeper = ClipboardKeeper(board, 60, monotonic=time)
    clipboard.put("Topics for Thursday")
    time.now += 59.99
    keeper.check()
    time.now += 1
    qtbot.waitUntil(lambda: board.text() == "")


def test_what_another_program_put_there_since_stays(board: QClipboard, time: Time) -> None:
    keeper = ClipboardKeeper(board, 60, monotonic=time)
    clipboard.put("Topics for Thursday")
    board.setText("a shopping list")
    time.now += 600
    keeper.check()
    keeper.clear_ours()
    assert board.text() == "a shopping list"


def test_even_the_same_words_are_not_ours_when_somebody_else_put_them_there(
    board: QClipboard, time: Time
) -> None:
    keeper = ClipboardKeeper(board, 60, monotonic=time)
    clipboard.put("Thursday")
    board.setText("Thursday")
    time.now += 600
    keeper.check()
    assert board.text() == "Thursday"


def test_copying_again_begins_the_time_anew(board: QClipboard, time: Time) -> None:
    keeper = ClipboardKeeper(board, 60, monotonic=time)
    clipboard.put("first")
    time.now += 50
    clipboard.put("second")
    time.now += 50
    keeper.check()
    assert board.text() == "second"
    time.now += 10
    keeper.check()
    assert board.text() == ""


def test_a_shorter_time_is_felt_by_what_lies_there_already(board: QClipboard, time: Time) -> None:
    keeper = ClipboardKeeper(board, 600, monotonic=time)
    clipboard.put("Topics for Thursday")
    time.now += 30
    keeper.set_seconds(10)
    assert board.text() == ""


def test_at_lock_what_a_button_copied_goes_at_once(board: QClipboard, time: Time) -> None:
    keeper = ClipboardKeeper(board, 600, monotonic=time)
    clipboard.put("Topics for Thursday")
    keeper.clear_ours()
    assert board.text() == ""


def test_what_the_writer_copied_stays_until_the_lock(time: Time) -> None:
    board = Board()
    keeper = ClipboardKeeper(board, 60, monotonic=time)
    board.take("my own sentence", owned=True)
    time.now += 600
    keeper.check()
    assert board.text() == "my own sentence"
    keeper.clear_ours()
    assert board.text() == ""


def test_another_program_is_not_asked_what_it_copied(time: Time) -> None:
    board = Board()
    keeper = ClipboardKeeper(board, 60, monotonic=time)
    board.take("a password of another program", owned=False)
    keeper.clear_ours()
    assert board.text() == "a password of another program"
    assert board.asked == 0


def test_no_word_is_kept_to_know_what_is_ours(board: QClipboard, time: Time) -> None:
    keeper = ClipboardKeeper(board, 60, monotonic=time)
    clipboard.put("Topics for Thursday")
    assert not any("Thursday" in repr(value) for value in vars(keeper).values())


def test_histories_of_the_systems_are_asked_to_leave_it_out(board: QClipboard) -> None:
    clipboard.put("Topics for Thursday")
    mime = board.mimeData()
    windows = 'application/x-qt-windows-mime;value="{}"'
    assert bytes(mime.data("x-kde-passwordManagerHint").data()) == b"secret"
    assert mime.hasFormat(windows.format("ExcludeClipboardContentFromMonitorProcessing"))
    assert bytes(mime.data(windows.format("CanIncludeInClipboardHistory")).data()) == bytes(4)
    assert bytes(mime.data(windows.format("CanUploadToCloudClipboard")).data()) == bytes(4)


def test_what_is_copied_in_the_editor_is_left_out_of_histories_but_has_no_mark(qapp: object) -> None:
    mime = paste.write(from_plain("my own sentence"))
    assert mime.hasFormat("x-kde-passwordManagerHint")
    assert not mime.hasFormat(clipboard.MARK)


def test_what_is_copied_from_a_field_of_few_lines_too(qtbot: QtBot, theme: Theme, board: QClipboard) -> None:
    field = FewLines(theme, "Wanted outcome")
    qtbot.addWidget(field)
    field.set_text("to be heard")
    field.selectAll()
    field.copy()
    assert board.text() == "to be heard"
    assert board.mimeData().hasFormat("x-kde-passwordManagerHint")


def test_the_time_is_chosen_in_the_settings(qtbot: QtBot, theme: Theme) -> None:
    view, kept, chosen = SettingsView(theme), Settings(clipboard_seconds=300), []
    qtbot.addWidget(view)
    view.show_settings(kept)
    assert view.locking.clipboard.value() == 300

    class Presenter:
        def set_clipboard_seconds(self, seconds: int) -> None:
            chosen.append(seconds)

    view.bind(Presenter(), None)  # type: ignore[arg-type]
    view.locking.clipboard.chosen.emit(10)
    assert chosen == [10]


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (10, "Copied. It is cleared in 10 seconds, and when the journal locks."),
        (60, "Copied. It is cleared in 60 seconds, and when the journal locks."),
        (120, "Copied. It is cleared in 2 minutes, and when the journal locks."),
        (None, "Copied. Other programs can read the clipboard until something else is copied."),
    ],
)
def test_it_is_said_how_long_the_words_stay(board: QClipboard, seconds: int | None, said: str) -> None:
    board.setProperty(clipboard.CLEARED_AFTER, seconds)
    assert clipboard.told() == said


def test_the_window_clears_the_clipboard_when_it_locks_and_knows_the_setting(
    driver: Driver, board: QClipboard, tmp_path: Path
) -> None:
    make_vault(tmp_path / "vault", "Heron")
    start = driver.start(tmp_path / "vault")
    sitting = driver.unlock(start)
    assert start.program is not None
    assert "60 seconds" in clipboard.told()
    start.program.settings.change(lambda now: now._replace(clipboard_seconds=300))
    assert "5 minutes" in clipboard.told()
    clipboard.put("Topics for Thursday")
    sitting.locking.lock()
    assert board.text() == ""  # before anything is saved or closed
    driver.qtbot.waitUntil(lambda: bool(driver.replaced), timeout=LIMIT)


def test_closing_the_window_clears_it_too(driver: Driver, board: QClipboard, tmp_path: Path) -> None:
    make_vault(tmp_path / "vault", "Heron")
    start = driver.start(tmp_path / "vault")
    driver.unlock(start)
    clipboard.put("Topics for Thursday")
    start.window.close()
    assert board.text() == ""
