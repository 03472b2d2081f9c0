"""What is handed to the mentee at the end: chosen here, in one place, before any paper is made of it.

A goal, an action, a learning point or a note goes along only where it was marked as one that may be shown.
Reflections, ratings, moods, topics, preparations, after-notes and what is said of people are not read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from mentorjournal.journal.journal import Journal
from mentorjournal.model.action import Action
from mentorjournal.model.agreement import Agreement
from mentorjournal.model.blocks import Document, is_empty
from mentorjournal.model.goal import Goal
from mentorjournal.model.reflection import LearningPoint
from mentorjournal.model.session import Session
from mentorjournal.model.words import (
    Mode,
    RelationshipType,
    ReviewKind,
    Role,
    SessionKind,
    SessionStatus,
    Visibility,
    Whose,
)

_MAY_BE_SHOWN = (Visibility.PARTNER_OK, Visibility.SUMMARY_OK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A session that was held, and nothing that was said in it."""

    number: int | None
    day: date
    mode: Mode
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Note:
    """A piece of a session's notes that may be shown. *section* is its heading."""

    day: date
    section: str
    text: Document

    def __repr__(self) -> str:
        return f"Note({self.day})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Decided:
    """What was decided in a review."""

    day: date
    kind: ReviewKind
    text: str

    def __repr__(self) -> str:
        return f"Decided({self.kind.value})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Handover:
    """*role* is that of the journal's writer. Of a goal, an action and an agreement the paper prints only
    what it names; see `handover_paper`.
    """

    role: Role
    type: RelationshipType
    started_on: date | None = None
    ended_on: date | None = None
    meetings: tuple[Meeting, ...] = ()
    goals: tuple[Goal, ...] = ()
    actions: tuple[Action, ...] = ()
    agreement: Agreement | None = None
    decided: tuple[Decided, ...] = ()
    learning: tuple[LearningPoint, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to hand over but dates."""
        return not (
            self.meetings
            or self.goals
            or self.actions
            or self.agreement
            or self.decided
            or self.learning
            or self.notes
        )

    def __repr__(self) -> str:
        return "Handover()"


def handover_of(journal: Journal) -> Handover:
    """Read from the journal what may be handed over; on the vault's thread."""
    about = journal.relationship()
    held = [
        session
        for session in journal.sessions.all()
        if session.status is SessionStatus.HELD and session.kind is not SessionKind.CONTACT
    ]
    return Handover(
        role=about.my_role,
        type=about.type,
        started_on=about.started_on,
        ended_on=about.ended_on,
        meetings=tuple(
            Meeting(number=one.number, day=one.day, mode=one.mode, minutes=one.minutes) for one in held
        ),
        goals=tuple(goal for goal in _shown(journal.goals.all()) if goal.whose is Whose.MENTEE),
        actions=tuple(sorted(_shown(journal.actions.all()), key=lambda one: one.day)),
        agreement=journal.agreements.agreed(),
        decided=tuple(
            Decided(day=review.day, kind=review.kind, text=review.decisions)
            for review in journal.reviews.all()
            if review.done and review.decisions.strip()
        ),
        learning=tuple(_shown(journal.learning_points.all())),
        notes=tuple(_notes(held)),
    )


class _Marked(Protocol):
    @property
    def visibility(self) -> Visibility: ...


M = TypeVar("M", bound=_Marked)


def _shown(entries: Iterable[M]) -> Iterator[M]:
    return (entry for entry in entries if entry.visibility in _MAY_BE_SHOWN)


def _notes(held: Iterable[Session]) -> Iterator[Note]:
    for session in held:
        for block in _shown(session.blocks):
            if not is_empty(block.text):
                yield Note(day=session.day, section=block.section.label, text=block.text)
