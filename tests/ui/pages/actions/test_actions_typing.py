"""What is being typed about an action is never thrown away: over a lock, in another journal, under a tick."""

from __future__ import annotations

import json
from datetime import date

import pytest
from PySide6.QtCore import Qt

from mentorjournal.model.action import Action
from mentorjournal.model.goal import Goal
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.words import ActionOwner, ActionStatus, Visibility
from tests.ui.pages.acting import TODAY, Desk
from tests.ui.pages.actions.conftest import Page

RETURN, SPACE, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape


@pytest.fixture
def one(page: Page) -> EntryId:
    return page.write("One", due_on=date(2026, 4, 1))


@pytest.fixture
def two(page: Page) -> EntryId:
    return page.write("Two", due_on=date(2026, 4, 2))


def edit(page: Page, id: EntryId, words: str = "") -> None:
    page.reload()
    page.choose(id)
    page.press(RETURN)
    page.type(words)


def tick(page: Page, id: EntryId) -> None:
    page.choose(id)
    page.press(SPACE)


def lock(page: Page) -> dict[str, object]:
    """Close the journal and open it again at the place that was kept as JSON."""
    place: dict[str, object] = json.loads(json.dumps(page.presenter.place()))
    page.presenter.close()
    page.presenter.open(page.opened)
    page.presenter.restore(place)
    page.desk.settle()
    return place


def kept(page: Page, id: EntryId) -> Action:
    return next(action for action in page.kept() if action.id == id)


def test_a_half_edited_action_comes_back_with_all_its_fields(page: Page, one: EntryId) -> None:
    goal = Goal(id=new_entry_id(), day=TODAY, title="Lead a review")
    page.desk.do(lambda: page.opened.journal.goals.add(goal))
    edit(page, one, ", half ty")
    page.field("Who").set_value(ActionOwner.BOTH)
    page.field("What may happen to it").set_value(Visibility.SUMMARY_OK)
    page.field("For goal").set_value(goal.id)
    page.line("Due").setText("on friday")
    page.line("What came of it").setText("too early")
    lock(page)
    assert page.view.editor.isVisible()
    page.view.editor.text.setFocus()
    page.press(RETURN)

    action = kept(page, one)
    assert (action.text, action.owner, action.visibility) == (
        "One, half ty",
        ActionOwner.BOTH,
        Visibility.SUMMARY_OK,
    )
    assert (action.goal_id, action.due_on, action.outcome_note) == (goal.id, date(2026, 3, 6), "too early")


def test_what_came_of_it_comes_back_half_said(page: Page, one: EntryId) -> None:
    page.reload()
    tick(page, one)
    page.type("She has")
    lock(page)
    assert page.lines()[-1] == "Closed · 1"
    page.view.outcome.text.setFocus()
    page.type(" it")
    page.press(RETURN)
    assert kept(page, one).outcome_note == "She has it"


def test_until_when_comes_back_half_said(page: Page, one: EntryId) -> None:
    page.reload()
    page.choose(one)
    page.press(Qt.Key.Key_C)
    page.type("in 2 w")
    lock(page)
    assert page.view.until.isVisible()
    page.view.until.text.setFocus()
    page.type("eeks")
    page.press(RETURN)
    assert kept(page, one).due_on == date(2026, 3, 15)


def test_another_journal_sees_nothing_of_it(page: Page, desk: Desk, one: EntryId, two: EntryId) -> None:
    edit(page, one, ", half ty")
    tick(page, two)
    page.type("She has")
    page.open(desk.begin())
    assert page.presenter.place()["line"] == ""
    assert not {"editing", "asked"} & page.presenter.place().keys()
    said = (page.view.editor.text, page.line("What came of it"), page.view.outcome.text)
    assert [field.text() for field in said] == ["", "", ""]
    assert not page.view.editor.isVisible()
    assert not page.view.outcome.isVisible()


def test_what_was_typed_of_an_action_that_is_gone_is_left_out(page: Page, one: EntryId) -> None:
    edit(page, one, ", half ty")
    place = page.presenter.place()
    page.desk.do(lambda: page.opened.journal.actions.remove(one))
    page.reload()
    page.presenter.restore(place)
    page.desk.settle()
    assert not page.view.editor.isVisible()


@pytest.mark.parametrize("strange", [None, 3, [], {}, {"id": 3}, {"id": "x", "ask": "why", "words": 3}])
def test_a_strange_place_is_no_stumbling_block(page: Page, one: EntryId, strange: object) -> None:
    page.reload()
    page.presenter.restore({"editing": strange, "asked": strange})
    page.desk.settle()
    assert page.lines() == ["Later · 1", "One"]
    assert not page.view.editor.isVisible()


