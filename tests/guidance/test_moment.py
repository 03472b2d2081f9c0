"""What the moment asks for in one journal."""

from __future__ import annotations

from datetime import time, timedelta

import pytest

from mentorjournal.guidance.moment import Ask, moment, moment_of
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.session import SessionGlance
from mentorjournal.model.words import RelationshipStatus, SessionStatus
from tests.clock import at
from tests.guidance.study import DAY, Study, session

NOW = at(2026, 11, 26, 9, 30)
ACTIVE = RelationshipStatus.ACTIVE


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
    assert moment(status, [one(-3), one(0)], [one(-2)], NOW).ask is Ask.REFLECT


def test_it_is_read_from_the_journal(study: Study) -> None:
    heron = study.begin()
    assert moment_of(heron).ask is Ask.REFLECT
    planned = session(heron, 3, SessionStatus.PLANNED)
    found = moment_of(heron)
    assert found.session is not None
    assert found.session.id == planned
    session(heron, -1)
    assert moment_of(heron).ask is Ask.NOTE
