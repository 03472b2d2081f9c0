"""A topic: something to talk about, in the journal's inbox or on the agenda of a session."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import TopicSource, TopicStatus, Visibility

LONGEST_TOPIC = 1000

INBOX = EntryId("inbox")
"""Stands for the inbox itself, where a place in the journal is asked for."""

_BULLET = re.compile(r"\s*(?:[-*+•‣◦–·]|\d{1,3}[.)])(?:\s+|$)")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Topic:
    """*day* is when it was first raised, and stays when it is carried. It stands on the agenda of
    *session_id*, or in the inbox when that is None; *order* is its place there. *carried_count* counts the
    sessions that ended without it, *minutes* is the time meant for it.
    """

    id: EntryId
    day: date
    text: str
    source: TopicSource = TopicSource.MINE
    status: TopicStatus = TopicStatus.OPEN
    session_id: EntryId | None = None
    order: int = 0
    minutes: int | None = None
    carried_count: int = 0
    goal_id: EntryId | None = None
    visibility: Visibility = Visibility.PRIVATE

    @property
    def in_inbox(self) -> bool:
        return self.session_id is None

    def __repr__(self) -> str:
        return f"Topic({self.id})"


def topics_in(text: str) -> list[str]:
    """What was typed or pasted as topics: one for each line with words, the marks of a list taken off."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < 2:
        return [line.strip() for line in lines]
    return [bare for line in lines if (bare := _BULLET.sub("", line, count=1).strip())]
