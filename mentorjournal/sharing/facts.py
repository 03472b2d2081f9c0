"""What a summary may be made from: the values a journal hands over, and nothing that reflects or quotes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from mentorjournal.journal.journal import Journal
from mentorjournal.model.action import Action
from mentorjournal.model.blocks import EMPTY
from mentorjournal.model.goal import Goal
from mentorjournal.model.reflection import LearningPoint
from mentorjournal.model.relationship import Programme, Relationship
from mentorjournal.model.session import Session
from mentorjournal.model.words import MilestoneStatus, Visibility
from mentorjournal.sharing.track import Track, suggested_track

_MARKED = (Visibility.PARTNER_OK, Visibility.SUMMARY_OK)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SummarySource:
    """One journal's share in a summary. Of a session only its day, length, kind, status and mode are read, of
    the agreement the day on which it was agreed, of the reviews what *track* says.
    """

    relationship: Relationship
    sessions: tuple[Session, ...] = ()
    goals: tuple[Goal, ...] = ()
    actions: tuple[Action, ...] = ()
    learning_points: tuple[LearningPoint, ...] = ()
    agreed_on: date | None = None
    track: Track | None = None

    def __repr__(self) -> str:
        return "SummarySource()"


def source_of(journal: Journal) -> SummarySource:
    """Read from the journal what a summary may be made from; on the vault's thread.

    What is not marked for a reader, and what of a marked entry is for its writer alone, stays behind here
    already: whatever is made of the source cannot hold it.
    """
    about, agreed = journal.relationship(), journal.agreements.agreed()
    return SummarySource(
        relationship=_bare_relationship(about),
        sessions=tuple(map(_bare_session, journal.sessions.all())),
        goals=tuple(_bare_goal(goal) for goal in journal.goals.all() if goal.visibility in _MARKED),
        actions=tuple(
            replace(action, outcome_note="")
            for action in journal.actions.all()
            if action.visibility in _MARKED
        ),
        learning_points=tuple(
            point for point in journal.learning_points.all() if point.visibility in _MARKED
        ),
        agreed_on=agreed.agreed_on if agreed else None,
        track=suggested_track(about, journal.reviews.all()),
    )


def _bare_relationship(about: Relationship) -> Relationship:
    return Relationship(
        codename="",
        my_role=about.my_role,
        type=about.type,
        my_display_name=about.my_display_name,
        partner_display_name=about.partner_display_name,
        programme=Programme(name=about.programme.name),
        started_on=about.started_on,
        commitment=about.commitment,
        my_training=about.my_training,
    )


def _bare_session(session: Session) -> Session:
    return Session(
        id=session.id,
        day=session.day,
        at=session.at,
        kind=session.kind,
        status=session.status,
        minutes=session.minutes,
        mode=session.mode,
    )


def _bare_goal(goal: Goal) -> Goal:
    return replace(
        goal,
        why=EMPTY,
        support_needed="",
        gas_levels=(),
        smart=(),
        milestones=tuple(
            step if step.status is MilestoneStatus.REACHED else replace(step, title="")
            for step in goal.milestones
        ),
        check_ins=tuple(replace(one, what_moved_it="", confidence=None) for one in goal.check_ins),
        history=tuple(replace(one, note="") for one in goal.history),
    )
