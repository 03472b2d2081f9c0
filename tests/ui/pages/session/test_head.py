"""What was just typed or chosen in the head of a session outlives every act that comes before it is saved."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mentorjournal.errors import InvalidInput
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.session import Session
from mentorjournal.model.words import EntryKind, SessionKind, SessionStatus
from tests.ui.pages.stage import NOW, Opened, Stage

DAY = NOW.date()


def put(stage: Stage, opened: Opened, day: date = DAY) -> None:
    value = Session(id=new_entry_id(), day=day)
    stage.read(lambda: opened.journal.sessions.add(value))
    stage.timeline.open(opened)
    stage.timeline.open_entry(EntryKind.SESSION, value.id)
    stage.settle()


def kept(stage: Stage, opened: Opened) -> Session:
    """The one session, as the journal has it after everything was written."""
    stage.session.flush()
    stage.settle()
    found = stage.read(opened.journal.sessions.all)
    assert isinstance(found, list) and isinstance(found[0], Session)
    return found[0]


def type_head(qtbot: QtBot, stage: Stage) -> None:
    """Type a title and a place, and do not wait until they are saved."""
    qtbot.keyClicks(stage.frame_view.head.title, "Half way")
    qtbot.keyClicks(stage.frame_view.head.facts.place, "Library")


def test_putting_off_keeps_the_title_and_the_place_typed_just_before(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    put(stage, opened)
    type_head(qtbot, stage)
    stage.session.settle(SessionStatus.POSTPONED)

    head = stage.frame_view.head
    assert (head.title.text(), head.facts.place.text()) == ("Half way", "Library")
    value = kept(stage, opened)
    assert (value.title, value.place, value.status) == ("Half way", "Library", SessionStatus.PLANNED)


def test_giving_the_day_keeps_the_title_and_the_place_typed_just_before(
    qtbot: QtBot, whole: Stage, room: Opened
) -> None:
    whole.timeline.new_entry(EntryKind.SESSION)
    whole.settle()
    type_head(qtbot, whole)
    ask = whole.frame_view.head.ask.day.line
    ask.setFocus()
    qtbot.keyClicks(ask, "in 2 weeks")
    qtbot.keyClick(ask, Qt.Key.Key_Return)

    value = kept(whole, room)
    assert (value.title, value.place, value.day) == ("Half way", "Library", DAY + timedelta(days=14))


def test_an_act_that_is_refused_keeps_what_was_typed_before_the_answer(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    put(stage, opened, DAY + timedelta(days=2))
    stage.session.settle(SessionStatus.HELD)
    type_head(qtbot, stage)
    stage.settle()

    assert isinstance(stage.problems[0][0], InvalidInput)
    value = kept(stage, opened)
    assert (value.title, value.place) == ("Half way", "Library")


def test_beginning_does_not_take_back_what_the_head_says_of_a_choice_not_saved_yet(
    stage: Stage, opened: Opened
) -> None:
    put(stage, opened)
    facts = stage.frame_view.head.facts
    facts.kind.set_value(SessionKind.MID_TERM_REVIEW)
    facts.kind.chosen.emit(SessionKind.MID_TERM_REVIEW)
    before = facts.pill.text()
    stage.session.begin_session()

    assert facts.pill.text() == before
    assert before.endswith("Mid-term review")
