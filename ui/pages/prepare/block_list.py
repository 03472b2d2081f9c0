"""Blocks of a brief or a sheet below each other, read by the eye and walked by the Tab key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorjournal.guidance.brief_lines import Block, BlockKey, Line
from ui.pages.prepare.line_row import LineRow, block_head
from ui.theme.theme import Theme
from ui.widgets.label import Label
from ui.widgets.layout import clear, holder, row

_ACTS = (BlockKey.PROMISES, BlockKey.ACTIONS, BlockKey.MY_ACTIONS)


class BlockList(QWidget):
    """Emits *acted* with a block's key and a line, *noted* with a line of advice and what came of it, and
    *changed* when other things than before take the Tab key.
    """

    changed = Signal()
    acted = Signal(object, object)
    noted = Signal(object, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._blocks: tuple[Block, ...] = ()
        self._rows: list[tuple[BlockKey, LineRow]] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._column)
        self.hide()

    @property
    def rows(self) -> list[LineRow]:
        return [line_row for _, line_row in self._rows]

    def focusables(self) -> list[QWidget]:
        return [widget for line_row in self.rows for widget in line_row.focusables()]

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show these. The focus and a half-typed outcome stay where they are."""
        blocks = tuple(blocks)
        if blocks == self._blocks:
            return
        place = next((n for n, r in enumerate(self.rows) if _has_focus(r)), None)
        noting = next(((r.line.block, r.noting) for r in self.rows if r.noting is not None), None)
        self._blocks = blocks
        clear(self._column)
        self._rows = []
        for number, block in enumerate(blocks):
            self._add(block, first=number == 0)
        self.setVisible(bool(blocks))
        if noting is not None:
            for line_row in self.rows:
                if line_row.line.block == noting[0]:
                    line_row.open_outcome(str(noting[1]))
        elif place is not None:
            self._focus_near(place)
        self.changed.emit()

    def close_outcome(self) -> None:
        for line_row in self.rows:
            line_row.close_outcome()

    def refuse(self, sentence: str) -> None:
        for line_row in self.rows:
            line_row.refuse(sentence)

    def _add(self, block: Block, *, first: bool) -> None:
        if not first:
            self._column.addSpacing(18)
        self._column.addWidget(block_head(self._theme, block.title))
        for line in block.lines:
            line_row = LineRow(self._theme, line, self._act_words(block.key, line))
            line_row.acted.connect(self._acted)
            line_row.noted.connect(self.noted)
            self._rows.append((block.key, line_row))
            self._column.addWidget(line_row)
        if block.more:
            more = self.tr("… and {count} more").format(count=block.more)
            words = Label(self._theme, more, "small", "text3")
            self._column.addWidget(holder(row(words, None, margins=(10, 2, 0, 0))))

    def _act_words(self, key: BlockKey, line: Line) -> str:
        if not line.may_act:
            return ""
        if key in _ACTS:
            return self.tr("Mark done")
        if key is BlockKey.THREADS:
            return self.tr("Put on the agenda")
        return self.tr("What came of it?") if key is BlockKey.ADVICE else ""

    def _focus_near(self, place: int) -> None:
        """The line that moved into the place of the one that is done, or the last one before it."""
        later = [r for r in self.rows[place:] if r.button is not None]
        earlier = [r for r in self.rows[:place] if r.button is not None]
        for line_row in (*later, *reversed(earlier)):
            if line_row.button is not None:
                line_row.button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    @Slot(object)
    def _acted(self, line: Line) -> None:
        for key, line_row in self._rows:
            if line_row.line is line:
                if key is BlockKey.ADVICE:
                    line_row.open_outcome(line.whole)
                    self.changed.emit()
                else:
                    self.acted.emit(key, line)
                return


def _has_focus(line_row: LineRow) -> bool:
    return any(widget.hasFocus() for widget in line_row.focusables())
