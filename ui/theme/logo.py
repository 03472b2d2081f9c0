"""The program's sign, an open notebook with one line written in it. Drawn without QtSvg."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen

_WIDTH = 1.6


def draw_logo(painter: QPainter, colour: QColor, box: QRectF) -> None:
    """Draw the sign in *colour* into *box*.

    As filled outlines with a dot at every corner: a pen with round ends would name `Qt` before the first
    painted window (see `ui.theme.numbers`).
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.x(), box.y())
    painter.scale(box.width() / 24, box.height() / 24)
    pen = QPen()
    pen.setColor(colour)
    for path, corners in _strokes():
        painter.fillPath(_outline(path, corners), pen.brush())
    painter.restore()


Corners = tuple[tuple[float, float], ...]


def _strokes() -> tuple[tuple[QPainterPath, Corners], ...]:
    book = QPainterPath(QPointF(12, 6.5))
    book.cubicTo(9.8, 4.6, 6.2, 4.2, 2.5, 4.8)
    book.lineTo(2.5, 18.6)
    book.cubicTo(6.2, 18.0, 9.8, 18.4, 12, 20.3)
    book.cubicTo(14.2, 18.4, 17.8, 18.0, 21.5, 18.6)
    book.lineTo(21.5, 4.8)
    book.cubicTo(17.8, 4.2, 14.2, 4.6, 12, 6.5)
    book.lineTo(12, 20.3)
    # From 5.6, 9.4 to 9.0, 9.6; a stroker's square ends add half a width at each end.
    line = QPainterPath(QPointF(6.34, 9.09))
    line.cubicTo(7.0, 8.87, 7.6, 8.98, 8.27, 9.27)
    corners = ((12, 6.5), (2.5, 4.8), (2.5, 18.6), (12, 20.3), (21.5, 18.6), (21.5, 4.8))
    return (book, corners), (line, ((5.6, 9.4), (9.0, 9.6)))


def _outline(path: QPainterPath, corners: Corners) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setWidth(_WIDTH)
    outline = stroker.createStroke(path)
    for x, y in corners:
        outline.addEllipse(QPointF(x, y), _WIDTH / 2, _WIDTH / 2)
    return outline
