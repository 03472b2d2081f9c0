"""A few lines of plain text with a length that it counts down and never exceeds."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.theme.theme import SERIF, Theme
from ui.widgets.companion.fields import PointedPlain


class LimitedText(PointedPlain):
    """Characters are counted as the journal counts them: on one line, without space to spare.

    What is typed or pasted beyond the limit is not taken, and `refused` says so: no word that was on the
    screen is ever cut off.
    """

    edited = Signal()
    refused = Signal()

    def __init__(self, theme: Theme, name: str, limit: int, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self._limit = limit
        self._loading = False
        self.setObjectName("limited")
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        theme.ring(self)
        theme.changed.connect(self._look)
        self.textChanged.connect(self._changed)
        self._look()

    def text(self) -> str:
        """The words on one line."""
        return " ".join(self.toPlainText().split())

    def set_text(self, text: str) -> None:
        """Show *text* without telling of an edit."""
        if text != self.toPlainText():
            self._loading = True
            self.setPlainText(text)
            self._loading = False

    def room(self) -> int:
        """How many characters may still be written."""
        return self._limit - len(self.text())

    def has_room_for(self, characters: int) -> bool:
        return characters <= self._limit

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self._theme.line_height("editor") * 5 + self._theme.px(16))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if typed and typed.isprintable() and not typed.isspace() and not self._fits(typed):
            self.refused.emit()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText() and not self._fits(source.text()):
            self.refused.emit()
            return
        super().insertFromMimeData(source)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString() and not self._fits(event.commitString()):
            event.setCommitString("")
            self.refused.emit()
        super().inputMethodEvent(event)

    def _fits(self, more: str) -> bool:
        cursor = self.textCursor()
        whole = self.toPlainText()
        text = whole[: cursor.selectionStart()] + more + whole[cursor.selectionEnd() :]
        return len(" ".join(text.split())) <= self._limit

    @Slot()
    def _changed(self) -> None:
        if not (self._loading or self.veil.is_swapping):
            self.edited.emit()

    @Slot()
    def _look(self) -> None:
        self._loading = True  # another face is not an edit
        self.setFont(self._theme.font("editor", SERIF))
        self.document().setDocumentMargin(self._theme.px(8))
        self._loading = False
