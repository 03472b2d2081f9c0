from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal.model.action import Action
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.words import ActionOwner, ActionStatus, Role
from tests.clock import FixedClock
from tests.ui.names import unnamed
from tests.ui.pages.acting import TODAY, Desk, Opened, Outside, shown
from ui.pages.actions.contract import Side
from ui.pages.actions.presenter import ActionsPresenter
from ui.pages.actions.view import ActionsView
from ui.theme.theme import Theme


class Page:
    def __init__(self, qtbot: QtBot, theme: Theme, desk: Desk, outside: Outside, clock: FixedClock) -> None:
        self.qtbot, self.desk = qtbot, desk
        self.view = ActionsView(theme)
        self.presenter = ActionsPresenter(self.view, desk.tasks, outside, clock)
        self.view.bind(self.presenter)
        shown(qtbot, self.view)

    def open(self, opened: Opened) -> None:
        self.opened = opened
        self.presenter.open(opened)
        self.desk.settle()

    def write(self, text: str, **fields: object) -> EntryId:
        action = Action(id=new_entry_id(), day=TODAY, text=text, **fields)  # type: ignore[arg-type]
        self.desk.do(lambda: self.opened.journal.actions.add(action))
        return action.id

    def reload(self) -> None:
        self.presenter.open(self.opened)
        self.desk.settle()

    def press(self, key: Qt.Key) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        self.qtbot.keyClick(focus, key)
        self.desk.settle()

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(QApplication.focusWidget(), text)

    def kept(self) -> list[Action]:
        return self.desk.do(self.opened.journal.actions.all)

    def lines(self) -> list[str]:
        model = self.view.list.model()
        return [str(model.index(place, 0).data()) for place in range(model.rowCount())]

    def spoken(self) -> list[str]:
        model, role = self.view.list.model(), Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(place, 0).data(role)) for place in range(model.rowCount())]


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, desk: Desk, outside: Outside, clock: FixedClock) -> Page:
    page = Page(qtbot, theme, desk, outside, clock)
    page.open(desk.begin(Role.MENTOR))
    return page


def test_a_new_action_is_typed_with_its_day_in_words(page: Page, outside: Outside) -> None:
    page.view.setFocus()
    page.press(Qt.Key.Key_N)
    page.type("Send the reading list")
    page.view.add_line.show_draft(
        page.view.add_line.draft().__class__(text="Send the reading list", due="tomorrow", is_promise=True)
    )
    page.view.add_line.text.setFocus()
    page.press(Qt.Key.Key_Return)

    (action,) = page.kept()
    assert (action.text, action.due_on, action.is_promise) == (
        "Send the reading list",
        date(2026, 3, 2),
        True,
    )
    assert outside.changes[0].label == "Add action"
    assert page.view.typed().text == ""


def test_a_day_that_is_not_understood_is_said_in_place_and_nothing_is_lost(page: Page) -> None:
    draft = page.view.typed()
    page.presenter.restore({"text": "Ask about the course", "due": "soonish"})
    page.view.add_line.text.setFocus()
    page.press(Qt.Key.Key_Return)

    assert page.kept() == []
    assert page.view.typed().text == "Ask about the course"
    assert page.view.typed().due == "soonish"
    assert draft.text == ""


def test_an_empty_action_is_refused_in_place(page: Page, outside: Outside) -> None:
    page.view.add_line.text.setFocus()
    page.press(Qt.Key.Key_Return)

    assert page.kept() == []
    assert outside.problems == []


def test_open_ones_come_first_and_what_is_overdue_says_so_in_words(page: Page) -> None:
    page.write("Later", due_on=date(2026, 4, 1))
    page.write("Late", due_on=date(2026, 2, 20))
    page.write("Finished", status=ActionStatus.DONE, closed_on=date(2026, 2, 1))
    page.reload()

    assert page.lines() == ["Open · 2", "Late", "Later", "Closed · 1", "Finished"]
    assert "Overdue · Fri 20 Feb" in page.spoken()[1]


def test_space_marks_done_and_asks_in_one_line_what_came_of_it(page: Page, outside: Outside) -> None:
    page.write("Call the library")
    page.reload()
    page.view.list.setFocus()
    page.press(Qt.Key.Key_Space)
    assert page.kept()[0].status is ActionStatus.DONE

    page.type("They hold the book until Friday")
    page.press(Qt.Key.Key_Return)

    (action,) = page.kept()
    assert action.outcome_note == "They hold the book until Friday"
    assert action.closed_on == TODAY
    assert QApplication.focusWidget() is page.view.list


