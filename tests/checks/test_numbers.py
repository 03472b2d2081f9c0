"""E-mail addresses, telephone numbers and numbers of people; and the many numbers that are none."""

from __future__ import annotations

import pytest

from mentorjournal.checks.finding import FindingKind
from tests.checks.asking import found, only

EMAIL, TELEPHONE, NUMBER = FindingKind.EMAIL, FindingKind.TELEPHONE, FindingKind.NUMBER


@pytest.mark.parametrize(
    "address",
    [
        "a.nowak@example.org",
        "o'brien_k+list@dept.example.ac.uk",
        "żaneta@przykład.example.pl",
        "anna [at] example [dot] org",
        "anna(at)example.org",
        "anna＠example.org",
    ],
)
def test_an_address_is_found_whole(address: str) -> None:
    assert found(f"Write to {address}, please.", EMAIL) == [address]


@pytest.mark.parametrize(
    "profile",
    [
        "linkedin.com/in/priya-nair-1",
        "https://www.github.com/priyan",
        "@priya_n",
        "https://orcid.org/0000-0002-1825",
    ],
)
def test_a_profile_names_somebody(profile: str) -> None:
    finding = only(f"My notes are with {profile}, as ever.")
    assert (finding.kind, finding.words) == (FindingKind.OTHER_NAME, profile)
    assert finding.role == "[profile]"


@pytest.mark.parametrize(
    "text", ["see example.com/in/the-plan", "www.github.com", "an e-mail@", "5 @home.", "x.com/"]
)
def test_an_address_of_a_page_names_nobody(text: str) -> None:
    assert found(text) in ([], ["@home"])


@pytest.mark.parametrize("text", ["meet @ noon", "a@b", "@", "user@", "3 @ 5.00 each", "look (at) this"])
def test_a_sign_alone_is_no_address(text: str) -> None:
    assert found(text, EMAIL) == []


@pytest.mark.parametrize(
    "number",
    [
        "023 8059 1234",
        "07700 900123",
        "(01632) 960 983",
        "+44 7700 900123",
        "+44 (0)20 7946 0018",
        "0044 20 7946 0018",
        "+48 22 555 01 99",
        "(212) 555-0147",
        "0161 496 0000 ext. 42",
    ],
)
def test_a_telephone_number_is_found_whole(number: str) -> None:
    assert found(f"Please ring {number} at noon.", TELEPHONE) == [number]
    assert found(f"{number}", TELEPHONE) == [number]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("NHS number 943 476 5919", "943 476 5919"),
        ("9434765919", "9434765919"),
        ("MRN 482910", "482910"),
        ("student number 31234567", "31234567"),
        ("passport no. 533401372", "533401372"),
        ("QQ 12 34 56 C", "QQ 12 34 56 C"),
        ("GB29 NWBK 6016 1331 9268 19", "GB29 NWBK 6016 1331 9268 19"),
        ("4111 1111 1111 1111", "4111 1111 1111 1111"),
        ("SO17 1BJ", "SO17 1BJ"),
        ("s1234567", "s1234567"),
    ],
)
def test_a_number_of_a_person_is_found(text: str, number: str) -> None:
    assert found(f"The form had {text} on it.", NUMBER) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "ISBN 978-0-306-40615-7 and ISBN 0-306-40615-2",
        "from 2019 to 2024, in 2019–2024, or 2025/26",
        "on 12/03/2026, 12.03.2026, 2026-03-12 and 20260312",
        "£1,250,000 or 1 250 000 euros or 1500000 pounds",
        "version 3.11.4 and DOI 10.1000/182",
        "at 14:30 in room 4049, page 123",
        "about 1500000 rows and 12345678 users",
        "4111 1111 1111 1112",
        "GB29 NWBK 6016 1331 9268 18",
        "a score of 7.5 out of 10, or 75 %",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert found(f"It was {text}.") == []


def test_the_kind_of_thing_stands_instead() -> None:
    assert only("Write to a@example.org").role == "[e-mail address]"
    assert only("Ring 07700 900123").role == "[telephone number]"
    assert only("student number 31234567").role == "[number]"
    assert only("Ring 07700 900123").initials == ""
