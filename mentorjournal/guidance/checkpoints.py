"""When a relationship is worth a look: its reviews, its end, one-stop's follow-up, an informal one's year.

Formal relationships have checkpoints by the field's practice: the agreement after about a month, the middle
by sessions or time, winding up, and a look back half a year after the end. One-stop advice has its follow-up,
informal mentoring one offer of an agreement and one quiet question a year, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mentorjournal.model import afterwards as after
from mentorjournal.model.closure import Closure
from mentorjournal.model.course import Course
from mentorjournal.model.day_words import months_on
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import (
    RelationshipStatus,
    RelationshipType,
    ReviewKind,
    SessionKind,
    SessionStatus,
)

CHECK_DAYS = 30
NOTICE_DAYS, NOTICE_SESSIONS = 30, 2
OFFER_DAYS = 60
"""After so many days two who have met informally know what they expect of each other."""

FEWEST_SESSIONS = 4
"""Of fewer sessions than these no half is worth a review."""


class Checkpoint(StrEnum):
    """The value is the name under which a journal is asked to be quiet about it."""

    NOTES_DUE = after.NOTES_DUE
    FOLLOW_UP = after.FOLLOW_UP
    CLOSE = "close"
    ENDING = "ending"
    WINDING_UP = "winding_up"
    AGREE = "agree"
    AGREEMENT_CHECK = "agreement_check"
    AGREEMENT_REVIEW = "agreement_review"
    MID_TERM = "mid_term"
    ONE_STOP_FOLLOW_UP = "one_stop_follow_up"
    STILL_USEFUL = "still_useful"

    @property
    def review(self) -> ReviewKind | None:
        """The review that meets it."""
        return _REVIEW.get(self)

    @property
    def is_of_the_end(self) -> bool:
        """Whether it comes before everything else that is due."""
        return self in _OF_THE_END


_C = Checkpoint
_OF_THE_END = (_C.NOTES_DUE, _C.FOLLOW_UP, _C.CLOSE, _C.ENDING, _C.WINDING_UP)
_REVIEW = {
    _C.AGREEMENT_CHECK: ReviewKind.AGREEMENT_CHECK,
    _C.AGREEMENT_REVIEW: ReviewKind.AGREEMENT_CHECK,
    _C.MID_TERM: ReviewKind.MID_TERM,
    _C.ENDING: ReviewKind.ENDING,
    _C.FOLLOW_UP: ReviewKind.FOLLOW_UP,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A checkpoint that has come. *due_on* is since when; *why* is one plain sentence."""

    checkpoint: Checkpoint
    due_on: date
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story(Course):
    """What the rules look at. *is_planned* says whether a session is."""

    relationship: Relationship
    is_planned: bool = False
    closure: Closure | None = None

    def had(self, kind: ReviewKind, session: SessionKind | None = None) -> bool:
        """Whether such a review was done, on its sheet or in a session of its kind."""
        return kind in self.reviews or (session, SessionStatus.HELD) in self.arranged


def points(story: Story, today: date) -> tuple[Point, ...]:
    """The checkpoints that have come and were not met yet: those of the end first, then the oldest. Those of
    which the writer never wants to hear again are left out.
    """
    about = story.relationship
    if about.status is RelationshipStatus.CLOSED:
        rule = _after_the_end
    elif about.status is RelationshipStatus.PAUSED:
        return ()
    elif about.type is RelationshipType.ONE_STOP:
        rule = _one_stop
    elif about.type is RelationshipType.INFORMAL:
        rule = _informal
    else:
        rule = _formal
    found = [
        Point(checkpoint=checkpoint, due_on=day, why=_why(story, checkpoint, today))
        for checkpoint, day in rule(story, today)
        if day is not None and day <= today and story.quiet.get(checkpoint) != date.max
    ]
    return tuple(sorted(found, key=_pressing))


def foremost(story: Story, today: date) -> Point | None:
    """The one checkpoint to tell of. While that is put off nothing else takes its place."""
    found = points(story, today)
    return found[0] if found and not is_quiet(story, found[0].checkpoint, today) else None


def is_quiet(story: Story, name: str, today: date) -> bool:
    return today < story.quiet.get(name, today)


def is_followed(about: Relationship) -> bool:
    """Whether reviews and the end are looked after: for a long-term formal one that is at work."""
    at_work = about.status in (RelationshipStatus.DRAFT, RelationshipStatus.ACTIVE)
    return about.type is RelationshipType.LONG_TERM_FORMAL and at_work


def middle(about: Relationship, held: Sequence[date]) -> date | None:
    """The day on which half of the agreed sessions were held or half of the time was over; before the first
    session nothing is half over.
    """
    days = []
    planned, start, end = about.commitment.sessions_planned, about.started_on, about.planned_end_on
    half = (planned + 1) // 2 if planned else 0
    if planned and planned >= FEWEST_SESSIONS and len(held) >= half:
        days.append(held[half - 1])
    if start and end and start < end and held:
        days.append(start + (end - start) / 2)
    return min(days, default=None)


def notice(about: Relationship, held: Sequence[date]) -> date | None:
    """From when on the end is near: 30 days before it, or when two of the agreed sessions are left."""
    days = []
    if about.planned_end_on:
        days.append(_days_on(about.planned_end_on, -NOTICE_DAYS))
    planned = about.commitment.sessions_planned
    if planned and planned > NOTICE_SESSIONS and len(held) >= planned - NOTICE_SESSIONS:
        days.append(held[planned - NOTICE_SESSIONS - 1])
    return min(days, default=None)


