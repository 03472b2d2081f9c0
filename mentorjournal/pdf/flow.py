"""Rows to pages: what stays together, what is repeated, and where a page ends."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from mentorjournal.pdf.ink import Ink

Draw = Callable[[Ink, float], None]
"""Draws a row on the page when told where its top is."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a row is in a book: a place that pages are told of by *key*, the beginning of a *chapter*, or part
    of a *cover*.
    """

    key: str = ""
    chapter: str = ""
    cover: bool = False


@dataclass(slots=True)
class Row:
    """What cannot be divided: a line of text, a row of a table, a chart.

    *before* is the space above it, dropped at the top of a page. *keep*: no page ends after this row if that
    can be helped. *head* is drawn again when a page begins with this row. *need* is how much of a page must
    be left for it to stand there; a new one is begun otherwise.
    """

    height: float
    draw: Draw
    before: float = 0.0
    keep: bool = False
    head: Row | None = None
    need: float = 0.0
    mark: Mark | None = None


@dataclass(slots=True)
class Placed:
    """A row and how far below the top of the text area it stands."""

    row: Row
    down: float


def paginate(rows: Iterable[Row], room: float) -> list[list[Placed]]:
    """Rows set one below the other on pages that are *room* high."""
    pages: list[list[Placed]] = [[]]
    down = 0.0
    for chain in _chains(rows):
        if pages[-1] and down + _height(chain) > room and _height(chain, at_top=True) <= room:
            pages.append([])
            down = 0.0
        for row in chain:
            if pages[-1] and down + row.before + max(row.height, row.need) > room:
                pages.append([])
                down = 0.0
            if pages[-1]:
                down += row.before
            elif row.head:
                pages[-1].append(Placed(row.head, 0.0))
                down = row.head.height + row.before
            pages[-1].append(Placed(row, down))
            down += row.height
    return pages


def kept_together(rows: Sequence[Row]) -> list[Row]:
    """The same rows with no page end among them; `paginate` gives way when they need more than a page."""
    return [replace(row, keep=True) for row in rows[:-1]] + list(rows[-1:])


def guarded(rows: Sequence[Row]) -> list[Row]:
    """The rows of a paragraph with neither its first nor its last line alone on a page."""
    last = len(rows) - 1
    for i, row in enumerate(rows):
        if i in (0, last - 1) and i < last:
            row.keep = True
    return list(rows)


def _chains(rows: Iterable[Row]) -> Iterable[list[Row]]:
    chain: list[Row] = []
    for row in rows:
        chain.append(row)
        if not row.keep:
            yield chain
            chain = []
    if chain:
        yield chain


def _height(chain: Sequence[Row], *, at_top: bool = False) -> float:
    total = sum(row.before + row.height for row in chain)
    if at_top:
        total += chain[0].head.height if chain[0].head else -chain[0].before
    return total
