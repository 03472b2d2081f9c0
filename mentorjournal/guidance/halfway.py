"""When a review half-way is due and the end is near, of long-term formal relationships alone; and when to ask
what came of one-stop advice.
"""

from __future__ import annotations

from datetime import date

from mentorjournal.guidance.phase import winding_up
from mentorjournal.journal.journal import Journal
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipStatus, RelationshipType, SessionKind, SessionStatus

FEWEST_SESSIONS = 4
"""Of fewer sessions than these no half is worth a review."""

HALFWAY = "half-way"
ENDING = "ending"
"""The names under which a journal is asked to be quiet about them."""

_AT_WORK = (RelationshipStatus.DRAFT, RelationshipStatus.ACTIVE)


def ending_reason(journal: Journal, relationship: Relationship, held: int, today: date) -> str:
    """Why it is time to wind up, in a sentence; nothing while it is not, when the writer knows, or when the
    last conversation is planned.
    """
    if not is_followed(relationship):
        return ""
    reason = winding_up(relationship, held, today, ending_planned=False)
    if reason and journal.sessions.has(SessionKind.ENDING_REVIEW, SessionStatus.PLANNED, SessionStatus.HELD):
        return ""
    return reason


def is_halfway(journal: Journal, relationship: Relationship, held: int, today: date) -> bool:
    """Whether half of the agreed sessions or of the time has passed without a review."""
    return half_is_over(relationship, held, today) and not journal.sessions.has(
        SessionKind.MID_TERM_REVIEW, SessionStatus.PLANNED, SessionStatus.HELD
    )


def half_is_over(relationship: Relationship, held: int, today: date) -> bool:
    """Whether half of the agreed sessions or of the time has passed, with or without a review."""
    if not is_followed(relationship) or not held:
        return False
    planned, start, end = (
        relationship.commitment.sessions_planned,
        relationship.started_on,
        relationship.planned_end_on,
    )
    by_count = planned is not None and planned >= FEWEST_SESSIONS and 2 * held >= planned
    by_time = start is not None and end is not None and start < end and today >= start + (end - start) / 2
    return by_count or by_time


def asks_what_came_of_it(relationship: Relationship, held: int, today: date) -> bool:
    """Whether the day has come on which the writer wanted to ask what came of one-stop advice."""
    return (
        relationship.type is RelationshipType.ONE_STOP
        and relationship.status in (*_AT_WORK, RelationshipStatus.WINDING_UP)
        and held > 0
        and relationship.follow_up_on is not None
        and relationship.follow_up_on <= today
    )


def is_followed(relationship: Relationship) -> bool:
    """Whether reviews and the end are looked after: for a long-term formal one that is at work."""
    return relationship.type is RelationshipType.LONG_TERM_FORMAL and relationship.status in _AT_WORK
