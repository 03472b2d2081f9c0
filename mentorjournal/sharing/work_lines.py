"""Meetings, learning points and actions in a summary: how often they met, never what about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, time

from mentorjournal.model.action import Action
from mentorjournal.model.words import ActionOwner, ActionStatus, Audience
from mentorjournal.sharing.offer import OfferedLine
from mentorjournal.sharing.reader import Reader
from mentorjournal.sharing.wording import capital, counted, day_words, hours_words


def meetings(reader: Reader) -> Iterator[OfferedLine]:
    """Planned, held, hours and modes; a line manager learns how often, and attendance is told by the day."""
    held = sorted(
        (session for session in reader.meetings() if reader.within(session.day)),
        key=lambda session: (session.day, session.at or time.min),
    )
    if not held:
        return
    yield OfferedLine(id="meetings.held", label="Held", text=counted(len(held), "session", "sessions"))
    if reader.audience is Audience.LINE_MANAGER:
        return
    planned = reader.source.relationship.commitment.sessions_planned
    if planned:
        words = counted(planned, "session", "sessions")
        yield OfferedLine(id="meetings.planned", label="Planned in all", text=words)
    minutes = sum(session.minutes for session in held)
    yield OfferedLine(id="meetings.hours", label="Time together", text=hours_words(minutes))
    modes = Counter(session.mode for session in held)
    words = ", ".join(f"{count} {mode.label}" for mode, count in modes.most_common())
    text = words if len(modes) > 1 else capital(held[0].mode.label)
    yield OfferedLine(id="meetings.modes", label="How", text=text)
    if reader.audience is Audience.COORDINATOR_ATTENDANCE:
        for session in held:
            text = f"{hours_words(session.minutes)}, {session.mode.label}"
            yield OfferedLine(id=f"meetings.on.{session.id}", label=day_words(session.day), text=text)


def learning(reader: Reader) -> Iterator[OfferedLine]:
    points = [p for p in reader.source.learning_points if reader.within(p.day) and reader.may(p.visibility)]
    for point in sorted(points, key=lambda p: p.day):
        yield OfferedLine(id=f"learning.{point.id}", text=point.text.strip())


def my_actions(reader: Reader) -> Iterator[OfferedLine]:
    return _actions(reader, frozenset({ActionOwner.ME}))


def partner_actions(reader: Reader) -> Iterator[OfferedLine]:
    return _actions(reader, frozenset({ActionOwner.PARTNER, ActionOwner.BOTH}))


def _actions(reader: Reader, owners: frozenset[ActionOwner]) -> Iterator[OfferedLine]:
    actions = [a for a in reader.source.actions if a.owner in owners and reader.may(a.visibility)]
    done = [a for a in actions if _is_done(a) and reader.within(a.closed_on or a.day)]
    ahead = [a for a in actions if a.status.is_open and a.day <= reader.until]
    for action in sorted(done, key=lambda a: a.closed_on or a.day):
        partly = " (partly)" if action.status is ActionStatus.PARTLY_DONE else ""
        yield OfferedLine(id=f"action.{action.id}", text=action.text.strip() + partly, done=True)
    for action in sorted(ahead, key=lambda a: (a.due_on or date.max, a.day)):
        by = f" (by {day_words(action.due_on)})" if action.due_on else ""
        yield OfferedLine(id=f"action.{action.id}", text=action.text.strip() + by)


def _is_done(action: Action) -> bool:
    return action.status in (ActionStatus.DONE, ActionStatus.PARTLY_DONE)
