"""The one-stop sheet in the running program: from nothing to done by keyboard, on ordinary entries alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from mentorjournal.journal.journal import Journal
from mentorjournal.journal.one_stop import SHORT_FORM
from mentorjournal.model.action import Action
from mentorjournal.model.agreement import Agreement
from mentorjournal.model.lifecycle import Step
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.session import Session
from mentorjournal.model.words import (
    RelationshipStatus,
    RelationshipType,
    Role,
    SessionStatus,
)
from tests.ui.driving import LIMIT, Driver, make_vault, on_shelf
from tests.ui.names import unnamed
from ui.one_stop_rooms import ONE_STOP, OneStopRooms
from ui.pages.one_stop.view import OneStopView
from ui.pages_of_journal import build_rooms
from ui.shell.palette import Palette
from ui.sitting import Sitting

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
T = TypeVar("T")
Open = Callable[..., Sitting]


@pytest.fixture
def open_sheet(driver: Driver, tmp_path: Path) -> Open:
    def open_it(role: Role = Role.MENTEE, kind: RelationshipType = RelationshipType.ONE_STOP) -> Sitting:
        folder = tmp_path / "vault"
        make_vault(folder)
        with on_shelf(folder) as shelf:
            shelf.add(
                Relationship(
                    codename="Heron",
                    my_role=role,
                    type=kind,
                    specialist_topic="Giving a talk",
                    status=RelationshipStatus.DRAFT,
                )
            )
        sitting = driver.unlock(driver.start(folder, build_rooms))
        driver.running[0].window.activateWindow()
        driver.qtbot.waitUntil(lambda: sitting.desk.journal is not None, timeout=LIMIT)
        settle(driver)
        sitting.show_tab("journal")
        press(driver, Qt.Key.Key_O, CONTROL | SHIFT)
        return sitting

    return open_it


def settle(driver: Driver) -> None:
    driver.seated(driver.running[-1])
    QApplication.processEvents()
    driver.seated(driver.running[-1])


def press(driver: Driver, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    window = driver.running[-1].window
    driver.qtbot.keyClick(window.focusWidget() or window, key, modifier)
    settle(driver)


def put(driver: Driver, field: QWidget, words: str) -> None:
    """Type into a field that Tab reaches."""
    field.setFocus(Qt.FocusReason.TabFocusReason)
    driver.qtbot.keyClicks(driver.running[-1].window.focusWidget(), words)


def push(driver: Driver, button: QWidget) -> None:
    button.setFocus(Qt.FocusReason.TabFocusReason)
    driver.qtbot.keyClick(button, Qt.Key.Key_Space)
    settle(driver)


def rooms(sitting: Sitting) -> OneStopRooms:
    return next(group for group in sitting.beside if isinstance(group, OneStopRooms))


def view(sitting: Sitting) -> OneStopView:
    assert isinstance(rooms(sitting), QObject)
    return rooms(sitting).sheet_view


@dataclass(frozen=True)
class Kept:
    about: Relationship
    sessions: list[Session]
    actions: list[Action]
    agreed: Agreement | None
    today: date


def kept(driver: Driver, sitting: Sitting) -> Kept:
    """What the journal has once what stands on the sheet is written."""
    rooms(sitting).presenter.flush()

    def read(journal: Journal) -> Kept:
        agreed = journal.agreements.agreed()
        every = journal.sessions.all()
        return Kept(journal.relationship(), every, journal.actions.all(), agreed, journal.today())

    return within(driver, sitting, read)


def within(driver: Driver, sitting: Sitting, work: Callable[[Journal], T]) -> T:
    """Do something with the open journal, where it may be touched: on the thread of the vault."""
    assert sitting.desk.journal is not None
    answers: list[T] = []
    problems: list[Exception] = []
    sitting.tasks.run(
        partial(work, sitting.desk.journal.journal), done=answers.append, failed=problems.append
    )
    settle(driver)
    assert problems == []
    return answers[0]


def meet(driver: Driver, sitting: Sitting, day: str = "today") -> None:
    put(driver, view(sitting).meet.day, day)
    press(driver, Qt.Key.Key_Return)


def test_from_nothing_to_closed_by_keyboard(driver: Driver, open_sheet: Open) -> None:
    sitting = open_sheet()
    sheet_view = view(sitting)
    assert sitting.view.page_in_front == ONE_STOP
    put(driver, sheet_view.question.asked, "How much text on a slide?")
    put(driver, sheet_view.question.background, "My first conference")
    meet(driver, sitting)
    put(driver, sheet_view.prepare.tried, "Read a book")
    push(driver, sheet_view.meet.held_button)
    put(driver, sheet_view.after.mattered, "Fewer words")
    put(driver, sheet_view.after.advice, "Cut half")
    put(driver, sheet_view.after.catch, "Send the slides by Friday")
    press(driver, Qt.Key.Key_Return)
    put(driver, sheet_view.follow.came_of_it, "It went well")
    push(driver, sheet_view.follow.told)
    journal = kept(driver, sitting)
    about, session = journal.about, journal.sessions[0]
    assert (about.question, about.purpose) == ("How much text on a slide?", "My first conference")
    assert about.follow_up_on == session.day + timedelta(days=14)
    assert (session.status, session.preparation.since) == (SessionStatus.HELD, "Read a book")
    assert session.after_note.mattered == "Fewer words"
    assert [action.text for action in journal.actions] == ["Send the slides"]
    outcome = session.blocks[-1].outcome
    assert outcome is not None and (outcome.what_happened, outcome.told_partner) == ("It went well", True)
    push(driver, sheet_view.onward.rows[Step.CLOSE].button)
    assert sitting.view.page_in_front == "closing"
    press(driver, Qt.Key.Key_Return)
    assert kept(driver, sitting).about.status is RelationshipStatus.CLOSED
    assert "closed" in sitting.view.header.told.text()
    assert unnamed(driver.running[0].window) == []


def test_the_palette_finds_it(driver: Driver, open_sheet: Open) -> None:
    sitting = open_sheet()
    press(driver, Qt.Key.Key_Escape)
    assert sitting.view.page_in_front == "journal"
    sitting.keys.show_palette()
    palette = sitting.keys.palette
    assert isinstance(palette, Palette)
    driver.qtbot.keyClicks(palette.field, "one-stop")
    driver.qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    settle(driver)
    assert sitting.view.page_in_front == ONE_STOP


def test_the_head_of_a_one_stop_journal_leads_there(driver: Driver, open_sheet: Open) -> None:
    sitting = open_sheet()
    press(driver, Qt.Key.Key_Escape)
    push(driver, sitting.view.header.one_stop)
    assert sitting.view.page_in_front == ONE_STOP


def test_a_journal_of_another_kind_has_none_and_says_so(driver: Driver, open_sheet: Open) -> None:
    sitting = open_sheet(kind=RelationshipType.INFORMAL)
    assert sitting.view.page_in_front == "journal"
    assert "not one-stop advice" in sitting.view.problem.words()
    assert not sitting.view.header.one_stop.isVisible()


def test_an_adviser_reads_it_in_their_words(driver: Driver, open_sheet: Open) -> None:
    sitting = open_sheet(Role.MENTOR)
    meet(driver, sitting)
    push(driver, view(sitting).meet.held_button)
    assert view(sitting).after.advice.answer.accessibleName() == "What I advised"
    assert view(sitting).prepare.intention.isVisible()


def test_a_day_that_is_not_understood_is_said_and_nothing_is_lost(driver: Driver, open_sheet: Open) -> None:
    sitting = open_sheet()
    meet(driver, sitting, "someday")
    assert view(sitting).meet.day.text() == "someday"
    assert kept(driver, sitting).sessions == []


def test_a_meeting_is_moved_to_another_day_and_time(driver: Driver, open_sheet: Open) -> None:
    sitting = open_sheet()
    meet(driver, sitting)
    push(driver, view(sitting).meet.move_button)
    view(sitting).meet.day.selectAll()
    driver.qtbot.keyClicks(view(sitting).meet.day, "tomorrow")
    put(driver, view(sitting).meet.at, "14:00")
    press(driver, Qt.Key.Key_Return)
    session = kept(driver, sitting).sessions[0]
    today = kept(driver, sitting).today
    assert (session.day, str(session.at)) == (today + timedelta(days=1), "14:00:00")


def test_what_is_typed_belongs_to_the_meeting_it_was_typed_for(driver: Driver, open_sheet: Open) -> None:
    sitting = open_sheet()
    meet(driver, sitting)
    push(driver, view(sitting).meet.more_button)
    meet(driver, sitting, "in 3 weeks")
    put(driver, view(sitting).prepare.tried, "for the first")
    push(driver, view(sitting).meet.rows[1])
    put(driver, view(sitting).prepare.tried, "for the second")
    journal = kept(driver, sitting)
    assert [one.preparation.since for one in journal.sessions] == ["for the first", "for the second"]


def test_a_change_elsewhere_comes_in_beside_what_is_being_typed(driver: Driver, open_sheet: Open) -> None:
    sitting = open_sheet()
    put(driver, view(sitting).question.asked, "half a question")
    assert sitting.desk.journal is not None
    change = within(
        driver,
        sitting,
        lambda journal: journal.describe(replace(journal.relationship(), purpose="From elsewhere")),
    )
    sitting.desk.changed_in(sitting.desk.journal.id, change)
    settle(driver)
    assert view(sitting).question.background.text() == "From elsewhere"
    assert view(sitting).question.asked.text() == "half a question"


def test_an_empty_topic_is_said_and_the_rest_is_kept(driver: Driver, open_sheet: Open) -> None:
    sitting = open_sheet()
    view(sitting).question.topic.answer.selectAll()
    view(sitting).question.topic.setFocus()
    press(driver, Qt.Key.Key_Delete)
    put(driver, view(sitting).question.asked, "How?")
    about = kept(driver, sitting).about
    assert (about.specialist_topic, about.question) == ("Giving a talk", "How?")
    assert view(sitting).question.topic.text() == ""


def test_holding_can_be_taken_back_with_the_sheet_in_front(driver: Driver, open_sheet: Open) -> None:
    sitting = open_sheet()
    meet(driver, sitting)
    push(driver, view(sitting).meet.held_button)
    assert view(sitting).after.isVisible()
    sitting.undo()
    settle(driver)
    assert not view(sitting).after.isVisible() and view(sitting).meet.held_button.isVisible()
    assert sitting.view.page_in_front == ONE_STOP


def test_three_lines_are_agreed(driver: Driver, open_sheet: Open) -> None:
    sitting = open_sheet()
    agree = view(sitting).agree
    assert not agree.fold.is_open
    push(driver, agree.fold.focusProxy())
    put(driver, agree.time, "One hour")
    push(driver, agree.agree_button)
    agreed = kept(driver, sitting).agreed
    assert agreed is not None and agreed.clause(SHORT_FORM[0]).agreed_text == "One hour"
    assert not agree.agree_button.isVisible()


def test_agreeing_on_nothing_is_refused_in_place(driver: Driver, open_sheet: Open) -> None:
    sitting = open_sheet()
    agree = view(sitting).agree
    agree.fold.set_open(True)
    push(driver, agree.agree_button)
    assert kept(driver, sitting).agreed is None
    assert agree.agree_button.isVisible()


def test_continued_as_long_term_the_journal_is_read_anew_and_nothing_is_lost(
    driver: Driver, open_sheet: Open
) -> None:
    wishes: list[str] = []
    sitting = open_sheet()
    sitting.desk.aside.grants["agreement"] = lambda: wishes.append("agreement")
    put(driver, view(sitting).question.asked, "How?")
    meet(driver, sitting)
    push(driver, view(sitting).onward.rows[Step.MAKE_LONG_TERM].button)
    assert sitting.desk.journal is not None and wishes == ["agreement"]
    about = sitting.desk.journal.relationship
    assert (about.type, about.question) == (RelationshipType.LONG_TERM_FORMAL, "How?")
    assert "long-term" in sitting.view.header.told.text()
    assert not sitting.view.header.one_stop.isVisible()
    assert len(kept(driver, sitting).sessions) == 1
    sitting.undo()
    settle(driver)
    assert sitting.desk.journal.relationship.type is RelationshipType.ONE_STOP


def test_closing_has_its_own_sheet_where_there_is_one(driver: Driver, open_sheet: Open) -> None:
    wishes: list[str] = []
    sitting = open_sheet()
    sitting.desk.aside.grants["closing"] = lambda: wishes.append("closing")
    push(driver, view(sitting).onward.rows[Step.CLOSE].button)
    assert wishes == ["closing"]
    assert kept(driver, sitting).about.status is RelationshipStatus.DRAFT


def test_what_was_half_typed_waits_over_a_lock(driver: Driver, open_sheet: Open, tmp_path: Path) -> None:
    sitting = open_sheet()
    put(driver, view(sitting).question.asked, "How much")
    put(driver, view(sitting).meet.day, "next thu")
    sitting.locking.lock()
    driver.qtbot.waitUntil(lambda: bool(driver.replaced), timeout=LIMIT)
    again = driver.unlock(driver.start(tmp_path / "vault", build_rooms))
    settle(driver)
    rooms(again).show_sheet()
    settle(driver)
    assert view(again).question.asked.text() == "How much"
    assert view(again).meet.day.text() == "next thu"


def test_the_preparation_is_saved_as_a_page_with_the_question(
    driver: Driver, open_sheet: Open, tmp_path: Path
) -> None:
    sitting = open_sheet()
    put(driver, view(sitting).question.asked, "How much text?")
    meet(driver, sitting)
    press(driver, Qt.Key.Key_P, CONTROL)
    driver.answers.files = [tmp_path / "sheet.pdf"]
    push(driver, view(sitting).prepare.paper.save_button)
    import pypdfium2

    document = pypdfium2.PdfDocument(tmp_path / "sheet.pdf")
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert "How much text?" in text and "Giving a talk" in text
