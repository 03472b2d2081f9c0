"""Goals in a summary: what is aimed at, how far it came, and what came of it, in the author's own words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mentorjournal.model.chart import goal_chart
from mentorjournal.model.goal import Goal, Milestone, value_text
from mentorjournal.model.words import MeasureKind, MilestoneStatus
from mentorjournal.sharing.offer import OfferedLine
from mentorjournal.sharing.reader import Reader
from mentorjournal.sharing.wording import capital, day_words


def objectives(reader: Reader) -> Iterator[OfferedLine]:
    for goal in reader.goals():
        about = about_goal(goal)
        yield OfferedLine(id=about, about=about, text=goal.title)
        if goal.success_criterion.strip():
            text = goal.success_criterion.strip()
            yield OfferedLine(id=f"{about}.criterion", about=about, label="Reached when", text=text)
        if goal.target_on:
            text = day_words(goal.target_on)
            yield OfferedLine(id=f"{about}.target", about=about, label="Aimed for", text=text)
        yield OfferedLine(id=f"{about}.status", about=about, label="Status", text=capital(goal.status.label))


def progress(reader: Reader) -> Iterator[OfferedLine]:
    for goal in reader.goals():
        if goal.measure is not MeasureKind.NONE:
            yield _moved(reader, goal)
        about = about_goal(goal)
        for step in _reached(reader, goal):
            day = f" ({day_words(step.reached_on)})" if step.reached_on else ""
            yield OfferedLine(
                id=f"{about}.milestone.{step.id}",
                about=about,
                label="Milestone",
                text=step.title.strip() + day,
            )


def outcomes(reader: Reader) -> Iterator[OfferedLine]:
    for goal in reader.goals():
        about = about_goal(goal)
        if goal.closing_note.strip():
            text = goal.closing_note.strip()
            yield OfferedLine(id=f"{about}.outcome", about=about, label="Outcome", text=text)
        for number, text in enumerate(goal.evidence, start=1):
            if text.strip():
                id = f"{about}.evidence.{number}"
                yield OfferedLine(id=id, about=about, label="Evidence", text=text.strip())


def about_goal(goal: Goal) -> str:
    return f"goal.{goal.id}"


def _moved(reader: Reader, goal: Goal) -> OfferedLine:
    """Where it began and where it stands, with its chart where there is something to see."""
    days = [session.day for session in reader.meetings()]
    since = reader.since if reader.since > goal.day else None
    chart = goal_chart(goal, days, since=since, until=reader.until)
    aim = f", aiming at {value_text(goal.end, goal.measure, goal.unit)}" if goal.has_aim else ""
    moved = len(chart.points) > 1
    text = f"{chart.start_label} to {chart.now_label}" if moved else f"{chart.now_label} so far"
    # a diamond of what is still to come would tell of a step that is not in the summary
    marks = tuple(mark for mark in chart.marks if mark.reached)
    return OfferedLine(
        id=f"{about_goal(goal)}.progress",
        about=about_goal(goal),
        label="Progress",
        text=f"{text}{aim}",
        chart=replace(chart, marks=marks) if moved and goal.measure is not MeasureKind.YES_NO else None,
    )


def _reached(reader: Reader, goal: Goal) -> list[Milestone]:
    """The milestones that were reached in the period, in the order of their days."""
    steps = [
        step
        for step in goal.milestones
        if step.status is MilestoneStatus.REACHED and step.reached_on and reader.within(step.reached_on)
    ]
    return sorted(steps, key=lambda step: step.reached_on or reader.until)
