"""Which phase is suggested, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from mentorjournal.guidance.phase import suggested_phase
from mentorjournal.model.action import Action
from mentorjournal.model.goal import Goal
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.relationship import Commitment, Relationship
from mentorjournal.model.session import Session
from mentorjournal.model.words import (
    ActionStatus,
    GoalStatus,
    Phase,
    RelationshipStatus,
    RelationshipType,
    Role,
    SessionKind,
    SessionStatus,
)

TODAY = date(2026, 11, 26)
FORMAL = Relationship(codename="Heron", my_role=Role.MENTEE, type=RelationshipType.LONG_TERM_FORMAL)
INFORMAL = replace(FORMAL, type=RelationshipType.INFORMAL)


def held(count: int) -> list[Session]:
    return [
        Session(id=new_entry_id(), day=TODAY - timedelta(days=30 * n), status=SessionStatus.HELD)
        for n in range(1, count + 1)
    ]


def goal(status: GoalStatus, criterion: str = "") -> Goal:
    return Goal(id=new_entry_id(), title="Speak", day=TODAY, status=status, success_criterion=criterion)


def phase(relationship=FORMAL, sessions=(), goals=(), actions=()) -> Phase:
    suggestion = suggested_phase(relationship, sessions, goals, actions, TODAY)
    assert suggestion.reason.endswith(".")
    return suggestion.phase


def test_it_begins_with_rapport():
    assert phase() is Phase.RAPPORT_BUILDING
    assert phase(sessions=held(1)) is Phase.RAPPORT_BUILDING


def test_two_meetings_without_a_criterion_set_direction():
    assert phase(sessions=held(2), goals=[goal(GoalStatus.AGREED)]) is Phase.DIRECTION_SETTING


def test_a_moving_goal_and_a_done_action_make_progress():
    done = Action(id=new_entry_id(), day=TODAY, text="Ask", status=ActionStatus.DONE)
    assert (
        phase(sessions=held(1), goals=[goal(GoalStatus.IN_PROGRESS)], actions=[done]) is Phase.PROGRESS_MAKING
    )


def test_the_end_comes_near_by_days_by_sessions_or_by_a_planned_review():
    soon = replace(FORMAL, planned_end_on=TODAY + timedelta(days=20))
    few_left = replace(FORMAL, commitment=Commitment(sessions_planned=6))
    review = Session(id=new_entry_id(), day=TODAY, kind=SessionKind.ENDING_REVIEW)
    assert phase(soon) is Phase.WINDING_UP
    assert phase(few_left, sessions=held(4)) is Phase.WINDING_UP
    assert phase(sessions=[review]) is Phase.WINDING_UP


def test_a_closed_one_moves_on_and_an_informal_one_is_not_followed_unless_wanted():
    assert phase(replace(FORMAL, status=RelationshipStatus.CLOSED)) is Phase.MOVING_ON
    assert phase(INFORMAL, sessions=held(3)) is Phase.NOT_TRACKED
    assert phase(replace(INFORMAL, phase=Phase.RAPPORT_BUILDING), sessions=held(1)) is Phase.RAPPORT_BUILDING
