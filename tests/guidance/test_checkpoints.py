"""What is worth a look, and when, in the life of each kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mentorjournal.guidance.checkpoints import Checkpoint, Story, middle, notice, points
from mentorjournal.model.agreement import Agreement
from mentorjournal.model.closure import Closure
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.relationship import Commitment, Relationship
from mentorjournal.model.review import Review
from mentorjournal.model.words import (
    AgreementState,
    RelationshipStatus,
    RelationshipType,
    RetentionRule,
    ReviewKind,
    Role,
)

BEGIN = date(2026, 1, 5)
FORMAL = Relationship(
    codename="Heron",
    my_role=Role.MENTOR,
    type=RelationshipType.LONG_TERM_FORMAL,
    started_on=BEGIN,
    planned_end_on=date(2027, 1, 4),
    commitment=Commitment(sessions_planned=6, interval_days=56),
)
AGREED = Agreement(id=new_entry_id(), day=BEGIN, state=AgreementState.AGREED, agreed_on=BEGIN)


def held(count: int) -> list[date]:
    return [BEGIN + timedelta(days=56 * n) for n in range(count)]


def review(kind: ReviewKind, day: date) -> Review:
    return Review(id=new_entry_id(), day=day, kind=kind, done=True)


def named(story: Story, today: date) -> list[Checkpoint]:
    found = points(story, today)
    assert all(one.due_on <= today and one.why.endswith((".", "?")) for one in found)
    return [one.checkpoint for one in found]


def test_a_first_meeting_without_an_agreement_is_worth_a_look():
    assert named(Story(relationship=FORMAL), BEGIN) == []
    assert named(Story(relationship=FORMAL, held=held(1)), BEGIN) == [Checkpoint.AGREE]


def test_the_agreement_is_looked_at_after_a_month_once():
    story = Story(relationship=FORMAL, held=held(1), agreed=AGREED)
    assert named(story, BEGIN + timedelta(days=29)) == []
    assert named(story, BEGIN + timedelta(days=30)) == [Checkpoint.AGREEMENT_CHECK]
    looked = replace(story, reviews=[review(ReviewKind.AGREEMENT_CHECK, BEGIN + timedelta(days=33))])
    assert named(looked, BEGIN + timedelta(days=40)) == []


def test_an_agreed_day_of_review_comes_back_until_it_was_kept():
    story = Story(
        relationship=FORMAL,
        agreed=replace(AGREED, review_on=BEGIN + timedelta(days=60)),
        reviews=[review(ReviewKind.AGREEMENT_CHECK, BEGIN + timedelta(days=31))],
    )
    assert named(story, BEGIN + timedelta(days=60)) == [Checkpoint.AGREEMENT_REVIEW]


def test_the_middle_is_by_sessions_or_by_time_whichever_comes_first():
    assert middle(Story(relationship=FORMAL)) == date(2026, 7, 6)
    assert middle(Story(relationship=FORMAL, held=held(3))) == held(3)[-1]
    bare = replace(FORMAL, planned_end_on=None, commitment=Commitment())
    assert middle(Story(relationship=bare, held=held(9))) is None


def test_half_way_is_told_until_it_was_held_or_the_end_comes_near():
    checked = [review(ReviewKind.AGREEMENT_CHECK, BEGIN + timedelta(days=31))]
    story = Story(relationship=FORMAL, held=held(3), agreed=AGREED, reviews=checked)
    assert named(story, held(3)[-1]) == [Checkpoint.MID_TERM]
    done = replace(story, reviews=[*checked, review(ReviewKind.MID_TERM, held(3)[-1])])
    assert named(done, held(3)[-1] + timedelta(days=1)) == []
    assert Checkpoint.MID_TERM not in named(replace(story, held=held(4)), date(2026, 12, 6))


def test_the_end_comes_near_by_days_or_by_sessions():
    assert notice(Story(relationship=FORMAL)) == date(2026, 12, 5)
    assert notice(Story(relationship=FORMAL, held=held(4))) == held(4)[-1]
    assert named(Story(relationship=FORMAL, agreed=AGREED, held=held(4)), held(4)[-1])[-1:] == [
        Checkpoint.WINDING_UP
    ]


def test_winding_up_asks_for_the_ending_on_its_day():
    winding = replace(FORMAL, status=RelationshipStatus.WINDING_UP)
    checked = [review(ReviewKind.AGREEMENT_CHECK, BEGIN + timedelta(days=31))]
    story = Story(relationship=winding, agreed=AGREED, held=held(6), reviews=checked)
    assert named(story, date(2027, 1, 3)) == []
    assert named(story, date(2027, 1, 4)) == [Checkpoint.ENDING]


def test_a_paused_one_is_left_in_peace():
    paused = replace(FORMAL, status=RelationshipStatus.PAUSED)
    assert named(Story(relationship=paused, held=held(6)), date(2028, 1, 1)) == []


def test_half_a_year_after_the_end_one_looks_back():
    closed = replace(FORMAL, status=RelationshipStatus.CLOSED, ended_on=date(2027, 1, 4))
    story = Story(relationship=closed)
    assert named(story, date(2027, 7, 3)) == []
    assert named(story, date(2027, 7, 4)) == [Checkpoint.FOLLOW_UP]


def test_notes_fall_due_by_their_rule_and_never_while_held():
    closed = replace(FORMAL, status=RelationshipStatus.CLOSED, ended_on=date(2027, 1, 4))
    end = Closure(closed_on=date(2027, 1, 4), rule=RetentionRule.KEEP_UNTIL, destroy_on=date(2027, 2, 1))
    assert named(Story(relationship=closed, closure=end), date(2027, 1, 31)) == []
    assert named(Story(relationship=closed, closure=end), date(2027, 2, 1)) == [Checkpoint.NOTES_DUE]
    on_hold = replace(end, rule=RetentionRule.ON_HOLD, hold_reason="asked")
    assert named(Story(relationship=closed, closure=on_hold), date(2027, 2, 1)) == []


def test_one_stop_advice_has_its_follow_up_and_nothing_else():
    one_stop = replace(
        FORMAL,
        type=RelationshipType.ONE_STOP,
        specialist_topic="x",
        follow_up_on=BEGIN + timedelta(days=14),
    )
    story = Story(relationship=one_stop, held=held(1))
    assert named(story, BEGIN + timedelta(days=13)) == []
    assert named(story, date(2028, 1, 1)) == [Checkpoint.ONE_STOP_FOLLOW_UP]


@pytest.mark.parametrize("day", range(0, 365, 7))
def test_an_informal_one_is_never_told_anything_for_a_year(day):
    informal = replace(FORMAL, type=RelationshipType.INFORMAL)
    assert named(Story(relationship=informal, held=held(2)), BEGIN + timedelta(days=day)) == []


def test_an_informal_one_is_asked_once_a_year_and_can_be_quiet():
    informal = replace(FORMAL, type=RelationshipType.INFORMAL)
    story = Story(relationship=informal)
    assert named(story, date(2027, 1, 5)) == [Checkpoint.STILL_USEFUL]
    assert named(replace(story, quiet={"still_useful"}), date(2027, 1, 5)) == []
