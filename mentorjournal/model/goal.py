"""A goal (objective), its measure and its check-ins, which only add."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentorjournal.model.blocks import EMPTY, Document
from mentorjournal.model.ids import CheckInId, EntryId, MilestoneId
from mentorjournal.model.numbers import number_text
from mentorjournal.model.words import (
    CheckedBy,
    GoalHorizon,
    GoalStatus,
    MeasureKind,
    MilestoneStatus,
    SmartMark,
    Visibility,
    Whose,
)

LONGEST_TITLE = 120
LONGEST_REASON = 280
GENTLE_LIMIT = 4
"""Above this many active goals the journal says so, gently; one to three are advised."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CheckIn:
    """Where a goal stood on a day. A correction is a new check-in, never a change to an old one.

    *value* is in the unit of the goal's measure; *confidence* is 0 to 10.
    """

    id: CheckInId
    day: date
    value: float
    what_moved_it: str = ""
    confidence: int | None = None
    by: CheckedBy = CheckedBy.ME
    session_id: EntryId | None = None

    def __repr__(self) -> str:
        return f"CheckIn({self.id})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Milestone:
    """A step on the way, in the order of the goal's tuple."""

    id: MilestoneId
    title: str
    due_on: date | None = None
    reached_on: date | None = None
    status: MilestoneStatus = MilestoneStatus.PENDING

    def __repr__(self) -> str:
        return f"Milestone({self.id})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class StatusChange:
    """When the goal became what it was then, and what was said of it."""

    day: date
    status: GoalStatus
    note: str = ""

    def __repr__(self) -> str:
        return f"StatusChange({self.status.value})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Goal:
    """*gas_levels* are the five descriptions from -2 to +2 of Kiresuk and Sherman's goal attainment scale, or
    empty; *smart* are the marks for specific, measurable, achievable, relevant and time-bound, or empty.
    *history* holds every change of status, earliest first.
    """

    id: EntryId
    title: str
    day: date
    why: Document = EMPTY
    success_criterion: str = ""
    horizon: GoalHorizon = GoalHorizon.MEDIUM
    measure: MeasureKind = MeasureKind.PERCENT
    unit: str = ""
    baseline: float | None = None
    target: float | None = None
    target_on: date | None = None
    status: GoalStatus = GoalStatus.AGREED
    closing_note: str = ""
    whose: Whose = Whose.MENTEE
    visibility: Visibility = Visibility.PRIVATE
    check_ins: tuple[CheckIn, ...] = ()
    start_on: date | None = None
    support_needed: str = ""
    milestones: tuple[Milestone, ...] = ()
    evidence: tuple[str, ...] = ()
    gas_levels: tuple[str, ...] = ()
    smart: tuple[SmartMark | None, ...] = ()
    history: tuple[StatusChange, ...] = ()

    @property
    def counts_milestones(self) -> bool:
        """Whether the value is how many of its milestones are reached, and nobody types it."""
        return self.measure is MeasureKind.MILESTONES and bool(self.milestones)

    @property
    def by_day(self) -> tuple[CheckIn, ...]:
        """The check-ins in the order of their days; those of one day as they were written."""
        return tuple(sorted(self.check_ins, key=lambda check_in: check_in.day))

    @property
    def latest(self) -> CheckIn | None:
        """The check-in of the newest day, the last one written of that day. One that was added later for an
        earlier day does not say where the goal stands now.
        """
        return self.by_day[-1] if self.check_ins else None

    @property
    def start(self) -> float:
        """The value it began from, in the measure's unit."""
        if self.counts_milestones:
            return 0.0
        if self.baseline is not None:
            return self.baseline
        return -2.0 if self.measure is MeasureKind.GAS else 0.0

    @property
    def now(self) -> float:
        """The value of the latest check-in, or the start; of milestones, how many are reached."""
        if self.counts_milestones:
            return float(sum(step.status is MilestoneStatus.REACHED for step in self.milestones))
        return self.latest.value if self.latest else self.start

    def reached_by(self, day: date) -> float:
        """How many milestones were reached on *day*."""
        return float(
            sum(
                step.status is MilestoneStatus.REACHED and (step.reached_on or day) <= day
                for step in self.milestones
            )
        )

    @property
    def has_aim(self) -> bool:
        """Whether it is known what it aims at: a number with a unit has no end of its own."""
        if self.measure is MeasureKind.NONE:
            return False
        if self.measure is MeasureKind.METRIC:
            return self.target is not None
        return self.measure is not MeasureKind.MILESTONES or self.counts_milestones or self.target is not None

    @property
    def end(self) -> float:
        """The value aimed at, in the measure's unit; see `has_aim`."""
        if self.counts_milestones:
            return float(sum(step.status is not MilestoneStatus.SKIPPED for step in self.milestones))
        if self.target is not None:
            return self.target
        usual = {
            MeasureKind.YES_NO: 1.0,
            MeasureKind.SCALE_0_10: 10.0,
            # Kiresuk and Sherman's scale runs from -2 to +2; 0 is the expected outcome.
            MeasureKind.GAS: 0.0,
        }
        return usual.get(self.measure, 100.0)

    @property
    def progress(self) -> float:
        """How far from start to end the goal is now, 0 to 1."""
        if not self.has_aim:
            return 0.0
        distance = self.end - self.start
        if distance == 0:
            return 1.0 if self.now == self.end else 0.0
        return min(max((self.now - self.start) / distance, 0.0), 1.0)

    def level_words(self, value: float) -> str:
        """What the writer said a level of the goal attainment scale means; empty where nothing was said."""
        place = round(value) + 2
        if self.measure is not MeasureKind.GAS or not 0 <= place < len(self.gas_levels):
            return ""
        return self.gas_levels[place]

    @property
    def open_smart(self) -> tuple[int, ...]:
        """Which of the five SMART questions have no yes yet; none while nothing was answered at all."""
        if not any(self.smart):
            return ()
        settled = (SmartMark.YES, SmartMark.NOT_APPLICABLE)
        return tuple(place for place, mark in enumerate(self.smart) if mark not in settled)

    def __repr__(self) -> str:
        return f"Goal({self.id})"


def value_range(measure: MeasureKind) -> tuple[float, float]:
    """The lowest and highest value a check-in may have."""
    return {
        MeasureKind.YES_NO: (0.0, 1.0),
        MeasureKind.PERCENT: (0.0, 100.0),
        MeasureKind.SCALE_0_10: (0.0, 10.0),
        MeasureKind.GAS: (-2.0, 2.0),
    }.get(measure, (-1e12, 1e12))


def value_text(value: float, measure: MeasureKind, unit: str = "") -> str:
    """A value as people say it: “40 %”, “7 of 10”, “+1”, “12 talks”, “yes”."""
    number = number_text(value)
    match measure:
        case MeasureKind.YES_NO:
            return "yes" if value >= 1 else "not yet"
        case MeasureKind.PERCENT:
            return f"{number} %"
        case MeasureKind.SCALE_0_10:
            return f"{number} of 10"
        case MeasureKind.GAS:
            return f"{value:+g}" if value else "0"
        case _:
            return f"{number} {_of_one(unit) if value == 1 else unit}".rstrip()


def _of_one(unit: str) -> str:
    """“talks” as “talk”: units are typed as people say them of many."""
    return unit[:-1] if unit.endswith("s") and not unit.endswith("ss") and len(unit) > 3 else unit
