"""Fields of many lines that know how to veil themselves: rich ones and plain ones.

A veiled field shows another document, as long and as broad, with soft bars for words. What is written is put
aside untouched, with its undo steps and its cursor, and whatever is asked of the field is answered from it.
F2 shows one field on purpose; Escape, or leaving it, hides it again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout, QPlainTextEdit, QTextEdit, QWidget

from ui.theme.theme import Theme
from ui.theme.veil import DOT, hidden_words

SHOW_KEY = Qt.Key.Key_F2
_READING = Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


@dataclass(frozen=True, slots=True)
class Own:
    """Qt's own methods of a field, which see what is on the screen."""

    document: Callable[[], QTextDocument]
    set_document: Callable[[QTextDocument], None]
    cursor: Callable[[], QTextCursor]
    set_cursor: Callable[[QTextCursor], None]
    text: Callable[[], str]


class TextVeil(QObject):
    """The veil of one field, which asks it before anything else. *private* words are hidden whole."""

    def __init__(self, theme: Theme, field: QTextEdit | QPlainTextEdit, own: Own) -> None:
        super().__init__(field)
        self._own = own
        self.private = True
        self.real: QTextDocument | None = None
        self.cursor = QTextCursor()
        self.is_swapping = False
        self._theme, self._field = theme, field
        self._lifted = False
        self._flags = _READING
        self._said = ""
        field.installEventFilter(self)
        theme.veil.changed.connect(self._drawn_or_not)
        theme.changed.connect(self.refresh)

    @property
    def is_drawn(self) -> bool:
        return self.real is not None

    def set_private(self, private: bool) -> None:
        if private is not self.private:
            self.private = private
            self.refresh()

    def show_on_purpose(self) -> None:
        self._lifted = True
        self.refresh()

    def put_away(self) -> None:
        """Take the veil off while the words are written anew; `another_entry` draws it again."""
        if self.is_drawn:
            self._take_away()

    def another_text(self) -> None:
        """Other words stand in the field: who asked to see the ones before did not ask for these."""
        self._lifted = self._lifted and self._field.hasFocus()
        self.refresh()

    def another_entry(self) -> None:
        self._lifted = False
        self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._takes_key(event)
        if event.type() == QEvent.Type.FocusIn:
            self._lifted = not self.is_drawn  # who begins to write in an empty field sees what is written
        elif (
            event.type() == QEvent.Type.FocusOut
            and isinstance(event, QFocusEvent)
            and event.reason() not in _PASSING
        ):
            self._lifted = False
            self.refresh()
        return False

    @Slot()
    def refresh(self) -> None:
        """Draw the veil, draw it anew, or take it away, as it should be by now."""
        if self.is_drawn:
            self._take_away()
        veil = self._theme.veil
        if self._lifted or not veil.drawn:
            return
        text = self._own.text()
        spans = hidden_words(text, veil.spans(text, private=self.private))
        if spans:
            self._draw(text, spans)

    @Slot()
    def _drawn_or_not(self) -> None:
        self._lifted = False
        self.refresh()

    def _takes_key(self, event: QKeyEvent) -> bool:
        if event.key() == SHOW_KEY and self.is_drawn:
            self.show_on_purpose()
            return True
        if event.key() == Qt.Key.Key_Escape and self._lifted and self._theme.veil.drawn:
            self._lifted = False
            self.refresh()
            return self.is_drawn  # where there was nothing to hide, Escape means what it always means
        return False

    def _draw(self, text: str, spans: list[tuple[int, int]]) -> None:
        field, real = self._field, self._own.document()
        real.setParent(field)  # the field's own control would delete it
        shown = _other(field, real)
        look = QTextCharFormat()
        bar = self._theme.colour("line")
        look.setForeground(bar)
        look.setBackground(bar)
        _hide(shown, text, spans, look)
        self.cursor = QTextCursor(self._own.cursor())
        self._flags = field.textInteractionFlags()
        self._swap(shown)
        self.real = real
        field.setTextInteractionFlags(_READING)
        self._said = field.accessibleDescription()
        field.setAccessibleDescription(self.tr("Veiled. F2 shows it."))

    def _take_away(self) -> None:
        field, real, shown = self._field, self.real, self._own.document()
        assert real is not None
        self.real = None
        self._swap(real)
        real.setDefaultFont(field.font())
        field.setTextInteractionFlags(self._flags)
        self.is_swapping = True
        self._own.set_cursor(self.cursor)
        self.is_swapping = False
        field.setAccessibleDescription(self._said)
        shown.deleteLater()

    def _swap(self, document: QTextDocument) -> None:
        """Qt tells of a changed text, which it is not."""
        bar = self._field.verticalScrollBar()
        place = bar.value()
        self.is_swapping = True
        self._own.set_document(document)
        self.is_swapping = False
        bar.setValue(place)


