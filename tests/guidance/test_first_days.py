"""The first days: the steps of a kind and role, what does them, and when they are shown no more."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest

from mentorjournal.errors import InvalidInput
from mentorjournal.guidance.first_days import (
    FEW_ENTRIES,
    STEPS,
    FirstStep,
    first_days,
    plan_first,
    put_away,
)
from mentorjournal.journal.journal import Journal
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.lifecycle import Step
from mentorjournal.model.reflection import Reflection
from mentorjournal.model.relationship import Commitment
from mentorjournal.model.words import RelationshipStatus, RelationshipType, Role, SessionKind
from mentorjournal.primers import IDS
from tests.guidance.study import DAY, Study, session

READ, AGREE, SHEET, PLAN = FirstStep
LATER = DAY + timedelta(days=9)
ONE_STOP = RelationshipType.ONE_STOP


def steps(journal: Journal, *read: str) -> dict[FirstStep, bool]:
    return {one.step: one.done for one in first_days(journal, read)}


@pytest.mark.parametrize(("kind", "role"), [*product(RelationshipType, Role)])
def test_each_kind_and_role_has_two_or_three_steps_and_a_primer_that_exists(
    kind: RelationshipType, role: Role
) -> None:
    found, primer = STEPS[kind, role]
    assert 2 <= len(found) <= 3 and len(set(found)) == len(found)
    assert primer in IDS
    assert (SHEET in found) == (kind is ONE_STOP)
    assert (AGREE in found) == (kind is not ONE_STOP)


def test_the_order_is_that_of_the_kind(study: Study) -> None:
    formal = study.begin("Heron", Role.MENTOR)
    assert list(steps(formal)) == [READ, AGREE, PLAN]
    one_stop = study.begin("Lark", Role.MENTEE, ONE_STOP, specialist_topic="Saying no")
    assert list(steps(one_stop)) == [SHEET, PLAN, READ]


def test_reading_the_primer_of_the_role_does_the_first_step(study: Study) -> None:
    journal = study.begin(role=Role.MENTOR)
    assert steps(journal, "what") == {READ: False, AGREE: False, PLAN: False}
    assert steps(journal, "confidentiality")[READ]


def test_a_draft_of_the_agreement_does_the_second(study: Study) -> None:
    journal = study.begin()
    journal.agreements.begin()
    assert steps(journal)[AGREE]


def test_the_question_does_the_step_of_the_sheet(study: Study) -> None:
    asked = study.begin("Lark", Role.MENTEE, ONE_STOP, specialist_topic="No", question="How do I say no?")
    not_yet = study.begin("Wren", Role.MENTEE, ONE_STOP, specialist_topic="No")
    assert steps(asked)[SHEET] and not steps(not_yet)[SHEET]


@pytest.mark.parametrize(
    ("kind", "minutes", "called"),
    [
        (RelationshipType.LONG_TERM_FORMAL, 60, SessionKind.FIRST),
        (RelationshipType.INFORMAL, 45, SessionKind.FIRST),
        (ONE_STOP, 30, SessionKind.ONE_STOP),
    ],
)
def test_the_first_conversation_is_planned_with_its_agenda_and_as_long_as_that(
    study: Study, kind: RelationshipType, minutes: int, called: SessionKind
) -> None:
    journal = study.begin(type=kind, specialist_topic="No")
    (told,) = (one for one in first_days(journal, ()) if one.step is PLAN)
    assert (told.minutes, told.done) == (minutes, False)
    plan_first(journal, LATER)
    (told,) = (one for one in first_days(journal, ()) if one.step is PLAN)
    assert told.done and told.day == LATER and told.session is not None
    planned = journal.sessions.get(told.session)
    assert (planned.day, planned.minutes, planned.kind) == (LATER, minutes, called)
    agenda = journal.topics.of_session(told.session)
    assert sum(topic.minutes or 0 for topic in agenda) == minutes


def test_a_length_that_was_agreed_stays(study: Study) -> None:
    journal = study.begin(commitment=Commitment(minutes=90))
    plan_first(journal, LATER)
    assert [one.minutes for one in journal.sessions.facts()] == [90]


def test_planning_it_is_one_act_to_be_undone_and_done_again(study: Study) -> None:
    journal = study.begin()
    change = plan_first(journal, LATER)
    assert change.label == "Plan the first session" and change.undo is not None
    again = change.undo()
    assert journal.sessions.facts() == [] and not steps(journal)[PLAN]
    assert again.undo is not None
    again.undo()
    assert len(journal.sessions.facts()) == 1


def test_a_day_that_is_past_is_refused_and_nothing_is_planned(study: Study) -> None:
    journal = study.begin()
    with pytest.raises(InvalidInput, match="That day is past"):
        plan_first(journal, DAY - timedelta(days=1))
    assert journal.sessions.facts() == []


def test_they_go_when_all_are_done(study: Study) -> None:
    journal = study.begin()
    journal.agreements.begin()
    plan_first(journal, LATER)
    assert len(first_days(journal, ())) == 3
    assert first_days(journal, ("confidentiality",)) == ()


def test_a_step_that_nobody_offers_is_left_out_and_waited_for_no_longer(study: Study) -> None:
    journal = study.begin()
    offered = (READ, PLAN)
    assert [one.step for one in first_days(journal, (), offered)] == [READ, PLAN]
    plan_first(journal, LATER)
    assert first_days(journal, ("confidentiality",), offered) == ()


def test_put_away_they_stay_away_and_undo_brings_them_back(study: Study) -> None:
    journal = study.begin()
    change = put_away(journal)
    assert first_days(journal, ()) == ()
    study.clock.now += timedelta(days=4000)
    assert first_days(journal, ()) == ()
    assert change.undo is not None
    again = change.undo()
    assert len(first_days(journal, ())) == 3
    assert (change.label, again.label) == ("Put the first days away",) * 2


def test_they_go_with_the_first_session_that_was_held(study: Study) -> None:
    journal = study.begin()
    session(journal, -1)
    assert first_days(journal, ()) == ()


def test_they_go_once_a_few_entries_were_written(study: Study) -> None:
    journal = study.begin()
    for number in range(FEW_ENTRIES + 1):
        assert first_days(journal, ())
        journal.reflections.add(
            Reflection(id=new_entry_id(), day=date(2026, 11, 26), text=from_plain(f"Thought {number}"))
        )
    assert first_days(journal, ()) == ()


def test_a_relationship_that_rests_or_is_closed_has_none(study: Study) -> None:
    journal = study.begin(type=RelationshipType.INFORMAL, status=RelationshipStatus.ACTIVE)
    journal.life.take(Step.PAUSE)
    assert first_days(journal, ()) == ()
    journal.life.take(Step.CLOSE)
    assert first_days(journal, ()) == ()