def test_ticking_another_while_one_is_edited_keeps_the_edit(page: Page, one: EntryId, two: EntryId) -> None:
    edit(page, one, ", half ty")
    tick(page, two)
    assert page.view.outcome.isVisible()
    page.type("She has it")
    page.press(RETURN)
    assert page.view.editor.text.hasFocus()
    page.type("ped")
    page.press(RETURN)
    assert kept(page, one).text == "One, half typed"
    assert kept(page, two).outcome_note == "She has it"


@pytest.mark.parametrize("key", [SPACE, Qt.Key.Key_C])
def test_leaving_the_line_leads_back_to_the_edit(page: Page, one: EntryId, two: EntryId, key: Qt.Key) -> None:
    edit(page, one, ", half ty")
    page.choose(two)
    page.press(key)
    page.press(ESCAPE)
    assert page.view.editor.text.text() == "One, half ty"
    assert page.view.editor.isVisible()
    page.press(ESCAPE)
    assert not page.view.editor.isVisible()
    assert page.view.list.hasFocus()


def test_an_edit_under_a_line_comes_back_after_a_lock_with_the_line(
    page: Page, one: EntryId, two: EntryId
) -> None:
    edit(page, one, ", half ty")
    tick(page, two)
    page.type("She has")
    lock(page)
    assert page.view.outcome.text.text() == "She has"
    page.view.outcome.text.setFocus()
    page.press(RETURN)
    assert page.view.editor.isVisible()
    assert page.view.editor.text.text() == "One, half ty"


@pytest.mark.parametrize("key", [Qt.Key.Key_X, Qt.Key.Key_Delete])
def test_dropping_or_deleting_another_leaves_the_edit_open(
    page: Page, one: EntryId, two: EntryId, key: Qt.Key
) -> None:
    edit(page, one, ", half ty")
    page.choose(two)
    page.press(key)
    assert page.view.editor.isVisible()
    assert page.view.editor.text.text() == "One, half ty"


def test_deleting_the_action_closes_its_edit(page: Page, one: EntryId) -> None:
    edit(page, one, ", half ty")
    page.choose(one)
    page.press(Qt.Key.Key_Delete)
    assert not page.view.editor.isVisible()


def test_an_edit_that_changed_nothing_gives_way(page: Page, one: EntryId, two: EntryId) -> None:
    edit(page, one)
    tick(page, two)
    page.press(ESCAPE)
    assert not page.view.editor.isVisible()
    assert page.view.list.hasFocus()


def test_opening_another_does_not_throw_a_half_edited_one_away(
    page: Page, one: EntryId, two: EntryId
) -> None:
    edit(page, one, ", half ty")
    page.choose(two)
    page.press(RETURN)
    assert page.view.editor.text.hasFocus()
    assert page.view.editor.text.text() == "One, half ty"
    assert any("not kept yet" in words for words in page.words())


def test_saving_an_edit_keeps_what_happened_to_the_action_meanwhile(page: Page, one: EntryId) -> None:
    edit(page, one, ", edited")
    page.choose(one)
    page.press(Qt.Key.Key_V)
    page.press(Qt.Key.Key_C)
    page.type("in 2 weeks")
    page.press(RETURN)
    tick(page, one)
    page.type("She has it")
    page.press(RETURN)
    page.press(RETURN)

    action = kept(page, one)
    assert action.text == "One, edited"
    assert (action.status, action.outcome_note) == (ActionStatus.DONE, "She has it")
    assert (action.due_on, action.visibility) == (date(2026, 3, 15), Visibility.PARTNER_OK)


def test_an_edit_of_a_closed_action_is_saved_when_they_are_folded_again(page: Page) -> None:
    done = page.write("Done", status=ActionStatus.DONE, closed_on=TODAY)
    page.reload()
    page.presenter.fold()
    page.desk.settle()
    page.choose(done)
    page.press(RETURN)
    page.type(" well")
    page.presenter.fold()
    page.desk.settle()
    page.press(RETURN)
    assert kept(page, done).text == "Done well"


def test_an_action_is_added_once_and_what_is_typed_before_the_answer_stays(page: Page) -> None:
    page.reload()
    page.view.catch_line.setFocus()
    page.type("Send the list")
    for _ in range(2):
        page.qtbot.keyClick(page.view.catch_line.line, RETURN)
    page.view.catch_line.set_text(page.view.catch_line.text() + "Call")
    page.desk.settle()
    assert [action.text for action in page.kept()] == ["Send the list"]
    assert page.view.typed() == "Call"
