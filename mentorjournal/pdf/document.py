"""A paper laid out and drawn: the one place that knows pages, footers and their numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mentorjournal.errors import Cancelled
from mentorjournal.model.paper import Paper
from mentorjournal.pdf import style as look
from mentorjournal.pdf.contents import RunningHead
from mentorjournal.pdf.flow import Placed, Row, paginate
from mentorjournal.pdf.ink import Ink
from mentorjournal.pdf.paragraphs import Column
from mentorjournal.pdf.pieces import Pieces
from mentorjournal.pdf.tags import FOOTER, level_headings
from mentorjournal.pdf.typeset import TextLine, Typesetter
from mentorjournal.pdf.words import clean

_LAYOUT_SHARE = 0.6
"""How much of the work is laying out; the rest is drawing."""

_GIVING_WAY = (4, 2, 1)
"""How many lines a point may take on a page that must be one: the most with which it is."""


def make(
    paper: Paper, *, progress: Callable[[float], None] | None, cancelled: Callable[[], bool] | None
) -> bytes:
    def step(done: float) -> None:
        if cancelled and cancelled():
            raise Cancelled
        if progress:
            progress(min(done, 1.0))

    step(0.0)
    width, height = look.PAPER_SIZES.get(paper.size, look.PAPER_SIZES["A4"])
    measure = width - 2 * look.MARGIN_X
    typesetter = Typesetter(paper.language)
    foot = _balanced(typesetter, paper.footer, measure - 66.0) if paper.footer else []
    top = look.CLOSE_MARGIN_TOP if paper.one_page else look.MARGIN_TOP
    low = look.CLOSE_MARGIN_BOTTOM if paper.one_page else look.MARGIN_BOTTOM
    bottom = low + max(len(foot) - (1 if paper.one_page else 3), 0) * look.FOOTER.leading
    room = height - top - bottom
    numbers: dict[str, str] = {}
    for most_lines in _GIVING_WAY if paper.one_page else (0,):
        ink, pages = _laid_out(paper, typesetter, (width, height), room, most_lines, numbers, step)
        if len(pages) == 1:
            break
    covers = sum(_is_cover(page) for page in pages)
    if covers:
        ink.number_from(covers)
    numbers.update(_numbered(pages, covers))
    head = RunningHead(Column(typesetter, ink.root, look.MARGIN_X, measure), height - look.RUNNING_DOWN)
    for number, page in enumerate(pages, start=1):
        _draw_page(ink, page, height - top)
        if number > covers:
            head.draw(ink, page)
            count = typesetter.one_line(f"Page {number - covers} of {len(pages) - covers}", look.FOOTER)
            _draw_footer(ink, foot, count, measure, bottom - 20.0)
        ink.next_page()
        page.clear()  # what is drawn is not kept
        step(_LAYOUT_SHARE + (1 - _LAYOUT_SHARE) * number / (len(pages) + 1))
    data = ink.finish()
    step(1.0)
    return data


def _laid_out(
    paper: Paper,
    typesetter: Typesetter,
    size: tuple[float, float],
    room: float,
    most_lines: int,
    numbers: dict[str, str],
    step: Callable[[float], None],
) -> tuple[Ink, list[list[Placed]]]:
    """The document to draw on and what stands on each of its pages."""
    ink = Ink(
        size,
        title=clean(paper.title),
        author=clean(paper.author),
        language=paper.language,
        keywords=[clean(word) for word in paper.keywords],
    )
    column = Column(typesetter, ink.root, look.MARGIN_X, size[0] - 2 * look.MARGIN_X)
    pieces = Pieces(paper, column, room, numbers, most_lines)
    rows: list[Row] = pieces.masthead()
    for i, piece in enumerate(paper.pieces):
        rows += pieces.rows(piece)
        step(_LAYOUT_SHARE * (i + 1) / len(paper.pieces))
    level_headings(ink.root)
    return ink, paginate(rows, room)


def _balanced(typesetter: Typesetter, text: str, measure: float) -> list[TextLine]:
    """*text* on as few lines as *measure* allows, of about the same length, so that no word stands alone."""
    lines = typesetter.lines([(text, look.FOOTER)], measure)
    narrow, wide = measure / 2, measure
    for _ in range(6):
        middle = (narrow + wide) / 2
        if len(typesetter.lines([(text, look.FOOTER)], middle)) > len(lines):
            narrow = middle
        else:
            wide = middle
    return typesetter.lines([(text, look.FOOTER)], wide)


def _is_cover(page: list[Placed]) -> bool:
    return bool(page) and page[0].row.mark is not None and page[0].row.mark.cover


def _numbered(pages: list[list[Placed]], covers: int) -> Iterator[tuple[str, str]]:
    """The number of the page on which each place that has a key stands."""
    for number, page in enumerate(pages, start=1 - covers):
        for placed in page:
            if placed.row.mark and placed.row.mark.key:
                yield placed.row.mark.key, str(number)


def _draw_page(ink: Ink, page: list[Placed], top: float) -> None:
    for placed in page:
        row = placed.row
        if row.mark and row.mark.key:
            ink.place(row.mark.key, top - placed.down)
        row.draw(ink, top - placed.down)


def _draw_footer(ink: Ink, foot: list[TextLine], count: TextLine, measure: float, top: float) -> None:
    ink.begin(FOOTER)
    ink.rule(look.MARGIN_X, top, measure, look.LINE, 0.5)
    first = top - 14.0
    for i, line in enumerate(foot):
        ink.text(line, look.MARGIN_X, first - i * look.FOOTER.leading)
    ink.text(count, look.MARGIN_X + measure - count.width, first)
