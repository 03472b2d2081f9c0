"""A year and more of each kind and role: what is told, on which day, and what is left in the end."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from mentorjournal.errors import InvalidInput, NoSuchJournal, OnHold
from mentorjournal.guidance.checkpoints import Checkpoint
from mentorjournal.guidance.today import Look, Worth
from mentorjournal.model.agreement import Terms
from mentorjournal.model.card import JournalId
from mentorjournal.model.closure import Closure
from mentorjournal.model.lifecycle import Step
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import (
    AgreementState,
    EndReason,
    RelationshipForm,
    RelationshipStatus,
    RelationshipType,
    RetentionRule,
    ReviewKind,
    Role,
    SessionKind,
)
from mentorjournal.vault.verification import verify
from tests.lives.world import FIRST_DAY, PASSPHRASE, World, agree, look_back, meet

C, R, S, T = Checkpoint, ReviewKind, RelationshipStatus, RelationshipType
ROLES = pytest.mark.parametrize("role", Role)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    world = World(tmp_path / "vault")
    yield world
    with contextlib.suppress(Exception):
        world.shelf.close()


def about(kind: RelationshipType, role: Role, **more: object) -> Relationship:
    form = RelationshipForm.PEER if role is Role.PEER else RelationshipForm.TRADITIONAL
    return Relationship(codename="Heron", my_role=role, type=kind, form=form, **more)  # type: ignore[arg-type]


# Long-term formal


TERMS = Terms(
    sessions_planned=6,
    interval_days=28,
    minutes=60,
    months=12,
    retention=RetentionRule.KEEP_UNTIL,
    keep_until=date(2027, 6, 30),
)


def agreed_in_january(world: World, role: Role) -> JournalId:
    """They meet on the fourth day, and agree a week later."""
    id = world.begin(about(T.LONG_TERM_FORMAL, role))
    journal = world.journal(id)
    with pytest.raises(InvalidInput, match="first session"):
        world.shelf.take_step(id, Step.BEGIN, journal.relationship())
    world.live(3)
    meet(journal, SessionKind.FIRST)
    world.live(7)
    assert world.told_of("Heron") == [(C.AGREE, 4)]  # from the day after they met, until they agree
    agree(journal, TERMS)
    return id


def look_forward_and_back(world: World, id: JournalId) -> None:
    """Meet as agreed; check the agreement, review half-way, wind up, and look back in the end."""
    journal = world.journal(id)
    for _ in range(2):
        world.live(28)
        meet(journal)
    assert (C.AGREEMENT_CHECK, 10 + 30) in world.told_of("Heron")
    look_back(journal, R.AGREEMENT_CHECK)
    world.live(1)
    assert world.told_of("Heron")[-1] == (C.MID_TERM, 67)  # three of six are held
    look_back(journal, R.MID_TERM)
    world.live(27)
    meet(journal)
    world.live(1)
    assert world.told_of("Heron")[-1] == (C.WINDING_UP, 95)  # two are left
    world.shelf.take_step(id, Step.WIND_UP, journal.relationship())
    for _ in range(2):
        world.live(28)
        meet(journal)
    world.live(1)
    assert world.told_of("Heron")[-1] == (C.ENDING, 152)  # all six are held, long before the planned end
    look_back(journal, R.ENDING)
    world.live(1)
    assert world.told_of("Heron")[-1] == (C.CLOSE, 153)


@ROLES
def test_a_formal_year_from_the_first_meeting_to_the_destruction(world: World, role: Role) -> None:
    id = agreed_in_january(world, role)
    now = relationship_of(world, id)
    assert (now.status, now.started_on, now.planned_end_on) == (S.ACTIVE, world.day, date(2027, 1, 15))
    assert (now.commitment.sessions_planned, now.commitment.interval_days) == (6, 28)
    look_forward_and_back(world, id)
    agreed = world.journal(id).agreements.agreed()
    assert agreed is not None and agreed.terms.retention is not None
    closure = Closure(
        closed_on=world.day,
        reason=EndReason.COMPLETED,
        thanked=True,
        rule=agreed.terms.retention,
        destroy_on=agreed.terms.keep_until,
    )
    world.journal(id).life.close(closure)
    ended = relationship_of(world, id)
    assert (ended.status, ended.ended_on) == (S.CLOSED, world.day)

    before = len(world.told)
    world.again()
    world.live(190)
    assert [worth for _, worth, _ in world.told[before:]] == [C.FOLLOW_UP]
    look_back(world.journal(id), R.FOLLOW_UP)
    world.live((date(2027, 6, 30) - world.day).days)
    assert world.told[-1][1] is C.NOTES_DUE
    assert world.shelf.destroy(id).sessions == 6
    with pytest.raises(NoSuchJournal):
        world.shelf.named("Heron")
    world.again()
    assert [record.codename for record in world.shelf.destructions().values()] == ["Heron"]
    world.shelf.close()
    assert verify(world.folder, PASSPHRASE).findings == ()


def test_a_formal_one_that_does_not_meet_is_told_of_quietly(world: World) -> None:
    id = world.begin(about(T.LONG_TERM_FORMAL, Role.MENTOR))
    agree(world.journal(id), Terms(sessions_planned=12, interval_days=28, months=12))
    meet(world.journal(id), SessionKind.FIRST)
    world.live(50, lambda look: world.journal(id).be_quiet(look.worth, world.day + timedelta(days=14)))
    assert [one for one in world.told_of("Heron") if one[0] is Worth.DRIFT] == [(Worth.DRIFT, 43)]


def test_not_now_is_not_asked_again_before_its_day_and_goes_on_after_it(world: World) -> None:
    id = world.begin(about(T.LONG_TERM_FORMAL, Role.MENTEE))
    meet(world.journal(id), SessionKind.FIRST)
    asked: list[int] = []

    def not_now(look: Look) -> None:
        asked.append((world.day - FIRST_DAY).days)
        world.journal(id).be_quiet(look.worth, world.day + timedelta(days=14))

    world.live(40, not_now)
    assert asked == [1, 15, 29]


@ROLES
def test_either_may_end_it_at_any_time_without_a_reason(world: World, role: Role) -> None:
    id = world.begin(about(T.LONG_TERM_FORMAL, role))
    world.shelf.take_step(id, Step.CLOSE, world.journal(id).relationship())  # before the first session
    closure = world.journal(id).life.closure()
    assert closure is not None and closure.reason is None
    world.live(170)
    assert world.told == []


def test_a_pause_asks_for_nothing_and_ends_where_it_began(world: World) -> None:
    id = world.begin(about(T.LONG_TERM_FORMAL, Role.MENTOR))
    agree(world.journal(id), Terms(sessions_planned=6, interval_days=14))
    meet(world.journal(id), SessionKind.FIRST)
    world.shelf.take_step(id, Step.PAUSE, world.journal(id).relationship())
    world.live(120)
    assert world.told == []
    world.shelf.take_step(id, Step.RESUME, world.journal(id).relationship())
    world.live(1)
    assert world.told_of("Heron") == [(Worth.DRIFT, 121)]


# One-stop advice


@pytest.mark.parametrize("role", [Role.MENTEE, Role.MENTOR])
def test_one_stop_advice_from_the_question_to_what_came_of_it(world: World, role: Role) -> None:
    topic = about(T.ONE_STOP, role, specialist_topic="Protect it first?", question="Patent, or publish?")
    id = world.begin(topic)
    world.shelf.take_step(id, Step.BEGIN, relationship_of(world, id))
    world.live(2)
    meet(world.journal(id), SessionKind.ONE_STOP, minutes=30)
    day = world.day + timedelta(days=14)
    world.shelf.redescribe(id, replace(relationship_of(world, id), follow_up_on=day))
    world.live(60)
    assert world.told_of("Heron") == [(C.ONE_STOP_FOLLOW_UP, 16)]  # once, and nothing about not meeting
    world.shelf.take_step(id, Step.CLOSE, relationship_of(world, id))
    world.live(400)
    assert len(world.told) == 1


def test_one_stop_advice_goes_on_as_long_term_and_nothing_is_typed_again(world: World) -> None:
    id = world.begin(about(T.ONE_STOP, Role.MENTEE, specialist_topic="Protect it first?", question="How?"))
    world.shelf.take_step(id, Step.BEGIN, relationship_of(world, id))
    meet(world.journal(id), SessionKind.ONE_STOP)
    before = {row.id for row in world.journal(id).timeline(limit=100)}
    sessions = world.journal(id).sessions.all()
    world.shelf.take_step(id, Step.MAKE_LONG_TERM, relationship_of(world, id))
    now = relationship_of(world, id)
    assert (now.type, now.status, now.purpose) == (T.LONG_TERM_FORMAL, S.ACTIVE, "Protect it first?")
    assert now.question == "How?"
    assert {row.id for row in world.journal(id).timeline(limit=100)} == before
    assert world.journal(id).sessions.all() == sessions
    world.live(1)
    assert world.told_of("Heron") == [(C.AGREE, 1)]


# Informal


@ROLES
def test_an_informal_year_is_asked_once_about_an_agreement_and_once_whether_it_is_useful(
    world: World, role: Role
) -> None:
    id = world.begin(about(T.INFORMAL, role, started_on=FIRST_DAY))
    assert world.journal(id).relationship().status is S.ACTIVE

    def not_needed(look: Look) -> None:
        never = date.max if look.worth is C.AGREE else world.day + timedelta(days=365)
        world.journal(id).be_quiet(look.worth, never)

    meet(world.journal(id))
    for _ in range(3):
        world.live(130, not_needed)
        meet(world.journal(id))
    assert [worth for worth, _ in world.told_of("Heron")] == [C.AGREE, C.STILL_USEFUL]
    assert world.told_of("Heron")[1] == (C.STILL_USEFUL, 365)


def test_an_informal_one_may_become_formal(world: World) -> None:
    id = world.begin(about(T.INFORMAL, Role.PEER))
    meet(world.journal(id))
    world.shelf.take_step(id, Step.MAKE_LONG_TERM, relationship_of(world, id))
    assert relationship_of(world, id).type is T.LONG_TERM_FORMAL
    agree(world.journal(id))
    assert [one.state for one in world.journal(id).agreements.all()] == [AgreementState.AGREED]


# Ends of every kind


def test_a_hold_stops_a_destruction_that_is_due_until_it_is_lifted(world: World) -> None:
    id = world.begin(about(T.INFORMAL, Role.MENTOR))
    due = Closure(closed_on=world.day, rule=RetentionRule.DESTROY_AT_CLOSE)
    world.journal(id).life.close(due)
    world.live(1)
    assert world.told_of("Heron") == [(C.NOTES_DUE, 1)]
    held = replace(due, rule=RetentionRule.ON_HOLD, hold_reason="Somebody asked for their data.")
    world.journal(id).life.settle_notes(held)
    world.live(30)
    assert len(world.told) == 1
    with pytest.raises(OnHold):
        world.shelf.destroy(id)
    with pytest.raises(InvalidInput, match="Say why"):
        world.journal(id).life.settle_notes(replace(held, hold_reason=" "))
    world.journal(id).life.settle_notes(due)
    world.shelf.destroy(id)
    assert world.shelf.cards() == []


def test_nothing_is_ever_destroyed_by_itself(world: World) -> None:
    id = world.begin(about(T.INFORMAL, Role.MENTEE))
    world.journal(id).life.close(Closure(closed_on=world.day, rule=RetentionRule.DESTROY_AT_CLOSE))
    world.live(800)
    world.again()
    assert [card.codename for card in world.shelf.cards()] == ["Heron"]


def test_what_is_due_is_not_opened_again_before_its_rule_is_changed(world: World) -> None:
    id = world.begin(about(T.INFORMAL, Role.MENTEE))
    due = Closure(closed_on=world.day, rule=RetentionRule.DESTROY_AT_CLOSE)
    world.journal(id).life.close(due)
    with pytest.raises(InvalidInput, match="due to be destroyed"):
        world.shelf.take_step(id, Step.REOPEN, relationship_of(world, id))
    world.journal(id).life.settle_notes(replace(due, rule=RetentionRule.KEEP_OWN))
    world.shelf.take_step(id, Step.REOPEN, relationship_of(world, id))
    assert relationship_of(world, id).status is S.ACTIVE


def test_ten_relationships_live_side_by_side_and_each_is_told_of_alone(world: World) -> None:
    kinds = [(kind, role) for kind in T for role in Role]
    ids = {}
    for number, (kind, role) in enumerate(kinds):
        topic = {"specialist_topic": "A topic", "question": "A question?"} if kind is T.ONE_STOP else {}
        value = replace(about(kind, role, **topic), codename=f"Bird {number}")
        ids[world.begin(value)] = kind
    for id in ids:
        meet(world.journal(id))
    world.live(1)
    told = {name for name, worth, _ in world.told if worth is C.AGREE}
    formal = {f"Bird {number}" for number, (kind, _) in enumerate(kinds) if kind is not T.ONE_STOP}
    assert told == formal
    gone = next(iter(ids))
    world.shelf.destroy(gone)
    world.again()
    assert len(world.shelf.cards()) == len(kinds) - 1
    for id in ids:
        if id != gone:
            assert world.journal(id).sessions.tally().held == 1


def relationship_of(world: World, id: JournalId) -> Relationship:
    return world.journal(id).relationship()
