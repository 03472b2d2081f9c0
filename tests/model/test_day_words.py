from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.errors import InvalidInput
from mentorjournal.model.day_words import read_day_gone, read_day_words

TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", date(2026, 11, 24)),
        ("Tomorrow", date(2026, 11, 25)),
        ("thu", date(2026, 11, 26)),
        ("Tuesday", date(2026, 12, 1)),
        ("next friday", date(2026, 11, 27)),
        ("in 2 weeks", date(2026, 12, 8)),
        ("three days", date(2026, 11, 27)),
        ("in a month", date(2026, 12, 24)),
        ("end of month", date(2026, 11, 30)),
        ("3 Dec", date(2026, 12, 3)),
        ("Thu 3 Dec", date(2026, 12, 3)),
        ("March 3rd", date(2027, 3, 3)),
        ("3 March 2028", date(2028, 3, 3)),
        ("2026-12-03", date(2026, 12, 3)),
        ("03.12.2026", date(2026, 12, 3)),
    ],
)
def test_a_day_is_read_as_people_say_it(words: str, day: date) -> None:
    assert read_day_words(words, TUESDAY) == day


def test_nothing_typed_is_no_day() -> None:
    assert read_day_words("   ", TUESDAY) is None


@pytest.mark.parametrize("words", ["soon", "31 Feb", "0000-01-01", "2026-13-01", "in 9999 years", "12"])
def test_what_is_no_day_is_said_and_not_guessed(words: str) -> None:
    with pytest.raises(InvalidInput, match="not understood as a day"):
        read_day_words(words, TUESDAY)


@given(st.text(max_size=30), st.dates())
def test_any_text_is_a_day_or_nothing_or_a_plain_sentence(words: str, today: date) -> None:
    try:
        day = read_day_words(words, today)
    except InvalidInput:
        return
    assert day is None or isinstance(day, date)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("", None),
        ("today", TUESDAY),
        ("yesterday", date(2026, 11, 23)),
        ("Tuesday", TUESDAY),
        ("Thursday", date(2026, 11, 19)),
        ("last Friday", date(2026, 11, 20)),
        ("3 Dec", date(2025, 12, 3)),
        ("24 November", TUESDAY),
        ("2026-03-01", date(2026, 3, 1)),
    ],
)
def test_what_is_over_is_the_last_one(words: str, day: date | None) -> None:
    assert read_day_gone(words, TUESDAY) == day


@pytest.mark.parametrize("words", ["tomorrow", "in 2 weeks", "3 Dec 2026", "end of month"])
def test_what_is_to_come_is_not_over(words: str) -> None:
    with pytest.raises(InvalidInput, match="still to come"):
        read_day_gone(words, TUESDAY)
