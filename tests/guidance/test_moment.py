"""What the moment asks for in one journal."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest

from mentorjournal.guidance.checkpoints import Story
from mentorjournal.guidance.moment import Ask, moment, moment_of
from mentorjournal.model.course import AgreementGlance
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.relationship import Commitment, Relationship
from mentorjournal.model.session import SessionGlance
from mentorjournal.model.words import RelationshipStatus, RelationshipType, ReviewKind, Role, SessionStatus
from tests.clock import at
from tests.guidance.study import DAY, Study, session

NOW = at(2026, 11, 26, 9, 30)
FORMAL = Relationship(codename="Heron", my_role=Role.MENTOR, type=RelationshipType.LONG_TERM_FORMAL)
ACTIVE = Story(relationship=FORMAL)


def one(days: int, when: time | None = None) -> SessionGlance:
    return SessionGlance(id=new_entry_id(), day=DAY + timedelta(days=days), at=when)


def test_with_nothing_near_it_asks_to_reflect_and_knows_the_next_day() -> None:
    assert moment(ACTIVE, [], [], NOW).ask is Ask.REFLECT
    far = moment(ACTIVE, [one(15)], [], NOW)
    assert (far.ask, far.next_on) == (Ask.REFLECT, DAY + timedelta(days=15))


def test_a_conversation_within_two_weeks_asks_to_be_prepared() -> None:
    near = one(14)
    found = moment(ACTIVE, [near, one(20)], [], NOW)
    assert (found.ask, found.session) == (Ask.PREPARE, near)


def test_what_lies_behind_comes_before_what_is_near_but_not_before_today() -> None:
    behind, near, held = one(-3), one(4), one(-2)
    assert moment(ACTIVE, [near], [held], NOW).ask is Ask.NOTE
    assert moment(ACTIVE, [behind, near], [held], NOW).session is behind
    assert moment(ACTIVE, [behind, near], [held], NOW).next_on == near.day
    now = one(0, time(10))
    assert moment(ACTIVE, [behind, now, near], [held], NOW).session is now


def test_a_meeting_of_today_asks_to_be_settled_once_it_is_over() -> None:
    assert moment(ACTIVE, [one(0, time(8))], [], NOW).ask is Ask.SETTLE


@pytest.mark.parametrize("status", [RelationshipStatus.PAUSED, RelationshipStatus.CLOSED])
def test_what_rests_asks_for_nothing(status: RelationshipStatus) -> None:
    rests = Story(relationship=replace(FORMAL, status=status))
    assert moment(rests, [one(-3), one(0)], [one(-2)], NOW).ask is Ask.REFLECT


MET = Story(relationship=FORMAL, held=[DAY - timedelta(days=40)])
AGREED = AgreementGlance(is_agreed=True, agreed_on=DAY - timedelta(days=39))
WINDING = replace(FORMAL, status=RelationshipStatus.WINDING_UP, planned_end_on=DAY)


@pytest.mark.parametrize(
    ("story", "ask", "wish"),
    [
        (MET, Ask.AGREE, "agreement"),
        (replace(MET, agreement=AGREED), Ask.CHECK, "review agreement_check"),
        (
            replace(
                MET,
                agreement=replace(AGREED, review_on=DAY),
                reviews={ReviewKind.AGREEMENT_CHECK: DAY - timedelta(days=5)},
            ),
            Ask.CHECK,
            "review agreement_check",
        ),
        (
            replace(
                MET,
                relationship=replace(FORMAL, commitment=Commitment(sessions_planned=6)),
                held=[DAY - timedelta(days=days) for days in (40, 20, 9)],
                agreement=AGREED,
            ),
            Ask.HALFWAY,
            "review mid_term",
        ),
        (Story(relationship=WINDING, agreement=AGREED), Ask.END, "review ending"),
        (
            Story(relationship=WINDING, agreement=AGREED, reviews={ReviewKind.ENDING: DAY}),
            Ask.END,
            "closing",
        ),
        (replace(MET, quiet={"agree": DAY + timedelta(days=1)}), Ask.REFLECT, ""),
        (replace(MET, relationship=replace(FORMAL, type=RelationshipType.INFORMAL)), Ask.REFLECT, ""),
    ],
)
def test_a_checkpoint_that_has_come_is_asked_for(story: Story, ask: Ask, wish: str) -> None:
    found = moment(story, [], [], NOW)
    assert (found.ask, found.wish) == (ask, wish)


def test_what_the_sessions_ask_for_comes_before_a_checkpoint() -> None:
    assert moment(MET, [one(5)], [], NOW).ask is Ask.PREPARE
    assert moment(MET, [], [one(-2)], NOW).ask is Ask.NOTE
    assert moment(MET, [one(40)], [], NOW).ask is Ask.AGREE
    assert moment(MET, [one(40)], [], NOW).next_on == DAY + timedelta(days=40)


def test_it_is_read_from_the_journal(study: Study) -> None:
    heron = study.begin(type=RelationshipType.INFORMAL)
    assert moment_of(heron).ask is Ask.REFLECT
    planned = session(heron, 3, SessionStatus.PLANNED)
    found = moment_of(heron)
    assert found.session is not None
    assert found.session.id == planned
    session(heron, -1)
    assert moment_of(heron).ask is Ask.NOTE
