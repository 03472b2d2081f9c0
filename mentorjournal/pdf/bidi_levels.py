"""Which way each character runs (Unicode's algorithm), and the order they stand in on a line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import TypedDict, TypeVar

RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]"
)

LEFT_MARK, RIGHT_MARK = "\u200e", "\u200f"
_ISOLATES = "\u2066\u2067\u2068\u2069"

_PAIRS = "()[]{}⁅⁆⁽⁾₍₎⌈⌉⌊⌋❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟦⟧⟨⟩⟪⟫⟬⟭〈〉《》「」『』【】〔〕〖〗〘〙〚〛（）［］｛｝｟｠｢｣"
_BRACKETS = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_STRONG = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}

_T = TypeVar("_T")


class _Character(TypedDict):
    ch: str
    level: int
    type: str


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
    for run in store["runs"]:
        _pair_brackets(store["chars"][run["start"] : run["start"] + run["length"]], run["sor"])
    algorithm.resolve_neutral_types(store, False)
    algorithm.resolve_implicit_levels(store, False)
    found = [base] * len(text)
    for character in store["chars"]:
        found[character["place"]] = character["level"]
    return base, found


def _pair_brackets(run: list[_Character], before: str) -> None:
    """Give both brackets of a pair one direction (rule N0, which the library does not know): that of the line
    where anything inside runs so, else that of what is inside and stands before it too.
    """
    for opening, closing in _pairs(run):
        own = "LR"[run[opening]["level"] % 2]
        other = "RL"[run[opening]["level"] % 2]
        inside = {_STRONG.get(one["type"]) for one in run[opening + 1 : closing]}
        if own in inside:
            run[opening]["type"] = run[closing]["type"] = own
        elif other in inside:
            strong = (_STRONG.get(one["type"]) for one in reversed(run[:opening]))
            found = next((direction for direction in strong if direction), before)
            run[opening]["type"] = run[closing]["type"] = other if found == other else own


def _pairs(run: list[_Character]) -> list[tuple[int, int]]:
    """The places of brackets that belong together, by the place of the opening one."""
    open_ones: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for place, one in enumerate(run):
        if one["type"] != "ON":
            continue
        if one["ch"] in _BRACKETS:
            open_ones.append((_BRACKETS[one["ch"]], place))
            continue
        for depth in range(len(open_ones) - 1, -1, -1):
            if open_ones[depth][0] == one["ch"]:
                found.append((open_ones[depth][1], place))
                del open_ones[depth:]
                break
    return sorted(found)


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
