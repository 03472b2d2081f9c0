"""Which way each character runs (Unicode's algorithm), and the order they stand in on a line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import TypeVar

RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]"
)

_ISOLATES = "\u2066\u2067\u2068\u2069"

_T = TypeVar("_T")


def levels(text: str) -> tuple[int, list[int]]:
    """The paragraph's own level (1 where it runs from the right) and the level of every character."""
    from bidi import algorithm

    text = "".join(map(_known, text))
    base: int = algorithm.get_base_level(text)
    store = algorithm.get_empty_storage()
    store["base_level"], store["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(text, store)
    for place, character in enumerate(store["chars"]):
        character["place"] = place
    algorithm.explicit_embed_and_overrides(store)
    algorithm.resolve_weak_types(store)
    algorithm.resolve_neutral_types(store, False)
    algorithm.resolve_implicit_levels(store, False)
    found = [base] * len(text)
    for character in store["chars"]:
        found[character["place"]] = character["level"]
    return base, found


def _known(character: str) -> str:
    """The character as the library takes it: one that Unicode has not assigned is a letter that runs as its
    block does, and an isolate, which came after the library's algorithm, is a space.
    """
    if character in _ISOLATES:
        return " "
    if unicodedata.bidirectional(character):
        return character
    return "\u05d0" if RIGHT_TO_LEFT.match(character) else "a"


def visual_order(items: Sequence[_T], item_levels: Sequence[int]) -> list[_T]:
    """*items* of one line from left to right: rule L2, from the highest level down to 1."""
    order = list(range(len(items)))
    for level in range(max(item_levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and item_levels[order[end]] >= level:
                end += 1
            if end > start:
                order[start:end] = order[start:end][::-1]
            start = max(end, start + 1)
    return [items[i] for i in order]
