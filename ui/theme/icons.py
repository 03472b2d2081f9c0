"""Lucide icons in the theme's colours.

Icons: Lucide 1.62 (ISC), resources/icons.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

import resources

_STROKE = 1.75


@cache
def _source(name: str) -> str:
    return resources.read(f"icons/{name}.svg").decode()


def draw_icon(painter: QPainter, name: str, colour: QColor, box: QRectF) -> None:
    """Draw the icon *name* in *colour* into *box*."""
    from PySide6.QtSvg import QSvgRenderer  # the unlock window must not wait for it

    svg = _source(name).replace("currentColor", colour.name())
    svg = svg.replace('stroke-width="2"', f'stroke-width="{_STROKE}"')
    QSvgRenderer(QByteArray(svg.encode())).render(painter, box)


def pixmap(name: str, colour: QColor, size: int, *, ratio: float = 1.0, pad: int = 0) -> QPixmap:
    """A tinted icon, *size* logical pixels high, with *pad* of free room after it."""
    picture = QPixmap(round((size + pad) * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_icon(painter, name, colour, QRectF(0, 0, picture.height(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(
    name: str, colour: QColor, disabled: QColor, *, size: int, on: QColor | None = None, pad: int = 0
) -> QIcon:
    """A QIcon for screens of one, two and three pixels a point, with its disabled and checked faces."""
    result = QIcon()
    for ratio in (1.0, 2.0, 3.0):
        result.addPixmap(pixmap(name, colour, size, ratio=ratio, pad=pad))
        result.addPixmap(pixmap(name, disabled, size, ratio=ratio, pad=pad), QIcon.Mode.Disabled)
        if on is not None:
            checked = pixmap(name, on, size, ratio=ratio, pad=pad)
            result.addPixmap(checked, QIcon.Mode.Normal, QIcon.State.On)
    return result
