"""Sensitive words, quotations and judgements: what tells of somebody."""

from __future__ import annotations

import pytest

from mentorjournal.checks.finding import FindingKind, Known
from mentorjournal.checks.lists import sensitive
from tests.checks.asking import found, only

SPECIAL, QUOTATION, JUDGEMENT = FindingKind.SPECIAL, FindingKind.QUOTATION, FindingKind.JUDGEMENT


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("he had depression", ["depression"]),
        ("two Panic Attacks", ["Panic Attacks"]),
        ("her disability’s effect", ["disability"]),
        ("he is HIV-positive and has AIDS", ["HIV-positive", "AIDS"]),
        ("a Muslim and a Quaker", ["Muslim", "Quaker"]),
        ("he votes Labour", ["votes Labour"]),
        ("a union rep", ["union rep"]),
        ("she is gay", ["gay"]),
        ("an asylum seeker", ["asylum seeker"]),
        ("his criminal record", ["criminal record"]),
    ],
)
def test_a_sensitive_word_is_found_in_its_forms(text: str, words: list[str]) -> None:
    assert found(f"I heard of {text} there.", SPECIAL) == words


@pytest.mark.parametrize(
    "text",
    [
        "a healthy debate",
        "a race against time",
        "the union of sets",
        "the students’ union",
        "a stroke of luck",
        "aids for teaching and hard labour",
        "faith in the plan",
        "a cost breakdown and a breakdown of the costs",
        "a wide and catholic taste",
        "office politics",
        "the depressing and unionised industry",
    ],
)
def test_a_harmless_word_is_left_alone(text: str) -> None:
    assert found(f"I saw {text}.", SPECIAL) == []


def test_each_category_has_its_reason() -> None:
    reasons = {
        term.why for behind in sensitive("en").terms.values() for found in behind.values() for term in found
    }
    assert len(reasons) == 7
    assert all(reason.startswith("This tells of") and reason.endswith(".") for reason in reasons)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("after depression", "a personal matter"),
        ("after her depression", "personal matter"),
        ("Depression came", "A personal matter"),
        ("she is gay", ""),
        ("as a Muslim", ""),
    ],
)
def test_a_vaguer_word_stands_for_a_noun(text: str, role: str) -> None:
    assert only(text).role == role


@pytest.mark.parametrize(
    "quotation",
    [
        "“ask first, then act”",
        "‘don’t wait for it’",
        '"ask first, then act"',
        "'don't wait for it'",
        "«demander d’abord»",
        "„erst fragen, dann handeln“",
        "»erst fragen«",
        "「先問再做,然後再說」",
    ],
)
def test_a_quotation_is_found_with_its_marks(quotation: str) -> None:
    assert found(f"My answer was {quotation} and so on", QUOTATION) == [quotation]


@pytest.mark.parametrize(
    "text",
    [
        "the book “Time to Think”",
        "a so-called “deliverable”",
        "the students' work and the teachers' plan",
        '5\'10" and 12" long',
        "rock 'n' roll",
        "an open “mark",
    ],
)
def test_titles_single_words_and_apostrophes_are_no_quotation(text: str) -> None:
    assert found(f"I saw {text}.", QUOTATION) == []


def test_what_the_partner_said_is_found_without_marks() -> None:
    finding = only("I should Never apologize, no: never apologise for asking a good question again")
    assert finding.words == "never apologise for asking a good question"
    assert "your mentor said" in finding.why


def test_in_marks_what_the_partner_said_has_the_stronger_reason() -> None:
    assert "your mentor said" in only("I keep “never apologise for asking a good question”").why
    assert "your mentor said" not in only("I keep “never do this or that again”").why


def test_a_few_common_words_in_a_row_are_nobodys() -> None:
    known = Known(said=("At the end of the day it is what it is.",), partner_role="my peer")
    assert found("At the end of the day we met", known=known) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She seems rather lazy", "seems rather lazy"),
        ("My manager appeared nervous", "appeared"),
        ("He is obviously bored", "obviously"),
        ("Clearly she did not care", "Clearly"),
        ("He is always late", "always"),
        ("He is clearly lazy", "clearly lazy"),
        ("the arrogant director", "arrogant"),
        ("He comes across as cold", "comes across as"),
    ],
)
def test_a_judgement_about_a_person_is_found(text: str, words: str) -> None:
    assert found(text, JUDGEMENT) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The plan seems reasonable to me",
        "It seems lazy to copy",
        "I am clearly better prepared, and I was always late",
        "We never met in person",
        "They seem realistic",
        "The results appear in Table 4",
        "The deadline was obviously too tight",
        "She was always helpful",
        "a rigid schedule and a vague plan",
    ],
)
def test_a_judgement_about_a_thing_or_oneself_is_left_alone(text: str) -> None:
    assert found(text, JUDGEMENT) == []
