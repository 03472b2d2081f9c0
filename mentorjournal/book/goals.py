"""The chapters of a book by goal: why, how far it went, what moved it and how it ended."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from mentorjournal.book.marks import sentence, who_may_see, written
from mentorjournal.book.near import Near
from mentorjournal.book.order import title_of
from mentorjournal.model.blocks import Block, BlockKind, Span, is_empty, normal
from mentorjournal.model.bound import Chapter
from mentorjournal.model.chart import goal_chart
from mentorjournal.model.day_words import day_in_words
from mentorjournal.model.goal import CheckIn, Goal, Milestone, value_text
from mentorjournal.model.paper import Facts, Heading, Picture, Piece, Table, Writing
from mentorjournal.model.wording import capital, day_words
from mentorjournal.model.words import CheckedBy, MeasureKind, Role

SMART = ("Specific", "Measurable", "Achievable", "Relevant", "Time-bound")

_CHECK_IN_WIDTHS = (0.2, 0.26, 0.54)
_MILESTONE_WIDTHS = (0.5, 0.2, 0.3)
_HISTORY_WIDTHS = (0.2, 0.26, 0.54)


def goal_key(goal: Goal) -> str:
    return f"{goal.id} story"


def goal_pieces(goal: Goal, near: Near) -> Iterator[Piece]:
    """The goal's story from why it was set to how it ended."""
    whose = goal.whose.label if near.role is Role.MENTOR else ""
    aside = sentence(goal.status.label, whose, goal.horizon.label, who_may_see(goal.visibility, near.role))
    yield Chapter(goal.title, 2, aside, key=goal_key(goal))
    yield Facts(tuple(_facts(goal)))
    if not is_empty(goal.why):
        yield Heading("Why", 3)
        yield Writing(goal.why)
    yield from _levels(goal)
    if _is_drawn(goal):
        choice = near.book.choice
        since = choice.since if choice.since and choice.since > goal.day else None
        yield Picture(goal_chart(goal, near.days_held, since=since, until=choice.until))
    yield from _steps(goal)
    yield from _looked_at(goal, near)
    if goal.evidence:
        yield Heading("Evidence", 3)
        yield Writing(
            normal(Block(kind=BlockKind.BULLET, spans=(Span(one),)) for one in goal.evidence if one.strip())
        )
    yield from _became(goal)
    yield from written("In the end", goal.closing_note)


def _facts(goal: Goal) -> Iterator[tuple[str, str]]:
    said = partial(value_text, measure=goal.measure, unit=goal.unit)
    if goal.success_criterion.strip():
        yield "Reached when", goal.success_criterion
    yield "Measured by", goal.measure.label
    if goal.measure is not MeasureKind.NONE:
        yield "From start to now", f"{said(goal.start)} → {said(goal.now)}"
        if goal.has_aim:
            yield "Aim", said(goal.end)
    yield "Begun on", day_words(goal.start_on or goal.day)
    if goal.target_on:
        yield "To be reached by", day_words(goal.target_on)
    if goal.support_needed.strip():
        yield "Support needed", goal.support_needed
    marks = [f"{name}: {mark.label}" for name, mark in zip(SMART, goal.smart, strict=False) if mark]
    if marks:
        yield "Looked at as a goal", ", ".join(marks)


def _levels(goal: Goal) -> Iterator[Piece]:
    """What the writer says each level of the attainment scale means."""
    levels = tuple(
        (f"{level:+d}" if level else "0", text)
        for level, text in zip(range(-2, 3), goal.gas_levels, strict=False)
        if text.strip()
    )
    if levels:
        yield Heading("What the levels mean", 3)
        yield Facts(levels)


def _is_drawn(goal: Goal) -> bool:
    return goal.measure is not MeasureKind.NONE and (bool(goal.check_ins) or goal.counts_milestones)


def _steps(goal: Goal) -> Iterator[Piece]:
    if goal.milestones:
        yield Heading("Milestones", 3)
        yield Table(("Step", "Due", "How it stands"), tuple(map(_step, goal.milestones)), _MILESTONE_WIDTHS)


def _step(step: Milestone) -> tuple[str, str, str]:
    on = f", {day_in_words(step.reached_on)}" if step.reached_on else ""
    return step.title, day_in_words(step.due_on) if step.due_on else "", f"{capital(step.status.label)}{on}"


def _looked_at(goal: Goal, near: Near) -> Iterator[Piece]:
    if goal.check_ins:
        yield Heading("Looked at", 3)
        rows = tuple(_check_in(goal, one, near) for one in goal.by_day)
        yield Table(("When", "Where it stood", "What moved it"), rows, _CHECK_IN_WIDTHS)


def _check_in(goal: Goal, one: CheckIn, near: Near) -> tuple[str, str, str]:
    measured = goal.measure is not MeasureKind.NONE
    stood = (
        value_text(one.value, goal.measure, goal.unit) if measured else "",
        goal.level_words(one.value),
        f"Confidence {one.confidence} of 10" if one.confidence is not None else "",
        capital(one.by.label) if one.by is CheckedBy.AGREED_TOGETHER else "",
    )
    session = near.session(one.session_id)
    when = (day_in_words(one.day), title_of(session).partition(":")[0] if session else "")
    return "\n".join(filter(None, when)), "\n".join(filter(None, stood)), one.what_moved_it


def _became(goal: Goal) -> Iterator[Piece]:
    """How its standing changed; the first line alone says nothing that is not said already."""
    if len(goal.history) > 1 or any(one.note.strip() for one in goal.history):
        yield Heading("What became of it", 3)
        rows = tuple((day_in_words(one.day), capital(one.status.label), one.note) for one in goal.history)
        yield Table(("When", "It was", "What was said of it"), rows, _HISTORY_WIDTHS)
