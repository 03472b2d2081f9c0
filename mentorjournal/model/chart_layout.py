"""Where each part of a chart stands in the room it is given: the same rules for the window and for paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from mentorjournal.model.chart import Chart
from mentorjournal.model.chart_places import Box, Place, Scene

Role = Literal["axis", "day", "legend", "aim", "start", "now"]
XY = tuple[float, float]

_NEAR_THE_END = 0.98
"""From here on the last value is said beside the plot."""

_ROOM_FOR_DOTS = 7.0


class Ruler(Protocol):
    """How wide words are, how high a line of them is, and how long a unit is, on the ground drawn upon."""

    def width(self, words: str, role: Role) -> float: ...
    @property
    def line(self) -> float: ...
    @property
    def unit(self) -> float: ...


@dataclass(frozen=True, slots=True)
class Words:
    """*clear*: the line runs beneath, so the ground is to be wiped first."""

    text: str
    box: Box
    role: Role
    clear: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Everything in its place, from the upper left corner of the room. *now* is the last point."""

    plot: Box
    band: Box | None
    aim: float | None
    rules: tuple[float, ...]
    line: tuple[XY, ...]
    dots: tuple[XY, ...]
    now: XY | None
    ticks: tuple[float, ...]
    marks: tuple[tuple[XY, bool], ...]
    words: tuple[Words, ...]


def lay_out(
    chart: Chart, width: float, height: float, ruler: Ruler, *, brief: bool = False, legend: str = ""
) -> Drawing:
    """The chart in a room of *width* by *height*. A *brief* one is small and leaves the aim unnamed."""
    return _Layout(chart, width, height, ruler, brief, legend).drawing()


