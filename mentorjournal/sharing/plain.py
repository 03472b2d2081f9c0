"""A paper as plain text, for a terminal, a mail or the clipboard: the same words in the same order."""

from __future__ import annotations

from collections.abc import Iterator

from mentorjournal.model.blocks import to_plain
from mentorjournal.model.bound import Bound
from mentorjournal.model.paper import (
    Beside,
    Bullets,
    Code,
    Entry,
    Facts,
    Heading,
    Line,
    Paper,
    Picture,
    Piece,
    Signatures,
    Table,
    Together,
    Writing,
)
from mentorjournal.model.unbound import unbound


def as_text(paper: Paper) -> str:
    """Lines with a blank one before each heading; what is only for the pen and the eye is left out."""
    lines = [line for piece in paper.pieces for line in _lines(piece)]
    head = [paper.title, paper.subtitle] if paper.subtitle else [paper.title]
    foot = ["", paper.footer] if paper.footer else []
    return "\n".join([*head, *lines, *foot]) + "\n"


def _lines(piece: Piece) -> Iterator[str]:
    match piece:
        case Heading():
            yield from ("", piece.text)
        case Line():
            yield piece.text
        case Writing():
            yield to_plain(piece.text)
        case Bullets():
            for number, item in enumerate(piece.items, start=1):
                yield f"{number}. {item}" if piece.numbered else f"- {item}"
        case Picture():
            yield piece.chart.words
        case Code():
            yield " ".join(piece.groups)
        case Beside():
            yield from ("", piece.heading)
            yield from map(_entry, piece.entries)
        case Signatures():
            yield ""
            yield from (f"{who}, date and signature:" for who in piece.who)
        case Together():
            for inner in piece.pieces:
                yield from _lines(inner)
        case _:
            yield from _of_rows(piece)


def _of_rows(piece: Piece) -> Iterator[str]:
    """What is text by rows; blank lines are for the pen alone."""
    if isinstance(piece, Table) and len(piece.rows) == 1:
        yield from (f"{label}: {value}" for label, value in zip(piece.header, piece.rows[0], strict=True))
    elif isinstance(piece, Table):
        yield from ("\t".join(row) for row in (piece.header, *piece.rows))
    elif isinstance(piece, Facts):
        yield ""
        yield from (f"{label}: {value}" for label, value in piece.rows)
    elif isinstance(piece, Bound):
        for shown in unbound(piece):
            yield from _lines(shown)


def _entry(entry: Entry) -> str:
    mark = f"{entry.mark}: " if entry.mark else ""
    if not entry.text:
        return f"- {mark}{entry.aside}"
    return f"- {mark}{entry.text}" + (f" ({entry.aside})" if entry.aside else "")
