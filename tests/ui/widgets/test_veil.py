"""A veil hides words from a screen and from a screen reader, and changes nothing that is written."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextDocument
from PySide6.QtWidgets import QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.model.blocks import Block, BlockKind, Document, Span, from_plain
from ui.theme.theme import Theme
from ui.widgets.clamped import Clamped
from ui.widgets.editor.editor import TextEditor
from ui.widgets.few_lines import FewLines
from ui.widgets.fields import LineField
from ui.widgets.label import Label
from ui.widgets.limited_text import LimitedText

WORDS = "Ana 🙂 said:\nwait longer"


def ana(text: str) -> list[tuple[int, int]]:
    place = text.find("Ana")
    return [(place, place + 3)] if place >= 0 else []


def read_aloud(widget: QWidget) -> str:
    """What an assistive program can read of the widget's own words."""
    interface = QAccessible.queryAccessibleInterface(widget)
    text = interface.textInterface()
    parts = [interface.text(part) for part in (QAccessible.Text.Name, QAccessible.Text.Value)]
    if text is not None:
        parts.append(text.text(0, text.characterCount()))
    return " ".join(parts)


def seen(editor: QTextEdit | QWidget) -> str:
    document = editor.shown_document()  # type: ignore[union-attr]
    assert isinstance(document, QTextDocument)
    return document.toPlainText()


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme) -> TextEditor:
    editor = TextEditor(theme, "Text")
    qtbot.addWidget(editor)
    editor.resize(500, 300)
    with qtbot.waitExposed(editor):
        editor.show()
    editor.activateWindow()
    editor.clearFocus()
    return editor


RICH: Document = (
    Block(kind=BlockKind.HEADING_1, spans=(Span(text="Ana 🙂 and Ben"),)),
    Block(kind=BlockKind.BULLET, spans=(Span(text="wait "), Span(text="longer", bold=True))),
    Block(kind=BlockKind.DIVIDER),
    Block(kind=BlockKind.QUOTE, spans=(Span(text="a  b c"),)),
)


def test_a_veiled_text_shows_no_word_and_keeps_every_one(editor: TextEditor, theme: Theme) -> None:
    editor.open_document(RICH)
    told: list[None] = []
    editor.edited.connect(lambda: told.append(None))
    before = editor.document_value()
    theme.veil.draw(ana)
    for word in ("Ana", "Ben", "wait", "longer"):
        assert word not in seen(editor)
        assert word not in read_aloud(editor)
    assert "eiled" in editor.accessibleDescription()
    assert editor.document_value() == before
    theme.veil.lift()
    assert seen(editor) == editor.toPlainText()
    assert editor.document_value() == before
    assert editor.accessibleDescription() == ""
    assert told == []


def test_a_text_that_is_not_private_loses_its_names_alone(editor: TextEditor, theme: Theme) -> None:
    editor.open_document(from_plain(WORDS))
    editor.veil.set_private(False)
    theme.veil.draw(ana)
    assert seen(editor) == "••• 🙂 said:\nwait longer"


def test_until_the_names_are_known_every_word_is_hidden(editor: TextEditor, theme: Theme) -> None:
    editor.veil.set_private(False)
    editor.open_document(from_plain(WORDS))
    theme.veil.draw(None)
    assert "wait" not in seen(editor)
    theme.veil.draw(ana)
    assert "wait" in seen(editor)


def test_undo_cursor_and_selection_outlive_the_veil(editor: TextEditor, theme: Theme, qtbot: QtBot) -> None:
    editor.setFocus()
    qtbot.keyClicks(editor, "one two")
    editor.set_cursor_place(3)
    theme.veil.draw(ana)
    assert editor.cursor_place() == 3
    theme.veil.lift()
    assert editor.cursor_place() == 3
    qtbot.keyClicks(editor, "x")
    assert editor.toPlainText() == "onex two"
    editor.undo()
    editor.undo()
    assert editor.toPlainText() != "onex two"


def test_nothing_is_typed_blind_and_f2_shows_the_one_with_the_cursor(
    editor: TextEditor, theme: Theme, qtbot: QtBot
) -> None:
    editor.open_document(from_plain("one"))
    editor.setFocus()
    theme.veil.draw(ana)
    qtbot.keyClicks(editor, "xyz")
    assert editor.toPlainText() == "one"
    qtbot.keyClick(editor, Qt.Key.Key_F2)
    assert seen(editor) == "one"
    qtbot.keyClicks(editor, "xyz")
    assert editor.toPlainText() == "xyzone"
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert "xyz" not in seen(editor)
    assert editor.toPlainText() == "xyzone"


