"""Where marked words stand on the screen, and the dots below them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
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
    origin, layout = _origins(field)(block), block.layout()  # asking for its place lays a line out
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
    origin, pointer = _origins(field), field.pointer
    dots = _pen(theme, "text3", dotted=True)
    painter.setPen(dots)
    while block.isValid():
        place = origin(block)
        if place.y() > area.bottom():
            break
        marks = pointer.marks_in(block)
        if marks:
            for mark, box in _boxes_in(block, marks, within, area.bottom() - place.y()):
                chosen = pointer.is_chosen(block, mark)
                painter.setPen(_pen(theme, "accent", dotted=False) if chosen else dots)
                level = round(place.y() + box.bottom()) - dots.width()
                painter.drawLine(round(place.x() + box.left()), level, round(place.x() + box.right()), level)
        block, within = block.next(), 0


def _pen(theme: Theme, role: str, *, dotted: bool) -> QPen:
    pen = QPen(theme.colour(role), max(theme.px(1.5), 1))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dotted:
        pen.setDashPattern([1, 1.5])  # square and on whole pixels: round ones take ten times as long
    return pen


def _boxes_in(
    block: QTextBlock, marks: Sequence[Mark], within: int, bottom: float
) -> Iterator[tuple[Mark, QRectF]]:
    """From the line at *within* down to *bottom*, and no further: a line of writing may be a book."""
    layout = block.layout()
    composed = len(layout.preeditAreaText()) * 2
    begin = layout.lineForTextPosition(within)
    number = begin.lineNumber() if begin.isValid() else 0
    while number < layout.lineCount() and layout.lineAt(number).y() <= bottom:
        line = layout.lineAt(number)
        for mark in marks[bisect_right(marks, line.textStart() - composed, key=_end_of) :]:
            start, end = _in_layout(layout, mark)
            if start >= line.textStart() + line.textLength():
                break
            box = _box(line, start, end)
            if box is not None:
                yield mark, box
        number += 1


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


def _origins(field: Pointed) -> Callable[[QTextBlock], QPointF]:
    """Where the layout of a block begins in the viewport."""
    if isinstance(field, QPlainTextEdit):
        offset = field.contentOffset()
        return lambda block: field.blockBoundingGeometry(block).topLeft() + offset
    layout = field.document().documentLayout()
    scrolled = QPointF(field.horizontalScrollBar().value(), field.verticalScrollBar().value())
    return lambda block: layout.blockBoundingRect(block).topLeft() - scrolled
