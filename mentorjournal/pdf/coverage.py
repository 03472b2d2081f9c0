"""Which characters of a paper no font here can show, so that a page can say so before printing."""

from __future__ import annotations

from collections.abc import Iterator

from mentorjournal.model.bound import Chapter, Contents, Cover, Index
from mentorjournal.model.fields import Asked, ChoiceField, Field, TextField
from mentorjournal.model.paper import (
    Beside,
    BlankLines,
    Bullets,
    Code,
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
from mentorjournal.pdf.chain import face_for
from mentorjournal.pdf.faces import face
from mentorjournal.pdf.words import clean, clusters, is_silent


def missing(paper: Paper) -> str:
    first = face("Inter-Regular")
    seen: dict[str, None] = {}
    for text in words(paper):
        if first.covers(text):
            continue
        for cluster in (one for word in clean(text).split() for one in clusters(word)):
            if cluster not in seen and not all(map(is_silent, cluster)) and not face_for(cluster, first):
                seen[cluster] = None
    return "".join(seen)


def words(paper: Paper) -> Iterator[str]:
    """All text that *paper* shows, in order."""
    yield from (paper.title, paper.subtitle, paper.footer)
    for piece in paper.pieces:
        yield from _of(piece)


def _of(piece: Piece) -> Iterator[str]:
    match piece:
        case Heading() | Line():
            yield piece.text
        case Writing():
            yield from (block.text for block in piece.text)
        case Facts():
            yield from (text for row in piece.rows for text in row)
        case Table():
            yield from piece.header
            yield from (text for row in piece.rows for text in row)
        case Bullets():
            yield from piece.items
        case Code():
            yield from piece.groups
        case Picture():
            chart = piece.chart
            yield chart.words
            yield from (point.label for point in chart.points)
            yield from (tick.label for tick in (*chart.days, *chart.values))
        case Beside():
            yield piece.heading
            for entry in piece.entries:
                yield from (entry.mark, entry.text, entry.aside)
        case Together():
            for inner in piece.pieces:
                yield from _of(inner)
        case _:
            yield from _more(piece)


def _more(piece: Piece) -> Iterator[str]:
    match piece:
        case Cover():
            yield from (*piece.words, *piece.small)
        case Chapter():
            yield from (piece.text, piece.aside)
        case Contents():
            yield piece.heading
        case Index():
            for entry in piece.entries:
                yield from (entry.text, *(place.label for place in entry.places))
        case BlankLines():
            yield piece.heading
        case Signatures():
            yield from piece.who
        case TextField():
            yield from _in_field(piece)
        case Asked():
            yield piece.label
            for field in piece.fields:
                yield from _in_field(field)


def _in_field(field: Field) -> Iterator[str]:
    yield field.value
    if isinstance(field, ChoiceField):
        yield from (label for _, label in field.choices)
