"""The practice ledger is kept if it is wanted, filled from sessions and by hand, and leads to nobody."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal.errors import DiskFull
from mentorjournal.model.ledger import Period
from mentorjournal.model.words import Mode, PracticeKind, Role, SessionStatus
from tests.pdf import reading
from tests.ui.names import unnamed
from tests.ui.pages.ledger.conftest import DAY, Page


def key(qtbot: QtBot, page: Page, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, modifier or Qt.KeyboardModifier.NoModifier)
    page.settle()


def add(qtbot: QtBot, page: Page, time: str, learning: str = "", day: str = "") -> None:
    for field, words in (
        (page.view.adding.day, day),
        (page.view.adding.time, time),
        (page.view.adding.learning, learning),
    ):
        field.clear()
        qtbot.keyClicks(field, words)
    qtbot.keyClick(page.view.adding.learning, Qt.Key.Key_Return)
    page.settle()


# Whether it is kept


def test_while_none_is_kept_the_page_says_what_it_is_and_reads_nothing(page: Page) -> None:
    page.hold(page.journal())
    page.show()
    assert page.view.intro.isVisible()
    assert not page.view.pdf.isVisible()
    assert page.entries() == []


def test_it_is_begun_with_one_press_and_offers_the_sessions_that_were_held(page: Page) -> None:
    page.hold(page.journal())
    page.show()
    assert QApplication.focusWidget() is page.view.intro.keep
    page.view.intro.keep.click()
    page.settle()
    assert page.view.offer.words.text() == "1 held session is not entered yet."
    assert page.entries() == []
    assert QApplication.focusWidget() is page.view.adding.kind


def test_stopping_keeps_what_stands_in_it(page: Page) -> None:
    page.put()
    page.keep()
    page.presenter.stop()
    page.settle()
    assert page.view.intro.isVisible()
    assert len(page.entries()) == 1
    page.view.intro.keep.click()
    page.settle()
    assert page.view.list.isVisible()


# From the sessions


def test_held_sessions_as_a_mentor_are_entered_and_taken_back(page: Page) -> None:
    page.hold(page.journal())
    page.hold(page.journal("Wren", Role.MENTEE))
    page.keep()
    page.view.offer.take.click()
    page.settle()
    assert page.rows() == ["3 Feb 2026, Mentoring, 45\u00a0min, in person  ·  relationship 1"]
    assert not page.view.offer.isVisible()
    page.undo()
    assert page.rows() == []
    assert page.view.offer.isVisible()


def test_a_hold_that_was_undone_is_said_and_leaves_no_hours(page: Page) -> None:
    opened = page.journal()
    id = page.hold(opened)
    page.keep()
    page.view.offer.take.click()
    page.settle()
    page.do(lambda: opened.journal.sessions.settle(id, SessionStatus.MISSED))
    page.show()
    assert "was not held after all" in page.view.offer.words.text()
    assert len(page.rows()) == 1
    page.view.offer.take.click()
    page.settle()
    assert page.rows() == []


def test_what_was_declined_is_offered_again_with_the_next_visit(page: Page) -> None:
    page.hold(page.journal())
    page.keep()
    page.view.offer.decline.click()
    page.presenter.load()
    page.settle()
    assert not page.view.offer.isVisible()
    page.presenter.leave()
    page.show()
    assert page.view.offer.isVisible()


# By hand


def test_a_line_is_added_and_stands_first(page: Page, qtbot: QtBot) -> None:
    page.put(day=date(2026, 1, 5))
    page.keep()
    add(qtbot, page, "1:30", "Ask first", "3 Feb")
    assert page.rows()[0] == "3 Feb 2026, Supervision, 1\u00a0h 30\u00a0min, Ask first"
    assert page.view.adding.time.text() == ""
    assert page.view.sums.all.text() == "2\u00a0h 30\u00a0min of practice"
    page.undo()
    assert len(page.rows()) == 1


def test_without_a_day_it_was_today(page: Page, qtbot: QtBot) -> None:
    page.keep()
    add(qtbot, page, "20")
    assert page.entries()[0].day == page.clock().date()


@pytest.mark.parametrize(("time", "day"), [("a while", ""), ("", ""), ("30 h", ""), ("60", "tomorrow")])
def test_what_cannot_be_read_is_said_and_stays(page: Page, qtbot: QtBot, time: str, day: str) -> None:
    page.keep()
    add(qtbot, page, time, "Ask first", day)
    assert page.view.adding.problem.isVisible()
    assert page.view.adding.learning.text() == "Ask first"
    assert page.entries() == []


def test_a_learning_is_edited_with_keys_alone(page: Page, qtbot: QtBot) -> None:
    page.put(learning="Ask first")
    page.keep()
    page.view.list.select(page.entries()[0].id)
    page.view.list.setFocus()
    key(qtbot, page, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.view.editor.learning
    qtbot.keyClicks(page.view.editor.applied, "At once")
    key(qtbot, page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.entries()[0].how_applied == "At once"
    assert not page.view.editor.isVisible()
    assert page.rows()[0].endswith("Ask first, Applied: At once")


def test_escape_leaves_an_entry_as_it_was(page: Page, qtbot: QtBot) -> None:
    entry = page.put(learning="Ask first")
    page.keep()
    page.presenter.edit(entry.id)
    qtbot.keyClicks(page.view.editor.applied, "At once")
    key(qtbot, page, Qt.Key.Key_Escape)
    assert not page.view.editor.isVisible()
    assert page.entries() == [entry]


def test_day_and_length_of_a_session_are_told_and_not_asked(page: Page) -> None:
    page.hold(page.journal())
    page.keep()
    page.presenter.catch_up()
    page.settle()
    (before,) = page.entries()
    page.presenter.edit(before.id)
    editor = page.view.editor
    assert not editor.time.isVisible()
    editor.time.setText("9 h")
    editor.learning.setPlainText("Wait longer")
    editor.save.click()
    page.settle()
    (after,) = page.entries()
    assert (after.minutes, after.day, after.learning) == (before.minutes, before.day, "Wait longer")


def test_an_entry_by_hand_is_changed_whole(page: Page) -> None:
    entry = page.put()
    page.keep()
    page.presenter.edit(entry.id)
    editor = page.view.editor
    editor.kind.set_value(PracticeKind.TRAINING)
    editor.mode.set_value(Mode.VIDEO)
    editor.day.setText("2 Feb")
    editor.time.setText("2 h")
    editor.save.click()
    page.settle()
    (after,) = page.entries()
    assert (after.kind, after.mode, after.day, after.minutes) == (
        PracticeKind.TRAINING,
        Mode.VIDEO,
        date(2026, 2, 2),
        120,
    )


def test_deleting_is_undone_and_the_next_entry_is_chosen(page: Page, qtbot: QtBot) -> None:
    newer, older = page.put(), page.put(day=date(2026, 1, 5))
    page.keep()
    page.view.list.select(newer.id)
    page.view.list.setFocus()
    key(qtbot, page, Qt.Key.Key_Delete)
    assert page.entries() == [older]
    assert page.view.list.selected() == older.id
    page.undo()
    assert page.entries() == [older, newer]


# For which time


def test_a_period_is_summed_up_alone(page: Page) -> None:
    page.put()
    page.put(day=date(2025, 6, 1))
    page.keep()
    assert len(page.rows()) == 1
    page.presenter.choose_period(Period.TWELVE_MONTHS)
    page.settle()
    assert len(page.rows()) == 2
    page.presenter.choose_period(Period.OWN)
    page.view.since.setText("1 May 2025")
    page.view.until.setText("1 July 2025")
    page.view.until.settled.emit()
    page.settle()
    assert page.rows() == ["1 Jun 2025, Mentoring, 1\u00a0h"]


@pytest.mark.parametrize("days", [("3 Feb 2026", "2 Feb 2026"), ("some day", "")])
def test_days_that_make_no_period_are_said(page: Page, days: tuple[str, str]) -> None:
    page.put()
    page.keep()
    page.presenter.choose_period(Period.OWN)
    page.settle()
    page.presenter.choose_days(*days)
    page.settle()
    assert len(page.rows()) == 1
    assert page.view.since.isVisible()


# Paper and table


def test_the_page_and_the_table_name_nobody(page: Page, tmp_path: Path) -> None:
    page.journal()
    page.put(learning="Ana Ribeiro needs silence", kind=PracticeKind.SUPERVISION)
    page.keep()
    page.outside.path = tmp_path / "ledger.pdf"
    page.view.pdf.click()
    page.settle()
    assert page.outside.suggested == ["practice-ledger-2026-03-01.pdf"]
    said = reading.text((tmp_path / "ledger.pdf").read_bytes())
    assert "Supervision" in said and "silence" in said
    assert "Ana" not in said and "Ribeiro" not in said
    page.outside.path = tmp_path / "ledger.csv"
    page.view.csv.click()
    page.settle()
    assert "My mentee needs silence" in (tmp_path / "ledger.csv").read_text()


def test_a_file_that_is_there_already_stays_and_is_said(page: Page, tmp_path: Path) -> None:
    page.put()
    page.keep()
    page.outside.path = tmp_path / "ledger.pdf"
    page.outside.path.write_text("mine")
    page.view.pdf.click()
    page.settle()
    assert page.outside.path.read_text() == "mine"
    assert page.outside.problems == []


# What is typed


def test_what_is_being_typed_is_sealed_and_comes_back_in_the_next_sitting(page: Page, qtbot: QtBot) -> None:
    entry = page.put(learning="Ask first")
    page.keep()
    qtbot.keyClicks(page.view.adding.learning, "Half a sente")
    page.presenter.edit(entry.id)
    qtbot.keyClicks(page.view.editor.applied, "At on")
    page.presenter.flush()
    page.settle()
    first = page.view
    page.begin()
    page.show()
    assert page.view.adding.learning.text() == "Half a sente"
    assert page.view.editor.applied.text() == "At on"
    assert page.view.editor.learning.text() == "Ask first"
    first.deleteLater()


def test_what_was_added_is_not_brought_back(page: Page, qtbot: QtBot) -> None:
    page.keep()
    qtbot.keyClicks(page.view.adding.learning, "Ask first")
    page.presenter.flush()
    add(qtbot, page, "60", "Ask first")
    page.presenter.flush()
    page.settle()
    first = page.view
    page.begin()
    page.show()
    assert page.view.adding.learning.text() == ""
    first.deleteLater()


def test_a_full_disk_loses_nothing_and_can_be_tried_again(
    page: Page, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.keep()

    def full(entry: object) -> None:
        raise DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(page.shelf.ledger, "put", full)
        add(qtbot, page, "60", "Ask first")
    assert isinstance(page.outside.problems[0], DiskFull)
    assert page.view.adding.learning.text() == "Ask first"
    assert page.outside.retry is not None
    page.outside.retry()
    page.settle()
    assert [entry.learning for entry in page.entries()] == ["Ask first"]


def test_every_control_has_a_name(page: Page) -> None:
    page.show()
    assert unnamed(page.view) == []
    entry = page.put(learning="Ask first")
    page.keep()
    page.presenter.edit(entry.id)
    assert unnamed(page.view) == []


def test_words_are_shown_as_they_were_written(page: Page) -> None:
    page.put(learning="<b>a & b</b>", day=DAY)
    page.keep()
    assert page.rows()[0].endswith("<b>a & b</b>")
