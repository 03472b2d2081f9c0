"""A goal's progress on paper: one line, sessions as ticks, start and now in words, the aim as a band."""

from __future__ import annotations

from mentorjournal.model.chart import Chart
from mentorjournal.model.chart_layout import Drawing, Role, Words, lay_out
from mentorjournal.pdf import style as look
from mentorjournal.pdf.flow import Row
from mentorjournal.pdf.ink import Ink
from mentorjournal.pdf.paragraphs import Column
from mentorjournal.pdf.style import Style
from mentorjournal.pdf.typeset import Typesetter
from mentorjournal.pdf.words import clean

_HEIGHT = 86.0
_FACES: dict[Role, Style] = {
    "now": look.CHART_NOW,
    "legend": look.CHART_TEXT.but(colour=look.TEXT_3),
}


def chart_row(chart: Chart, column: Column) -> Row:
    """The chart as one row; its words are its alternative text."""
    element = column.root.add("Figure", clean(chart.words))
    drawing = lay_out(chart, column.measure, _HEIGHT, PaperRuler(column.typesetter), legend=_legend(chart))

    def draw(ink: Ink, top: float) -> None:
        ink.begin(element)
        element.box = (column.x, top - _HEIGHT, column.x + column.measure, top)
        _Drawn(ink, column, top).draw(drawing)

    return Row(_HEIGHT, draw, before=6.0)


class PaperRuler:
    """A unit is a point."""

    line = look.CHART_TEXT.leading
    unit = 1.0

    def __init__(self, typesetter: Typesetter) -> None:
        self._type = typesetter

    def width(self, words: str, role: Role) -> float:
        return self._type.width(words, _face(role)) if words else 0.0


class _Drawn:
    """Draws with the chart's upper edge at *top*: on paper, up is more."""

    def __init__(self, ink: Ink, column: Column, top: float) -> None:
        self._ink, self._column, self._top = ink, column, top

    def draw(self, drawing: Drawing) -> None:
        ink, plot = self._ink, drawing.plot
        if drawing.band:
            band = drawing.band
            height = max(band.height, 2.0)
            ink.box(self._x(band.left), self._y(band.top) - height, band.width, height, look.ACCENT_SOFT)
        for y in drawing.rules:
            at_foot = y >= plot.bottom
            colour, thickness = (look.LINE_STRONG, 0.7) if at_foot else (look.LINE, 0.4)
            ink.rule(self._x(plot.left), self._y(y), plot.width, colour, thickness)
        if drawing.aim is not None:
            self._stroke([(plot.left, drawing.aim), (plot.right, drawing.aim)], look.ACCENT, 0.6, "3 3")
        for x in drawing.ticks:
            self._stroke([(x, plot.bottom), (x, plot.bottom + 5.0)], look.LINE_STRONG, 1.0)
        for (x, y), reached in drawing.marks:
            self._diamond(x, y, reached)
        self._line(drawing)
        for words in drawing.words:
            self._say(words)

    def _line(self, drawing: Drawing) -> None:
        if len(drawing.line) > 1:
            self._stroke(drawing.line, look.ACCENT, 1.7)
        for x, y in drawing.dots:
            self._ink.dot(self._x(x), self._y(y), 2.2, "FFFFFF", stroke=look.ACCENT)
        if drawing.now:
            x, y = drawing.now
            self._ink.dot(self._x(x), self._y(y), 3.4, look.ACCENT)

    def _say(self, words: Words) -> None:
        style, box = _face(words.role), words.box
        x, middle = self._x(box.left), self._y(box.top + box.height / 2)
        if words.clear:
            self._ink.box(x - 1.5, middle - 5.0, box.width + 3.0, 10.0, "FFFFFF")
        self._ink.text(self._column.typesetter.one_line(words.text, style), x, middle - style.size * 0.35)

    def _diamond(self, x: float, y: float, reached: bool) -> None:
        across, up, half = self._x(x), self._y(y), 3.0
        corners = ((across, up + half), (across + half, up), (across, up - half), (across - half, up))
        steps = " ".join(f"{cx:.2f} {cy:.2f} {'l' if i else 'm'}" for i, (cx, cy) in enumerate(corners))
        fill = look.ACCENT if reached else "FFFFFF"
        self._ink.path(f"{steps} h", fill=fill, stroke=look.ACCENT, thickness=0.9)

    def _stroke(
        self,
        corners: list[tuple[float, float]] | tuple[tuple[float, float], ...],
        colour: str,
        thickness: float,
        dash: str = "",
    ) -> None:
        steps = " ".join(
            f"{self._x(x):.2f} {self._y(y):.2f} {'l' if i else 'm'}" for i, (x, y) in enumerate(corners)
        )
        self._ink.path(steps, stroke=colour, thickness=thickness, dash=dash)

    def _x(self, x: float) -> float:
        return self._column.x + x

    def _y(self, y: float) -> float:
        return self._top - y


def _face(role: Role) -> Style:
    return _FACES.get(role, look.CHART_TEXT)


def _legend(chart: Chart) -> str:
    parts = []
    if chart.sessions:
        parts.append("each tick is a session")
    if chart.marks:
        parts.append("each diamond a milestone")
    return ", ".join(parts)
