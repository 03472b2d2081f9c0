"""What a session is prepared with: read from a long journal, and set on its one page."""

from __future__ import annotations

import io
import secrets
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from xml.sax.saxutils import escape

from mentorjournal.guidance.brief import Brief, brief_of
from mentorjournal.guidance.material import read_material
from mentorjournal.journal.journal import NEWEST_SCHEMA, Journal
from mentorjournal.model.paper import Beside, Paper
from mentorjournal.model.words import Role
from mentorjournal.pdf import render
from mentorjournal.sharing.brief_paper import brief_paper
from mentorjournal.storage.connection import JOURNAL_APPLICATION_ID, Connection, connect
from tests.bench.measure import Row, pairs
from tests.bench.pdf import face
from tests.bench.store import Plain, copy_plain, statements
from tests.guidance import long_journal

SESSIONS = 30


def rows(folder: Path) -> Iterator[Row]:
    key = secrets.token_bytes(32)
    ours, plain = folder / "brief.mjdb", folder / "brief.db"
    db = _connect(ours, key, create=True)
    journal = Journal(db)
    planned = long_journal.fill(journal, Role.MENTOR, SESSIONS)
    journal.close()
    copy_plain(ours, key, plain)

    db, bare = _connect(ours, key), Plain(plain)
    journal = Journal(db)

    def make() -> Brief:
        return brief_of(read_material(journal, planned, long_journal.TODAY))

    asked = statements(db, make)

    def read_bare() -> None:
        for sql, parameters in asked:
            bare.rows(sql, parameters)

    yield pairs(f"brief of a journal of {SESSIONS} sessions", make, read_bare, rounds=40, aim="< 100 ms")
    paper = brief_paper(make(), their_words=True)
    yield pairs(
        "PDF of that brief, fitted to one page", partial(render, paper), partial(_bare, paper), rounds=7
    )
    bare.close()
    journal.close()


def _connect(path: Path, key: bytes, *, create: bool = False) -> Connection:
    return connect(
        path, bytearray(key), application_id=JOURNAL_APPLICATION_ID, newest=NEWEST_SCHEMA, create=create
    )


def _bare(paper: Paper) -> bytes:
    """The same words in the same faces, as they run, with nothing fitted."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    body = ParagraphStyle("body", fontName=face("Inter-Regular"), fontSize=9.2, leading=12.9)
    head = ParagraphStyle("head", fontName=face("Inter-SemiBold"), fontSize=9.2, leading=12.9, spaceBefore=6)
    flow = [Paragraph(escape(paper.title), head), Paragraph(escape(paper.subtitle), body)]
    for piece in paper.pieces:
        if isinstance(piece, Beside):
            flow.append(Paragraph(escape(piece.heading), head))
            flow += [Paragraph(escape(f"{e.mark} {e.text} {e.aside}"), body) for e in piece.entries]
    buffer = io.BytesIO()
    SimpleDocTemplate(
        buffer, leftMargin=70, rightMargin=70, topMargin=42, bottomMargin=56, invariant=1
    ).build(flow)
    return buffer.getvalue()
