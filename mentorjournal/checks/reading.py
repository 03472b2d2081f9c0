"""A text as the checks read it: its words with their places, and where sentences begin."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import accumulate

# Marks may follow each letter. Every sign fits one part of the pattern only: one pass, whatever the text.
_LETTERS = "[^\\W\\d_]+(?:[\u0300-\u036f]+[^\\W\\d_]*)*"
_WORD = re.compile(rf"({_LETTERS}(?:['’ʼ‘\-‐‑]{_LETTERS})*)")
_PLAIN = str.maketrans("’ʼ‘‐‑", "'''--")
_ARTICLES = frozenset({"al-", "el-", "ad-", "as-", "an-", "ar-", "ul-", "at-"})
_LINES = "\n\r\u2028\u2029"
_OPENS = _LINES + '!?…:•‣“"«„(['
_SPACES = " \t\u00a0\u202f"
_ABBREVIATIONS = frozenset(
    {
        *("dr", "mr", "mrs", "ms", "mx", "prof", "rev", "revd", "st", "sgt", "capt", "hon"),
        *("e.g", "i.e", "etc", "vs", "cf", "no", "nos", "approx", "inc", "ltd"),
        *("jan", "feb", "mar", "apr", "aug", "sept", "oct", "nov", "dec"),
    }
)


class Reading:
    """One pass over a text, shared by all checks.

    Word *n* is ``texts[n]``, from ``starts[n]`` to ``ends[n]``; ``lowers[n]`` is the same in small letters,
    with plain apostrophes and hyphens.
    """

    def __init__(self, text: str) -> None:
        pieces = _WORD.split(text)
        reached = list(accumulate(map(len, pieces)))
        lower = {word: _small(word) for word in set(pieces[1::2])}
        self.text = text
        self.texts = pieces[1::2]
        self.lowers = list(map(lower.__getitem__, self.texts))
        self.starts = reached[0:-1:2]
        self.ends = reached[1::2]
        self._gaps = pieces[0::2]

    def at(self, start: int) -> int:
        """The number of the first word that begins at *start* or behind it."""
        return bisect_left(self.starts, start)

    def where(self, is_wanted: Callable[[str], bool]) -> Iterator[int]:
        """The numbers of the words whose text is wanted, asked once for each different word."""
        wanted = set(filter(is_wanted, set(self.texts)))
        return (number for number, text in enumerate(self.texts) if text in wanted) if wanted else iter(())

    def where_lower(self, is_wanted: Callable[[str], bool]) -> Iterator[int]:
        """The same by the words in small letters."""
        wanted = set(filter(is_wanted, set(self.lowers)))
        return (number for number, text in enumerate(self.lowers) if text in wanted) if wanted else iter(())

    def gap(self, number: int) -> str:
        """What stands between a word and the one before it."""
        return self._gaps[number]

    def starts_sentence(self, number: int) -> bool:
        """Whether the word is the first of a sentence, of a line or of what is quoted."""
        if number == 0:
            return True
        gap = self._gaps[number]
        if gap == " ":
            return False
        if any(mark in gap for mark in _OPENS):
            return True
        if "." not in gap:
            return False
        before = number - 1
        shortened = self.lowers[before] in _ABBREVIATIONS or len(self.texts[before]) == 1
        return not (gap.startswith(".") and shortened)

    def beside(self, number: int) -> bool:
        """Whether the word follows the one before it with nothing but a space between them."""
        gap = self._gaps[number]
        return gap == " " or (number > 0 and gap != "" and not gap.strip(_SPACES))

    def __repr__(self) -> str:
        return f"Reading({len(self.texts)} words)"


def _small(word: str) -> str:
    return word.lower() if word.isascii() else word.lower().translate(_PLAIN)


def is_large(text: str) -> bool:
    """Whether a word begins with a capital, as in “Anna” and “al-Masri”, and is not capitals alone."""
    if text[0].islower():
        return text[:3].lower() in _ARTICLES and text[3:4].isupper()
    return (text[0].isupper() or text[0].istitle()) and not (len(text) > 1 and text.isupper())
