"""The whole look: places, order, overlaps, texts of every sort, and nothing said of them."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorjournal.checks.finding import FindingKind, Known
from mentorjournal.checks.looking import CHECKS, NAMES, Look, Looking, apart, find
from tests.checks.asking import KNOWN, found
from tests.checks.measure import read

# Pieces of which texts are made that give the rules much to do.
PIECES = (
    *(
        "Anna",
        "Żaneta",
        "Wójcik’s",
        "J.",
        "Dr.",
        "van der",
        "Will",
        "May",
        "said",
        "seems",
        "she",
        "lazy",
        "Smith-",
    ),
    *(
        "“",
        "”",
        "'",
        "‘",
        "’",
        '"',
        "@",
        "a@b.org",
        "(at)",
        "07700 900123",
        "31234567",
        "student",
        "SO17 1BJ",
    ),
    *(
        "depression",
        "gay",
        ".",
        "!",
        ",",
        "\n",
        "and",
        "with",
        "the",
        "I",
        "GB29 NWBK 6016 1331 9268 19",
        "-",
    ),
    *("e\u0301", "\u0301", "אבא", "مرحبا", "陳美玲", "😀", "\x00", "\u202e", "İ", "ß", "ﬁ", "ǅ"),
    "should never apologise for asking a good question",
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_places_are_in_the_text_in_order_and_apart(text: str) -> None:
    findings = find(text, KNOWN)
    assert all(text[one.start : one.end] == one.words and one.words for one in findings)
    assert all(before.end <= after.start for before, after in pairwise(findings))


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_a_look_prepared_once_finds_the_same(text: str) -> None:
    looking = Looking(KNOWN)
    assert looking.find(text) == looking.find(text) == find(text, KNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "😀😀👩🏽‍🎓",
        "\x00\x00",
        "\u0301\u0301",
        "\u202e\u2067\u2069",
        "...",
        "\ud800",
        "שלום עולם",
        "مرحبا بالعالم",
    ],
)
def test_texts_without_anything_to_find_give_nothing(text: str) -> None:
    assert find(text, KNOWN) == ()


def test_places_hold_behind_signs_outside_the_first_plane() -> None:
    text = "😀 שלום é e\u0301. Anna"
    assert [(one.start, text[one.start :]) for one in find(text, KNOWN)] == [(len(text) - 4, "Anna")]


def test_where_nothing_is_known_names_are_still_found() -> None:
    assert found("I met Priya Nair", known=Known()) == ["Priya Nair"]
    assert found("I met Priya Nair", known=Known(partner=" ", people=("", "Dr", "."), me="Mr")) == [
        "Priya Nair"
    ]


def test_every_finding_has_a_calm_sentence() -> None:
    known, parts = read()
    sentences = [sentence.text for part in parts.values() for sentence in part]
    reasons = {one.why for text in sentences for one in find(text, known)}
    assert len(reasons) >= 10
    assert all(reason[0].isupper() and reason.endswith(".") and "!" not in reason for reason in reasons)
    assert all(20 < len(reason) <= 110 for reason in reasons)


# Overlaps


def test_who_is_named_goes_before_what_is_told() -> None:
    text = "My note: “ask Priya about the plan”"
    assert found(text) == ["Priya"]
    everything = Looking(KNOWN).everything(text)
    assert [one.words for one in everything] == ["“ask Priya about the plan”", "Priya"]
    quotation = [one for one in everything if one.kind is FindingKind.QUOTATION]
    assert apart(quotation) == tuple(quotation)


def test_the_longer_of_a_kind_stays() -> None:
    assert found("I met Dr Priya Nair") == ["Dr Priya Nair"]


def test_a_name_in_an_address_belongs_to_the_address() -> None:
    assert found("Write to Zaneta.Wojcik@example.org") == ["Zaneta.Wojcik@example.org"]


# Languages, silence, speed


def test_each_check_has_a_name_and_a_language() -> None:
    assert len({check.name for check in (*NAMES, *CHECKS)}) == len(NAMES) + len(CHECKS)
    assert {check.language for check in (*NAMES, *CHECKS)} == {"", "en"}


def test_in_a_language_without_lists_the_checks_for_all_languages_remain() -> None:
    text = "Zaneta seems depressed, a@example.org"
    assert [one.words for one in find(text, KNOWN, "xx")] == ["Zaneta", "a@example.org"]


def test_nothing_says_the_words_it_holds() -> None:
    finding = find("I met Żaneta", KNOWN)[0]
    from mentorjournal.checks.knowing import made_ready
    from mentorjournal.checks.reading import Reading

    knowing = made_ready(KNOWN)
    shown = [finding, KNOWN, knowing, *knowing.people, Looking(KNOWN), Reading("Żaneta")]
    shown.append(Look(Reading("Żaneta"), knowing))
    assert not any("aneta" in repr(one) or "apologise" in repr(one) for one in shown)


LENGTH = 100_000
HARD = {
    "marks": "'" * LENGTH,
    "opening marks": "“" * LENGTH,
    "apostrophes": "'a " * (LENGTH // 3),
    "signs": "a@" * (LENGTH // 2),
    "veils": "x (at) " * (LENGTH // 7),
    "dots": "a." * (LENGTH // 2),
    "digits": "1 " * (LENGTH // 2),
    "one number": "1" * LENGTH,
    "one word": "a" * LENGTH,
    "initials": "J. " * (LENGTH // 3),
    "titles": "Dr. " * (LENGTH // 4),
    "particles": "Anna van " * (LENGTH // 9),
    "joined": "e\u0301" * (LENGTH // 2),
    "hyphens": "a-" * (LENGTH // 2),
    "identities": "student number 1 " * (LENGTH // 17),
    "accounts": "GB29 NWBK " * (LENGTH // 10),
    "said": "never apologise for asking a good " * (LENGTH // 34),
    "signs of a name": "陳美玲" * (LENGTH // 3),
    "judgements": "she seems " * (LENGTH // 10),
}


@pytest.mark.parametrize("name", HARD)
def test_no_text_takes_long(name: str) -> None:
    """Twice the text takes about twice the time; a pattern that runs back would take four times and more."""
    looking = Looking(KNOWN)

    def seconds(text: str) -> float:
        start = time.process_time()
        looking.find(text)
        return time.process_time() - start

    text = HARD[name]
    seconds(text[:1000])
    half, whole = min(seconds(text[: LENGTH // 2]) for _ in range(2)), min(seconds(text) for _ in range(2))
    assert whole < max(4 * half, 0.4)
    assert whole < 3


def test_a_megabyte_is_looked_at() -> None:
    text = "I met Priya at noon, and we talked about the plan for the spring. " * 15_000
    assert len(find(text, KNOWN)) == 15_000
