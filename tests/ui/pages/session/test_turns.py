"""A session of peers stands in two halves, and the clock counts the minutes of each turn."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal.errors import InvalidInput
from mentorjournal.model.blocks import from_plain, to_plain
from mentorjournal.model.ids import new_block_id, new_entry_id
from mentorjournal.model.session import NoteBlock, Session
from mentorjournal.model.words import EntryKind, Role, SessionKind, SessionStatus, Turn
from tests.ui.names import unnamed
from tests.ui.pages.stage import NOW, File, Opened, Stage
from ui.pages.session.halves import BOTH, end_of_half, in_halves, moved_over
from ui.pages.session.opening import Opening

DAY = NOW.date()
ME, THEM = Turn.MINE, Turn.PARTNER
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def file(tmp_path: Path) -> File:
    return File(tmp_path / "journal.mjdb", Role.PEER)


def note(text: str = "", turn: Turn | None = None) -> NoteBlock:
    return NoteBlock(id=new_block_id(), text=from_plain(text), turn=turn)


def put(stage: Stage, opened: Opened, *notes: NoteBlock, day: date = DAY, **fields: object) -> Session:
    value = Session(id=new_entry_id(), day=day, blocks=notes or (note(),), **fields)  # type: ignore[arg-type]
    stage.read(lambda: opened.journal.sessions.add(value))
    stage.timeline.open(opened)
    stage.timeline.open_entry(EntryKind.SESSION, value.id)
    stage.settle()
    stage.session.show_opening("during")
    stage.settle()
    return value


def kept(stage: Stage, opened: Opened, value: Session) -> Session:
    stage.session.flush()
    stage.settle()
    found = stage.read(lambda: opened.journal.sessions.get(value.id))
    assert isinstance(found, Session)
    return found


def halves(value: Session) -> list[tuple[str, Turn | None]]:
    return [(to_plain(block.text), block.turn) for block in value.blocks]


def heads(stage: Stage) -> list[str]:
    """The headings from top to bottom."""
    QApplication.processEvents()  # what was asked for is laid out
    shown = [head for head in stage.session_view.halves.values() if head.isVisible()]
    return [head.words.text() for head in sorted(shown, key=lambda head: head.y())]


def at(stage: Stage, minutes: int) -> None:
    stage.now = NOW + timedelta(minutes=minutes)


# Which note stands where


def test_notes_stand_half_by_half_and_keep_their_order() -> None:
    first, second, third = note("b", THEM), note("a", ME), note("c", THEM)
    assert in_halves((first, second, third), BOTH) == (second, first, third)


def test_an_empty_note_waits_in_the_first_half_and_an_older_one_stands_above() -> None:
    empty, old, theirs = note(), note("from before"), note("b", THEM)
    assert in_halves((theirs, empty, old), BOTH) == (old, empty, theirs)
    assert end_of_half((old, empty, theirs), BOTH, ME) == 2


def test_a_note_goes_over_to_the_end_of_the_other_half() -> None:
    mine, theirs = note("a", ME), note("b", THEM)
    over = moved_over((mine, theirs), BOTH, mine.id)
    assert over is not None and (over[0].turn, over[1]) == (THEM, 1)
    assert moved_over((mine,), (), mine.id) is None


# On the page


def test_a_session_of_peers_has_two_halves(stage: Stage, opened: Opened) -> None:
    put(stage, opened)
    assert heads(stage) == ["Your turn", "Your peer’s turn"]


def test_what_is_typed_first_goes_to_the_first_half(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    value = put(stage, opened)
    qtbot.keyClicks(stage.session_view.notes[0].editor, "My question")
    assert halves(kept(stage, opened, value)) == [("My question", ME)]


def test_a_note_goes_to_the_half_in_which_it_is_written(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    value = put(stage, opened, note("mine", ME))
    button = stage.session_view.halves[THEM].button
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.keyClicks(stage.session_view.notes[1].editor, "theirs")
    qtbot.keyClick(
        stage.session_view.notes[0].editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | SHIFT
    )
    qtbot.keyClicks(stage.session_view.notes[1].editor, "mine too")
    expected = [("mine", ME), ("mine too", ME), ("theirs", THEM)]
    assert halves(kept(stage, opened, value)) == expected


def test_a_key_moves_the_note_to_the_other_half_and_back(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    value = put(stage, opened, note("a", ME), note("b", THEM))
    stage.session_view.notes[0].setFocus()
    qtbot.keyClick(stage.session_view.notes[0].editor, Qt.Key.Key_Y, ALT | SHIFT)
    assert halves(kept(stage, opened, value)) == [("b", THEM), ("a", THEM)]
    assert stage.session_view.notes[1].editor.hasFocus()
    stage.session.act_on_note("half")
    assert halves(kept(stage, opened, value)) == [("a", ME), ("b", THEM)]


def test_a_note_moved_down_from_the_edge_goes_into_the_other_half(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    value = put(stage, opened, note("a", ME), note("b", ME), note("c", THEM))
    qtbot.keyClick(stage.session_view.notes[1].editor, Qt.Key.Key_Down, ALT | SHIFT)
    assert halves(kept(stage, opened, value)) == [("a", ME), ("b", THEM), ("c", THEM)]
    qtbot.keyClick(stage.session_view.notes[1].editor, Qt.Key.Key_Up, ALT | SHIFT)
    assert halves(kept(stage, opened, value)) == [("a", ME), ("b", ME), ("c", THEM)]


def test_the_other_than_last_time_stands_first(stage: Stage, opened: Opened) -> None:
    put(stage, opened, note("a", ME), day=DAY - timedelta(days=9), status=SessionStatus.HELD)
    put(stage, opened)
    assert heads(stage) == ["Your peer’s turn", "Your turn"]


def test_who_began_stays_first_while_one_writes(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    put(stage, opened, note("b", THEM))
    assert heads(stage) == ["Your peer’s turn", "Your turn"]
    stage.session_view.halves[ME].button.click()
    qtbot.keyClicks(stage.session_view.notes[1].editor, "a")
    stage.session.flush()
    stage.settle()
    assert heads(stage) == ["Your peer’s turn", "Your turn"]


def test_a_contact_has_no_halves(stage: Stage, opened: Opened) -> None:
    put(stage, opened, note("x"), kind=SessionKind.CONTACT, status=SessionStatus.HELD)
    assert heads(stage) == []


def test_everything_has_a_name(stage: Stage, opened: Opened) -> None:
    put(stage, opened)
    assert unnamed(stage.timeline_view) == []


# Minutes


def test_the_turn_key_counts_for_the_other_and_leads_to_their_half(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    value = put(stage, opened)
    stage.session.begin_session()
    stage.settle()
    at(stage, 25)
    stage.session.switch_turn()
    assert stage.frame_view.head.clock.turn.text() == "Your peer’s turn: 0 min"
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClicks(focus, "theirs")
    at(stage, 45)
    stage.session.tick()
    assert stage.frame_view.head.clock.turn.text() == "Your peer’s turn: 20 min"
    assert ("theirs", THEM) in halves(kept(stage, opened, value))


def test_the_minutes_are_noted_when_it_took_place_and_corrected_after(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    value = put(stage, opened)
    stage.session.begin_session()
    stage.settle()
    at(stage, 25)
    stage.session.switch_turn()
    at(stage, 55)
    stage.session.settle(SessionStatus.HELD)
    stage.settle()
    found = kept(stage, opened, value)
    assert (found.my_turn_minutes, found.partner_turn_minutes) == (25, 30)
    field = stage.after_view.turns.fields[ME]
    assert field.isVisible() and field.value() == 25
    field.setFocus()
    qtbot.keyClicks(field, "28")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert kept(stage, opened, value).my_turn_minutes == 28


def test_the_minutes_can_be_taken_back_and_are_not_noted_again(stage: Stage, opened: Opened) -> None:
    value = put(stage, opened)
    stage.session.begin_session()
    at(stage, 10)
    stage.session.switch_turn()
    stage.session.settle(SessionStatus.HELD)
    stage.settle()
    stage.undo()
    stage.settle()
    assert kept(stage, opened, value).my_turn_minutes is None


def test_who_never_gives_the_turn_on_has_nothing_noted(stage: Stage, opened: Opened) -> None:
    value = put(stage, opened)
    stage.session.begin_session()
    at(stage, 55)
    stage.session.settle(SessionStatus.HELD)
    stage.settle()
    assert kept(stage, opened, value).my_turn_minutes is None


def test_a_lock_leads_back_to_the_turn_and_its_minutes(stage: Stage, opened: Opened) -> None:
    put(stage, opened)
    stage.session.begin_session()
    stage.settle()
    at(stage, 20)
    stage.session.switch_turn()
    place = stage.timeline.place()
    stage.timeline.close()
    stage.settle()
    at(stage, 32)
    stage.timeline.open(opened)
    stage.timeline.restore(place)
    stage.settle()
    assert stage.frame_view.head.clock.turn.text() == "Your peer’s turn: 12 min"


def test_without_a_clock_the_turn_key_goes_to_the_other_half(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    value = put(stage, opened, note("a", ME), status=SessionStatus.HELD)
    stage.session_view.notes[0].setFocus()
    stage.session.switch_turn()
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClicks(focus, "b")
    assert halves(kept(stage, opened, value)) == [("a", ME), ("b", THEM)]


def test_the_minutes_may_be_said_where_no_clock_ran(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    value = put(stage, opened, status=SessionStatus.HELD)
    stage.session.show_opening(Opening.AFTER)
    stage.settle()
    field = stage.after_view.turns.fields[THEM]
    field.setFocus()
    qtbot.keyClicks(field, "40")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    found = kept(stage, opened, value)
    assert (found.my_turn_minutes, found.partner_turn_minutes) == (None, 40)


class TestWithoutTurns:
    @pytest.fixture
    def file(self, tmp_path: Path) -> File:
        return File(tmp_path / "journal.mjdb", Role.MENTOR)

    def test_a_mentor_has_one_column_and_no_minutes(self, qtbot: QtBot, stage: Stage, opened: Opened) -> None:
        value = put(stage, opened, status=SessionStatus.HELD)
        assert heads(stage) == []
        qtbot.keyClicks(stage.session_view.notes[0].editor, "x")
        assert halves(kept(stage, opened, value)) == [("x", None)]
        stage.session.show_opening(Opening.AFTER)
        stage.settle()
        assert not stage.after_view.turns.isVisible()

    def test_the_turn_key_says_that_there_are_none(self, stage: Stage, opened: Opened) -> None:
        put(stage, opened)
        stage.session.switch_turn()
        (error, _) = stage.problems[-1]
        assert isinstance(error, InvalidInput) and "no turns here" in str(error)
