"""The steps of a life: what can be done, what cannot, and the way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mentorjournal.errors import InvalidInput
from mentorjournal.model.closure import Closure, Due, due
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.lifecycle import WAYS, Standing, Step, possible, taken
from mentorjournal.model.relationship import Relationship, opening_status
from mentorjournal.model.session import Session
from mentorjournal.model.words import (
    EndReason,
    Phase,
    RelationshipStatus,
    RelationshipType,
    RetentionRule,
    Role,
    SessionStatus,
)

TODAY = date(2026, 11, 26)
S, T = RelationshipStatus, RelationshipType


def relationship(kind=T.LONG_TERM_FORMAL, status=S.ACTIVE, **more) -> Relationship:
    topic = "Protect it first?" if kind is T.ONE_STOP else ""
    return Relationship(
        codename="Heron",
        my_role=Role.MENTEE,
        type=kind,
        status=status,
        **{"specialist_topic": topic, **more},
    )


def steps(kind, status, **more) -> set[Step]:
    standing = Standing(relationship=relationship(kind, status, **more))
    return {one.step for one in possible(standing)}


@pytest.mark.parametrize("kind", T)
def test_it_may_be_ended_from_every_open_state_and_is_never_asked_why(kind):
    for status in (S.DRAFT, S.ACTIVE, S.PAUSED, S.WINDING_UP):
        standing = Standing(relationship=relationship(kind, status))
        assert taken(standing, Step.CLOSE, TODAY).status is S.CLOSED


@pytest.mark.parametrize("kind", T)
def test_what_is_not_in_the_table_cannot_be_done(kind):
    for status in S:
        there = steps(kind, status, question="What closes when?")
        standing = Standing(relationship=relationship(kind, status), sessions_held=1, agreement_agreed=True)
        for step in Step:
            if step in there:
                assert taken(standing, step, TODAY).status in S
            else:
                with pytest.raises(InvalidInput, match="cannot be done now"):
                    taken(standing, step, TODAY)


def test_every_step_is_in_the_table_and_no_line_stands_twice():
    assert {way.step for way in WAYS} == set(Step)
    lines = [(way.step, status, kind) for way in WAYS for status in way.sources for kind in way.kinds]
    assert len(lines) == len(set(lines))


def test_a_formal_one_begins_with_an_agreement_or_a_meeting():
    draft = relationship(status=S.DRAFT)
    with pytest.raises(InvalidInput, match="with an agreement"):
        taken(Standing(relationship=draft), Step.BEGIN, TODAY)
    begun = taken(Standing(relationship=draft, agreement_agreed=True), Step.BEGIN, TODAY)
    assert (begun.status, begun.started_on) == (S.ACTIVE, TODAY)
    assert taken(Standing(relationship=draft, sessions_held=1), Step.BEGIN, TODAY).status is S.ACTIVE


def test_one_stop_begins_with_its_question():
    draft = relationship(T.ONE_STOP, S.DRAFT)
    with pytest.raises(InvalidInput, match="one question"):
        taken(Standing(relationship=draft), Step.BEGIN, TODAY)
    asked = replace(draft, question="Which door closes when?")
    assert taken(Standing(relationship=asked), Step.BEGIN, TODAY).status is S.ACTIVE


def test_an_informal_one_opens_at_once():
    assert opening_status(T.INFORMAL) is S.ACTIVE


def test_only_a_formal_one_winds_up():
    assert Step.WIND_UP in steps(T.LONG_TERM_FORMAL, S.ACTIVE)
    assert Step.WIND_UP not in steps(T.ONE_STOP, S.ACTIVE) | steps(T.INFORMAL, S.ACTIVE)


@pytest.mark.parametrize("kind", [T.ONE_STOP, T.INFORMAL])
def test_continuing_as_long_term_keeps_everything(kind):
    before = relationship(kind, S.ACTIVE, partner_display_name="Ana", started_on=date(2026, 11, 2))
    after = taken(Standing(relationship=before), Step.MAKE_LONG_TERM, TODAY)
    assert after.type is T.LONG_TERM_FORMAL
    assert (after.partner_display_name, after.specialist_topic) == ("Ana", before.specialist_topic)
    assert after.planned_end_on == date(2027, 11, 26)


def test_an_end_before_the_beginning_is_put_on_the_beginning():
    later = relationship(started_on=TODAY + timedelta(days=9))
    assert taken(Standing(relationship=later), Step.CLOSE, TODAY).ended_on == TODAY + timedelta(days=9)


def test_going_on_drops_an_end_that_has_passed():
    over = relationship(status=S.WINDING_UP, planned_end_on=TODAY)
    assert taken(Standing(relationship=over), Step.GO_ON, TODAY).planned_end_on is None


def test_closing_moves_the_phase_on_where_phases_are_followed():
    tracked = relationship(phase=Phase.PROGRESS_MAKING)
    assert taken(Standing(relationship=tracked), Step.CLOSE, TODAY).phase is Phase.MOVING_ON
    assert taken(Standing(relationship=relationship()), Step.CLOSE, TODAY).phase is Phase.NOT_TRACKED


# In a journal


def test_status_and_kind_do_not_change_by_an_edit(journal):
    about = journal.relationship()
    other = S.CLOSED if about.status is not S.CLOSED else S.ACTIVE
    with pytest.raises(InvalidInput, match="step of their own"):
        journal.describe(replace(about, status=other))
    assert journal.relationship() == about


def test_a_step_is_an_act_with_a_way_back(journal):
    before = journal.relationship()
    change = journal.life.take(Step.PAUSE)
    assert change.label == "Pause"
    assert journal.relationship().status is S.PAUSED
    again = change.undo()
    assert journal.relationship() == before
    again.undo()
    assert journal.relationship().status is S.PAUSED


def test_ending_before_the_first_session_is_one_step(journal):
    change = journal.life.close(Closure(closed_on=journal.today()))
    assert journal.relationship().status is S.CLOSED
    assert journal.life.closure() == Closure(closed_on=journal.today())
    change.undo()
    assert journal.life.closure() is None
    assert journal.relationship().status is not S.CLOSED


def test_an_end_keeps_its_rule_and_reason(journal):
    end = Closure(
        closed_on=journal.today(),
        reason=EndReason.GOALS_MET,
        thanked=True,
        rule=RetentionRule.KEEP_UNTIL,
        destroy_on=journal.today() + timedelta(days=180),
    )
    journal.life.close(end)
    assert journal.life.closure() == end
    held = replace(end, rule=RetentionRule.ON_HOLD, hold_reason="They asked for their data")
    change = journal.life.settle_notes(held)
    assert journal.life.closure() == held
    change.undo()
    assert journal.life.closure() == end


def test_reopening_takes_the_closure_away_unless_it_is_due(journal):
    journal.life.close(Closure(closed_on=journal.today()))
    change = journal.life.take(Step.REOPEN)
    assert journal.life.closure() is None
    change.undo()
    assert journal.life.closure() is not None
    journal.life.settle_notes(Closure(closed_on=journal.today(), rule=RetentionRule.DESTROY_AT_CLOSE))
    with pytest.raises(InvalidInput, match="due to be destroyed"):
        journal.life.take(Step.REOPEN)


@pytest.mark.parametrize(
    "wrong",
    [
        Closure(closed_on=TODAY, rule=RetentionRule.KEEP_UNTIL),
        Closure(closed_on=TODAY, rule=RetentionRule.KEEP_UNTIL, destroy_on=TODAY - timedelta(days=1)),
        Closure(closed_on=TODAY, rule=RetentionRule.ON_HOLD),
        Closure(closed_on=TODAY, rule=RetentionRule.ON_HOLD, hold_reason="x" * 501),
    ],
)
def test_an_end_that_cannot_be_kept_is_refused_and_nothing_is_closed(journal, wrong):
    with pytest.raises(InvalidInput):
        journal.life.close(wrong)
    assert journal.relationship().status is not S.CLOSED


def test_the_notes_of_an_open_relationship_are_not_settled(journal):
    with pytest.raises(InvalidInput, match="not closed"):
        journal.life.settle_notes(Closure(closed_on=TODAY))


def test_when_notes_are_due():
    end = Closure(closed_on=TODAY, rule=RetentionRule.DESTROY_AT_CLOSE)
    later = Closure(closed_on=TODAY, rule=RetentionRule.KEEP_UNTIL, destroy_on=TODAY + timedelta(days=30))
    hand_over = Closure(closed_on=TODAY, rule=RetentionRule.HAND_TO_MENTEE)
    assert due(Closure(closed_on=TODAY), TODAY) is Due.NEVER
    assert due(end, TODAY) is Due.NOW
    assert due(later, TODAY) is Due.LATER
    assert due(later, TODAY + timedelta(days=30)) is Due.NOW
    assert due(hand_over, TODAY) is Due.WAITS_FOR_HANDOVER
    assert due(replace(hand_over, handed_over_on=TODAY), TODAY) is Due.NOW
    assert due(replace(end, rule=RetentionRule.ON_HOLD, hold_reason="asked"), TODAY) is Due.HELD


def test_what_is_possible_is_read_from_the_journal(journal):
    held = Session(id=new_entry_id(), day=journal.today(), status=SessionStatus.HELD)
    journal.sessions.add(held)
    assert journal.life.standing().sessions_held == 1
    assert {one.step for one in journal.life.possible()} >= {Step.CLOSE}


def test_how_it_ended_may_be_said_afterwards_and_taken_back(journal):
    with pytest.raises(InvalidInput, match="not closed"):
        journal.life.give_reason(EndReason.COMPLETED)
    journal.life.take(Step.CLOSE)
    change = journal.life.give_reason(EndReason.COMPLETED)
    assert journal.life.closure().reason is EndReason.COMPLETED
    change.undo()
    assert journal.life.closure().reason is None


def test_taking_back_a_step_leaves_what_was_written_since(journal):
    change = journal.life.take(Step.PAUSE)
    journal.describe(replace(journal.relationship(), purpose="written while it rested"))
    change.undo()
    about = journal.relationship()
    assert (about.status, about.purpose) == (RelationshipStatus.ACTIVE, "written while it rested")
