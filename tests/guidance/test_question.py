"""Which question is offered, from where, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from mentorjournal.guidance.phase import Suggestion
from mentorjournal.guidance.question import Offered, Open, candidates, day_said
from mentorjournal.model.goal import CheckIn, Goal
from mentorjournal.model.ids import new_check_in_id, new_entry_id
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.session import Session
from mentorjournal.model.words import Phase, RelationshipForm, RelationshipType, Role, SessionKind
from mentorjournal.own_questions import NOTHING, merged, new_set, with_own_set, with_set_shown
from mentorjournal.prompts import prompt_sets

TODAY = date(2026, 11, 24)  # a Tuesday
THURSDAY = TODAY + timedelta(days=2)
MENTEE = Relationship(codename="Lark", my_role=Role.MENTEE, type=RelationshipType.LONG_TERM_FORMAL)
MENTOR = replace(MENTEE, my_role=Role.MENTOR)
PEER = replace(MENTEE, my_role=Role.PEER, form=RelationshipForm.PEER)
ONE_STOP = replace(MENTEE, type=RelationshipType.ONE_STOP, specialist_topic="A talk")
NO_PHASE = Suggestion(Phase.NOT_TRACKED, "Phases are not followed.")


def best(*about: Any) -> Offered | None:
    return next(iter(candidates(*about)), None)


def session(day: date, kind: SessionKind = SessionKind.REGULAR) -> Session:
    return Session(id=new_entry_id(), day=day, kind=kind)


def goal(*, days_ago: int = 0, criterion: str = "Two talks given", checked_ago: int | None = None) -> Goal:
    checks = ()
    if checked_ago is not None:
        checks = (CheckIn(id=new_check_in_id(), day=TODAY - timedelta(days=checked_ago), value=40),)
    return Goal(
        id=new_entry_id(),
        title="Speak",
        day=TODAY - timedelta(days=days_ago),
        success_criterion=criterion,
        check_ins=checks,
    )


PHASES = {phase: Suggestion(phase, f"You are {phase.label}.") for phase in Phase}
RULES = [
    (
        MENTEE,
        Open(next_session=session(THURSDAY)),
        NO_PHASE,
        "grow",
        "You meet on Thursday, and nothing is on",
    ),
    (MENTOR, Open(next_session=session(TODAY)), NO_PHASE, "grow", "You meet today, and nothing is on the"),
    (ONE_STOP, Open(next_session=session(THURSDAY)), NO_PHASE, "five_c", "nothing is on the agenda yet."),
    (MENTEE, Open(next_session=session(THURSDAY), agenda=2), NO_PHASE, "five_c", "You meet on Thursday."),
    (
        MENTOR,
        Open(next_session=session(THURSDAY), agenda=2),
        NO_PHASE,
        "thinking_environment",
        "You meet on Thursday.",
    ),
    (
        MENTEE,
        Open(next_session=session(THURSDAY, SessionKind.FIRST)),
        NO_PHASE,
        "relationship_phases",
        "first time on Thursday.",
    ),
    (
        MENTEE,
        Open(next_session=session(THURSDAY, SessionKind.ENDING_REVIEW)),
        NO_PHASE,
        "relationship_phases",
        "last time on Thursday.",
    ),
    (
        MENTEE,
        Open(last_session=session(TODAY - timedelta(days=1))),
        NO_PHASE,
        "what_so_what",
        "You met yesterday, and nothing is written about it yet.",
    ),
    (MENTOR, Open(last_session=session(TODAY)), NO_PHASE, "gibbs", "You met today, and nothing is written"),
    (PEER, Open(last_session=session(TODAY)), NO_PHASE, "what_so_what", "You met today"),
    (MENTEE, Open(), PHASES[Phase.WINDING_UP], "relationship_phases", "You are winding up."),
    (MENTEE, Open(), PHASES[Phase.MOVING_ON], "relationship_phases", "You are moving on."),
    (
        MENTEE,
        Open(goals=[goal(criterion="")]),
        NO_PHASE,
        "smart",
        "“Speak” does not say yet how you will know",
    ),
    (MENTEE, Open(goals=[goal(days_ago=60)]), NO_PHASE, "scaling", "“Speak” has not moved for 8 weeks."),
    (
        MENTEE,
        Open(goals=[goal(days_ago=60, checked_ago=35)]),
        NO_PHASE,
        "scaling",
        "“Speak” has not moved for 5 weeks.",
    ),
    (PEER, Open(), NO_PHASE, "peer", "You think in turns"),
    (
        replace(MENTEE, form=RelationshipForm.REVERSE),
        Open(),
        NO_PHASE,
        "reverse",
        "You learn from each other",
    ),
    (MENTEE, Open(), PHASES[Phase.RAPPORT_BUILDING], "relationship_phases", "You are building rapport."),
    (MENTEE, Open(goals=[goal(checked_ago=3)]), NO_PHASE, "what_so_what", "Nothing is due"),
    (MENTOR, Open(), NO_PHASE, "nine_principles", "A question on how you mentor."),
]


@pytest.mark.parametrize(("relationship", "open", "phase", "set_id", "why"), RULES)
def test_the_question_fits_what_is_open(relationship, open, phase, set_id, why):
    offered = best(relationship, phase, open, frozenset(), prompt_sets(), TODAY)
    assert offered is not None
    assert offered.set_id == set_id
    assert why in offered.why and offered.why.endswith(".")
    shown = {one.id: one for one in prompt_sets()}[set_id]
    step = next(step for step in shown.steps if step.id == offered.step_id)
    assert offered.question in step.questions(relationship.my_role)


def test_it_is_about_the_session_or_the_goal_that_brings_it():
    ahead, resting = session(THURSDAY), goal(days_ago=60)
    found = candidates(
        MENTEE, NO_PHASE, Open(next_session=ahead, goals=[resting]), frozenset(), prompt_sets(), TODAY
    )
    assert found[0].session_id == ahead.id
    assert found[1].goal_id == resting.id


def test_a_far_session_a_done_reflection_and_a_young_goal_bring_nothing():
    open = Open(
        next_session=session(TODAY + timedelta(days=8)),
        last_session=session(TODAY),
        written_since=True,
        goals=[goal(days_ago=27)],
    )
    offered = best(MENTEE, NO_PHASE, open, frozenset(), prompt_sets(), TODAY)
    assert offered is not None and offered.why.startswith("Nothing is due")


def test_the_same_day_offers_the_same_and_another_day_another():
    def on(day):
        return best(MENTEE, NO_PHASE, Open(), frozenset(), prompt_sets(), day)

    assert on(TODAY) == on(TODAY)
    assert len({on(TODAY + timedelta(days=n)).question for n in range(6)}) == 6


def test_what_was_asked_lately_is_not_offered_again():
    seen: set[str] = set()
    for _ in range(12):
        offered = best(MENTEE, NO_PHASE, Open(), frozenset(seen), prompt_sets(), TODAY)
        assert offered is not None and offered.question not in seen
        seen.add(offered.question)


def test_when_everything_was_asked_something_comes_back():
    asked = frozenset(q for s in prompt_sets() for step in s.steps for q in (*step.mentee, *step.mentor))
    assert best(MENTEE, NO_PHASE, Open(), asked, prompt_sets(), TODAY) is not None


def test_another_comes_for_another_reason_first():
    open = Open(next_session=session(THURSDAY), goals=[goal(criterion="")])
    found = candidates(MENTEE, NO_PHASE, open, frozenset(), prompt_sets(), TODAY)
    assert len({one.why for one in found[:3]}) == 3
    assert len({one.question for one in found}) == len(found) > 6


def test_a_hidden_set_is_never_offered_and_with_all_hidden_there_is_no_question():
    own = with_set_shown(NOTHING, "what_so_what", False)
    found = candidates(MENTEE, NO_PHASE, Open(), frozenset(), merged(prompt_sets(), own), TODAY)
    assert all(one.set_id != "what_so_what" for one in found)
    assert best(MENTEE, NO_PHASE, Open(), frozenset(), (), TODAY) is None


def test_the_writers_own_questions_are_offered_as_such():
    mine = new_set("Mine")
    mine = replace(mine, steps=(replace(mine.steps[0], mentee=("What would Ana ask?",)),))
    sets = merged(prompt_sets(), with_own_set(NOTHING, mine))
    offered = best(MENTEE, NO_PHASE, Open(), frozenset(), sets, TODAY)
    assert offered is not None
    assert (offered.question, offered.why) == ("What would Ana ask?", "A question of your own.")


def test_days_are_said_as_people_say_them():
    near = {n: day_said(TODAY + timedelta(days=n), TODAY) for n in (-3, -1, 0, 1, 2, 7)}
    assert near == {
        -3: "on Saturday",
        -1: "yesterday",
        0: "today",
        1: "tomorrow",
        2: "on Thursday",
        7: "Tuesday in a week",
    }
