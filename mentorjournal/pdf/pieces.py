"""A paper's pieces to rows: headings, lines, facts, tables, lists, charts and codes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from math import inf

from mentorjournal.model.bound import Bound, Chapter, Contents, Cover, Index, PageBreak
from mentorjournal.model.fields import Asked, HiddenField, TextField
from mentorjournal.model.paper import (
    Beside,
    BlankLines,
    Bullets,
    Code,
    Facts,
    Heading,
    Line,
    Loose,
    Paper,
    Picture,
    Piece,
    Signatures,
    Table,
    Together,
    Writing,
)
from mentorjournal.pdf import style as look
from mentorjournal.pdf.asking import asking_rows
from mentorjournal.pdf.beside import beside_rows, blank_rows
from mentorjournal.pdf.charts import chart_row
from mentorjournal.pdf.contents import chapter_rows, contents_rows, index_rows, key_of
from mentorjournal.pdf.cover import cover_rows
from mentorjournal.pdf.flow import Mark, Row, kept_together
from mentorjournal.pdf.ink import Ink
from mentorjournal.pdf.paragraphs import Column
from mentorjournal.pdf.tables import fact_rows, table_rows
from mentorjournal.pdf.tags import Element
from mentorjournal.pdf.typeset import TextLine
from mentorjournal.pdf.words import clean
from mentorjournal.pdf.writing import writing_rows

_OUTLINED = 2  # deeper headings are not in the outline, and of a book only the chapters are
_CODE_CELL = 960.0
_CODE_HEIGHT = 50.0


class Pieces:
    """Lays out the pieces of one paper in *column*; *room* is the height of a page's text, *most_lines* how
    many a point of a block may take, 0 for any number. In *numbers* the number of each page that is named
    will stand before anything is drawn.
    """

    def __init__(
        self, paper: Paper, column: Column, room: float, numbers: Mapping[str, str], most_lines: int = 0
    ) -> None:
        self._paper = paper
        self._column = column
        self._room = room
        self._numbers = numbers
        self._most_lines = most_lines
        self._after_heading = False
        self._begins_page = False
        self._chapters = 0

    def masthead(self) -> list[Row]:
        """Title and subtitle below a small bar of the house's green; a cover has them itself."""
        column, paper, close = self._column, self._paper, self._paper.one_page
        if paper.pieces and isinstance(paper.pieces[0], Cover):
            return []
        rows = [Row(4.0, partial(_bar, column.x), keep=True)]
        title, style = column.root.add("H1"), look.CLOSE_TITLE if close else look.TITLE
        rows += column.paragraph([(paper.title, style)], title, before=7.0 if close else 13.0, aside=False)
        if paper.subtitle:
            style = look.CLOSE_SUBTITLE if close else look.SUBTITLE
            before = 1.0 if close else 3.0
            rows += column.paragraph([(paper.subtitle, style)], column.root.add("P"), before=before)
        return [*kept_together(rows), Row(6.0, _nothing)]

    def rows(self, piece: Piece) -> list[Row]:
        rows = self._bound(piece) if isinstance(piece, Bound) else self._rows(piece)
        self._after_heading = isinstance(piece, Heading | Chapter)
        if self._begins_page and rows:
            rows[0].need = inf
        if rows or isinstance(piece, PageBreak):
            self._begins_page = isinstance(piece, Cover | Contents | PageBreak)
        return rows

    def _rows(self, piece: Loose) -> list[Row]:
        column = self._column
        match piece:
            case Heading():
                return self._heading(piece)
            case Line():
                style = look.MUTED if piece.muted else look.BODY
                parts = [line for line in piece.text.splitlines() if line.strip()]
                return [
                    row
                    for i, part in enumerate(parts)
                    for row in column.paragraph(
                        [(part, style)], column.root.add("P"), before=3.0 if i else 5.0
                    )
                ]
            case Writing():
                return writing_rows(piece.text, column)
            case Facts():
                return list(fact_rows(piece, column))
            case Table():
                return list(table_rows(piece, column))
            case Bullets():
                return self._bullets(piece)
            case Picture():
                return [chart_row(piece.chart, column)]
            case Code():
                return list(self._code(piece))
            case Beside():
                return beside_rows(piece, column, self._most_lines)
            case BlankLines():
                return blank_rows(piece, column, self._most_lines)
            case Signatures() | TextField() | Asked() | HiddenField():
                return asking_rows(piece, column)
            case Together():
                rows = [row for inner in piece.pieces for row in self.rows(inner)]
                fits = sum(row.before + row.height for row in rows) <= self._room
                return kept_together(rows) if fits else rows

    def _bound(self, piece: Bound) -> list[Row]:
        column = self._column
        match piece:
            case Cover():
                return cover_rows(piece, self._paper, column, self._room)
            case Chapter():
                self._chapters += 1
                return chapter_rows(piece, key_of(self._chapters - 1, piece), column, self._room)
            case Contents():
                return contents_rows(piece, self._paper, column, self._numbers)
            case Index():
                return index_rows(piece, column, self._numbers)
            case PageBreak():
                return []

    def _heading(self, heading: Heading) -> list[Row]:
        level = min(max(heading.level, 1), len(look.HEADINGS))
        before, after = look.HEADING_SPACE[level - 1]
        if self._after_heading:
            before = look.HEADING_AFTER_HEADING
        column = self._column
        in_book = self._chapters > 0
        element = column.root.add(f"H{level + 1 + in_book}")
        rows = column.paragraph(
            [(heading.text, look.HEADINGS[level - 1])], element, before=before, aside=False
        )
        first = rows[0]
        if level <= _OUTLINED and not in_book:
            first.draw = _noted(heading.text, level - 1, first.draw)
        if heading.key:
            first.mark = Mark(key=heading.key)
        return [
            *kept_together(rows[:-1]),
            *[_kept(row) for row in rows[-1:]],
            Row(after, _nothing, keep=True),
        ]

    def _bullets(self, bullets: Bullets) -> list[Row]:
        column = self._column
        every = column.root.add("L", numbered=bullets.numbered)
        rows: list[Row] = []
        for i, item in enumerate(bullets.items):
            mark = f"{i + 1}." if bullets.numbered else "•"
            rows += column.item([(item, look.BODY)], every.add("LI"), mark, before=3.0)
        return rows

    def _code(self, code: Code) -> Iterator[Row]:
        """Groups in a panel, each character in a cell of its own, so that they are easy to copy by hand."""
        column = self._column
        abreast = 4 if len(code.groups) % 4 == 0 else 3
        wide = column.measure / abreast
        lines = [code.groups[i : i + abreast] for i in range(0, len(code.groups), abreast)]
        every = column.root.add("L", numbered=True)
        for n, groups in enumerate(lines):
            first = n * abreast + 1
            set_groups = [
                (
                    self._small(str(first + i)),
                    column.typesetter.spaced(group, look.CODE, _CODE_CELL),
                    every.add("LI"),
                )
                for i, group in enumerate(groups)
            ]
            draw = partial(_code_line, groups=set_groups, column=column, wide=wide)
            yield Row(_CODE_HEIGHT, draw, before=12.0 if n == 0 else 0.0, keep=n < len(lines) - 1)

    def _small(self, text: str) -> TextLine:
        return self._column.typesetter.one_line(text, look.FOOTER)


def _code_line(
    ink: Ink,
    top: float,
    *,
    groups: Sequence[tuple[TextLine, TextLine, Element]],
    column: Column,
    wide: float,
) -> None:
    ink.begin(None)
    ink.box(column.x, top - _CODE_HEIGHT, column.measure, _CODE_HEIGHT, look.SUNKEN)
    for i, (number, group, item) in enumerate(groups):
        left = column.x + i * wide + 16.0
        ink.begin(item.add("Lbl"))
        ink.text(number, left, top - 14.0)
        ink.begin(item.add("LBody"))
        ink.text(group, left, top - 36.0)


def _bar(x: float, ink: Ink, top: float) -> None:
    ink.begin(None)
    ink.box(x, top - 3.0, 34.0, 3.0, look.ACCENT)


def _nothing(ink: Ink, top: float) -> None:
    """Space alone."""


def _noted(text: str, level: int, draw: Callable[[Ink, float], None]) -> Callable[[Ink, float], None]:
    def both(ink: Ink, top: float) -> None:
        ink.heading(clean(text), level, top)
        draw(ink, top)

    return both


def _kept(row: Row) -> Row:
    row.keep = True
    return row
