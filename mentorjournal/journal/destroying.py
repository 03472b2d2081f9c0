"""What may be said of a journal that is to be destroyed: no name, and not one word of it."""

from __future__ import annotations

from datetime import date

from mentorjournal.errors import OnHold
from mentorjournal.journal.journal import Journal
from mentorjournal.model.card import JournalCard
from mentorjournal.model.closure import DestructionRecord


def record_of(journal: Journal, today: date) -> DestructionRecord:
    """The record as it can be written before the work is done. Raises OnHold."""
    about, closure, counts = journal.relationship(), journal.life.closure(), journal.counts()
    if closure is not None and closure.on_hold:
        raise OnHold(about.codename)
    return DestructionRecord(
        codename=about.codename,
        role=about.my_role,
        type=about.type,
        destroyed_on=today,
        rule=closure.rule if closure else None,
        started_on=about.started_on,
        ended_on=about.ended_on,
        sessions=counts.sessions_held,
        entries=counts.entries,
        backups=0,
        exports_known=len(journal.exports.all()),
    )


def record_of_damaged(card: JournalCard, today: date) -> DestructionRecord:
    """The record of a journal that does not open any more, from what its card knew last."""
    return DestructionRecord(
        codename=card.codename,
        role=card.role,
        type=card.type,
        destroyed_on=today,
        rule=None,
        started_on=None,
        ended_on=None,
        sessions=card.sessions_held,
        entries=card.entries,
        backups=0,
        exports_known=0,
    )