def test_leaving_hides_it_again(editor: TextEditor, theme: Theme, qtbot: QtBot) -> None:
    editor.open_document(from_plain("one"))
    theme.veil.draw(ana)
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_F2)
    editor.clearFocus()
    assert "one" not in seen(editor)


def test_who_begins_to_write_in_an_empty_text_sees_it_until_it_is_left(
    editor: TextEditor, theme: Theme, qtbot: QtBot
) -> None:
    theme.veil.draw(ana)
    editor.setFocus()
    qtbot.keyClicks(editor, "one")
    assert seen(editor) == "one"
    editor.clearFocus()
    assert "one" not in seen(editor)


def test_another_entry_is_veiled_though_the_one_before_was_shown(
    editor: TextEditor, theme: Theme, qtbot: QtBot
) -> None:
    editor.open_document(from_plain("one"))
    theme.veil.draw(ana)
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_F2)
    editor.open_document(from_plain("two"))
    assert "two" not in seen(editor)
    assert editor.toPlainText() == "two"


def test_what_arrives_while_it_is_veiled_is_kept_and_veiled(editor: TextEditor, theme: Theme) -> None:
    editor.open_document(from_plain("one"))
    theme.veil.draw(ana)
    editor.set_document(RICH)
    assert "Ben" not in seen(editor)
    theme.veil.lift()
    assert editor.document_value() == RICH


def test_a_veiled_text_follows_the_look(editor: TextEditor, theme: Theme) -> None:
    editor.open_document(from_plain("one"))
    theme.veil.draw(ana)
    theme.set_zoom(1.5)
    theme.veil.lift()
    assert editor.document().defaultFont().pixelSize() == theme.font("editor").pixelSize()
    theme.set_zoom(1.0)


@pytest.mark.parametrize("make", [FewLines, LimitedText])
def test_plain_lines_are_veiled_and_told_of_no_edit(
    qtbot: QtBot, theme: Theme, make: type[FewLines] | type[LimitedText]
) -> None:
    field = FewLines(theme, "Note") if make is FewLines else LimitedText(theme, "Note", 200)
    qtbot.addWidget(field)
    field.show()
    told: list[None] = []
    field.edited.connect(lambda: told.append(None))
    field.set_text("Ana 🙂 waits")
    theme.veil.draw(ana)
    assert "Ana" not in seen(field) and "waits" not in read_aloud(field)
    assert field.text() == "Ana 🙂 waits"
    field.set_text("Ben too")
    assert "Ben" not in seen(field)
    theme.veil.lift()
    assert (seen(field), field.text()) == ("Ben too", "Ben too")
    assert told == []


def test_a_line_is_veiled_as_a_passphrase_is(qtbot: QtBot, theme: Theme) -> None:
    line = LineField(theme, "Title", text="Ana waits")
    qtbot.addWidget(line)
    line.show()
    told: list[str] = []
    line.textChanged.connect(told.append)
    theme.veil.draw(ana)
    assert "Ana" not in line.displayText() and "Ana" not in read_aloud(line)
    qtbot.keyClicks(line, "x")
    assert line.text() == "Ana waits"
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_F2)
    assert line.displayText() == "Ana waits"
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert "Ana" not in line.displayText()
    theme.veil.lift()
    assert (line.displayText(), told) == ("Ana waits", [])


def test_a_day_or_a_number_stays_to_be_seen(qtbot: QtBot, theme: Theme) -> None:
    line = LineField(theme, "Time", text="10:00", private=False)
    qtbot.addWidget(line)
    theme.veil.draw(ana)
    assert line.displayText() == "10:00"


def test_labels_lose_names_and_private_ones_every_word(qtbot: QtBot, theme: Theme) -> None:
    told, private = Label(theme, "Ana waits"), Label(theme, "Ben waits", private=True)
    for label in (told, private):
        qtbot.addWidget(label)
    theme.veil.draw(ana)
    assert (told.text(), private.text()) == ("••• waits", "••• •••••")
    private.setText("more")
    assert private.text() == "••••"
    assert private.words() == "more"
    theme.veil.lift()
    assert (told.text(), private.text()) == ("Ana waits", "more")


def test_a_codename_stays(qtbot: QtBot, theme: Theme) -> None:
    codename, other = Clamped(theme, "Ana", codename=True), Clamped(theme, "Ana")
    for one in (codename, other):
        qtbot.addWidget(one)
    theme.veil.draw(ana)
    assert (codename.text(), other.text()) == ("Ana", "•••")
    assert other.accessibleName() == "•••"
