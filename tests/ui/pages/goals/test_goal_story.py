"""What the story of a goal shows and takes, good and bad."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mentorjournal.model.action import Action
from mentorjournal.model.goal import CheckIn
from mentorjournal.model.ids import new_check_in_id, new_entry_id
from mentorjournal.model.session import Session
from mentorjournal.model.words import EntryKind, GoalStatus, MeasureKind, SessionStatus, SmartMark, Whose
from tests.ui.names import unnamed
from tests.ui.pages.goals.conftest import Outside, Page
from ui.pages.goals.draft import CheckInDraft, GoalDraft, StepDraft, read_number
from ui.widgets.buttons import Segments

RETURN = Qt.Key.Key_Return


def open_story(page: Page, **fields: object) -> None:
    id = page.write(**fields)  # type: ignore[arg-type]
    page.reload()
    page.presenter.show_goal(id)
    page.desk.settle()


def many_check_ins(page: Page, count: int = 500) -> None:
    """A goal with a check-in a day, opened."""
    id = page.write(measure=MeasureKind.PERCENT)

    def add() -> None:
        with page.opened.journal.together():
            for number in range(count):
                day = date(2024, 10, 1) + timedelta(number)
                one = CheckIn(
                    id=new_check_in_id(),
                    day=day,
                    value=float(number % 101),
                    what_moved_it=f"Step {number}",
                )
                page.opened.journal.goals.check_in(id, one)

    page.desk.do(add)
    page.reload()
    page.presenter.show_goal(id)
    page.desk.settle()


def test_five_hundred_check_ins_begin_with_the_newest_and_all_can_be_shown(page: Page) -> None:
    many_check_ins(page)
    rows = page.check_in_rows()
    assert len(rows) == 24
    assert rows[0].endswith("Step 499")
    page.focus("Show all 500")
    page.press(Qt.Key.Key_Space)
    assert len(page.check_in_rows()) == 500
    assert page.view.story.list.hasFocus()
    assert page.view.story.list.currentIndex().row() == 24


def test_the_chart_is_read_by_arrow_keys(page: Page) -> None:
    many_check_ins(page, 30)
    chart = page.view.story.chart
    chart.setFocus()
    page.press(Qt.Key.Key_Left)
    assert any("Step 29" in words for words in page.words())
    page.press(Qt.Key.Key_Left)
    assert any("Step 28" in words for words in page.words())
    page.press(Qt.Key.Key_Home)
    assert any("Step 0" in words and "0 %" in words for words in page.words())
    assert "Step 0" in chart.accessibleDescription()
    page.view.story.steps.title.setFocus()
    assert not any("Step 0" in words for words in page.words())


def test_a_check_in_from_a_session_takes_its_day(page: Page) -> None:
    held = Session(id=new_entry_id(), day=date(2026, 2, 1), status=SessionStatus.HELD, title="Second")
    page.desk.do(lambda: page.opened.journal.sessions.add(held))
    open_story(page)
    page.focus("From which session")
    page.press(Qt.Key.Key_Down)
    page.press(RETURN)

    (one,) = page.kept()[0].check_ins
    assert (one.session_id, one.day) == (held.id, date(2026, 2, 1))


def test_a_check_in_ahead_is_refused_in_place_and_keeps_every_word(page: Page, outside: Outside) -> None:
    open_story(page)
    draft = CheckInDraft(value=40.0, what_moved_it="Hoped for", confidence=4, day="tomorrow", together=True)
    page.view.type_check_in(draft)
    page.view.story.check_in.moved.setFocus()
    page.press(RETURN)

    assert page.kept()[0].check_ins == ()
    assert page.view.check_in_draft() == draft
    assert any("cannot lie ahead" in words for words in page.words())
    assert page.view.story.check_in.day.hasFocus()
    assert outside.problems == []


def test_a_level_says_its_own_words_while_it_is_chosen(page: Page) -> None:
    levels = ("I talk", "A story each", "One story", "They find it", "They ask")
    open_story(page, measure=MeasureKind.GAS, gas_levels=levels)
    page.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    page.press(Qt.Key.Key_Right)
    page.press(Qt.Key.Key_Right)
    assert "One story" in page.words()
    page.press(RETURN)
    assert page.kept()[0].check_ins[0].value == 0


def test_a_digit_chooses_on_a_scale_to_ten(page: Page) -> None:
    open_story(page, measure=MeasureKind.SCALE_0_10)
    page.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    for typed, value in (("7", 7.0), ("1", 1.0), ("0", 10.0)):
        page.type(typed)
        assert page.view.check_in_draft().value == value


def test_a_percent_is_pushed_along_the_slider(page: Page) -> None:
    open_story(page, measure=MeasureKind.PERCENT)
    page.focus("Value now, as a slider")
    for _ in range(3):
        page.press(Qt.Key.Key_Right)
    assert page.view.check_in_draft().value == 15.0


@pytest.mark.parametrize(
    ("draft", "sentence"),
    [
        (StepDraft(), "milestone is empty"),
        (StepDraft(title="Ask", due_on="31 Feb"), "not understood as a day"),
        (StepDraft(title="x" * 100_000), "too long"),
    ],
)
def test_a_milestone_that_cannot_be_is_said_in_place(page: Page, draft: StepDraft, sentence: str) -> None:
    open_story(page)
    steps = page.view.story.steps
    steps.title.setText(draft.title)
    steps.title.setFocus()
    page.presenter.way.add_step(draft)
    page.desk.settle()
    assert any(sentence in words for words in page.words())
    assert steps.title.text() == draft.title
    assert page.kept()[0].milestones == ()


def test_evidence_is_added_and_deleted_as_acts(page: Page, outside: Outside) -> None:
    open_story(page)
    page.focus("Evidence")
    page.press(RETURN)
    assert any("line is empty" in words for words in page.words())
    page.type("A mail from the group leader")
    page.press(RETURN)
    assert page.kept()[0].evidence == ("A mail from the group leader",)
    page.focus("Delete this line")
    page.press(Qt.Key.Key_Space)
    assert page.kept()[0].evidence == ()
    assert [change.label for change in outside.changes] == ["Add evidence", "Delete evidence"]


def test_what_names_the_goal_is_listed_and_opens(page: Page, outside: Outside) -> None:
    id = page.write()
    action = Action(id=new_entry_id(), day=date(2026, 2, 1), text="Send the slides", goal_id=id)
    page.desk.do(lambda: page.opened.journal.actions.add(action))
    page.reload()
    page.presenter.show_goal(id)
    page.desk.settle()
    page.focus("Send the slides")
    page.press(Qt.Key.Key_Space)
    assert outside.shown == [(EntryKind.ACTION, action.id)]


def test_what_it_has_been_stands_in_dated_lines(page: Page) -> None:
    open_story(page)
    page.presenter.settle(GoalStatus.LET_GO, "Another way was found")
    page.desk.settle()
    words = page.words()
    assert "Let go" in words
    assert "Another way was found" in words


def test_a_mentors_own_goals_stand_apart(page: Page) -> None:
    page.write("Theirs")
    page.reload()
    assert "What I am learning as mentor" not in page.words()
    page.write("Mine", whose=Whose.MINE_AS_MENTOR, target_on=date(2026, 3, 2))
    page.reload()
    words = page.words()
    parts = [
        words.index(one) for one in ("Your mentee's goals", "Theirs", "What I am learning as mentor", "Mine")
    ]
    assert parts == sorted(parts)


def test_four_goals_each_are_not_too_many(page: Page) -> None:
    for number in range(4):
        page.write(f"Theirs {number}")
        page.write(f"Mine {number}", whose=Whose.MINE_AS_MENTOR)
    page.reload()
    assert not any("leave room" in words for words in page.words())


def test_a_new_goal_asks_for_the_statement_alone(page: Page) -> None:
    page.presenter.new_goal()
    fields = [field for field in page.view.form.findChildren(Segments) if field.isVisible()]
    assert fields == []
    assert "percent" in page.words()  # what the folded parts hold is said beside them


def test_a_refusal_unfolds_what_it_is_about(page: Page) -> None:
    page.presenter.new_goal()
    page.type("Speak first")
    page.focus("From when to when, folded")
    page.press(Qt.Key.Key_Space)
    page.focus("Target date")
    page.type("when it is done")
    page.press(Qt.Key.Key_Backtab)
    page.press(Qt.Key.Key_Backtab)
    page.press(Qt.Key.Key_Space)  # folded again
    page.press(RETURN, Qt.KeyboardModifier.ControlModifier)

    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Target date"
    assert focused.property("wrong")
    draft = page.view.form_draft()
    assert draft is not None
    assert (draft.draft.title, draft.draft.target_on) == ("Speak first", "when it is done")


def test_dates_out_of_order_are_said_in_place(page: Page) -> None:
    page.presenter.new_goal()
    draft = GoalDraft(title="x", start_on="2026-05-01", target_on="2026-04-01")
    page.presenter.save(draft, None)
    page.desk.settle()
    assert any("ends before it begins" in words for words in page.words())
    assert page.kept() == []


def test_a_hundred_thousand_characters_are_refused_and_kept(page: Page) -> None:
    page.presenter.new_goal()
    long = "word " * 20_000
    page.view.form.title.setText(long)
    page.press(RETURN)
    assert any("at most 120" in words.lower() for words in page.words())
    assert page.view.form.title.text() == long


def test_smart_questions_only_ask(page: Page) -> None:
    marks = (SmartMark.YES, SmartMark.NO, SmartMark.NOT_APPLICABLE, None, SmartMark.YES)
    page.presenter.new_goal()
    page.presenter.save(GoalDraft(title="Speak first", smart=marks), None)
    page.desk.settle()
    assert page.kept()[0].smart == marks
    assert "Still open: measurable, relevant." in page.words()


def test_a_quiet_way_leads_to_what_the_goal_does_not_say_yet(page: Page) -> None:
    open_story(page)
    page.focus("Choose a target day")
    page.press(Qt.Key.Key_Space)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Target date"


def test_a_half_typed_check_in_comes_back_whole(page: Page) -> None:
    open_story(page)
    draft = CheckInDraft(value=40.0, what_moved_it="half a", confidence=3, day="yesterday", together=True)
    page.view.type_check_in(draft)
    place = page.presenter.place()
    page.reload()
    page.presenter.restore(place)
    page.desk.settle()
    assert page.view.check_in_draft() == draft


def test_a_form_with_everything_in_it_comes_back_whole(page: Page) -> None:
    draft = GoalDraft(
        title="Speak first",
        measure=MeasureKind.GAS,
        gas_levels=("a", "b", "c", "d", "e"),
        start_on="today",
        support_needed="A friendly face",
        smart=(SmartMark.YES, None, None, SmartMark.NO, None),
    )
    page.presenter.new_goal()
    page.presenter.save(draft, None)
    page.desk.settle()
    page.presenter.edit()
    place = page.presenter.place()
    page.reload()
    page.presenter.restore(place)
    page.desk.settle()
    shown = page.view.form_draft()
    assert shown is not None
    assert (shown.draft.gas_levels, shown.draft.smart) == (draft.gas_levels, draft.smart)
    assert (shown.draft.start_on, shown.draft.support_needed) == ("2026-03-01", "A friendly face")


def test_every_control_of_a_full_story_has_a_name(page: Page) -> None:
    many_check_ins(page, 3)
    id = page.kept()[0].id
    page.desk.do(lambda: page.opened.journal.goals.add_milestone(id, "One"))
    page.desk.do(lambda: page.opened.journal.goals.add_evidence(id, "A mail"))
    page.reload()
    page.presenter.show_goal(id)
    page.desk.settle()
    assert unnamed(page.view) == []


def test_numbers_are_read_as_people_type_them() -> None:
    said = {
        "40": 40.0,
        "2,5": 2.5,
        "40 %": 40.0,
        "1,250,000": 1_250_000.0,
        "1 250": 1250.0,
        "−2": -2.0,
        "": None,
    }
    assert {text: read_number(text, "The start") for text in said} == said
