"""The phase that the journal suggests, with its reason; the writer sets it.

The five phases are David Clutterbuck's; the rule is ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mentorjournal.model.action import Action
from mentorjournal.model.goal import Goal
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.session import Session
from mentorjournal.model.words import (
    ActionStatus,
    GoalStatus,
    Phase,
    RelationshipStatus,
    RelationshipType,
    SessionKind,
    SessionStatus,
)

WINDING_UP_DAYS = 30
WINDING_UP_SESSIONS = 2


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A phase and why, in a sentence."""

    phase: Phase
    reason: str


def suggested_phase(
    relationship: Relationship,
    sessions: Sequence[Session],
    goals: Sequence[Goal],
    actions: Sequence[Action],
    today: date,
) -> Suggestion:
    """Where the relationship seems to stand. One-stop and informal ones are not tracked unless the writer
    has set a phase.
    """
    if relationship.status is RelationshipStatus.CLOSED:
        return Suggestion(Phase.MOVING_ON, "The relationship is closed.")
    formal = relationship.type is RelationshipType.LONG_TERM_FORMAL
    if not formal and relationship.phase is Phase.NOT_TRACKED:
        return Suggestion(
            Phase.NOT_TRACKED, f"Phases are not followed for {relationship.type.label} mentoring."
        )
    held = sum(s.status is SessionStatus.HELD and s.kind is not SessionKind.CONTACT for s in sessions)
    ending = any(s.kind is SessionKind.ENDING_REVIEW and s.status is SessionStatus.PLANNED for s in sessions)
    if reason := winding_up(relationship, held, today, ending_planned=ending):
        return Suggestion(Phase.WINDING_UP, reason)
    moving = any(goal.status is GoalStatus.IN_PROGRESS for goal in goals)
    done = any(action.status in (ActionStatus.DONE, ActionStatus.PARTLY_DONE) for action in actions)
    if moving and done:
        return Suggestion(Phase.PROGRESS_MAKING, "A goal is in progress and an action is done.")
    if held >= 2:
        if any(goal.status.is_active and goal.success_criterion.strip() for goal in goals):
            return Suggestion(Phase.PROGRESS_MAKING, "There is a goal that says when it is reached.")
        return Suggestion(
            Phase.DIRECTION_SETTING, "You have met twice or more, and no goal says yet when it is reached."
        )
    return Suggestion(Phase.RAPPORT_BUILDING, "You have met once at most.")


def winding_up(relationship: Relationship, held: int, today: date, *, ending_planned: bool) -> str:
    """Why it seems to be time to wind up, after *held* sessions; nothing while it is not."""
    if ending_planned:
        return "An ending review is planned."
    end = relationship.planned_end_on
    if end is not None and today >= end - timedelta(days=WINDING_UP_DAYS):
        return "The planned end is less than a month away." if today <= end else "The planned end has passed."
    planned = relationship.commitment.sessions_planned
    if planned is not None and planned > WINDING_UP_SESSIONS and held >= planned - WINDING_UP_SESSIONS:
        left = max(planned - held, 0)
        return (
            "All the sessions you agreed on were held."
            if left == 0
            else (
                "One session is left of those you agreed on."
                if left == 1
                else "Two sessions are left of those you agreed on."
            )
        )
    return ""
