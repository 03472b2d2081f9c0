"""A text to be read and not written in: Space turns its pages, and room is left above and below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mentorjournal.model.blocks import Block, BlockKind, Document, Span
from ui.theme.theme import Theme
from ui.widgets.editor.editor import TextEditor

TURNED = 0.9
"""How much of a page Space turns: the last lines stay in sight."""

ABOVE, BELOW = 20, 28


class ReadingText(TextEditor):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", style="editor", read_only=True, parent=parent)

    def show_text(self, title: str, text: Document) -> None:
        """Begin at the top, with the title above."""
        self.setAccessibleName(title)
        self.open_document((Block(BlockKind.HEADING_1, (Span(title),)), *text))
        self.leave_room()
        self.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers()
        shift = modifiers == Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Space and (shift or not modifiers):
            self._turn_page(-1 if shift else 1)
        else:
            super().keyPressEvent(event)

    def leave_room(self) -> None:
        """Above the title and below the last line; it scrolls away with them."""
        frame = self.document().rootFrame()
        look = frame.frameFormat()
        look.setTopMargin(self._theme.px(ABOVE))
        look.setBottomMargin(self._theme.px(BELOW))
        frame.setFrameFormat(look)

    def _turn_page(self, by: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + by * round(bar.pageStep() * TURNED))
