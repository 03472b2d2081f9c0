"""What the moment asks for in one journal: the one act in its head, and the one thing beside its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from mentorjournal.guidance.checkpoints import Checkpoint, Story, foremost
from mentorjournal.guidance.story import story_of
from mentorjournal.journal.journal import Journal
from mentorjournal.model.session import SessionGlance
from mentorjournal.model.words import RelationshipStatus, RelationshipType

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
    AGREE = "agree"
    HALFWAY = "half-way"
    CHECK = "check"
    END = "end"
    """Look back on all of it together; then close."""

    REFLECT = "reflect"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """*session* is what the act is about, *wish* the name of the page that it leads to instead. *next_on* is
    the next conversation, however far.
    """

    ask: Ask = Ask.REFLECT
    session: SessionGlance | None = None
    next_on: date | None = None
    wish: str = ""

    @property
    def opening(self) -> str:
        """Where the session is to be opened: before or after."""
        return "before" if self.ask is Ask.PREPARE else "after"


REFLECT = Moment()


_ASKED = {
    Checkpoint.AGREE: (Ask.AGREE, "agreement"),
    Checkpoint.AGREEMENT_CHECK: (Ask.CHECK, "review agreement_check"),
    Checkpoint.AGREEMENT_REVIEW: (Ask.CHECK, "review agreement_check"),
    Checkpoint.MID_TERM: (Ask.HALFWAY, "review mid_term"),
    Checkpoint.ENDING: (Ask.END, "review ending"),
    Checkpoint.CLOSE: (Ask.END, "closing"),
}


def moment(
    story: Story,
    planned: Sequence[SessionGlance],
    unnoted: Sequence[SessionGlance],
    now: datetime,
) -> Moment:
    """What the moment asks for: a meeting of today comes first, then what lies behind, then what is near, and
    then the checkpoint that has come in a formal relationship. A paused or closed one asks for nothing.
    """
    over = [session for session in planned if session.is_over(now)]
    coming = [session for session in planned if not session.is_over(now)]
    next_on = coming[0].day if coming else None
    today = now.date()
    about = story.relationship
    if about.status in (RelationshipStatus.PAUSED, RelationshipStatus.CLOSED):
        return Moment(next_on=next_on)
    if coming and coming[0].day == today:
        return Moment(ask=Ask.PREPARE, session=coming[0], next_on=next_on)
    if over:
        return Moment(ask=Ask.SETTLE, session=over[-1], next_on=next_on)
    if unnoted:
        return Moment(ask=Ask.NOTE, session=unnoted[-1], next_on=next_on)
    if coming and coming[0].day <= today + timedelta(days=NEAR_DAYS):
        return Moment(ask=Ask.PREPARE, session=coming[0], next_on=next_on)
    point = foremost(story, today) if about.type is RelationshipType.LONG_TERM_FORMAL else None
    if point is not None and point.checkpoint in _ASKED:
        ask, wish = _ASKED[point.checkpoint]
        return Moment(ask=ask, wish=wish, next_on=next_on)
    return Moment(next_on=next_on)


def moment_of(journal: Journal) -> Moment:
    """What the moment asks for in this journal."""
    now = journal.now()
    today = now.date()
    unnoted = journal.sessions.unnoted(today - timedelta(days=NOTE_DAYS), today)
    planned = journal.sessions.planned()
    story = story_of(journal, journal.relationship(), is_planned=bool(planned))
    return moment(story, planned, unnoted, now)
