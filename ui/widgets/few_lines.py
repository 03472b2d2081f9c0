"""A few lines of plain text: as high as what is written, and never longer than can be kept."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.theme.theme import SERIF, Theme
from ui.widgets.clipboard import keep_out_of_histories
from ui.widgets.companion.fields import PointedPlain

MOST_LINES = 12
"""From here on it scrolls, so that one long answer does not push the others off the page."""


class FewLines(PointedPlain):
    """Emits *edited* for every change of the writer's. What does not fit is not taken, and *refused* says so
    with the number of characters that would: no word that was on the screen is ever cut off.
    """

    edited = Signal()
    refused = Signal(int)

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        limit: int = 4000,
        lines: int = 1,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """*lines* is how many it shows at least."""
        super().__init__(theme, parent)
        self._theme, self._limit, self._lines = theme, limit, lines
        self._loading = False
        self.setObjectName("fewlines")
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.ring(self)
        theme.changed.connect(self._look)
        self.textChanged.connect(self._changed)
        self._look()

    def text(self) -> str:
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show *text* without telling of an edit; when it is shown already, the cursor stays. Space around it
        is no difference: it is kept trimmed, and space just typed may still be followed by a word.
        """
        if text != self.toPlainText().strip():
            self._load(text)

    def clear(self) -> None:
        """Leave nothing here, not even space, without telling of an edit."""
        self._load("")

    def has_room_for(self, characters: int) -> bool:
        return characters <= self._limit

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self._height(self._lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = "\n" if _breaks(event) else event.text()
        if typed and (typed == "\n" or typed.isprintable()) and not self._fits(typed):
            self.refused.emit(self._limit)
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString() and not self._fits(event.commitString()):
            event.setCommitString("")
            self.refused.emit(self._limit)
        super().inputMethodEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        mime = super().createMimeDataFromSelection()
        keep_out_of_histories(mime)
        return mime

    def insertFromMimeData(self, source: QMimeData) -> None:
        if not source.hasText():
            return
        if self._fits(source.text()):
            self.insertPlainText(source.text())
        else:
            self.refused.emit(self._limit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _load(self, text: str) -> None:
        self._loading = True
        self.setPlainText(text)
        self._loading = False
        self._fit()

    def _fits(self, more: str) -> bool:
        cursor = self.textCursor()
        chosen = cursor.selectionEnd() - cursor.selectionStart()
        return self.document().characterCount() - 1 - chosen + len(more) <= self._limit

    def _height(self, lines: int) -> int:
        return self.fontMetrics().lineSpacing() * lines + self._theme.px(18)

    def _fit(self) -> None:
        # The layout of a plain text document counts in lines, not in pixels.
        written = round(self.shown_document().documentLayout().documentSize().height())
        lines = min(max(written, self._lines), MOST_LINES)
        scrolls = written > MOST_LINES
        on, off = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(on if scrolls else off)
        height = self._height(lines)
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)

    @Slot()
    def _changed(self) -> None:
        self._fit()
        if not (self._loading or self.veil.is_swapping):
            self.edited.emit()

    @Slot()
    def _look(self) -> None:
        self._loading = True  # another face is not an edit
        self.setFont(self._theme.font("note", SERIF))
        self.document().setDocumentMargin(self._theme.px(8))
        self._loading = False
        self._fit()


def _breaks(event: QKeyEvent) -> bool:
    """Whether the key begins another line; Enter says "\\r", which is not printable."""
    keys = QKeySequence.StandardKey
    return event.matches(keys.InsertParagraphSeparator) or event.matches(keys.InsertLineSeparator)
