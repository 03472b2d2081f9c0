"""The block document: whatever is written comes back the same."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.errors import InvalidInput
from mentorjournal.model.blocks import (
    Block,
    BlockKind,
    Span,
    from_json,
    from_plain,
    is_empty,
    normal,
    opening,
    to_json,
    to_plain,
)

spans = st.builds(
    Span,
    text=st.text(max_size=30),
    bold=st.booleans(),
    italic=st.booleans(),
    strike=st.booleans(),
    code=st.booleans(),
    link=st.sampled_from(["", "https://example.org/?q=ü&x=1"]),
)
blocks = st.builds(
    Block,
    kind=st.sampled_from(list(BlockKind)),
    spans=st.lists(spans, max_size=5).map(tuple),
    level=st.integers(-2, 9),
    done=st.booleans(),
)
documents = st.lists(blocks, max_size=12).map(normal)


@given(documents)
def test_a_document_comes_back_the_same(document):
    assert from_json(to_json(document)) == document


@given(documents)
def test_the_normal_shape_is_reached_at_once(document):
    assert normal(document) == document


@given(documents)
def test_equal_documents_have_equal_text(document):
    assert to_json(from_json(to_json(document))) == to_json(document)


@given(st.lists(blocks, max_size=6))
def test_normal_keeps_every_word(raw):
    for before, after in zip(raw, normal(raw), strict=True):
        if before.kind is not BlockKind.DIVIDER:
            kept = [c for c in before.text if c.isalnum()]
            assert kept == [c for c in after.text if c.isalnum()]


@given(st.text())
def test_plain_text_keeps_its_words(text):
    kept = [c for c in text if c.isalnum()]
    assert kept == [c for c in to_plain(from_plain(text)) if c.isalnum()]


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists) | st.text())
def test_what_is_not_a_document_is_refused_in_words(value):
    for text in (json.dumps(value), json.dumps({"v": 1, "blocks": value}), str(value)):
        try:
            from_json(text)
        except InvalidInput as error:
            assert "form" in str(error)


def test_a_newer_form_is_refused():
    with pytest.raises(InvalidInput, match="newer"):
        from_json('{"v": 2, "blocks": []}')


def test_a_list_row_shows_the_first_words_on_one_line():
    assert opening(from_plain("One.\n\n  Two\tthree\n"), 9) == "One. Two "


def test_a_divider_alone_is_not_empty_but_space_is():
    assert is_empty(from_plain("  \n "))
    assert not is_empty((Block(kind=BlockKind.DIVIDER),))


def test_a_value_never_shows_its_words():
    assert "secret" not in repr(from_plain("secret words"))
