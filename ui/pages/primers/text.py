"""The text of a primer, read with the arrows, Space and the page keys; its sources stand below it as text."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QWidget

from mentorjournal.model.blocks import Block, BlockKind, Span
from mentorjournal.primers import Source
from ui.pages.primers.contract import PrimerShown
from ui.theme.theme import Theme
from ui.widgets.editor.document import block_format, char_format
from ui.widgets.reading_text import ReadingText

NEW_LINE = "\u2028"


class PrimerText(ReadingText):
    """Emits *ended* once the end has been on the screen, *turned* with 1 or -1 for N and P."""

    ended = Signal()
    turned = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._shown: PrimerShown | None = None
        self.verticalScrollBar().valueChanged.connect(self._look_where)

    def show_primer(self, shown: PrimerShown) -> None:
        """Begin at the top, unless it is the text that lies open already."""
        if shown == self._shown:
            return
        self._shown = shown
        self.show_text(shown.title, (*shown.text, Block(BlockKind.HEADING_2, (Span(self.tr("Sources")),))))
        self._write_sources(shown.sources)
        self.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.modifiers() and event.key() in (Qt.Key.Key_N, Qt.Key.Key_P):
            self.turned.emit(1 if event.key() == Qt.Key.Key_N else -1)
        else:
            super().keyPressEvent(event)

    @Slot(int)
    def _look_where(self, value: int) -> None:
        bar = self.verticalScrollBar()
        if self._shown is not None and self.isVisible() and bar.maximum() > 0 and value >= bar.maximum():
            self.ended.emit()

    def _write_sources(self, sources: Iterable[Source]) -> None:
        """Each address on a line of its own, to be selected and copied: nothing here is opened."""
        small = QTextCharFormat(char_format(BlockKind.BULLET))
        small.setProperty(QTextFormat.Property.FontSizeAdjustment.value, -1)
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        for source in sources:
            cursor.insertBlock(block_format(BlockKind.BULLET), small)
            cursor.insertText(NEW_LINE.join(filter(None, (source.words, source.link))), small)
        self.leave_room()
