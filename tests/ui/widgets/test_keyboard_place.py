"""Where the keyboard was on a page, laid back on the same page built anew."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme.theme import Theme
from ui.widgets.fold import Fold
from ui.widgets.keyboard_place import keyboard_place, lay_back

SECRET = "zq-secret"
LONG = "\n".join(f"line {number}" for number in range(200))


class Page(QWidget):
    def __init__(self, qtbot: QtBot, theme: Theme, words: str = LONG) -> None:
        super().__init__()
        qtbot.addWidget(self)
        self.first, self.second, self.text, self.secret = QLineEdit(), QLineEdit(), QTextEdit(), QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.fold = Fold(theme, "More", QVBoxLayout())
        layout = QVBoxLayout(self)
        for part in (self.first, self.second, self.text, self.secret, self.fold):
            layout.addWidget(part)
        self.text.setPlainText(words)
        for line in (self.first, self.second):
            line.setText("one two three")
        self.show()
        self.activateWindow()
        qtbot.waitUntil(self.isActiveWindow)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> Page:
    return Page(qtbot, theme)


@pytest.fixture
def again(qtbot: QtBot, theme: Theme) -> Page:
    return Page(qtbot, theme)


def test_the_second_of_two_fields_gets_the_keyboard_with_what_was_selected(page: Page, again: Page) -> None:
    page.second.setFocus()
    page.second.setSelection(4, 3)
    assert lay_back(again, keyboard_place(page))
    assert again.focusWidget() is again.second
    assert (again.second.selectedText(), again.second.cursorPosition()) == ("two", 7)


def test_a_text_is_scrolled_to_the_same_line_with_the_cursor_in_the_same_word(
    page: Page, again: Page
) -> None:
    page.text.setFocus()
    cursor = page.text.textCursor()
    cursor.setPosition(900)
    page.text.setTextCursor(cursor)
    bar = page.text.verticalScrollBar()
    bar.setValue(bar.maximum() - 5)
    assert lay_back(again, keyboard_place(page))
    assert again.text.textCursor().position() == 900
    assert again.text.verticalScrollBar().value() == bar.value()


def test_what_was_unfolded_is_unfolded(page: Page, again: Page) -> None:
    page.fold.set_open(True)
    assert lay_back(again, keyboard_place(page))
    assert again.fold.is_open


def test_no_word_of_a_field_is_told_and_of_a_secret_not_how_long_it_is(page: Page) -> None:
    page.secret.setText(SECRET)
    page.secret.setFocus()
    told = keyboard_place(page)
    assert told["inside"] == {}
    assert SECRET not in str(told) and "two" not in str(told)


def test_a_window_that_is_not_active_still_says_where_its_keyboard_was(page: Page, again: Page) -> None:
    page.second.setFocus()
    again.activateWindow()
    assert QApplication.focusWidget() is not page.second
    assert keyboard_place(page)["field"] == ["QLineEdit", "", 1, 1]


def test_a_field_whose_words_have_not_come_waits_for_the_keyboard(
    qtbot: QtBot, theme: Theme, page: Page
) -> None:
    page.text.setFocus()
    page.text.moveCursor(QTextCursor.MoveOperation.End)
    late = Page(qtbot, theme, words="")
    late.first.setFocus(Qt.FocusReason.OtherFocusReason)
    assert not lay_back(late, keyboard_place(page))
    assert late.focusWidget() is late.first
    late.text.setPlainText(LONG)
    assert lay_back(late, keyboard_place(page))
    assert late.focusWidget() is late.text


@pytest.mark.parametrize(
    "place", [{}, {"field": "x"}, {"field": ["QLineEdit", "", 9, 9]}, {"scrolls": [[1]]}]
)
def test_a_place_that_makes_no_sense_changes_nothing(page: Page, place: dict[str, object]) -> None:
    page.first.setFocus()
    lay_back(page, place)
    assert page.focusWidget() is page.first
