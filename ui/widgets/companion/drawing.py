"""Where marked words stand on the screen, and the dots below them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextBlock, QTextLayout, QTextLine
from PySide6.QtWidgets import QPlainTextEdit

from ui.theme.theme import Theme
from ui.widgets.companion.places import Mark

if TYPE_CHECKING:
    from ui.widgets.companion.fields import Pointed


def places_of(field: Pointed, block: QTextBlock, mark: Mark) -> list[QRectF]:
    """The boxes around the marked words, in the viewport: one for each line that they stand in."""
    layout, origin = block.layout(), _origin(field, block)
    start, end = _in_layout(layout, mark)
    first, last = layout.lineForTextPosition(start), layout.lineForTextPosition(end)
    if not first.isValid():
        return []
    until = last.lineNumber() if last.isValid() else layout.lineCount() - 1
    boxes = (_box(layout.lineAt(number), start, end) for number in range(first.lineNumber(), until + 1))
    return [box.translated(origin) for box in boxes if box is not None]


def paint_marks(field: Pointed, theme: Theme, painter: QPainter, area: QRectF) -> None:
    """Dots below every marked word in *area*; a line below the one whose card is open."""
    cursor = field.cursorForPosition(area.topLeft().toPoint())
    block, within = cursor.block(), cursor.positionInBlock()
    while block.isValid():
        origin = _origin(field, block)
        if origin.y() > area.bottom():
            break
        marks = field.pointer.marks_in(block)
        if marks:
            _paint_block(field, theme, painter, block, marks, within, area.bottom() - origin.y(), origin)
        block, within = block.next(), 0


def _paint_block(
    field: Pointed,
    theme: Theme,
    painter: QPainter,
    block: QTextBlock,
    marks: Sequence[Mark],
    within: int,
    bottom: float,
    origin: QPointF,
) -> None:
    """From the line at *within* down to *bottom*, and no further: a line of writing may be a book."""
    layout = block.layout()
    composed = len(layout.preeditAreaText()) * 2
    begin = layout.lineForTextPosition(within)
    number = begin.lineNumber() if begin.isValid() else 0
    while number < layout.lineCount() and layout.lineAt(number).y() <= bottom:
        line = layout.lineAt(number)
        place = bisect_right(marks, line.textStart() - composed, key=_end_of)
        for mark in marks[place:]:
            start, end = _in_layout(layout, mark)
            if start >= line.textStart() + line.textLength():
                break
            box = _box(line, start, end)
            if box is not None:
                _draw(theme, painter, box.translated(origin), chosen=field.pointer.is_chosen(block, mark))
        number += 1


def _draw(theme: Theme, painter: QPainter, box: QRectF, *, chosen: bool) -> None:
    dot = max(1.6 * theme.zoom, 1.5)
    pen = QPen(theme.colour("accent" if chosen else "text3"), dot)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    if not chosen:
        pen.setDashPattern([0.01, 2.4])
    painter.setPen(pen)
    level = box.bottom() - dot
    painter.drawLine(QPointF(box.left() + dot / 2, level), QPointF(box.right() - dot / 2, level))


def _box(line: QTextLine, start: int, end: int) -> QRectF | None:
    """The box in the layout around what stands of *start* to *end* in *line*."""
    low, high = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
    if low >= high:
        return None
    # By its ink: where directions meet, the cursor at the end of a word stands elsewhere.
    ink = [run.boundingRect() for run in line.glyphRuns(low, high - low)]
    if not ink:
        return None
    left, right = min(box.left() for box in ink), max(box.right() for box in ink)
    return QRectF(left, line.y(), right - left, line.height())


def _in_layout(layout: QTextLayout, mark: Mark) -> tuple[int, int]:
    composed = layout.preeditAreaText()
    if not composed:
        return mark.start, mark.end
    # What is being composed is not in the text yet, and in its layout all the same.
    at, more = layout.preeditAreaPosition(), len(composed.encode("utf-16-le", "surrogatepass")) // 2
    return mark.start + more * (at <= mark.start), mark.end + more * (at < mark.end)


def _end_of(mark: Mark) -> int:
    return mark.end


def _origin(field: Pointed, block: QTextBlock) -> QPointF:
    """Where the layout of *block* begins in the viewport."""
    if isinstance(field, QPlainTextEdit):
        return field.blockBoundingGeometry(block).translated(field.contentOffset()).topLeft()
    place = field.document().documentLayout().blockBoundingRect(block).topLeft()
    return place - QPointF(field.horizontalScrollBar().value(), field.verticalScrollBar().value())
