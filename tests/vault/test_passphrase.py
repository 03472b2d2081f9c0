"""A passphrase has one spelling, an honest strength, and a cost that fits the machine."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.errors import EmptyPassphrase, InvalidInput
from mentorjournal.vault.passphrase import calibrated, normalised, strength
from mentorjournal.vault.sealing import FLOOR


@given(st.text(min_size=1))
def test_composed_and_decomposed_spellings_are_one_passphrase(passphrase: str) -> None:
    assert normalised(unicodedata.normalize("NFD", passphrase)) == normalised(
        unicodedata.normalize("NFC", passphrase)
    )


def test_what_is_no_passphrase_is_refused() -> None:
    with pytest.raises(EmptyPassphrase):
        normalised("")
    with pytest.raises(InvalidInput) as caught:
        normalised("secret\ud800")
    assert "secret" not in str(caught.value)


def test_strength_tells_weak_from_strong_and_gives_advice() -> None:
    weak, strong = strength("password1"), strength("nine grey herons rewrite the ferry timetable")
    assert weak.score <= 1 and weak.advice
    assert strong.score == 4
    assert strength("").score == 0


def test_a_very_long_passphrase_is_judged_at_once() -> None:
    assert strength("a long walk " * 5000).score in range(5)


def test_a_slow_machine_never_goes_below_the_floor() -> None:
    seconds = iter(range(0, 1000, 5))
    assert calibrated(lambda: next(seconds)) == FLOOR


def test_a_faster_machine_is_asked_for_more() -> None:
    times = iter([0.0, 0.35, 1.0, 1.7])
    cost = calibrated(lambda: next(times))
    assert cost.memory_kib == 2 * FLOOR.memory_kib
    assert cost.within_bounds()
