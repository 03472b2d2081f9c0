"""What a goal says of where it stands, and what it cannot be."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.errors import InvalidInput
from mentorjournal.model import milestones
from mentorjournal.model.goal import CheckIn, Goal, Milestone, value_text
from mentorjournal.model.goal_rules import check_check_in, checked, checked_aim
from mentorjournal.model.ids import new_check_in_id, new_entry_id, new_milestone_id
from mentorjournal.model.numbers import even_steps, number_text, short_number
from mentorjournal.model.words import MeasureKind, MilestoneStatus, SmartMark

DAY = date(2026, 3, 1)


def goal(**fields):
    return Goal(**{"id": new_entry_id(), "title": "Lead a review", "day": DAY, **fields})


def check_in(value, day=DAY, **fields):
    return CheckIn(id=new_check_in_id(), day=day, value=value, **fields)


def step(title="A step", **fields):
    return Milestone(id=new_milestone_id(), title=title, **fields)


def reached(day):
    return step(status=MilestoneStatus.REACHED, reached_on=day)


def test_now_is_the_newest_day_and_not_what_was_written_last():
    late = goal(check_ins=(check_in(70, date(2026, 5, 1)), check_in(30, date(2026, 4, 1))))
    assert late.now == 70
    assert [one.value for one in late.by_day] == [30, 70]


def test_of_one_day_the_last_written_counts():
    assert goal(check_ins=(check_in(70), check_in(50))).now == 50


@given(st.lists(st.tuples(st.dates(DAY, DAY + timedelta(9)), st.floats(0, 100)), min_size=1, max_size=12))
def test_the_latest_is_the_last_of_the_check_ins_by_day(told):
    one = goal(check_ins=tuple(check_in(value, day) for day, value in told))
    assert one.latest == one.by_day[-1]
    assert one.latest.day == max(day for day, _ in told)


def test_counted_milestones_say_start_now_and_end_themselves():
    steps = (reached(DAY), step(), step(status=MilestoneStatus.SKIPPED))
    one = goal(measure=MeasureKind.MILESTONES, baseline=7, target=9, milestones=steps)
    assert (one.start, one.now, one.end, one.progress) == (0, 1, 2, 0.5)
    assert one.reached_by(DAY - timedelta(1)) == 0


def test_a_number_without_a_target_has_no_invented_aim():
    one = goal(measure=MeasureKind.METRIC, unit="talks", check_ins=(check_in(3),))
    assert not one.has_aim
    assert one.progress == 0
    assert goal(measure=MeasureKind.PERCENT).has_aim


def test_a_level_says_its_own_words():
    one = goal(measure=MeasureKind.GAS, gas_levels=("none", "one", "two", "three", "four"))
    assert [one.level_words(value) for value in (-2, 0, 2)] == ["none", "two", "four"]
    assert goal(measure=MeasureKind.GAS).level_words(0) == ""


def test_smart_questions_are_open_only_once_one_was_answered():
    yes, no, never = SmartMark.YES, SmartMark.NO, SmartMark.NOT_APPLICABLE
    assert goal().open_smart == ()
    assert goal(smart=(None,) * 5).open_smart == ()
    assert goal(smart=(yes, no, never, None, yes)).open_smart == (1, 3)


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"title": "  "}, "title", "needs a title"),
        ({"title": "x" * 121}, "title", "at most 120"),
        ({"start_on": date(2026, 5, 1), "target_on": date(2026, 4, 1)}, "target_on", "ends before it begins"),
        ({"baseline": 101.0}, "baseline", "from 0 to 100"),
        ({"target": float("nan")}, "target", "from 0 to 100"),
        ({"measure": MeasureKind.GAS, "gas_levels": ("a",)}, "gas_levels", "five levels"),
        (
            {"measure": MeasureKind.SCALE_0_10, "check_ins": (check_in(40),)},
            "measure",
            "check-ins do not fit",
        ),
    ],
)
def test_a_goal_that_cannot_be_kept_is_refused_by_its_field(fields, field, words):
    with pytest.raises(InvalidInput, match=words) as refused:
        checked(goal(**fields))
    assert refused.value.field == field


@pytest.mark.parametrize(
    "fields",
    [
        {"baseline": 50.0, "target": 50.0},
        {"measure": MeasureKind.GAS, "target": -2.0},
        {"measure": MeasureKind.METRIC, "target": 0.0},
    ],
)
def test_a_goal_does_not_end_where_it_begins(fields):
    with pytest.raises(InvalidInput, match="are the same"):
        checked_aim(goal(**fields))


def test_a_goal_may_lead_downwards_or_have_no_number_at_all():
    checked_aim(goal(measure=MeasureKind.METRIC, baseline=85.0, target=75.0))
    checked_aim(goal(measure=MeasureKind.YES_NO, baseline=1.0))
    checked_aim(goal(measure=MeasureKind.NONE))


@pytest.mark.parametrize(
    ("measure", "one", "words"),
    [
        (MeasureKind.GAS, check_in(0.5), "whole steps"),
        (MeasureKind.PERCENT, check_in(float("nan")), "from 0 to 100"),
        (MeasureKind.PERCENT, check_in(5, DAY + timedelta(1)), "cannot lie ahead"),
        (MeasureKind.PERCENT, check_in(5, what_moved_it="x" * 281), "at most 280"),
        (MeasureKind.PERCENT, check_in(5, confidence=11), "from 0 to 10"),
    ],
)
def test_a_check_in_that_cannot_be_is_refused(measure, one, words):
    with pytest.raises(InvalidInput, match=words):
        check_check_in(goal(measure=measure), one, DAY)


def test_milestones_move_within_their_order_and_stay_at_its_ends():
    first, second, third = steps = (step("a"), step("b"), step("c"))
    assert milestones.moved(steps, first.id, 1) == (second, first, third)
    assert milestones.moved(steps, first.id, -1) == steps
    assert milestones.moved(steps, third.id, 9) == steps
    assert milestones.without(steps, second.id) == (first, third)


def test_a_reached_milestone_keeps_its_day_until_it_is_reopened():
    one = step("a")
    (done,) = milestones.reached((one,), one.id, DAY, DAY)
    assert (done.status, done.reached_on) == (MilestoneStatus.REACHED, DAY)
    assert milestones.reopened((done,), one.id) == (one,)
    with pytest.raises(InvalidInput, match="ahead"):
        milestones.reached((one,), one.id, DAY + timedelta(1), DAY)


def test_numbers_are_said_without_digits_that_say_nothing():
    said = {40.0: "40", 2.50: "2.5", 0.1: "0.1", 1234567.0: "1,234,567", -3.0: "-3", 0.00001: "1e-05"}
    assert {value: number_text(value) for value in said} == said
    assert value_text(12500, MeasureKind.METRIC, "pages") == "12,500 pages"
    assert [short_number(value) for value in (9999, 1.5e6, -1e12)] == ["9999", "1.5m", "-1tn"]


@given(st.floats(-1e12, 1e12), st.floats(-1e12, 1e12), st.booleans())
def test_the_steps_of_an_axis_are_few_even_and_hold_every_value(one, other, whole):
    low, high = sorted((round(one), round(other)) if whole else (one, other))
    steps = even_steps(low, high, whole=whole)
    near = 1e-6 * max(abs(low), abs(high), 1)
    assert 2 <= len(steps) <= 6
    assert steps[0] <= low + near
    assert steps[-1] >= high - near
    assert steps == sorted(set(steps))


def test_a_goal_says_nothing_of_itself_when_it_is_printed_by_mistake():
    one = goal(milestones=(step("secret"),), check_ins=(check_in(1, what_moved_it="secret"),))
    assert "secret" not in repr(replace(one, title="secret"))
