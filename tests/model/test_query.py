"""The search language: there is no wrong query."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.model.query import parse
from mentorjournal.model.words import EntryKind


@given(st.text(max_size=200))
def test_anything_can_be_typed(text):
    query = parse(text)
    assert query.last_is_prefix in (True, False)
    assert all(any(c.isalnum() for c in term) for term in query.terms)


def test_words_phrases_and_exclusions():
    query = parse('draft "by Friday" -lunch rev')
    assert query.terms == ("draft", "by Friday", "rev")
    assert query.without == ("lunch",)
    assert query.last_is_prefix


def test_a_finished_word_or_phrase_is_not_a_beginning():
    assert not parse("draft ").last_is_prefix
    assert not parse('"by Friday"').last_is_prefix


@pytest.mark.parametrize(
    ("text", "after", "before"),
    [
        ("after:2026 x", date(2026, 1, 1), None),
        ("before:2026-02 x", None, date(2026, 2, 28)),
        ("after:2026-03-09 before:2026-03-10 x", date(2026, 3, 9), date(2026, 3, 10)),
        ("before:9999-12 x", None, None),
        ("after:0000 x", None, None),
        ("after:2026-13-40 x", None, None),
    ],
)
def test_days(text, after, before):
    query = parse(text)
    assert (query.after, query.before) == (after, before)


def test_kinds_and_journals():
    query = parse("kind:goals kind:session in:Heron lead")
    assert query.kinds == {EntryKind.GOAL, EntryKind.SESSION}
    assert query.codename == "Heron"
    assert query.terms == ("lead",)


def test_a_filter_that_is_none_is_searched_for():
    assert parse("http://example.org").terms == ("http://example.org",)
    assert parse("kind:banana").terms == ("kind:banana",)
