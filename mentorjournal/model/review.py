"""Reviews: the facts first, then questions that each answers alone, then what is decided.

The order follows published practice (Oxford Brookes; the CISTAR and Commonwealth Scholarship schemes); the
questions are our own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mentorjournal.errors import InvalidInput
from mentorjournal.model.ids import EntryId
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.wording import counted
from mentorjournal.model.words import RelationshipForm, RelationshipStatus, RelationshipType, ReviewKind, Role

LONGEST_ANSWER = 8000
LONGEST_DECISION = 4000


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ReviewAnswer:
    """*question* is the wording that was answered; *theirs* is what the partner says, typed in."""

    question: str
    mine: str = ""
    theirs: str = ""

    def __repr__(self) -> str:
        return "ReviewAnswer()"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the journal knows, as it was on the day of the review."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Review:
    """*facts* are a snapshot. *done* once the person said so; until then it is being written."""

    id: EntryId
    day: date
    kind: ReviewKind
    answers: tuple[ReviewAnswer, ...] = ()
    facts: tuple[Fact, ...] = ()
    decisions: str = ""
    agreement_changes: str = ""
    next_review_on: date | None = None
    done: bool = False

    def __repr__(self) -> str:
        return f"Review({self.id})"


_QUESTIONS: Mapping[ReviewKind, tuple[str, ...]] = {
    ReviewKind.AGREEMENT_CHECK: (
        "Is the agreement what we live by, or has something become different in practice?",
        "Are the time, the place and the rhythm right for both of us?",
        "Does each of us feel safe to say what matters? What would make it safer?",
        "Is something missing from the agreement, or is something in it that nobody needs?",
        "What has been useful so far, and what would we like more of?",
    ),
    ReviewKind.MID_TERM: (
        "What has been most useful?",
        "What has been least useful, or missing?",
        "What have I done differently because of it?",
        "Are the goals still right: keep, change, let go, add?",
        "What would I like more of, and less of, from my partner? From myself?",
        "Am I challenged enough, or too much?",
        "Is our agreement being kept: time, preparation, confidentiality?",
        "What are we avoiding?",
        "What is my partner getting out of this, and have I asked?",
        "What do we want from the second half?",
    ),
    ReviewKind.ENDING: (
        "What did we set out to do, and what happened?",
        "What did I learn that I did not set out to learn?",
        "Which moment changed something?",
        "What is unfinished, and where does it go now?",
        "What will I keep doing?",
        "What did my partner do that I want to thank them for, precisely?",
        "What should they do differently with the next person?",
        "What would I do differently?",
        "What is our relationship from here?",
    ),
    ReviewKind.FOLLOW_UP: (
        "What has stayed, half a year on?",
        "What became of what was unfinished?",
        "What do I see now that I could not see at the end?",
        "Is there something I would like to tell my partner of then?",
    ),
}
_TURNS: Mapping[ReviewKind, str] = {
    ReviewKind.AGREEMENT_CHECK: "Does each of us get a turn, and is it about even?",
    ReviewKind.MID_TERM: "Are our turns about even, and what does each of us get out of the other’s half?",
    ReviewKind.ENDING: "What did I learn in my peer’s turns, while the question was not mine?",
}
_POWER: Mapping[ReviewKind, tuple[str, ...]] = {
    ReviewKind.AGREEMENT_CHECK: (
        "What does rank do between us: who waits, who decides when we meet, who speaks first?",
    ),
    ReviewKind.MID_TERM: (
        "What have I not said because of rank, pay or position? What would make it sayable?",
        "Where does the one with more power really learn, and how would both of us know?",
    ),
    ReviewKind.ENDING: (
        "What changed between us where one of us stands above the other?",
        "Is anybody at risk because of what was said here? What protects them from now on?",
    ),
}
_LAST: Mapping[tuple[ReviewKind, Role], str] = {
    (ReviewKind.ENDING, Role.MENTEE): "Could I mentor somebody now?",
    (ReviewKind.ENDING, Role.MENTOR): "What goes into my practice log?",
    (ReviewKind.ENDING, Role.PEER): "Could I mentor somebody now?",
}


def questions(
    kind: ReviewKind, role: Role, form: RelationshipForm = RelationshipForm.TRADITIONAL
) -> tuple[str, ...]:
    """What is asked in a review of this kind, on this side of the relationship: peers are asked about their
    turns, and where the roles run against rank, both are asked about power.
    """
    by_turns = form in (RelationshipForm.PEER, RelationshipForm.RECIPROCAL)
    turned = form in (RelationshipForm.REVERSE, RelationshipForm.RECIPROCAL)
    more = (
        *((_TURNS[kind],) if by_turns and kind in _TURNS else ()),
        *(_POWER.get(kind, ()) if turned else ()),
    )
    last = _LAST.get((kind, role))
    return (*_QUESTIONS[kind], *more, *((last,) if last else ()))


def review_kinds(about: Relationship) -> tuple[ReviewKind, ...]:
    """The reviews that make sense here: one looks back at what is over, half-way is of what has an end."""
    if about.status is RelationshipStatus.CLOSED:
        return (ReviewKind.FOLLOW_UP,)
    return {
        RelationshipType.LONG_TERM_FORMAL: (
            ReviewKind.AGREEMENT_CHECK,
            ReviewKind.MID_TERM,
            ReviewKind.ENDING,
        ),
        RelationshipType.INFORMAL: (ReviewKind.AGREEMENT_CHECK, ReviewKind.ENDING),
        RelationshipType.ONE_STOP: (ReviewKind.ENDING,),
    }[about.type]


def no_such_review(about: Relationship) -> str:
    """Why another kind of review is not begun here."""
    if about.status is RelationshipStatus.CLOSED:
        return "This relationship is closed. What is left to write is the follow-up."
    if about.type is RelationshipType.LONG_TERM_FORMAL:
        return "One looks back once the relationship is closed."
    return f"This review is not asked for in {about.type.label} mentoring."


@dataclass(frozen=True, slots=True)
class Wrong:
    """What cannot be kept. *where* names the field: mine 0, theirs 0, decisions, changes, next."""

    where: str
    sentence: str


def wrong_with(review: Review) -> tuple[Wrong, ...]:
    """Everything in the review that cannot be kept as it is, in the order of the sheet."""
    texts = [
        (f"{side} {place}", text, LONGEST_ANSWER)
        for place, answer in enumerate(review.answers)
        for side, text in (("mine", answer.mine), ("theirs", answer.theirs))
    ]
    texts += [
        ("decisions", review.decisions, LONGEST_DECISION),
        ("changes", review.agreement_changes, LONGEST_DECISION),
    ]
    found = [Wrong(where, _too_long(text, most)) for where, text, most in texts if len(text) > most]
    if review.next_review_on and review.next_review_on < review.day:
        found.append(Wrong("next", "The next review lies before this one. Choose a later day."))
    return tuple(found)


def checked(review: Review) -> Review:
    """The review, proved whole. Raises InvalidInput."""
    for wrong in wrong_with(review):
        raise InvalidInput(wrong.sentence)
    return review


def _too_long(text: str, most: int) -> str:
    return (
        f"This is too long by {counted(len(text) - most, 'character', 'characters')}. It stays here, and is"
        f" saved once it has at most {most:,}."
    )
