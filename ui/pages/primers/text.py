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
from ui.widgets.editor.editor import TextEditor

TURNED = 0.9
"""How much of a page Space turns: the last lines stay in sight."""

ABOVE, BELOW = 20, 28
NEW_LINE = "\u2028"


class PrimerText(TextEditor):
    """Emits *ended* once the end has been on the screen, *turned* with 1 or -1 for N and P."""

    ended = Signal()
    turned = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", style="editor", read_only=True, parent=parent)
        self._shown: PrimerShown | None = None
        self.verticalScrollBar().valueChanged.connect(self._look_where)

    def show_primer(self, shown: PrimerShown) -> None:
        """Begin at the top, unless it is the text that lies open already."""
        if shown == self._shown:
            return
        self._shown = shown
        self.setAccessibleName(shown.title)
        self.open_document(
            (
                Block(BlockKind.HEADING_1, (Span(shown.title),)),
                *shown.text,
                Block(BlockKind.HEADING_2, (Span(self.tr("Sources")),)),
            )
        )
        self._write_sources(shown.sources)
        self._leave_room()
        self.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers()
        shift = modifiers == Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Space and (shift or not modifiers):
            self._turn_page(-1 if shift else 1)
        elif not modifiers and event.key() in (Qt.Key.Key_N, Qt.Key.Key_P):
            self.turned.emit(1 if event.key() == Qt.Key.Key_N else -1)
        else:
            super().keyPressEvent(event)

    def _turn_page(self, by: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + by * round(bar.pageStep() * TURNED))

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

    def _leave_room(self) -> None:
        """Above the title and below the last line; it scrolls away with them."""
        frame = self.document().rootFrame()
        look = frame.frameFormat()
        look.setTopMargin(self._theme.px(ABOVE))
        look.setBottomMargin(self._theme.px(BELOW))
        frame.setFrameFormat(look)
