"""A goal and a check-in as they are being typed, and how they become values."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from mentorjournal.errors import InvalidInput
from mentorjournal.model.blocks import EMPTY, Document, from_json, to_json
from mentorjournal.model.day_words import read_day_words
from mentorjournal.model.goal import CheckIn, Goal
from mentorjournal.model.ids import EntryId, new_check_in_id
from mentorjournal.model.words import (
    CheckedBy,
    Choice,
    GoalHorizon,
    GoalStatus,
    MeasureKind,
    Role,
    Visibility,
    Whose,
)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class GoalDraft:
    """Numbers and days are as typed."""

    title: str = ""
    why: Document = EMPTY
    success_criterion: str = ""
    horizon: GoalHorizon = GoalHorizon.MEDIUM
    measure: MeasureKind = MeasureKind.PERCENT
    unit: str = ""
    baseline: str = ""
    target: str = ""
    target_on: str = ""
    status: GoalStatus = GoalStatus.AGREED
    whose: Whose = Whose.MENTEE
    visibility: Visibility = Visibility.PRIVATE

    def __repr__(self) -> str:
        return "GoalDraft()"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CheckInDraft:
    value: float | str = ""
    what_moved_it: str = ""
    confidence: int | None = None
    day: str = ""
    together: bool = False

    @property
    def is_untouched(self) -> bool:
        return not self.what_moved_it.strip() and self.confidence is None

    def __repr__(self) -> str:
        return "CheckInDraft()"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class FormShown:
    """The form's start: *changing* is the goal it edits, None for a new one."""

    draft: GoalDraft = field(default_factory=GoalDraft)
    changing: EntryId | None = None
    role: Role = Role.MENTEE
    has_check_ins: bool = False

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
        baseline="" if goal.baseline is None else f"{goal.baseline:g}",
        target="" if goal.target is None else f"{goal.target:g}",
        target_on=goal.target_on.isoformat() if goal.target_on else "",
        status=goal.status,
        whose=goal.whose,
        visibility=goal.visibility,
    )


def goal_of(draft: GoalDraft, goal: Goal, today: date) -> Goal:
    """*goal* with what the draft says. Raises InvalidInput naming the first field that cannot be read."""
    return replace(
        goal,
        title=draft.title,
        why=draft.why,
        success_criterion=draft.success_criterion,
        horizon=draft.horizon,
        measure=draft.measure,
        unit=draft.unit if draft.measure is MeasureKind.METRIC else "",
        baseline=read_number(draft.baseline, "The start"),
        target=read_number(draft.target, "The target"),
        target_on=_day(draft.target_on, today, "The target date"),
        status=draft.status,
        whose=draft.whose,
        visibility=draft.visibility,
    )


def check_in_of(draft: CheckInDraft, goal: Goal, today: date) -> CheckIn:
    """The check-in that was typed. Raises InvalidInput for a value or day that cannot be read."""
    value = draft.value if isinstance(draft.value, float) else read_number(str(draft.value), "The value")
    if value is None:
        if goal.measure is not MeasureKind.NONE:
            raise InvalidInput("The check-in needs a value: where does the goal stand now?")
        value = goal.now
    return CheckIn(
        id=new_check_in_id(),
        day=_day(draft.day, today, "The day") or today,
        value=value,
        what_moved_it=draft.what_moved_it,
        confidence=draft.confidence,
        by=CheckedBy.AGREED_TOGETHER if draft.together else CheckedBy.ME,
    )


def read_number(text: str, what: str) -> float | None:
    """The number typed, with a point or a comma and perhaps a percent sign; None for nothing typed."""
    plain = text.strip().removesuffix("%").strip().replace("−", "-").replace(",", ".")
    if not plain:
        return None
    try:
        number = float(plain)
    except ValueError:
        number = float("nan")
    if not abs(number) <= 1e12:
        raise InvalidInput(f"{what} must be a number, such as 40 or 2.5.")
    return number


def draft_to_place(draft: GoalDraft) -> dict[str, object]:
    """The draft as JSON-able values, to come back after a lock."""
    return {
        "title": draft.title,
        "why": to_json(draft.why),
        "success_criterion": draft.success_criterion,
        "horizon": draft.horizon.value,
        "measure": draft.measure.value,
        "unit": draft.unit,
        "baseline": draft.baseline,
        "target": draft.target,
        "target_on": draft.target_on,
        "status": draft.status.value,
        "whose": draft.whose.value,
        "visibility": draft.visibility.value,
    }


def draft_from_place(place: dict[str, object]) -> GoalDraft:
    """The draft that `draft_to_place` gave. Whatever is missing or strange is as in a new goal."""

    def text(name: str) -> str:
        return str(place.get(name) or "")

    def choice(kind: type[Choice], name: str, usual: Choice) -> Choice:
        value = place.get(name)
        return kind(value) if isinstance(value, str) and value in list(kind) else usual

    try:
        why = from_json(text("why")) if place.get("why") else EMPTY
    except InvalidInput:
        why = EMPTY
    return GoalDraft(
        title=text("title"),
        why=why,
        success_criterion=text("success_criterion"),
        horizon=GoalHorizon(choice(GoalHorizon, "horizon", GoalHorizon.MEDIUM)),
        measure=MeasureKind(choice(MeasureKind, "measure", MeasureKind.PERCENT)),
        unit=text("unit"),
        baseline=text("baseline"),
        target=text("target"),
        target_on=text("target_on"),
        status=GoalStatus(choice(GoalStatus, "status", GoalStatus.AGREED)),
        whose=Whose(choice(Whose, "whose", Whose.MENTEE)),
        visibility=Visibility(choice(Visibility, "visibility", Visibility.PRIVATE)),
    )


def _day(text: str, today: date, what: str) -> date | None:
    try:
        return read_day_words(text, today)
    except InvalidInput as error:
        raise InvalidInput(f"{what}: {error}") from error
