"""A free place for words near a point of a chart: in the plot, off other words, off the line if any is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

XY = tuple[float, float]
_FAR = 2.5
"""Rather than so many lines away, words stand on the line and wipe what lies beneath."""

_STEPS = 7
"""So many places above and as many below are tried."""


@dataclass(frozen=True, slots=True)
class Box:
    """*left* and *top* are its upper left corner; the upper left corner of the room is 0, 0."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def meets(self, other: Box, gap: float = 0.0) -> bool:
        """Whether the two lie on each other, or nearer than *gap* side by side."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds_height(self, y: float) -> bool:
        return self.top <= y <= self.bottom

    def is_crossed(self, start: XY, end: XY) -> bool:
        """Whether the straight line from *start* to *end* runs through it."""
        (x, y), (to_x, to_y) = start, end
        enter, leave = 0.0, 1.0
        for begin, way, low, high in (
            (x, to_x - x, self.left, self.right),
            (y, to_y - y, self.top, self.bottom),
        ):
            if way == 0:
                if not low <= begin <= high:
                    return False
                continue
            first, second = sorted(((low - begin) / way, (high - begin) / way))
            enter, leave = max(enter, first), min(leave, second)
        return enter <= leave


@dataclass(frozen=True, slots=True)
class Place:
    box: Box
    crossed: bool


class Scene:
    """The plot with its line, the heights of its rules, and the words that already stand somewhere."""

    def __init__(
        self, plot: Box, line: Sequence[XY], rules: Sequence[float], taken: Sequence[Box], unit: float
    ) -> None:
        self._plot, self._line, self._rules, self._unit = plot, line, rules, unit
        self._taken = list(taken)

    def place(self, at: XY, width: float, height: float) -> Place | None:
        """The nearest place for words of this size that no line runs through, or the one with the fewest;
        None where every place is taken. The place is taken from then on.
        """
        found: tuple[float, Box, int] | None = None
        for box in self._near(at, width, height):
            if any(box.meets(other) for other in self._taken):
                continue
            crossings = self._crossings(box)
            on_rule = any(box.top + 2 < rule < box.bottom - 2 for rule in self._rules)
            away = abs(box.left + width / 2 - at[0]) / max(width, 1.0) + abs(
                box.top + height / 2 - at[1]
            ) / max(height, 1.0)
            cost = (_FAR + min(crossings, _FAR) if crossings else 0.0) + on_rule * 0.8 + away
            if found is None or cost < found[0]:
                found = (cost, box, crossings)
        if found is None:
            return None
        self._taken.append(found[1])
        return Place(found[1], found[2] > 0)

    def _near(self, at: XY, width: float, height: float) -> Iterator[Box]:
        plot, gap = self._plot, 6 * self._unit
        if width > plot.width or height > plot.height:
            return
        x, y = at
        lefts = {x + gap, x - width / 2, x - width - gap}
        tops = [y - height - gap, y + gap, y - height / 2]
        tops += [y - height - gap - step * height * 0.7 for step in range(1, _STEPS)]
        tops += [y + gap + step * height * 0.7 for step in range(1, _STEPS)]
        for top in tops:
            for left in sorted(lefts, key=lambda one: abs(one - x - gap)):
                yield Box(
                    min(max(left, plot.left), plot.right - width),
                    min(max(top, plot.top), plot.bottom - height),
                    width,
                    height,
                )

    def _crossings(self, box: Box) -> int:
        room = 2.5 * self._unit
        wide = Box(box.left - room, box.top, box.width + 2 * room, box.height)
        if len(self._line) == 1:
            return int(wide.is_crossed(self._line[0], self._line[0]))
        return sum(
            wide.is_crossed(self._line[place - 1], self._line[place])
            for place in range(1, len(self._line))
            if self._line[place - 1][0] <= wide.right and self._line[place][0] >= wide.left
        )
