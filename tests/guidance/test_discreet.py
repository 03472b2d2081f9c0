"""What is hidden from a shared screen, and what stays."""

from __future__ import annotations

import pytest

from mentorjournal.guidance.discreet import names_of, veils
from mentorjournal.model.relationship import Programme, Relationship
from mentorjournal.model.words import Attribution, RelationshipType, Role, Visibility


def about(**more: object) -> Relationship:
    return Relationship(
        codename="Heron",
        my_role=Role.MENTOR,
        type=RelationshipType.INFORMAL,
        **more,  # type: ignore[arg-type]
    )


def found(text: str, *relationships: Relationship) -> list[str]:
    return [text[start:end] for start, end in names_of(relationships).spans(text)]


@pytest.mark.parametrize("attribution", Attribution)
@pytest.mark.parametrize("visibility", [Visibility.PRIVATE, Visibility.NEVER_EXPORT])
def test_what_is_private_is_hidden_whoever_said_it(visibility: Visibility, attribution: Attribution) -> None:
    assert veils(visibility, attribution)


@pytest.mark.parametrize("visibility", [Visibility.PARTNER_OK, Visibility.SUMMARY_OK])
def test_what_others_said_is_hidden_and_ones_own_that_may_be_shown_is_not(visibility: Visibility) -> None:
    assert veils(visibility, Attribution.PARTNER_SAID)
    assert veils(visibility, Attribution.THIRD_PARTY)
    assert not veils(visibility, Attribution.MINE)
    assert not veils(visibility, Attribution.AGREED_TOGETHER)


def test_a_name_is_found_whole_and_by_its_parts_as_words_of_their_own() -> None:
    who = about(partner_display_name="Ana Ribeiro", my_display_name="Ben Okoro")
    text = "Ana met BEN OKORO. Ribeiro laughed; an anagram of banana did not."
    assert found(text, who) == ["Ana", "BEN OKORO", "Ribeiro"]


def test_organisation_and_contact_are_found_whole_alone() -> None:
    who = about(partner_organisation="Harbour Trust", partner_contact="ana@harbour.example")
    text = "The harbour trust answers at ana@harbour.example; the Harbour is wide, and Trust grows."
    assert found(text, who) == ["harbour trust", "ana@harbour.example"]


def test_the_coordinator_is_one_of_them_and_the_codename_is_not() -> None:
    who = about(programme=Programme(coordinator_name="Ines Duarte", coordinator_contact="ext. 4411"))
    assert found("Heron asked Ines at ext. 4411.", who) == ["Ines", "ext. 4411"]


def test_the_names_of_every_journal_are_found() -> None:
    one, other = about(partner_display_name="Ana"), about(partner_display_name="陈伟")
    assert found("Ana and 陈伟", one, other) == ["Ana", "陈伟"]


def test_where_nobody_is_known_nothing_is_found() -> None:
    assert found("Ana and Ben", about()) == []


def test_a_name_that_holds_signs_is_no_pattern() -> None:
    assert found("Who is A.* (C)? Abc", about(partner_display_name="A.* (C)")) == ["A.* (C)"]
