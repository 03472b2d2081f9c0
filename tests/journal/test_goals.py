"""The acts on a goal: each names itself, and each is taken back and done again exactly."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mentorjournal.errors import InvalidInput, NotFound
from mentorjournal.model.action import Action
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.goal import CheckIn, Goal
from mentorjournal.model.ids import MilestoneId, new_check_in_id, new_entry_id
from mentorjournal.model.reflection import Reflection
from mentorjournal.model.words import (
    CheckedBy,
    EntryKind,
    GoalStatus,
    MeasureKind,
    MilestoneStatus,
    SmartMark,
)

TODAY = date(2026, 3, 1)


def goal(**fields):
    return Goal(**{"id": new_entry_id(), "title": "Lead a review", "day": date(2026, 1, 5), **fields})


def check_in(value, day=TODAY, **fields):
    return CheckIn(id=new_check_in_id(), day=day, value=value, **fields)


@pytest.fixture
def goals(journal):
    return journal.goals


@pytest.fixture
def one(goals):
    """A goal with two milestones, a check-in and a line of evidence."""
    new = goal()
    goals.add(new)
    goals.add_milestone(new.id, "Draft", date(2026, 4, 1))
    goals.add_milestone(new.id, "Rehearse")
    goals.check_in(new.id, check_in(20))
    goals.add_evidence(new.id, "A mail")
    return new.id


ACTS = {
    "Check in on goal": lambda goals, id, step: goals.check_in(id, check_in(40, date(2026, 2, 1))),
    "Mark goal achieved": lambda goals, id, step: goals.settle(id, GoalStatus.ACHIEVED, "It stays"),
    "Edit goal": lambda goals, id, step: goals.write(replace(goals.get(id), title="Lead two")),
    "Add milestone": lambda goals, id, step: goals.add_milestone(id, "Ask"),
    "Change milestone": lambda goals, id, step: goals.change_milestone(id, step, "Write", None),
    "Reach milestone": lambda goals, id, step: goals.reach(id, step, date(2026, 2, 20)),
    "Skip milestone": lambda goals, id, step: goals.skip(id, step),
    "Move milestone": lambda goals, id, step: goals.move_milestone(id, step, 1),
    "Delete milestone": lambda goals, id, step: goals.remove_milestone(id, step),
    "Add evidence": lambda goals, id, step: goals.add_evidence(id, "Slides"),
    "Delete evidence": lambda goals, id, step: goals.remove_evidence(id, 0),
    "Delete goal": lambda goals, id, step: goals.remove(id),
}


@pytest.mark.parametrize("label", ACTS)
def test_every_act_names_itself_and_goes_back_and_forth_exactly(goals, one, label):
    before = goals.all()
    change = ACTS[label](goals, one, before[0].milestones[0].id)
    after = goals.all()
    assert change.label == label
    assert change.touched == {one}
    assert after != before

    undone = change.undo()
    assert goals.all() == before
    redone = undone.undo()
    assert goals.all() == after
    redone.undo()
    assert goals.all() == before


def test_a_late_check_in_keeps_its_day_and_does_not_say_now(goals, one):
    goals.check_in(one, check_in(60, date(2026, 2, 1), by=CheckedBy.AGREED_TOGETHER))
    kept = goals.get(one)
    assert kept.now == 20
    assert [c.value for c in kept.check_ins] == [20, 60]
    assert [c.value for c in kept.by_day] == [60, 20]


def test_reaching_a_milestone_puts_an_agreed_goal_into_progress(goals):
    new = goal()
    goals.add(new)
    goals.add_milestone(new.id, "Draft")
    goals.reach(new.id, goals.get(new.id).milestones[0].id)
    kept = goals.get(new.id)
    assert kept.status is GoalStatus.IN_PROGRESS
    assert [(was.day, was.status) for was in kept.history] == [
        (new.day, GoalStatus.AGREED),
        (TODAY, GoalStatus.IN_PROGRESS),
    ]
    assert kept.milestones[0].reached_on == TODAY


def test_counted_milestones_say_the_value_of_a_check_in(goals):
    new = goal(measure=MeasureKind.MILESTONES)
    goals.add(new)
    for title in ("Draft", "Rehearse"):
        goals.add_milestone(new.id, title)
    first, second = goals.get(new.id).milestones
    goals.reach(new.id, first.id, date(2026, 1, 20))
    goals.reach(new.id, second.id, date(2026, 2, 20))
    goals.check_in(new.id, check_in(99, date(2026, 2, 1)))
    assert goals.get(new.id).check_ins[0].value == 1
    assert goals.get(new.id).now == 2


def test_a_skipped_milestone_counts_no_more_and_can_come_again(goals, one):
    step = goals.get(one).milestones[0].id
    goals.skip(one, step)
    assert goals.get(one).milestones[0].status is MilestoneStatus.SKIPPED
    goals.reopen(one, step)
    assert goals.get(one).milestones[0].status is MilestoneStatus.PENDING


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (lambda goals, id: goals.add_milestone(id, "  "), "milestone is empty"),
        (lambda goals, id: goals.add_milestone(id, "x" * 301), "too long"),
        (lambda goals, id: goals.add_evidence(id, "\n"), "line is empty"),
        (lambda goals, id: goals.add_evidence(id, "x" * 100_000), "too long"),
        (lambda goals, id: goals.check_in(id, check_in(40, TODAY + timedelta(1))), "cannot lie ahead"),
        (lambda goals, id: goals.settle(id, GoalStatus.ACHIEVED, "x" * 100_000), "too long"),
        (lambda goals, id: goals.write(replace(goals.get(id), baseline=5.0, target=5.0)), "are the same"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_changes_nothing(goals, one, act, words):
    before = goals.all()
    with pytest.raises(InvalidInput, match=words):
        act(goals, one)
    assert goals.all() == before


def test_a_milestone_that_is_gone_is_not_found(goals, one):
    with pytest.raises(NotFound):
        goals.reach(one, MilestoneId("gone"))
    with pytest.raises(NotFound):
        goals.remove_evidence(one, 7)


def test_a_goal_from_an_older_copy_with_no_way_to_go_can_still_move(desk, journal, one):
    desk.db.run("UPDATE goal SET baseline = 50, target = 50 WHERE id = ?", (one,))
    journal.close()
    again = desk.open().goals
    again.check_in(one, check_in(60))
    assert again.get(one).now == 60


def test_everything_of_a_goal_is_there_after_opening_again(desk, journal, goals, one):
    full = replace(
        goals.get(one),
        start_on=date(2026, 1, 10),
        target_on=date(2026, 9, 1),
        support_needed="A friendly face",
        measure=MeasureKind.GAS,
        baseline=-2.0,
        target=1.0,
        gas_levels=("much less", "less", "expected", "more", "much more"),
        smart=(SmartMark.YES, None, SmartMark.NO, SmartMark.NOT_APPLICABLE, SmartMark.YES),
        check_ins=(),
    )
    new = replace(full, id=new_entry_id())
    goals.add(new)
    journal.close()
    assert desk.open().goals.get(new.id) == new


def test_what_names_a_goal_is_listed_newest_first(journal, goals, one):
    action = Action(id=new_entry_id(), day=date(2026, 2, 1), text="Send the slides", goal_id=one)
    thought = Reflection(id=new_entry_id(), day=date(2026, 2, 9), text=from_plain("x"), goal_id=one)
    journal.actions.add(action)
    journal.reflections.add(thought)
    journal.actions.add(Action(id=new_entry_id(), day=TODAY, text="Something else"))
    assert [(row.kind, row.id) for row in goals.linked(one)] == [
        (EntryKind.REFLECTION, thought.id),
        (EntryKind.ACTION, action.id),
    ]


def test_five_hundred_check_ins_come_back_in_their_order(journal, goals, desk):
    new = goal()
    goals.add(new)
    told = [check_in(number % 101, date(2025, 1, 1) + timedelta(number % 250)) for number in range(500)]
    with journal.together():
        for each in told:
            goals.check_in(new.id, each)
    journal.close()
    assert [c.id for c in desk.open().goals.get(new.id).check_ins] == [c.id for c in told]
