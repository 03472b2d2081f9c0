"""The actions of all journals on one page, in the real window, by keys alone."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mentorjournal.model.action import Action
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.words import ActionOwner, ActionStatus
from tests.ui.driving import Driver, make_vault, on_shelf
from tests.ui.names import unnamed
from ui.pages.actions.view import ActionsView
from ui.pages_of_journal import build_rooms
from ui.sitting import Sitting

TODAY = date.today()
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def action(text: str, days: int | None = None, **fields: object) -> Action:
    due = None if days is None else TODAY + timedelta(days=days)
    return Action(id=new_entry_id(), day=TODAY, text=text, due_on=due, **fields)  # type: ignore[arg-type]


LATE, READ = action("Send the list", -2), action("Read the draft", 3)
THEIRS = action("Practise", 30, owner=ActionOwner.PARTNER)


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    folder = tmp_path / "vault"
    make_vault(folder, "Heron", "Lark")
    with on_shelf(folder) as shelf:
        heron, lark = shelf.named("Heron").journal, shelf.named("Lark").journal
        heron.actions.add(READ)
        lark.actions.add(LATE)
        lark.actions.add(THEIRS)
        done = action("Book the room")
        lark.actions.add(done)
        lark.actions.settle(done.id, ActionStatus.DONE)
    return folder


class Walk:
    """Keys pressed where the focus is, each followed by all that it sets off."""

    def __init__(self, driver: Driver, sitting: Sitting, folder: Path) -> None:
        self.driver, self.sitting, self.folder = driver, sitting, folder
        view = sitting.rooms.views["all actions"]
        assert isinstance(view, ActionsView)
        self.view = view

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.view, key, modifiers)
        self.settle()

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), text)

    def settle(self) -> None:
        self.driver.seated(self.driver.running[0])
        QApplication.processEvents()
        self.driver.seated(self.driver.running[0])

    def lines(self) -> list[str]:
        model = self.view.list.model()
        return [str(model.index(place, 0).data()) for place in range(model.rowCount())]

    def kept(self, codename: str, id: EntryId) -> Action:
        """The action as it is on the disk, when the program has been closed."""
        self.driver.close()
        with on_shelf(self.folder) as shelf:
            return shelf.named(codename).journal.actions.get(id)


@pytest.fixture
def walk(driver: Driver, vault: Path) -> Walk:
    sitting = driver.unlock(driver.start(vault, build_rooms))
    driver.running[0].window.activateWindow()
    walk = Walk(driver, sitting, vault)
    walk.settle()
    sitting.show_tab("journal")  # a vault opens at Today
    walk.press(Qt.Key.Key_4, CTRL | SHIFT)
    return walk


def test_every_journals_actions_stand_in_one_list_by_day(walk: Walk) -> None:
    assert walk.lines() == [
        *("Overdue · 1", "Send the list", "Due within a week · 1", "Read the draft"),
        *("Later · 1", "Practise", "Closed · 1"),
    ]
    assert unnamed(walk.view) == []


def test_done_in_another_journal_is_kept_there_and_can_be_taken_back(walk: Walk) -> None:
    walk.press(Qt.Key.Key_Space)
    walk.type("She has it")
    walk.press(Qt.Key.Key_Return)
    assert "Send the list" not in walk.lines()
    assert walk.sitting.next_acts[0] == "Note what came of action"

    walk.press(Qt.Key.Key_Z, CTRL)
    walk.press(Qt.Key.Key_Z, CTRL)
    assert walk.lines()[1] == "Send the list"
    assert walk.sitting.next_acts == ("", "Mark action done")
    walk.press(Qt.Key.Key_Z, CTRL | SHIFT)
    walk.press(Qt.Key.Key_Z, CTRL | SHIFT)
    now = walk.kept("Lark", LATE.id)
    assert (now.status, now.outcome_note) == (ActionStatus.DONE, "She has it")


def test_undo_means_the_journal_again_when_it_is_in_front(walk: Walk) -> None:
    walk.press(Qt.Key.Key_X)
    assert walk.sitting.next_acts[0] == "Drop action"
    walk.press(Qt.Key.Key_Escape)
    assert walk.sitting.view.page_in_front == "journal"
    assert walk.sitting.next_acts == ("", "")


def test_j_opens_the_action_in_its_journal(walk: Walk) -> None:
    walk.press(Qt.Key.Key_J)
    journal = walk.sitting.desk.journal
    assert journal is not None
    assert journal.relationship.codename == "Lark"
    page = walk.sitting.rooms.views["actions"]
    assert isinstance(page, ActionsView)
    assert page.isVisible()
    assert page.selected() == LATE.id


def test_by_journal_each_stands_under_its_codename(walk: Walk) -> None:
    segment = next(button for button in walk.view.orders.children() if button.inherits("QRadioButton"))
    segment.setFocus()  # type: ignore[attr-defined]
    walk.press(Qt.Key.Key_Right)
    assert walk.lines() == [
        "Heron · 1",
        "Read the draft",
        "Lark · 2",
        "Send the list",
        "Practise",
        "Closed · 1",
    ]


def test_an_action_is_edited_over_all_journals(walk: Walk) -> None:
    walk.press(Qt.Key.Key_Return)
    walk.type(" of books")
    walk.press(Qt.Key.Key_Return)
    assert "Send the list of books" in walk.lines()
    assert walk.kept("Lark", LATE.id).text == "Send the list of books"


def test_the_page_of_one_journal_leads_to_all(walk: Walk) -> None:
    walk.press(Qt.Key.Key_Escape)
    walk.press(Qt.Key.Key_4, CTRL)
    assert walk.sitting.view.page_in_front == "actions"
    page = walk.sitting.rooms.views["actions"]
    assert isinstance(page, ActionsView)
    page.all.setFocus()
    walk.press(Qt.Key.Key_Space)
    assert walk.sitting.view.page_in_front == "all actions"
