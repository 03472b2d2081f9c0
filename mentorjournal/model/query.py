"""The search language: words, "exact phrases", -without, and filters such as kind:goal or after:2026-03.

Several words must all be found; the last one may be the beginning of a word, so that hits appear as one
types. Anything that is not understood is searched for as plain words: there is no wrong query.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from mentorjournal.model.words import EntryKind

_TOKEN = re.compile(r'(-?)(?:(\w+):)?(?:"([^"]*)"?|(\S+))')
_NEVER_TYPED = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_KINDS = {
    **{kind.value: kind for kind in EntryKind},
    **{f"{kind.value}s": kind for kind in EntryKind},
    "learning-point": EntryKind.LEARNING,
}


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Query:
    """*after* and *before* are inclusive days; *codename* narrows to one journal; terms are as typed."""

    terms: tuple[str, ...] = ()
    last_is_prefix: bool = False
    without: tuple[str, ...] = ()
    kinds: frozenset[EntryKind] = frozenset()
    codename: str = ""
    after: date | None = None
    before: date | None = None

    @property
    def is_empty(self) -> bool:
        return not self.terms

    def __repr__(self) -> str:
        return f"Query({len(self.terms)} terms)"


def parse(text: str) -> Query:
    """Read what was typed. Never fails."""
    terms: list[str] = []
    without: list[str] = []
    kinds: set[EntryKind] = set()
    codename = ""
    after: date | None = None
    before: date | None = None
    prefix = False
    text = _NEVER_TYPED.sub(" ", text)
    for match in _TOKEN.finditer(text):
        minus, name, phrase, word = match.groups()
        value = phrase if phrase is not None else word
        lower = (name or "").lower()
        if lower == "kind" and value.lower() in _KINDS:
            kinds.add(_KINDS[value.lower()])
        elif lower == "in" and value:
            codename = value
        elif lower == "after" and (span := _days(value)):
            after = span[0]
        elif lower == "before" and (span := _days(value)):
            before = span[1]
        else:
            plain = f"{name}:{value}" if name else value
            if not any(character.isalnum() for character in plain):
                continue
            (without if minus else terms).append(plain)
            if not minus:
                prefix = phrase is None and match.end() == len(text)
    return Query(
        terms=tuple(terms),
        last_is_prefix=prefix and bool(terms),
        without=tuple(without),
        kinds=frozenset(kinds),
        codename=codename,
        after=after,
        before=before,
    )


def _days(text: str) -> tuple[date, date] | None:
    """The first and last day of a year, month or day written as 2026, 2026-03 or 2026-03-01."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", text)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year is None:
            return None
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            first = date(year, month, 1)
            return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        return date(year, month, day), date(year, month, day)
    except (ValueError, OverflowError):
        return None
