"""Summaries as PDF, beside bare ReportLab setting the same text in the same faces."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import partial
from xml.sax.saxutils import escape

import pypdfium2

from mentorjournal.model.blocks import from_plain, to_plain
from mentorjournal.model.paper import Heading, Line, Paper, Piece, Writing
from mentorjournal.pdf import render
from tests.bench.corpus import Corpus
from tests.bench.measure import Row, pairs

CHAPTERS = 60


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
