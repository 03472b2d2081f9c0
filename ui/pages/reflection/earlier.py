"""The earlier reflection that has come back, to be read beside what is written now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mentorjournal.model.blocks import Block, BlockKind, Document, Span
from mentorjournal.model.reflection import Reflection
from ui.pages.reflection.about import long_day
from ui.theme.theme import Theme
from ui.widgets.buttons import ToolButton
from ui.widgets.editor.editor import TextEditor
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row, scrolling


def as_read(value: Reflection) -> Document:
    """Text and answers as one piece, each answer under the question as it was asked."""
    blocks = list(value.text)
    for answer in value.answers:
        blocks.append(Block(BlockKind.HEADING_2, (Span(answer.prompt_text),)))
        blocks.extend(answer.text)
    return tuple(blocks)


class Earlier(QWidget):
    """Can be read, searched by eye and copied from, and not changed."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("column")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._when = Label(theme, "", "caption", "text3", wrap=True)
        self._title = Label(theme, "", "heading", "text", wrap=True, private=True)
        self.text = TextEditor(theme, self.tr("Earlier reflection"), grow=True, style="note", read_only=True)
        close = ToolButton(theme, "x", self.tr("Hide the earlier reflection"))
        close.clicked.connect(self.closed)
        head = row(self._when, 4, close, margins=(24, 14, 12, 4))
        head.setStretch(0, 1)
        inside = column(self._title, 8, self.text, None, margins=(24, 0, 24, 24))
        self._area = scrolling(holder(inside))
        self.setLayout(column(head, self._area))

    def show_earlier(self, value: Reflection) -> None:
        when = self.tr("Written on {day}").format(day=long_day(value.day))
        self._when.setText(when)
        self.setAccessibleName(when)
        self._title.setText(value.title)
        self._title.setVisible(bool(value.title))
        self.text.set_document(as_read(value))
        self._area.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        self._when.setText("")
        self._title.setText("")
        self.text.open_document(())
