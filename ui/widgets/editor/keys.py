"""The editor's keys: what each does, and which belong to the shell."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor, QTextDocument

from mentorjournal.model.blocks import BlockKind
from ui.widgets.editor import acts
from ui.widgets.editor.document import BOLD, ITALIC

KEYS: dict[int | str, str] = {
    BOLD: "Ctrl+B",
    ITALIC: "Ctrl+I",
    BlockKind.HEADING_1: "Ctrl+Alt+1",
    BlockKind.HEADING_2: "Ctrl+Alt+2",
    BlockKind.PARAGRAPH: "Ctrl+Alt+0",
    BlockKind.NUMBERED: "Ctrl+Shift+7",
    BlockKind.BULLET: "Ctrl+Shift+8",
    BlockKind.CHECK: "Ctrl+Shift+9",
    "link": "Ctrl+Shift+K",
}
"""For marks, kinds of line, and the link."""


def press(cursor: QTextCursor, event: QKeyEvent) -> bool:
    """Do what the key means for the line at *cursor*, which moves along. Returns whether it means anything
    of ours; if not, it is an ordinary key of a text.
    """
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    match event.key():
        case Qt.Key.Key_Return | Qt.Key.Key_Enter if control:
            return acts.toggle_done(cursor)
        case Qt.Key.Key_Return | Qt.Key.Key_Enter:
            acts.enter(cursor)
            return True
        case Qt.Key.Key_Space if control:  # where Ctrl+Enter means something else
            return acts.toggle_done(cursor)
        case Qt.Key.Key_Backspace:
            return acts.backspace(cursor)
        case Qt.Key.Key_Tab if not control:
            return acts.nest(cursor, 1)
        case Qt.Key.Key_Backtab if not control:
            return acts.nest(cursor, -1)
    return False


def belongs_to_shell(document: QTextDocument, event: QKeyEvent) -> bool:
    """Undo and redo are the text's as long as it has something to undo or redo; Ctrl+K is the palette's,
    though on X11 Qt deletes a line with it, as with Ctrl+U.
    """
    keys = QKeySequence.StandardKey
    return (
        (event.matches(keys.Undo) and not document.isUndoAvailable())
        or (event.matches(keys.Redo) and not document.isRedoAvailable())
        or event.matches(keys.DeleteEndOfLine)
        or event.matches(keys.DeleteCompleteLine)
    )
