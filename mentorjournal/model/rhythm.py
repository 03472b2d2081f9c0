"""The rhythm of a relationship: when the next meeting would be, and how one meeting follows another."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from mentorjournal.model.relationship import Relationship
from mentorjournal.model.session import Session
from mentorjournal.model.words import RelationshipType, SessionKind, SessionStatus

_COUNTS = (SessionStatus.PLANNED, SessionStatus.HELD)


def meetings(sessions: Iterable[Session]) -> list[Session]:
    """The sessions that are planned or took place, contacts left out."""
    return [one for one in sessions if one.status in _COUNTS and one.kind is not SessionKind.CONTACT]


def next_day(about: Relationship, sessions: Iterable[Session], today: date) -> date | None:
    """The day that the agreed rhythm suggests: one interval after the last meeting held or planned, and never
    one that is past. None where no rhythm was agreed or nobody has met yet.
    """
    interval = about.commitment.interval_days
    days = [one.day for one in meetings(sessions)]
    if interval is None or not days:
        return None
    try:
        return max(max(days) + timedelta(days=interval), today)
    except OverflowError:
        return None


def kind_of_next(about: Relationship, sessions: Iterable[Session]) -> SessionKind:
    """One-stop advice stays that; whoever has not met yet meets for the first time."""
    if about.type is RelationshipType.ONE_STOP:
        return SessionKind.ONE_STOP
    return SessionKind.REGULAR if meetings(sessions) else SessionKind.FIRST
