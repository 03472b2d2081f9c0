from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mentorjournal.model.blocks import Block, BlockKind, Span, from_plain
from mentorjournal.model.goal import Goal
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.session import Session
from mentorjournal.model.words import GoalStatus, MeasureKind, Role, SessionStatus, Visibility, Whose
from tests.ui.names import unnamed
from tests.ui.pages.acting import TODAY, Desk
from tests.ui.pages.goals.conftest import Outside, Page
from ui.pages.goals.cards import GoalCard
from ui.pages.goals.contract import CARDS
from ui.pages.goals.draft import CheckInDraft, GoalDraft


def test_a_goal_is_written_by_keyboard_alone(page: Page, outside: Outside) -> None:
    page.view.setFocus()
    page.press(Qt.Key.Key_N)
    page.type("Lead the review")
    page.press(Qt.Key.Key_Tab)
    page.press(Qt.Key.Key_Space)
    page.press(Qt.Key.Key_Tab)
    page.type("I want to be heard")
    page.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    (goal,) = page.kept()
    assert goal.title == "Lead the review"
    assert goal.why == from_plain("I want to be heard")
    assert goal.whose is Whose.MENTEE
    assert goal.visibility is Visibility.PRIVATE
    assert [change.label for change in outside.changes] == ["Add goal"]


@pytest.mark.parametrize(
    ("draft", "sentence"),
    [
        (GoalDraft(), "needs a title"),
        (GoalDraft(title="x", baseline="many"), "must be a number"),
        (GoalDraft(title="x", target="400"), "from 0 to 100"),
        (GoalDraft(title="x", target_on="31 Feb"), "The target date"),
        (GoalDraft(title="x" * 121), "too long"),
    ],
)
def test_what_does_not_fit_is_said_in_place_and_the_form_keeps_every_word(
    page: Page, outside: Outside, draft: GoalDraft, sentence: str
) -> None:
    page.presenter.new_goal()
    page.presenter.save(draft, None)
    page.desk.settle()

    assert any(sentence in words for words in page.words())
    assert page.view.currentWidget() is page.view.form
    assert page.kept() == []
    assert outside.problems == []


def test_a_number_may_be_typed_with_a_comma_and_a_day_in_words(page: Page) -> None:
    page.presenter.new_goal()
    page.presenter.save(
        GoalDraft(
            title="Talks",
            measure=MeasureKind.METRIC,
            unit="talks",
            target="2,5",
            target_on="end of month",
        ),
        None,
    )
    page.desk.settle()

    (goal,) = page.kept()
    assert (goal.target, goal.target_on) == (2.5, date(2026, 3, 31))


def test_an_untouched_why_keeps_its_form(page: Page) -> None:
    why = (Block(kind=BlockKind.HEADING_1, spans=(Span("Because", bold=True),)),)
    id = page.write(why=why)
    page.reload()
    page.presenter.show_goal(id)
    page.presenter.edit()
    page.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert page.kept()[0].why == why


def test_the_card_says_start_now_target_and_what_moved_it_last(page: Page) -> None:
    id = page.write(measure=MeasureKind.SCALE_0_10, baseline=2.0, target=8.0)
    page.check_in(id, date(2026, 2, 1), 5, "Asked the first question")
    page.reload()

    (card,) = page.cards()
    said = card.accessibleName()
    assert "start 2 of 10, now 5 of 10, target 8 of 10" in said
    assert "Asked the first question" in said
    assert "Asked the first question" in page.words()


def test_more_than_four_active_goals_get_one_gentle_line(page: Page) -> None:
    for number in range(4):
        page.write(f"Goal {number}")
    page.reload()
    assert not any("leave room" in words for words in page.words())

    page.write("One more")
    page.reload()
    assert any(words.startswith("5 goals are active.") for words in page.words())


def test_no_more_than_fifty_cards_stand_at_once(page: Page) -> None:
    def many() -> None:
        with page.opened.journal.together():
            for number in range(CARDS + 3):
                goal = Goal(id=new_entry_id(), day=TODAY, title=f"Goal {number}", status=GoalStatus.IDEA)
                page.opened.journal.goals.add(goal)

    page.desk.do(many)
    page.reload()
    assert len(page.cards()) == CARDS
    page.presenter.show_page(True)
    assert len(page.cards()) == 3
    page.presenter.show_page(False)
    assert len(page.cards()) == CARDS


def test_enter_opens_the_story_and_escape_comes_back_to_the_card(page: Page) -> None:
    page.write("First")
    page.write("Second")
    page.reload()
    page.cards()[0].setFocus()
    page.press(Qt.Key.Key_Down)
    second = page.cards()[1]
    assert second.hasFocus()
    page.press(Qt.Key.Key_Return)
    assert page.view.currentWidget() is page.view.story

    page.press(Qt.Key.Key_Escape)
    focused = QApplication.focusWidget()
    assert isinstance(focused, GoalCard)
    assert focused.id == second.id


def test_a_check_in_is_one_gesture_and_moves_an_agreed_goal_on(page: Page, outside: Outside) -> None:
    id = page.write(measure=MeasureKind.PERCENT)
    page.reload()
    page.cards()[0].setFocus()
    page.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    page.type("40")
    page.view.story.check_in.moved.setFocus()
    page.type("Blocked the mornings")
    page.press(Qt.Key.Key_Return)

    (goal,) = page.kept()
    (one,) = goal.check_ins
    assert (one.value, one.what_moved_it, one.day) == (40.0, "Blocked the mornings", TODAY)
    assert goal.status is GoalStatus.IN_PROGRESS
    assert outside.changes[-1].touched == {id}
    assert page.view.check_in_draft().what_moved_it == ""


