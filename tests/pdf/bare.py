"""The same long text set by us and by bare ReportLab, for the benchmark: pages a second of each."""

from __future__ import annotations

import io
import random
from importlib import resources

from mentorjournal.model.blocks import from_plain
from mentorjournal.model.paper import Heading, Paper, Piece, Writing
from mentorjournal.pdf import render

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def paragraphs(count: int) -> list[str]:
    """Paragraphs of 90 words from a stock of 6,000, the same every time."""
    chance = random.Random(1)
    stock = ["".join(chance.choices(LETTERS, k=chance.randint(2, 10))) for _ in range(6000)]
    return [" ".join(chance.choices(stock, k=90)) for _ in range(count)]


def ours(texts: list[str]) -> bytes:
    pieces: list[Piece] = []
    for number, text in enumerate(texts):
        if number % 5 == 0:
            pieces.append(Heading(f"Meeting {number}"))
        pieces.append(Writing(from_plain(text)))
    return render(Paper(title="Mentoring summary", pieces=tuple(pieces), footer="A footer."))


def bare(texts: list[str]) -> bytes:
    """ReportLab's own page flow with the same fonts, sizes and margins, and nothing else of ours."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    for name in ("SourceSerif4-Regular", "Inter-SemiBold"):
        if name not in pdfmetrics.getRegisteredFontNames():
            file = io.BytesIO(resources.files("resources").joinpath("fonts", f"{name}.ttf").read_bytes())
            pdfmetrics.registerFont(TTFont(name, file))
    body = ParagraphStyle("b", fontName="SourceSerif4-Regular", fontSize=11.5, leading=17, spaceAfter=6)
    head = ParagraphStyle(
        "h", fontName="Inter-SemiBold", fontSize=14, leading=19, spaceBefore=22, keepWithNext=1
    )

    def footer(canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.setFont("Inter-SemiBold", 8)
        canvas.drawString(70, 40, f"Page {document.page}")

    story = []
    for number, text in enumerate(texts):
        if number % 5 == 0:
            story.append(Paragraph(f"Meeting {number}", head))
        story.append(Paragraph(text, body))
    out = io.BytesIO()
    page = SimpleDocTemplate(
        out, leftMargin=70, rightMargin=70, topMargin=54, bottomMargin=80, initialFontName="Inter-SemiBold"
    )
    page.build(story, onFirstPage=footer, onLaterPages=footer)
    return out.getvalue()
