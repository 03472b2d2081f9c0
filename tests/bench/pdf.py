"""Summaries as PDF, beside bare ReportLab setting the same text in the same faces."""

from __future__ import annotations

import io
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from xml.sax.saxutils import escape

import pypdfium2

from mentorjournal.model.blocks import from_plain, to_plain
from mentorjournal.model.bound import Chapter, Contents, Cover
from mentorjournal.model.paper import Heading, Line, Paper, Piece, Writing
from mentorjournal.pdf import render
from tests.bench.corpus import Corpus
from tests.bench.measure import Row, pairs

CHAPTERS = 60
BOOK = 280


def rows() -> Iterator[Row]:
    corpus = Corpus()
    texts = [to_plain(corpus.text(number * 20 + 1)).split("\n") for number in range(CHAPTERS)]
    paper = Paper(title="Mentoring summary", pieces=tuple(_pieces(texts)), footer="Confidential")
    pages, plain_pages = _pages(render(paper)), _pages(_bare(texts))
    row = pairs(
        f"PDF of {pages} pages (bare: {plain_pages})", partial(render, paper), partial(_bare, texts), rounds=7
    )
    yield row
    yield Row(
        what="PDF pages per second",
        ours=pages / row.ours * 1e3,
        plain=plain_pages / (row.plain or 1) * 1e3,
        ratio=(pages / row.ours) / (plain_pages / (row.plain or 1)),
        unit="pages",
    )
    yield from _book_rows()


def _book_rows() -> Iterator[Row]:
    """A bound book with contents: how long 300 pages take, and how much memory each page of more needs."""
    whole = [_in_a_process(chapters) for chapters in (CHAPTERS, BOOK, 4 * BOOK)]
    pages, took, _ = whole[1]
    yield Row(what=f"PDF book of {pages} pages with contents", ours=took * 1e3, aim="300 pages under 10 s")
    for pages, _, peak in whole:
        yield Row(what=f"most memory for a book of {pages} pages", ours=peak, unit="MB")
    each = (whole[2][2] - whole[0][2]) * 1024 / (whole[2][0] - whole[0][0])
    yield Row(what="memory for each page more", ours=each, unit="KB", aim="flat")


def _in_a_process(chapters: int) -> tuple[int, float, float]:
    """Pages, seconds and the most memory, in MB, of a process that makes one book and nothing else."""
    code = f"from tests.bench.pdf import make_book; make_book({chapters})"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    pages, took, peak = done.stdout.split()
    return int(pages), float(took), float(peak)


def make_book(chapters: int) -> None:
    import resource

    corpus = Corpus()
    texts = (to_plain(corpus.text(number * 20 + 1)).split("\n") for number in range(chapters))
    pieces: list[Piece] = [Cover(("Private.",), ("Paper has no passphrase.",)), Contents("Contents")]
    for number, lines in enumerate(texts):
        pieces.append(Chapter(f"Session {number + 1}", 1 if number % 10 == 0 else 2))
        pieces += [Line(lines[0]), Writing(from_plain("\n".join(lines[1:])))]
    paper = Paper(title="Mentoring journal", pieces=tuple(pieces), footer="Private")
    start = time.perf_counter()
    pdf = render(paper)
    took = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1024**2 if sys.platform == "darwin" else 1024
    )
    print(_pages(pdf), took, peak)


def _pieces(texts: list[list[str]]) -> Iterator[Piece]:
    for number, lines in enumerate(texts):
        yield Heading(f"Chapter {number + 1}")
        yield Line(lines[0])
        yield Writing(from_plain("\n".join(lines[1:])))


def _bare(texts: list[list[str]]) -> bytes:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    # The faces are known to ReportLab by now: setting the same paper before has registered them.
    body = ParagraphStyle("body", fontName=face("Inter-Regular"), fontSize=10.5, leading=16, spaceAfter=6)
    serif = ParagraphStyle(
        "serif", fontName=face("SourceSerif4-Regular"), fontSize=11, leading=17, spaceAfter=6
    )
    head = ParagraphStyle("head", fontName=face("Inter-SemiBold"), fontSize=15, leading=20, spaceBefore=12)
    flow = []
    for number, lines in enumerate(texts):
        flow.append(Paragraph(f"Chapter {number + 1}", head))
        flow.append(Paragraph(escape(lines[0]), body))
        flow.extend(Paragraph(escape(line), serif) for line in lines[1:])
    buffer = io.BytesIO()
    SimpleDocTemplate(
        buffer, leftMargin=64, rightMargin=64, topMargin=64, bottomMargin=64, invariant=1
    ).build(flow)
    return buffer.getvalue()


def face(name: str) -> str:
    from importlib import resources

    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    own = f"bare-{name}"
    if own not in pdfmetrics.getRegisteredFontNames():
        file = resources.files("resources").joinpath(f"fonts/{name}.ttf")
        pdfmetrics.registerFont(TTFont(own, io.BytesIO(file.read_bytes())))
    return own


def _pages(pdf: bytes) -> int:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()
