"""What is known of a journal without opening it: codename and counts, never a person."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import NewType

from mentorjournal.model.words import RelationshipForm, RelationshipStatus, RelationshipType, Role

JournalId = NewType("JournalId", str)
"""32 hexadecimal digits, random; the name of the journal's file."""

_FORM = re.compile(r"[0-9a-f]{32}")


def is_journal_id(text: str) -> bool:
    """Whether *text* has the form of an id: nothing else is ever made part of a path."""
    return _FORM.fullmatch(text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalCard:
    """The index's row of a journal. *generation* is the last one seen of its file."""

    id: JournalId
    codename: str
    role: Role
    type: RelationshipType
    form: RelationshipForm
    status: RelationshipStatus
    sessions_held: int = 0
    sessions_planned: int | None = None
    next_session_on: date | None = None
    last_entry_on: date | None = None
    look_on: date | None = None
    """Of a closed one: from when it asks for something again."""
    entries: int = 0
    goals_active: int = 0
    actions_open: int = 0
    generation: int = 0
