"""What becomes of a text when a finding is answered: it still reads, and nothing new is found in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorjournal.checks.finding import Finding, FindingKind, Known
from mentorjournal.checks.looking import Looking, find
from mentorjournal.checks.remedies import Remedy, redacted_text, remedied, remedies_of, usual
from tests.checks.asking import KNOWN, only
from tests.checks.measure import read
from tests.checks.test_looking import TEXTS

ROLE, INITIALS, LEAVE_OUT, KEEP = Remedy.ROLE, Remedy.INITIALS, Remedy.LEAVE_OUT, Remedy.KEEP


def without(text: str, words: str = "") -> str:
    """The text with its one finding, or that of *words*, left out."""
    finding = next(one for one in find(text, KNOWN) if not words or one.words == words)
    return remedied(text, finding, LEAVE_OUT)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Żaneta helped me.", "My mentor helped me."),
        ("I used Żaneta’s outline.", "I used my mentor’s outline."),
        ("Ask Priya first.", "Ask a colleague first."),
        ("Write to a@example.org soon.", "Write to [e-mail address] soon."),
        ("I came back after depression.", "I came back after a personal matter."),
    ],
)
def test_a_role_stands_instead(text: str, shown: str) -> None:
    assert remedied(text, only(text), ROLE) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("I met Priya Nair.", "I met P. N."),
        ("Priya Nair’s plan is good.", "P. N.’s plan is good."),
        ("Ask Priya, please.", "Ask P., please."),
    ],
)
def test_initials_stand_instead(text: str, shown: str) -> None:
    assert remedied(text, only(text), INITIALS) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("I asked my colleague Priya about it.", "I asked my colleague about it."),
        ("My mentor, Żaneta, suggested a draft.", "My mentor suggested a draft."),
        ("My mentor (Żaneta) suggested it.", "My mentor suggested it."),
        ("I spoke with Priya.", "I spoke."),
        ("I wrote it because of Priya, in a week.", "I wrote it, in a week."),
        ("A friend called Priya reads it.", "A friend reads it."),
        ("Priya, the plan is ready.", "The plan is ready."),
        ("Thank you Priya", "Thank you"),
        ("I met Priya\nand left", "I met\nand left"),
        ("It is “so-called”. Priya", "It is “so-called”."),
    ],
)
def test_a_name_goes_with_what_belongs_to_it(text: str, shown: str) -> None:
    assert without(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("I listened. She seems rather lazy. I left.", "I listened. I left."),
        ("It was late. He is obviously bored.", "It was late. He is bored."),
        ("He is gay. The plan is good.", "The plan is good."),
        ("I met a Muslim colleague there.", "I met a colleague there."),
        ("Good. “Write the last page first”, said she. I did.", "Good. I did."),
        ("I keep the line “write the last page first” in mind.", "I keep the line in mind."),
        ("Yes. I should never apologise for asking a good question. I ask.", "Yes. I ask."),
    ],
)
def test_what_cannot_stand_alone_goes_with_its_sentence(text: str, shown: str) -> None:
    assert without(text) == shown


def test_to_keep_changes_nothing() -> None:
    text = "Żaneta helped me."
    assert remedied(text, only(text), KEEP) == text


def test_a_remedy_that_does_not_fit_leaves_out() -> None:
    text = "I asked my colleague Priya about it."
    assert remedied(text, only(text), ROLE) == "I asked my colleague about it."


def test_only_what_fits_is_offered() -> None:
    assert remedies_of(only("Żaneta helped me.")) == (ROLE, INITIALS, LEAVE_OUT, KEEP)
    assert remedies_of(only("my colleague Priya")) == (INITIALS, LEAVE_OUT, KEEP)
    assert remedies_of(only("She seems lazy.")) == (LEAVE_OUT, KEEP)


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("Żaneta helped me.", ROLE),
        ("I asked my colleague Priya.", LEAVE_OUT),
        ("I know a friend called Priya.", LEAVE_OUT),
        ("She seems lazy.", LEAVE_OUT),
    ],
)
def test_the_usual_remedy_is_the_one_that_says_least(text: str, remedy: Remedy) -> None:
    assert usual(text, only(text)) is remedy


def test_a_paragraph_beside_is_never_touched() -> None:
    text = "First line, untouched.\nShe seems lazy.\nLast line."
    assert remedied(text, only(text), LEAVE_OUT) == "First line, untouched.\n\nLast line."


SENTENCES = [sentence.text for part in read()[1].values() for sentence in part]
JOINED = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join)


def words_of(text: str, kind: FindingKind) -> list[str]:
    return [one.words for one in Looking(Known()).everything(text) if one.kind is kind]


def answered(text: str, remedy: Remedy) -> list[tuple[Finding, str]]:
    return [(one, remedied(text, one, remedy)) for one in find(text, Known(partner_role="my mentor"))]


@given(st.one_of(JOINED, TEXTS), st.sampled_from([ROLE, INITIALS, LEAVE_OUT]))
@settings(max_examples=150, deadline=None)
def test_no_remedy_makes_a_new_finding_of_the_same_kind(text: str, remedy: Remedy) -> None:
    for finding, shown in answered(text, remedy):
        before = words_of(text, finding.kind)
        assert set(words_of(shown, finding.kind)) <= set(before)


@given(JOINED)
@settings(max_examples=100, deadline=None)
def test_nothing_is_found_once_all_is_answered(text: str) -> None:
    known, _ = read()
    looking = Looking(known)
    for _ in range(6):
        if not (findings := looking.find(text)):
            break
        text = redacted_text(text, findings)
    assert looking.find(text) == ()


@given(st.one_of(JOINED, TEXTS))
@settings(max_examples=100, deadline=None)
def test_answered_texts_have_no_gaps(text: str) -> None:
    for _, shown in answered(text, LEAVE_OUT):
        assert shown.count("  ") <= text.count("  ")
        assert shown.count(" ,") <= text.count(" ,")
        assert len(shown) <= len(text)
