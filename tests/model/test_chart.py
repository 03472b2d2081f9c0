"""The geometry of a goal's chart: nothing leaves its room, no two labels meet, no peak is lost."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorjournal.model.chart import Point, goal_chart, readings
from mentorjournal.model.chart_layout import lay_out
from mentorjournal.model.chart_line import MOST_POINTS, thinned
from mentorjournal.model.goal import CheckIn, Goal, Milestone
from mentorjournal.model.ids import new_check_in_id, new_entry_id, new_milestone_id
from mentorjournal.model.words import MeasureKind, MilestoneStatus

DAY = date(2026, 3, 1)
SLACK = 1e-6


class Ruler:
    """Letters of one width: six for a line of sixteen, as the window's are about."""

    line = 16.0
    unit = 1.0

    def width(self, words, role):
        return 6.0 * len(words)


def goal(values=(), **fields):
    told = tuple(
        CheckIn(id=new_check_in_id(), day=DAY + timedelta(days), value=value, what_moved_it=f"No. {place}")
        for place, (days, value) in enumerate(values)
    )
    whole = {"id": new_entry_id(), "title": "Lead a review", "day": DAY, "check_ins": told, **fields}
    return Goal(**whole)


def reached(days):
    return Milestone(
        id=new_milestone_id(),
        title="A step",
        status=MilestoneStatus.REACHED,
        reached_on=DAY + timedelta(days),
    )


MEASURES = {
    MeasureKind.PERCENT: st.floats(0, 100),
    MeasureKind.SCALE_0_10: st.integers(0, 10).map(float),
    MeasureKind.GAS: st.integers(-2, 2).map(float),
    MeasureKind.YES_NO: st.integers(0, 1).map(float),
    MeasureKind.METRIC: st.floats(-1e12, 1e12),
}


@st.composite
def charts(draw):
    measure = draw(st.sampled_from(list(MEASURES)))
    values = draw(st.lists(st.tuples(st.integers(0, 400), MEASURES[measure]), max_size=40))
    unit = draw(st.sampled_from(["", "talks", "kilograms of paper that were moved in a fortnight"]))
    steps = tuple(reached(days) for days in draw(st.lists(st.integers(0, 400), max_size=4)))
    target = draw(st.none() | MEASURES[measure])
    baseline = draw(st.none() | MEASURES[measure])
    one = goal(values, measure=measure, unit=unit, milestones=steps, target=target, baseline=baseline)
    sessions = [DAY + timedelta(days) for days in draw(st.lists(st.integers(-9, 500), max_size=6))]
    return goal_chart(one, sessions)


@settings(max_examples=300, deadline=None)
@given(charts(), st.integers(150, 900), st.integers(100, 400), st.booleans())
def test_nothing_leaves_its_room_and_no_two_labels_meet(chart, width, height, brief):
    drawing = lay_out(chart, width, height, Ruler(), brief=brief, legend="each tick is a session")
    plot = drawing.plot

    assert 0 <= plot.left < plot.right <= width
    assert 0 <= plot.top < plot.bottom <= height
    for x, y in (*drawing.line, *drawing.dots, *[at for at, _ in drawing.marks]):
        assert plot.left - SLACK <= x <= plot.right + SLACK
        assert 0 <= y <= plot.bottom + SLACK
    for words in drawing.words:
        assert words.box.left >= -SLACK
        assert words.box.right <= width + SLACK
        assert words.box.top >= -SLACK
        assert words.box.bottom <= height + SLACK
    boxes = [words.box for words in drawing.words]
    for place, box in enumerate(boxes):
        assert not any(box.meets(other) for other in boxes[place + 1 :])


@settings(max_examples=200, deadline=None)
@given(charts(), st.integers(300, 900))
def test_now_is_always_labelled_and_start_where_the_axis_does_not_say_it(chart, width):
    drawing = lay_out(chart, width, 160, Ruler())
    roles = [words.role for words in drawing.words]

    assert roles.count("now") == 1
    axis = {words.text for words in drawing.words if words.role == "axis"}
    if len(chart.points) > 1 and chart.start_label not in axis:
        assert roles.count("start") == 1


