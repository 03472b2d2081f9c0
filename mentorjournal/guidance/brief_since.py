"""What happened since the last meeting, and what is worth keeping an eye on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mentorjournal.guidance.brief_lines import Block, BlockKey, Line, block
from mentorjournal.guidance.brief_rules import last_done
from mentorjournal.guidance.checkpoints import Checkpoint, is_followed, points
from mentorjournal.guidance.material import Material
from mentorjournal.guidance.said import short_day
from mentorjournal.model.blocks import opening
from mentorjournal.model.session import Session
from mentorjournal.model.words import (
    ActionOwner,
    Airtime,
    MilestoneStatus,
    Phase,
    ReviewKind,
    SessionKind,
    Visibility,
)

DAYS_AHEAD = 14
"""Dates this long after the session are still worth a line before it."""


_WATCHED = {
    Checkpoint.AGREEMENT_REVIEW: "The agreement is due to be looked at again.",
    Checkpoint.MID_TERM: "Half of what you agreed on is behind you, and there was no mid-term review yet.",
}


def since_then(m: Material) -> Block:
    """Contacts since the last meeting, and dates that fall between it and soon after the next."""
    start = m.last.day if m.last else date.min
    end = max(m.today, m.session.day) + timedelta(days=DAYS_AHEAD)
    contacts = [(s.day, _contact(m, s)) for s in m.contacts if s.day >= start]
    dates = [(day, line) for day, line in _dates(m) if start < day <= end] if m.last else []
    near = sorted(dates, key=lambda pair: abs((pair[0] - m.session.day).days))
    kept = [*contacts[-2:], *near][:3] if near else contacts[-3:]
    lines = [line for _, line in sorted(kept, key=lambda pair: pair[0])]
    return Block(
        key=BlockKey.SINCE,
        title="Since then",
        lines=tuple(lines),
        more=len(contacts) + len(dates) - len(lines),
    )


def _contact(m: Material, session: Session) -> Line:
    stays = False
    text = session.title
    if not text:
        for note in session.blocks:
            if text := opening(note.text):
                stays = note.visibility is Visibility.NEVER_EXPORT
                break
    said = f"{short_day(session.day, m.today)}, {session.mode.label}: {text or 'a contact'}"
    return Line(text=m.short(said), about=session.id, stays=stays, may_act=False)


def _dates(m: Material) -> Iterator[tuple[date, Line]]:
    def line(day: date, said: str, stays: bool) -> tuple[date, Line]:
        words = f"{short_day(day, m.today)}: {said}"
        return day, Line(text=m.short(words), stays=stays, may_act=False)

    shown = last_done(m)
    for action in m.actions:
        stays = action.visibility is Visibility.NEVER_EXPORT
        if action.owner is ActionOwner.ME:
            if action.status.is_open and action.due_on and not action.is_promise:
                yield line(action.due_on, f"due: {action.text}", stays)
        elif action.closed_on and action is not shown:  # theirs that are open say their day themselves
            yield line(action.closed_on, f"{action.status.label}: {action.text}", stays)
    for goal in m.goals:
        stays = goal.visibility is Visibility.NEVER_EXPORT
        if goal.status.is_active and goal.target_on:
            yield line(goal.target_on, f"the day meant for “{goal.title}”", stays)
        for step in goal.milestones:
            if step.reached_on:
                yield line(step.reached_on, f"reached: {step.title}", stays)
            elif step.due_on and step.status is MilestoneStatus.PENDING:
                yield line(step.due_on, f"milestone: {step.title}", stays)


def watch(m: Material) -> Block:
    """What is worth keeping an eye on: never more than two lines, never a reproach."""
    lines = [Line(text=text, may_act=False) for text in _watched(m)]
    return block(BlockKey.WATCH, "Watch", lines, 2)


def _watched(m: Material) -> Iterator[str]:
    suggestion = m.suggestion()
    ended = m.story.had(ReviewKind.ENDING, SessionKind.ENDING_REVIEW)
    if suggestion.phase is Phase.WINDING_UP and is_followed(m.relationship) and not ended:
        yield f"{suggestion.reason} Is the ending being prepared?"
    for point in points(m.story, m.today):
        if point.checkpoint in _WATCHED:
            yield _WATCHED[point.checkpoint]
    if m.last is not None and m.last.airtime is Airtime.MOSTLY_ME:
        yield "Last time I talked most."
    elif m.last is not None and m.last.airtime is Airtime.MOSTLY_PARTNER:
        yield "Last time they talked most."
