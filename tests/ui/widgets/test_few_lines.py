"""A few lines take what fits and say what does not, however it comes in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from ui.widgets.few_lines import FewLines


@pytest.fixture
def field(qtbot, theme):
    field = FewLines(theme, "Answer", limit=5)
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    field.refusals = []
    field.edits = []
    field.refused.connect(field.refusals.append)
    field.edited.connect(lambda: field.edits.append(field.text()))
    return field


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_new_line_at_the_limit_is_refused_like_a_letter(qtbot, field, key):
    qtbot.keyClicks(field, "abcd")
    qtbot.keyClick(field, key)
    assert field.text() == "abcd\n"
    assert field.refusals == []
    qtbot.keyClick(field, key)
    qtbot.keyClick(field, key, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(field, Qt.Key.Key_E)
    assert field.text() == "abcd\n"
    assert field.refusals == [5, 5, 5]


def test_enter_in_the_place_of_chosen_words_fits_at_the_limit(qtbot, field):
    qtbot.keyClicks(field, "abcde")
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "\n"
    assert field.refusals == []


def test_an_enter_that_means_something_else_is_not_refused(qtbot, field):
    qtbot.keyClicks(field, "abcde")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "abcde"
    assert field.refusals == []


def test_what_an_input_method_commits_beyond_the_limit_is_refused(qtbot, field):
    qtbot.keyClicks(field, "abc")
    for words in ("日本", "語"):
        event = QInputMethodEvent()
        event.setCommitString(words)
        QApplication.sendEvent(field, event)
    assert field.text() == "abc日本"
    assert field.refusals == [5]


def test_space_typed_at_the_end_or_alone_is_no_difference_to_what_is_kept(qtbot, field):
    qtbot.keyClicks(field, "  ")
    field.set_text("")
    assert field.text() == "  "
    qtbot.keyClicks(field, "a ")
    field.set_text("a")
    assert field.text() == "  a "


def test_clearing_takes_space_away_as_well_and_is_no_edit(qtbot, field):
    qtbot.keyClicks(field, " ")
    field.edits.clear()
    field.clear()
    assert field.text() == ""
    assert field.edits == []
