"""A goal's progress as points, ticks and words: one description, drawn by the window and by the PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mentorjournal.model.goal import Goal, value_range, value_text
from mentorjournal.model.words import MeasureKind

# Not strftime's names: those follow the locale of the machine once a window is open.
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Point:
    """*x* and *y* are 0 to 1, from the left and from the bottom of the plot."""

    x: float
    y: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    at: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Chart:
    """*band* is the target as a soft band (low, high), 0 to 1; *sessions* are positions 0 to 1; *words* say
    the whole of it for those who cannot see it.
    """

    points: tuple[Point, ...]
    sessions: tuple[float, ...]
    days: tuple[Tick, ...]
    values: tuple[Tick, ...]
    band: tuple[float, float]
    start_label: str
    now_label: str
    words: str
    aim_label: str = ""


def goal_chart(
    goal: Goal, session_days: Sequence[date] = (), *, until: date | None = None, since: date | None = None
) -> Chart:
    """The chart of *goal* from its first day (or *since*) to *until* or its last check-in.

    With *since* it begins from where the goal stood on that day.
    """
    known = sorted((c for c in goal.check_ins if not until or c.day <= until), key=lambda c: c.day)
    check_ins = [c for c in known if not since or c.day >= since]
    earlier = [c.value for c in known if since and c.day < since]
    start = earlier[-1] if earlier else goal.start
    first = since or min([goal.day, *(c.day for c in check_ins)])
    last = max([first, *(c.day for c in check_ins), *([until] if until else [])])
    length = max((last - first).days, 1)
    low, high = _scale(goal, [start, *(c.value for c in check_ins)])

    def across(day: date) -> float:
        return (day - first).days / length

    def up(value: float) -> float:
        return (value - low) / (high - low)

    def said(value: float) -> str:
        return value_text(value, goal.measure, goal.unit)

    points = [Point(across(c.day), up(c.value), said(c.value)) for c in check_ins]
    if not points or points[0].x > 0:
        points.insert(0, Point(0.0, up(start), said(start)))
    now = said(check_ins[-1].value) if check_ins else said(start)
    aim = up(goal.end)
    return Chart(
        points=tuple(points),
        sessions=tuple(across(day) for day in session_days if first <= day <= last),
        days=(Tick(0.0, _month(first)), Tick(1.0, _month(last)))
        if last > first
        else (Tick(0.0, _month(first)),),
        values=tuple(Tick(up(v), said(v)) for v in (low, (low + high) / 2, high)),
        band=(max(aim - 0.03, 0.0), min(aim + 0.03, 1.0)),
        start_label=points[0].label,
        now_label=now,
        aim_label=f"aim: {said(goal.end)}",
        words=f"{goal.title}: from {points[0].label} to {now}, aiming at {said(goal.end)};"
        f" {len(check_ins)} check-in{'' if len(check_ins) == 1 else 's'}.",
    )


def _scale(goal: Goal, values: Sequence[float]) -> tuple[float, float]:
    if goal.measure in (MeasureKind.METRIC, MeasureKind.MILESTONES, MeasureKind.NONE):
        every = [goal.start, goal.end, *values]
        low, high = min(every), max(every)
        return (low, high) if high > low else (low, low + 1.0)
    return value_range(goal.measure)


def _month(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.year}"
