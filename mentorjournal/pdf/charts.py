"""A goal's progress on paper: one line, sessions as ticks, start and now in words, the aim as a band."""

from __future__ import annotations

from mentorjournal.model.chart import Chart
from mentorjournal.pdf import style as look
from mentorjournal.pdf.flow import Row
from mentorjournal.pdf.ink import Ink
from mentorjournal.pdf.paragraphs import Column
from mentorjournal.pdf.style import Style
from mentorjournal.pdf.typeset import Typesetter
from mentorjournal.pdf.words import clean

_PLOT_HEIGHT = 68.0
_HEIGHT = _PLOT_HEIGHT + 34.0
_TICK = 5.0
_NEAR_THE_END = 0.85  # from here on the last label stands beside the plot, where the aim is named


def chart_row(chart: Chart, column: Column) -> Row:
    """The chart as one row; its words are its alternative text."""
    drawing = _Drawing(chart, column)
    return Row(_HEIGHT, drawing.draw, before=6.0)


class _Drawing:
    def __init__(self, chart: Chart, column: Column) -> None:
        self._chart = chart
        self._column = column
        self._type: Typesetter = column.typesetter
        self._element = column.root.add("Figure", clean(chart.words))
        labels = [self._width(tick.label, look.CHART_TEXT) for tick in chart.values]
        self._left = column.x + max(labels, default=0.0) + 8.0
        beside = max(
            self._width(chart.now_label, look.CHART_NOW), self._width(chart.aim_label, look.CHART_TEXT)
        )
        self._right = column.x + column.measure - beside - 14.0

    def draw(self, ink: Ink, top: float) -> None:
        ink.begin(self._element)
        low = top - 12.0 - _PLOT_HEIGHT
        self._axes(ink, low)
        self._aim(ink, low)
        self._sessions(ink, low)
        self._line(ink, low)

    def _x(self, share: float) -> float:
        return self._left + share * (self._right - self._left)

    def _aim(self, ink: Ink, low: float) -> None:
        bottom, up = (low + edge * _PLOT_HEIGHT for edge in self._chart.band)
        width = self._right - self._left
        ink.box(self._left, bottom, width, max(up - bottom, 2.0), look.ACCENT_SOFT)
        middle = self._aim_height(low)
        ink.path(
            f"{self._left:.2f} {middle:.2f} m {self._right:.2f} {middle:.2f} l",
            stroke=look.ACCENT,
            thickness=0.6,
            dash="3 3",
        )
        place = middle
        if self._chart.points and self._chart.points[-1].x > _NEAR_THE_END:
            now = low + self._chart.points[-1].y * _PLOT_HEIGHT
            if abs(now - middle) < look.CHART_TEXT.leading:
                place = now + (look.CHART_TEXT.leading if middle >= now else -look.CHART_TEXT.leading)
        self._say(ink, self._chart.aim_label, self._right + 8.0, place, look.CHART_TEXT)

    def _aim_height(self, low: float) -> float:
        bottom, up = self._chart.band
        if up >= 1.0:
            return low + _PLOT_HEIGHT
        return low if bottom <= 0.0 else low + (bottom + up) / 2 * _PLOT_HEIGHT

    def _axes(self, ink: Ink, low: float) -> None:
        for tick in self._chart.values:
            y = low + tick.at * _PLOT_HEIGHT
            if tick.at > 0:
                ink.rule(self._left, y, self._right - self._left, look.LINE, 0.4)
            width = self._width(tick.label, look.CHART_TEXT)
            self._say(ink, tick.label, self._left - 8.0 - width, y, look.CHART_TEXT)
        ink.rule(self._left, low, self._right - self._left, look.LINE_STRONG, 0.7)
        for tick in self._chart.days:
            width = self._width(tick.label, look.CHART_TEXT)
            x = self._x(tick.at)
            self._say(ink, tick.label, x - (width if tick.at > 0.5 else 0.0), low - 14.0, look.CHART_TEXT)

    def _sessions(self, ink: Ink, low: float) -> None:
        for share in self._chart.sessions:
            x = self._x(share)
            ink.path(
                f"{x:.2f} {low:.2f} m {x:.2f} {low - _TICK:.2f} l", stroke=look.LINE_STRONG, thickness=1.0
            )
        if self._chart.sessions:
            words = "each tick is a session"
            width = self._width(words, look.CHART_TEXT)
            middle = (self._left + self._right - width) / 2
            self._say(ink, words, middle, low - 14.0, look.CHART_TEXT.but(colour=look.TEXT_3))

    def _line(self, ink: Ink, low: float) -> None:
        points = [(self._x(p.x), low + p.y * _PLOT_HEIGHT) for p in self._chart.points]
        if not points:
            return
        steps = " ".join(f"{x:.2f} {y:.2f} {'l' if i else 'm'}" for i, (x, y) in enumerate(points))
        if len(points) > 1:
            ink.path(steps, stroke=look.ACCENT, thickness=1.7)
        for x, y in points[:-1]:
            ink.dot(x, y, 2.2, "FFFFFF", stroke=look.ACCENT)
        x, y = points[-1]
        ink.dot(x, y, 3.4, look.ACCENT)
        first_x, first_y = points[0]
        named = any(abs(low + tick.at * _PLOT_HEIGHT - first_y) < 1.0 for tick in self._chart.values)
        if len(points) > 1 and not named:
            rising = points[1][1] >= first_y
            beside = first_y + (-10.0 if rising and first_y - low > 16.0 else 10.0)
            self._say(ink, self._chart.start_label, first_x + 2.0, beside, look.CHART_TEXT)
        aim = self._aim_height(low)
        if abs(y - aim) < look.CHART_NOW.leading and self._chart.points[-1].x <= _NEAR_THE_END:
            place = y + 9.0 if y >= aim else y - 9.0  # off the line of the aim
            self._say(ink, self._chart.now_label, x + 4.0, place, look.CHART_NOW)
        else:
            self._say(ink, self._chart.now_label, x + 8.0, y, look.CHART_NOW, clear=True)

    def _say(
        self, ink: Ink, text: str, x: float, middle: float, style: Style, *, clear: bool = False
    ) -> None:
        """*text* beginning at *x*; *clear* wipes what lies beneath it."""
        if text:
            if clear:
                ink.box(x - 2.0, middle - 5.0, self._width(text, style) + 4.0, 10.0, "FFFFFF")
            ink.text(self._type.one_line(text, style), x, middle - style.size * 0.35)

    def _width(self, text: str, style: Style) -> float:
        return self._type.width(text, style) if text else 0.0
