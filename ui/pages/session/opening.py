"""Before, During, After: the three openings of a session, and which of them is the right one now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Protocol

from mentorjournal.model.blocks import is_empty
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId
from mentorjournal.model.session import Session
from mentorjournal.model.words import SessionKind, SessionStatus
from ui.desk import OpenJournal

AFTER_NOTE = timedelta(days=30)
"""So long after a session its note is still asked for; later it opens at what was written."""

NEAR = timedelta(hours=1)
"""From this long before its time on, a session of today opens where it is written."""


class Opening(StrEnum):
    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class EntryRoom(Protocol):
    """What shows one part of a session: an opening, or what stands beside it."""

    def open_entry(self, journal: OpenJournal, id: EntryId) -> None: ...
    def leave_entry(self) -> None: ...
    def flush(self) -> None: ...
    def close(self) -> None: ...
    def place(self) -> dict[str, object]: ...
    def restore(self, place: dict[str, object]) -> None: ...
    def refresh(self, change: Change) -> None: ...
    def tell(self, listener: Callable[[Change], None]) -> None: ...


def right_opening(value: Session, now: datetime, *, begun: bool) -> Opening:
    """The opening for this moment, by date and status."""
    if value.kind is SessionKind.CONTACT:
        return Opening.DURING
    if value.status is SessionStatus.HELD:
        fresh = now.date() - value.day <= AFTER_NOTE
        return Opening.AFTER if fresh and value.after_note.written_on is None else Opening.DURING
    if value.status is not SessionStatus.PLANNED:
        written = any(not is_empty(block.text) for block in value.blocks)
        return Opening.DURING if written else Opening.BEFORE
    if begun:
        return Opening.DURING
    if value.day != now.date():
        return Opening.BEFORE if value.day > now.date() else Opening.AFTER
    return _today(value.at, value.minutes, now)


def _today(at: time | None, minutes: int, now: datetime) -> Opening:
    if at is None:
        return Opening.BEFORE
    start = datetime.combine(now.date(), at, tzinfo=now.tzinfo)
    if now < start - NEAR:
        return Opening.BEFORE
    return Opening.DURING if now <= start + max(timedelta(minutes=minutes), NEAR) else Opening.AFTER
