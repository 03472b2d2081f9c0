"""Pieces of a book as plain ones, for what has no pages: text, Markdown, a page of the web."""

from __future__ import annotations

from mentorjournal.model.bound import Bound, Chapter, Cover, Index
from mentorjournal.model.paper import Bullets, Heading, Line, Loose


def unbound(piece: Bound) -> tuple[Loose, ...]:
    """The same words in the same order; contents say nothing where there are no pages."""
    match piece:
        case Cover():
            return tuple(Line(words) for words in (*piece.words, *piece.small))
        case Chapter():
            heading = Heading(piece.text, piece.level)
            return (heading, Line(piece.aside, muted=True)) if piece.aside else (heading,)
        case Index():
            return tuple(
                shown
                for entry in piece.entries
                for shown in (Heading(entry.text, 3), Bullets(tuple(place.label for place in entry.places)))
            )
        case _:
            return ()
