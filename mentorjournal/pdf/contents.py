"""Chapters, their contents and an index to rows. Pages are known once all is laid out, so the numbers are
looked up when they are drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from mentorjournal.model.bound import Chapter, Contents, Index, IndexPlace
from mentorjournal.model.paper import Paper
from mentorjournal.pdf import style as look
from mentorjournal.pdf.flow import Draw, Mark, Placed, Row, kept_together
from mentorjournal.pdf.ink import Ink
from mentorjournal.pdf.paragraphs import Column, baseline
from mentorjournal.pdf.style import Style
from mentorjournal.pdf.tags import HEADER, Element
from mentorjournal.pdf.typeset import TextLine, Typesetter
from mentorjournal.pdf.words import clean, clusters

_PART = look.TITLE.but(size=22.0, leading=28.0)
_CHAPTER = look.HEADINGS[0].but(size=15.5, leading=21.0)
_STYLES = (_PART, _CHAPTER)
_BAR = 4.0
_CHAPTER_NEEDS = 0.4
"""A chapter does not begin where less than this share of a page is left."""
_ENTRIES = (look.BODY.but(weight=600, size=11.0, leading=17.0), look.BODY.but(leading=16.0))
_INDENT = 16.0
_NUMBER_ROOM = 34.0
_MOST_LINES = 2
_DOTS_EVERY = 5.0


@dataclass(slots=True, frozen=True)
class Leading:
    """A line that leads to a place: its words, where it goes, and how it looks."""

    words: str
    key: str
    style: Style


def chapters_of(paper: Paper) -> Iterator[tuple[str, Chapter]]:
    """Every chapter with the key of its place."""
    chapters = [piece for piece in paper.pieces if isinstance(piece, Chapter)]
    return ((key_of(number, chapter), chapter) for number, chapter in enumerate(chapters))


def key_of(number: int, chapter: Chapter) -> str:
    """The chapter's own key, or one made from how many stand before it."""
    return chapter.key or f"chapter {number}"


def chapter_rows(chapter: Chapter, key: str, column: Column, room: float) -> list[Row]:
    part = chapter.level <= 1
    style = _STYLES[0 if part else 1]
    element = column.root.add("H2" if part else "H3")
    words = column.paragraph([(chapter.text, style)], element, before=12.0 if part else 30.0, aside=False)
    if part:
        words.insert(0, Row(_BAR, partial(_bar, column.x)))
    if chapter.aside:
        words += column.paragraph([(chapter.aside, look.MUTED)], column.root.add("P"), before=2.0)
    words.append(Row(8.0 if part else 3.0, _nothing))
    first = words[0]
    first.draw = partial(_outlined, clean(chapter.text), 0 if part else 1, first.draw)
    first.need = float("inf") if part else room * _CHAPTER_NEEDS
    first.mark = Mark(key=key, chapter=clean(chapter.text))
    return [_kept(row) for row in words]


def contents_rows(contents: Contents, paper: Paper, column: Column, numbers: Mapping[str, str]) -> list[Row]:
    rows = [Row(_BAR, partial(_bar, column.x))]
    rows += column.paragraph([(contents.heading, _PART)], column.root.add("H2"), before=12.0, aside=False)
    rows.append(Row(10.0, _nothing))
    rows = [_kept(row) for row in rows]
    every = column.root.add("TOC")
    within: Element | None = None
    item = every
    for key, chapter in chapters_of(paper):
        deep = chapter.level > 1
        within = (within or item.add("TOC")) if deep else None
        place = (within or every).add("TOCI")
        item = item if deep else place
        leading = Leading(chapter.text, key, _ENTRIES[1 if deep else 0])
        indent = _INDENT if deep else 0.0
        rows.append(
            _leading_row(
                leading, place, column.part(indent, column.measure - indent), numbers, 2.0 if deep else 9.0
            )
        )
    return rows


def index_rows(index: Index, column: Column, numbers: Mapping[str, str]) -> list[Row]:
    every = column.root.add("Index")
    inside = column.part(_INDENT, column.measure - _INDENT)
    rows: list[Row] = []
    for entry in index.entries:
        heading = column.paragraph([(entry.text, look.STRONG)], every.add("P"), before=10.0)
        rows += kept_together(heading)
        if entry.places:
            _kept(rows[-1])
            rows += _places(entry.places, every.add("L"), inside, numbers)
    return rows


