"""A goal and a check-in as they are being typed, and how they become values."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from mentorjournal.errors import InvalidInput
from mentorjournal.model.blocks import EMPTY, Document
from mentorjournal.model.day_words import read_day_words
from mentorjournal.model.goal import CheckIn, Goal
from mentorjournal.model.ids import EntryId, MilestoneId, new_check_in_id
from mentorjournal.model.words import (
    CheckedBy,
    GoalHorizon,
    GoalStatus,
    MeasureKind,
    Role,
    SmartMark,
    Visibility,
    Whose,
)

NO_LEVELS = ("",) * 5
NO_MARKS: tuple[SmartMark | None, ...] = (None,) * 5
NUMBERS_TYPED = (MeasureKind.PERCENT, MeasureKind.SCALE_0_10, MeasureKind.GAS, MeasureKind.METRIC)
"""The measures whose start and target are typed; the others say theirs themselves."""

_THOUSANDS = re.compile(r"-?\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class GoalDraft:
    """Numbers and days are as typed. *gas_levels* run from -2 to +2."""

    title: str = ""
    why: Document = EMPTY
    success_criterion: str = ""
    horizon: GoalHorizon = GoalHorizon.MEDIUM
    measure: MeasureKind = MeasureKind.PERCENT
    unit: str = ""
    baseline: str = ""
    target: str = ""
    gas_levels: tuple[str, ...] = NO_LEVELS
    start_on: str = ""
    target_on: str = ""
    status: GoalStatus = GoalStatus.AGREED
    support_needed: str = ""
    whose: Whose = Whose.MENTEE
    visibility: Visibility = Visibility.PRIVATE
    smart: tuple[SmartMark | None, ...] = NO_MARKS

    def __repr__(self) -> str:
        return "GoalDraft()"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CheckInDraft:
    value: float | str = ""
    what_moved_it: str = ""
    confidence: int | None = None
    day: str = ""
    together: bool = False
    session_id: EntryId | None = None

    @property
    def is_untouched(self) -> bool:
        return not self.what_moved_it.strip() and self.confidence is None and not self.day.strip()

    def __repr__(self) -> str:
        return "CheckInDraft()"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class StepDraft:
    """A milestone as typed; *reached_on* only where it was reached."""

    title: str = ""
    due_on: str = ""
    reached_on: str = ""

    def __repr__(self) -> str:
        return "StepDraft()"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class LinesDraft:
    """What stands in the lines of a story: a milestone, which is new or is *changing* one that is there; what
    shows that the goal moves; and the words it ends with, asked for once *closing* was chosen.
    """

    step: StepDraft = StepDraft()
    changing: MilestoneId | None = None
    evidence: str = ""
    closing: GoalStatus | None = None
    note: str = ""

    @property
    def is_untouched(self) -> bool:
        return self == LinesDraft()

    def __repr__(self) -> str:
        return "LinesDraft()"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class FormShown:
    """The form's start: *changing* is the goal it edits, None for a new one; *at* is where it begins."""

    draft: GoalDraft = field(default_factory=GoalDraft)
    changing: EntryId | None = None
    role: Role = Role.MENTEE
    has_check_ins: bool = False
    at: str = "title"

    def __repr__(self) -> str:
        return f"FormShown({self.changing})"


def draft_of(goal: Goal) -> GoalDraft:
    return GoalDraft(
        title=goal.title,
        why=goal.why,
        success_criterion=goal.success_criterion,
        horizon=goal.horizon,
        measure=goal.measure,
        unit=goal.unit,
        baseline=_typed(goal.baseline),
        target=_typed(goal.target),
        gas_levels=goal.gas_levels or NO_LEVELS,
        start_on=goal.start_on.isoformat() if goal.start_on else "",
        target_on=goal.target_on.isoformat() if goal.target_on else "",
        status=goal.status,
        support_needed=goal.support_needed,
        whose=goal.whose,
        visibility=goal.visibility,
        smart=goal.smart or NO_MARKS,
    )


def goal_of(draft: GoalDraft, goal: Goal, today: date) -> Goal:
    """*goal* with what the draft says. Raises InvalidInput naming the first field that cannot be read."""
    typed = draft.measure in NUMBERS_TYPED
    counted = draft.measure is MeasureKind.MILESTONES
    return replace(
        goal,
        title=draft.title,
        why=draft.why,
        success_criterion=draft.success_criterion,
        horizon=draft.horizon,
        measure=draft.measure,
        unit=draft.unit if draft.measure is MeasureKind.METRIC else "",
        baseline=read_number(draft.baseline, "The start", "baseline")
        if typed
        else goal.baseline
        if counted
        else None,
        target=read_number(draft.target, "The target", "target")
        if typed
        else goal.target
        if counted
        else None,
        gas_levels=draft.gas_levels if any(level.strip() for level in draft.gas_levels) else (),
        start_on=read_day(draft.start_on, today, "The first day", "start_on"),
        target_on=read_day(draft.target_on, today, "The target date", "target_on"),
        status=draft.status,
        support_needed=draft.support_needed,
        whose=draft.whose,
        visibility=draft.visibility,
        smart=draft.smart if any(draft.smart) else (),
    )


def check_in_of(draft: CheckInDraft, goal: Goal, today: date) -> CheckIn:
    """The check-in that was typed. Raises InvalidInput for a value or day that cannot be read."""
    value = (
        draft.value if isinstance(draft.value, float) else read_number(str(draft.value), "The value", "value")
    )
    if value is None:
        if goal.measure is not MeasureKind.NONE and not goal.counts_milestones:
            raise InvalidInput("The check-in needs a value: where does the goal stand now?", field="value")
        value = goal.now
    return CheckIn(
        id=new_check_in_id(),
        day=read_day(draft.day, today, "The day", "day") or today,
        value=value,
        what_moved_it=draft.what_moved_it,
        confidence=draft.confidence,
        by=CheckedBy.AGREED_TOGETHER if draft.together else CheckedBy.ME,
        session_id=draft.session_id,
    )


def read_number(text: str, what: str, field: str = "") -> float | None:
    """The number typed, with a point or a comma and perhaps a percent sign; None for nothing typed."""
    plain = text.strip().removesuffix("%").strip().replace("−", "-")
    if not plain:
        return None
    grouped = _THOUSANDS.fullmatch(plain)
    plain = re.sub(r"[,\s]", "", plain) if grouped else plain.replace(",", ".")
    try:
        number = float(plain)
    except ValueError:
        number = float("nan")
    if not abs(number) <= 1e12:
        raise InvalidInput(f"{what} must be a number, such as 40 or 2.5.", field=field)
    return number


def read_day(text: str, today: date, what: str, field: str) -> date | None:
    """The day typed. Raises InvalidInput that names the field."""
    try:
        return read_day_words(text, today)
    except InvalidInput as error:
        raise InvalidInput(f"{what}: {error}", field=field) from error


def _typed(value: float | None) -> str:
    return "" if value is None else f"{value:.15g}"