class VeiledEdit(QTextEdit):
    """A rich text that can be veiled. What Python asks of it is answered from what is written."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        own = Own(
            super().document,
            super().setDocument,
            super().textCursor,
            super().setTextCursor,
            super().toPlainText,
        )
        self.veil = TextVeil(theme, self, own)

    def shown_document(self) -> QTextDocument:
        """What is on the screen: what is written, or its veil."""
        return super().document()

    def document(self) -> QTextDocument:
        return super().document() if self.veil.real is None else self.veil.real

    def toPlainText(self) -> str:
        return super().toPlainText() if self.veil.real is None else self.veil.real.toPlainText()

    def textCursor(self) -> QTextCursor:
        return super().textCursor() if self.veil.real is None else QTextCursor(self.veil.cursor)

    def setTextCursor(self, cursor: QTextCursor) -> None:
        if self.veil.real is None:
            super().setTextCursor(cursor)
        else:
            self.veil.cursor = QTextCursor(cursor)

    def moveCursor(
        self,
        operation: QTextCursor.MoveOperation,
        mode: QTextCursor.MoveMode = QTextCursor.MoveMode.MoveAnchor,
    ) -> None:
        cursor = self.textCursor()
        cursor.movePosition(operation, mode)
        self.setTextCursor(cursor)


class VeiledPlain(QPlainTextEdit):
    """The same for plain text. *written* tells of a changed text, and of no veil."""

    written = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        own = Own(
            super().document,
            super().setDocument,
            super().textCursor,
            super().setTextCursor,
            super().toPlainText,
        )
        self.veil = TextVeil(theme, self, own)
        self.textChanged.connect(self._tell)

    def shown_document(self) -> QTextDocument:
        """What is on the screen: what is written, or its veil."""
        return super().document()

    def document(self) -> QTextDocument:
        return super().document() if self.veil.real is None else self.veil.real

    def toPlainText(self) -> str:
        return super().toPlainText() if self.veil.real is None else self.veil.real.toPlainText()

    def setPlainText(self, text: str) -> None:
        self.veil.show_on_purpose()
        super().setPlainText(text)
        self.veil.another_text()

    def clear(self) -> None:
        self.setPlainText("")

    def textCursor(self) -> QTextCursor:
        return super().textCursor() if self.veil.real is None else QTextCursor(self.veil.cursor)

    def setTextCursor(self, cursor: QTextCursor) -> None:
        if self.veil.real is None:
            super().setTextCursor(cursor)
        else:
            self.veil.cursor = QTextCursor(cursor)

    def moveCursor(
        self,
        operation: QTextCursor.MoveOperation,
        mode: QTextCursor.MoveMode = QTextCursor.MoveMode.MoveAnchor,
    ) -> None:
        cursor = self.textCursor()
        cursor.movePosition(operation, mode)
        self.setTextCursor(cursor)

    @Slot()
    def _tell(self) -> None:
        if not self.veil.is_swapping:
            self.written.emit()


def _other(field: QTextEdit | QPlainTextEdit, real: QTextDocument) -> QTextDocument:
    """A document that looks like *real*."""
    if isinstance(field, QTextEdit):
        shown = real.clone(field)
    else:
        shown = QTextDocument(field)
        shown.setDocumentLayout(QPlainTextDocumentLayout(shown))
        shown.setDocumentMargin(real.documentMargin())
        shown.setPlainText(real.toPlainText())
    shown.setDefaultFont(field.font())
    shown.setUndoRedoEnabled(False)
    return shown


def _hide(document: QTextDocument, text: str, spans: list[tuple[int, int]], look: QTextCharFormat) -> None:
    """Put dots that look like bars in the place of the words at *spans*."""
    wide = [place for place, letter in enumerate(text) if ord(letter) > 0xFFFF]
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for start, end in reversed(spans):
        # Qt counts a letter beyond the first plane twice.
        first = start + sum(place < start for place in wide)
        cursor.setPosition(first)
        last = end + sum(place < end for place in wide)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        form = QTextCharFormat(cursor.charFormat())
        form.merge(look)
        cursor.insertText(DOT * (end - start), form)
    cursor.endEditBlock()
