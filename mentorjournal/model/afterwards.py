"""What a closed relationship still asks for: its notes to be settled, and one look back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mentorjournal.model.closure import Closure, notes_due_on
from mentorjournal.model.day_words import months_on
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipStatus, RelationshipType

NOTES_DUE, FOLLOW_UP = "notes_due", "follow_up"
"""The names under which a journal is asked to be quiet about them."""

LOOK_BACK_MONTHS = 6


def afterwards(
    about: Relationship, closure: Closure | None, *, looked_back: bool
) -> Iterator[tuple[str, date]]:
    """By name, what is asked for and from which day on; nothing before the end. Only a formal relationship
    is looked back at, and only once.
    """
    if about.status is not RelationshipStatus.CLOSED:
        return
    notes = notes_due_on(closure) if closure is not None else None
    if notes is not None:
        yield NOTES_DUE, notes
    if about.type is RelationshipType.LONG_TERM_FORMAL and about.ended_on and not looked_back:
        yield FOLLOW_UP, months_on(about.ended_on, LOOK_BACK_MONTHS)
