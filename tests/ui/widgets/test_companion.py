"""Quiet marks below words that could name somebody: where they stand, when, and what they never touch."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.checks.remedies import Remedy
from mentorjournal.model.blocks import Block, BlockKind, Span, from_plain, paragraph
from mentorjournal.model.words import Visibility
from tests.ui.names import unnamed
from tests.ui.widgets.finding import Finder
from ui.theme.theme import Theme
from ui.widgets.companion.count import PlacesButton
from ui.widgets.companion.drawing import places_of
from ui.widgets.companion.fields import Pointed
from ui.widgets.companion.places import LONG, carried, pieces
from ui.widgets.companion.pointer import Reach, reach_of
from ui.widgets.editor.editor import TextEditor
from ui.widgets.few_lines import FewLines
from ui.widgets.limited_text import LimitedText

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def finder(theme: Theme):
    finder = Finder()
    theme.companion.begin(finder, set())
    yield finder
    theme.companion.leave()
    theme.companion.switch(True)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    page.setLayout(QVBoxLayout())
    page.resize(800, 600)
    qtbot.addWidget(page)
    return page


def put_on(page: QWidget, field: Pointed) -> Pointed:
    page.layout().addWidget(field)
    page.show()
    page.activateWindow()
    field.setFocus()
    return field


@pytest.fixture
def editor(theme: Theme, page: QWidget, finder: Finder) -> TextEditor:
    return put_on(page, TextEditor(theme, "Entry text"))


def marked(field: Pointed) -> list[str]:
    """The words that are marked now, cut out of the text where Qt would cut them."""
    found, block = [], field.document().begin()
    while block.isValid():
        for mark in field.pointer.marks_in(block):
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + mark.start)
            cursor.setPosition(block.position() + mark.end, QTextCursor.MoveMode.KeepAnchor)
            found.append(cursor.selectedText())
        block = block.next()
    return found


def pause(field: Pointed) -> None:
    """As if the hands had rested."""
    assert field.pointer.waits
    field.pointer.look_through()


def fields(theme: Theme) -> list[Pointed]:
    return [TextEditor(theme, "Text"), FewLines(theme, "Text"), LimitedText(theme, "Text", 400)]


def test_words_are_marked_after_a_pause_and_not_while_somebody_writes(
    qtbot: QtBot, theme: Theme, page: QWidget, finder: Finder
) -> None:
    for field in fields(theme):
        put_on(page, field)
        qtbot.keyClicks(field, "I met Ana twice")
        assert marked(field) == []
        pause(field)
        assert marked(field) == ["Ana"]
        assert not field.pointer.waits


def test_the_pause_ends_by_itself(editor: TextEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.pointer.looked, timeout=5000):
        qtbot.keyClicks(editor, "Ana")
    assert marked(editor) == ["Ana"]


def test_a_mark_moves_with_its_word_until_the_next_look(editor: TextEditor, qtbot: QtBot) -> None:
    editor.open_document((paragraph("met Ana, then Ana Cruz"),))
    pause(editor)
    editor.set_cursor_place(0)
    editor.textCursor().insertText("I 🙂 ")
    assert marked(editor) == ["Ana", "Ana Cruz"]
    editor.set_cursor_place(10)
    qtbot.keyClicks(editor, "x")
    assert marked(editor) == ["Ana Cruz"]


def test_breaking_a_line_keeps_the_marks_on_both_sides(editor: TextEditor, qtbot: QtBot) -> None:
    editor.open_document((paragraph("Ana and Ana Cruz"), paragraph("then Ana")))
    pause(editor)
    editor.set_cursor_place(7)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert marked(editor) == ["Ana", "Ana Cruz", "Ana"]
    pause(editor)
    assert marked(editor) == ["Ana", "Ana Cruz", "Ana"]


def test_only_what_was_changed_is_looked_at_again(editor: TextEditor, finder: Finder, qtbot: QtBot) -> None:
    editor.open_document((paragraph("one Ana"), paragraph("two"), paragraph("three")))
    pause(editor)
    finder.asked.clear()
    editor.set_cursor_place(11)
    qtbot.keyClicks(editor, "x")
    pause(editor)
    assert finder.asked == ["twox"]
    finder.asked.clear()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    pause(editor)
    assert finder.asked == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("👩‍💻🎉 Ana and 漢字 Ana", ["Ana", "Ana"]),
        ("אמר שלום אתמול", ["שלום"]),
        ("hello שלום Ana Cruz", ["שלום", "Ana Cruz"]),
        ("e\u0301a Jose\u0301 n\u0303", ["Jose\u0301"]),
        ("\u2066Ana\u2069 \u200dAna", ["Ana", "Ana"]),
    ],
)
def test_marks_stand_where_qt_counts_the_words(
    theme: Theme, page: QWidget, finder: Finder, text: str, words: list[str]
) -> None:
    for field in (TextEditor(theme, "Text"), FewLines(theme, "Text")):
        put_on(page, field)
        if isinstance(field, TextEditor):
            field.open_document((paragraph(text),))
        else:
            field.set_text(text)
        pause(field)
        assert marked(field) == words


def test_the_dots_stand_below_the_ink_of_a_word_among_words_of_the_other_direction(
    editor: TextEditor, theme: Theme
) -> None:
    editor.open_document((paragraph("hello שלום world"),))
    pause(editor)
    block = editor.document().begin()
    (mark,) = editor.pointer.marks_in(block)
    (box,) = places_of(editor, block, mark)
    hello, cursor = editor.cursorRect(QTextCursor(block)), QTextCursor(block)
    cursor.setPosition(11)
    assert hello.x() + 20 < box.left() < box.right() <= editor.cursorRect(cursor).x() + 1


@pytest.mark.parametrize("make", [TextEditor, FewLines])
def test_dots_are_painted_below_the_word_and_nowhere_else(
    theme: Theme, page: QWidget, finder: Finder, make: type[TextEditor] | type[FewLines]
) -> None:
    field = put_on(page, make(theme, "Text"))
    before_any = "we met Ana today"
    field.open_document((paragraph(before_any),)) if isinstance(field, TextEditor) else field.set_text(
        before_any
    )
    field.clearFocus()
    plain = field.grab().toImage()
    pause(field)
    dotted = field.grab().toImage()
    block = field.document().begin()
    (mark,) = field.pointer.marks_in(block)
    (box,) = places_of(field, block, mark)
    place = field.viewport().mapTo(field, QPoint(0, 0))
    touched = [
        (x, y)
        for x in range(plain.width())
        for y in range(plain.height())
        if plain.pixel(x, y) != dotted.pixel(x, y)
    ]
    assert touched
    for x, y in touched:
        assert box.adjusted(-1, -1, 1, 2).contains(x - place.x(), y - place.y())
    gaps = [
        x for x in range(int(box.left()), int(box.right())) if x + place.x() not in {t[0] for t in touched}
    ]
    assert gaps  # dots, not a line: the shape tells, not the colour alone


def test_what_is_saved_copied_and_undone_is_as_without_marks(
    editor: TextEditor, theme: Theme, finder: Finder, qtbot: QtBot
) -> None:
    document = (
        Block(BlockKind.HEADING_1, (Span("Ana"),)),
        Block(
            BlockKind.CHECK, (Span("ask ", bold=True), Span("Ana Cruz", link="https://a.example")), 1, True
        ),
        paragraph("obviously Ana 🙂"),
    )
    editor.open_document(document)
    editor.selectAll()

    def copied() -> list[tuple[str, bytes]]:
        mime = editor.createMimeDataFromSelection()
        return [(name, bytes(mime.data(name).data())) for name in mime.formats()]

    told: list[None] = []
    editor.edited.connect(lambda: told.append(None))
    before, place, html = copied(), editor.textCursor().position(), editor.document().toHtml()
    pause(editor)
    assert len(marked(editor)) == 3
    assert editor.document_value() == document
    assert (copied(), editor.textCursor().position(), editor.document().toHtml()) == (before, place, html)
    assert not editor.document().isUndoAvailable()
    assert not editor.document().isModified()
    assert told == []


def test_nothing_is_looked_at_while_an_input_method_composes(
    editor: TextEditor, finder: Finder, qtbot: QtBot
) -> None:
    editor.open_document((paragraph("Ana "),))
    pause(editor)
    editor.set_cursor_place(0)
    finder.asked.clear()
    QApplication.sendEvent(editor, QInputMethodEvent("かん", []))
    editor.pointer.look_now()
    assert finder.asked == []
    assert editor.pointer.waits
    assert editor.textCursor().block().layout().preeditAreaText() == "かん"
    block = editor.document().begin()
    (box,) = places_of(editor, block, editor.pointer.marks_in(block)[0])
    assert box.left() > 20  # the mark stands behind what is being composed
    committed = QInputMethodEvent()
    committed.setCommitString("漢 Ana ")
    QApplication.sendEvent(editor, committed)
    pause(editor)
    assert marked(editor) == ["Ana", "Ana"]


def test_with_the_switch_off_nothing_is_computed(
    editor: TextEditor, theme: Theme, finder: Finder, qtbot: QtBot
) -> None:
    editor.open_document((paragraph("Ana"),))
    pause(editor)
    theme.companion.switch(False)
    finder.asked.clear()
    assert marked(editor) == []
    qtbot.keyClicks(editor, "Ana Cruz ")
    assert not editor.pointer.waits
    editor.pointer.look_now()
    assert finder.asked == []
    assert not editor.asking.ask_next()
    assert editor.accessibleDescription() == ""
    theme.companion.switch(True)
    pause(editor)
    assert marked(editor) == ["Ana Cruz", "Ana"]


def test_when_the_journal_is_closed_nothing_of_it_is_left(editor: TextEditor, theme: Theme) -> None:
    editor.open_document((paragraph("Ana"),))
    pause(editor)
    theme.companion.leave()
    assert (marked(editor), editor.pointer.count, editor.pointer.waits) == ([], 0, False)


def test_private_writing_is_told_of_names_and_what_may_leave_of_judgements_too(editor: TextEditor) -> None:
    editor.open_document((paragraph("Ana obviously waits"),))
    pause(editor)
    assert marked(editor) == ["Ana"]
    editor.pointer.set_reach(Reach.LEAVES)
    assert (marked(editor), editor.pointer.count) == (["Ana", "obviously"], 2)
    editor.pointer.set_reach(Reach.STAYS)
    assert (marked(editor), editor.pointer.count) == (["Ana"], 1)


@pytest.mark.parametrize("visibility", Visibility)
def test_only_what_may_be_shown_or_shared_leaves(visibility: Visibility) -> None:
    shared = visibility in (Visibility.PARTNER_OK, Visibility.SUMMARY_OK)
    assert reach_of(visibility) is (Reach.LEAVES if shared else Reach.STAYS)


def test_what_is_only_read_is_not_looked_at(theme: Theme, page: QWidget, finder: Finder) -> None:
    reading = TextEditor(theme, "Earlier", read_only=True)
    put_on(page, reading)
    reading.open_document((paragraph("Ana"),))
    field = put_on(page, FewLines(theme, "Text"))
    field.setReadOnly(True)
    field.set_text("Ana")
    for one in (reading, field):
        assert not one.pointer.waits
    field.setReadOnly(False)
    pause(field)
    assert marked(field) == ["Ana"]


# The card


def go(field: Pointed) -> None:
    assert field.asking.ask_next()


def test_the_card_is_reached_and_answered_by_keys_alone(editor: TextEditor, qtbot: QtBot) -> None:
    editor.open_document((paragraph("I met Ana. Ana Cruz too."),))
    editor.set_cursor_place(0)
    go(editor)
    sheet = editor.asking.sheet
    buttons = sheet.choices()
    assert list(buttons) == [Remedy.ROLE, Remedy.INITIALS, Remedy.LEAVE_OUT, Remedy.KEEP]
    assert unnamed(sheet) == []
    assert buttons[Remedy.ROLE].hasFocus()
    assert "name" in buttons[Remedy.ROLE].accessibleDescription()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert buttons[Remedy.INITIALS].hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert buttons[Remedy.KEEP].hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert buttons[Remedy.ROLE].hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert editor.toPlainText() == "I met my mentor. Ana Cruz too."
    assert editor.hasFocus()
    assert editor.asking.sheet is None


def test_escape_leaves_everything_as_it_is(editor: TextEditor, qtbot: QtBot) -> None:
    editor.open_document((paragraph("I met Ana."),))
    go(editor)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert (editor.asking.sheet, editor.hasFocus()) == (None, True)
    assert editor.toPlainText() == "I met Ana."
    assert not editor.document().isUndoAvailable()


def test_the_key_goes_on_from_place_to_place_and_round(editor: TextEditor) -> None:
    editor.open_document((paragraph("Ana, Ana"), paragraph("none"), paragraph("then Ana Cruz")))
    ends = []
    for _ in range(4):
        go(editor)
        ends.append(editor.cursor_place())
    assert ends == [3, 8, 27, 3]


def test_a_remedy_is_one_step_to_undo_and_keeps_the_style(editor: TextEditor, qtbot: QtBot) -> None:
    document = (Block(spans=(Span("🙂 with "), Span("Ana Cruz", bold=True), Span(" again"))),)
    editor.open_document(document)
    told: list[None] = []
    editor.edited.connect(lambda: told.append(None))
    for remedy, spans in (
        (Remedy.ROLE, (Span("🙂 with "), Span("my mentor", bold=True), Span(" again"))),
        (Remedy.LEAVE_OUT, (Span("🙂 with again"),)),
    ):
        editor.set_cursor_place(0)
        go(editor)
        editor.asking.sheet.choices()[remedy].click()
        assert editor.document_value() == (Block(spans=spans),)
        assert told
        editor.undo()
        assert editor.document_value() == document
        editor.redo()
        assert editor.document_value() == (Block(spans=spans),)
        editor.undo()
        pause(editor)


def test_undo_after_a_remedy_leaves_what_was_typed_before_it(editor: TextEditor, qtbot: QtBot) -> None:
    qtbot.keyClicks(editor, "met Ana")
    go(editor)
    editor.asking.sheet.choices()[Remedy.ROLE].click()
    qtbot.keyClicks(editor, "!")
    assert editor.toPlainText() == "met my mentor!"
    editor.undo()
    editor.undo()
    assert editor.toPlainText() == "met Ana"


def test_a_kept_word_is_pointed_at_no_more_in_this_sitting(editor: TextEditor, theme: Theme) -> None:
    kept: set[tuple[str, str]] = set()
    theme.companion.begin(Finder(), kept)
    editor.open_document((paragraph("Ana, Ana Cruz, Ana"),))
    go(editor)
    editor.asking.sheet.choices()[Remedy.KEEP].click()
    assert marked(editor) == ["Ana Cruz"]
    assert editor.toPlainText() == "Ana, Ana Cruz, Ana"
    assert not editor.document().isUndoAvailable()
    assert kept == {("partner_name", "ana")}


def test_words_that_would_not_fit_are_not_offered(theme: Theme, page: QWidget, finder: Finder) -> None:
    field = put_on(page, FewLines(theme, "Text", limit=10))
    field.set_text("I met Ana!")
    go(field)
    assert list(field.asking.sheet.choices()) == [Remedy.INITIALS, Remedy.LEAVE_OUT, Remedy.KEEP]


def test_the_card_stays_in_the_window(theme: Theme, page: QWidget, finder: Finder) -> None:
    editor = put_on(page, TextEditor(theme, "Text"))
    editor.open_document(from_plain("\n".join(["line"] * 40 + ["x" * 60 + " Ana"])))
    go(editor)
    sheet = editor.asking.sheet
    assert page.rect().contains(sheet.card.geometry())
    assert not sheet.card.geometry().intersects(sheet_place(editor))


def sheet_place(editor: TextEditor):
    place = editor.pointer.chosen
    box = places_of(editor, place.block, place.mark)[0].toRect()
    return box.translated(editor.viewport().mapTo(editor.window(), QPoint(0, 0)))


def test_it_opens_by_a_press_with_ctrl_and_by_no_other(editor: TextEditor, qtbot: QtBot) -> None:
    editor.open_document((paragraph("Ana waits"),))
    pause(editor)
    block = editor.document().begin()
    (box,) = places_of(editor, block, editor.pointer.marks_in(block)[0])
    word, other = box.center().toPoint(), box.center().toPoint() + QPoint(int(box.width()) + 20, 0)
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=word)
    assert editor.asking.sheet is None
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, CONTROL, other)
    assert editor.asking.sheet is None
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, CONTROL, word)
    assert editor.asking.sheet is not None
    qtbot.mouseClick(editor.asking.sheet, Qt.MouseButton.LeftButton, pos=QPoint(790, 590))
    assert editor.asking.sheet is None


def test_the_menu_of_a_marked_word_leads_to_its_card(editor: TextEditor, qtbot: QtBot) -> None:
    from PySide6.QtGui import QContextMenuEvent
    from PySide6.QtWidgets import QMenu

    editor.open_document((paragraph("Ana waits"),))
    pause(editor)
    editor.set_cursor_place(2)
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(editor, QContextMenuEvent(reason, QPoint(5, 5), editor.mapToGlobal(QPoint(5, 5))))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert editor.asking.sheet is not None


def test_the_mouse_over_a_word_is_told_why(editor: TextEditor) -> None:
    from PySide6.QtWidgets import QToolTip

    editor.open_document((paragraph("Ana waits"),))
    pause(editor)
    block = editor.document().begin()
    (box,) = places_of(editor, block, editor.pointer.marks_in(block)[0])
    point = box.center().toPoint()
    event = QHelpEvent(QEvent.Type.ToolTip, point, editor.viewport().mapToGlobal(point))
    QApplication.sendEvent(editor.viewport(), event)
    assert QToolTip.text().startswith("This is a name.")
    QToolTip.hideText()


def test_the_discreet_view_shows_no_mark_and_no_card(editor: TextEditor, theme: Theme) -> None:
    editor.open_document((paragraph("Ana waits"),))
    go(editor)
    theme.veil.draw(None)
    assert editor.asking.sheet is None
    assert not editor.asking.ask_next()
    assert not editor.asking.ask_at(QPointF(5, 10))
    described = editor.accessibleDescription()
    theme.veil.lift()
    assert "place" not in described
    assert marked(editor) == ["Ana"]


def test_the_card_goes_when_the_page_goes(editor: TextEditor, page: QWidget) -> None:
    editor.open_document((paragraph("Ana waits"),))
    go(editor)
    editor.hide()
    assert editor.asking.sheet is None


def test_a_screen_reader_is_told_how_many_and_the_page_keeps_its_own_words(
    editor: TextEditor, qtbot: QtBot
) -> None:
    editor.setAccessibleDescription("Write freely.")
    editor.open_document((paragraph("Ana and Ana"),))
    pause(editor)
    assert editor.accessibleDescription() == "Write freely. 2 places to look at. Ctrl+; goes to the next."
    editor.open_document((paragraph("nobody"),))
    pause(editor)
    assert editor.accessibleDescription() == "Write freely."


def test_the_count_stands_beside_what_may_leave_and_leads_on(
    theme: Theme, page: QWidget, finder: Finder, qtbot: QtBot
) -> None:
    field = put_on(page, LimitedText(theme, "Learning point", 400))
    count = PlacesButton(theme, field)
    page.layout().addWidget(count)
    field.set_text("Ana obviously waits")
    pause(field)
    assert not count.isVisible()
    field.pointer.set_reach(Reach.LEAVES)
    assert (count.isVisible(), count.text()) == (True, "2 places to look at")
    qtbot.mouseClick(count, Qt.MouseButton.LeftButton)
    assert field.asking.sheet is not None
    field.asking.put_away()
    field.pointer.set_reach(Reach.STAYS)
    assert not count.isVisible()


# Long texts


def test_a_long_text_is_looked_at_in_slices_and_no_key_waits(
    editor: TextEditor, theme: Theme, qtbot: QtBot
) -> None:
    slow = Finder()

    def find(text: str):
        end = time.perf_counter() + 0.0005
        while time.perf_counter() < end:
            pass
        return slow(text)

    theme.companion.begin(find, set())
    words = "We talked about the plan with Ana and what comes next. "
    editor.open_document(tuple(paragraph(words * 2) for _ in range(910)))
    assert len(editor.toPlainText()) > 100_000
    most, looks = 0, 0
    while editor.pointer.waits:
        before = len(slow.asked)
        editor.pointer.look_now()
        most, looks = max(most, len(slow.asked) - before), looks + 1
    assert looks > 10
    assert most <= 20  # of half a millisecond each: shorter than a frame
    assert editor.pointer.count == 1820
    slow.asked.clear()
    editor.set_cursor_place(50_000)
    for _ in range(20):
        qtbot.keyClick(editor, Qt.Key.Key_X)
    assert slow.asked == []
    pause(editor)
    assert len(slow.asked) == 1


def test_a_line_without_end_is_looked_at_in_pieces(editor: TextEditor, finder: Finder, qtbot: QtBot) -> None:
    text = "It was 🙂 Ana. " * 6_000
    editor.open_document((paragraph(text),))
    pause(editor)
    assert editor.pointer.count == 6_000
    assert max(map(len, finder.asked)) <= LONG
    finder.asked.clear()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(editor, "Ana Cruz")
    pause(editor)
    assert len(finder.asked) == 1
    assert marked(editor)[-1] == "Ana Cruz"


@given(st.lists(st.sampled_from(["Ana ", "x. ", "🙂", "a" * 700, "\u2028", " ", "?"]), max_size=60))
def test_pieces_are_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    found = list(pieces(text))
    assert "".join(piece for _, piece in found) == text
    assert all(text.startswith(piece, place) for place, piece in found)


@settings(max_examples=200)
@given(
    st.text("An a🙂xש", max_size=30),
    st.integers(0, 30),
    st.integers(0, 10),
    st.text("An a🙂", max_size=8),
)
def test_what_an_edit_carries_along_are_the_same_words(text: str, at: int, gone: int, new: str) -> None:
    before = text + "Ana" + text
    now = before[:at] + new + before[at + gone :]
    for one in carried(before, now, Finder()(before)):
        assert now[one.start : one.end] == one.words


def test_marks_are_the_same_after_many_edits_as_after_a_fresh_look(
    editor: TextEditor, theme: Theme, qtbot: QtBot
) -> None:
    chance = random.Random(7)
    cursor = QTextCursor(editor.document())
    for step in range(300):
        cursor.setPosition(chance.randrange(editor.document().characterCount()))
        match chance.randrange(6):
            case 0:
                cursor.insertText("Ana ")
            case 1:
                cursor.insertBlock()
            case 2:
                cursor.deleteChar()
            case 3:
                end = min(cursor.position() + 9, editor.document().characterCount() - 1)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                cursor.removeSelectedText()
            case 4:
                cursor.insertText("one\nAna Cruz\n🙂 שלום")
            case 5:
                editor.undo()
        if step % 10 == 0:
            pause(editor)
            kept = marked(editor)
            theme.companion.changed.emit()
            pause(editor)
            assert marked(editor) == kept


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_dots_can_be_seen_on_every_ground(theme: Theme, look: str) -> None:
    from ui.theme.tokens import DARK, LIGHT, contrast

    colours = LIGHT if look == "light" else DARK
    for ground in ("surface", "card", "sunken"):
        assert contrast(colours["text3"], colours[ground]) >= 3.0
        assert QColor(colours["accent"]) != QColor(colours["text3"])
