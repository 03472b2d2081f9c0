"""Markdown becomes blocks, whatever the text is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorjournal.exchange.markdown import from_markdown
from mentorjournal.model.blocks import BlockKind, from_json, normal, to_json, to_plain

MARKS = st.text(alphabet="#*_-+>`~[]()!<>&\\\n\t |:1.xX aé目\u0301\ud800\x00\r", max_size=300)


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(max_size=300), MARKS), st.booleans())
def test_no_text_makes_it_fail_and_what_comes_is_kept_as_it_is(text, keep_lines):
    document = from_markdown(text, keep_lines=keep_lines)
    assert normal(document) == document
    assert from_json(to_json(document)) == document


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(alphabet="abcéß目ж ", min_size=1, max_size=30), max_size=12))
def test_plain_words_all_arrive_in_order(lines):
    words = " ".join(lines).split()
    assert to_plain(from_markdown("\n\n".join(lines))).split() == words


@pytest.mark.parametrize(
    "deep",
    [
        "".join("  " * level + f"- word{level}\n" for level in range(60)),
        "\n".join(">" * level + f" word{level}" for level in range(1, 120)),
        "> " * 5000 + "word",
        "- " * 5000 + "word",
        "[" * 9000 + "word",
    ],
)
def test_words_are_not_lost_however_deep_they_lie(deep):
    said = to_plain(from_markdown(deep))
    assert [w for w in deep.split() if "word" in w][-1].lstrip("[>") in said
    assert said.count("word") == deep.count("word")


def test_a_paragraph_without_end_is_taken_as_plain_text_and_quickly():
    text = "[*" * 500_000
    assert to_plain(from_markdown(text)) == text


def test_a_definition_that_no_link_uses_is_kept():
    assert "remember" in to_plain(from_markdown('[remember]: https://example.org "this too"'))


def test_what_a_link_and_a_picture_say_when_pointed_at_is_kept():
    (block,) = from_markdown('See [here](https://example.org "the place") and ![tank](t.png "a tank").')
    assert block.text == "See here (the place) and tank (a tank)."


def test_lists_checks_and_levels_arrive():
    document = from_markdown("- one\n  - [x] two\n    1. three\n\n> four\n\n***\n\n# five\n\n### six")
    assert [(b.kind, b.level, b.done) for b in document] == [
        (BlockKind.BULLET, 0, False),
        (BlockKind.CHECK, 1, True),
        (BlockKind.NUMBERED, 2, False),
        (BlockKind.QUOTE, 0, False),
        (BlockKind.DIVIDER, 0, False),
        (BlockKind.HEADING_1, 0, False),
        (BlockKind.HEADING_2, 0, False),
    ]


def test_styles_arrive():
    (block,) = from_markdown("**bold** *it* ~~gone~~ `code` [l](https://e.org) <b>plain</b>")
    said = {span.text.strip(): span for span in block.spans}
    assert said["bold"].bold
    assert said["it"].italic
    assert said["gone"].strike
    assert said["code"].code
    assert said["l"].link == "https://e.org"
    assert "<b>plain</b>" in block.text


def test_the_rows_of_a_table_stay_apart():
    document = from_markdown("| a | b |\n|---|---|\n| 1 | 2 |")
    assert [block.text for block in document] == ["| a | b |", "|---|---|", "| 1 | 2 |"]
