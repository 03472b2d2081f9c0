"""Keys that come before the journal answers are neither done twice nor lost."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mentorjournal.errors import InvalidInput
from tests.ui.pages.topics.conftest import Page

ENTER = Qt.Key.Key_Return


def hit(page: Page, key: Qt.Key) -> None:
    """Press the key and do not wait for what it sets off."""
    page.qtbot.keyClick(QApplication.focusWidget(), key)


def type_line(page: Page, text: str) -> None:
    page.view.add_line.line.setFocus()
    page.type(text)


def test_enter_pressed_twice_adds_one_topic(page: Page) -> None:
    type_line(page, "Saying no")
    hit(page, ENTER)
    hit(page, ENTER)
    page.desk.settle()
    assert page.lines() == ["Saying no"]
    assert page.view.typed() == ""


def test_what_is_typed_before_the_answer_is_the_next_topic(page: Page) -> None:
    type_line(page, "Saying no")
    hit(page, ENTER)
    page.type("The keynote")
    hit(page, ENTER)
    page.type("Half a tho")
    page.desk.settle()
    assert page.lines() == ["Saying no", "The keynote"]
    assert page.view.typed() == "Half a tho"


def test_a_line_that_was_refused_can_be_sent_again(page: Page) -> None:
    long = "x" * 1001
    page.paste(long)
    page.press(ENTER)
    page.press(ENTER)
    assert "at most 1000" in page.view.add_line.says()
    assert page.view.typed() == long
    page.press(Qt.Key.Key_Backspace)
    page.press(ENTER)
    assert page.lines() == [long[:-1]]


def test_the_same_topic_can_be_added_again_once_it_was_answered(page: Page) -> None:
    page.add("Saying no", "Saying no")
    assert page.lines() == ["Saying no", "Saying no"]


def test_a_line_that_could_not_be_written_is_sent_again_by_enter(page: Page) -> None:
    db = page.opened.journal._db
    page.desk.do(lambda: db.run("PRAGMA query_only = ON"))
    type_line(page, "Saying no")
    page.press(ENTER)
    (problem,) = page.outside.problems
    assert not isinstance(problem, InvalidInput)
    page.desk.do(lambda: db.run("PRAGMA query_only = OFF"))
    page.press(ENTER)
    assert page.lines() == ["Saying no"]
    assert page.view.typed() == ""


def test_a_retry_takes_the_words_off_the_line_as_well(page: Page) -> None:
    db = page.opened.journal._db
    page.desk.do(lambda: db.run("PRAGMA query_only = ON"))
    type_line(page, "Saying no")
    page.press(ENTER)
    page.desk.do(lambda: db.run("PRAGMA query_only = OFF"))
    assert page.outside.retry is not None
    page.outside.retry()
    page.desk.settle()
    assert page.lines() == ["Saying no"]
    assert page.view.typed() == ""


def test_what_is_out_when_the_agenda_is_left_does_not_hold_up_the_next_one(page: Page) -> None:
    session = page.session
    type_line(page, "Saying no")
    hit(page, ENTER)
    page.open(page.opened, None)
    page.add("Saying no")
    assert page.inbox() == ["Saying no"]
    page.open(page.opened, session)
    assert page.lines()[0] == "Saying no"


def test_the_answer_to_one_topic_leaves_the_field_over_another_open(filled: Page) -> None:
    hit(filled, Qt.Key.Key_F2)
    filled.type("First of all")
    hit(filled, Qt.Key.Key_Tab)
    filled.view.list.setFocus()
    hit(filled, Qt.Key.Key_Down)
    hit(filled, Qt.Key.Key_F2)
    filled.type("Second")
    filled.desk.settle()
    assert filled.open_ones() == ["First of all", "Two", "Three"]
    assert filled.view.list.in_place.text() == "Second"
    filled.press(ENTER)
    assert filled.open_ones() == ["First of all", "Second", "Three"]


def test_the_answer_to_the_words_leaves_the_minutes_of_the_same_topic_open(filled: Page) -> None:
    hit(filled, Qt.Key.Key_F2)
    filled.type("First of all")
    hit(filled, Qt.Key.Key_Tab)
    filled.view.list.setFocus()
    hit(filled, Qt.Key.Key_M)
    filled.type("25")
    filled.desk.settle()
    assert filled.view.list.in_place.is_minutes
    filled.press(ENTER)
    assert filled.agenda()[0].minutes == 25


def test_letters_typed_in_place_before_the_answer_stay_to_be_kept(filled: Page) -> None:
    hit(filled, Qt.Key.Key_F2)
    filled.type("First")
    hit(filled, ENTER)
    filled.type(" of all")
    filled.desk.settle()
    assert filled.view.list.in_place.text() == "First of all"
    filled.press(ENTER)
    assert filled.lines()[0] == "First of all"


def test_a_refusal_of_one_topic_is_said_and_leaves_the_field_over_another(filled: Page) -> None:
    hit(filled, Qt.Key.Key_F2)
    filled.type("x" * 1001)
    hit(filled, Qt.Key.Key_Tab)
    filled.view.list.setFocus()
    hit(filled, Qt.Key.Key_Down)
    hit(filled, Qt.Key.Key_F2)
    filled.desk.settle()
    assert "at most 1000" in filled.view.problem()
    filled.press(ENTER)  # nothing new stands there: the field goes
    assert filled.view.list.in_place.isHidden()
    assert filled.open_ones() == ["One", "Two", "Three"]


def test_enter_pressed_twice_in_place_keeps_what_the_journal_refuses(filled: Page) -> None:
    hit(filled, Qt.Key.Key_F2)
    filled.type("x" * 1001)
    hit(filled, ENTER)
    hit(filled, ENTER)
    filled.desk.settle()
    assert "at most 1000" in filled.view.problem()
    assert filled.view.list.in_place.text() == "x" * 1001
