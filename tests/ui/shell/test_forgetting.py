"""What was typed and opened nothing is forgotten with its process, and nobody is disturbed over it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.driving import LIMIT, Driver, make_vault, on_shelf
from ui.app import Start
from ui.pages.rescue.backups_view import BackupsView
from ui.pages.rescue.view import RescueView
from ui.pages.safety.view import SafetyView
from ui.pages.unlock.renew_view import RenewView
from ui.pages.unlock.view import UnlockView
from ui.shell.forgetting import MINUTES, Forgetting
from ui.shell.idle import IdleWatch
from ui.shell.settings_file import SettingsFile
from ui.shell.window import BEHIND
from ui.tasks import Tasks

CONTROL = Qt.KeyboardModifier.ControlModifier
LONG = MINUTES * 60 + 1


class Alone:
    """A page with one field, a clock that is set by hand, and what was wanted of the process."""

    def __init__(self, qtbot: QtBot, qapp: QApplication) -> None:
        self.now = 1000.0
        self.may_go = True
        self.wanted: list[bool] = []
        self.room = QWidget()
        self.field = QLineEdit(self.room)
        self.idle = IdleWatch(MINUTES, monotonic=lambda: self.now, wall=lambda: self.now)
        self.tasks = Tasks()
        self.forgetting = Forgetting(qapp, self.tasks, lambda: self.may_go, idle=self.idle)
        self.forgetting.wanted.connect(self._want)
        qtbot.addWidget(self.room)
        self.room.show()
        self.forgetting.watch(self.room)

    def _want(self) -> None:
        self.wanted.append(True)

    def wait(self, seconds: float) -> None:
        self.now += seconds
        self.idle.check()

    def end(self) -> None:
        self.forgetting.end()
        self.tasks.stop()


@pytest.fixture
def alone(qtbot: QtBot, qapp: QApplication) -> Alone:  # type: ignore[misc]
    made = Alone(qtbot, qapp)
    yield made
    made.end()


# When


def test_what_was_typed_and_left_alone_is_forgotten(qtbot: QtBot, alone: Alone) -> None:
    qtbot.keyClicks(alone.field, "geese")
    alone.wait(LONG)
    assert alone.wanted == [True]


def test_where_nothing_was_typed_nothing_happens(alone: Alone) -> None:
    alone.wait(LONG)
    alone.forgetting.go_away()
    assert alone.wanted == []


def test_what_was_typed_and_wiped_out_again_counts(qtbot: QtBot, alone: Alone) -> None:
    qtbot.keyClicks(alone.field, "geese")
    alone.field.clear()
    alone.wait(LONG)
    assert alone.wanted == [True]


def test_somebody_who_types_slowly_is_not_disturbed(qtbot: QtBot, alone: Alone) -> None:
    for letter in "three grey geese":
        qtbot.keyClicks(alone.field, letter)
        alone.wait(LONG - 5)
    assert alone.wanted == []


def test_words_that_come_without_keys_count_as_typing(alone: Alone) -> None:
    alone.field.setText("three")
    alone.wait(LONG - 5)
    alone.field.setText("three grey")
    alone.wait(LONG - 5)
    assert alone.wanted == []


def test_what_was_typed_before_anybody_watched_counts(qtbot: QtBot, alone: Alone) -> None:
    early = QWidget()
    qtbot.addWidget(early)
    field = QLineEdit(early)
    qtbot.keyClicks(field, "g")
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    alone.forgetting.watch(early)
    alone.wait(LONG)
    assert alone.wanted == [True]


def test_going_away_waits_for_what_is_under_way(qtbot: QtBot, alone: Alone) -> None:
    qtbot.keyClicks(alone.field, "geese")
    alone.may_go = False
    alone.forgetting.go_away()
    assert alone.wanted == []
    alone.may_go = True
    alone.tasks.run(int, done=lambda _: None, failed=lambda _: None)
    qtbot.waitUntil(lambda: alone.wanted == [True], timeout=LIMIT)


def test_what_stands_there_to_be_read_is_not_lost_to_idleness(qtbot: QtBot, alone: Alone) -> None:
    qtbot.keyClicks(alone.field, "geese")
    alone.may_go = False
    alone.wait(LONG)
    alone.may_go = True
    alone.wait(LONG - 5)
    assert alone.wanted == []
    alone.wait(10)
    assert alone.wanted == [True]


def test_a_dialog_that_is_open_is_not_taken_for_absence(qtbot: QtBot, alone: Alone) -> None:
    qtbot.keyClicks(alone.field, "geese")
    dialog = QDialog(alone.room)
    dialog.setModal(True)
    dialog.show()
    alone.wait(LONG)
    assert alone.wanted == []
    dialog.close()


# In the window


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    make_vault(tmp_path / "vault", "Heron")
    return tmp_path / "vault"


def page(start: Start) -> UnlockView:
    room = start.window.room
    assert isinstance(room, UnlockView)
    return room


def refused(driver: Driver, start: Start, typed: str = "three grey geese") -> UnlockView:
    view = page(start)
    driver.qtbot.keyClicks(view.field, typed)
    view.button.click()
    driver.qtbot.waitUntil(lambda: bool(view.message.text()), timeout=LIMIT)
    rested(driver, start)
    return view


def rested(driver: Driver, start: Start) -> None:
    program = start.program
    assert program is not None
    driver.qtbot.waitUntil(lambda: not program.tasks.busy, timeout=LIMIT)


def next_room(driver: Driver) -> str:
    driver.qtbot.waitUntil(lambda: bool(driver.replaced), timeout=LIMIT)
    assert len(driver.replaced) == 1
    line = driver.replaced[0]
    return line[line.index("--room") + 1].removeprefix(BEHIND)


def ctrl_l(driver: Driver, start: Start) -> None:
    start.window.activateWindow()
    driver.qtbot.keyClick(page(start).field, Qt.Key.Key_L, CONTROL)


def screen_locked(driver: Driver, start: Start) -> None:
    assert start.program is not None
    start.program.lock()


def minimised(driver: Driver, start: Start) -> None:
    assert start.program is not None
    start.program.settings.change(lambda now: now._replace(lock_on_minimise=True))
    start.window.minimised.emit()


def left(driver: Driver, start: Start) -> None:
    assert start.program is not None
    start.program.forgetting.left_alone()


@pytest.mark.parametrize("goes", [ctrl_l, screen_locked, minimised, left])
def test_a_refused_passphrase_goes_with_its_process(
    driver: Driver, vault: Path, goes: Callable[[Driver, Start], None]
) -> None:
    start = driver.start(vault)
    refused(driver, start)
    goes(driver, start)
    assert next_room(driver) == "unlock"


def test_the_next_window_comes_to_the_front_only_where_this_one_stands_there(
    driver: Driver, vault: Path
) -> None:
    start = driver.start(vault)
    refused(driver, start)
    other = QWidget()
    driver.qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    driver.qtbot.waitUntil(lambda: not start.window.isActiveWindow(), timeout=LIMIT)
    left(driver, start)
    assert driver.replaced[0][-3].startswith(BEHIND)
    room = driver.start(vault, room=driver.replaced[0][-3])
    assert room.window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert page(room).message.text().startswith("What was typed here")


def test_minimising_forgets_only_where_that_locks(driver: Driver, vault: Path) -> None:
    start = driver.start(vault)
    refused(driver, start)
    start.window.minimised.emit()
    assert driver.replaced == []


def test_the_next_page_says_why_its_field_is_empty(driver: Driver, vault: Path) -> None:
    view = page(driver.start(vault, room="unlock"))
    assert view.field.text() == ""
    assert view.message.text() == "What was typed here has been forgotten. Type it again to open the vault."
    assert not view.field.property("wrong")


def test_the_next_page_opens_the_vault(driver: Driver, vault: Path) -> None:
    start = driver.start(vault, room="unlock")
    assert driver.unlock(start).desk.codenames == ["Heron"]


def test_an_error_after_that_is_shown_as_one(driver: Driver, vault: Path) -> None:
    start = driver.start(vault, room="unlock")
    view = page(start)
    driver.qtbot.keyClicks(view.field, "three grey geese")
    view.button.click()
    driver.qtbot.waitUntil(lambda: "does not open" in view.message.text(), timeout=LIMIT)
    assert view.field.property("wrong")


def test_a_refused_code_goes_too_and_the_next_page_asks_for_the_code(driver: Driver, vault: Path) -> None:
    start = driver.start(vault)
    page(start).other_way.click()
    refused(driver, start, "ABCDE FGHJK")
    left(driver, start)
    assert next_room(driver) == "unlock by code"
    again = page(driver.start(vault, room="unlock by code"))
    assert again.field.accessibleName() == "Recovery code"
    assert again.other_way.text() == "Use the passphrase"


def test_the_code_is_taken_as_one_on_the_next_page(driver: Driver, tmp_path: Path) -> None:
    groups = make_vault(tmp_path / "coded", "Heron")
    start = driver.start(tmp_path / "coded", room="unlock by code")
    view = page(start)
    view.field.setText(" ".join(groups))
    view.button.click()
    driver.qtbot.waitUntil(lambda: isinstance(start.window.room, RenewView), timeout=LIMIT)


def test_a_chosen_vault_stays_chosen(driver: Driver, vault: Path, tmp_path: Path) -> None:
    make_vault(tmp_path / "other")
    start = driver.start(vault)
    driver.answers.folders.append(tmp_path / "other")
    page(start).other_vault.click()
    refused(driver, start)
    left(driver, start)
    assert next_room(driver) == "unlock"
    assert SettingsFile(driver.base / "config" / "settings.json").value.vault == str(tmp_path / "other")


def test_reading_about_safety_meanwhile_forgets_and_comes_back_to_unlocking(
    driver: Driver, vault: Path
) -> None:
    start = driver.start(vault)
    refused(driver, start).safety.click()
    assert isinstance(start.window.room, SafetyView)
    left(driver, start)
    assert next_room(driver) == "unlock"


@pytest.mark.parametrize(
    ("room", "kind"),
    [
        ("rescue", RescueView),
        ("rescue by code", RescueView),
        ("backups", BackupsView),
        ("backups by code", BackupsView),
    ],
)
def test_the_ways_back_of_a_vault_forget_and_come_again(
    driver: Driver, vault: Path, room: str, kind: type[RescueView | BackupsView]
) -> None:
    start = driver.start(vault, room=room)
    view = start.window.room
    assert isinstance(view, kind)
    driver.qtbot.keyClicks(view.field, "three grey geese")
    rested(driver, start)
    screen_locked(driver, start)
    assert next_room(driver) == room


def test_an_opened_vault_that_waits_for_a_new_passphrase_is_closed(driver: Driver, tmp_path: Path) -> None:
    groups = make_vault(tmp_path / "coded", "Heron")
    start = driver.start(tmp_path / "coded")
    view = page(start)
    view.other_way.click()
    view.field.setText(" ".join(groups))
    view.button.click()
    driver.qtbot.waitUntil(lambda: isinstance(start.window.room, RenewView), timeout=LIMIT)
    screen_locked(driver, start)
    assert next_room(driver) == "unlock"
    with on_shelf(tmp_path / "coded") as shelf:
        assert [card.codename for card in shelf.cards()] == ["Heron"]


def test_an_open_vault_locks_and_is_not_forgotten(driver: Driver, vault: Path) -> None:
    start = driver.start(vault)
    driver.unlock(start)
    left(driver, start)
    assert driver.replaced == []
