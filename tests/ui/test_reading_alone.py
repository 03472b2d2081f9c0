"""A vault that is only read, page by page: every button, field and command is tried.

Nothing of it changes, no word is taken that could not be kept, nothing breaks, and what would write says why.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal.demo import write_vault
from mentorjournal.demo.vault import PASSPHRASE
from mentorjournal.errors import ReadOnlyPlace
from tests.cli.command import tree
from tests.ui.driving import Driver
from tests.ui.reading_walk import (
    GROUPS,
    LEADS_AWAY,
    PAGES,
    REASON,
    Closer,
    buttons,
    in_front,
    label,
    open_to_read,
    seated,
    settle,
    type_into,
)
from ui.door import VaultDoor
from ui.pages.unlock.view import UnlockView
from ui.pages_of_journal import build_rooms
from ui.sitting import Sitting

# What is typed there is kept nowhere: words to look for, and secrets.
FREE = {"search", "settings"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("demo") / "vault"
    write_vault(place)
    return place


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "vault"))


@pytest.fixture
def sitting(driver: Driver, folder: Path) -> Sitting:
    sitting = open_to_read(driver, folder, PASSPHRASE)
    sitting.open_journal(next(id for id, name in sitting.codenames if name == "Heron"))
    settle(driver)
    return sitting


def broken(sitting: Sitting) -> bool:
    """Whether the window speaks of something that nobody foresaw."""
    return "went wrong" in sitting.view.problem.words()


@pytest.mark.parametrize("group", GROUPS)
def test_pages_are_read_and_nothing_of_them_written(
    driver: Driver, sitting: Sitting, folder: Path, qtbot: QtBot, group: str
) -> None:
    before, short = tree(folder), []
    closer = Closer()
    for page in GROUPS[group]:
        short += [f"{page}: {wrong}" for wrong in walk(driver, sitting, qtbot, PAGES[page])]
    closer.deleteLater()
    assert short == []
    assert tree(folder) == before


def walk(driver: Driver, sitting: Sitting, qtbot: QtBot, show: Callable[[Sitting], object]) -> Iterator[str]:
    """Type into every field of the page and press every button; what went wrong."""
    show(sitting)
    settle(driver)
    took = type_into(in_front(sitting))
    if sitting.view.page_in_front not in FREE:
        yield from (f"“{name}” took what was typed" for name in took)
    tried: set[str] = set()
    while True:
        show(sitting)
        settle(driver)
        name, button = next(
            ((label(one), one) for one in buttons(in_front(sitting)) if label(one) not in tried), ("", None)
        )
        if button is None:
            break
        tried.add(name)
        with qtbot.capture_exceptions() as raised:
            button.click()
            settle(driver)
        yield from (f"“{name}”: {error[1]!r}" for error in raised)
        if broken(sitting):
            yield f"“{name}” broke"
        if sitting.locking.under_way:
            yield f"“{name}” locked"
            break
        sitting.view.forget_problem()
    if not tried:
        yield "there was nothing to press"


def test_every_command_is_tried(driver: Driver, sitting: Sitting, folder: Path, qtbot: QtBot) -> None:
    before, short = tree(folder), []
    closer = Closer()
    for command in sitting.keys.everything():
        if command.name in LEADS_AWAY:
            continue
        with qtbot.capture_exceptions() as raised:
            command.run()
            settle(driver)
        short += [f"“{command.name}”: {error[1]!r}" for error in raised]
        short += [f"“{command.name}” broke"] if broken(sitting) else []
        sitting.keys.capture.dismiss()
        sitting.keys.palette.dismiss()
        sitting.view.forget_problem()
    closer.deleteLater()
    assert short == []
    assert tree(folder) == before


def test_new_keys_are_refused_where_they_are_asked_for(driver: Driver, sitting: Sitting) -> None:
    sitting.show_settings()
    settle(driver)
    sitting.side.settings_view.passphrase.new_keys.click()
    settle(driver)
    assert sitting.view.problem.words() == REASON
    assert not sitting.locking.under_way


def test_what_is_marked_up_in_a_text_that_is_only_read_is_refused(driver: Driver, sitting: Sitting) -> None:
    sitting.act("reflect")
    settle(driver)
    page = in_front(sitting)
    for name in ("Heading", "List", "Check list"):
        sitting.view.forget_problem()
        (button,) = (one for one in buttons(page) if label(one) == name)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        settle(driver)
        assert sitting.view.problem.words() == REASON, name


def test_a_book_is_still_made_and_the_rest_taken_along(
    driver: Driver, sitting: Sitting, folder: Path, tmp_path: Path
) -> None:
    before = tree(folder)
    sitting.side.show_leaving()
    settle(driver)
    card = sitting.side.settings_view.along
    (tmp_path / "usb").mkdir()
    driver.answers.folders.append(tmp_path / "usb")
    card.which.set_value("Heron")
    QTest.keyClicks(card.passphrase, PASSPHRASE)
    QTest.keyClick(card.passphrase, Qt.Key.Key_Return)
    driver.qtbot.waitUntil(lambda: "not encrypted" in card.message.text(), timeout=60_000)
    assert list((tmp_path / "usb").glob("*/Heron/Heron.pdf"))
    assert "do not know of the files: Heron" in card.message.text()
    assert tree(folder) == before


def test_a_place_that_may_not_be_written_to_is_opened_to_be_read(
    driver: Driver, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As of a disc, or another's folder: the superuser, who may be running this, can write anywhere."""

    def may_not(*_given: object, **_how: object) -> None:
        raise ReadOnlyPlace("vault")

    monkeypatch.setattr(VaultDoor, "open", may_not)
    before = tree(folder)
    start = driver.start(folder, build_rooms)
    view = start.window.room
    assert isinstance(view, UnlockView)
    QTest.keyClicks(view.field, PASSPHRASE)
    view.button.click()
    sitting = seated(driver)
    QApplication.processEvents()
    assert sitting.view.reading
    assert tree(folder) == before
