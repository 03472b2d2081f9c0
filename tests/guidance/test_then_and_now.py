"""Then and now: the first value, the start as seen now, and now."""

from datetime import date

from mentorjournal.guidance.then_and_now import difference_words, then_and_now
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.rating import Rating, RatingItem

JAN, FEB, MAR = date(2026, 1, 10), date(2026, 2, 10), date(2026, 3, 1)


def rating(day, *values, then=(), labels=("Trust", "Purpose")):
    return Rating(
        id=new_entry_id(),
        day=day,
        instrument_id="relationship_check",
        name="Relationship check",
        items=tuple(RatingItem(label) for label in labels),
        values=values,
        then_values=then,
    )


def test_nothing_rated_is_nothing_to_compare():
    assert then_and_now([]) is None


def test_one_rating_has_a_now_and_no_change():
    found = then_and_now([rating(JAN, 4, None)])
    assert [(item.first, item.then, item.now) for item in found.items] == [
        (None, None, 4),
        (None, None, None),
    ]
    assert not found.has_change
    assert found.words(MAR) == "Rated on 10 January. Trust: 4 now. Purpose: no answer."


def test_the_first_and_the_newest_are_compared_and_what_lies_between_is_not():
    found = then_and_now([rating(JAN, 4, None), rating(FEB, 9, 3), rating(MAR, 6, 3)])
    assert [(item.first, item.now, item.difference) for item in found.items] == [(4, 6, 2), (3, 3, 0)]
    assert (found.first_day, found.now_day) == (JAN, MAR)


def test_the_start_as_it_is_seen_now_goes_before_what_was_said_then():
    found = then_and_now([rating(JAN, 6, 5), rating(FEB, 7, 5, then=(3, None)), rating(MAR, 8, 6)])
    trust, purpose = found.items
    assert (trust.first, trust.then, trust.now, trust.difference) == (6, 3, 8, 5)
    assert (purpose.then, purpose.difference) == (None, 1)
    assert found.then_day == FEB
    assert trust.words == "Trust: 6 at first, 3 at the start as seen now, 8 now: 5 more"
    assert found.words(date(2027, 1, 1)).startswith("First on 10 January 2026, now is 1 March 2026. Trust: 6")


def test_the_newest_look_back_counts():
    found = then_and_now([rating(JAN, 6, 5, then=(1, 1)), rating(MAR, 8, 6, then=(2, 2))])
    assert [item.then for item in found.items] == [2, 2]


def test_a_line_of_another_name_is_another_line():
    found = then_and_now([rating(JAN, 6, 5), rating(MAR, 8, 6, labels=("Trust", "Challenge"))])
    assert [(item.label, item.first) for item in found.items] == [("Trust", 6), ("Challenge", None)]


def test_a_difference_is_said_without_judging_it():
    assert [difference_words(n) for n in (3, 0, -1)] == ["3 more", "the same", "1 less"]
    assert "Trust" not in repr(then_and_now([rating(JAN, 4, None)]))
