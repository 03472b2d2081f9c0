"""Promises of the primers: short, sourced, calm, in the field's own words, and read as they are written."""

from __future__ import annotations

import re
from importlib import resources

import pytest

from mentorjournal.errors import InvalidInput
from mentorjournal.model.blocks import BlockKind, Document, to_plain, word_count
from mentorjournal.model.words import Role
from mentorjournal.primers import IDS, Primer, as_setting, parsed, primer, primers, read_of

HEAD = "---\ntitle: Waiting\nsources:\n  - words: A book\n    link: https://example.org/a\n---\n"

EVERY = [pytest.param(one, role, id=f"{one.id}-{role}") for one in primers() for role in Role]
KINDS = {BlockKind.PARAGRAPH, BlockKind.HEADING_2, BlockKind.BULLET}


def styles(text: Document) -> set[str]:
    """What is marked in the text besides its words."""
    marks = ("bold", "italic", "strike", "code", "link")
    return {mark for block in text for span in block.spans for mark in marks if getattr(span, mark)}


def test_what_lies_in_the_folder_is_what_is_read() -> None:
    files = {file.name for file in resources.files("resources").joinpath("primers").iterdir()}
    assert files == {f"{id}.md" for id in IDS}


@pytest.mark.parametrize(("one", "role"), EVERY)
def test_each_takes_less_than_five_minutes(one: Primer, role: Role) -> None:
    assert 450 <= word_count(one.text(role)) <= 700
    assert one.minutes(role) < 5


@pytest.mark.parametrize("one", primers(), ids=IDS)
def test_each_names_its_sources_with_addresses_that_can_be_copied(one: Primer) -> None:
    links = [source.link for source in one.sources if source.link]
    assert links and len(set(links)) == len(links)
    assert all(re.fullmatch(r"https://\S+", link) for link in links)
    assert all(source.words and "http" not in source.words for source in one.sources)


@pytest.mark.parametrize(("one", "role"), EVERY)
def test_each_speaks_to_its_role_and_asks_something_in_the_end(one: Primer, role: Role) -> None:
    text = one.text(role)
    headings = [block.text for block in text if block.kind is BlockKind.HEADING_2]
    own = {"mentee": "For you as mentee", "mentor": "For you as mentor", "peer": "For you as peers"}
    assert [heading for heading in headings if heading.startswith("For you")] == [own[role]]
    assert headings[-1] == "To think about"
    at = max(n for n, block in enumerate(text) if block.kind is BlockKind.HEADING_2)
    asked = text[at + 1 :]
    assert 2 <= len(asked) <= 4
    assert all(block.kind is BlockKind.BULLET and block.text.endswith("?") for block in asked)


@pytest.mark.parametrize(("one", "role"), EVERY)
def test_each_holds_only_what_the_page_can_show(one: Primer, role: Role) -> None:
    text = one.text(role)
    assert {block.kind for block in text} <= KINDS
    assert styles(text) <= {"bold"}
    assert not re.search(r":::|[*_#<>\[\]`]|---", to_plain(text))


@pytest.mark.parametrize(("one", "role"), EVERY)
def test_each_is_calm_and_keeps_to_the_words_of_the_field(one: Primer, role: Role) -> None:
    said = f"{one.title}\n{to_plain(one.text(role))}"
    assert "!" not in said
    assert not re.search(r"\b(clients?|prot[eé]g[eé]e?s?|match(es|ed|ing)?|engagements?)\b", said, re.I)
    assert not re.search(r"\b(great|amazing|well done|congratulations|journey|empower\w*)\b", said, re.I)


def test_the_minutes_count_a_begun_one() -> None:
    assert parsed("x", HEAD + "word " * 201).minutes(Role.MENTEE) == 2


def test_a_passage_is_for_its_role_alone() -> None:
    one = parsed("x", f"{HEAD}All.\n\n::: mentor\nYours.\n:::\n\nAgain.\n")
    assert to_plain(one.text(Role.MENTOR)) == "All.\nYours.\nAgain."
    assert to_plain(one.text(Role.PEER)) == "All.\nAgain."


def test_title_and_sources_stand_in_the_head() -> None:
    one = parsed("x", f"{HEAD}All.\n")
    assert one.title == "Waiting"
    assert [(source.words, source.link) for source in one.sources] == [("A book", "https://example.org/a")]


@pytest.mark.parametrize(
    "text",
    [
        "No head.",
        "---\ntitle: No end",
        f"{HEAD}::: boss\nText.\n:::\n",
        f"{HEAD}::: mentor\nText.\n",
        f"{HEAD}Text.\n:::\n",
        f"{HEAD}::: mentor\n::: mentee\nText.\n:::\n",
    ],
)
def test_what_is_not_a_primer_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput):
        parsed("x", text)


def test_a_primer_is_found_by_its_id() -> None:
    found = primer("ending")
    assert found is not None and found.title == "Ending well"
    assert primer("beginning") is None


def test_which_were_read_survives_the_setting() -> None:
    assert read_of(as_setting({"ending", "what"})) == {"what", "ending"}


@pytest.mark.parametrize("kept", [None, "what", {"what": 1}, [1, ["what"]], ["gone"]])
def test_a_setting_that_says_something_else_is_passed_over(kept: object) -> None:
    assert read_of(kept) == frozenset()
