"""Keys on Today that come before the journal answers are neither done twice nor taken from another line."""

from __future__ import annotations

from PySide6.QtCore import Qt

from mentorjournal.model.words import ActionStatus, RelationshipType, SessionStatus
from tests.ui.pages.today.stage import Stage, days

ENTER, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space


def hit(stage: Stage, key: Qt.Key) -> None:
    """Press the key and do not wait for what it sets off."""
    stage.qtbot.keyClick(stage.focused(), key)


def test_enter_pressed_twice_plans_one_session(stage: Stage) -> None:
    heron = stage.begin(type=RelationshipType.LONG_TERM_FORMAL)
    stage.session(heron, -70, SessionStatus.HELD)
    stage.show()
    stage.key(SPACE)
    stage.type("in 2 weeks")
    hit(stage, ENTER)
    hit(stage, ENTER)
    stage.settle()
    assert [one.day for one in stage.do(heron.sessions.planned)] == [days(14)]
    assert len(stage.outside.changes) == 1
    stage.undo()
    stage.view.focus_first()
    stage.key(SPACE)
    stage.type("in 3 weeks")
    stage.key(ENTER)
    assert [one.day for one in stage.do(heron.sessions.planned)] == [days(21)]


def test_a_line_that_was_refused_can_be_tried_again(stage: Stage) -> None:
    heron = stage.begin()
    stage.action(heron, "Send the notes", 1)
    stage.show()
    stage.key(SPACE)
    ask = stage.view.rows()[0].ask
    assert ask is not None
    ask.field.setText("x" * 5000)
    stage.key(ENTER)
    assert ask.problem()
    ask.field.setText("They were glad of it")
    stage.key(ENTER)
    (action,) = stage.do(heron.actions.all)
    assert (action.status, action.outcome_note) == (ActionStatus.DONE, "They were glad of it")


def test_what_one_line_is_asked_stays_when_another_is_done(stage: Stage) -> None:
    heron = stage.begin()
    stage.action(heron, "Send the notes", -3)
    stage.action(heron, "Ask about the room", 2)
    stage.show()
    hit(stage, SPACE)
    hit(stage, ENTER)
    second = stage.view.rows()[1]
    second.do_act()
    stage.qtbot.keyClicks(stage.focused(), "There is one")
    stage.settle()
    assert len(stage.said()) == 1
    assert second.ask is not None
    assert second.ask.field.text() == "There is one"


def test_two_lines_can_be_done_without_waiting(stage: Stage) -> None:
    heron = stage.begin()
    stage.session(heron, -3, SessionStatus.PLANNED)
    stage.session(heron, -1, SessionStatus.PLANNED)
    stage.show()
    for row in stage.view.rows():
        row.do_act()
    stage.settle()
    assert stage.do(heron.sessions.planned) == []


def test_what_was_being_read_is_read_again_when_a_line_is_refused(stage: Stage) -> None:
    heron = stage.begin()
    stage.action(heron, "Send the notes", 1)
    stage.show()
    stage.key(SPACE)
    ask = stage.view.rows()[0].ask
    assert ask is not None
    ask.field.setText("x" * 5000)
    stage.action(heron, "Came in between", -1)
    stage.presenter.refresh()
    hit(stage, ENTER)
    stage.settle()
    assert "Came in between" in stage.said()[0]
    assert stage.view.rows()[1].ask is ask
    assert ask.problem()
