"""The record of a review, for the two who held it: facts, answers and what was decided."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mentorjournal.errors import NothingToShare
from mentorjournal.guidance.review_facts import is_rating
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.paper import Facts, Heading, Line, Paper, Piece, Writing
from mentorjournal.model.review import Review, ReviewAnswer
from mentorjournal.model.words import Role
from mentorjournal.sharing.wording import capital, day_words

TITLE = "Review record"
PRIVATE = "For the two of you. It holds what was said."


def review_paper(review: Review, role: Role, *, theirs: bool = False, size: str = "A4") -> Paper:
    """The record as the writer's side has it. *theirs* prints the partner's answers as well, which it does
    not by itself. Ratings among the facts stay in the journal.

    Raises NothingToShare for a review in which there is nothing to print yet.
    """
    pieces = tuple(_pieces(review, role, theirs))
    if not pieces:
        raise NothingToShare("Nothing is written in this review yet. Answer a question, or write a decision.")
    return Paper(
        title=TITLE,
        subtitle=f"{capital(review.kind.label)}, {day_words(review.day)}",
        pieces=(Line(PRIVATE), *pieces),
        footer=f"{PRIVATE} Paper has no passphrase: keep it as private as the conversation was.",
        size=size,
    )


def file_name(day: date) -> str:
    """A neutral name for the file: “review-2026-03-01.pdf”."""
    return f"review-{day.isoformat()}.pdf"


def _pieces(review: Review, role: Role, theirs: bool) -> Iterator[Piece]:
    facts = tuple((fact.label, fact.value) for fact in review.facts if not is_rating(fact))
    if facts:
        yield Heading("What was known on that day")
        yield Facts(facts)
    answered = [piece for one in review.answers for piece in _answer(one, role, theirs)]
    if answered:
        yield Heading("What each of us answered" if theirs else "What I answered")
        yield from answered
    if review.decisions.strip() or review.next_review_on:
        yield Heading("What we decided")
        yield Writing(from_plain(review.decisions))
    if review.next_review_on:
        yield Facts((("Next review", day_words(review.next_review_on)),))
    if review.agreement_changes.strip():
        yield Heading("What changes in the agreement")
        yield Writing(from_plain(review.agreement_changes))


def _answer(answer: ReviewAnswer, role: Role, theirs: bool) -> Iterator[Piece]:
    """The question with what was said to it; nothing where nobody answered."""
    sides = [("Mine", answer.mine)]
    if theirs:
        sides.append((f"My {role.partner}'s", answer.theirs))
    said = [(whose, text) for whose, text in sides if text.strip()]
    if not said:
        return
    yield Heading(answer.question, 2)
    for whose, text in said:
        if theirs:
            yield Heading(whose, 3)
        yield Writing(from_plain(text))