class RunningHead:
    """The title of the chapter that a page goes on with, above its text."""

    def __init__(self, column: Column, line: float) -> None:
        self._column = column
        self._line = line
        self._words: TextLine | None = None

    def draw(self, ink: Ink, page: Sequence[Placed]) -> None:
        """The next page's head. A page that begins with a chapter says so itself."""
        chapters = [placed for placed in page if placed.row.mark and placed.row.mark.chapter]
        begins = bool(chapters) and chapters[0] is page[0]
        if self._words and not begins:
            ink.begin(HEADER)
            ink.text(self._words, self._column.x, self._line)
        if chapters and (mark := chapters[-1].row.mark):
            self._words = cut(self._column.typesetter, mark.chapter, look.FOOTER, self._column.measure, 1)[0]


def cut(typesetter: Typesetter, text: str, style: Style, measure: float, most: int) -> list[TextLine]:
    """*text* on at most so many lines, its end cut off with “…” where it needs more."""
    # No line holds more characters than this, and a title may be a whole letter long.
    short = text if len(text) <= most * 400 else text[: most * 400]
    lines = typesetter.lines([(short, style)], measure)
    if len(lines) <= most:
        return lines
    parts = list(clusters(short))
    fits, wrong = 0, len(parts)
    while wrong - fits > 1:
        middle = (fits + wrong) // 2
        if len(typesetter.lines([(f"{''.join(parts[:middle]).rstrip()}…", style)], measure)) <= most:
            fits = middle
        else:
            wrong = middle
    return typesetter.lines([(f"{''.join(parts[:fits]).rstrip()}…", style)], measure)[:most]


def _places(
    places: Sequence[IndexPlace], every: Element, column: Column, numbers: Mapping[str, str]
) -> Iterator[Row]:
    for place in places:
        body = every.add("LI").add("LBody")
        yield _leading_row(Leading(place.label, place.key, _ENTRIES[1]), body, column, numbers, 1.0)


def _leading_row(
    leading: Leading, element: Element, column: Column, numbers: Mapping[str, str], before: float
) -> Row:
    style = leading.style
    lines = cut(column.typesetter, leading.words, style, column.measure - _NUMBER_ROOM, _MOST_LINES)
    link = element.add("Reference").add("Link")
    draw = partial(_draw_leading, leading, lines, link, column, numbers)
    return Row(len(lines) * style.leading, draw, before)


def _draw_leading(
    leading: Leading,
    lines: list[TextLine],
    link: Element,
    column: Column,
    numbers: Mapping[str, str],
    ink: Ink,
    top: float,
) -> None:
    style = leading.style
    ink.begin(link)
    down = top
    for line in lines:
        ink.text(line, column.x, baseline(down, style))
        down -= style.leading
    number = numbers.get(leading.key, "")
    if not number:
        return
    foot = baseline(down + style.leading, style)
    said = column.typesetter.one_line(number, style)
    right = column.x + column.measure
    ink.text(said, right - said.width, foot)
    ink.begin(None)
    begin, end = column.x + lines[-1].width + 8.0, right - said.width - 6.0
    first = right - int((right - begin) / _DOTS_EVERY) * _DOTS_EVERY  # the dots of all lines stand in columns
    if first < end:
        dots = f"{first:.2f} {foot + 1.0:.2f} m {end:.2f} {foot + 1.0:.2f} l"
        ink.path(dots, stroke=look.LINE_STRONG, thickness=0.9, dash=f"0 {_DOTS_EVERY:g}")
    ink.lead(link, leading.key, clean(leading.words), (column.x, down, right, top))


def _outlined(text: str, level: int, draw: Draw, ink: Ink, top: float) -> None:
    ink.heading(text, level, top)
    draw(ink, top)


def _bar(x: float, ink: Ink, top: float) -> None:
    ink.begin(None)
    ink.box(x, top - 3.0, 34.0, 3.0, look.ACCENT)


def _kept(row: Row) -> Row:
    row.keep = True
    return row


def _nothing(ink: Ink, top: float) -> None:
    """Space alone."""
