"""Questions beside the text: offered with a reason, one at a time or all, walked through by keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.model.blocks import from_plain, to_plain
from mentorjournal.model.goal import Goal
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.reflection import Answer, LearningPoint, Reflection
from mentorjournal.model.session import Session
from mentorjournal.model.words import EntryKind, Role, Visibility
from mentorjournal.own_questions import (
    HIDDEN,
    NOTHING,
    OwnQuestions,
    Which,
    with_own_set,
    with_set_shown,
    with_wording,
)
from mentorjournal.own_questions import new_set as own_set
from mentorjournal.prompts import PromptSet, prompt_set
from mentorjournal.question_data import SETTING, to_setting
from tests.ui.pages.stage import NOW, File, Opened, Stage
from ui.question_sets import ONE_AT_A_TIME

DAY = NOW.date()
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def shipped(set_id: str) -> PromptSet:
    found = prompt_set(set_id)
    assert found is not None
    return found


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def kept(stage: Stage, opened: Opened) -> list[Reflection]:
    stage.reflection.flush()
    found = stage.read(opened.journal.reflections.all)
    assert isinstance(found, list)
    return found


def begin(stage: Stage) -> None:
    stage.timeline.new_entry()
    stage.settle()
    QApplication.processEvents()


def test_an_empty_page_offers_one_question_and_says_why(stage: Stage, opened: Opened) -> None:
    session = Session(id=new_entry_id(), day=date(2026, 12, 7))
    stage.read(lambda: opened.journal.sessions.add(session))
    begin(stage)

    words, why = stage.reflection_view.offer.words()
    assert why == "You meet on Monday, and nothing is on the agenda yet."
    assert words.endswith("?")
    assert not stage.reflection_view.offer.isHidden()


def test_the_offered_question_is_answered_with_a_key_and_is_about_what_brought_it(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    session = Session(id=new_entry_id(), day=date(2026, 12, 7), title="The interview")
    stage.read(lambda: opened.journal.sessions.add(session))
    begin(stage)
    view = stage.reflection_view
    words, _ = view.offer.words()
    qtbot.keyClick(view.text, Qt.Key.Key_Right, ALT)
    qtbot.keyClicks(focus(), "A plan")

    (value,) = kept(stage, opened)
    assert [(answer.prompt_text, to_plain(answer.text)) for answer in value.answers] == [(words, "A plan")]
    assert value.session_id == session.id
    assert "The interview" in view.about.link_button.text()
    assert view.offer.isHidden()


def test_another_question_can_be_asked_for_or_none(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    begin(stage)
    view = stage.reflection_view
    first = view.offer.words()
    view.text.setFocus()
    qtbot.keyClick(focus(), Qt.Key.Key_Tab)
    assert focus() is view.offer.answer_button
    qtbot.keyClick(focus(), Qt.Key.Key_Tab)
    qtbot.keyClick(focus(), Qt.Key.Key_Space)
    assert view.offer.words() != first
    qtbot.keyClick(focus(), Qt.Key.Key_Tab)
    qtbot.keyClick(focus(), Qt.Key.Key_Space)

    assert view.offer.isHidden()
    assert focus() is view.text


def test_a_page_that_has_words_is_offered_nothing(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    begin(stage)
    qtbot.keyClicks(stage.reflection_view.text, "I know what I want to say.")
    kept(stage, opened)

    assert stage.reflection_view.offer.isHidden()


def test_what_was_answered_is_not_offered_on_the_next_page(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    begin(stage)
    view = stage.reflection_view
    first, _ = view.offer.words()
    qtbot.keyClick(view.text, Qt.Key.Key_Right, ALT)
    qtbot.keyClicks(focus(), "Answered")
    kept(stage, opened)
    begin(stage)

    assert view.offer.words()[0] != first


def test_the_whole_way_by_keyboard(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    """Reflect, choose a set, answer three questions one at a time, learn from it, bring it back."""
    begin(stage)
    view = stage.reflection_view
    view.questions_button.setFocus()
    qtbot.keyClick(view.questions_button, Qt.Key.Key_Space)
    view.questions.chooser.setFocus()
    while view.questions.chooser.currentText() != "What? So what? Now what?":
        qtbot.keyClick(view.questions.chooser, Qt.Key.Key_Down)
    assert view.questions.shown_set() == "what_so_what"
    stage.reflection.write_freely()
    for words in ("We met late.", "I had not slept.", "She noticed."):
        qtbot.keyClick(focus(), Qt.Key.Key_Right, ALT)
        qtbot.keyClicks(focus(), words)
    qtbot.keyClick(focus(), Qt.Key.Key_Left, ALT)
    qtbot.keyClick(focus(), Qt.Key.Key_End)
    qtbot.keyClicks(focus(), " Again.")
    qtbot.keyClick(focus(), Qt.Key.Key_A, CTRL)
    qtbot.keyClick(focus(), Qt.Key.Key_L, CTRL | SHIFT)
    assert view.learning.words.text() == "I had not slept. Again."
    qtbot.keyClicks(focus(), " Move early meetings.")
    qtbot.keyClick(focus(), Qt.Key.Key_Tab)
    qtbot.keyClick(focus(), Qt.Key.Key_Down)
    for _ in range(2):
        qtbot.keyClick(focus(), Qt.Key.Key_Tab)
    qtbot.keyClick(focus(), Qt.Key.Key_Space)
    stage.settle()
    assert to_plain(view.answers.editors()[1].document_value()) == "I had not slept. Again."
    assert focus() is view.answers.editors()[1]
    qtbot.keyClick(focus(), Qt.Key.Key_B, CTRL | SHIFT)
    qtbot.keyClicks(focus(), "in 3 months")
    qtbot.keyClick(focus(), Qt.Key.Key_Return)
    stage.settle()

    (value,) = kept(stage, opened)
    questions = [q for step in shipped("what_so_what").steps for q in step.mentor]
    assert [answer.prompt_text for answer in value.answers] == questions[:3]
    assert value.framework_id == "what_so_what"
    assert value.revisit_on == date(2027, 3, 3)
    points = stage.read(opened.journal.learning_points.all)
    assert isinstance(points, list) and isinstance(points[0], LearningPoint)
    assert points[0].text == "I had not slept. Again. Move early meetings."
    assert points[0].visibility is Visibility.PARTNER_OK
    assert points[0].from_reflection_id == value.id
    assert [c.label for c in stage.changes if c.undo] == ["Add learning point", "Bring reflection back"]


def test_a_question_passed_over_leaves_nothing_behind(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    begin(stage)
    stage.reflection.write_freely()
    for _ in range(3):
        qtbot.keyClick(focus(), Qt.Key.Key_PageDown, CTRL)
    qtbot.keyClicks(focus(), "Third")
    qtbot.keyClick(focus(), Qt.Key.Key_PageUp, CTRL)
    qtbot.keyClick(focus(), Qt.Key.Key_PageDown, CTRL)

    (value,) = kept(stage, opened)
    assert [to_plain(answer.text) for answer in value.answers] == ["Third"]
    assert focus() is stage.reflection_view.answers.editors()[0]


def test_one_or_all_is_remembered(stage: Stage, opened: Opened) -> None:
    view = stage.reflection_view
    begin(stage)
    assert view.questions.way.value() is True
    view.questions.way.set_value(False)
    view.questions.way.chosen.emit(False)
    stage.settle()

    assert stage.kept.setting(ONE_AT_A_TIME) is False
    assert not view.questions.one.isVisibleTo(view.questions)


def test_what_stands_there_already_is_not_built_anew(stage: Stage, opened: Opened) -> None:
    begin(stage)
    questions = stage.reflection_view.questions
    questions.show_one_at_a_time(False)
    before = list(questions.all_questions())
    questions.show_one_at_a_time(False)
    assert before and list(map(id, questions.all_questions())) == list(map(id, before))


def test_all_questions_of_the_right_side_are_shown_and_answered_ones_say_so(
    qtbot: QtBot, stage: Stage, file: File
) -> None:
    file.relationship = replace(file.relationship, my_role=Role.MENTEE)
    mentee = stage.read(file.open)
    assert isinstance(mentee, Opened)
    stage.timeline.open(mentee)
    stage.settle()
    begin(stage)
    view = stage.reflection_view
    view.questions.show_one_at_a_time(False)
    view.questions_button.click()
    shown = view.questions.all_questions()
    assert [q.text() for q in shown] == [q for step in shipped("what_so_what").steps for q in step.mentee]

    qtbot.mouseClick(shown[4], Qt.MouseButton.LeftButton)
    assert shown[4].accessibleDescription() == "Answered; go to the answer"
    qtbot.keyClicks(focus(), "So")
    (value,) = kept(stage, mentee)
    assert value.answers[0].prompt_text == shown[4].text()


def test_an_answer_keeps_its_wording_when_the_set_is_changed_or_the_role_is_another(
    stage: Stage, opened: Opened
) -> None:
    asked = shipped("gibbs").steps[0].mentor[0]
    foreign = shipped("gibbs").steps[0].mentee[0]
    answers = tuple(
        Answer(step_id="description", prompt_text=words, text=from_plain("Said"))
        for words in (asked, foreign, "A question that nobody asks any more?")
    )
    value = Reflection(id=new_entry_id(), day=DAY, framework_id="gibbs", answers=answers)
    stage.read(lambda: opened.journal.reflections.add(value))
    which = Which(set_id="gibbs", step_id="description", side="mentor", wording=asked)

    def edit(own: OwnQuestions) -> OwnQuestions:
        return with_set_shown(with_wording(own, which, HIDDEN), "gibbs", False)

    stage.questions.edit("Hide", edit, done=stage.changed, failed=stage.problem)
    stage.timeline.open_entry(EntryKind.REFLECTION, value.id)
    stage.settle()
    stage.reflection_view.text.insertPlainText("More")

    (found,) = kept(stage, opened)
    assert found.answers == answers
    assert [a.prompt_text for a in stage.reflection_view.answers.values()] == [a.prompt_text for a in answers]


def test_sets_changed_elsewhere_are_offered_at_once_and_undone_at_once(stage: Stage, opened: Opened) -> None:
    begin(stage)
    chooser = stage.reflection_view.questions.chooser
    mine = own_set("Before I say yes")
    mine = replace(mine, steps=(replace(mine.steps[0], mentor=("Whose wish is it?",)),))
    stage.questions.edit("Add", lambda own: with_own_set(own, mine), done=stage.changed, failed=stage.problem)
    stage.settle()
    QApplication.processEvents()
    assert chooser.itemText(chooser.count() - 1) == "Before I say yes"
    assert stage.kept.setting(SETTING) == to_setting(with_own_set(NOTHING, mine))

    stage.undo()
    stage.settle()
    QApplication.processEvents()
    assert chooser.itemText(chooser.count() - 1) != "Before I say yes"


def test_a_wrong_day_is_said_so_and_kept_as_typed(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    begin(stage)
    view = stage.reflection_view
    for words in ("in three moons", "yesterday"):
        view.returns.begin()
        qtbot.keyClicks(view.returns.field, words)
        qtbot.keyClick(view.returns.field, Qt.Key.Key_Return)
        assert view.returns.field.text() == words
        assert view.returns.asking()


def test_a_day_chosen_on_an_empty_page_is_kept_with_the_first_word(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    begin(stage)
    stage.reflection.bring_back_on("tomorrow")
    stage.settle()
    assert kept(stage, opened) == []
    qtbot.keyClicks(stage.reflection_view.text, "Word")

    (value,) = kept(stage, opened)
    assert value.revisit_on == DAY + timedelta(days=1)
    assert "4 Dec 2026" in stage.reflection_view.returns.button.text()


def test_a_selection_longer_than_a_learning_point_waits_to_be_shortened(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    begin(stage)
    view = stage.reflection_view
    view.text.insertPlainText("word " * 80)
    view.text.selectAll()
    assert view.learning_button.text() == "Make it a learning point"
    qtbot.keyClick(view.text, Qt.Key.Key_L, CTRL | SHIFT)

    assert view.learning.words.text() == " ".join(["word"] * 80)
    assert not view.learning.keep_button.isEnabled()
    view.learning.words.setPlainText("word")
    assert view.learning.keep_button.isEnabled()


def test_a_goal_may_be_what_it_is_about(stage: Stage, opened: Opened) -> None:
    goal = Goal(id=new_entry_id(), title="Two talks", day=DAY)
    stage.read(lambda: opened.journal.goals.add(goal))
    begin(stage)
    stage.reflection.write_freely()
    about = stage.reflection_view.about
    action = next(a for a in about.link_button.menu().actions() if a.text() == "Two talks")
    action.trigger()
    stage.reflection_view.text.insertPlainText("x")

    (value,) = kept(stage, opened)
    assert value.goal_id == goal.id
    assert about.link_button.text() == "About Two talks"
