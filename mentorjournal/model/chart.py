"""A goal's progress as points, ticks and words: one description, drawn by the window and by the PDF.

`chart_layout` says where each part stands in a given room; both draw what it says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mentorjournal.model.chart_line import Frame, Series, frame_of, series_of, thinned
from mentorjournal.model.day_words import day_in_words
from mentorjournal.model.goal import Goal, value_text
from mentorjournal.model.numbers import short_number
from mentorjournal.model.words import MeasureKind, MilestoneStatus

_FEW_DAYS = 62
"""Up to so many days the axis names days and not months."""


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


@dataclass(frozen=True, slots=True)
class Mark:
    """A milestone at its day: full when it was reached, hollow when it was due and is still to come."""

    at: float
    reached: bool


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Reading:
    """One check-in as somebody reads it off the line."""

    x: float
    y: float
    day: date
    value: str
    note: str

    def __repr__(self) -> str:
        return f"Reading({self.x:g}, {self.y:g})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Chart:
    """*points* are the line, thinned where there are many; in *steps* it stays level until the next one.
    *band* is the target as a soft band (low, high), 0 to 1, or None; *sessions* are positions 0 to 1;
    *words* say the whole of it for those who cannot see it.
    """

    points: tuple[Point, ...]
    sessions: tuple[float, ...]
    days: tuple[Tick, ...]
    values: tuple[Tick, ...]
    band: tuple[float, float] | None
    start_label: str
    now_label: str
    words: str
    aim_label: str = ""
    steps: bool = False
    marks: tuple[Mark, ...] = ()

    @property
    def aim(self) -> float | None:
        """How high the aim lies, 0 to 1."""
        if self.band is None:
            return None
        low, high = self.band
        return 1.0 if high >= 1.0 else 0.0 if low <= 0.0 else (low + high) / 2

    @property
    def line(self) -> tuple[tuple[float, float], ...]:
        """The corners of the line."""
        corners: list[tuple[float, float]] = []
        for point in self.points:
            if self.steps and corners and corners[-1][1] != point.y:
                corners.append((point.x, corners[-1][1]))
            corners.append((point.x, point.y))
        return tuple(corners)


def goal_chart(
    goal: Goal, session_days: Sequence[date] = (), *, until: date | None = None, since: date | None = None
) -> Chart:
    """The chart of *goal* from its first day (or *since*) to *until* or its last check-in.

    With *since* it begins from where the goal stood on that day. Of several check-ins on one day the line
    shows the last written: a correction is one more check-in.
    """
    series = series_of(goal, since=since, until=until)
    frame = frame_of(goal, series, since=since, until=until)

    def said(value: float) -> str:
        return value_text(value, goal.measure, goal.unit)

    line = [(frame.across(day), frame.up(value)) for day, value in series.line]
    points = [Point(x, y, said(value)) for (x, y), (_, value) in zip(line, series.line, strict=True)]
    start = Point(0.0, frame.up(series.start), said(series.start))
    if not points or points[0].x > 0 or (series.start_is_known and points[0].label != start.label):
        points.insert(0, start)
    now = points[-1].label
    aims = f", aiming at {said(goal.end)}" if goal.has_aim else ""
    return Chart(
        points=tuple(thinned(points)),
        sessions=tuple(frame.across(day) for day in session_days if frame.first <= day <= frame.last),
        days=_days(frame),
        values=tuple(Tick(frame.up(value), _axis_label(goal, value)) for value in frame.values),
        band=_band(goal, frame),
        start_label=points[0].label,
        now_label=now,
        aim_label=f"aim: {said(goal.end)}" if goal.has_aim else "",
        steps=goal.measure is MeasureKind.YES_NO or goal.counts_milestones,
        marks=tuple(_marks(goal, frame)),
        words=f"{goal.title}: from {points[0].label} to {now}{aims}; {_counted(goal, series)}.",
    )


def readings(goal: Goal) -> tuple[Reading, ...]:
    """Every check-in, in the order of days, where it stands on the goal's chart."""
    series = series_of(goal)
    frame = frame_of(goal, series)

    def reading(day: date, value: float, note: str) -> Reading:
        said = value_text(value, goal.measure, goal.unit)
        return Reading(x=frame.across(day), y=frame.up(value), day=day, value=said, note=note)

    if goal.counts_milestones:
        return tuple(
            reading(day, value, "; ".join(title for on, title in series.reached if on == day))
            for day, value in series.line
        )
    return tuple(reading(one.day, one.value, one.what_moved_it) for one in goal.by_day)


def _marks(goal: Goal, frame: Frame) -> list[Mark]:
    marks = []
    for step in goal.milestones:
        reached = step.status is MilestoneStatus.REACHED
        day = step.reached_on if reached else step.due_on
        if day and step.status is not MilestoneStatus.SKIPPED and frame.first <= day <= frame.last:
            marks.append(Mark(frame.across(day), reached))
    return sorted(marks, key=lambda mark: mark.at)


def _band(goal: Goal, frame: Frame) -> tuple[float, float] | None:
    if not goal.has_aim:
        return None
    aim = frame.up(goal.end)
    return max(aim - 0.03, 0.0), min(aim + 0.03, 1.0)


def _axis_label(goal: Goal, value: float) -> str:
    """The axis gives bare numbers; start and now say them with their unit."""
    if goal.measure in (MeasureKind.YES_NO, MeasureKind.PERCENT, MeasureKind.GAS):
        return value_text(value, goal.measure)
    return short_number(value)


def _days(frame: Frame) -> tuple[Tick, ...]:
    """The first and the last day, by month, or by day where a month says too little."""
    length = (frame.last - frame.first).days
    words = day_in_words if length <= _FEW_DAYS else _month
    if length == 0:
        return (Tick(0.0, day_in_words(frame.first)),)
    return Tick(0.0, words(frame.first)), Tick(1.0, words(frame.last))


def _counted(goal: Goal, series: Series) -> str:
    parts = [f"{series.count} check-in{'' if series.count == 1 else 's'}"]
    if goal.milestones:
        whole = sum(step.status is not MilestoneStatus.SKIPPED for step in goal.milestones)
        reached = sum(step.status is MilestoneStatus.REACHED for step in goal.milestones)
        parts.append(f"{reached} of {whole} milestones reached")
    return "; ".join(parts)


def _month(day: date) -> str:
    return day_in_words(day).split(" ", 1)[1]
