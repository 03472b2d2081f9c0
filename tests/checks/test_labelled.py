"""How much is found of what people labelled; the aims of recall and precision are promises."""

from __future__ import annotations

import pytest

from mentorjournal.checks.finding import FindingKind
from tests.checks.measure import Score, read, score, table

NAMES = (FindingKind.PARTNER_NAME, FindingKind.OTHER_NAME)
IDENTIFYING = (*NAMES, FindingKind.EMAIL, FindingKind.TELEPHONE, FindingKind.NUMBER)
RECALL, PRECISION = 0.95, 0.8


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    known, parts = read()
    return {part: score(known, sentences) for part, sentences in parts.items()}


def test_there_are_three_hundred_sentences_and_a_third_is_clean() -> None:
    _, parts = read()
    sentences = [sentence for part in parts.values() for sentence in part]
    assert len(sentences) >= 300
    assert len({sentence.text for sentence in sentences}) == len(sentences)
    assert sum(not sentence.wanted for sentence in sentences) >= 100


@pytest.mark.parametrize("part", ["tuning", "held_out"])
def test_names_addresses_and_numbers_are_found(scores: dict[str, Score], part: str) -> None:
    print(f"\n{part}\n{table(scores[part])}")
    assert scores[part].recall(*IDENTIFYING) >= RECALL
    assert scores[part].recall(*NAMES) >= RECALL


@pytest.mark.parametrize("part", ["tuning", "held_out"])
def test_four_of_five_findings_are_right(scores: dict[str, Score], part: str) -> None:
    assert scores[part].precision(*FindingKind) >= PRECISION


@pytest.mark.parametrize("part", ["tuning", "held_out"])
def test_places_are_exact(scores: dict[str, Score], part: str) -> None:
    assert scores[part].exactness >= RECALL
