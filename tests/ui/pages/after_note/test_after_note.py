"""The after-note: five questions in two minutes, and no answer is lost, forced or cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.relationship import Commitment
from mentorjournal.model.session import AfterNote, Session
from mentorjournal.model.words import (
    ActionOwner,
    Airtime,
    EntryKind,
    RelationshipType,
    Role,
    SessionStatus,
)
from tests.ui.pages.stage import NOW, File, Opened, Stage

DAY = NOW.date()
CONTROL = Qt.KeyboardModifier.ControlModifier


def begin(stage: Stage, file: File, **about: object) -> Opened:
    file.relationship = replace(file.relationship, **about)  # type: ignore[arg-type]
    opened = stage.read(file.open)
    assert isinstance(opened, Opened)
    stage.timeline.open(opened)
    return opened


def put(stage: Stage, opened: Opened, **fields: object) -> Session:
    value = Session(**{"id": new_entry_id(), "day": DAY, "status": SessionStatus.HELD, **fields})  # type: ignore[arg-type]
    stage.read(lambda: opened.journal.sessions.add(value))
    stage.timeline.open_entry(EntryKind.SESSION, value.id)
    stage.session.show_opening("after")
    stage.settle()
    return value


def sessions(stage: Stage, opened: Opened) -> list[Session]:
    stage.session.flush()
    stage.settle()
    found = stage.read(opened.journal.sessions.all)
    assert isinstance(found, list)
    return found


def chip(field: object, words: str) -> QRadioButton:
    return next(one for one in field.findChildren(QRadioButton) if one.text() == words)  # type: ignore[attr-defined]


@pytest.fixture(params=list(Role))
def role(request: pytest.FixtureRequest) -> Iterator[Role]:
    yield request.param


def test_the_questions_are_asked_in_the_words_of_ones_side(stage: Stage, file: File, role: Role) -> None:
    put(stage, begin(stage, file, my_role=role))
    asked = {
        Role.MENTOR: "What did they take away?",
        Role.MENTEE: "What do I take away?",
        Role.PEER: "What does each of us take away?",
    }
    assert stage.after_view.took_away.answer.accessibleName() == asked[role]


def test_every_answer_and_chip_is_kept(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    put(stage, opened)
    view = stage.after_view
    for question, words in (
        (view.mattered, "She spoke first"),
        (view.stopped, "At the question"),
        (view.took_away, "A pause is no answer"),
        (view.return_to, "Who has to agree"),
    ):
        qtbot.keyClicks(question.answer, words)
    for field, words in ((view.mood, "7"), (view.useful, "9"), (view.airtime, "About even")):
        chip(field, words).click()

    (value,) = sessions(stage, opened)
    assert value.after_note == AfterNote(
        mattered="She spoke first",
        stopped_at="At the question",
        took_away="A pause is no answer",
        return_to="Who has to agree",
    )
    assert (value.mood_after, value.usefulness, value.airtime) == (7, 9, Airtime.EVEN)


def test_a_chip_is_taken_back_by_pressing_it_again_or_by_backspace(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    put(stage, opened, mood_after=3, usefulness=4)
    view = stage.after_view
    chip(view.mood, "3").click()
    qtbot.keyClick(chip(view.useful, "4"), Qt.Key.Key_Backspace)

    (value,) = sessions(stage, opened)
    assert (value.mood_after, value.usefulness) == (None, None)


def test_an_empty_after_note_is_waved_through_and_can_be_asked_for_again(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    put(stage, opened)
    view = stage.after_view
    assert view.nothing_button.isVisible()
    qtbot.keyClick(view.nothing_button, Qt.Key.Key_Space)
    stage.settle()
    assert sessions(stage, opened)[0].after_note == AfterNote(written_on=DAY)
    assert not view.done_button.isVisible()
    assert view.written_on.text() == "Written on Thu 3 Dec"

    stage.undo()
    stage.settle()
    assert sessions(stage, opened)[0].after_note == AfterNote()
    assert not view.done_button.isHidden()


def test_what_is_added_after_it_was_finished_is_kept_too(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    put(stage, opened)
    qtbot.keyClicks(stage.after_view.mattered.answer, "First")
    qtbot.keyClick(stage.after_view.mattered.answer, Qt.Key.Key_Return, CONTROL)
    stage.after.finish()
    qtbot.keyClicks(stage.after_view.stopped.answer, "Then")
    assert sessions(stage, opened)[0].after_note == AfterNote(
        mattered="First", stopped_at="Then", written_on=DAY
    )


def test_a_promise_is_caught_in_the_note(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    value = put(stage, opened)
    catch = stage.after_view.catch
    qtbot.keyClicks(catch.line, "send the list by Friday !")
    assert catch.understood() == "me · by Fri 4 Dec · a promise"
    qtbot.keyClick(catch.line, Qt.Key.Key_Return)
    stage.settle()
    (action,) = stage.read(opened.journal.actions.all)  # type: ignore[misc]
    assert (action.text, action.is_promise, action.session_id) == ("send the list", True, value.id)
    assert catch.line.text() == ""


def test_the_rhythm_suggests_the_next_day_and_planning_it_can_be_taken_back(
    qtbot: QtBot, stage: Stage, file: File
) -> None:
    opened = begin(stage, file, commitment=Commitment(interval_days=28))
    put(stage, opened)
    field = stage.after_view.next_day
    assert field.day.value() == DAY + timedelta(days=28)
    qtbot.keyClick(field.button, Qt.Key.Key_Space)
    stage.settle()
    assert [one.day for one in sessions(stage, opened)] == [DAY, DAY + timedelta(days=28)]
    assert not field.button.isVisible()

    stage.undo()
    stage.settle()
    assert len(sessions(stage, opened)) == 1
    assert not field.button.isHidden()


@pytest.mark.parametrize(
    ("typed", "says"),
    [("someday", "not understood"), ("yesterday", "before this session"), ("", "Type a day")],
)
def test_a_next_day_that_cannot_be_is_said_and_stays(
    qtbot: QtBot, stage: Stage, opened: Opened, typed: str, says: str
) -> None:
    put(stage, opened)
    field = stage.after_view.next_day
    qtbot.keyClicks(field.day.line, typed)
    qtbot.keyClick(field.day.line, Qt.Key.Key_Return)
    stage.settle()
    assert len(sessions(stage, opened)) == 1
    assert any(says in label.text() for label in field.findChildren(type(stage.after_view.written_on)))
    assert stage.problems == []


def test_enter_pressed_twice_plans_one_conversation(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    put(stage, opened)
    field = stage.after_view.next_day
    qtbot.keyClicks(field.day.line, "yesterday")
    for _ in range(2):
        qtbot.keyClick(field.day.line, Qt.Key.Key_Return)
    stage.settle()
    field.day.line.selectAll()
    qtbot.keyClicks(field.day.line, "in 2 weeks")
    for _ in range(2):
        qtbot.keyClick(field.day.line, Qt.Key.Key_Return)
    stage.settle()
    assert [one.day for one in sessions(stage, opened)] == [DAY, DAY + timedelta(days=14)]


def test_the_day_is_not_asked_for_any_more_when_it_is_told_that_it_is_planned(
    qtbot: QtBot, stage: Stage, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(stage, opened)
    field = stage.after_view.next_day
    asked: list[bool] = []
    monkeypatch.setattr(stage, "changed", lambda change: asked.append(field.button.isVisible()))
    qtbot.keyClicks(field.day.line, "in 2 weeks")
    qtbot.keyClick(field.day.line, Qt.Key.Key_Return)
    stage.settle()
    assert asked == [False]


def test_one_stop_advice_asks_when_to_report_back(qtbot: QtBot, stage: Stage, file: File) -> None:
    opened = begin(stage, file, type=RelationshipType.ONE_STOP, specialist_topic="Grants")
    put(stage, opened)
    view = stage.after_view
    assert not view.return_to.isVisible()
    assert view.next_day.day.line.accessibleName() == "When to report back"
    qtbot.keyClick(view.next_day.button, Qt.Key.Key_Space)
    stage.settle()
    (action,) = stage.read(opened.journal.actions.all)  # type: ignore[misc]
    assert (action.due_on, action.owner) == (DAY + timedelta(days=14), ActionOwner.PARTNER)


def test_a_session_that_is_past_is_asked_whether_it_took_place(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    value = put(stage, opened, status=SessionStatus.PLANNED, day=DAY - timedelta(days=2))
    view = stage.after_view
    assert view.held_button.isVisible() and not view.mattered.isVisible()
    assert not stage.frame_view.head.held_button.isVisible()
    qtbot.keyClick(view.held_button, Qt.Key.Key_Space)
    stage.settle()
    assert sessions(stage, opened)[0].status is SessionStatus.HELD
    assert view.mattered.isVisible()
    assert stage.frame_view.head.facts.pill.text() == "Session 1"

    stage.undo()
    stage.settle()
    assert sessions(stage, opened) == [value]
    assert view.held_button.isVisible()


def test_a_session_to_come_has_nothing_to_note_yet(stage: Stage, opened: Opened) -> None:
    put(stage, opened, status=SessionStatus.PLANNED, day=DAY + timedelta(days=2))
    assert not stage.after_view.held_button.isVisible()
    assert not stage.after_view.mattered.isVisible()


def test_a_paste_that_is_too_long_is_said_and_takes_nothing_away(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    put(stage, opened)
    question = stage.after_view.mattered
    qtbot.keyClicks(question.answer, "Mine")
    pasted = QMimeData()
    pasted.setText("x" * 100_000)
    question.answer.insertFromMimeData(pasted)
    assert question.text() == "Mine"
    assert sessions(stage, opened)[0].after_note.mattered == "Mine"
    assert stage.problems == []


def test_a_failed_save_keeps_the_answers_and_says_so(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    put(stage, opened)
    stage.read(lambda: opened.journal._db.run("PRAGMA query_only = ON"))
    qtbot.keyClicks(stage.after_view.mattered.answer, "Safe")
    stage.session.flush()
    stage.settle()
    assert stage.after_view.saved.text() == "Not saved"
    stage.session.show_opening("during")
    stage.settle()
    stage.read(lambda: opened.journal._db.run("PRAGMA query_only = OFF"))
    assert sessions(stage, opened)[0].after_note.mattered == "Safe"