class _Layout:
    def __init__(
        self, chart: Chart, width: float, height: float, ruler: Ruler, brief: bool, legend: str
    ) -> None:
        self._chart, self._ruler, self._width, self._legend = chart, ruler, width, legend
        unit, line = ruler.unit, ruler.line
        self._aim_label = "" if brief else chart.aim_label
        self._ends = bool(chart.points) and chart.points[-1].x >= _NEAR_THE_END
        axis = max((ruler.width(tick.label, "axis") for tick in chart.values), default=0.0)
        left = min(axis, width * 0.25) + 8 * unit
        top = line / 2 + (11 * unit if chart.marks else 3 * unit)
        bottom = max(height - line - 12 * unit, top + 1.0)
        right = width - self._gutter()
        self._plot = Box(left, top, max(right - left, 1.0), bottom - top)

    def drawing(self) -> Drawing:
        chart, plot, unit = self._chart, self._plot, self._ruler.unit
        line = tuple(self._at(x, y) for x, y in chart.line)
        points = [self._at(point.x, point.y) for point in chart.points]
        aim = None if chart.aim is None else self._at(0, chart.aim)[1]
        apart = plot.width / max(len(points) - 1, 1) >= _ROOM_FOR_DOTS * unit
        words = [*self._axis(), *self._below(), *self._beside(points, aim)]
        rules = [self._at(0, tick.at)[1] for tick in chart.values]
        words += self._within(points, line, rules if aim is None else [*rules, aim], words)
        return Drawing(
            plot=plot,
            band=self._band(),
            aim=aim,
            rules=tuple(rules),
            line=line,
            dots=tuple(points[:-1] if apart else points[:1] if len(points) > 1 else ()),
            now=points[-1] if points else None,
            ticks=tuple(self._at(at, 0)[0] for at in chart.sessions),
            marks=tuple(((self._at(m.at, 0)[0], plot.top - 7 * unit), m.reached) for m in chart.marks),
            words=tuple(words),
        )

    def _at(self, x: float, y: float) -> XY:
        return self._plot.left + x * self._plot.width, self._plot.bottom - y * self._plot.height

    def _gutter(self) -> float:
        """The room at the right for the last value and the aim, a third of the width at most."""
        unit = self._ruler.unit
        wanted = self._ruler.width(self._aim_label, "aim") if self._aim_label else 0.0
        if self._ends:
            wanted = max(wanted, self._ruler.width(self._chart.now_label, "now"))
        return min(wanted, self._width / 3 - 12 * unit) + 12 * unit if wanted else 10 * unit

    def _band(self) -> Box | None:
        if self._chart.band is None:
            return None
        low, high = (self._at(0, edge)[1] for edge in self._chart.band)
        return Box(self._plot.left, high, self._plot.width, low - high)

    def _axis(self) -> list[Words]:
        """The values at the left: the lowest and the highest first, others where there is room."""
        plot, line = self._plot, self._ruler.line
        ticks = sorted(self._chart.values, key=lambda tick: tick.at)
        shown: list[Words] = []
        for tick in [*ticks[:1], *reversed(ticks[1:])]:
            room = plot.left - 8 * self._ruler.unit
            text, width = self._fitted(tick.label, "axis", room)
            box = Box(max(room - width, 0.0), self._at(0, tick.at)[1] - line / 2, width, line)
            if text and not any(box.meets(other.box) for other in shown):
                shown.append(Words(text, box, "axis"))
        return sorted(shown, key=lambda one: -one.box.top)

    def _below(self) -> list[Words]:
        """The days, and the legend between them where there is room."""
        plot, unit, line = self._plot, self._ruler.unit, self._ruler.line
        top = plot.bottom + 10 * unit
        shown: list[Words] = []
        for tick in self._chart.days:
            text, width = self._fitted(tick.label, "day", plot.width)
            left = plot.right - width if tick.at > 0.5 else plot.left
            box = Box(left, top, width, line)
            if text and not any(box.meets(other.box, 10 * unit) for other in shown):
                shown.append(Words(text, box, "day"))
        if self._legend:
            width = self._ruler.width(self._legend, "legend")
            box = Box(plot.left + (plot.width - width) / 2, top, width, line)
            if box.left >= plot.left and not any(box.meets(other.box, 10 * unit) for other in shown):
                shown.append(Words(self._legend, box, "legend"))
        return shown

    def _beside(self, points: Sequence[XY], aim: float | None) -> list[Words]:
        """The last value and the aim at the right, never on each other."""
        shown: list[Words] = []
        if self._ends:
            shown += self._at_the_right(self._chart.now_label, "now", points[-1][1])
        if self._aim_label and aim is not None:
            named = self._at_the_right(self._aim_label, "aim", aim)
            if shown and named and named[0].box.meets(shown[0].box):
                line, now = self._ruler.line, points[-1][1]
                ways = (now - line, now + line) if aim <= now else (now + line, now - line)
                tried = [self._at_the_right(self._aim_label, "aim", way) for way in ways]
                named = next((one for one in tried if not one[0].box.meets(shown[0].box)), [])
            shown += named
        return shown

    def _at_the_right(self, label: str, role: Role, middle: float) -> list[Words]:
        plot, line = self._plot, self._ruler.line
        left = plot.right + 10 * self._ruler.unit
        text, width = self._fitted(label, role, max(self._width - left, 0.0))
        top = min(max(middle - line / 2, 0.0), plot.bottom)
        return [Words(text, Box(left, top, width, line), role)] if text else []

    def _within(
        self, points: Sequence[XY], line: Sequence[XY], rules: Sequence[float], words: Sequence[Words]
    ) -> list[Words]:
        """The first value, and the last one where it does not stand at the right end."""
        if not points:
            return []
        wanted: list[tuple[str, Role, XY]] = []
        if not self._ends:
            wanted.append((self._chart.now_label, "now", points[-1]))
        named = any(
            one.role == "axis" and one.text == self._chart.start_label and one.box.holds_height(points[0][1])
            for one in words
        )
        if len(points) > 1 and not named:
            wanted.append((self._chart.start_label, "start", points[0]))
        scene = Scene(self._plot, line, rules, [one.box for one in words], self._ruler.unit)
        shown = []
        for label, role, at in wanted:
            text, width = self._fitted(label, role, self._plot.width * 0.7)
            place: Place | None = scene.place(at, width, self._ruler.line) if text else None
            if place:
                shown.append(Words(text, place.box, role, clear=place.crossed))
        return shown

    def _fitted(self, words: str, role: Role, room: float) -> tuple[str, float]:
        """*words*, cut where there is no room for all of them, and their width."""
        width = self._ruler.width(words, role)
        if width <= room:
            return words, width
        low, high = 0, len(words)
        while low < high:
            middle = (low + high + 1) // 2
            if self._ruler.width(words[:middle].rstrip() + "…", role) <= room:
                low = middle
            else:
                high = middle - 1
        text = words[:low].rstrip() + "…" if low else ""
        return text, self._ruler.width(text, role) if text else 0.0
