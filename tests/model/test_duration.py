"""A length of time is read as people type it."""

from __future__ import annotations

import pytest

from mentorjournal.errors import InvalidInput
from mentorjournal.model.duration import read_minutes
from mentorjournal.model.wording import hours_short


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("90", 90),
        (" 45 min ", 45),
        ("1:30", 90),
        ("1:30 h", 90),
        ("2h", 120),
        ("1 h 30 min", 90),
        ("1h30", 90),
        ("1 hour and 5 minutes", 65),
        ("1.5 h", 90),
        ("1,5 hours", 90),
        ("1½ h", 90),
        ("24 h", 1440),
    ],
)
def test_a_length_is_read_as_it_is_typed(typed: str, minutes: int) -> None:
    assert read_minutes(typed) == minutes


@pytest.mark.parametrize("typed", ["", "long", "0", "25 h", "9999", "-5", "1:75", "½"])
def test_what_is_no_length_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(InvalidInput, match=r"\.$"):
        read_minutes(typed)


@pytest.mark.parametrize("minutes", [1, 45, 60, 61, 90, 1440])
def test_what_is_shown_is_read_back(minutes: int) -> None:
    assert read_minutes(hours_short(minutes)) == minutes
