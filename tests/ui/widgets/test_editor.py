"""Writing: what the keys do, what paste lets in, what undo gives back."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from mentorjournal.model.blocks import EMPTY, Block, BlockKind, Span, paragraph, to_plain, word_count
from tests.ui.names import unnamed
from ui.theme.theme import Scheme
from ui.widgets.editor import acts, paste
from ui.widgets.editor.document import BOLD, ITALIC
from ui.widgets.editor.editor import TextEditor
from ui.widgets.editor.toolbar import EditorToolbar

K = BlockKind


def item(kind, text, level=0, done=False):
    return Block(kind, (Span(text),) if text else (), level, done)


@pytest.fixture
def editor(qtbot, theme):
    editor = TextEditor(theme, "Entry text")
    qtbot.addWidget(editor)
    editor.resize(700, 500)
    editor.show()
    editor.setFocus()
    return editor


def put_cursor(editor, block, place):
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().findBlockByNumber(block).position() + place)
    editor.setTextCursor(cursor)


def select_all(editor):
    cursor = editor.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    editor.setTextCursor(cursor)


def press(qtbot, editor, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(editor, key, modifier)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("# ", K.HEADING_1),
        ("## ", K.HEADING_2),
        ("- ", K.BULLET),
        ("1. ", K.NUMBERED),
        ("[] ", K.CHECK),
        ("[ ] ", K.CHECK),
        ("> ", K.QUOTE),
    ],
)
def test_signs_at_the_start_of_a_line_become_what_they_stand_for(qtbot, editor, typed, kind):
    qtbot.keyClicks(editor, typed + "words")
    assert editor.document_value() == (item(kind, "words"),)


def test_undo_after_a_sign_gives_the_typed_sign_back(qtbot, editor):
    qtbot.keyClicks(editor, "# ")
    editor.undo()
    assert to_plain(editor.document_value()) == "# "


def test_three_dashes_make_a_divider_and_writing_goes_on_below(qtbot, editor):
    qtbot.keyClicks(editor, "--- after")
    assert editor.document_value() == (Block(K.DIVIDER), paragraph("after"))


def test_signs_within_a_line_stay_signs(qtbot, editor):
    qtbot.keyClicks(editor, "a - b # c")
    assert editor.document_value() == (paragraph("a - b # c"),)


def test_enter_at_the_end_of_a_heading_begins_a_paragraph(qtbot, editor):
    editor.set_document((item(K.HEADING_1, "Title"),))
    put_cursor(editor, 0, 5)
    press(qtbot, editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "text")
    assert editor.document_value() == (item(K.HEADING_1, "Title"), paragraph("text"))


def test_enter_before_a_heading_leaves_it_a_heading(qtbot, editor):
    editor.set_document((item(K.HEADING_1, "Title"),))
    press(qtbot, editor, Qt.Key.Key_Return)
    assert editor.document_value() == (Block(), item(K.HEADING_1, "Title"))


def test_enter_in_a_check_list_adds_an_item_that_is_not_done(qtbot, editor):
    editor.set_document((item(K.CHECK, "one", 1, True),))
    put_cursor(editor, 0, 3)
    press(qtbot, editor, Qt.Key.Key_Return)
    assert editor.document_value() == (item(K.CHECK, "one", 1, True), item(K.CHECK, "", 1))


def test_enter_on_an_empty_item_leaves_the_list_level_by_level(qtbot, editor):
    editor.set_document((item(K.BULLET, "a"), item(K.BULLET, "", 1)))
    put_cursor(editor, 1, 0)
    press(qtbot, editor, Qt.Key.Key_Return)
    assert editor.document_value()[1] == item(K.BULLET, "")
    press(qtbot, editor, Qt.Key.Key_Return)
    assert editor.document_value()[1] == Block()


@pytest.mark.parametrize("kind", [K.BULLET, K.QUOTE, K.HEADING_1, K.HEADING_2, K.CHECK])
def test_backspace_at_the_start_makes_a_paragraph(qtbot, editor, kind):
    editor.set_document((item(kind, "words"),))
    press(qtbot, editor, Qt.Key.Key_Backspace)
    assert editor.document_value() == (paragraph("words"),)


def test_backspace_after_a_divider_takes_the_divider_away(qtbot, editor):
    editor.set_document((paragraph("a"), Block(K.DIVIDER), paragraph("b")))
    put_cursor(editor, 2, 0)
    press(qtbot, editor, Qt.Key.Key_Backspace)
    assert editor.document_value() == (paragraph("a"), paragraph("b"))


def test_typing_at_a_divider_writes_below_it(qtbot, editor):
    editor.set_document((Block(K.DIVIDER),))
    qtbot.keyClicks(editor, "ab")
    assert editor.document_value() == (Block(K.DIVIDER), paragraph("ab"))


def test_tab_nests_a_list_item_and_shift_tab_brings_it_back(qtbot, editor):
    editor.set_document((item(K.BULLET, "a"), item(K.BULLET, "b")))
    put_cursor(editor, 1, 1)
    press(qtbot, editor, Qt.Key.Key_Tab)
    assert editor.document_value()[1].level == 1
    press(qtbot, editor, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert editor.document_value()[1].level == 0


def test_tab_outside_a_list_moves_the_focus(qtbot, theme):
    page = QWidget()
    qtbot.addWidget(page)
    editor, other = TextEditor(theme, "Text"), QLineEdit()
    layout = QVBoxLayout(page)
    layout.addWidget(editor)
    layout.addWidget(other)
    page.show()
    editor.setFocus()
    press(qtbot, editor, Qt.Key.Key_Tab)
    assert page.focusWidget() is other
    assert editor.document_value() == EMPTY


def test_a_click_on_the_box_ticks_it(qtbot, editor):
    editor.set_document((paragraph("before"), item(K.CHECK, "one")))
    put_cursor(editor, 1, 0)
    corner = editor.cursorRect()
    qtbot.mouseClick(
        editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(corner.left() - 14, corner.center().y())
    )
    assert editor.document_value()[1].done


def test_control_and_enter_ticks_the_item_at_the_cursor(qtbot, editor):
    editor.set_document((item(K.CHECK, "one"),))
    press(qtbot, editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert editor.document_value() == (item(K.CHECK, "one", 0, True),)


def test_bold_by_key_for_a_selection_and_for_what_follows(qtbot, editor):
    qtbot.keyClicks(editor, "one ")
    press(qtbot, editor, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor, "two")
    assert editor.document_value() == (Block(spans=(Span("one "), Span("two", bold=True))),)
    select_all(editor)
    editor.toggle_mark(BOLD)
    assert editor.document_value() == (Block(spans=(Span("one two", bold=True),)),)


def test_bold_in_a_heading_is_kept_apart_from_the_heading_itself(editor):
    editor.set_document((item(K.HEADING_2, "Title"),))
    select_all(editor)
    editor.toggle_mark(BOLD)
    editor.toggle_kind(K.HEADING_2)
    assert editor.document_value() == (Block(spans=(Span("Title", bold=True),)),)


def test_words_typed_after_a_link_do_not_belong_to_it(qtbot, editor):
    editor.set_document((Block(spans=(Span("here", link="https://example.org"),)),))
    put_cursor(editor, 0, 4)
    qtbot.keyClicks(editor, " and on")
    assert editor.document_value() == (
        Block(spans=(Span("here", link="https://example.org"), Span(" and on"))),
    )


def test_a_link_is_set_on_the_selection_and_taken_away_at_the_cursor(editor):
    editor.set_document((paragraph("here"),))
    select_all(editor)
    editor.set_link("https://example.org")
    assert editor.document_value()[0].spans[0].link == "https://example.org"
    put_cursor(editor, 0, 2)
    editor.set_link("")
    assert editor.document_value() == (paragraph("here"),)


def test_showing_the_same_document_keeps_cursor_and_undo(qtbot, editor):
    qtbot.keyClicks(editor, "some words")
    editor.set_document(editor.document_value())
    assert editor.cursor_place() == 10
    assert editor.document().isUndoAvailable()


def test_opening_another_entry_never_brings_the_first_one_back(qtbot, editor):
    qtbot.keyClicks(editor, "a secret")
    select_all(editor)
    press(qtbot, editor, Qt.Key.Key_Delete)
    editor.open_document(EMPTY)
    editor.undo()
    assert editor.document_value() == EMPTY


def test_only_the_writer_makes_an_edit(qtbot, editor, theme):
    edits = []
    editor.edited.connect(lambda: edits.append(1))
    editor.set_document((item(K.QUOTE, "q"), Block(spans=(Span("a", link="https://example.org"),))))
    theme.apply(Scheme.DARK)
    theme.set_zoom(1.5)
    assert edits == []
    qtbot.keyClicks(editor, "x")
    assert edits


def test_a_theme_or_zoom_changes_no_document_and_no_undo(editor, theme):
    document = (item(K.HEADING_1, "h"), item(K.CHECK, "c", 2, True), item(K.QUOTE, "q"))
    editor.set_document(document)
    theme.apply(Scheme.HIGH_CONTRAST)
    theme.set_zoom(2.0)
    assert editor.document_value() == document
    assert not editor.document().isUndoAvailable()


def test_the_cursor_comes_back_to_its_place_or_to_the_end(editor):
    editor.set_document((paragraph("ten letter"),))
    editor.set_cursor_place(4)
    assert editor.cursor_place() == 4
    editor.set_cursor_place(900)
    assert editor.cursor_place() == 10


def paste_html(editor, html):
    mime = QMimeData()
    mime.setHtml(html)
    editor.insertFromMimeData(mime)


def test_paste_keeps_structure_and_drops_faces_colours_and_pictures(editor):
    paste_html(
        editor,
        "<h1 style='color:red;font-family:Papyrus'>Title</h1><p><b>bold</b> <i>it</i>"
        "<img src='https://example.org/a.png'><img src='file:///etc/hostname'> x</p>"
        "<ul><li>a<ul><li>b</li></ul></li></ul><ol><li>c</li></ol>"
        "<blockquote>q</blockquote><hr><p>one<br>two</p><p><a href='javascript:x()'>no</a> "
        "<a href='https://example.org/'>yes</a></p>",
    )
    assert editor.document_value() == (
        item(K.HEADING_1, "Title"),
        Block(spans=(Span("bold", bold=True), Span(" "), Span("it", italic=True), Span(" x"))),
        item(K.BULLET, "a"),
        item(K.BULLET, "b", 1),
        item(K.NUMBERED, "c"),
        item(K.QUOTE, "q"),
        Block(K.DIVIDER),
        paragraph("one"),
        paragraph("two"),
        Block(spans=(Span("no "), Span("yes", link="https://example.org/"))),
    )


def test_copy_and_paste_within_the_program_loses_nothing(editor):
    document = (
        item(K.HEADING_1, "h"),
        item(K.CHECK, "c", 2, True),
        Block(K.DIVIDER),
        Block(spans=(Span("x", code=True), Span("y", strike=True))),
    )
    editor.set_document(document)
    select_all(editor)
    mime = editor.createMimeDataFromSelection()
    editor.open_document(EMPTY)
    editor.insertFromMimeData(mime)
    assert editor.document_value() == document


def test_a_part_of_a_line_is_copied_as_words(editor):
    editor.set_document((item(K.HEADING_1, "👩‍💻 one two"), paragraph("")))
    cursor = editor.textCursor()
    cursor.setPosition(6)
    cursor.setPosition(9, QTextCursor.MoveMode.KeepAnchor)
    assert acts.selection(cursor) == (paragraph("one"),)


def test_pasting_into_a_line_joins_it(editor):
    editor.set_document((paragraph("ab"),))
    put_cursor(editor, 0, 1)
    mime = QMimeData()
    mime.setText("1\n\n2")
    editor.insertFromMimeData(mime)
    assert to_plain(editor.document_value()) == "a1\n2b"
    editor.undo()
    assert editor.document_value() == (paragraph("ab"),)


def test_html_that_we_write_is_read_back():
    document = (
        item(K.HEADING_2, "a < b"),
        item(K.BULLET, "x"),
        item(K.BULLET, "y", 1),
        item(K.NUMBERED, "z"),
        item(K.QUOTE, "q"),
        Block(K.DIVIDER),
        Block(spans=(Span("b", bold=True), Span("c", code=True), Span("s", strike=True))),
    )
    assert paste.from_html(paste.to_html(document)) == document


def test_a_hundred_thousand_characters_paste_quickly(editor):
    mime = QMimeData()
    mime.setText("We talked about the plan and what comes next. \n" * 2130)
    begin = time.perf_counter()
    editor.insertFromMimeData(mime)
    took = time.perf_counter() - begin
    assert word_count(editor.document_value()) == 9 * 2130
    assert took < 2.0, took


def test_nothing_is_ever_fetched(editor):
    kind = QTextDocument.ResourceType.ImageResource.value
    assert editor.loadResource(kind, "file:///etc/hostname") is None
    assert paste.from_html("<img src='file:///etc/hostname'>") == EMPTY


def test_a_growing_editor_is_as_high_as_its_text(qtbot, theme):
    editor = TextEditor(theme, "Note", grow=True, placeholder="Write")
    qtbot.addWidget(editor)
    editor.resize(400, 20)
    editor.show()
    low = editor.height()
    assert low <= 34
    editor.set_document(tuple(paragraph(f"line {n}") for n in range(5)))
    qtbot.waitUntil(lambda: editor.height() > 4 * low)
    assert not editor.verticalScrollBar().isVisible()


def test_the_toolbar_follows_the_cursor_and_acts_on_it(qtbot, theme, editor):
    bar = EditorToolbar(theme, editor)
    qtbot.addWidget(bar)
    bar.show()
    assert unnamed(bar) == []
    buttons = {b.accessibleName(): b for b in bar.findChildren(QWidget) if b.accessibleName()}
    qtbot.mouseClick(buttons["List"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(buttons["Italic"], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(editor, "one")
    assert editor.document_value() == (Block(K.BULLET, (Span("one", italic=True),)),)
    assert buttons["List"].isChecked()
    assert editor.has_mark(ITALIC)
    qtbot.mouseClick(buttons["List"], Qt.MouseButton.LeftButton)
    assert not buttons["List"].isChecked()


def test_keys_that_belong_to_the_shell_pass_the_editor(qtbot, theme):
    seen = []

    class Shell(QWidget):
        def keyPressEvent(self, event):
            if event.key() != Qt.Key.Key_Control:
                seen.append(event.key())

    shell = Shell()
    qtbot.addWidget(shell)
    editor = TextEditor(theme, "Text", parent=shell)
    editor.open_document((paragraph("words"),))
    shell.show()
    editor.setFocus()
    press(qtbot, editor, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert seen == [Qt.Key.Key_K, Qt.Key.Key_Z]
    assert editor.document_value() == (paragraph("words"),)


def test_the_editor_has_a_name(editor):
    assert unnamed(editor) == []