def winding_up(about: Relationship, held: Sequence[date], today: date) -> str:
    """Why it seems to be time to wind up, in a sentence; nothing while it is not."""
    near, end = notice(about, held), about.planned_end_on
    if near is None or today < near:
        return ""
    if end is not None and today >= _days_on(end, -NOTICE_DAYS):
        return "The planned end is less than a month away." if today <= end else "The planned end has passed."
    left = max((about.commitment.sessions_planned or 0) - len(held), 0)
    return (
        "All the sessions you agreed on were held.",
        "One session is left of those you agreed on.",
        "Two sessions are left of those you agreed on.",
    )[min(left, NOTICE_SESSIONS)]


_WHY = {
    _C.AGREE: "You have met, and nothing is agreed yet.",
    _C.AGREEMENT_CHECK: "You agreed about a month ago. Is it what you live by?",
    _C.AGREEMENT_REVIEW: "The day has come on which you wanted to look at the agreement again.",
    _C.MID_TERM: "You are half-way, by meetings or by time.",
    _C.ENDING: "The day has come on which you planned to end.",
    _C.CLOSE: "You have looked back on it together. What is left is to close.",
    _C.FOLLOW_UP: "It ended half a year ago. What has stayed?",
    _C.ONE_STOP_FOLLOW_UP: "The day has come on which you wanted to ask what came of it.",
    _C.STILL_USEFUL: "A year has passed. Is it still useful to both of you?",
    _C.NOTES_DUE: "The day has come on which these notes are to be destroyed, as you agreed.",
}


def _why(story: Story, checkpoint: Checkpoint, today: date) -> str:
    if checkpoint is _C.WINDING_UP:
        return winding_up(story.relationship, story.held, today)
    return _WHY[checkpoint]


Found = Iterator[tuple[Checkpoint, date | None]]


def _formal(story: Story, today: date) -> Found:
    about, held = story.relationship, story.held
    near = notice(about, held)
    is_near = about.status is RelationshipStatus.WINDING_UP or (near is not None and near <= today)
    had = story.had(ReviewKind.MID_TERM, SessionKind.MID_TERM_REVIEW)
    asks = not (is_near or had or _is_arranged(story, SessionKind.MID_TERM_REVIEW))
    half = middle(about, held) if asks else None
    yield from _of_agreement(story, is_asked=is_near or (half is not None and half <= today))
    yield _C.MID_TERM, half
    if is_near:
        yield _of_the_end(story, near or today)


def _of_agreement(story: Story, *, is_asked: bool) -> Found:
    """*is_asked* says that another review is due, which asks for the agreement as well."""
    agreement, held = story.agreement, story.held
    if not agreement.is_agreed:
        yield _C.AGREE, held[0] if held else None
        return
    last = max(story.reviews.values(), default=date.min)
    first = _days_on(agreement.agreed_on, CHECK_DAYS) if agreement.agreed_on else None
    had = story.had(ReviewKind.AGREEMENT_CHECK) or (first is not None and last >= first)
    if not had and not is_asked:
        yield _C.AGREEMENT_CHECK, first
    if agreement.review_on and last < agreement.review_on:
        yield _C.AGREEMENT_REVIEW, agreement.review_on


def _of_the_end(story: Story, near: date) -> tuple[Checkpoint, date | None]:
    """What the end asks for next: to be begun, to be reviewed, to be closed."""
    about, held = story.relationship, story.held
    if story.had(ReviewKind.ENDING, SessionKind.ENDING_REVIEW):
        return _C.CLOSE, near
    if _is_arranged(story, SessionKind.ENDING_REVIEW):
        return _C.ENDING, None
    if about.status is not RelationshipStatus.WINDING_UP:
        return _C.WINDING_UP, near
    planned = about.commitment.sessions_planned
    all_held = held[planned - 1] if planned and len(held) >= planned else None
    return _C.ENDING, min((day for day in (about.planned_end_on, all_held) if day), default=None)


def _one_stop(story: Story, today: date) -> Found:
    if story.held and not story.is_planned:
        yield _C.ONE_STOP_FOLLOW_UP, story.relationship.follow_up_on


def _informal(story: Story, today: date) -> Found:
    held, agreement = story.held, story.agreement
    if (
        held
        and not agreement.is_agreed
        and not agreement.has_draft
        and today <= _days_on(held[0], OFFER_DAYS)
    ):
        yield _C.AGREE, held[0]
    started = story.relationship.started_on or (held[0] if held else None)
    if started is not None:
        yield _C.STILL_USEFUL, months_on(max((started, *story.reviews.values())), 12)


def _after_the_end(story: Story, today: date) -> Found:
    looked_back = ReviewKind.FOLLOW_UP in story.reviews
    for name, day in after.afterwards(story.relationship, story.closure, looked_back=looked_back):
        yield Checkpoint(name), day


def _is_arranged(story: Story, kind: SessionKind) -> bool:
    return (kind, SessionStatus.PLANNED) in story.arranged


def _pressing(point: Point) -> tuple[int, date]:
    rank = _OF_THE_END.index(point.checkpoint) if point.checkpoint.is_of_the_end else len(_OF_THE_END)
    return rank, point.due_on


def _days_on(day: date, days: int) -> date:
    """So many days later or earlier, as far as the calendar goes."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min
