"""An action is caught once, and what is typed before the journal answers stays: in During and in After."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mentorjournal.model.action import Action
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.session import Session
from mentorjournal.model.words import EntryKind, SessionStatus
from tests.ui.pages.stage import NOW, Opened, Stage
from ui.widgets.catch_line import CatchLine
from ui.widgets.label import Label

ENTER = Qt.Key.Key_Return
During, After = "during", "after"


@pytest.fixture(params=[During, After])
def catch(request: pytest.FixtureRequest, stage: Stage, opened: Opened) -> CatchLine:
    """The line of an opening that lies in front, over a session that took place."""
    open_session(stage, opened, request.param)
    return stage.session_view.catch if request.param == During else stage.after_view.catch


def open_session(stage: Stage, opened: Opened, opening: str) -> None:
    value = Session(id=new_entry_id(), day=NOW.date(), status=SessionStatus.HELD)
    stage.read(lambda: opened.journal.sessions.add(value))
    stage.timeline.open(opened)
    stage.timeline.open_entry(EntryKind.SESSION, value.id)
    stage.session.show_opening(opening)
    stage.settle()


def caught(stage: Stage, opened: Opened) -> list[str]:
    stage.settle()
    found: list[Action] = stage.read(opened.journal.actions.all)  # type: ignore[assignment]
    return sorted(action.text for action in found)


def test_enter_pressed_twice_catches_one_action(
    qtbot: QtBot, stage: Stage, opened: Opened, catch: CatchLine
) -> None:
    qtbot.keyClicks(catch.line, "send the list")
    for _ in range(2):
        qtbot.keyClick(catch.line, ENTER)
    assert caught(stage, opened) == ["send the list"]
    assert catch.text() == ""


def test_letters_typed_before_the_answer_stay(
    qtbot: QtBot, stage: Stage, opened: Opened, catch: CatchLine
) -> None:
    qtbot.keyClicks(catch.line, "send the list")
    qtbot.keyClick(catch.line, ENTER)
    qtbot.keyClicks(catch.line, "ask Ana")
    assert caught(stage, opened) == ["send the list"]
    assert catch.text() == "ask Ana"
    qtbot.keyClick(catch.line, ENTER)
    assert caught(stage, opened) == ["ask Ana", "send the list"]


@pytest.mark.parametrize("broken", [False, True])
def test_what_was_not_taken_is_sent_again_by_enter(
    qtbot: QtBot, stage: Stage, opened: Opened, catch: CatchLine, broken: bool
) -> None:
    qtbot.keyClicks(catch.line, "send the list" if broken else "@partner")
    if broken:
        stage.read(lambda: opened.journal._db.run("PRAGMA query_only = ON"))
    qtbot.keyClick(catch.line, ENTER)
    stage.settle()
    stage.read(lambda: opened.journal._db.run("PRAGMA query_only = OFF"))
    assert bool(stage.problems) is broken
    if not broken:
        qtbot.keyClicks(catch.line, " send the list")
    qtbot.keyClick(catch.line, ENTER)
    assert caught(stage, opened) == ["send the list"]
    assert catch.text() == ""


def test_the_answer_to_a_session_that_was_left_leaves_the_line_alone(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    open_session(stage, opened, During)
    first = Session(id=new_entry_id(), day=NOW.date())
    stage.read(lambda: opened.journal.sessions.add(first))
    catch = stage.session_view.catch
    qtbot.keyClicks(catch.line, "send the list")
    qtbot.keyClick(catch.line, ENTER)
    stage.timeline.open_entry(EntryKind.SESSION, first.id)
    qtbot.keyClicks(catch.line, "ask Ana")
    assert caught(stage, opened) == ["send the list"]
    assert catch.text() == "ask Ana"


def test_a_day_of_another_year_is_said_with_its_year(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    open_session(stage, opened, During)
    catch = stage.session_view.catch
    qtbot.keyClicks(catch.line, "send the list by 8 Jan")
    qtbot.keyClick(catch.line, ENTER)
    stage.settle()
    labels = [label.text() for label in stage.session_view.agreed.findChildren(Label)]
    assert "Me · by Fri 8 Jan 2027" in labels
