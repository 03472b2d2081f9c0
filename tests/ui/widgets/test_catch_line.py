"""The line that catches an action says what it understood, and keeps every word until it is taken."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mentorjournal.model.words import Role
from tests.ui.names import unnamed
from ui.widgets.catch_line import CatchLine

TODAY = date(2026, 11, 26)  # a Thursday


@pytest.fixture
def line(qtbot, theme):
    line = CatchLine(theme, Role.MENTOR, today=TODAY)
    qtbot.addWidget(line)
    with qtbot.waitExposed(line):
        line.show()
    line.activateWindow()
    line.setFocus()
    return line


def test_what_is_understood_is_said_as_it_is_typed(qtbot, line):
    assert "@mentee" in line.understood()
    qtbot.keyClicks(line.line, "send the draft @mentee")
    assert line.understood() == "your mentee · no date"
    qtbot.keyClicks(line.line, " by Friday")
    assert line.understood() == "your mentee · by Fri 27 Nov"
    assert line.line.accessibleDescription() == line.understood()


def test_a_promise_is_ones_own(qtbot, line):
    qtbot.keyClicks(line.line, "send the list by 8 Jan !")
    assert line.understood() == "me · by Fri 8 Jan 2027 · a promise"
    qtbot.keyClicks(line.line, " @mentee")
    assert line.understood() == "your mentee · by Fri 8 Jan 2027"


def test_enter_gives_the_line_as_it_was_typed_and_keeps_it(qtbot, line):
    qtbot.keyClicks(line.line, "send the draft by Friday")
    with qtbot.waitSignal(line.entered) as entered:
        qtbot.keyClick(line.line, Qt.Key.Key_Return)
    assert entered.args == ["send the draft by Friday"]
    assert line.text() == "send the draft by Friday"
    line.clear()
    assert line.text() == ""


def test_a_problem_stands_in_place_until_one_types_on(qtbot, line):
    qtbot.keyClicks(line.line, "x")
    line.say("The action is too long.")
    assert line.line.property("wrong")
    qtbot.keyClicks(line.line, "y")
    assert not line.line.property("wrong")
    assert line.text() == "xy"


def test_pasted_lines_stand_in_one(qtbot, line):
    QApplication.clipboard().setText("send the draft\nby Friday\r\n@both")
    qtbot.keyClick(line.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert line.understood() == "both of us · by Fri 27 Nov"


def test_the_line_and_its_button_have_names(line):
    assert unnamed(line) == []


def test_a_line_on_its_way_is_not_given_again_until_it_was_answered(qtbot, line):
    given = []
    line.entered.connect(given.append)
    qtbot.keyClicks(line.line, "send the draft")
    qtbot.keyClick(line.line, Qt.Key.Key_Return)
    line.sent()
    qtbot.keyClick(line.line, Qt.Key.Key_Return)
    assert given == ["send the draft"]
    line.refuse("The action is too long.")
    assert line.problem() == "The action is too long."
    qtbot.keyClick(line.line, Qt.Key.Key_Return)
    assert given == ["send the draft"] * 2


def test_what_is_typed_while_a_line_is_on_its_way_is_the_next_one(qtbot, line):
    given = []
    line.entered.connect(given.append)
    for words in ("send the draft", "call the office"):
        qtbot.keyClicks(line.line, words)
        qtbot.keyClick(line.line, Qt.Key.Key_Return)
        line.sent()
    assert given == ["send the draft", "call the office"]
    line.taken("send the draft")
    assert line.text() == "call the office"
    line.taken("call the office")
    assert line.text() == ""


def test_a_line_that_was_cleared_is_not_on_its_way_any_more(qtbot, line):
    given = []
    line.entered.connect(given.append)
    for _ in range(2):
        qtbot.keyClicks(line.line, "send the draft")
        qtbot.keyClick(line.line, Qt.Key.Key_Return)
        line.sent()
        line.clear()
    assert given == ["send the draft"] * 2
