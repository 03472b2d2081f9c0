"""What was half typed comes back after a lock, and in the journal it was typed in."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from mentorjournal.model.action import Action
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.words import GoalStatus
from tests.ui.pages.acting import TODAY, Desk
from tests.ui.pages.goals.conftest import Page
from ui.pages.goals.draft import CheckInDraft, StepDraft

RETURN = Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def goal(page: Page) -> EntryId:
    """A goal whose story is open."""
    id = page.write()
    page.reload()
    page.presenter.show_goal(id)
    page.desk.settle()
    return id


def type_all_lines(page: Page) -> None:
    page.focus("Milestone")
    page.type("Sit in on o")
    page.focus("Due day of the milestone")
    page.type("on friday")
    page.focus("Evidence")
    page.type("A mail fr")
    page.presenter.choose_status(GoalStatus.LET_GO)
    page.type("Another w")


def lock(page: Page) -> None:
    """Close the journal and open it again at the place that was kept as JSON."""
    place = json.loads(json.dumps(page.presenter.place()))
    page.presenter.close()
    page.presenter.open(page.opened)
    page.presenter.restore(place)
    page.desk.settle()


def test_every_line_of_the_story_comes_back(page: Page, goal: EntryId) -> None:
    type_all_lines(page)
    lock(page)
    page.focus("Milestone")
    page.press(RETURN)
    page.focus("Evidence")
    page.press(RETURN)
    page.view.story.closing.note.setFocus()
    page.press(RETURN)

    (kept,) = page.kept()
    assert [(step.title, step.due_on) for step in kept.milestones] == [("Sit in on o", date(2026, 3, 6))]
    assert kept.evidence == ("A mail fr",)
    assert (kept.status, kept.closing_note) == (GoalStatus.LET_GO, "Another w")


def test_another_journal_sees_none_of_the_lines(page: Page, desk: Desk, goal: EntryId) -> None:
    type_all_lines(page)
    page.open(desk.begin())
    assert page.view.lines_typed().is_untouched
    assert page.view.story.closing.isHidden()


def test_a_milestone_being_changed_comes_back_as_a_change(page: Page, goal: EntryId) -> None:
    page.desk.do(lambda: page.opened.journal.goals.add_milestone(goal, "One"))
    page.reload()
    page.presenter.show_goal(goal)
    page.desk.settle()
    page.view.story.steps.list.setFocus()
    page.press(Qt.Key.Key_Space)
    page.press(Qt.Key.Key_F2)
    page.type("First")
    lock(page)
    day = page.focus("Day it was reached")
    page.press(Qt.Key.Key_A, CONTROL)
    page.type("2026-02-03")
    page.press(RETURN)
    (step,) = page.kept()[0].milestones
    assert (step.title, step.reached_on) == ("First", date(2026, 2, 3))
    assert not day.isVisible()


def test_the_words_of_a_milestone_that_is_gone_stay_as_a_new_one(page: Page, goal: EntryId) -> None:
    page.desk.do(lambda: page.opened.journal.goals.add_milestone(goal, "One"))
    page.reload()
    page.presenter.show_goal(goal)
    page.desk.settle()
    page.view.story.steps.list.setFocus()
    page.press(Qt.Key.Key_F2)
    page.type("First")
    place = page.presenter.place()
    step = page.kept()[0].milestones[0].id
    page.desk.do(lambda: page.opened.journal.goals.remove_milestone(goal, step))
    page.reload()
    page.presenter.restore(place)
    page.desk.settle()
    lines = page.view.lines_typed()
    assert (lines.step, lines.changing) == (StepDraft(title="First"), None)


def test_what_was_typed_in_the_story_outlasts_an_open_form(page: Page, goal: EntryId) -> None:
    page.view.type_check_in(CheckInDraft(value=0.0, what_moved_it="half a thou"))
    page.focus("Evidence")
    page.type("A mail fr")
    page.presenter.edit()
    page.type(", and more")
    lock(page)
    assert page.view.currentWidget() is page.view.form
    page.presenter.leave_form()
    assert page.view.check_in_draft().what_moved_it == "half a thou"
    assert page.view.lines_typed().evidence == "A mail fr"


def test_what_belongs_to_the_goal_stands_there_again(page: Page, goal: EntryId) -> None:
    action = Action(id=new_entry_id(), day=TODAY, text="Send the slides", goal_id=goal)
    page.desk.do(lambda: page.opened.journal.actions.add(action))
    lock(page)
    assert page.linked() == ["Send the slides"]


@pytest.mark.parametrize("strange", [None, 3, "words", [], {"status": "abandoned"}, {"title": 3}])
def test_a_strange_place_is_no_stumbling_block(page: Page, goal: EntryId, strange: object) -> None:
    place = {**page.presenter.place(), "step": strange, "evidence": strange, "closing": strange}
    page.reload()
    page.presenter.restore(place)
    page.desk.settle()
    assert page.view.currentWidget() is page.view.story
    assert page.view.story.closing.isHidden()


def test_a_new_goal_half_typed_waits_while_another_is_looked_up(page: Page) -> None:
    found = page.write("Found by search")
    page.reload()
    page.presenter.new_goal()
    page.type("Speak fi")
    page.presenter.show_goal(found)
    page.desk.settle()
    assert page.view.currentWidget() is page.view.story

    page.presenter.new_goal()
    page.type("rst")
    page.press(RETURN)
    assert {one.title for one in page.kept()} == {"Found by search", "Speak first"}
    page.presenter.new_goal()
    assert page.view.form.title.text() == ""


def test_a_goal_half_changed_waits_too_and_its_status_is_the_one_it_has_by_then(
    page: Page, goal: EntryId
) -> None:
    found = page.write("Found by search")
    page.reload()
    page.presenter.show_goal(goal)
    page.presenter.edit()
    page.view.form.title.setText("Speak fi")
    page.presenter.show_goal(found)
    page.desk.settle()
    page.presenter.edit()
    assert page.view.form.title.text() == "Found by search"
    page.presenter.show_goal(goal)
    page.presenter.choose_status(GoalStatus.ON_HOLD)
    page.desk.settle()
    page.presenter.edit()
    page.type("rst")
    page.press(RETURN)
    kept = next(one for one in page.kept() if one.id == goal)
    assert (kept.title, kept.status) == ("Speak first", GoalStatus.ON_HOLD)


def test_a_form_that_waits_comes_back_after_a_lock_and_never_in_another_journal(
    page: Page, desk: Desk, goal: EntryId
) -> None:
    page.presenter.new_goal()
    page.type("Speak fi")
    page.presenter.show_goal(goal)
    lock(page)
    assert page.view.currentWidget() is page.view.story
    place = page.presenter.place()
    first = page.opened
    page.open(desk.begin())
    page.presenter.new_goal()
    assert page.view.form.title.text() == ""
    page.open(first)
    page.presenter.restore(place)
    page.desk.settle()
    page.presenter.new_goal()
    assert page.view.form.title.text() == "Speak fi"


def test_a_form_that_was_cancelled_or_never_changed_does_not_wait(page: Page, goal: EntryId) -> None:
    page.presenter.new_goal()
    page.type("Speak fi")
    page.press(Qt.Key.Key_Escape)
    page.presenter.new_goal()
    assert page.view.form.title.text() == ""
    page.presenter.leave_form()
    page.presenter.show_goal(goal)
    page.presenter.edit()
    page.presenter.show_goal(goal)
    page.desk.do(
        lambda: page.opened.journal.goals.write(replace(page.opened.journal.goals.get(goal), title="Renamed"))
    )
    page.presenter.refresh(Change(label="", touched=frozenset({goal})))
    page.desk.settle()
    page.presenter.edit()
    assert page.view.form.title.text() == "Renamed"


@pytest.mark.parametrize("strange", [None, 3, [None], [{}], [{"form": 3}], {"form": {}}])
def test_strange_forms_that_waited_are_left_out(page: Page, goal: EntryId, strange: object) -> None:
    place = {**page.presenter.place(), "aside": strange}
    page.reload()
    page.presenter.restore(place)
    page.desk.settle()
    page.presenter.edit()
    assert page.view.form.title.text() == "Speak first"
