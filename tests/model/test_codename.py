"""What could give somebody away is doubted; ordinary words are not."""

from __future__ import annotations

import pytest

from mentorjournal.model.codename import doubt


@pytest.mark.parametrize(
    "codename", ["AB", "JKR", "A.B.", "A. B.", "j.k.", "A B", "a-b", "A", "AB2", "A.B. 3", "ЖВ", "Ł. W."]
)
def test_initials_are_doubted(codename: str) -> None:
    assert "initials" in doubt(codename)


@pytest.mark.parametrize(
    "codename",
    ["Heron", "Fir", "Elm 2", "Yew", "Red kite", "Journal 3", "X-ray", "7", "", "Birch tree"],
)
def test_ordinary_words_are_not(codename: str) -> None:
    assert doubt(codename) == ""


@pytest.mark.parametrize("codename", ["Ana", "ana", "Wójcik", "Ana 2", "The wójcik"])
def test_a_part_of_a_typed_name_is_doubted(codename: str) -> None:
    assert "stands in a name" in doubt(codename, names=("Ana Wójcik", ""))


def test_a_name_in_what_was_typed_is_doubted_and_a_small_word_is_not() -> None:
    text = "How do I tell Marta that the heron is late?"
    assert "“Marta”" in doubt("marta", texts=(text,))
    assert doubt("Heron", texts=(text,)) == ""


def test_a_single_letter_of_a_name_says_nothing() -> None:
    assert doubt("Plan B tree", names=("B Jones",)) == ""
