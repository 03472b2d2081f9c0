from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mentorjournal.journal.actions import Actions
from mentorjournal.model.goal import Goal
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.session import Session
from mentorjournal.model.words import ActionOwner, ActionStatus, EntryKind, Role, Visibility
from tests.ui.names import unnamed
from tests.ui.pages.acting import TODAY, Desk, Outside
from tests.ui.pages.actions.conftest import Page
from ui.pages.actions.contract import Side
from ui.widgets.fields import ChoiceField


def test_a_new_action_is_caught_in_one_line(page: Page, outside: Outside) -> None:
    page.view.list.setFocus()
    page.press(Qt.Key.Key_N)
    page.type("Send the reading list by tomorrow @both !")
    assert page.view.catch_line.understood() == "both of us · by Mon 2 Mar · a promise"
    page.press(Qt.Key.Key_Return)

    (action,) = page.kept()
    assert (action.text, action.due_on, action.owner, action.is_promise) == (
        "Send the reading list",
        date(2026, 3, 2),
        ActionOwner.BOTH,
        True,
    )
    assert outside.changes[0].label == "Add action"
    assert page.view.typed() == ""
    assert page.view.selected() == action.id


def test_an_empty_action_is_refused_in_place(page: Page, outside: Outside) -> None:
    page.view.catch_line.setFocus()
    page.press(Qt.Key.Key_Return)

    assert page.kept() == []
    assert outside.problems == []


def test_a_line_that_is_too_long_keeps_its_words(page: Page) -> None:
    page.view.catch_line.setFocus()
    QApplication.clipboard().setText("send\n" * 300)
    page.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    page.press(Qt.Key.Key_Return)

    assert page.kept() == []
    assert len(page.view.typed().split()) == 300


def test_open_ones_stand_under_when_they_are_due(page: Page) -> None:
    page.write("Some day")
    page.write("Later", due_on=date(2026, 4, 1))
    page.write("Soon", due_on=date(2026, 3, 8))
    page.write("Late", due_on=date(2026, 2, 20), owner=ActionOwner.PARTNER)
    page.write("Finished", status=ActionStatus.DONE, closed_on=date(2026, 2, 1))
    page.reload()

    assert page.lines() == [
        *("Overdue · 1", "Late", "Due within a week · 1", "Soon", "Later · 1", "Later"),
        *("No date · 1", "Some day", "Closed · 1"),
    ]
    assert "Overdue · Fri 20 Feb" in page.spoken()[1]


def test_what_a_mentor_promised_leads(page: Page) -> None:
    page.write("Late", due_on=date(2026, 2, 20))
    page.write("Introduce her", is_promise=True, due_on=date(2026, 4, 1))
    page.reload()
    assert page.lines()[:2] == ["I promised · 1", "Introduce her"]


def test_a_mentees_promises_stand_among_the_others(page: Page, desk: Desk) -> None:
    page.open(desk.begin(Role.MENTEE))
    page.write("Late", due_on=date(2026, 2, 20))
    page.write("Introduce him", is_promise=True, due_on=date(2026, 4, 1))
    page.reload()
    assert page.lines() == ["Overdue · 1", "Late", "Later · 1", "Introduce him"]
    assert "promised" in page.spoken()[3]


def test_closed_ones_are_folded_and_come_a_hundred_at_a_time(page: Page) -> None:
    for number in range(130):
        page.write(f"Done {number}", status=ActionStatus.DONE, closed_on=date(2026, 2, 1))
    page.reload()
    assert page.lines() == ["Closed · 130"]

    page.view.list.setFocus()
    page.press(Qt.Key.Key_Return)
    assert len(page.lines()) == 102
    assert page.lines()[-1] == "Show older ones (30 more)"
    page.press(Qt.Key.Key_End)
    page.press(Qt.Key.Key_Return)
    assert len(page.lines()) == 131
    page.press(Qt.Key.Key_Home)
    page.press(Qt.Key.Key_Left)
    assert page.lines() == ["Closed · 130"]


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
    assert [change.label for change in outside.changes] == [
        "Mark action done",
        "Note what came of action",
    ]


def test_what_came_of_it_may_be_left_empty(page: Page, outside: Outside) -> None:
    page.write("Call the library")
    page.reload()
    page.view.list.setFocus()
    page.press(Qt.Key.Key_Space)
    page.type("no")
    page.press(Qt.Key.Key_Escape)

    assert page.kept()[0].outcome_note == ""
    assert len(outside.changes) == 1
    assert QApplication.focusWidget() is page.view.list


