"""Blocks of a short page to rows: a heading on the left, its points on the right, blank lines to write on."""

from __future__ import annotations

from functools import partial

from mentorjournal.model.paper import Beside, BlankLines, Entry
from mentorjournal.pdf import style as look
from mentorjournal.pdf.flow import Draw, Row, kept_together
from mentorjournal.pdf.ink import Ink
from mentorjournal.pdf.paragraphs import Column, baseline
from mentorjournal.pdf.tags import Element
from mentorjournal.pdf.typeset import Run, TextLine
from mentorjournal.pdf.words import clean

_LABEL_SHARE = 112.0
_GAP = 14.0
_CLOSE_FROM = 2
"""Where a point may take no more lines than this, the space between points and blocks gives way too."""
_BETWEEN_BLOCKS = (5.5, 11.0)
_BETWEEN_ENTRIES = (1.0, 4.0)
_BLANK_LINE = 17.0
_SHORTEST_ASIDE = 48
_MORE_THAN_A_LINE = 120
"""Characters that no line of the narrow column holds."""


def beside_rows(piece: Beside, column: Column, most_lines: int) -> list[Row]:
    """*most_lines* is how many lines a point may take; 0 is as many as it needs."""
    heading = column.root.add("H2")
    points = column.root.add("L")
    body = _body(column)
    wide = not 0 < most_lines <= _CLOSE_FROM
    rows: list[Row] = []
    for place, entry in enumerate(piece.entries):
        runs = _fitted(entry, body, most_lines)
        element = points.add("LI").add("LBody")
        rows += body.paragraph(runs, element, before=_BETWEEN_ENTRIES[wide] if place else 0.0)
    return _labelled(piece.heading, heading, rows, column, _BETWEEN_BLOCKS[wide])


def blank_rows(piece: BlankLines, column: Column, most_lines: int) -> list[Row]:
    body = _body(column)
    rows = [Row(_BLANK_LINE, partial(_blank, body)) for _ in range(piece.count)]
    before = _BETWEEN_BLOCKS[not 0 < most_lines <= _CLOSE_FROM]
    return _labelled(piece.heading, column.root.add("H2"), rows, column, before)


def _body(column: Column) -> Column:
    return column.part(_LABEL_SHARE, column.measure - _LABEL_SHARE)


def _labelled(words: str, element: Element, rows: list[Row], column: Column, before: float) -> list[Row]:
    """The rows of one block, kept together, with *words* to the left of the first."""
    label = column.typesetter.lines([(words, look.CLOSE_HEADING)], _LABEL_SHARE - _GAP)
    if not rows:
        return []
    first = rows[0]
    rows[0] = Row(first.height, partial(_beside, words, label, element, column.x, first.draw), before)
    short = len(label) * look.CLOSE_HEADING.leading - sum(row.before + row.height for row in rows[1:])
    rows[-1].height = max(rows[-1].height, short if len(rows) == 1 else rows[-1].height)
    return kept_together(rows)


def _fitted(entry: Entry, body: Column, most_lines: int) -> list[Run]:
    """The entry as runs that take at most *most_lines*; first the aside gives way, then the text."""
    runs = _runs(entry.mark, entry.text, entry.aside)
    if not most_lines or _lines(body, runs) <= most_lines:
        return runs
    text, aside = entry.text[: _MORE_THAN_A_LINE * most_lines], entry.aside
    if len(aside) > _SHORTEST_ASIDE and _lines(body, _runs("", "", aside)) > most_lines / 2:
        aside = _shortened(aside, _SHORTEST_ASIDE * most_lines)
    beside = sum(body.typesetter.width(*run) for run in _runs(entry.mark, "", aside))
    room = most_lines * body.measure - beside
    wide = body.typesetter.width(text, look.CLOSE_TEXT)
    length = len(text) if wide <= room else int(len(text) * max(room, 0.0) / wide)
    # Only the ends of lines are left to reckon with: a few words less, and it fits.
    while length > 0 and _lines(body, _runs(entry.mark, _shortened(text, length), aside)) > most_lines:
        length -= 4
    return _runs(entry.mark, _shortened(text, max(length, 0)), aside)


def _shortened(text: str, length: int) -> str:
    """The beginning of *text*, to the end of a word where one is near, and an ellipsis."""
    head = text[:length]
    space = head.rfind(" ")
    return f"{(head[:space] if space > length * 0.7 else head).rstrip(' ,;:.')}…"


def _runs(mark: str, text: str, aside: str) -> list[Run]:
    runs = [(f"{mark}: ", look.CLOSE_MARK)] if mark else []
    runs.append((text, look.CLOSE_TEXT))
    if aside:
        runs.append((f"  {aside}" if text else aside, look.CLOSE_ASIDE))
    return runs


def _lines(body: Column, runs: list[Run]) -> int:
    return len(body.typesetter.lines(runs, body.measure))


def _beside(
    words: str, label: list[TextLine], element: Element, x: float, draw: Draw, ink: Ink, top: float
) -> None:
    ink.heading(clean(words), 0, top)
    ink.begin(element)
    for place, line in enumerate(label):
        ink.text(line, x, baseline(top - place * look.CLOSE_HEADING.leading, look.CLOSE_HEADING))
    draw(ink, top)


def _blank(body: Column, ink: Ink, top: float) -> None:
    ink.begin(None)
    ink.rule(body.x, top - _BLANK_LINE + 2.0, body.measure, look.LINE, 0.6)
