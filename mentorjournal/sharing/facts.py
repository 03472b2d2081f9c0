"""What a summary may be made from: the values a journal hands over, and nothing that reflects or quotes."""

from __future__ import annotations

from dataclasses import dataclass

from mentorjournal.journal.journal import Journal
from mentorjournal.model.action import Action
from mentorjournal.model.goal import Goal
from mentorjournal.model.reflection import LearningPoint
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.session import Session


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SummarySource:
    """One journal's share in a summary. Of a session only its day, length, kind, status and mode are read."""

    relationship: Relationship
    sessions: tuple[Session, ...] = ()
    goals: tuple[Goal, ...] = ()
    actions: tuple[Action, ...] = ()
    learning_points: tuple[LearningPoint, ...] = ()

    def __repr__(self) -> str:
        return "SummarySource()"


def source_of(journal: Journal) -> SummarySource:
    """Read from the journal what a summary may be made from; on the vault's thread."""
    return SummarySource(
        relationship=journal.relationship(),
        sessions=tuple(journal.sessions.all()),
        goals=tuple(journal.goals.all()),
        actions=tuple(journal.actions.all()),
        learning_points=tuple(journal.learning_points.all()),
    )
