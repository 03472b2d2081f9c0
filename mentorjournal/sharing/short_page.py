"""What the papers of a preparation have in common: blocks beside their headings, and a limit that is kept."""

from __future__ import annotations

from collections.abc import Iterable

from mentorjournal.guidance.brief_lines import Block, Line
from mentorjournal.guidance.said import cut, lines_of
from mentorjournal.model.paper import Beside, Entry

WARNING = "Paper has no passphrase. This page names neither of you; shred it after use."
"""At the foot of every page that is printed from a preparation."""

LONGEST_ENTRY = 600


def of_block(block: Block, most: int | None = None) -> Beside | None:
    """The block without what never leaves, with *most* lines at most."""
    entries = [of_line(line) for line in block.lines if not line.stays]
    return beside(block.title, entries, most, block.more)


def of_line(line: Line) -> Entry:
    return Entry(line.text, aside=line.aside, mark=line.mark)


def of_text(heading: str, text: str, most: int) -> Beside | None:
    """Written lines as the points of a block."""
    return beside(heading, [Entry(cut(line, LONGEST_ENTRY)) for line in lines_of(text)], most)


def beside(heading: str, entries: list[Entry], most: int | None = None, more: int = 0) -> Beside | None:
    """A block, or None when it would be empty. *more* was left out before: the heading counts what is shown
    of how many, so that nothing is dropped in silence.
    """
    if not entries:
        return None
    shown = entries if most is None else entries[:most]
    if whole := more + len(entries) - len(shown):
        heading = f"{heading} ({len(shown)}\u00a0of\u00a0{len(shown) + whole})"
    return Beside(heading, tuple(shown))


def present(pieces: Iterable[Beside | None]) -> tuple[Beside, ...]:
    return tuple(piece for piece in pieces if piece is not None)


def entries_in(pieces: Iterable[Beside]) -> int:
    return sum(len(piece.entries) for piece in pieces)
