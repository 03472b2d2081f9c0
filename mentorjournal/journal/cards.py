"""The index's row of a journal as everybody else knows it."""

from __future__ import annotations

from mentorjournal.journal.journal import Journal
from mentorjournal.model.card import JournalCard, JournalId
from mentorjournal.model.words import RelationshipForm, RelationshipStatus, RelationshipType, Role
from mentorjournal.storage.index import Card


def card_of(row: Card) -> JournalCard:
    return JournalCard(
        id=JournalId(row.id),
        codename=row.codename,
        role=Role(row.role),
        type=RelationshipType(row.type),
        form=RelationshipForm(row.form),
        status=RelationshipStatus(row.status),
        sessions_held=row.sessions_held,
        sessions_planned=row.sessions_planned or None,
        next_session_on=row.next_session_on,
        last_entry_on=row.last_entry_on,
        look_on=row.look_on,
        entries=row.entries,
        goals_active=row.goals_active,
        actions_open=row.actions_open,
        generation=row.generation,
    )


def row_of(id: str, journal: Journal, *, dirty: bool) -> Card:
    """What the index is to know of the journal as it stands."""
    relationship, counts = journal.relationship(), journal.counts()
    return Card(
        id=id,
        codename=relationship.codename,
        role=relationship.my_role.value,
        type=relationship.type.value,
        form=relationship.form.value,
        status=relationship.status.value,
        opened_on=relationship.started_on,
        sessions_held=counts.sessions_held,
        sessions_planned=relationship.commitment.sessions_planned or 0,
        next_session_on=journal.next_session_on(),
        last_entry_on=journal.last_entry_on(),
        look_on=journal.look_on(),
        entries=counts.entries,
        goals_active=counts.goals_active,
        actions_open=counts.actions_open,
        generation=journal.generation(),
        dirty=dirty,
    )