@pytest.mark.parametrize("second", [0.0, 30.0, 95.0])
def test_the_first_label_stands_off_a_steep_line(second):
    one = goal([(1, second), (200, 95)], baseline=45.0)
    drawing = lay_out(goal_chart(one), 480, 160, Ruler())
    start = next(words for words in drawing.words if words.role == "start")

    assert not start.clear
    corners = list(pairwise(drawing.line))
    assert not any(start.box.is_crossed(*pair) for pair in corners)


points = st.lists(st.floats(0, 1), min_size=2, max_size=900).map(
    lambda ys: [Point(place / (len(ys) - 1), y) for place, y in enumerate(ys)]
)


@given(points, st.integers(6, 300))
def test_thinning_keeps_the_ends_the_extremes_and_the_order(line, most):
    kept = thinned(line, most)

    assert len(kept) <= max(most, 2)
    assert (kept[0], kept[-1]) == (line[0], line[-1])
    assert min(point.y for point in kept) == min(point.y for point in line)
    assert max(point.y for point in kept) == max(point.y for point in line)
    assert [point.x for point in kept] == sorted(point.x for point in kept)
    assert set(kept) <= set(line)


def test_five_hundred_check_ins_are_drawn_with_fewer_points_and_read_one_by_one():
    one = goal([(day, float(day * 7 % 101)) for day in range(500)])
    assert len(goal_chart(one).points) <= MOST_POINTS
    assert len(readings(one)) == 500


def test_a_corrected_day_shows_its_last_value_and_both_can_be_read():
    one = goal([(10, 70.0), (10, 50.0)])
    assert [point.label for point in goal_chart(one).points] == ["0 %", "50 %"]
    assert [reading.value for reading in readings(one)] == ["70 %", "50 %"]


def test_a_late_check_in_stands_at_its_day_and_does_not_become_now():
    one = goal([(60, 70.0), (30, 40.0)])
    chart = goal_chart(one)
    assert chart.now_label == "70 %"
    assert [point.label for point in chart.points] == ["0 %", "40 %", "70 %"]


def test_yes_or_no_and_counted_milestones_go_in_steps():
    yes = goal([(10, 0.0), (20, 1.0)], measure=MeasureKind.YES_NO)
    counted = goal(measure=MeasureKind.MILESTONES, milestones=(reached(5), reached(9)))
    for one in (yes, counted):
        corners = goal_chart(one).line
        pairs = pairwise(corners)
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairs)
    assert goal_chart(counted).now_label == "2"


def test_the_five_levels_are_on_the_axis():
    chart = goal_chart(goal([(10, 1.0)], measure=MeasureKind.GAS))
    assert [tick.label for tick in chart.values] == ["-2", "-1", "0", "+1", "+2"]


def test_a_number_without_a_target_has_no_band():
    chart = goal_chart(goal([(10, 3.0)], measure=MeasureKind.METRIC, unit="talks"))
    assert (chart.band, chart.aim_label) == (None, "")
    assert "aiming" not in chart.words


def test_milestones_are_marks_reached_or_to_come():
    due = Milestone(id=new_milestone_id(), title="Ask", due_on=DAY + timedelta(40))
    skipped = Milestone(
        id=new_milestone_id(), title="No", due_on=DAY + timedelta(30), status=MilestoneStatus.SKIPPED
    )
    later = Milestone(id=new_milestone_id(), title="Later", due_on=DAY + timedelta(400))
    chart = goal_chart(goal([(80, 40.0)], milestones=(due, skipped, later, reached(20))))
    assert [(mark.at, mark.reached) for mark in chart.marks] == [(0.25, True), (0.5, False)]


def test_a_few_days_are_named_as_days():
    assert [tick.label for tick in goal_chart(goal([(20, 5.0)])).days] == ["1 Mar 2026", "21 Mar 2026"]
    assert [tick.label for tick in goal_chart(goal([(99, 5.0)])).days] == ["Mar 2026", "Jun 2026"]
    assert [tick.label for tick in goal_chart(goal([(0, 5.0)])).days] == ["1 Mar 2026"]