def test_space_opens_a_closed_action_again(page: Page) -> None:
    id = page.write("Call the library", status=ActionStatus.DONE, closed_on=TODAY)
    page.reload()
    page.presenter.fold()
    page.desk.settle()
    page.choose(id)
    page.press(Qt.Key.Key_Space)

    (action,) = page.kept()
    assert action.status is ActionStatus.OPEN
    assert action.closed_on is None
    assert page.view.selected() == id


@pytest.mark.parametrize(
    ("key", "status"),
    [(Qt.Key.Key_X, ActionStatus.DROPPED), (Qt.Key.Key_P, ActionStatus.PARTLY_DONE)],
)
def test_a_letter_says_what_became_of_it(page: Page, key: Qt.Key, status: ActionStatus) -> None:
    page.write("Write the outline")
    page.reload()
    page.view.list.setFocus()
    page.press(key)
    assert page.kept()[0].status is status


def test_carrying_asks_until_when_and_counts(page: Page, outside: Outside) -> None:
    page.write("Write the outline", due_on=date(2026, 2, 20))
    page.reload()
    page.view.list.setFocus()
    page.press(Qt.Key.Key_C)
    page.type("soonish")
    page.press(Qt.Key.Key_Return)
    assert page.kept()[0].status is ActionStatus.OPEN
    assert page.view.until.text.text() == "soonish"

    page.view.until.text.selectAll()
    page.type("in 2 weeks")
    page.press(Qt.Key.Key_Return)
    (action,) = page.kept()
    assert (action.status, action.due_on, action.carried_count) == (
        ActionStatus.CARRIED,
        date(2026, 3, 15),
        1,
    )
    assert "carried once, since Sun 1 Mar" in page.spoken()[1]
    assert outside.changes[-1].label == "Carry action over"
    assert QApplication.focusWidget() is page.view.list


def test_escape_leaves_it_uncarried(page: Page, outside: Outside) -> None:
    page.write("Write the outline")
    page.reload()
    page.view.list.setFocus()
    page.press(Qt.Key.Key_C)
    page.press(Qt.Key.Key_Escape)
    assert page.kept()[0].carried_count == 0
    assert outside.changes == []


def test_enter_edits_the_chosen_action_and_escape_leaves_it(page: Page) -> None:
    one = page.write("One", due_on=date(2026, 4, 1))
    page.write("Two", due_on=date(2026, 4, 2))
    page.reload()
    page.choose(one)
    page.press(Qt.Key.Key_Return)
    page.view.editor.text.selectAll()
    page.type("Second")
    page.press(Qt.Key.Key_Return)
    assert {action.text for action in page.kept()} == {"Second", "Two"}

    page.press(Qt.Key.Key_Return)
    page.type("not this")
    page.press(Qt.Key.Key_Escape)
    assert {action.text for action in page.kept()} == {"Second", "Two"}


def test_an_action_is_linked_to_a_session_and_a_goal_and_opens_them(page: Page, outside: Outside) -> None:
    session = Session(id=new_entry_id(), day=date(2026, 2, 20), title="Half-way")
    goal = Goal(id=new_entry_id(), day=TODAY, title="Lead a review")
    page.desk.do(lambda: page.opened.journal.sessions.add(session))
    page.desk.do(lambda: page.opened.journal.goals.add(goal))
    id = page.write("Write the outline")
    page.reload()
    page.choose(id)
    page.press(Qt.Key.Key_Return)
    for name in ("From session", "For goal"):
        field = next(
            one for one in page.view.editor.findChildren(ChoiceField) if one.accessibleName() == name
        )
        field.setFocus()
        page.press(Qt.Key.Key_Down)
    page.view.editor.text.setFocus()
    page.press(Qt.Key.Key_Return)

    (action,) = page.kept()
    assert (action.session_id, action.goal_id) == (session.id, goal.id)
    assert "session of Fri 20 Feb" in page.spoken()[1]
    assert "goal “Lead a review”" in page.spoken()[1]
    page.press(Qt.Key.Key_S)
    page.press(Qt.Key.Key_G)
    assert outside.shown == [(EntryKind.SESSION, session.id), (EntryKind.GOAL, goal.id)]


