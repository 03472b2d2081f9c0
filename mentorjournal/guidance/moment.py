"""What the moment asks for in one journal: the one act in its head, and the one thing beside its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from mentorjournal.journal.journal import Journal
from mentorjournal.model.session import SessionGlance
from mentorjournal.model.words import RelationshipStatus

NEAR_DAYS = 14
"""A conversation is near, and may be prepared, from so many days before it."""

NOTE_DAYS = 30
"""After so many days nobody remembers what an after-note would hold."""


class Ask(StrEnum):
    """What is asked for."""

    SETTLE = "settle"
    """Say what became of a planned session whose time has passed."""

    NOTE = "note"
    PREPARE = "prepare"
    REFLECT = "reflect"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """*session* is what the act is about. *next_on* is the next conversation, however far."""

    ask: Ask = Ask.REFLECT
    session: SessionGlance | None = None
    next_on: date | None = None

    @property
    def opening(self) -> str:
        """Where the session is to be opened: before or after."""
        return "before" if self.ask is Ask.PREPARE else "after"


REFLECT = Moment()


def moment(
    status: RelationshipStatus,
    planned: Sequence[SessionGlance],
    unnoted: Sequence[SessionGlance],
    now: datetime,
) -> Moment:
    """What the moment asks for: a meeting of today comes first, then what lies behind, then what is near. A
    paused or closed relationship asks for nothing.
    """
    over = [session for session in planned if session.is_over(now)]
    coming = [session for session in planned if not session.is_over(now)]
    next_on = coming[0].day if coming else None
    today = now.date()
    if status in (RelationshipStatus.PAUSED, RelationshipStatus.CLOSED):
        return Moment(next_on=next_on)
    if coming and coming[0].day == today:
        return Moment(ask=Ask.PREPARE, session=coming[0], next_on=next_on)
    if over:
        return Moment(ask=Ask.SETTLE, session=over[-1], next_on=next_on)
    if unnoted:
        return Moment(ask=Ask.NOTE, session=unnoted[-1], next_on=next_on)
    if coming and coming[0].day <= today + timedelta(days=NEAR_DAYS):
        return Moment(ask=Ask.PREPARE, session=coming[0], next_on=next_on)
    return Moment(next_on=next_on)


def moment_of(journal: Journal) -> Moment:
    """What the moment asks for in this journal."""
    now = journal.now()
    today = now.date()
    unnoted = journal.sessions.unnoted(today - timedelta(days=NOTE_DAYS), today)
    return moment(journal.relationship().status, journal.sessions.planned(), unnoted, now)
