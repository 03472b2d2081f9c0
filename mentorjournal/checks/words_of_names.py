"""What a single word of a name is like: a given name, a thing, a common word, or none of these."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, auto

from mentorjournal.checks import lists
from mentorjournal.checks.reading import is_large

_BASE = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"}
)
_SHORTENED = ("'s", "'m", "'re", "'ve", "'ll", "'d", "n't")
_LIKE_WORDS = re.compile(
    r"\w{3,}(?:ings?|tions?|sions?|ments?|ness|ships?|ity|isms?|olog(?:y|ist|ists)|ics|able|ible|ful|less|ous|ative|ial|ual|ional|ical"
    r"|i[sz]ed|i[sz]ation|ally|ware|wise|hood)"
)
_NAME_HEADS = ("mc", "mac", "fitz", "de", "le", "la", "van", "di", "du", "da")


class Like(Enum):
    """GIVEN is a given name and nothing else; EITHER may be one; UNKNOWN stands in no list."""

    GIVEN = auto()
    EITHER = auto()
    THING = auto()
    WORD = auto()
    UNKNOWN = auto()


def folded(word: str) -> str:
    """The word in small letters without marks, as a hurried writer spells it."""
    lower = word.lower()
    if lower.isascii():
        return lower
    split = unicodedata.normalize("NFKD", lower.translate(_BASE))
    return "".join(mark for mark in split if not unicodedata.combining(mark))


def without_possessive(lower: str) -> str:
    return lower[:-2] if lower.endswith("'s") else lower


def like(text: str, lower: str, language: str) -> Like:
    """What the word *text* is like; *lower* is spelled as in a Reading."""
    stem = without_possessive(lower)
    if text[0].islower() and is_large(text):
        text, stem = text[3:], stem[3:]  # “al-Masri” is as much a name as “Masri”
    if stem.isascii():
        plain = stem
    else:
        stem = unicodedata.normalize("NFC", stem)
        plain = folded(stem)
    given = stem in lists.given_names() or plain in lists.given_names()
    thing = any(is_thing(one, language) or one in lists.sensitive_first(language) for one in {stem, plain})
    common = is_common(stem, language)
    if given:
        return Like.EITHER if thing or common else Like.GIVEN
    if thing:
        return Like.THING
    if common:
        return Like.WORD
    if "-" in stem:
        return _of_parts(text, stem, language)
    if _is_camel(text):
        return Like.THING
    return Like.WORD if _LIKE_WORDS.fullmatch(stem) else Like.UNKNOWN


def is_latin(text: str) -> bool:
    """Whether it begins with a letter of the Latin alphabet, with marks or without."""
    return text[0] < "\u0250" or "\u1e00" <= text[0] < "\u1f00"


def is_thing(stem: str, language: str) -> bool:
    return any(stem in lists.section(language, name) for name in ("months", "places", "peoples", "things"))


def is_common(stem: str, language: str) -> bool:
    """Whether it is a word of the language, perhaps shortened: “we'll”, “that's”, or bent: “webinars”."""
    words, more = lists.words(language), lists.section(language, "more_words")
    if len(stem) == 1 or stem in words or stem in more:
        return True
    for tail in _SHORTENED:
        if stem.endswith(tail):
            base = stem[: -len(tail)]
            return len(base) == 1 or base in words or base + "n" in words
    return stem.endswith("s") and stem[:-1] in words


def _of_parts(text: str, stem: str, language: str) -> Like:
    parts = [part for part in stem.split("-") if part]
    pieces = [piece for piece in re.split("[-‐‑]", text) if piece]
    if len(parts) != len(pieces):
        return Like.UNKNOWN
    kinds = [like(piece, part, language) for piece, part in zip(pieces, parts, strict=True)]
    large = sum(piece[0].isupper() for piece in pieces)
    if large > 1 and Like.GIVEN in kinds:
        return Like.GIVEN
    if Like.THING in kinds:
        return Like.THING
    if large > 1 and Like.UNKNOWN in kinds:
        return Like.UNKNOWN
    return Like.WORD


def _is_camel(text: str) -> bool:
    """“LinkedIn”, but not “McKay”, “O’Neill” or “Smith-Jones”."""
    bare = re.split(r"['’ʼ‘]", text)[-1] if "'" in text[:3] or "’" in text[:3] else text
    inner = [place for place, mark in enumerate(bare) if mark.isupper() and place]
    if not inner:
        return False
    return not (len(inner) == 1 and bare[: inner[0]].lower() in _NAME_HEADS)
