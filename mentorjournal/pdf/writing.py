"""What a person wrote, set as a book is: headings, paragraphs, lists, check items, quotes and dividers."""

from __future__ import annotations

from functools import partial

from mentorjournal.model.blocks import Block, BlockKind, Document, Span, leads
from mentorjournal.model.numbering import Numbers
from mentorjournal.pdf import style as look
from mentorjournal.pdf.flow import Draw, Row
from mentorjournal.pdf.ink import Ink
from mentorjournal.pdf.paragraphs import INDENT, Column
from mentorjournal.pdf.style import Style
from mentorjournal.pdf.tags import Element
from mentorjournal.pdf.typeset import Run

_QUOTE_INDENT = 14.0


def writing_rows(document: Document, column: Column) -> list[Row]:
    rows: list[Row] = []
    numbers, lists = Numbers(), _Lists(column.root)
    for i, block in enumerate(document):
        is_set = bool(block.text.strip()) or not block.kind.is_list
        number = numbers.of(block) if is_set else 0  # an empty item is left out, and takes no number
        if not block.kind.is_list:
            lists.end()
        item = lists.item(block) if block.kind.is_list and is_set else None
        in_list = i > 0 and block.kind.is_list and document[i - 1].kind.is_list
        before = 3.0 if i == 0 or in_list else 6.0
        rows += _block_rows(block, column, item, number, before)
    return rows


class _Lists:
    """The lists that are begun: one for each level, a deeper one inside the body of the item above it."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._begun: list[tuple[int, Element]] = []
        self._last: Element | None = None

    def end(self) -> None:
        self._begun.clear()
        self._last = None

    def item(self, block: Block) -> Element:
        begun = self._begun
        while begun and begun[-1][0] > block.level:
            begun.pop()
        if not begun or begun[-1][0] < block.level:
            inside = self._last.kids[-1] if self._last and begun else None
            above = inside if isinstance(inside, Element) else self._root
            begun.append((block.level, above.add("L", numbered=block.kind is BlockKind.NUMBERED)))
        self._last = begun[-1][1].add("LI")
        return self._last


def _block_rows(block: Block, column: Column, item: Element | None, number: int, before: float) -> list[Row]:
    if block.kind is BlockKind.DIVIDER:
        return [Row(18.0, partial(_divider, column))]
    if not block.text.strip():
        return []
    if item is not None:
        inside = column.part(block.level * INDENT, column.measure - block.level * INDENT)
        mark = _mark(block, number)
        return inside.item(_runs(block, look.WRITTEN), item, mark, before=before)
    if block.kind in (BlockKind.HEADING_1, BlockKind.HEADING_2):
        first = block.kind is BlockKind.HEADING_1
        style = look.WRITTEN_HEADINGS[0 if first else 1]
        rows = column.paragraph(
            _runs(block, style), column.root.add("H4" if first else "H5"), before=14.0 if first else 10.0
        )
        for row in rows:
            row.keep = True
        return rows
    if block.kind is BlockKind.QUOTE:
        inside = column.part(_QUOTE_INDENT, column.measure - _QUOTE_INDENT)
        style = look.WRITTEN.but(italic=True, colour=look.TEXT_2)
        rows = inside.paragraph(_runs(block, style), column.root.add("BlockQuote").add("P"), before=before)
        for row in rows:
            row.draw = _beside_bar(column.x, row)
        return rows
    return column.paragraph(_runs(block, look.WRITTEN), column.root.add("P"), before=before)


def _runs(block: Block, style: Style) -> list[Run]:
    return [(span.text, _span_style(span, style)) for span in block.spans]


def _span_style(span: Span, style: Style) -> Style:
    link = span.link if leads(span.link) else ""
    if not (span.bold or span.italic or span.strike or span.code or link):
        return style
    changed = style.but(
        weight=600 if span.bold and style.weight < 600 else style.weight,
        italic=span.italic != style.italic,
        strike=span.strike,
        link=link,
    )
    if link:
        changed = changed.but(colour=look.ACCENT)
    return changed.but(family="sans", size=style.size * 0.9) if span.code else changed


def _mark(block: Block, number: int) -> str:
    if block.kind is BlockKind.NUMBERED:
        return f"{number}."
    if block.kind is BlockKind.CHECK:
        return "done" if block.done else "open"
    return "•"


def _divider(column: Column, ink: Ink, top: float) -> None:
    ink.begin(None)
    ink.rule(column.x + column.measure / 2 - 24.0, top - 11.0, 48.0, look.LINE_STRONG, 0.6)


def _beside_bar(x: float, row: Row) -> Draw:
    return partial(_barred, x, row.height, row.draw)


def _barred(x: float, height: float, draw: Draw, ink: Ink, top: float) -> None:
    ink.begin(None)
    ink.box(x, top - height, 2.0, height, look.ACCENT_SOFT)
    draw(ink, top)
