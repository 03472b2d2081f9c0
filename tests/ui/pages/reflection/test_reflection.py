"""A reflection is kept as it was typed, is said to be saved only when it is, and is never lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mentorjournal.model.blocks import from_plain, to_plain
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.reflection import Answer, LearningPoint, Reflection
from mentorjournal.model.words import EntryKind, ReflectionTiming, Visibility
from tests.ui.names import unnamed
from tests.ui.pages.stage import NOW, File, Opened, Stage
from ui.pages.reflection.answer import AnswerBlock

DAY = NOW.date()


def kept(stage: Stage, opened: Opened) -> list[Reflection]:
    """What the journal has."""
    found = stage.read(opened.journal.reflections.all)
    assert isinstance(found, list)
    return found


def put(stage: Stage, opened: Opened, **fields: object) -> Reflection:
    """A reflection that is in the journal already, open on the stage."""
    value = Reflection(id=new_entry_id(), day=DAY, **fields)  # type: ignore[arg-type]
    stage.read(lambda: opened.journal.reflections.add(value))
    stage.timeline.open(opened)
    stage.timeline.open_entry(EntryKind.REFLECTION, value.id)
    stage.settle()
    return value


def test_what_is_typed_is_saved_by_itself_and_said_so(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    stage.timeline.new_entry()
    qtbot.keyClicks(stage.reflection_view.text, "She asked first. ")
    stage.reflection_view.text.insertPlainText("Ça va, 陳?")  # keys of a test are ASCII
    assert stage.reflection_view.saved.text() == "Saving…"

    qtbot.waitUntil(lambda: stage.reflection_view.saved.text() == "Saved 10:42")

    assert [to_plain(value.text) for value in kept(stage, opened)] == ["She asked first. Ça va, 陳?"]


def test_a_reopened_reflection_is_identical(qtbot: QtBot, stage: Stage, opened: Opened, file: File) -> None:
    stage.timeline.new_entry()
    view = stage.reflection_view
    qtbot.keyClicks(view.title, "Asking first")
    qtbot.keyClicks(view.text, "- one")
    qtbot.keyClick(view.text, Qt.Key.Key_Return)
    qtbot.keyClicks(view.text, "two")
    qtbot.keyClicks(view.tags, "listening, advice")
    before = view.text.document_value()
    stage.timeline.close()
    stage.read(opened.journal.close)
    assert view.text.document_value() == ()

    again = stage.read(file.open)
    assert isinstance(again, Opened)
    stage.timeline.open(again)
    stage.timeline.open_entry(EntryKind.REFLECTION, kept(stage, again)[0].id)
    stage.settle()

    assert view.title.text() == "Asking first"
    assert view.text.document_value() == before
    assert view.tags.text() == "listening, advice"


def test_a_new_page_without_a_word_is_not_kept(stage: Stage, opened: Opened) -> None:
    stage.timeline.new_entry()
    stage.timeline.back()

    assert kept(stage, opened) == []
    assert stage.changes == []


def test_the_writers_own_deletion_of_all_words_is_kept(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    put(stage, opened, text=from_plain("To be taken back"))
    stage.reflection_view.text.selectAll()
    qtbot.keyClick(stage.reflection_view.text, Qt.Key.Key_Delete)
    stage.reflection.flush()

    assert [to_plain(value.text) for value in kept(stage, opened)] == [""]


def test_opening_another_entry_writes_the_first(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    other = put(stage, opened, text=from_plain("Other"))
    stage.timeline.new_entry()
    qtbot.keyClicks(stage.reflection_view.text, "First")
    stage.timeline.open_entry(EntryKind.REFLECTION, other.id)
    stage.settle()

    assert to_plain(stage.reflection_view.text.document_value()) == "Other"
    assert sorted(to_plain(value.text) for value in kept(stage, opened)) == ["First", "Other"]


def test_two_quick_writes_end_with_the_last(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    stage.timeline.new_entry()
    for word in ("one ", "two ", "three"):
        qtbot.keyClicks(stage.reflection_view.text, word)
        stage.reflection.flush()

    assert [to_plain(value.text) for value in kept(stage, opened)] == ["one two three"]


def test_a_failed_save_keeps_the_text_and_says_so(
    qtbot: QtBot, stage: Stage, opened: Opened, file: File
) -> None:
    value = put(stage, opened, text=from_plain("Safe"))
    stage.read(opened.journal.close)
    qtbot.keyClicks(stage.reflection_view.text, "Not yet safe. ")
    stage.reflection.flush()
    stage.settle()

    assert stage.reflection_view.saved.text() == "Not saved"
    assert to_plain(stage.reflection_view.text.document_value()) == "Not yet safe. Safe"
    assert len(stage.problems) == 1
    stage.read(file.open)
    stage.reflection.close()  # it cannot be written any more; what was saved before is there
    stage.settle()
    assert value.id


def test_what_could_not_be_saved_is_tried_again_and_then_is(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    value = put(stage, opened, text=from_plain("Safe"))
    stage.read(lambda: opened.journal._db.run("PRAGMA query_only = ON"))
    qtbot.keyClicks(stage.reflection_view.text, "Later ")
    stage.reflection.flush()
    stage.settle()
    assert stage.reflection_view.saved.text() == "Not saved"
    stage.timeline.back()
    stage.settle()

    stage.timeline.open_entry(EntryKind.REFLECTION, value.id)
    stage.settle()
    assert to_plain(stage.reflection_view.text.document_value()) == "Later Safe"

    stage.read(lambda: opened.journal._db.run("PRAGMA query_only = OFF"))
    retry = stage.problems[0][1]
    assert retry is not None
    retry()
    stage.settle()

    assert stage.reflection_view.saved.text() == "Saved 10:42"
    assert [to_plain(value.text) for value in kept(stage, opened)] == ["Later Safe"]


def test_an_answer_keeps_the_wording_of_its_question(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    stage.timeline.new_entry()
    view = stage.reflection_view
    framework = view.questions.shown_set()
    view.questions.asked.emit(framework, "feelings", "What did I feel?")
    qtbot.keyClicks(view.focusWidget(), "Relief")
    stage.reflection.flush()

    (value,) = kept(stage, opened)
    assert value.answers == (
        Answer(step_id="feelings", prompt_text="What did I feel?", text=from_plain("Relief")),
    )
    assert value.framework_id == framework


def test_a_removed_answer_comes_back_beside_what_was_typed_since(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    answer = Answer(step_id="what", prompt_text="What happened?", text=from_plain("We spoke"))
    put(stage, opened, text=from_plain("Body"), answers=(answer,))
    block = stage.reflection_view.findChild(AnswerBlock)
    assert block is not None
    block.removed.emit(block)
    qtbot.keyClicks(stage.reflection_view.text, "More. ")
    stage.settle()
    stage.undo()
    stage.settle()
    stage.reflection.flush()

    (value,) = kept(stage, opened)
    assert value.answers == (answer,)
    assert to_plain(value.text) == "More. Body"


def test_a_learning_point_is_written_out_of_the_reflection(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    value = put(stage, opened, text=from_plain("Long thoughts"))
    view = stage.reflection_view
    qtbot.mouseClick(view.learning_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(view.learning.words, "Ask before answering.")
    view.learning.visibility.set_value(Visibility.SUMMARY_OK)
    qtbot.mouseClick(view.learning.keep_button, Qt.MouseButton.LeftButton)
    stage.settle()

    points = stage.read(opened.journal.learning_points.all)
    assert isinstance(points, list)
    assert [(p.text, p.visibility, p.from_reflection_id) for p in points] == [
        ("Ask before answering.", Visibility.SUMMARY_OK, value.id)
    ]
    assert isinstance(points[0], LearningPoint)
    assert view.learning.isHidden()


def test_a_learning_point_takes_no_more_than_fits(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    put(stage, opened, text=from_plain("x"))
    view = stage.reflection_view
    qtbot.mouseClick(view.learning_button, Qt.MouseButton.LeftButton)
    view.learning.words.setPlainText("a" * 280)
    qtbot.keyClicks(view.learning.words, "b")

    assert view.learning.words.text() == "a" * 280


def test_day_and_timing_are_chosen_around_the_text(stage: Stage, opened: Opened) -> None:
    put(stage, opened, text=from_plain("x"))
    about = stage.reflection_view.about
    next(a for a in about._timings.actions() if a.data() == ReflectionTiming.AFTER).trigger()
    about.day_button.click()
    about.day_field.line.setText("2026-11-30")
    about.day_field.line.editingFinished.emit()
    stage.reflection.flush()

    (value,) = kept(stage, opened)
    assert (value.timing, value.day.isoformat()) == (ReflectionTiming.AFTER, "2026-11-30")


def test_the_cursor_comes_back_to_its_place(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    value = put(stage, opened, text=from_plain("One two three"))
    stage.reflection_view.text.setFocus()
    stage.reflection_view.text.set_cursor_place(7)
    place = stage.timeline.place()
    stage.timeline.close()
    stage.settle()

    stage.timeline.open(opened)
    stage.timeline.restore(place)
    stage.settle()

    assert stage.reflection_view.text.cursor_place() == 7
    assert stage.timeline.place()["entry"] == place["entry"]
    assert value.id in str(place)


def test_what_comes_too_late_for_a_closed_journal_is_dropped(stage: Stage, opened: Opened) -> None:
    value = Reflection(id=new_entry_id(), day=DAY, text=from_plain("Private"))
    stage.read(lambda: opened.journal.reflections.add(value))
    stage.timeline.open_entry(EntryKind.REFLECTION, value.id)
    stage.timeline.close()
    stage.settle()

    assert stage.reflection_view.text.document_value() == ()
    assert stage.timeline_view.list.model().rowCount() == 0


def test_everything_that_takes_the_focus_has_a_name(stage: Stage, opened: Opened) -> None:
    put(stage, opened, text=from_plain("x"), answers=(Answer(step_id="a", prompt_text="Why?"),))
    stage.reflection_view.questions.show()

    assert unnamed(stage.timeline_view) == []


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_another_look_is_not_an_edit(stage: Stage, opened: Opened, theme: object, scheme: str) -> None:
    from ui.theme.theme import Scheme, Theme

    assert isinstance(theme, Theme)
    put(stage, opened, text=from_plain("x"))
    theme.apply(Scheme(scheme))
    theme.set_zoom(1.5)

    assert stage.reflection_view.saved.text() == ""
