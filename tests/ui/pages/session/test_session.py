"""A session's notes keep who said them and what may happen to them, and no key is needed twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from PySide6.QtCore import QLocale, QMimeData, Qt
from pytestqt.qtbot import QtBot

from mentorjournal.model.action import Action
from mentorjournal.model.blocks import from_plain, to_plain
from mentorjournal.model.ids import new_block_id, new_entry_id
from mentorjournal.model.session import AdviceOutcome, NoteBlock, Session
from mentorjournal.model.words import (
    ActionOwner,
    Attribution,
    EntryKind,
    Section,
    SessionStatus,
    Visibility,
)
from tests.ui.names import unnamed
from tests.ui.pages.stage import NOW, Opened, Stage
from ui.pages.session.presenter import in_section
from ui.widgets.day_time import read_time

DAY = NOW.date()
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def note(text: str, section: Section = Section.DISCUSSED, **fields: object) -> NoteBlock:
    return NoteBlock(id=new_block_id(), section=section, text=from_plain(text), **fields)  # type: ignore[arg-type]


def put(stage: Stage, opened: Opened, *blocks: NoteBlock, **fields: object) -> Session:
    """A session that is in the journal already, open on the stage."""
    day = fields.pop("day", DAY)
    value = Session(id=new_entry_id(), day=day, blocks=blocks, **fields)  # type: ignore[arg-type]
    stage.read(lambda: opened.journal.sessions.add(value))
    stage.timeline.open(opened)
    stage.timeline.open_entry(EntryKind.SESSION, value.id)
    stage.settle()
    return value


def kept(stage: Stage, opened: Opened) -> Session:
    """The one session, as the journal has it after everything was written."""
    stage.session.flush()
    stage.settle()
    found = stage.read(opened.journal.sessions.all)
    assert isinstance(found, list) and isinstance(found[0], Session)
    return found[0]


def texts(value: Session) -> list[str]:
    return [to_plain(block.text) for block in value.blocks]


def test_a_new_session_has_a_place_to_type_and_the_agreed_length(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    stage.timeline.new_entry(EntryKind.SESSION)
    stage.settle()
    qtbot.keyClicks(stage.session_view.notes[0].editor, "We began.")

    value = kept(stage, opened)
    assert texts(value) == ["We began."]
    assert (value.day, value.minutes, value.status) == (DAY, 60, SessionStatus.PLANNED)


def test_typing_is_saved_by_itself_and_said_so(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    put(stage, opened, note(""))
    qtbot.keyClicks(stage.session_view.notes[0].editor, "Saved soon")
    qtbot.waitUntil(lambda: stage.session_view.saved.text() == "Saved 10:42")

    found = stage.read(opened.journal.sessions.all)
    assert isinstance(found, list)
    assert texts(found[0]) == ["Saved soon"]


def test_ctrl_shift_enter_adds_a_note_after_this_one(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    put(stage, opened, note("first", Section.INSIGHT), note("last"))
    qtbot.keyClick(stage.session_view.notes[0].editor, Qt.Key.Key_Return, CONTROL | SHIFT)
    qtbot.keyClicks(stage.session_view.notes[1].editor, "between")

    value = kept(stage, opened)
    assert texts(value) == ["first", "between", "last"]
    assert value.blocks[1].section is Section.INSIGHT


def test_enter_on_an_empty_last_line_begins_another_note(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    put(stage, opened, note(""), note("last"))
    editor = stage.session_view.notes[0].editor
    qtbot.keyClicks(editor, "first")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(stage.session_view.notes[1].editor, "between")

    assert texts(kept(stage, opened)) == ["first", "between", "last"]


def test_nothing_of_a_note_is_lost_when_its_words_change(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    outcome = AdviceOutcome(tried_on=DAY, what_happened="It helped", told_partner=True)
    value = put(
        stage, opened, note("Ask first", Section.ADVICE_GIVEN, outcome=outcome, special_category=True)
    )
    qtbot.keyClicks(stage.session_view.notes[0].editor, "Now: ")

    (block,) = kept(stage, opened).blocks
    assert block == replace(value.blocks[0], text=from_plain("Now: Ask first"))


def test_what_became_of_advice_is_kept_with_it(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    put(stage, opened, note("Ask first", Section.ADVICE_GIVEN), note("x"))
    advice, other = (one.advice for one in stage.session_view.notes)
    assert not other.isVisible()
    advice.ask.setFocus()
    qtbot.keyClick(advice.ask, Qt.Key.Key_Space)
    qtbot.keyClicks(advice.happened, "She asked")
    qtbot.keyClicks(advice.tried.line, "yesterday")
    qtbot.keyClick(advice.tried.line, Qt.Key.Key_Return)
    qtbot.keyClick(advice.told, Qt.Key.Key_Space)

    block = kept(stage, opened).blocks[0]
    assert block.outcome == AdviceOutcome(
        tried_on=DAY - timedelta(days=1), what_happened="She asked", told_partner=True
    )


def test_a_note_is_marked_as_special_by_a_key_and_says_so(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    put(stage, opened, note("x"))
    widget = stage.session_view.notes[0]
    qtbot.keyClick(widget.editor, Qt.Key.Key_S, ALT | SHIFT)

    assert kept(stage, opened).blocks[0].special_category
    assert not widget.special_word.isHidden()
    assert "Special category" in widget.editor.accessibleName()


def test_a_paste_of_a_hundred_thousand_characters_is_kept_whole(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    put(stage, opened, note(""))
    words = "word " * 20_000
    pasted = QMimeData()
    pasted.setText(words)
    stage.session_view.notes[0].editor.insertFromMimeData(pasted)

    assert texts(kept(stage, opened))[0].strip() == words.strip()


def test_ctrl_point_cycles_who_said_it_and_with_shift_what_may_happen(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    put(stage, opened, note("x"))
    editor = stage.session_view.notes[0].editor
    qtbot.keyClick(editor, Qt.Key.Key_Period, CONTROL)
    qtbot.keyClick(editor, Qt.Key.Key_Greater, CONTROL | SHIFT)

    (block,) = kept(stage, opened).blocks
    assert block.attribution is Attribution.PARTNER_SAID
    assert block.visibility is Visibility.PARTNER_OK
    assert to_plain(block.text) == "x"


def test_alt_shift_arrows_move_the_note_and_the_cursor_stays_in_it(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    put(stage, opened, note("one"), note("two"))
    editor = stage.session_view.notes[1].editor
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Up, ALT | SHIFT)

    assert texts(kept(stage, opened)) == ["two", "one"]
    assert stage.session_view.notes[0].editor.hasFocus()


def test_their_words_are_theirs_and_never_leave(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    put(stage, opened, note("It is my turn", visibility=Visibility.SUMMARY_OK))
    widget = stage.session_view.notes[0]
    widget.section_chosen.emit(widget.id, Section.THEIR_WORDS)
    qtbot.keyClick(widget.editor, Qt.Key.Key_Period, CONTROL)
    qtbot.keyClick(widget.editor, Qt.Key.Key_Greater, CONTROL | SHIFT)

    (block,) = kept(stage, opened).blocks
    assert (block.attribution, block.visibility) == (Attribution.PARTNER_SAID, Visibility.NEVER_EXPORT)
    assert not widget.says.isEnabled() and not widget.may.isEnabled()
    assert stage.problems == []


def test_a_section_brings_its_own_marks_and_leaves_chosen_ones() -> None:
    plain = note("x", Section.FREE)
    chosen = note("x", Section.FREE, visibility=Visibility.PARTNER_OK)

    assert in_section(plain, Section.ADVICE_RECEIVED).attribution is Attribution.PARTNER_SAID
    assert in_section(chosen, Section.INSIGHT).visibility is Visibility.PARTNER_OK
    theirs = in_section(chosen, Section.THEIR_WORDS)
    assert theirs.visibility is Visibility.NEVER_EXPORT
    back = in_section(theirs, Section.DISCUSSED)
    assert (back.attribution, back.visibility) == (Attribution.MINE, Visibility.PRIVATE)


def test_the_mark_says_its_word_on_hover_and_to_screen_readers(stage: Stage, opened: Opened) -> None:
    put(stage, opened, note("x", visibility=Visibility.SUMMARY_OK))
    mark = stage.session_view.notes[0].mark

    assert mark.toolTip() == mark.accessibleName() == "May appear in a summary"
    assert "May appear in a summary" in stage.session_view.notes[0].editor.accessibleName()


def test_a_removed_note_comes_back_beside_what_was_typed_since(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    gone = note("Gone", Section.INSIGHT)
    put(stage, opened, note("Here"), gone)
    qtbot.mouseClick(stage.session_view.notes[1].remove_button, Qt.MouseButton.LeftButton)
    stage.settle()
    assert texts(kept(stage, opened)) == ["Here"]

    qtbot.keyClicks(stage.session_view.notes[0].editor, "Still ")
    stage.undo()
    stage.settle()

    value = kept(stage, opened)
    assert texts(value) == ["Still Here", "Gone"]
    assert value.blocks[1] == gone


def test_a_session_of_today_can_be_marked_as_held_and_undone(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    put(stage, opened, note("x"))
    view, head = stage.session_view, stage.frame_view.head
    qtbot.mouseClick(head.begin_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(head.held_button, Qt.MouseButton.LeftButton)
    stage.settle()

    assert kept(stage, opened).status is SessionStatus.HELD
    assert head.facts.pill.text() == "Session 1"
    assert not head.held_button.isVisible()

    stage.session.show_opening("during")
    stage.settle()
    qtbot.keyClicks(view.notes[0].editor, "typed since ")
    stage.undo()
    stage.settle()
    value = kept(stage, opened)
    assert value.status is SessionStatus.PLANNED
    assert texts(value) == ["typed since x"]


def test_a_session_to_come_is_not_held_yet(stage: Stage, opened: Opened) -> None:
    put(stage, opened, note("x"), day=DAY + timedelta(days=7))

    head = stage.frame_view.head
    assert not head.begin_button.isVisible() and not head.held_button.isVisible()


def test_the_facts_are_kept_as_they_were_chosen(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    prepared = {"intention": "Line one\nline two", "desired_outcome": "A plan"}
    value = put(stage, opened, note("x"), **prepared)
    head = stage.frame_view.head
    assert stage.session_view.intention.text() == "I intend: Line one line two"
    qtbot.mouseClick(head.facts.summary, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(head.facts.at, "14.30")
    qtbot.keyClick(head.facts.at, Qt.Key.Key_Return)
    head.facts.minutes.setValue(45)
    qtbot.keyClicks(head.facts.place, "Library")
    qtbot.keyClicks(head.title, "Half way")

    expected = replace(value, at=time(14, 30), minutes=45, place="Library", title="Half way")
    assert kept(stage, opened) == expected


def test_facts_and_notes_written_at_once_do_not_take_each_other_back(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    put(stage, opened, note("x"))
    qtbot.keyClicks(stage.session_view.notes[0].editor, "typed ")
    stage.frame_view.head.facts.minutes.setValue(90)
    stage.session.flush()
    qtbot.keyClicks(stage.session_view.notes[0].editor, "on ")

    value = kept(stage, opened)
    assert (texts(value), value.minutes) == (["typed on x"], 90)


def test_times_are_read_as_people_type_them() -> None:
    locale = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)

    for text in ("9:30", "9.30", "0930", "09:30", "9:30 am"):
        assert read_time(text, locale) == time(9, 30), text
    assert read_time("9", locale) == time(9, 0)
    assert read_time("soon", locale) is None


def test_an_action_is_caught_with_its_session(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    value = put(stage, opened, note("x"))
    catch = stage.session_view.catch
    stage.session_view.setFocus()
    qtbot.keyClick(stage.session_view.notes[0].editor, Qt.Key.Key_J, CONTROL)
    assert catch.line.hasFocus()
    qtbot.keyClicks(catch.line, "Send the reading list ! by Tuesday")
    assert catch.understood() == "me · by Tue 8 Dec · a promise"
    qtbot.keyClick(catch.line, Qt.Key.Key_Return)
    stage.settle()

    (action,) = stage.read(opened.journal.actions.all)  # type: ignore[misc]
    assert action == Action(
        id=action.id,
        day=DAY,
        text="Send the reading list",
        owner=ActionOwner.ME,
        due_on=date(2026, 12, 8),
        is_promise=True,
        session_id=value.id,
    )
    assert catch.line.text() == ""
    assert stage.session_view.agreed.words() == ["Send the reading list"]


def test_a_caught_line_says_who_and_keeps_what_it_does_not_understand(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    put(stage, opened, note("x"))
    catch = stage.session_view.catch
    qtbot.keyClicks(catch.line, "meet by the river @partner @nobody")
    assert catch.understood() == "your mentee · no date"
    qtbot.keyClick(catch.line, Qt.Key.Key_Return)
    stage.settle()

    (action,) = stage.read(opened.journal.actions.all)  # type: ignore[misc]
    assert (action.text, action.owner) == ("meet by the river @nobody", ActionOwner.PARTNER)


def test_a_line_that_names_nobody_and_nothing_is_refused_and_stays(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    put(stage, opened, note("x"))
    catch = stage.session_view.catch
    qtbot.keyClicks(catch.line, "@partner")
    qtbot.keyClick(catch.line, Qt.Key.Key_Return)
    stage.settle()

    assert catch.line.text() == "@partner"
    assert "empty" in catch.problem()
    assert stage.problems == []


def test_a_failed_save_keeps_the_notes_and_says_so(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    put(stage, opened, note("Safe"))
    stage.read(lambda: opened.journal._db.run("PRAGMA query_only = ON"))
    qtbot.keyClicks(stage.session_view.notes[0].editor, "Later ")
    stage.session.flush()
    stage.settle()

    assert stage.session_view.saved.text() == "Not saved"
    assert to_plain(stage.session_view.notes[0].editor.document_value()) == "Later Safe"

    stage.read(lambda: opened.journal._db.run("PRAGMA query_only = OFF"))
    assert texts(kept(stage, opened)) == ["Later Safe"]


def test_everything_that_takes_the_focus_has_a_name(stage: Stage, opened: Opened) -> None:
    put(stage, opened, note("x"), note("y"))
    stage.frame_view.head.facts.open_details(True)

    assert unnamed(stage.timeline_view) == []
