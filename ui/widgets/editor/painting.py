"""What the editor paints beside the words: bullets, numbers, check boxes, quote bars, dividers; and tints."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QPainter,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit

from mentorjournal.model.blocks import BlockKind
from ui.theme.theme import Theme
from ui.widgets.check import draw_box
from ui.widgets.editor.document import CODE, fragments, is_done, kind_of, level_of, link_of, marks_of

INDENT = 26
"""Pixels at 100 % that one level of a list moves in."""


class Tint(QSyntaxHighlighter):
    """Colours links, code and quotes. It paints only: nothing of it is in the document or its undo steps."""

    def __init__(self, theme: Theme, document: QTextDocument) -> None:
        super().__init__(document)
        self._theme = theme

    def highlightBlock(self, text: str) -> None:
        block = self.currentBlock()
        kind = kind_of(block)
        if kind is BlockKind.QUOTE or (kind is BlockKind.CHECK and is_done(block)):
            look = QTextCharFormat()
            look.setForeground(self._theme.colour("text2" if kind is BlockKind.QUOTE else "text3"))
            self.setFormat(0, block.length(), look)
        for fragment in fragments(block):
            font = fragment.charFormat()
            link, code = link_of(font), marks_of(font) & CODE
            if link or code:
                look = QTextCharFormat()
                if link:
                    look.setForeground(self._theme.colour("accent_text"))
                if code:
                    look.setBackground(self._theme.colour("sunken"))
                self.setFormat(fragment.position() - block.position(), fragment.length(), look)


def box_of(editor: QTextEdit, theme: Theme, block: QTextBlock) -> QRectF:
    """Where the check box of *block* is, in the viewport."""
    return _box(QRectF(editor.cursorRect(QTextCursor(block))), theme, _right_to_left(block))


class Marks:
    """Paints the marks of the blocks that show; only those are looked at."""

    def __init__(self, editor: QTextEdit, theme: Theme) -> None:
        self._editor, self._theme = editor, theme
        self._before: dict[int, list[int]] = {}
        editor.document().contentsChange.connect(self._note_change)
        editor.document().blockCountChanged.connect(self._forget)

    def paint(self, painter: QPainter, area: QRect) -> None:
        editor = self._editor
        block = editor.cursorForPosition(area.topLeft()).block()
        counts = self._counts_before(block)
        while block.isValid():
            kind = kind_of(block)
            line = QRectF(editor.cursorRect(QTextCursor(block)))
            if line.top() > area.bottom():
                break
            level = level_of(block) if kind.is_list else -1
            del counts[level + 1 :]
            if kind.is_list:
                counts.extend([0] * (level + 1 - len(counts)))
                counts[level] = counts[level] + 1 if kind is BlockKind.NUMBERED else 0
            if kind is not BlockKind.PARAGRAPH:
                number = counts[level] if kind.is_list else 0
                _paint(editor, self._theme, painter, block, kind, line, number)
            block = block.next()

    def _counts_before(self, block: QTextBlock) -> list[int]:
        """How far the numbered items before *block* have counted, for each level. Kept from key to key: in
        a list of 350 items, counting takes 3 ms.
        """
        number = block.blockNumber()
        if number not in self._before:
            self._before[number] = _count_back(block)
        return list(self._before[number])

    def _note_change(self, position: int, removed: int, added: int) -> None:
        if removed and added:  # formats, or an undo step; plain typing moves no number
            self._before.clear()

    def _forget(self, count: int) -> None:
        self._before.clear()


def _count_back(block: QTextBlock) -> list[int]:
    counts: dict[int, int] = {}
    closed: set[int] = set()
    roof = 99
    block = block.previous()
    while block.isValid() and kind_of(block).is_list and 0 not in closed:
        level = level_of(block)
        if level <= roof:
            roof = level
            if kind_of(block) is not BlockKind.NUMBERED:
                closed.add(level)
            elif level not in closed:
                counts[level] = counts.get(level, 0) + 1
        block = block.previous()
    return [counts.get(level, 0) for level in range(max(counts, default=-1) + 1)]


def _paint(
    editor: QTextEdit,
    theme: Theme,
    painter: QPainter,
    block: QTextBlock,
    kind: BlockKind,
    line: QRectF,
    number: int,
) -> None:
    right_to_left = _right_to_left(block)
    side = -1 if right_to_left else 1
    middle = line.center().y()
    if kind is BlockKind.BULLET:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("text3"))
        x = line.left() - side * theme.px(14)
        painter.drawEllipse(QPointF(x, middle), 2.6 * theme.zoom, 2.6 * theme.zoom)
    elif kind is BlockKind.NUMBERED:
        painter.setPen(theme.colour("text3"))
        painter.setFont(editor.document().defaultFont())
        wide = theme.px(40)
        left = line.left() + theme.px(6) if right_to_left else line.left() - wide - theme.px(6)
        flag = Qt.AlignmentFlag.AlignLeft if right_to_left else Qt.AlignmentFlag.AlignRight
        painter.drawText(
            QRectF(left, line.top(), wide, line.height()),
            (flag | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute).value,
            f"{number}.",
        )
    elif kind is BlockKind.CHECK:
        draw_box(painter, theme, _box(line, theme, right_to_left), on=is_done(block))
    elif kind is BlockKind.QUOTE:
        layout = block.document().documentLayout()
        whole, following = layout.blockBoundingRect(block), block.next()
        height = whole.height() - 4
        if following.isValid() and kind_of(following) is BlockKind.QUOTE:
            height = layout.blockBoundingRect(following).top() - whole.top() + 4  # one bar for both
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        x = editor.viewport().width() - 4 if right_to_left else 1
        painter.drawRoundedRect(QRectF(x, line.top() + 1, 3, height), 1.5, 1.5)
    elif kind is BlockKind.DIVIDER and block.length() == 1:
        wide = editor.viewport().width()
        painter.fillRect(QRectF(wide * 0.3, round(middle), wide * 0.4, 1), theme.colour("line_strong"))


def _box(line: QRectF, theme: Theme, right_to_left: bool) -> QRectF:
    side, gap = theme.px(16), theme.px(9)
    left = line.left() + gap if right_to_left else line.left() - gap - side
    return QRectF(left, line.center().y() - side / 2, side, side)


def _right_to_left(block: QTextBlock) -> bool:
    return block.textDirection() == Qt.LayoutDirection.RightToLeft
