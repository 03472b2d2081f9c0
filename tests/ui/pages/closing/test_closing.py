"""The closing sheet in the real window: one step by key, everything else as one likes, and bad input said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from mentorjournal.journal.journal import Journal
from mentorjournal.model.closure import Closure, Due, due
from mentorjournal.model.export import ExportKind
from mentorjournal.model.lifecycle import Step
from mentorjournal.model.words import EndReason, RelationshipStatus, RetentionRule
from tests.ui.driving import LIMIT, Driver
from tests.ui.names import unnamed
from tests.ui.pages.closing.conftest import (
    CONTROL,
    SHIFT,
    Begin,
    Window,
    agreed,
    closed,
    held_while_due,
    in_days,
    met,
)
from ui.closing_rooms import CLOSING, DESTROY
from ui.pages_of_journal import build_rooms
from ui.widgets.date_field import day_words

R, S = RetentionRule, RelationshipStatus


# Closing


def test_it_is_closed_by_keyboard_in_one_step_with_nothing_filled_in(begin: Begin) -> None:
    window = begin(met)
    window.open_sheet()
    window.press(Qt.Key.Key_Return)
    assert window.status is S.CLOSED
    assert window.closure() == Closure(closed_on=in_days(0))
    assert "Closed on" in window.closing.after.closed.text()
    assert [card.status for card in window.sitting.desk.cards if card.codename == "Heron"] == [S.CLOSED]


def test_closing_is_taken_back_like_any_act(begin: Begin) -> None:
    window = begin(met)
    window.open_sheet()
    window.press(Qt.Key.Key_Return)
    window.sitting.undo()
    window.settle()
    assert window.status is S.ACTIVE
    assert window.closing.end.isVisible()
    assert [card.status for card in window.sitting.desk.cards] == [S.ACTIVE, S.ACTIVE]


@pytest.mark.parametrize("way", ["key", "name", "wish"])
def test_the_sheet_is_opened_by_key_by_name_and_by_wish(begin: Begin, way: str) -> None:
    window = begin(met)
    if way == "key":
        window.press(Qt.Key.Key_E, CONTROL | SHIFT)
    elif way == "name":
        window.call("close this")
    else:
        window.sitting.desk.aside.wish("closing")
        window.settle()
    assert window.front == CLOSING
    assert window.closing.end.hasFocus()
    assert unnamed(window.driver.running[0].window) == []


def test_what_was_said_goes_along_with_the_end(begin: Begin) -> None:
    window = begin(met)
    window.open_sheet()
    before = window.closing.before
    before.reason.set_value(EndReason.GOALS_MET)
    before.thanked.click()
    before.notes.rule.set_value(R.KEEP_UNTIL)
    before.notes.day.line.setText("in 300 days")
    window.press(Qt.Key.Key_Return, CONTROL)
    closure = window.closure()
    assert closure == Closure(
        closed_on=in_days(0),
        reason=EndReason.GOALS_MET,
        thanked=True,
        rule=R.KEEP_UNTIL,
        destroy_on=in_days(300),
    )
    day = day_words(in_days(300), window.closing.locale())
    assert window.closing.after.notes.text() == f"To be destroyed on {day}."


def test_escape_leaves_the_sheet_and_what_was_said_waits(begin: Begin) -> None:
    window = begin(met)
    window.open_sheet()
    window.closing.before.thanked.click()
    window.press(Qt.Key.Key_Escape)
    assert window.front == "journal" and window.status is S.ACTIVE
    window.open_sheet()
    assert window.closing.before.thanked.isChecked()


def test_what_was_said_and_not_kept_comes_back_after_a_lock(begin: Begin, driver: Driver) -> None:
    window = begin(met)
    window.open_sheet()
    window.closing.before.reason.set_value(EndReason.CIRCUMSTANCES)
    window.closing.before.notes.rule.set_value(R.ON_HOLD)
    window.closing.before.notes.reason.set_text("A case is open")
    window.sitting.locking.lock()
    driver.qtbot.waitUntil(lambda: bool(driver.replaced), timeout=LIMIT)
    again = Window(driver, window.folder, driver.unlock(driver.start(window.folder, build_rooms)))
    driver.qtbot.waitUntil(lambda: again.sitting.desk.journal is not None, timeout=LIMIT)
    again.sitting.desk.aside.wish("closing")
    again.settle()
    draft = again.closing.draft()
    assert (draft.reason, draft.notes.rule, draft.notes.hold_reason) == (
        EndReason.CIRCUMSTANCES,
        R.ON_HOLD,
        "A case is open",
    )


def test_the_sheet_follows_the_journal_in_front(begin: Begin) -> None:
    window = begin(met)
    window.open_sheet()
    window.closing.before.thanked.click()
    window.sitting.step(1)
    window.settle()
    window.open_sheet()
    assert not window.closing.before.thanked.isChecked()
    window.sitting.step(-1)
    window.settle()
    window.open_sheet()
    assert window.closing.before.thanked.isChecked()


def test_an_ending_review_is_offered_where_somebody_grants_it(begin: Begin) -> None:
    window = begin(met)
    window.sitting.desk.aside.grants.pop("review ending")
    window.open_sheet()
    wished: list[str] = []
    had = window.closing.before.review.isVisible()
    window.sitting.desk.aside.grants["review ending"] = lambda: wished.append("review")
    window.sitting.back()
    window.open_sheet()
    assert window.closing.before.review.isVisible()
    window.closing.before.review.click()
    assert (had, wished) == (False, ["review"])


# What was agreed


def test_the_agreed_rule_is_chosen_already_and_said_so(begin: Begin) -> None:
    window = begin(agreed(R.KEEP_UNTIL, in_days(400)))
    window.open_sheet()
    before = window.closing.before
    assert before.notes.rule.value() is R.KEEP_UNTIL
    assert before.notes.day.value() == in_days(400)
    assert "As you agreed" in before.agreed.text()
    window.press(Qt.Key.Key_Return)
    closure = window.closure()
    assert closure is not None and (closure.rule, closure.destroy_on) == (R.KEEP_UNTIL, in_days(400))


def test_an_agreed_day_that_is_past_does_not_bar_the_end(begin: Begin) -> None:
    window = begin(agreed(R.KEEP_UNTIL, in_days(-5)))
    window.open_sheet()
    assert "That day is past: they are due now." in window.closing.before.agreed.text()
    window.press(Qt.Key.Key_Return)
    assert window.status is S.CLOSED
    assert "Due to be destroyed today" in window.closing.after.notes.text()


# Bad input


def test_ending_before_the_first_session_is_allowed_and_said_kindly(begin: Begin) -> None:
    window = begin()
    window.open_sheet()
    assert "No session was held yet. It may end all the same." in window.closing.before.told.text()
    window.press(Qt.Key.Key_Return)
    assert window.status is S.CLOSED


def test_a_planned_end_in_the_past_is_named_and_it_ends_today(begin: Begin) -> None:
    def planned(journal: Journal) -> None:
        met(journal)
        about = journal.relationship()
        journal.describe(replace(about, started_on=in_days(-90), planned_end_on=in_days(-10)))

    window = begin(planned)
    window.open_sheet()
    assert "closed as of today" in window.closing.before.told.text()
    window.press(Qt.Key.Key_Return)
    closure = window.closure()
    assert closure is not None and closure.closed_on == in_days(0)


@pytest.mark.parametrize(
    ("rule", "day", "sentence"),
    [
        (R.KEEP_UNTIL, "", "Say until which day the notes are kept"),
        (R.KEEP_UNTIL, "2020-01-01", "cannot be kept until a day before the end"),
        (R.KEEP_UNTIL, "whenever", "“whenever” is not a day"),
        (R.ON_HOLD, "", "Say why nothing may be destroyed"),
    ],
)
def test_notes_that_cannot_be_settled_so_are_refused_and_nothing_is_lost(
    begin: Begin, rule: R, day: str, sentence: str
) -> None:
    window = begin(met)
    window.open_sheet()
    before = window.closing.before
    before.thanked.click()
    before.notes.rule.set_value(rule)
    before.notes.day.line.setText(day)
    window.press(Qt.Key.Key_Return, CONTROL)
    assert sentence in window.closing.message.text()
    assert window.closing.message.isVisible()
    assert window.status is S.ACTIVE
    assert before.thanked.isChecked() and before.notes.rule.value() is rule
    if day == "whenever":
        assert before.notes.day.line.text() == "whenever"


def test_closing_what_was_closed_elsewhere_says_so_and_shows_what_stands(begin: Begin) -> None:
    window = begin(met)
    window.open_sheet()
    window.on_vault(lambda journal: journal.life.take(Step.CLOSE))
    window.press(Qt.Key.Key_Return, CONTROL)
    assert "closed already" in window.closing.message.text()
    assert window.closing.after.isVisible()


def test_a_day_that_is_past_is_refused_after_the_end(begin: Begin) -> None:
    def long_ago(journal: Journal) -> None:
        journal.life.close(Closure(closed_on=in_days(-30)))

    window = begin(long_ago)
    window.open_sheet()
    after = window.closing.after
    after.change.click()
    after.fields.rule.set_value(R.KEEP_UNTIL)
    after.fields.day.line.setText(in_days(-3).isoformat())
    window.press(Qt.Key.Key_Return, CONTROL)
    assert "That day is past" in window.closing.message.text()
    assert after.is_asking and after.fields.draft().day == in_days(-3)


def test_opening_again_waits_for_another_rule_where_destruction_is_due(begin: Begin) -> None:
    window = begin(closed(R.DESTROY_AT_CLOSE))
    window.open_sheet()
    window.closing.reopen.click()
    window.settle()
    assert "Change the rule first" in window.closing.message.text()
    assert window.status is S.CLOSED
    window.closing.after.change.click()
    window.closing.after.fields.rule.set_value(R.KEEP_OWN)
    window.press(Qt.Key.Key_Return, CONTROL)
    window.closing.reopen.click()
    window.settle()
    assert window.status is S.ACTIVE and window.closure() is None


# What stands


def test_how_it_ended_and_thanks_are_said_afterwards_and_taken_back(begin: Begin) -> None:
    window = begin(closed())
    window.open_sheet()
    window.press(Qt.Key.Key_Down)
    window.closing.after.thanked.click()
    window.settle()
    closure = window.closure()
    assert closure is not None and (closure.reason, closure.thanked) == (EndReason.COMPLETED, True)
    for _ in range(2):
        window.sitting.undo()
        window.settle()
    closure = window.closure()
    assert closure is not None and (closure.reason, closure.thanked) == (None, False)
    assert window.closing.after.reason.value() is None


def test_a_hold_is_put_on_and_wins_over_a_destruction_that_is_due(begin: Begin) -> None:
    window = begin(closed(R.DESTROY_AT_CLOSE))
    window.open_sheet()
    after = window.closing.after
    after.hold.click()
    window.press(Qt.Key.Key_Return, CONTROL)
    assert "Say why nothing may be destroyed" in window.closing.message.text()
    after.fields.reason.set_text("Somebody asked for their data")
    window.press(Qt.Key.Key_Return, CONTROL)
    closure = window.closure()
    assert closure is not None and due(closure, in_days(0)) is Due.HELD
    assert "Without the hold it would be due since" in after.notes.text()
    assert "Somebody asked for their data" in after.hold_reason.text()


def test_lifting_a_hold_proposes_what_stood_before_and_says_what_is_due(begin: Begin) -> None:
    window = begin(held_while_due)
    window.open_sheet()
    after = window.closing.after
    assert not after.change.isVisible() and after.lift.isVisible()
    after.lift.click()
    window.press(Qt.Key.Key_Return, CONTROL)
    closure = window.closure()
    assert closure is not None
    assert closure.rule is R.KEEP_UNTIL and closure.destroy_on == in_days(0)
    assert "Due to be destroyed today" in after.notes.text()


def test_escape_closes_the_fields_before_the_sheet(begin: Begin) -> None:
    window = begin(closed())
    window.open_sheet()
    window.closing.after.change.click()
    window.press(Qt.Key.Key_Escape)
    assert not window.closing.after.is_asking and window.front == CLOSING
    window.press(Qt.Key.Key_Escape)
    assert window.front == "journal"


def test_half_said_notes_come_back_with_the_sheet(begin: Begin) -> None:
    window = begin(closed())
    window.open_sheet()
    window.closing.after.hold.click()
    window.closing.after.fields.reason.set_text("half a reason")
    window.sitting.step(1)
    window.settle()
    window.sitting.step(-1)
    window.settle()
    window.open_sheet()
    assert window.closing.after.is_asking
    assert window.closing.after.fields.draft().hold_reason == "half a reason"


def test_every_control_after_the_end_has_a_name(begin: Begin) -> None:
    window = begin(closed())
    window.open_sheet()
    window.closing.after.hold.click()
    assert unnamed(window.driver.running[0].window) == []


# The hand-over copy and the files that left


def test_the_hand_over_copy_is_saved_noted_and_goes_along_with_the_end(begin: Begin, tmp_path: Path) -> None:
    window = begin(met)
    window.open_sheet()
    window.driver.answers.files = [tmp_path / "copy.pdf"]
    window.closing.before.thanked.click()
    window.closing.before.handover.button.click()
    window.settle()
    with pypdfium2.PdfDocument(tmp_path / "copy.pdf") as pdf:
        assert "handed over to the mentee" in pdf[0].get_textpage().get_text_range().replace("\r\n", " ")
    assert "copy.pdf" in window.closing.message.text()
    assert window.closing.before.thanked.isChecked()
    window.press(Qt.Key.Key_Return, CONTROL)
    closure = window.closure()
    assert closure is not None and closure.handed_over_on == in_days(0) and closure.thanked
    found: list[tuple[ExportKind, str]] = []
    window.on_vault(lambda journal: found.extend((one.what, one.file_name) for one in journal.exports.all()))
    assert found == [(ExportKind.HANDOVER, "copy.pdf")]


def test_a_hand_over_after_the_end_makes_the_rule_due(begin: Begin, tmp_path: Path) -> None:
    window = begin(closed(R.HAND_TO_MENTEE))
    window.open_sheet()
    assert "once the hand-over copy is saved" in window.closing.after.notes.text()
    window.driver.answers.files = [tmp_path / "copy"]
    window.closing.after.handover.button.click()
    window.settle()
    assert (tmp_path / "copy.pdf").exists()
    assert "Due to be destroyed today" in window.closing.after.notes.text()
    assert window.closing.after.file_list.text().startswith("copy.pdf")


def test_a_file_that_is_there_is_left_and_nothing_is_noted(begin: Begin, tmp_path: Path) -> None:
    window = begin(met)
    window.open_sheet()
    (tmp_path / "copy.pdf").write_bytes(b"mine")
    window.driver.answers.files = [tmp_path / "copy.pdf"]
    window.closing.before.handover.button.click()
    window.settle()
    assert "already exists" in window.closing.message.text()
    assert (tmp_path / "copy.pdf").read_bytes() == b"mine"
    found: list[object] = []
    window.on_vault(lambda journal: found.extend(journal.exports.all()))
    assert found == []


def test_nothing_to_hand_over_is_said(begin: Begin, tmp_path: Path) -> None:
    window = begin()
    window.open_sheet()
    window.driver.answers.files = [tmp_path / "copy.pdf"]
    window.closing.before.handover.button.click()
    window.settle()
    assert "nothing to hand over" in window.closing.message.text()
    assert not (tmp_path / "copy.pdf").exists()


# The way on


def test_destroy_now_opens_the_page_that_says_what_goes(begin: Begin) -> None:
    window = begin(closed())
    window.open_sheet()
    window.closing.destroy_now.click()
    window.settle()
    assert window.front == DESTROY
    assert "“Heron”" in window.destroy.facts.goes.text()
