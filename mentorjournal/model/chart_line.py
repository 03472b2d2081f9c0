"""The line of a goal's chart: which values on which days, the frame they stand in, and fewer of them where
there are many.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from mentorjournal.model.goal import Goal, value_range
from mentorjournal.model.numbers import even_steps
from mentorjournal.model.words import MeasureKind, MilestoneStatus

MOST_POINTS = 240
"""More points than this no chart can show apart."""


class Placed(Protocol):
    @property
    def x(self) -> float: ...
    @property
    def y(self) -> float: ...


P = TypeVar("P", bound=Placed)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Series:
    """*line* has one value a day, earliest first; *count* is how many check-ins there were. *reached* are the
    milestones that make the line of a goal measured by them, each at its day.
    """

    start: float
    start_is_known: bool
    line: tuple[tuple[date, float], ...]
    count: int
    reached: tuple[tuple[date, str], ...] = ()

    def __repr__(self) -> str:
        return f"Series({len(self.line)} days)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The days and values that the plot spans, and the values named on its axis."""

    first: date
    last: date
    values: tuple[float, ...]

    def across(self, day: date) -> float:
        return min(max((day - self.first).days / max((self.last - self.first).days, 1), 0.0), 1.0)

    def up(self, value: float) -> float:
        low, high = self.values[0], self.values[-1]
        return min(max((value - low) / (high - low), 0.0), 1.0)


def series_of(goal: Goal, *, since: date | None = None, until: date | None = None) -> Series:
    """What happened from *since* to *until*, and where it stood before."""
    reached = _reached(goal) if goal.counts_milestones else ()
    days: dict[date, float] = {}
    if goal.counts_milestones:
        for number, (day, _) in enumerate(reached, start=1):
            days[day] = float(number)
    else:
        for check_in in goal.by_day:
            days[check_in.day] = check_in.value  # the last written of a day counts
    known = [(day, value) for day, value in days.items() if until is None or day <= until]
    earlier = [value for day, value in known if since and day < since]
    return Series(
        start=earlier[-1] if earlier else goal.start,
        start_is_known=bool(earlier) or goal.baseline is not None,
        line=tuple((day, value) for day, value in known if since is None or day >= since),
        count=sum(
            (since is None or one.day >= since) and (until is None or one.day <= until)
            for one in goal.check_ins
        ),
        reached=reached,
    )


def frame_of(goal: Goal, series: Series, *, since: date | None = None, until: date | None = None) -> Frame:
    days = [day for day, _ in series.line]
    first = since or min([goal.start_on or goal.day, *days])
    last = max([first, *days, *([until] if until else [])])
    return Frame(first=first, last=last, values=_values(goal, [series.start, *(v for _, v in series.line)]))


def thinned(points: Sequence[P], most: int = MOST_POINTS) -> list[P]:
    """At most *most* of *points*, which go from left to right: the first, the last, and the lowest and the
    highest of each stretch between, so that no peak and no hollow is lost.
    """
    if len(points) <= most:
        return list(points)
    inner = points[1:-1]
    stretches = max((most - 2) // 2, 1)
    kept: set[int] = set()
    for stretch in range(stretches):
        begin, end = (len(inner) * edge // stretches for edge in (stretch, stretch + 1))
        places = range(begin, end)
        if places:
            kept.add(min(places, key=lambda place: inner[place].y))
            kept.add(max(places, key=lambda place: inner[place].y))
    return [points[0], *(inner[place] for place in sorted(kept)), points[-1]]


def _reached(goal: Goal) -> tuple[tuple[date, str], ...]:
    steps = [
        (step.reached_on or goal.day, step.title)
        for step in goal.milestones
        if step.status is MilestoneStatus.REACHED
    ]
    return tuple(sorted(steps, key=lambda step: step[0]))


def _values(goal: Goal, values: Sequence[float]) -> tuple[float, ...]:
    match goal.measure:
        case MeasureKind.YES_NO:
            return (0.0, 1.0)
        case MeasureKind.GAS:
            return (-2.0, -1.0, 0.0, 1.0, 2.0)
        case MeasureKind.PERCENT | MeasureKind.SCALE_0_10:
            low, high = value_range(goal.measure)
            return (low, (low + high) / 2, high)
        case _:
            every = [goal.start, *values, *([goal.end] if goal.has_aim else [])]
            whole = all(value == round(value) for value in every)
            return tuple(even_steps(min(every), max(every), whole=whole))
