"""Today in the running program: where one lands, Undo across journals, and what the shell says is next."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from mentorjournal.model.action import Action
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.session import Session
from mentorjournal.model.words import SessionStatus
from tests.ui.driving import Driver, make_vault, on_shelf
from tests.ui.names import unnamed
from ui.pages.today.row import LineRow
from ui.pages.today.view import TodayView
from ui.pages_of_journal import build_rooms
from ui.sitting import Sitting

NOW = datetime.now().astimezone().replace(hour=12, minute=0)
ENTER, SPACE, HOME = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Home
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


class Walk:
    """The window, driven by keys."""

    def __init__(self, driver: Driver, folder: Path) -> None:
        self.driver = driver
        self.sitting: Sitting = driver.unlock(driver.start(folder, partial(build_rooms, clock=lambda: NOW)))
        self.settle()

    @property
    def window(self) -> QWidget:
        return self.driver.running[-1].window

    @property
    def front(self) -> str:
        return self.sitting.view.page_in_front

    @property
    def notice(self) -> str:
        return self.sitting.view.notice.words()

    def settle(self) -> None:
        self.driver.seated(self.driver.running[-1])
        QApplication.processEvents()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.driver.qtbot.keyClick(self.window.focusWidget() or self.window, key, modifiers)
        self.settle()

    def undo(self) -> None:
        self.key(Qt.Key.Key_Z, CONTROL)

    def redo(self) -> None:
        self.key(Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)

    def said(self) -> str:
        view = self.sitting.rooms.views["today"]
        assert isinstance(view, TodayView)
        return "\n".join(row.accessibleName() for row in view.rows())

    def go_to(self, words: str) -> None:
        for _ in range(20):
            line = self.window.focusWidget()
            assert isinstance(line, LineRow)
            if words in line.accessibleName():
                return
            self.key(Qt.Key.Key_Down)

    def told(self) -> list[str]:
        model = self.sitting.view.sidebar.journals.model_of_cards
        return [model.next_of(card) for card in self.sitting.desk.cards]


@pytest.fixture
def walk(driver: Driver, tmp_path: Path) -> Walk:
    folder = tmp_path / "vault"
    make_vault(folder, "Heron", "Lark")
    today = NOW.date()
    with on_shelf(folder) as shelf:
        heron, lark = shelf.named("Heron").journal, shelf.named("Lark").journal
        for journal, text, due in ((heron, "Send the notes", -3), (lark, "Ask about the room", 2)):
            due_on = today + timedelta(days=due)
            journal.actions.add(Action(id=new_entry_id(), day=today, text=text, due_on=due_on))
        behind = Session(id=new_entry_id(), day=today - timedelta(days=1), status=SessionStatus.PLANNED)
        heron.sessions.add(behind)
        heron.sessions.add(replace(behind, id=new_entry_id(), day=today + timedelta(days=3)))
    return Walk(driver, folder)


def test_the_first_start_shows_today_and_undo_there_names_the_journal(walk: Walk) -> None:
    assert walk.front == "today"
    assert walk.sitting.view.sidebar.today.isChecked()
    assert unnamed(walk.window) == []
    for words in ("Send the notes", "Ask about the room"):
        walk.go_to(words)
        walk.key(SPACE)
        walk.key(ENTER)
        assert words not in walk.said()
    assert walk.notice == "Done in Lark: Mark action done"
    walk.undo()
    assert walk.notice == "Undone in Lark: Mark action done"
    walk.undo()
    assert walk.notice == "Undone in Heron: Mark action done"
    assert "Send the notes" in walk.said()
    assert "Ask about the room" in walk.said()
    walk.redo()
    assert "Send the notes" not in walk.said()
    # In its own journal it is the last act as well.
    walk.key(Qt.Key.Key_Down, ALT)
    assert walk.front == "journal"
    walk.undo()
    assert walk.notice == "Undone: Mark action done"
    walk.key(HOME, ALT)
    assert walk.front == "today"
    assert "Send the notes" in walk.said()


def test_enter_opens_and_alt_home_leads_back_with_what_changed_there(walk: Walk) -> None:
    walk.go_to("Ask about the room")
    walk.key(ENTER)
    assert walk.front == "actions"
    assert walk.sitting.view.header.codename.text() == "Lark"
    journal = walk.sitting.desk.journal
    assert journal is not None
    action = Action(id=new_entry_id(), day=NOW.date(), text="Another thing", due_on=NOW.date())
    walk.sitting.tasks.run(
        lambda: journal.journal.actions.add(action),
        done=lambda change: walk.sitting.desk.changed(change, "actions"),
        failed=_raise,
    )
    walk.settle()
    walk.key(HOME, ALT)
    assert "Another thing" in walk.said()
    walk.undo()  # it was not done from Today
    assert "Another thing" in walk.said()
    walk.sitting.show_settings()
    walk.key(Qt.Key.Key_Escape)
    assert walk.front == "today"


def test_names_and_head_say_what_is_next(walk: Walk) -> None:
    assert "took place?" in walk.told()[0]
    walk.go_to("Did it take place?")
    walk.key(SPACE)
    assert walk.told()[0] == "after-note due"
    head = walk.sitting.view.header
    walk.key(Qt.Key.Key_Down, ALT)
    assert head.moment.text() == "Write the after-note"
    walk.key(ENTER, ALT)
    assert walk.front == "journal"
    walk.key(HOME, ALT)
    walk.undo()
    walk.key(Qt.Key.Key_Down, ALT)
    assert head.moment.text().startswith("Say how ")
    walk.key(Qt.Key.Key_Down, ALT)
    assert head.moment.text() == "Reflect"


@pytest.mark.parametrize("front", ["today", "journal"])
def test_one_comes_back_to_what_was_in_front(driver: Driver, tmp_path: Path, front: str) -> None:
    folder = tmp_path / "vault"
    make_vault(folder, "Heron", "Lark")
    walk = Walk(driver, folder)
    for _ in range(2):
        walk.key(Qt.Key.Key_Down, ALT)
    if front == "today":
        walk.key(HOME, ALT)
    driver.close()
    again = Walk(driver, folder)
    assert again.front == front
    assert again.sitting.desk.journal is not None
    assert again.sitting.desk.journal.relationship.codename == "Lark"


def _raise(error: Exception) -> None:
    raise error
