"""A journal book of 300 pages with contents, beside bare ReportLab setting the same text with its own table
of contents. As a program of its own, with “ours” or “bare” and a number of chapters, it makes one book and
prints how much memory that took at most.
"""

from __future__ import annotations

import io
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from xml.sax.saxutils import escape

from mentorjournal.model.blocks import from_plain, to_plain
from mentorjournal.model.bound import Chapter, Contents, Cover, Index, IndexEntry, IndexPlace
from mentorjournal.model.paper import Heading, Paper, Piece, Writing
from mentorjournal.pdf import render
from tests.bench.corpus import Corpus
from tests.bench.measure import Row, pairs
from tests.bench.pdf import _pages, face

CHAPTERS = 43
SECTIONS = 10


def rows() -> Iterator[Row]:
    texts = chapters(CHAPTERS)
    paper = bound(texts)
    start = time.perf_counter()
    pages = _pages(render(paper))
    yield Row(what="A book, the first of a process", ours=(time.perf_counter() - start) * 1e3, aim="< 10 000")
    row = pairs(
        f"A book of {pages} pages with contents (bare: {_pages(bare(texts))})",
        partial(render, paper),
        partial(bare, texts),
        rounds=3,
    )
    yield row
    for count in (CHAPTERS // 4, CHAPTERS, 3 * CHAPTERS):
        ours, plain = peak("ours", count), peak("bare", count)
        yield Row(
            what=f"Peak memory of a process that makes {count} chapters",
            ours=ours,
            plain=plain,
            ratio=ours / plain,
            unit="MB",
        )


def chapters(count: int) -> list[list[str]]:
    corpus = Corpus()
    return [
        [line for part in range(SECTIONS) for line in to_plain(corpus.text(number * 20 + part)).split("\n")]
        for number in range(count)
    ]


def bound(texts: list[list[str]]) -> Paper:
    return Paper(title="Mentoring journal", pieces=tuple(_pieces(texts)), footer="Private. For me alone.")


def _pieces(texts: list[list[str]]) -> Iterator[Piece]:
    yield Cover(("Private.",))
    yield Contents("Contents")
    yield Chapter("Sessions")
    for number, lines in enumerate(texts):
        yield Chapter(f"Session {number + 1}", 2, key=f"s{number}")
        yield Heading("Notes", 2)
        yield Writing(from_plain("\n".join(lines)))
    yield Chapter("Index")
    yield Index(
        (IndexEntry("A goal", tuple(IndexPlace(f"Session {n + 1}", f"s{n}") for n in range(len(texts)))),)
    )


def bare(texts: list[list[str]]) -> bytes:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import BaseDocTemplate, Frame, PageBreak, PageTemplate, Paragraph
    from reportlab.platypus.tableofcontents import TableOfContents

    serif = ParagraphStyle(
        "serif", fontName=face("SourceSerif4-Regular"), fontSize=11.5, leading=17, spaceAfter=6
    )
    head = ParagraphStyle("head", fontName=face("Inter-SemiBold"), fontSize=15, leading=20, spaceBefore=12)

    class Template(BaseDocTemplate):  # type: ignore[misc]  # ReportLab has no types
        def afterFlowable(self, flowable: Paragraph) -> None:
            if isinstance(flowable, Paragraph) and flowable.style is head:
                self.notify("TOCEntry", (0, flowable.getPlainText(), self.page))

    contents = TableOfContents()
    contents.levelStyles = [ParagraphStyle("line", fontName=face("Inter-Regular"), fontSize=10.5, leading=16)]
    flow = [contents, PageBreak()]
    for number, lines in enumerate(texts):
        flow.append(Paragraph(f"Session {number + 1}", head))
        flow.extend(Paragraph(escape(line), serif) for line in lines if line.strip())
    buffer = io.BytesIO()
    template = Template(buffer, leftMargin=70, rightMargin=70, topMargin=54, bottomMargin=80, invariant=1)
    frame = Frame(70, 80, 455, 708, id="text")
    template.addPageTemplates(PageTemplate(frames=[frame]))
    template.multiBuild(flow)
    return buffer.getvalue()


def peak(which: str, count: int) -> float:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.bench.book", which, str(count)], capture_output=True, check=True
    )
    return float(ran.stdout)


def _peak_here() -> float:
    """In MB, of this program alone: what `getrusage` says begins with what its parent had."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    texts = chapters(int(sys.argv[2]))
    made = bare(texts) if sys.argv[1] == "bare" else render(bound(texts))
    print(_peak_here())
