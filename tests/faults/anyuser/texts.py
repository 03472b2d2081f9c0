"""What anybody might type or paste, and how much of it must be seen again."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass

from hypothesis import strategies as st

SPECIMENS = (
    "",
    "’); DROP TABLE leaf; --",
    '"" OR 1=1',
    'kind:goal -x in:Heron after:2026 "open',
    "<b>&amp;</b><script>alert(1)</script>",
    "%s %n {0} {} \\u0000 \\N{DASH} $HOME",
    "a\x00b\x01\x1b[31mc\x7f",
    "\ud800 and \udfff",
    "\u202ereversed\u202c \u200eleft\u200f",
    "e\u0301\u0301\u0323 z\u0351\u0352",
    "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽",
    "日本語の文章 한국어 中文",
    "שלום עולם مرحبا بالعالم",
    "\ufffc\ufdd0\ufdd1 \ufeff",
    "one\u2028two\u2029three\x85four\x0bfive\x0csix\r\nseven\reight",
    "𞤀𞤣𞤤𞤢𞤥 𐐀𐐁 𫠠 ꙮ",
    "ﬁ ² ½ Ⅷ ǅ İ ß ſ",
    "# Heading\n- [ ] item\n> quote\n---\n```",
    "\u200b\u200b\u00ad\u2060",
    "   \t  ",
)

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0\ufdd1\ufffc]|\\s")


_UNWRITTEN = ("id", "returns_to", "link")


def texts() -> st.SearchStrategy[str]:
    """Any Unicode there is, what has broken other programs, and now and then a hundred kilobytes of it."""
    anything = st.text(st.characters(), max_size=12)
    specimen = st.sampled_from(SPECIMENS)
    lump = st.builds(_lump, anything, st.sampled_from((3_000, 3_000, 20_000, 100_000)))
    return st.one_of(*[anything] * 8, *[specimen] * 8, lump)


def _lump(text: str, size: int) -> str:
    piece = f"{text} lump "
    return piece * (size // len(piece))


def seen(text: str) -> str:
    """What a reader can tell is missing: neither space nor marks that no text may hold."""
    return _UNSEEN.sub("", text)


def words_in(value: object) -> str:
    """Everything written in *value*, one after the other, without what its choices say."""
    found: list[str] = []
    _gather(value, found)
    return "".join(found)


def _gather(value: object, found: list[str]) -> None:
    if type(value) is str:  # a choice is a string of another type
        found.append(value)
    elif isinstance(value, tuple):
        for item in value:
            _gather(item, found)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _UNWRITTEN and not field.name.endswith("_id"):
                _gather(getattr(value, field.name), found)
