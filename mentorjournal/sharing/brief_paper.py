"""The session brief on one page: for the writer's own eyes, without names, with room for the note after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mentorjournal.errors import NotFound
from mentorjournal.guidance.brief import NOTE_LINES, Brief
from mentorjournal.guidance.brief_lines import BlockKey
from mentorjournal.guidance.prepared import Prepared
from mentorjournal.guidance.sheet import Sheet
from mentorjournal.model.paper import Beside, BlankLines, Entry, Paper, Piece
from mentorjournal.model.words import Role
from mentorjournal.sharing.sheet_paper import sheet_paper, sheet_pieces
from mentorjournal.sharing.short_page import WARNING, beside, entries_in, of_block, of_line, of_text, present

TITLE = "Session brief"

_ROOM = {"A4": 37, "Letter": 35}
"""Points that stand on one page when each takes a single line, the blank lines besides."""

_INTEND = 4
_FEWEST_PROMISES = 3
_HALF_A_PAGE = {
    BlockKey.PROMISES: 3,
    BlockKey.THREADS: 3,
    BlockKey.WATCH: 1,
}
_HALF_USUAL = 2
"""Points of each block on a peer's page, where the other half of it is their own sheet."""


def brief_paper(brief: Brief, *, their_words: bool = False, size: str = "A4") -> Paper:
    """A mentor's brief. *their_words* prints what the partner said as well, which it does not by itself."""
    blocks = {block.key: block for block in brief.blocks}
    others = present(
        of_block(block)
        for block in brief.blocks
        if block.key is not BlockKey.PROMISES and (their_words or block.key is not BlockKey.THEIR_WORDS)
    )
    by_turns = present([of_text("Turns", brief.turns, 1)])
    pieces: list[Beside] = list(others)
    if BlockKey.PROMISES in blocks:
        block = blocks[BlockKey.PROMISES]
        room = _ROOM.get(size, _ROOM["Letter"]) - entries_in((*others, *by_turns)) - _INTEND
        promised = beside(
            block.title,
            [of_line(line) for line in block.lines if not line.stays],
            max(room, _FEWEST_PROMISES),
        )
        before = [key for key in (BlockKey.HERE_FOR, BlockKey.LAST_TIME) if key in blocks]
        if promised is not None:
            pieces.insert(sum(any(not line.stays for line in blocks[key].lines) for key in before), promised)
    return Paper(
        title=TITLE,
        subtitle=brief.strip.words(),
        pieces=(*by_turns, *pieces, *_intend(brief), BlankLines("Afterwards", NOTE_LINES)),
        footer=WARNING,
        size=size,
        one_page=True,
    )


def peer_paper(brief: Brief, sheet: Sheet, *, size: str = "A4") -> Paper:
    """Both halves of a peer's session on one page: what I bring, and where we left theirs."""
    by_turns = present([of_text("Turns", brief.turns, 1)])
    mine = sheet_pieces(sheet, short=True)
    halves = present(of_block(block, _HALF_A_PAGE.get(block.key, _HALF_USUAL)) for block in brief.blocks)
    return Paper(
        title="Before we meet",
        subtitle=brief.strip.words(),
        pieces=(*by_turns, *mine, *halves, *_intend(brief)),
        footer=WARNING,
        size=size,
        one_page=True,
    )


def preparation_paper(prepared: Prepared, *, their_words: bool = False, size: str = "A4") -> Paper:
    """What the writer's role prepares with: brief, sheet, or a page of both."""
    brief, sheet = prepared.brief, prepared.sheet
    if brief is not None and sheet is not None:
        return peer_paper(brief, sheet, size=size)
    if brief is not None:
        return brief_paper(brief, their_words=their_words, size=size)
    if sheet is not None:
        return sheet_paper(sheet, size=size)
    raise NotFound


def file_name(role: Role, day: date) -> str:
    """A neutral name for the file: “session-brief-2026-12-03.pdf”."""
    kind = {Role.MENTOR: "session-brief", Role.MENTEE: "preparation", Role.PEER: "preparation"}[role]
    return f"{kind}-{day.isoformat()}.pdf"


def _intend(brief: Brief) -> Iterator[Piece]:
    """The one line of intention, or room for it, and the questions."""
    if brief.intention:
        yield Beside("Today I intend", (Entry(brief.intention),))
    else:
        yield BlankLines("Today I intend", 1)
    if brief.questions:
        yield Beside("Three questions", tuple(map(Entry, brief.questions)))
