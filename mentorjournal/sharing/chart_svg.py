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
_FILL: dict[Role, str] = {"now": "var(--accent)", "legend": "var(--text-3)"}
_AT_THE_END: frozenset[Role] = frozenset({"axis"})


def chart_svg(chart: Chart, name: str) -> str:
    """The chart with its words as title. *name* is one that nothing else on the page has."""
    drawing = lay_out(chart, _WIDTH, _HEIGHT, _Ruler(), legend=_legend(chart))
    said = escape(tidy(chart.words))
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH:g} {_HEIGHT:g}" role="img"'
            f' aria-labelledby="{name}-title {name}-words" font-size="{_SIZE:g}" fill="var(--text-2)">',
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
        wide = sum(1.0 if unicodedata.east_asian_width(sign) in "WF" else 0.56 for sign in words)
        return wide * _SIZE * (1.06 if role == "now" else 1.0)


def _shapes(drawing: Drawing) -> Iterator[str]:
    plot = drawing.plot
    if drawing.band:
        band = drawing.band
        height = max(band.height, 2.0)
        yield (
            f'<rect x="{band.left:.1f}" y="{band.top:.1f}" width="{band.width:.1f}" height="{height:.1f}"'
            ' fill="var(--accent-soft)"/>'
        )
    for y in drawing.rules:
        colour = "var(--line-strong)" if y >= plot.bottom else "var(--line)"
        yield _stroke(((plot.left, y), (plot.right, y)), colour, 0.8)
    if drawing.aim is not None:
        ends = ((plot.left, drawing.aim), (plot.right, drawing.aim))
        yield _stroke(ends, "var(--accent)", 0.8, ' stroke-dasharray="4 4"')
    for x in drawing.ticks:
        yield _stroke(((x, plot.bottom), (x, plot.bottom + 6.0)), "var(--line-strong)", 1.2)
    for (x, y), reached in drawing.marks:
        fill = "var(--accent)" if reached else "var(--ground)"
        yield (
            f'<path d="M{x - 4:.1f} {y:.1f}l4 -4l4 4l-4 4z" fill="{fill}" stroke="var(--accent)"'
            ' stroke-width="1.1"/>'
        )
    if len(drawing.line) > 1:
        yield _stroke(drawing.line, "var(--accent)", 2.2, ' stroke-linejoin="round"')
    for x, y in drawing.dots:
        yield (
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.8" fill="var(--ground)" stroke="var(--accent)"'
            ' stroke-width="1.4"/>'
        )
    if drawing.now:
        x, y = drawing.now
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4.2" fill="var(--accent)"/>'


def _stroke(corners: tuple[tuple[float, float], ...], colour: str, thickness: float, more: str = "") -> str:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
    return f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="{thickness:g}"{more}/>'


def _text(words: Words) -> str:
    box = words.box
    end = words.role in _AT_THE_END
    x = box.left + box.width if end else box.left
    y = box.top + box.height / 2 + _SIZE * 0.36
    anchor = ' text-anchor="end"' if end else ""
    weight = ' font-weight="600"' if words.role == "now" else ""
    fill = f' fill="{_FILL[words.role]}"' if words.role in _FILL else ""
    # a line beneath is wiped by the ground's own colour around the letters
    halo = ' stroke="var(--ground)" stroke-width="4" paint-order="stroke"' if words.clear else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}"{anchor}{weight}{fill}{halo} aria-hidden="true">'
        f"{escape(tidy(words.text))}</text>"
    )


def _legend(chart: Chart) -> str:
    parts = []
    if chart.sessions:
        parts.append("each tick is a session")
    if chart.marks:
        parts.append("each diamond a milestone")
    return ", ".join(parts)
