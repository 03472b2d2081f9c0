"""When a relationship is said to drift, and when nothing is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mentorjournal.guidance.drift import Drift, drift
from mentorjournal.model.relationship import Commitment, Relationship
from mentorjournal.model.session import Tally
from mentorjournal.model.words import RelationshipStatus, RelationshipType, Role

TODAY = date(2026, 11, 26)
FORMAL = Relationship(codename="Heron", my_role=Role.MENTEE, type=RelationshipType.LONG_TERM_FORMAL)
MONTHLY = replace(FORMAL, commitment=Commitment(interval_days=28))


def last(days: int) -> Tally:
    return Tally(held=3, last_held_on=TODAY - timedelta(days=days))


def test_it_is_said_after_one_and_a_half_times_the_rhythm() -> None:
    assert drift(MONTHLY, last(42), TODAY, planned=False) is None
    assert drift(MONTHLY, last(43), TODAY, planned=False) == Drift(43)


def test_it_is_said_after_sixty_days_where_no_rhythm_was_agreed() -> None:
    assert drift(FORMAL, last(60), TODAY, planned=False) is None
    told = drift(FORMAL, last(61), TODAY, planned=False)
    assert told is not None
    assert told.weeks == 8


def test_nothing_is_said_while_a_session_is_planned() -> None:
    assert drift(FORMAL, last(300), TODAY, planned=True) is None


@pytest.mark.parametrize("kind", [RelationshipType.INFORMAL, RelationshipType.ONE_STOP])
def test_nothing_is_ever_said_of_other_kinds(kind: RelationshipType) -> None:
    assert drift(replace(MONTHLY, type=kind), last(3000), TODAY, planned=False) is None


@pytest.mark.parametrize("status", [RelationshipStatus.PAUSED, RelationshipStatus.CLOSED])
def test_nothing_is_said_of_what_rests(status: RelationshipStatus) -> None:
    assert drift(replace(MONTHLY, status=status), last(3000), TODAY, planned=False) is None


def test_nothing_is_said_before_the_day_until_which_it_is_quiet() -> None:
    tomorrow = TODAY + timedelta(days=1)
    assert drift(FORMAL, last(61), TODAY, planned=False, quiet_until=tomorrow) is None
    assert drift(FORMAL, last(61), TODAY, planned=False, quiet_until=TODAY) == Drift(61)


def test_nothing_has_drifted_before_the_first_session_or_from_a_day_to_come() -> None:
    assert drift(FORMAL, Tally(), TODAY, planned=False) is None
    assert drift(FORMAL, last(-5), TODAY, planned=False) is None
