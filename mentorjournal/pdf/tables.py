"""Facts and tables to rows: columns as wide as what stands in them needs, heads that are repeated, and rows
that go on over pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from mentorjournal.model.paper import Facts, Table
from mentorjournal.pdf import style as look
from mentorjournal.pdf.flow import Row, guarded
from mentorjournal.pdf.ink import Ink
from mentorjournal.pdf.paragraphs import Column, baseline
from mentorjournal.pdf.style import Style
from mentorjournal.pdf.tags import HEADER, Element
from mentorjournal.pdf.typeset import TextLine

_GAP = 12.0
_PAD = 5.0
_PAIR_GAP = 14.0
_LABEL_COLUMN = 112.0  # the same in every block of facts, so that the values stand in one column
_TALL_ROW = 8
_MEASURED = 200
"""How many rows are looked at to find how wide a column must be."""
_LONGEST = 0.5
"""The share of a table beyond which a column need not grow for one long word: it is broken instead."""
_EASE = 0.5
_SMALLEST = 0.7
"""How much smaller the letters of a table may be that has many columns."""

_Cell = tuple[list[TextLine], Column, Style, Element | None]


def fact_rows(facts: Facts, column: Column) -> Iterator[Row]:
    widest = max((column.typesetter.width(label, look.LABEL) for label, _ in facts.rows), default=0.0)
    abreast = max(facts.abreast, 1)
    wide = (column.measure + _PAIR_GAP) / abreast
    share = min(max(widest + 18.0, _LABEL_COLUMN), column.measure * 0.38, wide * 0.55)
    table = column.root.add("Table")
    for first in range(0, len(facts.rows), abreast):
        cells: list[_Cell] = []
        pairs = facts.rows[first : first + abreast]
        for place, (label, value) in enumerate(pairs):
            line = table.add("TR")  # what stands side by side is read one after the other
            left = place * wide
            last = place == len(pairs) - 1  # where fewer stand in a line, it has the room of all
            room = (column.measure - left if last else wide - _PAIR_GAP) - share
            cells.append(
                _cell(column.part(left, share - 12.0), label, look.LABEL, line.add("TH", scope="Row"))
            )
            cells.append(_cell(column.part(left + share, room), value, look.VALUE, line.add("TD")))
        yield from _side_by_side(cells, before=2.0 if first else 3.0)


def table_rows(table: Table, column: Column) -> Iterator[Row]:
    parts, size = _columns(table, column)
    head_style, style = _sized(look.TABLE_HEAD, size), _sized(look.TABLE_CELL, size)
    element = column.root.add("Table")
    line = element.add("TR")
    heads = list(zip(parts, table.header, strict=True))
    yield _head([_cell(*head, head_style, line.add("TH", scope="Column")) for head in heads], column)
    again = _head([_cell(*head, head_style, None) for head in heads], column)
    within = Row(again.height + _PAD, again.draw)  # above a cell that goes on from the page before
    for number, values in enumerate(table.rows):
        line = element.add("TR")
        cells = [_cell(part, value, style, line.add("TD")) for part, value in zip(parts, values, strict=True)]
        rows = _side_by_side(cells, before=_PAD)
        for place, row in enumerate(rows):
            row.head = within if place else again
        rows[-1].keep = True
        yield from rows
        # neither the first row nor the last stands alone on a page
        kept = len(rows) == 1 and number in (0, len(table.rows) - 2)
        yield Row(_PAD + 0.6, partial(_rule, column=column, colour=look.LINE, down=_PAD), keep=kept)


def _columns(table: Table, column: Column) -> tuple[list[Column], float]:
    """Where each column stands, and how large the letters are, 1 as a rule."""
    count = len(table.header)
    gap = min(_GAP, column.measure / count / 4)
    room = column.measure - gap * (count - 1)
    size = 1.0
    if table.widths:
        widths = [share * column.measure - gap for share in table.widths]
        widths[-1] += gap
    else:
        wanted, least = _needs(table, column, room)
        size = min(max(room / sum(least), _SMALLEST), 1.0)
        widths = _shared_out([w * size for w in wanted], [w * size for w in least], room)
    parts: list[Column] = []
    across = 0.0
    for width in widths:
        parts.append(column.part(across, width))
        across += width + gap
    return parts, size


def _needs(table: Table, column: Column, room: float) -> tuple[list[float], list[float]]:
    """How wide each column would like to be, and what it needs so that no word is broken."""
    width = column.typesetter.width
    wanted, least = [], []
    for place, head in enumerate(table.header):
        cells = [(head, look.TABLE_HEAD)]
        cells += [(values[place], look.TABLE_CELL) for values in table.rows[:_MEASURED]]
        words = {(word, style) for text, style in cells for word in text.split()}
        longest = max((width(word, style) for word, style in words), default=0.0)
        whole = max(width(text[:_MEASURED], style) for text, style in cells)
        least.append(min(max(longest, look.TABLE_CELL.size) + _EASE, room * _LONGEST))
        wanted.append(min(max(whole, least[-1]) + _EASE, room))
    return wanted, least


def _shared_out(wanted: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """*room* for columns: what each wants where there is enough, what each needs at least, or less."""
    if sum(wanted) <= room:
        return [width * room / sum(wanted) for width in wanted]
    if sum(least) >= room:
        return [width * room / sum(least) for width in least]
    widths = list(least)
    # Narrow columns first: what is left goes to those that need more than an even share.
    for done, place in enumerate(sorted(range(len(widths)), key=wanted.__getitem__)):
        spare = (room - sum(widths)) / (len(widths) - done)
        widths[place] += min(spare, wanted[place] - least[place])
    return [width * room / sum(widths) for width in widths]


def _sized(style: Style, size: float) -> Style:
    return style.but(size=style.size * size, leading=style.leading * size) if size < 1 else style


def _head(cells: Sequence[_Cell], column: Column) -> Row:
    leading = cells[0][2].leading
    height = max(len(lines) for lines, _, _, _ in cells) * leading + _PAD
    draw = partial(_draw_head, cells=cells, leading=leading, column=column, height=height)
    return Row(height, draw, before=8.0, keep=True)


def _draw_head(
    ink: Ink, top: float, *, cells: Sequence[_Cell], leading: float, column: Column, height: float
) -> None:
    _cells(ink, top, cells=cells, leading=leading, first=0, end=None)
    _rule(ink, top, column=column, colour=look.LINE_STRONG, down=height)


def _cell(column: Column, text: str, style: Style, element: Element | None) -> _Cell:
    """*text* with the lines that it was written in. A head that is repeated has no element."""
    written = [part for part in text.splitlines() if part.strip()] or [""]
    lines = [line for part in written for line in column.typesetter.lines([(part, style)], column.measure)]
    return lines, column, style, element


def _side_by_side(cells: Sequence[_Cell], before: float) -> list[Row]:
    """Cells of one row of a table: one row where it is short, a row for each line where it is long."""
    leading = max(style.leading for _, _, style, _ in cells)
    tall = max(len(lines) for lines, _, _, _ in cells)
    if tall <= _TALL_ROW:
        return [Row(tall * leading, partial(_cells, cells=cells, leading=leading, first=0, end=tall), before)]
    return guarded(
        [
            Row(
                leading,
                partial(_cells, cells=cells, leading=leading, first=i, end=i + 1),
                before if i == 0 else 0.0,
            )
            for i in range(tall)
        ]
    )


def _cells(
    ink: Ink, top: float, *, cells: Sequence[_Cell], leading: float, first: int, end: int | None
) -> None:
    """Lines *first* to *end* of each cell."""
    common = max((style for _, _, style, _ in cells), key=_size).but(leading=leading)
    for lines, column, _, element in cells:
        for i, text in enumerate(lines[first:end]):
            ink.begin(element or HEADER)
            ink.text(text, column.left(text), baseline(top - i * leading, common))


def _size(style: Style) -> float:
    return style.size


def _rule(ink: Ink, top: float, *, column: Column, colour: str, down: float) -> None:
    ink.begin(None)
    ink.rule(column.x, top - down, column.measure, colour, 0.6)
