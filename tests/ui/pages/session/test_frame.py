"""The session page opens where the day asks for it, and nothing is lost on the way between its openings."""

from __future__ import annotations

from datetime import date, time, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.errors import InvalidInput
from mentorjournal.model.blocks import from_plain, to_plain
from mentorjournal.model.ids import new_block_id, new_entry_id
from mentorjournal.model.session import AfterNote, NoteBlock, Session
from mentorjournal.model.words import Attribution, EntryKind, Mode, SessionKind, SessionStatus, TopicStatus
from tests.ui.names import unnamed
from tests.ui.pages.stage import NOW, Opened, Stage
from ui.pages.session.opening import Opening, right_opening

DAY = NOW.date()
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
PLANNED, HELD = SessionStatus.PLANNED, SessionStatus.HELD


def session(**fields: object) -> Session:
    block = NoteBlock(id=new_block_id(), text=from_plain(str(fields.pop("text", ""))))
    return Session(**{"id": new_entry_id(), "day": DAY, "blocks": (block,), **fields})  # type: ignore[arg-type]


def put(stage: Stage, opened: Opened, **fields: object) -> Session:
    value = session(**fields)
    stage.read(lambda: opened.journal.sessions.add(value))
    stage.timeline.open(opened)
    stage.timeline.open_entry(EntryKind.SESSION, value.id)
    stage.settle()
    return value


def sessions(stage: Stage, opened: Opened) -> list[Session]:
    stage.session.flush()
    stage.settle()
    found = stage.read(opened.journal.sessions.all)
    assert isinstance(found, list)
    return found


def front(stage: Stage) -> object:
    return stage.frame_view.head.segments.value()


