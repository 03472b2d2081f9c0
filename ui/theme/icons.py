"""Lucide icons in the theme's colours.

Icons: Lucide 1.62 (ISC), resources/icons.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

import resources

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

_STROKE = 1.75


@cache
def _renderer(name: str) -> QSvgRenderer:
    from PySide6.QtSvg import QSvgRenderer  # the unlock window must not wait for it

    svg = resources.read(f"icons/{name}.svg").decode().replace("currentColor", "#000000")
    svg = svg.replace('stroke-width="2"', f'stroke-width="{_STROKE}"')
    return QSvgRenderer(QByteArray(svg.encode()))


@lru_cache(maxsize=512)
def _shape(name: str, width: int, height: int) -> QPixmap:
    """The icon in black, kept because every colour of it is made from this: a change of look draws none."""
    picture = QPixmap(width, height)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name).render(painter, QRectF(0, 0, height, height))
    painter.end()
    return picture


def pixmap(name: str, colour: QColor, size: int, *, ratio: float = 1.0, pad: int = 0) -> QPixmap:
    """A tinted icon, *size* logical pixels high, with *pad* of free room after it."""
    picture = _shape(name, round((size + pad) * ratio), round(size * ratio)).copy()
    painter = QPainter(picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(picture.rect(), colour)
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
