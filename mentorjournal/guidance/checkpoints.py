"""When a relationship is worth a look: its reviews, its end, one-stop's follow-up, an informal one's year.

Formal relationships have checkpoints by the field's practice: the agreement after about a month, the middle
by sessions or time, winding up, and a look back half a year after the end. One-stop advice has its follow-up,
informal mentoring one quiet question a year, and nothing else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from mentorjournal.model.agreement import Agreement
from mentorjournal.model.closure import Closure, Due, due
from mentorjournal.model.day_words import months_on
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.review import Review
from mentorjournal.model.words import RelationshipStatus, RelationshipType, ReviewKind

CHECK_DAYS = 30
NOTICE_DAYS, NOTICE_SESSIONS = 30, 2
LOOK_BACK_MONTHS = 6


class Checkpoint(Enum):
    AGREE = "agree"
    AGREEMENT_CHECK = "agreement_check"
    AGREEMENT_REVIEW = "agreement_review"
    MID_TERM = "mid_term"
    WINDING_UP = "winding_up"
    ENDING = "ending"
    FOLLOW_UP = "follow_up"
    ONE_STOP_FOLLOW_UP = "one_stop_follow_up"
    STILL_USEFUL = "still_useful"
    NOTES_DUE = "notes_due"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A checkpoint that has come. *due_on* is since when; *why* is one plain sentence."""

    checkpoint: Checkpoint
    due_on: date
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What the rules look at. *held* are the days of held sessions, earliest first; *quiet* names what the
    writer does not want to be told of now.
    """

    relationship: Relationship
    held: Sequence[date] = ()
    agreed: Agreement | None = None
    has_draft: bool = False
    reviews: Sequence[Review] = ()
    closure: Closure | None = None
    quiet: Collection[str] = ()


def points(story: Story, today: date) -> tuple[Point, ...]:
    """The checkpoints that have come and were not met yet, the oldest first."""
    about = story.relationship
    if about.status is RelationshipStatus.CLOSED:
        rule = _after_the_end
    elif about.type is RelationshipType.ONE_STOP:
        rule = _one_stop
    elif about.type is RelationshipType.INFORMAL:
        rule = _informal
    elif about.status is RelationshipStatus.PAUSED:
        return ()
    else:
        rule = _formal
    found = [
        Point(checkpoint=checkpoint, due_on=day, why=_WHY[checkpoint])
        for checkpoint, day in rule(story, today)
        if day is not None and day <= today and checkpoint.value not in story.quiet
    ]
    return tuple(sorted(found, key=lambda one: one.due_on))


def middle(story: Story) -> date | None:
    """The day on which half of the agreed sessions were held or half of the time was over."""
    about = story.relationship
    days = []
    planned = about.commitment.sessions_planned
    half = (planned + 1) // 2 if planned else 0
    if half >= 2 and len(story.held) >= half:
        days.append(story.held[half - 1])
    if about.started_on and about.planned_end_on:
        days.append(about.started_on + (about.planned_end_on - about.started_on) / 2)
    return min(days, default=None)


def notice(story: Story) -> date | None:
    """From when on the end is near: 30 days before it, or when two of the agreed sessions are left."""
    about = story.relationship
    days = []
    if about.planned_end_on:
        days.append(about.planned_end_on - timedelta(days=NOTICE_DAYS))
    planned = about.commitment.sessions_planned
    if planned and planned > NOTICE_SESSIONS and len(story.held) >= planned - NOTICE_SESSIONS:
        days.append(story.held[planned - NOTICE_SESSIONS - 1])
    return min(days, default=None)


_C = Checkpoint

_WHY = {
    _C.AGREE: "You have met, and nothing is agreed yet.",
    _C.AGREEMENT_CHECK: "You agreed about a month ago. Is it what you live by?",
    _C.AGREEMENT_REVIEW: "The day has come on which you wanted to look at the agreement again.",
    _C.MID_TERM: "You are half-way, by meetings or by time.",
    _C.WINDING_UP: "The planned end comes near.",
    _C.ENDING: "The day has come on which you planned to end.",
    _C.FOLLOW_UP: "It ended half a year ago. What has stayed?",
    _C.ONE_STOP_FOLLOW_UP: "What came of it? Ask, or tell them.",
    _C.STILL_USEFUL: "A year has passed. Is it still useful to both of you?",
    _C.NOTES_DUE: "The day has come on which these notes are to be destroyed, as you agreed.",
}


def _formal(story: Story, today: date) -> Iterator[tuple[Checkpoint, date | None]]:
    about, agreed = story.relationship, story.agreed
    winding_up = about.status is RelationshipStatus.WINDING_UP
    near = notice(story)
    if agreed is None:
        yield _C.AGREE, story.held[0] if story.held else None
    else:
        if agreed.agreed_on and not _had(story, ReviewKind.AGREEMENT_CHECK):
            yield _C.AGREEMENT_CHECK, agreed.agreed_on + timedelta(days=CHECK_DAYS)
        if agreed.review_on and not any(one.done and one.day >= agreed.review_on for one in story.reviews):
            yield _C.AGREEMENT_REVIEW, agreed.review_on
    if not winding_up and not _had(story, ReviewKind.MID_TERM) and (near is None or today < near):
        yield _C.MID_TERM, middle(story)
    if not winding_up:
        yield _C.WINDING_UP, near
    elif not _had(story, ReviewKind.ENDING):
        yield _C.ENDING, about.planned_end_on


def _one_stop(story: Story, today: date) -> Iterator[tuple[Checkpoint, date | None]]:
    if story.held:
        yield _C.ONE_STOP_FOLLOW_UP, story.relationship.follow_up_on


def _informal(story: Story, today: date) -> Iterator[tuple[Checkpoint, date | None]]:
    started = story.relationship.started_on
    if started is not None:
        last = max((one.day for one in story.reviews), default=started)
        yield _C.STILL_USEFUL, months_on(max(started, last), 12)


def _after_the_end(story: Story, today: date) -> Iterator[tuple[Checkpoint, date | None]]:
    closure, about = story.closure, story.relationship
    if closure is not None and due(closure, today) is Due.NOW:
        yield _C.NOTES_DUE, closure.destroy_on or closure.closed_on
    formal = about.type is RelationshipType.LONG_TERM_FORMAL
    if formal and about.ended_on and not _had(story, ReviewKind.FOLLOW_UP):
        yield _C.FOLLOW_UP, months_on(about.ended_on, LOOK_BACK_MONTHS)


def _had(story: Story, kind: ReviewKind) -> bool:
    return any(one.kind is kind and one.done for one in story.reviews)
