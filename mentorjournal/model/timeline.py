"""Rows of the timeline and hits of a search: the few fields a list needs; the text stays on disk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NewType

from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import EntryKind

Place = NewType("Place", int)
"""Where a row stands among all of a journal's: later days are greater, and within a day later writing is."""

MARK_START, MARK_END = "\x02", "\x03"
"""Stand around each found word of a snippet. No text in a journal can hold them."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class TimelineRow:
    place: Place
    kind: EntryKind
    id: EntryId
    day: date
    title: str
    opening: str

    def __repr__(self) -> str:
        return f"TimelineRow({self.id})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Hit:
    """*snippet* has MARK_START and MARK_END around the words that were found; *title* is plain."""

    place: Place
    kind: EntryKind
    id: EntryId
    day: date
    title: str
    snippet: str

    @property
    def plain_snippet(self) -> str:
        return self.snippet.replace(MARK_START, "").replace(MARK_END, "")

    def __repr__(self) -> str:
        return f"Hit({self.id})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What a journal holds. *minutes_held* is the sum over held sessions."""

    reflections: int = 0
    sessions_held: int = 0
    sessions_planned: int = 0
    goals_active: int = 0
    goals: int = 0
    actions_open: int = 0
    actions: int = 0
    learning_points: int = 0
    minutes_held: int = 0

    @property
    def entries(self) -> int:
        """Everything written: reflections, sessions, goals, actions and learning points."""
        sessions = self.sessions_held + self.sessions_planned
        return self.reflections + sessions + self.goals + self.actions + self.learning_points
