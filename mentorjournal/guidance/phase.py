"""The phase that the journal suggests, with its reason; the writer sets it.

The five phases are David Clutterbuck's; the rule is ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mentorjournal.guidance.checkpoints import winding_up
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
    if any(s.kind is SessionKind.ENDING_REVIEW and s.status is SessionStatus.PLANNED for s in sessions):
        return Suggestion(Phase.WINDING_UP, "An ending review is planned.")
    meetings = (s for s in sessions if s.status is SessionStatus.HELD and s.kind is not SessionKind.CONTACT)
    held = sorted(session.day for session in meetings)
    if reason := winding_up(relationship, held, today):
        return Suggestion(Phase.WINDING_UP, reason)
    moving = any(goal.status is GoalStatus.IN_PROGRESS for goal in goals)
    done = any(action.status in (ActionStatus.DONE, ActionStatus.PARTLY_DONE) for action in actions)
    if moving and done:
        return Suggestion(Phase.PROGRESS_MAKING, "A goal is in progress and an action is done.")
    if len(held) >= 2:
        if any(goal.status.is_active and goal.success_criterion.strip() for goal in goals):
            return Suggestion(Phase.PROGRESS_MAKING, "There is a goal that says when it is reached.")
        return Suggestion(
            Phase.DIRECTION_SETTING, "You have met twice or more, and no goal says yet when it is reached."
        )
    return Suggestion(Phase.RAPPORT_BUILDING, "You have met once at most.")
