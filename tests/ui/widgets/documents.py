"""Random documents in their normal shape, with what breaks other stores."""

from __future__ import annotations

from hypothesis import strategies as st

from mentorjournal.model.blocks import Block, BlockKind, Document, Span, normal

_PIECES = st.sampled_from(
    [
        *(
            "The plan ",
            "שלום ",
            "漢字 ",
            "🎉👩\u200d💻 ",
            "a  b",
            "*x* ",
            "_y_ ",
            "<b> ",
            "&amp; ",
            "# ",
            "- ",
        ),
        *(
            "1. ",
            "\\ ",
            "| ",
            " ",
            "\t",
            "\u00a0",
            "e\u0301 ",
            "\ufeff",
            "\ufffe",
            "\u200f",
            "\uffff",
            "\u200b",
        ),
    ]
)
_TEXT = st.one_of(
    st.lists(_PIECES, min_size=1, max_size=6).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
)
_SPANS = st.builds(
    Span,
    text=_TEXT,
    bold=st.booleans(),
    italic=st.booleans(),
    strike=st.booleans(),
    code=st.booleans(),
    link=st.sampled_from(["", "", "", "https://example.org/?q=ü&x=1", "mailto:a@example.org"]),
)
_BLOCKS = st.builds(
    Block,
    kind=st.sampled_from(BlockKind),
    spans=st.lists(_SPANS, max_size=4).map(tuple),
    level=st.integers(0, 6),
    done=st.booleans(),
)


def documents(max_size: int = 12) -> st.SearchStrategy[Document]:
    return st.lists(_BLOCKS, max_size=max_size).map(normal)
