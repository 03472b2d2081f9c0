"""Where the pages of a document lie below one another, at one zoom, and what lies at which place."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import accumulate
from math import ceil

from PySide6.QtCore import QPointF, QRectF

GAP = 16
"""Pixels around and between pages, at every zoom."""

POINT = 96 / 72
"""Pixels of a point at 100 %: a page is then as large as its paper."""

SMALLEST, LARGEST = 25, 400
STEPS = (25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400)
_LEAST_WIDTH = 80.0

Size = tuple[float, float]


class Fit(Enum):
    """How large pages are where no percentage is asked for."""

    READING = auto()
    """As wide as the room, but no wider than reads well."""
    WIDTH = auto()
    PAGE = auto()


Zoom = Fit | int
"""An int is per cent."""


def scale_of(zoom: Zoom, sizes: list[Size], room: Size, widest: float) -> float:
    """Pixels of a point at *zoom*, where *room* is there and reading needs no page wider than *widest*."""
    if isinstance(zoom, int):
        return zoom / 100 * POINT
    width = max(room[0] - 2 * GAP, _LEAST_WIDTH)
    if zoom is Fit.READING:
        width = min(width, widest)
    scale = width / max(wide for wide, _ in sizes)
    if zoom is Fit.PAGE:
        height = max(room[1] - 2 * GAP, _LEAST_WIDTH)
        scale = min(scale, height / max(high for _, high in sizes))
    return scale


def percent_of(scale: float) -> int:
    return round(scale / POINT * 100)


def next_step(scale: float, by: int) -> int:
    """The next larger or smaller percentage of the ladder; between two rungs, the one in the way."""
    now = percent_of(scale)
    wanted = [step for step in STEPS if (step > now if by > 0 else step < now)]
    if not wanted:
        return min(max(now, SMALLEST), LARGEST)
    return wanted[0] if by > 0 else wanted[-1]


@dataclass(frozen=True, slots=True)
class Spot:
    """A point on a page, as a part of its width and height: it stays the same at every zoom."""

    page: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class PageLayout:
    """*ratio* is device pixels to a pixel: pages begin and end on whole ones, or they would blur."""

    sizes: list[Size]
    scale: float
    ratio: float = 1.0
    _tops: list[float] = field(init=False, repr=False)
    _width: float = field(init=False, repr=False)

    def __post_init__(self) -> None:
        heights = [self._grid(high * self.scale) + GAP for _, high in self.sizes]
        object.__setattr__(self, "_tops", list(accumulate(heights, initial=float(GAP))))
        object.__setattr__(self, "_width", max((wide for wide, _ in self.sizes), default=0.0) * self.scale)

    @property
    def width(self) -> int:
        """Of all that there is to scroll through."""
        return ceil(self._width) + 2 * GAP

    @property
    def height(self) -> int:
        return ceil(self._tops[-1]) if self.sizes else 0

    def box(self, page: int, room: float) -> QRectF:
        """*page* in the whole, which is at least as wide as *room*."""
        wide, high = self.sizes[page]
        width = self._grid(wide * self.scale)
        left = (max(self.width, room) - width) / 2
        top = self._tops[page]
        return QRectF(self._down(left), self._down(top), width, self._grid(high * self.scale))

    def page_at(self, y: float) -> int:
        """The page at *y*, or above the gap there."""
        return min(max(bisect_right(self._tops, y) - 1, 0), len(self.sizes) - 1)

    def between(self, top: float, bottom: float) -> range:
        """The pages of which something lies between two heights."""
        if not self.sizes:
            return range(0)
        return range(self.page_at(top), self.page_at(bottom) + 1)

    def most_seen(self, top: float, bottom: float) -> int:
        """The page of which most lies between two heights; the first of several."""
        seen = {
            page: min(bottom, box.bottom()) - max(top, box.top())
            for page in self.between(top, bottom)
            for box in (self.box(page, 0.0),)
        }
        return max(seen, key=lambda page: seen[page]) if seen else 0

    def spot(self, point: QPointF, room: float) -> Spot:
        page = self.page_at(point.y())
        box = self.box(page, room)
        return Spot(page, (point.x() - box.x()) / box.width(), (point.y() - box.y()) / box.height())

    def point(self, spot: Spot, room: float) -> QPointF:
        box = self.box(min(spot.page, len(self.sizes) - 1), room)
        return QPointF(box.x() + spot.x * box.width(), box.y() + spot.y * box.height())

    def _grid(self, length: float) -> float:
        # What the renderer makes of it: whole device pixels, rounded up. The least part is floating point's.
        return ceil(length * self.ratio - 1e-6) / self.ratio

    def _down(self, place: float) -> float:
        return round(place * self.ratio) / self.ratio