def test_what_came_of_it_may_be_left_empty(page: Page, outside: Outside) -> None:
    page.write("Call the library")
    page.reload()
    page.view.list.setFocus()
    page.press(Qt.Key.Key_Space)
    page.press(Qt.Key.Key_Escape)

    assert page.kept()[0].outcome_note == ""
    assert len(outside.changes) == 1


def test_space_opens_a_closed_action_again(page: Page) -> None:
    page.write("Call the library", status=ActionStatus.DONE, closed_on=TODAY)
    page.reload()
    page.view.list.setFocus()
    page.press(Qt.Key.Key_Space)

    (action,) = page.kept()
    assert action.status is ActionStatus.OPEN
    assert action.closed_on is None


def test_enter_edits_the_chosen_action_and_escape_leaves_it(page: Page) -> None:
    page.write("One", due_on=date(2026, 4, 1))
    page.write("Two", due_on=date(2026, 4, 2))
    page.reload()
    page.view.list.setFocus()
    page.press(Qt.Key.Key_Down)
    page.press(Qt.Key.Key_Return)
    page.view.editor.text.selectAll()
    page.type("Second")
    page.press(Qt.Key.Key_Return)
    assert {action.text for action in page.kept()} == {"One", "Second"}

    page.press(Qt.Key.Key_Return)
    page.type("not this")
    page.press(Qt.Key.Key_Escape)
    assert {action.text for action in page.kept()} == {"One", "Second"}


def test_delete_can_be_undone_with_all_that_it_was(page: Page, outside: Outside) -> None:
    page.write("Keep me", due_on=date(2026, 5, 1), is_promise=True)
    page.reload()
    before = page.kept()
    page.view.list.setFocus()
    page.press(Qt.Key.Key_Delete)
    assert page.kept() == []

    undo = outside.changes[-1].undo
    assert undo is not None
    change = page.desk.do(undo)
    page.presenter.refresh(change)
    page.desk.settle()
    assert page.kept() == before
    assert page.lines() == ["Open · 1", "Keep me"]


@pytest.mark.parametrize("status", [ActionStatus.CARRIED, ActionStatus.DROPPED, ActionStatus.PARTLY_DONE])
def test_an_action_can_be_carried_dropped_or_partly_done(page: Page, status: ActionStatus) -> None:
    id = page.write("Write the outline")
    page.reload()
    page.presenter.settle(id, status)
    page.desk.settle()

    assert page.kept()[0].status is status


def test_mine_and_theirs_share_what_both_do(page: Page) -> None:
    page.write("I do", owner=ActionOwner.ME)
    page.write("They do", owner=ActionOwner.PARTNER)
    page.write("We do", owner=ActionOwner.BOTH)
    page.reload()

    page.presenter.choose_side(Side.MINE)
    assert set(page.lines()) == {"Open · 2", "I do", "We do"}
    page.presenter.choose_side(Side.THEIRS)
    assert set(page.lines()) == {"Open · 2", "They do", "We do"}
    assert any("your mentee" in words for words in page.spoken())


def test_a_chosen_action_is_shown_whatever_the_filter_was(page: Page) -> None:
    id = page.write("They do", owner=ActionOwner.PARTNER)
    page.reload()
    page.presenter.choose_side(Side.MINE)
    page.presenter.show_action(id)

    assert page.view.selected() == id


def test_the_place_brings_back_the_half_typed_line(page: Page) -> None:
    id = page.write("One", owner=ActionOwner.PARTNER)
    page.reload()
    page.presenter.choose_side(Side.THEIRS)
    page.view.list.setFocus()
    page.view.add_line.text.setText("half a sen")
    place = page.presenter.place()
    page.presenter.close()
    assert page.view.typed().text == ""

    page.presenter.open(page.opened)
    page.presenter.restore(place)
    page.desk.settle()
    assert page.view.typed().text == "half a sen"
    assert page.view.selected() == id


def test_what_comes_late_for_a_closed_journal_is_dropped(page: Page, desk: Desk) -> None:
    page.write("Private to Heron")
    other = desk.begin()
    page.presenter.open(page.opened)
    page.presenter.open(other)
    desk.settle()

    assert page.lines() == []


def test_every_control_has_a_name(page: Page) -> None:
    page.write("One")
    page.reload()
    assert unnamed(page.view) == []
    page.presenter.edit(page.kept()[0].id)
    assert unnamed(page.view) == []
