"""How the name of a person is found in a text: as regular expressions, for checks and for pages on paper."""

from __future__ import annotations

import re

TITLES = frozenset({"Prof", "Professor", "Mrs", "Miss", "Sir", "Dame", "Lady", "Lord", "Sister", "Brother"})
_SHORTEST = 3
"""A shorter part of a name is more often a word than a name."""


def patterns_of(name: str) -> list[str]:
    """How the name of a person is found: whole in any spelling of capitals, and by each of its parts."""
    words = parts_of(name)
    if not words:
        return []
    whole = r"\s+".join(map(re.escape, words))
    found = [rf"(?i:(?<!\w){whole}(?!\w))"]
    for word in words:
        bare = word.rstrip(".")
        if len(bare) >= _SHORTEST and bare[0].isupper() and bare not in TITLES:
            found.append(rf"(?<!\w){re.escape(bare)}(?!\w)")
        elif is_without_capitals(bare):
            # A name in a script without capitals, which may also be one without spaces between words.
            found.append(re.escape(bare))
    return found


def parts_of(name: str) -> list[str]:
    """The words of a name as typed."""
    return re.findall(r"[^\s,]+", name)


def is_without_capitals(word: str) -> bool:
    """Whether it is of a script that has none, and long enough to stand for somebody."""
    return len(word) >= 2 and word.lower() == word.upper() and not word.isascii()
