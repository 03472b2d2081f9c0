"""On its day a reflection comes back, to be read beside what is written now."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal.model.blocks import from_plain, to_plain
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.reflection import Answer, Reflection
from mentorjournal.model.words import EntryKind
from tests.ui.names import unnamed
from tests.ui.pages.stage import NOW, Opened, Stage

DAY = NOW.date()


def earlier(stage: Stage, opened: Opened, revisit_on: date | None = DAY) -> Reflection:
    value = Reflection(
        id=new_entry_id(),
        day=date(2026, 9, 3),
        title="What I am afraid of",
        text=from_plain("I say yes too soon."),
        answers=(Answer(step_id="what", prompt_text="What happened?", text=from_plain("She asked.")),),
        revisit_on=revisit_on,
    )
    stage.read(lambda: opened.journal.reflections.add(value))
    return value


def write_beside(stage: Stage, id: object) -> None:
    stage.timeline.new_entry(begin=lambda journal: stage.reflection.bring_back(journal, id))  # type: ignore[arg-type]
    stage.settle()


def get(stage: Stage, opened: Opened, id: object) -> Reflection:
    found = stage.read(lambda: opened.journal.reflections.get(id))  # type: ignore[arg-type]
    assert isinstance(found, Reflection)
    return found


def test_the_earlier_one_lies_beside_an_empty_page_and_cannot_be_changed(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    old = earlier(stage, opened)
    write_beside(stage, old.id)
    view = stage.reflection_view

    assert not view.earlier.isHidden()
    read = to_plain(view.earlier.text.document_value())
    assert read == "I say yes too soon.\nWhat happened?\nShe asked."
    assert view.text.document_value() == ()
    assert view.offer.isHidden()

    view.earlier.text.setFocus()
    for key in (Qt.Key.Key_A, Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Tab):
        qtbot.keyClick(view.earlier.text, key)
    assert to_plain(view.earlier.text.document_value()) == read
    assert unnamed(view) == []


def test_with_the_first_words_it_rests_and_undo_brings_it_back(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    old = earlier(stage, opened)
    write_beside(stage, old.id)
    assert get(stage, opened, old.id).revisit_on == DAY
    qtbot.keyClicks(stage.reflection_view.text, "Less so now.")
    stage.reflection.flush()
    stage.settle()

    assert get(stage, opened, old.id).revisit_on is None
    assert [c.label for c in stage.changes if c.undo] == ["Let reflection rest"]
    stage.undo()
    stage.settle()
    assert get(stage, opened, old.id).revisit_on == DAY
    texts = stage.read(opened.journal.reflections.all)
    assert isinstance(texts, list) and len(texts) == 2


def test_an_empty_page_left_behind_settles_nothing(stage: Stage, opened: Opened) -> None:
    old = earlier(stage, opened)
    write_beside(stage, old.id)
    stage.timeline.back()
    stage.settle()

    assert get(stage, opened, old.id).revisit_on == DAY
    assert stage.reflection_view.earlier.isHidden()


def test_it_lies_beside_again_whenever_the_new_one_is_opened(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    old = earlier(stage, opened)
    write_beside(stage, old.id)
    qtbot.keyClicks(stage.reflection_view.text, "Less so now.")
    stage.timeline.open_entry(EntryKind.REFLECTION, old.id)
    stage.settle()
    assert stage.reflection_view.earlier.isHidden()
    found = stage.read(opened.journal.reflections.all)
    assert isinstance(found, list)
    new = next(value for value in found if value.returns_to == old.id)

    stage.timeline.open_entry(EntryKind.REFLECTION, new.id)
    stage.settle()
    assert "I say yes too soon." in to_plain(stage.reflection_view.earlier.text.document_value())
    assert not stage.reflection_view.earlier.isHidden()


def test_one_that_waits_for_no_day_can_be_written_beside_too(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    old = earlier(stage, opened, revisit_on=None)
    write_beside(stage, old.id)
    qtbot.keyClicks(stage.reflection_view.text, "Now")
    stage.reflection.flush()
    stage.settle()

    assert [c for c in stage.changes if c.undo] == []


def test_a_paste_from_a_word_processor_stays_clear_and_keeps_its_structure(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    sentence = "The meeting began late and we spoke of the plan for the spring. "
    paragraph = (
        f'<p class=MsoNormal style="mso-margin-top-alt:auto"><span lang=EN-GB>{sentence * 6}</span></p>'
    )
    html = (
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><style>p.MsoNormal"
        "{font-family:'Calibri';color:red;font-size:11pt}</style></head><body>"
        "<h1 style='color:navy'>Year one</h1>"
        "<ul><li>First</li><li><b style='mso-bidi-font-weight:normal'>Second</b></li></ul>"
        + paragraph * 260
        + "<o:p>&nbsp;</o:p></body></html>"
    )
    stage.timeline.new_entry()
    stage.settle()
    view = stage.reflection_view
    clipboard = QApplication.clipboard()
    mime = QMimeData()
    mime.setHtml(html)
    clipboard.setMimeData(mime)
    view.text.setFocus()
    qtbot.keyClick(view.text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    stage.reflection.flush()
    stage.settle()

    found = stage.read(opened.journal.reflections.all)
    assert isinstance(found, list)
    blocks = found[0].text
    assert [block.kind.value for block in blocks[:3]] == ["h1", "ul", "ul"]
    assert len(to_plain(blocks)) > 100_000 - 1000
    assert blocks[2].spans[0].bold
    assert view.saved.text() == "Saved 10:42"
    clipboard.clear()