def test_v_goes_on_to_the_next_that_may_happen_to_it(page: Page, outside: Outside) -> None:
    page.write("Write the outline")
    page.reload()
    page.view.list.setFocus()
    page.press(Qt.Key.Key_V)
    assert page.kept()[0].visibility is Visibility.PARTNER_OK
    assert "may be shown" in page.spoken()[1]
    assert outside.changes[-1].label == "Change what may happen to action"


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
    assert page.lines() == ["I promised · 1", "Keep me"]


def test_mine_and_theirs_share_what_both_do(page: Page) -> None:
    page.write("I do", owner=ActionOwner.ME)
    page.write("They do", owner=ActionOwner.PARTNER)
    page.write("We do", owner=ActionOwner.BOTH)
    page.write("They did", owner=ActionOwner.PARTNER, status=ActionStatus.DONE, closed_on=TODAY)
    page.reload()

    page.presenter.choose_side(Side.MINE)
    page.desk.settle()
    assert set(page.lines()) == {"No date · 2", "I do", "We do"}
    page.presenter.choose_side(Side.THEIRS)
    page.desk.settle()
    assert set(page.lines()) == {"No date · 2", "They do", "We do", "Closed · 1"}
    assert any("your mentee" in words for words in page.spoken())


def test_a_chosen_action_is_shown_whatever_the_filter_was(page: Page) -> None:
    id = page.write("They do", owner=ActionOwner.PARTNER)
    closed = page.write("They did", status=ActionStatus.DROPPED, closed_on=TODAY)
    page.reload()
    page.presenter.choose_side(Side.MINE)
    page.desk.settle()
    page.presenter.show_action(id)
    page.desk.settle()
    assert page.view.selected() == id
    page.presenter.show_action(closed)
    page.desk.settle()
    assert page.view.selected() == closed


def test_the_place_brings_back_the_half_typed_line(page: Page) -> None:
    id = page.write("One", owner=ActionOwner.PARTNER)
    page.reload()
    page.presenter.choose_side(Side.THEIRS)
    page.desk.settle()
    page.view.list.setFocus()
    page.view.catch_line.set_text("half a sen")
    place = page.presenter.place()
    page.presenter.close()
    assert page.view.typed() == ""

    page.presenter.open(page.opened)
    page.presenter.restore(place)
    page.desk.settle()
    assert page.view.typed() == "half a sen"
    assert page.view.selected() == id


def test_what_comes_late_for_a_closed_journal_is_dropped(page: Page, desk: Desk) -> None:
    page.write("Private to Heron")
    other = desk.begin()
    page.presenter.open(page.opened)
    page.presenter.open(other)
    desk.settle()

    assert page.lines() == []


def test_a_long_action_takes_three_lines_and_is_edited_whole(page: Page) -> None:
    words = "write it down " * 71 + "whole."
    id = page.write(words)
    page.write("שלח את הטיוטה")
    page.reload()
    page.choose(id)
    index = page.view.list.currentIndex()
    assert page.view.list.visualRect(index).height() < page.view.height() / 4
    page.press(Qt.Key.Key_Return)
    assert page.view.editor.text.text() == words
    page.type("x")
    page.press(Qt.Key.Key_Return)
    assert words in {action.text for action in page.kept()}


def test_every_control_has_a_name(page: Page) -> None:
    id = page.write("One")
    page.reload()
    assert unnamed(page.view) == []
    page.choose(id)
    page.press(Qt.Key.Key_Return)
    assert unnamed(page.view) == []
    page.press(Qt.Key.Key_Escape)
    page.press(Qt.Key.Key_C)
    assert unnamed(page.view) == []


def test_a_journal_left_at_some_place_is_read_once(
    page: Page, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = page.write("They did", owner=ActionOwner.PARTNER, status=ActionStatus.DONE, closed_on=TODAY)
    page.reload()
    page.presenter.choose_side(Side.THEIRS)
    page.presenter.fold()
    desk.settle()
    page.choose(id)
    place = page.presenter.place()
    read: list[int] = []
    still_open = Actions.still_open
    monkeypatch.setattr(Actions, "still_open", lambda door: read.append(1) or still_open(door))
    page.presenter.open(page.opened)
    page.presenter.restore(place)
    desk.settle()
    assert page.view.selected() == id
    assert read == [1]
