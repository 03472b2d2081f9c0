"""What a goal and a check-in must be to be kept; each refusal names the field it is about."""

from __future__ import annotations

from datetime import date

from mentorjournal.errors import InvalidInput
from mentorjournal.model.goal import LONGEST_REASON, LONGEST_TITLE, CheckIn, Goal, value_range
from mentorjournal.model.words import MeasureKind


def checked(goal: Goal) -> Goal:
    """The goal, proved whole. Raises InvalidInput naming the first field that cannot stay so."""
    if not goal.title.strip():
        raise InvalidInput(
            "The goal needs a title: what will be different when it is reached?", field="title"
        )
    if len(goal.title) > LONGEST_TITLE:
        raise InvalidInput(
            f"The goal's title is too long. Use at most {LONGEST_TITLE} characters;"
            " the rest may stand under why it matters.",
            field="title",
        )
    low, high = value_range(goal.measure)
    if goal.start_on and goal.target_on and goal.target_on < goal.start_on:
        raise InvalidInput("The goal ends before it begins. Change one of the two dates.", field="target_on")
    if len(goal.gas_levels) not in (0, 5):
        raise InvalidInput("A goal attainment scale has five levels, from -2 to +2.", field="gas_levels")
    if len(goal.smart) not in (0, 5):
        raise InvalidInput("There are five SMART questions, one mark for each.", field="smart")
    for field, value in (("baseline", goal.baseline), ("target", goal.target)):
        if value is not None and not low <= value <= high:
            raise InvalidInput(_outside(low, high, value), field=field)
    for check_in in goal.check_ins:
        if not low <= check_in.value <= high:
            raise InvalidInput(
                f"Its check-ins do not fit this measure: {_outside(low, high, check_in.value)}"
                " Keep the measure it has, or write a new goal.",
                field="measure",
            )
    return goal


def checked_aim(goal: Goal) -> Goal:
    """The goal, proved to lead somewhere. Raises InvalidInput where it would end where it begins.

    Asked when a goal is written, and not of every act on one: what an older copy allowed can still move.
    """
    typed = goal.measure in (MeasureKind.PERCENT, MeasureKind.SCALE_0_10, MeasureKind.GAS, MeasureKind.METRIC)
    if typed and goal.has_aim and goal.start == goal.end:
        raise InvalidInput(
            "The start and the target are the same. Where does it stand now, and where should it be?",
            field="target" if goal.target is not None else "baseline",
        )
    return goal


def check_check_in(goal: Goal, check_in: CheckIn, today: date) -> CheckIn:
    """The check-in, proved to fit *goal*. Raises InvalidInput."""
    low, high = value_range(goal.measure)
    if not low <= check_in.value <= high:
        raise InvalidInput(_outside(low, high, check_in.value), field="value")
    if goal.measure in (MeasureKind.YES_NO, MeasureKind.GAS) and check_in.value != round(check_in.value):
        raise InvalidInput("This goal is measured in whole steps.", field="value")
    if check_in.day > today:
        raise InvalidInput(
            "A check-in cannot lie ahead. Type today or an earlier day, such as “yesterday”.", field="day"
        )
    if len(check_in.what_moved_it) > LONGEST_REASON:
        raise InvalidInput(
            f"“What moved it” is too long. Use at most {LONGEST_REASON} characters.", field="moved"
        )
    if check_in.confidence is not None and not 0 <= check_in.confidence <= 10:
        raise InvalidInput("Confidence is from 0 to 10.", field="confidence")
    return check_in


def _outside(low: float, high: float, value: float) -> str:
    return f"This goal is measured from {low:g} to {high:g}; {value:g} lies outside."
