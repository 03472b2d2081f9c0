"""The cover of a book to rows: its title high on the page, what must not be missed, and small words below."""

from __future__ import annotations

from functools import partial

from mentorjournal.model.bound import Cover
from mentorjournal.model.paper import Paper
from mentorjournal.pdf import style as look
from mentorjournal.pdf.flow import Draw, Mark, Row, kept_together
from mentorjournal.pdf.ink import Ink
from mentorjournal.pdf.paragraphs import Column

_TITLE = look.TITLE.but(size=34.0, leading=41.0)
_SUBTITLE = look.SUBTITLE.but(size=14.0, leading=20.0)
_WORDS = look.WRITTEN.but(size=14.0, leading=21.0)
_SMALL = look.MUTED
_DOWN = 0.22
"""How far down the page the title stands, as a share of it."""
_BAR = 5.0
_BESIDE_WORDS = 14.0


def cover_rows(cover: Cover, paper: Paper, column: Column, room: float) -> list[Row]:
    """Rows that fill one page; what a very long title pushes out goes on to a second."""
    high = [Row(_BAR, partial(_bar, column.x), before=room * _DOWN, keep=True)]
    high += column.paragraph([(paper.title, _TITLE)], column.root.add("H1"), before=22.0, aside=False)
    for place, line in enumerate(paper.subtitle.splitlines()):
        element = column.root.add("P")
        high += column.paragraph([(line, _SUBTITLE)], element, before=0.0 if place else 6.0, aside=False)
    inside = column.part(_BESIDE_WORDS, column.measure * 0.82 - _BESIDE_WORDS)
    for place, words in enumerate(cover.words):
        rows = inside.paragraph([(words, _WORDS)], column.root.add("P"), before=0.0 if place else 44.0)
        for number, row in enumerate(rows):
            above = 8.0 if place and not number else 0.0
            row.draw = partial(_beside, column.x, above, row.height, row.draw)
            row.before += above
        high += rows
    low = [
        row
        for words in cover.small
        for row in column.paragraph([(words, _SMALL)], column.root.add("P"), before=5.0)
    ]
    rest = room - sum(row.before + row.height for row in (*high, *low)) - 1.0
    filling = [Row(max(rest, 0.0), _nothing)] if low else []
    # A page begins without the space above its first row, so the space is a row of its own.
    high[0].before, top = 0.0, Row(high[0].before, _nothing)
    rows = kept_together([top, *high, *filling, *low])
    for row in rows:
        row.mark = Mark(cover=True)
    return rows


def _bar(x: float, ink: Ink, top: float) -> None:
    ink.begin(None)
    ink.box(x, top - _BAR, 56.0, _BAR, look.ACCENT)


def _beside(x: float, above: float, height: float, draw: Draw, ink: Ink, top: float) -> None:
    ink.begin(None)
    ink.box(x, top - height, 2.5, height + above, look.ACCENT)
    draw(ink, top)


def _nothing(ink: Ink, top: float) -> None:
    """Space alone."""
