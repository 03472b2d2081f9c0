"""Drift: a formal relationship that has not met for long, with nothing planned. Said, never blamed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentorjournal.model.relationship import Relationship
from mentorjournal.model.session import Tally
from mentorjournal.model.words import RelationshipStatus, RelationshipType

DRIFT = "drift"
"""The name under which a journal is asked to be quiet about it."""

LONGEST_GAP = 60
"""Days without a meeting where no rhythm was agreed."""

QUIET_DAYS = 14


@dataclass(frozen=True, slots=True)
class Drift:
    """How long it has been since the last session."""

    days: int

    @property
    def weeks(self) -> int:
        return self.days // 7


def drift(
    relationship: Relationship, tally: Tally, today: date, *, planned: bool, quiet_until: date | None = None
) -> Drift | None:
    """How long they have not met, where that is worth a word: long-term formal relationships alone, with
    nothing planned, after one and a half times the agreed interval. Before the first session nothing has
    drifted.
    """
    if relationship.type is not RelationshipType.LONG_TERM_FORMAL or planned:
        return None
    if relationship.status in (RelationshipStatus.PAUSED, RelationshipStatus.CLOSED):
        return None
    if tally.last_held_on is None or (quiet_until is not None and today < quiet_until):
        return None
    days = (today - tally.last_held_on).days
    interval = relationship.commitment.interval_days
    longest = LONGEST_GAP if interval is None else 1.5 * interval
    return Drift(days) if days > longest else None
