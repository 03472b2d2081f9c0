"""Names: those that the journal knows, in any spelling, and others by the way they are written."""

from __future__ import annotations

import unicodedata

import pytest

from mentorjournal.checks.finding import FindingKind, Known
from tests.checks.asking import KNOWN, found, only

PARTNER, OTHER = FindingKind.PARTNER_NAME, FindingKind.OTHER_NAME


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I met Żaneta today", "Żaneta"),
        ("I met Zaneta today", "Zaneta"),
        ("I met zaneta today", "zaneta"),
        ("I met ŻANETA today", "ŻANETA"),
        ("I met Dr. Wójcik today", "Dr. Wójcik"),
        ("I met Żaneta  M. Wójcik today", "Żaneta  M. Wójcik"),
        ("I saw Wójcik’s desk", "Wójcik’s"),
        (unicodedata.normalize("NFD", "I met Żaneta today"), unicodedata.normalize("NFD", "Żaneta")),
    ],
)
def test_the_partner_is_found_in_every_spelling(text: str, words: str) -> None:
    assert found(text, PARTNER) == [words]


def test_another_form_of_the_name_is_not_the_partner() -> None:
    assert found("The street is called Wójcikowa", PARTNER) == []


def test_a_name_with_umlauts_is_found_without() -> None:
    known = Known(partner="Jörg Müller", partner_role="my mentee")
    assert found("I met Joerg and Jorg Mueller", PARTNER, known=known) == ["Joerg", "Jorg Mueller"]


def test_a_name_with_other_apostrophes_and_hyphens_is_found() -> None:
    known = Known(partner="Anne-Marie O'Neill", partner_role="my peer")
    assert found("Anne‑Marie O’Neill came. Marie’s notes", PARTNER, known=known) == [
        "Anne‑Marie O’Neill",
        "Marie’s",
    ]


@pytest.mark.parametrize(
    "text", ["Will you rose to the occasion?", "Will the plan hold?", "It will do", "a rose"]
)
def test_a_known_name_that_is_a_word_stays_a_word(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I asked Will", "Will"),
        ("will rose came", "will rose"),
        ("Will’s idea", "Will’s"),
        ("Rose came", "Rose"),
    ],
)
def test_a_known_name_that_is_a_word_is_found_as_a_name(text: str, words: str) -> None:
    assert found(text, OTHER) == [words]


def test_a_known_name_with_another_surname_is_somebody_else() -> None:
    finding = only("I met Żaneta Green")
    assert (finding.kind, finding.words, finding.role) == (OTHER, "Żaneta Green", "a colleague")


def test_a_known_name_with_a_name_more_is_the_same_person() -> None:
    finding = only("It was Żaneta Maria Wójcik’s idea")
    assert (finding.kind, finding.words) == (PARTNER, "Żaneta Maria Wójcik’s")
    assert finding.role == "my mentor’s"


def test_a_name_in_a_script_without_spaces_is_found_inside_a_sentence() -> None:
    assert found("和陳美玲談過之後") == ["陳美玲"]


def test_the_writer_is_never_pointed_at() -> None:
    assert found("Morgan Ellery wrote this; Morgan and Ellery agree") == []


def test_a_name_shared_with_the_writer_is_still_the_partners() -> None:
    known = Known(partner="Aisha Khan", partner_role="my mentor", me="Omar Khan")
    assert found("Omar Khan and Khan and Aisha", known=known) == ["Khan", "Aisha"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I asked my colleague Anna about it", ["Anna"]),
        ("It was Anna’s turn, then James’ turn", ["Anna’s", "James’"]),
        ("I met J. Smith and A. K. Banerjee", ["J. Smith", "A. K. Banerjee"]),
        ("I met Prof. Hill, Mrs Green and Ms al-Rashid", ["Prof. Hill", "Mrs Green", "Ms al-Rashid"]),
        ("Jean-Luc O’Brien and Smith-Jones came", ["Jean-Luc O’Brien", "Smith-Jones"]),
        ("Ingrid van der Meer signed", ["Ingrid van der Meer"]),
        ("Thandeka Mokoena suggested it", ["Thandeka Mokoena"]),
        ("I work with Θεοδώρα and Василь every day", ["Θεοδώρα", "Василь"]),
    ],
)
def test_people_are_found_by_the_way_they_are_written(text: str, words: list[str]) -> None:
    assert found(text, OTHER) == words


@pytest.mark.parametrize(
    "text",
    [
        "In May and June I was in Paris and at the University of Leeds.",
        "Grant applications, Mark schemes and Grace periods are listed.",
        "We use Trello, Excel and LinkedIn.",
        "Plan B. Then we wait for Room C. Later we move.",
        "The Marie Curie application and the Ada Lovelace Institute are public.",
        "I was in Kraków, Malmö and Sao Paulo.",
        "Improve Public Speaking and Presentation Skills",
        "I’m ready. We’ll start. Don’t wait. It’s fine.",
        "The Head of Department and the Vice-Chancellor agreed.",
    ],
)
def test_what_only_has_a_capital_is_no_name(text: str) -> None:
    assert found(text) == []


def test_in_another_language_capitals_alone_say_nothing() -> None:
    text = (
        "Mein Ziel ist eine gute Arbeit bis zum Frühling. Danach spreche ich mit Frau Schneider und Jürgen."
    )
    assert found(text) == ["Frau Schneider", "Jürgen"]


# What could stand there instead


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("I met Żaneta", "my mentor"),
        ("Żaneta came", "My mentor"),
        ("It went well. Żaneta’s idea helped", "My mentor’s"),
        ("I saw Wójcik's desk", "my mentor's"),
        ("I met Priya", "a colleague"),
        ("Priya came", "A colleague"),
        ("I followed the Priya method", "colleague"),
        ("I saw James’ desk", "a colleague’s"),
        ("The talk that Priya gave", "a colleague"),
        ("I know a colleague and Priya", "another colleague"),
    ],
)
def test_the_role_fits_into_the_sentence(text: str, role: str) -> None:
    assert only(text).role == role


def test_behind_a_role_no_other_is_offered() -> None:
    assert only("I asked my colleague Priya").role == ""
    assert only("I asked my mentor, Żaneta, twice").role == ""


@pytest.mark.parametrize(
    ("text", "initials"),
    [
        ("I met Żaneta Wójcik", "Ż. W."),
        ("I met Dr Priya Nair", "P. N."),
        ("It was Anna’s turn", "A.’s"),
        ("I met Jean-Luc", "J. L."),
    ],
)
def test_initials_stand_for_the_name(text: str, initials: str) -> None:
    assert only(text).initials == initials


def test_a_sign_that_is_half_a_name_is_no_initial() -> None:
    assert only("和陳美玲談過").initials == ""


def test_the_reason_says_whose_name_it_is() -> None:
    assert "your mentor" in only("I met Żaneta").why
    assert only("I met Óscar").why != only("I met Priya").why
    assert KNOWN.partner not in only("I met Żaneta").why