def press(
    qtbot: QtBot, stage: Stage, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press the key where the cursor is, as a person would who looks at no button."""
    qtbot.keyClick(focus(), key, held)
    stage.settle()


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def write(qtbot: QtBot, words: str) -> None:
    qtbot.keyClicks(focus(), words)


@pytest.mark.parametrize(
    ("fields", "begun", "opening"),
    [
        ({"day": DAY + timedelta(days=1)}, False, Opening.BEFORE),
        ({"day": DAY}, False, Opening.BEFORE),
        ({"day": DAY}, True, Opening.DURING),
        ({"day": DAY, "at": time(12, 0)}, False, Opening.BEFORE),
        ({"day": DAY, "at": time(11, 30)}, False, Opening.DURING),
        ({"day": DAY, "at": time(10, 0)}, False, Opening.DURING),
        ({"day": DAY, "at": time(8, 0)}, False, Opening.AFTER),
        ({"day": DAY, "at": time(10, 0), "minutes": 0}, False, Opening.DURING),
        ({"day": DAY - timedelta(days=1)}, False, Opening.AFTER),
        ({"status": HELD}, False, Opening.AFTER),
        ({"status": HELD, "day": DAY - timedelta(days=31)}, False, Opening.DURING),
        ({"status": HELD, "after_note": AfterNote(written_on=DAY)}, False, Opening.DURING),
        ({"status": HELD, "kind": SessionKind.CONTACT}, False, Opening.DURING),
        ({"status": SessionStatus.MISSED}, False, Opening.BEFORE),
        ({"status": SessionStatus.MISSED, "text": "Waited"}, False, Opening.DURING),
    ],
)
def test_the_opening_follows_the_day_and_the_status(
    fields: dict[str, object], begun: bool, opening: Opening
) -> None:
    assert right_opening(session(**fields), NOW, begun=begun) is opening


def test_the_page_opens_at_the_right_opening(whole: Stage, room: Opened) -> None:
    put(whole, room, day=DAY + timedelta(days=3))
    assert front(whole) is Opening.BEFORE
    put(whole, room, status=HELD)
    assert front(whole) is Opening.AFTER


def test_an_opening_that_is_not_there_is_not_offered(stage: Stage, opened: Opened) -> None:
    put(stage, opened, day=DAY + timedelta(days=3))
    assert front(stage) is Opening.DURING
    stage.session.show_opening("before")
    stage.settle()
    assert front(stage) is Opening.DURING


def test_from_before_to_the_next_date_by_keys_alone(qtbot: QtBot, whole: Stage, room: Opened) -> None:
    value = put(whole, room)
    whole.read(lambda: room.journal.topics.capture("The talk", value.id))
    assert front(whole) is Opening.BEFORE
    whole.frame_view.setFocus()
    write(qtbot, "One question at a time")
    press(qtbot, whole, Qt.Key.Key_2, ALT)
    assert front(whole) is Opening.DURING
    assert whole.session_view.intention.text() == "I intend: One question at a time"

    write(qtbot, "We began.")
    press(qtbot, whole, Qt.Key.Key_Return, CONTROL)
    (topic,) = whole.read(lambda: room.journal.topics.of_session(value.id))  # type: ignore[misc]
    assert topic.status is TopicStatus.DISCUSSED
    press(qtbot, whole, Qt.Key.Key_J, CONTROL)
    write(qtbot, "send the list by Friday !")
    press(qtbot, whole, Qt.Key.Key_Return)

    press(qtbot, whole, Qt.Key.Key_3, ALT)
    assert front(whole) is Opening.AFTER
    press(qtbot, whole, Qt.Key.Key_Space)  # it took place
    write(qtbot, "She spoke first.")
    press(qtbot, whole, Qt.Key.Key_Tab)
    write(qtbot, "At the question.")
    whole.after_view.next_day.setFocus()
    write(qtbot, "in 2 weeks")
    press(qtbot, whole, Qt.Key.Key_Return)
    press(qtbot, whole, Qt.Key.Key_Return, CONTROL)

    first, second = sessions(whole, room)
    assert (first.status, first.number, first.intention) == (HELD, 1, "One question at a time")
    assert to_plain(first.blocks[0].text) == "We began."
    assert first.after_note == AfterNote(
        mattered="She spoke first.", stopped_at="At the question.", written_on=DAY
    )
    assert (second.status, second.day) == (PLANNED, DAY + timedelta(days=14))
    (action,) = whole.read(room.journal.actions.all)  # type: ignore[misc]
    assert (action.text, action.is_promise, action.session_id) == ("send the list", True, value.id)
    assert whole.problems == []


def test_nothing_is_lost_between_the_openings(qtbot: QtBot, whole: Stage, room: Opened) -> None:
    put(whole, room, status=HELD)
    for opening, words in (
        (Opening.AFTER, "mattered"),
        (Opening.BEFORE, "intended"),
        (Opening.DURING, "noted"),
        (Opening.AFTER, " most"),
    ):
        whole.session.show_opening(opening)
        whole.settle()
        whole.frame_view.setFocus()
        if opening is Opening.AFTER:
            focus().moveCursor(whole.after_view.mattered.answer.textCursor().MoveOperation.End)  # type: ignore[attr-defined]
        write(qtbot, words)

    (value,) = sessions(whole, room)
    assert value.intention == "intended"
    assert to_plain(value.blocks[0].text) == "noted"
    assert value.after_note.mattered == "mattered most"


def test_a_flush_in_the_middle_writes_whatever_stands_there(qtbot: QtBot, whole: Stage, room: Opened) -> None:
    value = put(whole, room, at=time(10, 30))
    qtbot.keyClicks(whole.session_view.notes[0].editor, "Half a sen")
    qtbot.keyClicks(whole.frame_view.head.title, "Half")
    whole.timeline.flush()
    whole.timeline.close()
    whole.settle()

    found = whole.read(lambda: room.journal.sessions.get(value.id))
    assert isinstance(found, Session)
    assert (to_plain(found.blocks[0].text), found.title) == ("Half a sen", "Half")


def test_locking_leads_back_to_the_opening_the_cursor_and_the_clock(
    qtbot: QtBot, whole: Stage, room: Opened
) -> None:
    put(whole, room)
    whole.session.begin_session()
    whole.settle()
    qtbot.keyClicks(whole.session_view.notes[0].editor, "One two")
    whole.session_view.notes[0].editor.set_cursor_place(3)
    whole.now = NOW + timedelta(minutes=20)
    place = whole.timeline.place()
    whole.timeline.close()
    whole.settle()
    whole.timeline.open(room)
    whole.timeline.restore(place)
    whole.settle()

    assert front(whole) is Opening.DURING
    assert whole.session_view.notes[0].editor.cursor_place() == 3
    assert whole.frame_view.head.clock.words.text() == "20 of 60 min"


def test_coming_back_to_an_opening_finds_the_cursor_where_it_was(
    qtbot: QtBot, whole: Stage, room: Opened
) -> None:
    put(whole, room, at=time(10, 30), text="One two three")
    editor = whole.session_view.notes[0].editor
    editor.setFocus()
    editor.set_cursor_place(7)
    for opening in (Opening.BEFORE, Opening.DURING):
        whole.session.show_opening(opening)
        whole.settle()
    assert whole.session_view.notes[0].editor.cursor_place() == 7


def test_an_opening_can_be_asked_for_before_the_session_is_there(whole: Stage, room: Opened) -> None:
    value = session(day=DAY + timedelta(days=3))
    whole.read(lambda: room.journal.sessions.add(value))
    whole.timeline.open_entry(EntryKind.SESSION, value.id)
    whole.session.show_opening("during")
    whole.settle()
    assert front(whole) is Opening.DURING


def test_a_new_session_asks_for_its_day_alone_and_is_kept_at_once(
    qtbot: QtBot, whole: Stage, room: Opened
) -> None:
    whole.timeline.new_entry(EntryKind.SESSION)
    whole.settle()
    assert [one.day for one in sessions(whole, room)] == [DAY]
    write(qtbot, "in 2 weeks")
    press(qtbot, whole, Qt.Key.Key_Return)
    assert [one.day for one in sessions(whole, room)] == [DAY + timedelta(days=14)]
    assert not whole.frame_view.head.ask.isVisible()

    whole.undo()
    whole.settle()
    assert [one.day for one in sessions(whole, room)] == [DAY]
    whole.undo()
    whole.settle()
    assert sessions(whole, room) == []


def test_what_is_no_day_is_said_and_stays(qtbot: QtBot, whole: Stage, room: Opened) -> None:
    whole.timeline.new_entry(EntryKind.SESSION)
    whole.settle()
    write(qtbot, "someday soon")
    press(qtbot, whole, Qt.Key.Key_Return)
    assert whole.frame_view.head.ask.day.line.text() == "someday soon"
    assert whole.frame_view.head.ask.isVisible()


def test_postponing_asks_for_the_new_day_and_can_be_taken_back(
    qtbot: QtBot, whole: Stage, room: Opened
) -> None:
    value = put(whole, room)
    whole.session.settle(SessionStatus.POSTPONED)
    whole.settle()
    assert sessions(whole, room)[0].status is PLANNED
    write(qtbot, "yesterday")
    press(qtbot, whole, Qt.Key.Key_Return)
    assert sessions(whole, room) == [value]
    focus().selectAll()  # type: ignore[attr-defined]
    write(qtbot, "10 Dec")
    press(qtbot, whole, Qt.Key.Key_Return)
    assert [(one.status, one.day) for one in sessions(whole, room)] == [
        (SessionStatus.POSTPONED, DAY),
        (PLANNED, date(2026, 12, 10)),
    ]
    whole.undo()
    whole.settle()
    assert sessions(whole, room) == [value]


@pytest.mark.parametrize("status", [SessionStatus.CANCELLED_BY_ME, SessionStatus.MISSED])
def test_a_session_that_did_not_take_place_can_be_taken_back(
    whole: Stage, room: Opened, status: SessionStatus
) -> None:
    value = put(whole, room)
    whole.session.settle(status)
    whole.settle()
    assert sessions(whole, room)[0].status is status
    whole.undo()
    whole.settle()
    assert sessions(whole, room) == [value]


def test_a_session_to_come_cannot_be_held_and_says_why(whole: Stage, room: Opened) -> None:
    value = put(whole, room, day=DAY + timedelta(days=2))
    whole.session.settle(HELD)
    whole.settle()
    assert isinstance(whole.problems[0][0], InvalidInput)
    assert sessions(whole, room) == [value]


def test_the_suggested_agenda_stands_beside_the_notes_and_can_be_taken_back(
    whole: Stage, room: Opened
) -> None:
    put(whole, room, at=time(10, 30))
    whole.session.suggest_agenda()
    whole.settle()
    side = [one for one in whole.session_view.findChildren(QLabel) if "Check-in" in one.text()]
    assert len(side) == 1
    whole.undo()
    whole.settle()
    assert "Check-in" not in side[0].text()


def test_a_contact_is_noted_in_a_short_form(qtbot: QtBot, whole: Stage, room: Opened) -> None:
    whole.session.expect_contact()
    whole.timeline.new_entry(EntryKind.SESSION)
    write(qtbot, "The talk is moved to May.")
    press(qtbot, whole, Qt.Key.Key_Return, CONTROL)

    (value,) = sessions(whole, room)
    assert (value.kind, value.status, value.mode) == (SessionKind.CONTACT, HELD, Mode.WRITTEN)
    assert to_plain(value.blocks[0].text) == "The talk is moved to May."
    assert whole.frame_view.head.facts.pill.text() == "Contact"
    assert not whole.frame_view.head.segments.isVisible()


def test_a_contact_half_written_is_kept_when_the_page_is_left(
    qtbot: QtBot, whole: Stage, room: Opened
) -> None:
    whole.session.expect_contact()
    whole.timeline.new_entry(EntryKind.SESSION)
    write(qtbot, "Half a line")
    whole.timeline.flush()
    whole.settle()
    assert len(sessions(whole, room)) == 1


def test_an_empty_contact_says_what_is_missing_and_leaves_nothing(
    qtbot: QtBot, whole: Stage, room: Opened
) -> None:
    whole.session.expect_contact()
    whole.timeline.new_entry(EntryKind.SESSION)
    press(qtbot, whole, Qt.Key.Key_Return, CONTROL)
    assert sessions(whole, room) == []
    assert whole.problems == []


def test_the_palette_reaches_the_note_that_was_written_in_last(
    qtbot: QtBot, whole: Stage, room: Opened
) -> None:
    put(whole, room, at=time(10, 30), text="x")
    whole.session_view.notes[0].editor.setFocus()
    whole.timeline_view.list.setFocus()  # as the palette takes the cursor away
    whole.session.act_on_note("says")
    whole.session.act_on_note("special")
    (block,) = sessions(whole, room)[0].blocks
    assert (block.attribution, block.special_category) == (Attribution.PARTNER_SAID, True)


# The quiet clock


def clock_words(stage: Stage, minutes: int) -> str:
    stage.now = NOW + timedelta(minutes=minutes)
    stage.session.tick()
    return stage.frame_view.head.clock.words.text()


def test_the_clock_begins_with_the_first_word_on_the_day(qtbot: QtBot, whole: Stage, room: Opened) -> None:
    put(whole, room, at=time(10, 30))
    assert not whole.frame_view.head.clock.isVisible()
    qtbot.keyClicks(whole.session_view.notes[0].editor, "x")
    assert whole.frame_view.head.clock.isVisible()
    assert clock_words(whole, 35) == "35 of 60 min"
    assert clock_words(whole, 55) == "55 of 60 min  ·  about 5 minutes left"
    assert clock_words(whole, 61) == "61 of 60 min  ·  the planned time is over"


def test_the_clock_does_not_begin_on_another_day(qtbot: QtBot, whole: Stage, room: Opened) -> None:
    put(whole, room, day=DAY + timedelta(days=2))
    whole.session.show_opening("during")
    whole.settle()
    qtbot.keyClicks(whole.session_view.notes[0].editor, "x")
    assert not whole.frame_view.head.clock.isVisible()


def test_the_clock_goes_on_while_another_page_is_open_and_can_be_stopped_and_hidden(
    whole: Stage, room: Opened
) -> None:
    value = put(whole, room)
    whole.session.begin_session()
    whole.timeline.back()
    whole.now = NOW + timedelta(minutes=12)
    whole.timeline.open_entry(EntryKind.SESSION, value.id)
    whole.settle()
    assert front(whole) is Opening.DURING
    assert whole.frame_view.head.clock.words.text() == "12 of 60 min"
    whole.session.stop_clock()
    assert clock_words(whole, 30) == "12 of 60 min, stopped"
    whole.session.stop_clock()
    assert clock_words(whole, 33) == "15 of 60 min"
    whole.session.hide_clock()
    assert not whole.frame_view.head.clock.words.isVisible()


def test_a_session_of_no_minutes_has_a_clock_without_an_end(whole: Stage, room: Opened) -> None:
    put(whole, room, minutes=0)
    whole.session.begin_session()
    whole.settle()
    assert clock_words(whole, 90) == "90 min"


def test_a_clock_that_was_set_back_shows_no_time_below_nothing(whole: Stage, room: Opened) -> None:
    put(whole, room)
    whole.session.begin_session()
    whole.settle()
    assert clock_words(whole, -10) == "0 of 60 min"


@pytest.mark.parametrize("opening", list(Opening))
def test_every_control_has_a_name(whole: Stage, room: Opened, opening: Opening) -> None:
    put(whole, room, status=HELD)
    whole.session.show_opening(opening)
    whole.frame_view.head.facts.open_details(True)
    whole.settle()
    assert unnamed(whole.timeline_view) == []


def test_acts_without_a_session_say_so(whole: Stage, room: Opened) -> None:
    for act in (
        whole.session.begin_session,
        whole.session.catch,
        whole.session.discuss_next,
        partial(whole.session.act_on_note, "says"),
        whole.session.suggest_agenda,
        whole.session.stop_clock,
    ):
        act()
    assert {str(error) for error, _ in whole.problems} == {
        "There is no session open. Open one in the list first."
    }
