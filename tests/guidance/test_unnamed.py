"""Names that the journal knows stand on no paper."""

from __future__ import annotations

import pytest

from mentorjournal.guidance.unnamed import without_names
from mentorjournal.model.relationship import Programme, Relationship
from mentorjournal.model.words import RelationshipType, Role


def unnamed(text: str, name: str = "Dr Żaneta Wójcik", **more: object) -> str:
    about = Relationship(
        codename="Heron",
        my_role=Role.MENTOR,
        type=RelationshipType.INFORMAL,
        partner_display_name=name,
        **more,  # type: ignore[arg-type]
    )
    return without_names(about)(text)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Ask Żaneta first", "Ask my mentee first"),
        ("Żaneta's outline. Wójcik agreed", "My mentee's outline. My mentee agreed"),
        ("dr żaneta  wójcik came", "My mentee came"),
        ("Wójcikowa is somebody else", "Wójcikowa is somebody else"),
        ("Nobody here", "Nobody here"),
    ],
)
def test_the_partner_is_called_by_their_part(written: str, shown: str) -> None:
    assert unnamed(written) == shown


def test_two_letters_with_an_accent_do_not_stand_for_a_name_inside_a_word() -> None:
    assert unnamed("Özgür came to the café", "Åke Öz") == "Özgür came to the café"
    assert unnamed("王明来了", "王明") == "My mentee来了"


def test_a_word_that_is_also_a_name_stays_a_word() -> None:
    assert unnamed("It will mark a start, Mark", "Mark Will") == "It will mark a start, my mentee"


def test_a_name_in_another_script_is_found() -> None:
    assert unnamed("和美玲談過", "陳 美玲") == "和my mentee談過"


def test_everybody_whom_the_journal_knows_is_unnamed() -> None:
    about = {
        "my_display_name": "Morgan Ellery",
        "programme": Programme(coordinator_name="Prof. Óscar Quim"),
        "partner_contact": "zw@example.org",
    }
    text = "Morgan wrote to Óscar and to ZW@example.org"
    assert unnamed(text, **about) == "Me wrote to the coordinator and to my mentee"


def test_without_names_every_word_stays() -> None:
    assert unnamed("As it is", "") == "As it is"
