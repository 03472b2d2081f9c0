"""What closing does with the notes: as agreed where nothing is said, and held with what was due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mentorjournal.errors import InvalidInput
from mentorjournal.model.agreement import Agreement, Clause, ClauseKey, Terms
from mentorjournal.model.closure import Closure, Due, as_agreed, due, falls_due, held
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.lifecycle import Step
from mentorjournal.model.words import RetentionRule
from tests.journal.conftest import NOW, begin

R = RetentionRule
TODAY = NOW.date()
LATER = TODAY + timedelta(days=365)


@pytest.mark.parametrize(
    ("retention", "keep_until", "rule", "day"),
    [
        (None, None, R.KEEP_OWN, None),
        (R.ON_HOLD, None, R.KEEP_OWN, None),
        (R.KEEP_UNTIL, None, R.KEEP_OWN, None),
        (R.KEEP_UNTIL, LATER, R.KEEP_UNTIL, LATER),
        (R.KEEP_UNTIL, TODAY - timedelta(days=1), R.DESTROY_AT_CLOSE, None),
        (R.DESTROY_AT_CLOSE, None, R.DESTROY_AT_CLOSE, None),
        (R.HAND_TO_MENTEE, None, R.HAND_TO_MENTEE, None),
    ],
)
def test_what_was_agreed_holds_as_far_as_it_can(
    retention: R | None, keep_until: date | None, rule: R, day: date | None
) -> None:
    closure = as_agreed(retention, keep_until, TODAY)
    assert (closure.rule, closure.destroy_on) == (rule, day)


@pytest.mark.parametrize(
    ("closure", "day"),
    [
        (Closure(closed_on=TODAY), None),
        (Closure(closed_on=TODAY, rule=R.DESTROY_AT_CLOSE), TODAY),
        (Closure(closed_on=TODAY, rule=R.KEEP_UNTIL, destroy_on=LATER), LATER),
        (Closure(closed_on=TODAY, rule=R.HAND_TO_MENTEE), None),
        (Closure(closed_on=TODAY, rule=R.HAND_TO_MENTEE, handed_over_on=TODAY), TODAY),
    ],
)
def test_the_day_on_which_the_notes_fall_due_is_known_and_stays_known_on_hold(
    closure: Closure, day: date | None
) -> None:
    assert falls_due(closure) == day
    waiting = held(closure, " somebody asked for their data ")
    assert (waiting.rule, waiting.hold_reason) == (R.ON_HOLD, "somebody asked for their data")
    assert falls_due(waiting) == day


def test_a_hold_wins_over_a_destruction_that_is_due(desk) -> None:
    journal = begin(desk)
    journal.life.close(Closure(closed_on=TODAY, rule=R.DESTROY_AT_CLOSE))
    closure = journal.life.closure()
    assert due(closure, TODAY) is Due.NOW
    journal.life.settle_notes(held(closure, "A case is open"))
    assert due(journal.life.closure(), TODAY) is Due.HELD
    assert not journal.life.standing().destruction_due


def test_closing_with_nothing_said_follows_the_agreement(desk) -> None:
    journal = begin(desk)
    agreement = Agreement(
        id=new_entry_id(),
        day=TODAY,
        clauses=(Clause(key=ClauseKey.RETENTION, agreed_text="A year"),),
        terms=Terms(retention=R.KEEP_UNTIL, keep_until=LATER),
    )
    journal.agreements.add(agreement)
    journal.agreements.agree(agreement.id, TODAY)
    journal.life.take(Step.CLOSE)
    closure = journal.life.closure()
    assert (closure.rule, closure.destroy_on) == (R.KEEP_UNTIL, LATER)


def test_a_day_that_is_past_is_refused_afterwards_and_what_stands_may_be_kept(desk) -> None:
    journal = begin(desk)
    journal.life.close(Closure(closed_on=TODAY, rule=R.KEEP_UNTIL, destroy_on=TODAY + timedelta(days=10)))
    desk.now = NOW + timedelta(days=20)
    closure = journal.life.closure()
    with pytest.raises(InvalidInput, match="That day is past"):
        journal.life.settle_notes(replace(closure, destroy_on=TODAY + timedelta(days=15)))
    journal.life.settle_notes(replace(closure, thanked=True))
    assert journal.life.closure().thanked
