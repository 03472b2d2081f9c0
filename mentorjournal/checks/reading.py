"""A text as the checks read it: its words with their places, and where sentences begin."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

_LETTER = "[^\\W\\d_][\u0300-\u036f]*"
_WORD = re.compile(rf"(?:{_LETTER})+(?:['’ʼ‘\-‐‑](?:{_LETTER})+)*")
_APOSTROPHES = str.maketrans("’ʼ‘‐‑", "'''--")
_ENDS = ".!?…:\n\r\u2028\u2029"
_BETWEEN = " \t\u00a0\u202f\u2009\"'“”„«»‘’([{*_•‣·–—-#>0123456789)."
_ABBREVIATIONS = frozenset(
    {
        "dr",
        "mr",
        "mrs",
        "ms",
        "mx",
        "prof",
        "rev",
        "revd",
        "st",
        "sgt",
        "capt",
        "hon",
        "e.g",
        "i.e",
        "etc",
        "vs",
    }
    | {
        "cf",
        "no",
        "nos",
        "approx",
        "inc",
        "ltd",
        "jan",
        "feb",
        "mar",
        "apr",
        "aug",
        "sept",
        "oct",
        "nov",
        "dec",
    }
)


@dataclass(frozen=True, slots=True, repr=False)
class Word:
    """*lower* is spelled with plain apostrophes and hyphens."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_large(self) -> bool:
        """Whether it begins with a capital and is not capitals alone."""
        first = self.text[0]
        return (first.isupper() or first.istitle()) and not (len(self.text) > 1 and self.text.isupper())

    def __repr__(self) -> str:
        return f"Word({self.start}:{self.end})"


class Reading:
    """One pass over a text, shared by all checks."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = [
            Word(found.start(), found.end(), found.group(), found.group().lower().translate(_APOSTROPHES))
            for found in _WORD.finditer(text)
        ]

    def at(self, start: int) -> int:
        """The number of the first word that begins at *start* or behind it."""
        return bisect_left(self.words, start, key=_start)

    def gap(self, number: int) -> str:
        """What stands between a word and the one before it."""
        before = self.words[number - 1].end if number else 0
        return self.text[before : self.words[number].start]

    def starts_sentence(self, number: int) -> bool:
        """Whether the word is the first of a sentence, of a line or of what is quoted."""
        if number == 0:
            return True
        gap = self.gap(number)
        if any(mark in gap for mark in "\n\r\u2028\u2029"):
            return True
        if any(mark in gap for mark in '!?…:•‣“"«„(['):
            return True
        if "." not in gap:
            return False
        before = self.words[number - 1]
        return not (gap.startswith(".") and (before.lower in _ABBREVIATIONS or len(before.text) == 1))

    def beside(self, number: int) -> bool:
        """Whether the word follows the one before it with nothing but a space between them."""
        return number > 0 and self.gap(number).strip(" \t\u00a0\u202f") == "" and self.gap(number) != ""

    def __repr__(self) -> str:
        return f"Reading({len(self.words)} words)"


def _start(word: Word) -> int:
    return word.start


def starts_at(text: str, start: int) -> bool:
    """Whether a sentence begins at *start*, for words that are put there."""
    before = (
        text[:start].rstrip(_BETWEEN_PLAIN)
        if start < 400
        else text[start - 400 : start].rstrip(_BETWEEN_PLAIN)
    )
    return not before or before[-1] in ".!?…\n\r\u2028\u2029" or "\n" in text[len(before) : start]


_BETWEEN_PLAIN = " \t\u00a0\u202f\"'“„«‘([*_•‣-#>"
