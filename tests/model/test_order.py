"""Places that people order."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.model.order import GAP, in_this_order
from mentorjournal.model.topic import topics_in


@given(st.lists(st.integers(-5000, 5000)))
def test_places_rise_in_the_order_given(places):
    found = in_this_order(places)
    assert len(found) == len(places)
    assert all(one < two for one, two in pairwise(found))


def test_moving_one_thing_gives_one_new_place():
    places = [GAP * number for number in range(200)]
    for moved in ([*places[:3], places[150], *places[3:150], *places[151:]], [places[-1], *places[:-1]]):
        assert sum(a != b for a, b in zip(moved, in_this_order(moved), strict=True)) == 1


def test_what_stands_in_order_stays():
    assert in_this_order([3, 7, 8]) == [3, 7, 8]
    assert in_this_order([]) == []


def test_a_full_gap_makes_room_for_all():
    assert in_this_order([0, 5, 1]) == [0, GAP, 2 * GAP]
    assert in_this_order([0, 9, 2]) == [0, 1, 2]


def test_each_pasted_line_is_a_topic_without_the_marks_of_a_list():
    assert topics_in("- One\r\n\n  2) Two\n• Three - four\n-\n*\n") == ["One", "Two", "Three - four"]
    assert topics_in("- as it was typed") == ["- as it was typed"]
    assert topics_in(" \n\t") == []