def test_check_ins_only_add(page: Page) -> None:
    id = page.write(measure=MeasureKind.SCALE_0_10)
    page.check_in(id, date(2026, 2, 1), 7, "Too hopeful")
    page.reload()
    page.presenter.show_goal(id)
    page.presenter.check_in(CheckInDraft(value=5.0, what_moved_it="Rather five", day="2026-02-01"))
    page.desk.settle()

    assert [one.value for one in page.kept()[0].check_ins] == [7.0, 5.0]
    assert [row.split(", ")[2] for row in page.check_in_rows()] == ["Rather five", "Too hopeful"]


def test_a_check_in_that_is_too_long_stays_in_the_field(page: Page) -> None:
    id = page.write()
    page.reload()
    page.presenter.show_goal(id)
    page.view.story.check_in.moved.setText("x" * 281)
    page.view.story.check_in.moved.setFocus()
    page.press(Qt.Key.Key_Return)

    assert page.kept()[0].check_ins == ()
    assert page.view.check_in_draft().what_moved_it == "x" * 281
    assert any("at most 280" in words for words in page.words())


@pytest.mark.parametrize("measure", list(MeasureKind))
def test_every_measure_can_be_checked_in(page: Page, measure: MeasureKind) -> None:
    id = page.write(measure=measure)
    page.reload()
    page.presenter.show_goal(id)
    page.view.story.check_in.moved.setFocus()
    page.type("Something moved")
    page.press(Qt.Key.Key_Return)

    assert len(page.kept()[0].check_ins) == 1


def test_ending_a_goal_asks_for_its_last_words(page: Page, outside: Outside) -> None:
    id = page.write()
    page.reload()
    page.presenter.show_goal(id)
    page.presenter.choose_status(GoalStatus.ACHIEVED)
    assert page.kept()[0].status is GoalStatus.AGREED
    page.type("It stays with me")
    page.press(Qt.Key.Key_Return)

    (goal,) = page.kept()
    assert (goal.status, goal.closing_note) == (GoalStatus.ACHIEVED, "It stays with me")
    page.presenter.choose_status(GoalStatus.ON_HOLD)
    page.desk.settle()
    assert page.kept()[0].status is GoalStatus.ON_HOLD


def test_the_chart_marks_the_sessions(page: Page) -> None:
    id = page.write(measure=MeasureKind.SCALE_0_10)
    page.check_in(id, date(2026, 2, 20), 5)
    held = Session(id=new_entry_id(), day=date(2026, 2, 1), status=SessionStatus.HELD)
    page.desk.do(lambda: page.opened.journal.sessions.add(held))
    page.reload()
    page.presenter.show_goal(id)

    assert page.view.story.chart.isVisible()
    assert "from 0 of 10 to 5 of 10" in page.view.story.chart.accessibleName()


def test_delete_leads_back_to_the_cards_and_can_be_undone(page: Page, outside: Outside) -> None:
    id = page.write()
    page.check_in(id, date(2026, 2, 1), 30, "A start")
    page.reload()
    before = page.kept()
    page.presenter.show_goal(id)
    page.view.story.delete.click()
    page.desk.settle()
    assert page.kept() == []
    assert page.view.currentWidget() not in (page.view.story, page.view.form)

    undo = outside.changes[-1].undo
    assert undo is not None
    page.presenter.refresh(page.desk.do(undo))
    page.desk.settle()
    assert page.kept() == before
    assert len(page.cards()) == 1


def test_a_half_typed_form_and_check_in_come_back_after_a_lock(page: Page) -> None:
    id = page.write()
    page.reload()
    page.presenter.show_goal(id)
    page.view.story.check_in.moved.setText("half a thou")
    place = page.presenter.place()
    page.presenter.close()
    assert page.view.check_in_draft().what_moved_it == ""
    page.presenter.open(page.opened)
    page.presenter.restore(place)
    page.desk.settle()
    assert page.view.check_in_draft().what_moved_it == "half a thou"

    page.presenter.edit()
    page.view.form.title.setText("A new title, not yet ke")
    place = page.presenter.place()
    page.reload()
    page.presenter.restore(place)
    page.desk.settle()
    page.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.kept()[0].title == "A new title, not yet ke"


def test_refresh_leaves_a_form_alone(page: Page, outside: Outside) -> None:
    page.presenter.new_goal()
    page.type("Being typed")
    id = page.write("From elsewhere")
    page.presenter.refresh(page.desk.do(lambda: page.opened.journal.goals.remove(id)))
    page.desk.settle()
    draft = page.view.form_draft()
    assert draft is not None
    assert draft.draft.title == "Being typed"


def test_only_a_mentor_says_whose_goal_it_is(page: Page, desk: Desk) -> None:
    id = page.write()
    page.reload()
    page.presenter.show_goal(id)
    page.presenter.edit()
    assert page.view.form.whose.isVisible()
    page.open(desk.begin(Role.MENTEE))
    id = page.write()
    page.reload()
    page.presenter.show_goal(id)
    page.presenter.edit()
    assert not page.view.form.whose.isVisible()


def test_every_control_has_a_name(page: Page) -> None:
    assert unnamed(page.view) == []
    id = page.write(measure=MeasureKind.SCALE_0_10)
    page.check_in(id, date(2026, 2, 1), 4)
    page.reload()
    assert unnamed(page.view) == []
    page.presenter.show_goal(id)
    assert unnamed(page.view) == []
    page.presenter.choose_status(GoalStatus.LET_GO)
    assert unnamed(page.view) == []
    page.presenter.edit()
    assert unnamed(page.view) == []
