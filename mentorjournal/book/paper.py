"""The whole journal as a paper: a cover that says what it is, contents, its parts in order, an index."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mentorjournal.book.about import about_pieces
from mentorjournal.book.choice import BookChoice, Words
from mentorjournal.book.goals import goal_pieces
from mentorjournal.book.index import goal_index
from mentorjournal.book.marks import UNMARKED
from mentorjournal.book.meetings import stretch_pieces, topic_rows
from mentorjournal.book.near import Near
from mentorjournal.book.order import stretches
from mentorjournal.book.reading import Book
from mentorjournal.book.records import (
    action_pieces,
    agreement_pieces,
    learning_pieces,
    rating_pieces,
    review_pieces,
    shared_pieces,
)
from mentorjournal.model.bound import Chapter, Contents, Cover
from mentorjournal.model.paper import Line, Paper, Piece
from mentorjournal.model.wording import capital, day_words, period_words

TITLE = "Mentoring journal"

COMPLETE = (
    "Private. This book holds everything in this journal, including what was written for nobody else’s eyes."
)
_HOLDS = {
    Words.ALL: COMPLETE,
    Words.WITHOUT_THEIRS: "Private. This book holds everything in this journal but its partner’s own words,"
    " including what was written for nobody else’s eyes.",
    Words.ONLY_MINE: "Private. This book holds what in this journal is its writer’s own, including what was"
    " written for nobody else’s eyes.",
}
STAYS = (
    "What is marked as never leaving the journal is not in a book, whether there is any or not; nor are moods"
    " before and after a session, and earlier versions of what was written anew."
)
NO_PASSPHRASE = "Paper and files have no passphrase: keep this book where you keep letters."
FOOTER = "Private. For its writer alone."


def book_paper(book: Book) -> Paper:
    choice = book.choice
    return Paper(
        title=TITLE,
        subtitle=_subtitle(book),
        pieces=tuple(_pieces(book)),
        footer=FOOTER,
        size=choice.size,
    )


def file_name(on: date) -> str:
    """A neutral name for the file: “mentoring-journal-2026-03-01.pdf”."""
    return f"mentoring-journal-{on.isoformat()}.pdf"


def _subtitle(book: Book) -> str:
    about, choice = book.relationship, book.choice
    parts = (
        about.codename if choice.codename else "",
        f"{capital(about.type.label)} mentoring, written by the {about.my_role.label}",
        _period(choice),
    )
    return "\n".join(part for part in parts if part)


def _period(choice: BookChoice) -> str:
    if choice.since and choice.until:
        return capital(period_words(choice.since, choice.until))
    if choice.since:
        return f"From {day_words(choice.since)} on"
    return f"Up to {day_words(choice.until)}" if choice.until else ""


def _holds(choice: BookChoice) -> str:
    """A book of a part of the time says so, and does not call itself everything."""
    said = _HOLDS[choice.words]
    return said if choice.whole_time else f"{said[:-1]}, from this time alone."


def _pieces(book: Book) -> Iterator[Piece]:
    near, order = Near(book), tuple(stretches(book))
    yield Cover(words=(_holds(book.choice),), small=(STAYS, NO_PASSPHRASE, f"Made on {day_words(book.on)}."))
    yield Contents("Contents")
    yield from about_pieces(near)
    if order:
        yield Chapter("Sessions and reflections" if book.sessions else "Reflections")
        yield Line(UNMARKED, muted=True)
        for stretch in order:
            yield from stretch_pieces(stretch, near)
    if others := near.topics(None):
        yield Chapter("Topics on no agenda")
        yield topic_rows(others, near)
    if book.goals:
        yield Chapter("Goals")
        for goal in book.goals:
            yield from goal_pieces(goal, near)
    if book.actions:
        yield from action_pieces(near)
    if book.learning:
        yield from learning_pieces(near)
    if book.agreements:
        yield from agreement_pieces(near)
    if book.reviews:
        yield from review_pieces(near)
    if book.ratings or book.sheets:
        yield from rating_pieces(near)
    if book.exports or book.shared:
        yield from shared_pieces(near)
    if book.goals:
        yield Chapter("Index of goals")
        yield goal_index(near, order)
