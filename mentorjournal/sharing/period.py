"""The period that a summary is about when nobody says another one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mentorjournal.model.shared import SharedSummary
from mentorjournal.sharing.facts import SummarySource


def usual_period(source: SummarySource, before: SharedSummary | None, until: date) -> tuple[date, date]:
    """From the day after the last summary's period, or from the beginning of the relationship, to *until*."""
    if before is not None:
        following = date.fromordinal(min(before.until.toordinal() + 1, date.max.toordinal()))
        return min(following, until), until
    return min(_beginning(source), until), until


def _beginning(source: SummarySource) -> date:
    """When it started; where that is not said, the earliest day that the journal knows."""
    return source.relationship.started_on or min(_days(source), default=date.max)


def _days(source: SummarySource) -> Iterator[date]:
    yield from (session.day for session in source.sessions)
    yield from (goal.day for goal in source.goals)
    yield from (action.day for action in source.actions)
    yield from (point.day for point in source.learning_points)
