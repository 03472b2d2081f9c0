"""What changed between two texts: nothing of either is lost, and long ones take a moment."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.model.blocks import from_plain
from mentorjournal.model.difference import Run, RunKind, counted, difference, part_differences
from mentorjournal.model.revision import Part

SAME, ADDED, REMOVED = RunKind.SAME, RunKind.ADDED, RunKind.REMOVED
WORDS = st.lists(
    st.sampled_from(["a", "the", "heron", "river", "word", "，", "目", "\n", " ", "don't"]), max_size=60
)


def told(runs: tuple[Run, ...]) -> list[tuple[str, str]]:
    return [(run.kind.value, run.text) for run in runs]


def rebuilt(runs: tuple[Run, ...], *kinds: RunKind) -> str:
    return "".join(run.text for run in runs if run.kind in kinds)


def check_whole(old: str, new: str) -> tuple[Run, ...]:
    runs = difference(old, new)
    assert rebuilt(runs, SAME, ADDED) == new
    assert rebuilt(runs, SAME, REMOVED) == old
    assert all(one.kind is not other.kind for one, other in pairwise(runs))
    assert all(run.text for run in runs)
    return runs


@given(st.text(max_size=200), st.text(max_size=200))
def test_what_is_same_and_added_is_the_new_text_and_same_and_removed_the_old(old: str, new: str) -> None:
    check_whole(old, new)


@given(WORDS, WORDS)
def test_so_it_is_for_texts_with_much_in_common(old: list[str], new: list[str]) -> None:
    check_whole("".join(old), "".join(new))


@given(st.text(max_size=300))
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert {run.kind for run in difference(text, text)} <= {SAME}


def test_a_changed_word_is_shown_whole_and_the_rest_stays() -> None:
    assert told(difference("I asked her about the plan.", "I asked him about the plan.")) == [
        ("same", "I asked "),
        ("removed", "her"),
        ("added", "him"),
        ("same", " about the plan."),
    ]


def test_a_rewritten_sentence_is_one_change_and_not_a_change_for_each_word() -> None:
    runs = difference("We met. It was short. Then home.", "We met. They spoke at length. Then home.")
    assert [run.kind for run in runs] == [SAME, REMOVED, ADDED, SAME]


def test_a_paragraph_that_was_put_in_leaves_the_others_alone() -> None:
    assert told(difference("One.\nThree.", "One.\nTwo.\nThree.")) == [
        ("same", "One.\n"),
        ("added", "Two.\n"),
        ("same", "Three."),
    ]


def long_text(seed: int, paragraphs: int, words: int) -> list[list[str]]:
    rng = random.Random(seed)
    vocabulary = [f"word{n}" for n in range(400)] + ["the", "and", "of"] * 60
    return [[rng.choice(vocabulary) for _ in range(words)] for _ in range(paragraphs)]


def text_of(paragraphs: list[list[str]]) -> str:
    return "\n".join(" ".join(words) for words in paragraphs)


@pytest.mark.parametrize("shape", [(200, 90), (1, 18_000), (18_000, 1)])
@pytest.mark.parametrize("changes", [1, 40, 2000])
def test_a_long_text_is_compared_whole(shape: tuple[int, int], changes: int) -> None:
    paragraphs = long_text(1, *shape)
    old = text_of(paragraphs)
    rng = random.Random(2)
    for number in range(changes):
        words = rng.choice(paragraphs)
        words[rng.randrange(len(words))] = f"new{number}"
    runs = check_whole(old, text_of(paragraphs))
    assert len(old) > 90_000
    if changes == 1:
        assert rebuilt(runs, ADDED) == "new0"


def test_the_worst_of_texts_is_still_told_apart() -> None:
    old, new = "a b " * 25_000, "b c " * 25_000
    check_whole(old, new)


def part(key: str, text: str, label: str = "") -> Part:
    return Part(key, label or key, from_plain(text))


def test_parts_are_compared_each_with_its_own_and_gone_ones_stay_in_their_place() -> None:
    old = [part("title", "Then"), part("block 1", "kept"), part("block 2", "gone"), part("block 3", "last")]
    new = [part("title", "Now"), part("block 1", "kept"), part("block 3", "last"), part("block 4", "new")]
    found = part_differences(old, new)
    assert [one.label for one in found] == ["title", "block 1", "block 2", "block 3", "block 4"]
    assert [one.is_changed for one in found] == [True, False, True, False, True]
    assert counted(found) == (2, 2)


def test_an_answer_belongs_to_its_question_in_its_wording() -> None:
    old = [part("answer what", "one", "What happened?")]
    new = [part("answer what", "one", "What happened?"), part("answer what", "two", "What else?")]
    assert [one.is_changed for one in part_differences(old, new)] == [False, True]


def test_what_somebody_wrote_is_not_in_what_a_run_says_of_itself() -> None:
    found = part_differences([part("text", "secret")], [part("text", "hidden")])
    assert "secret" not in repr(found) and "hidden" not in repr(found)
