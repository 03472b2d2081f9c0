"""The answers of a reflection, one under the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from mentorjournal.model.blocks import is_empty
from mentorjournal.model.reflection import Answer
from ui.pages.reflection.answer import AnswerBlock
from ui.theme.theme import Theme
from ui.widgets.editor.editor import TextEditor
from ui.widgets.layout import clear, column


class Answers(QWidget):
    """*changed* tells that answers came or went, *left* that an editor is about to go."""

    edited = Signal()
    changed = Signal()
    removed = Signal(object)
    entered = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._area: QScrollArea | None = None
        self._blocks: list[AnswerBlock] = []
        self._column: QVBoxLayout = column()
        self.setLayout(self._column)

    def keep_in_view(self, area: QScrollArea) -> None:
        self._area = area

    def values(self) -> tuple[Answer, ...]:
        return tuple(block.answer() for block in self._blocks)

    def keys(self) -> set[tuple[str, str]]:
        """The questions that are answered, or about to be."""
        return {block.key() for block in self._blocks}

    def editors(self) -> list[TextEditor]:
        return [block.editor for block in self._blocks]

    def key_in_focus(self) -> tuple[str, str] | None:
        """The question whose answer the cursor is in."""
        return next((block.key() for block in self._blocks if block.editor.hasFocus()), None)

    def show_answers(self, answers: Sequence[Answer]) -> None:
        if self.values() == tuple(answers):
            return
        self.left.emit()
        clear(self._column)
        self._blocks = []
        for answer in answers:
            self._add(answer)
        self.changed.emit()

    def add(self, answer: Answer) -> None:
        """Add an answer at the end and put the cursor into it."""
        block = self._add(answer)
        self.changed.emit()
        block.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus(self, index: int) -> None:
        self._blocks[index].setFocus(Qt.FocusReason.OtherFocusReason)

    def drop_empty(self) -> None:
        """Take away the answers that were begun and got no word."""
        empty = [block for block in self._blocks if is_empty(block.answer().text)]
        for block in empty:
            self._take(block)
        if empty:
            self.changed.emit()

    def _add(self, answer: Answer) -> AnswerBlock:
        block = AnswerBlock(self._theme, answer, self._area)
        block.edited.connect(self.edited)
        block.removed.connect(self._remove)
        block.entered.connect(self.entered)
        self._blocks.append(block)
        self._column.addWidget(block)
        return block

    def _take(self, block: AnswerBlock) -> None:
        self.left.emit()
        self._blocks.remove(block)
        self._column.removeWidget(block)
        block.hide()
        block.deleteLater()

    @Slot(object)
    def _remove(self, block: AnswerBlock) -> None:
        answer = block.answer()
        self._take(block)
        self.changed.emit()
        self.removed.emit(answer)
