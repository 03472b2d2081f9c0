"""What can be done to a goal's milestones, as values: each gives the new tuple, or says why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mentorjournal.errors import InvalidInput, NotFound
from mentorjournal.model.goal import Milestone
from mentorjournal.model.ids import MilestoneId
from mentorjournal.model.words import MilestoneStatus

Milestones = tuple[Milestone, ...]
MOST_MILESTONES = 200


def found(steps: Milestones, id: MilestoneId) -> Milestone:
    """The milestone. Raises NotFound when it is not there any more."""
    for step in steps:
        if step.id == id:
            return step
    raise NotFound


def added(steps: Milestones, step: Milestone) -> Milestones:
    if not step.title.strip():
        raise InvalidInput("The milestone is empty: what is the next step?", field="title")
    if len(steps) >= MOST_MILESTONES:
        raise InvalidInput(f"A goal has at most {MOST_MILESTONES} milestones. Is this more than one goal?")
    return (*steps, step)


def changed(steps: Milestones, id: MilestoneId, title: str, due_on: date | None) -> Milestones:
    if not title.strip():
        raise InvalidInput("The milestone is empty. Say what the step is, or delete it.", field="title")
    return _with(steps, replace(found(steps, id), title=title, due_on=due_on))


def reached(steps: Milestones, id: MilestoneId, day: date, today: date) -> Milestones:
    if day > today:
        raise InvalidInput(
            "A milestone cannot be reached on a day ahead. Type today or an earlier day.", field="reached_on"
        )
    return _with(steps, replace(found(steps, id), status=MilestoneStatus.REACHED, reached_on=day))


def skipped(steps: Milestones, id: MilestoneId) -> Milestones:
    return _with(steps, replace(found(steps, id), status=MilestoneStatus.SKIPPED, reached_on=None))


def reopened(steps: Milestones, id: MilestoneId) -> Milestones:
    return _with(steps, replace(found(steps, id), status=MilestoneStatus.PENDING, reached_on=None))


def moved(steps: Milestones, id: MilestoneId, by: int) -> Milestones:
    """One further down or up; at the end it stays."""
    here = steps.index(found(steps, id))
    there = min(max(here + by, 0), len(steps) - 1)
    others = [step for step in steps if step.id != id]
    return (*others[:there], steps[here], *others[there:])


def without(steps: Milestones, id: MilestoneId) -> Milestones:
    gone = found(steps, id)
    return tuple(step for step in steps if step is not gone)


def _with(steps: Milestones, new: Milestone) -> Milestones:
    return tuple(new if step.id == new.id else step for step in steps)
