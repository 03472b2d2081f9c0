"""A goal's progress as a picture inside a page, in the same layout as on the screen and in the PDF."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from html import escape

from mentorjournal.model.blocks import tidy
from mentorjournal.model.chart import Chart
from mentorjournal.model.chart_layout import Drawing, Role, Words, lay_out

_WIDTH, _HEIGHT = 640.0, 150.0
_SIZE = 12.0
_CLASS: dict[Role, str] = {"now": "now", "legend": "legend"}


def chart_svg(chart: Chart, name: str) -> str:
    """The chart with its words as title. *name* is one that nothing else on the page has."""
    drawing = lay_out(chart, _WIDTH, _HEIGHT, _Ruler(), legend=_legend(chart))
    said = escape(tidy(chart.words))
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH:g} {_HEIGHT:g}" role="img"'
            f' aria-labelledby="{name}-title {name}-words" class="chart" font-size="{_SIZE:g}">',
            f'<title id="{name}-title">Progress</title>',
            f'<desc id="{name}-words">{said}</desc>',
            *_shapes(drawing),
            *map(_text, drawing.words),
            "</svg>",
        ]
    )


class _Ruler:
    """Which face the browser takes is not known, so that letters are taken to be as wide as most are."""

    line = 15.0
    unit = 1.25

    def width(self, words: str, role: Role) -> float:
        wide = sum(1.0 if unicodedata.east_asian_width(sign) in "WF" else 0.6 for sign in words)
        return wide * _SIZE * (1.06 if role == "now" else 1.0)


def _shapes(drawing: Drawing) -> Iterator[str]:
    """Each by its class, which the page's style sheet colours for light, dark and paper."""
    plot = drawing.plot
    if drawing.band:
        band = drawing.band
        yield (
            f'<rect class="band" x="{band.left:.1f}" y="{band.top:.1f}" width="{band.width:.1f}"'
            f' height="{max(band.height, 2.0):.1f}"/>'
        )
    for y in drawing.rules:
        foot = y >= plot.bottom
        yield _line(((plot.left, y), (plot.right, y)), "foot" if foot else "rule")
    if drawing.aim is not None:
        yield _line(((plot.left, drawing.aim), (plot.right, drawing.aim)), "aim")
    for x in drawing.ticks:
        yield _line(((x, plot.bottom), (x, plot.bottom + 6.0)), "foot")
    for (x, y), reached in drawing.marks:
        yield f'<path class="{"full" if reached else "hollow"}" d="M{x - 4:.1f} {y:.1f}l4 -4l4 4l-4 4z"/>'
    if len(drawing.line) > 1:
        yield _line(drawing.line, "line")
    for x, y in drawing.dots:
        yield f'<circle class="hollow" cx="{x:.1f}" cy="{y:.1f}" r="2.8"/>'
    if drawing.now:
        x, y = drawing.now
        yield f'<circle class="full" cx="{x:.1f}" cy="{y:.1f}" r="4.2"/>'


def _line(corners: tuple[tuple[float, float], ...], name: str) -> str:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
    return f'<polyline class="{name}" fill="none" points="{points}"/>'


def _text(words: Words) -> str:
    box = words.box
    end = words.role == "axis"
    x = box.left + box.width if end else box.left
    y = box.top + box.height / 2 + _SIZE * 0.36
    anchor = ' text-anchor="end"' if end else ""
    # where a line runs beneath, the ground's own colour around the letters wipes it
    names = " ".join(name for name in (_CLASS.get(words.role, ""), "clear" * words.clear) if name)
    named = f' class="{names}"' if names else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}"{anchor}{named} aria-hidden="true">{escape(tidy(words.text))}</text>'
    )


def _legend(chart: Chart) -> str:
    parts = []
    if chart.sessions:
        parts.append("each tick is a session")
    if chart.marks:
        parts.append("each diamond a milestone")
    return ", ".join(parts)
