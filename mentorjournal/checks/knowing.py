"""What is known of the people of a journal, made ready for looking: parts of names, and what was said."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from mentorjournal.checks.finding import FindingKind, Known
from mentorjournal.checks.lists import section
from mentorjournal.checks.patterns import TITLES, is_without_capitals, parts_of
from mentorjournal.checks.reading import Reading
from mentorjournal.checks.words_of_names import folded

SHORTEST_SAID = 5
"""Words in a row that are no accident any more."""

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_TITLES = frozenset(title.lower() for title in TITLES) | {"dr", "mr", "ms", "mx", "rev", "doctor"}


@dataclass(frozen=True, slots=True, repr=False)
class Person:
    """*keys* are the ways in which the parts of the name are spelled, each with the number of the part."""

    kind: FindingKind
    name: str
    keys: dict[str, int]
    unspaced: tuple[str, ...]
    parts: int

    def __repr__(self) -> str:
        return f"Person({self.kind.value})"


@dataclass(frozen=True, slots=True, repr=False)
class Knowing:
    known: Known
    people: tuple[Person, ...]
    me: Person | None
    by_part: dict[str, tuple[Person, ...]]
    said: frozenset[tuple[str, ...]] = field(default_factory=frozenset)

    @property
    def partner_role(self) -> str:
        return self.known.partner_role.strip() or "my partner"

    def __repr__(self) -> str:
        return "Knowing()"


def made_ready(known: Known) -> Knowing:
    """Read *known* once, for looking at many texts."""
    people = [_person(FindingKind.PARTNER_NAME, known.partner)]
    people += [_person(FindingKind.OTHER_NAME, name) for name in dict.fromkeys(known.people)]
    named = tuple(person for person in people if person.parts)
    by_part: dict[str, list[Person]] = {}
    for person in named:
        for key in person.keys:
            by_part.setdefault(key, []).append(person)
    me = _person(FindingKind.OTHER_NAME, known.me)
    return Knowing(
        known,
        named,
        me if me.parts else None,
        {key: tuple(found) for key, found in by_part.items()},
        frozenset(run for words in known.said for run in _runs(words)),
    )


def plain_words(reading: Reading) -> list[str]:
    """The words as two writers may spell them alike."""
    spelled = {word: folded(word) for word in set(reading.lowers)}
    return list(map(spelled.__getitem__, reading.lowers))


def _person(kind: FindingKind, name: str) -> Person:
    parts = Reading(" ".join(parts_of(name))).texts
    keys: dict[str, int] = {}
    for number, part in enumerate(parts):
        lower = unicodedata.normalize("NFC", part.lower().replace("’", "'"))
        if lower in _TITLES or lower in section("en", "particles") or len(lower) < 2:
            continue
        for key in {lower, folded(lower), folded(lower.translate(_UMLAUTS))}:
            keys.setdefault(key, number)
        if "-" in lower:
            for piece in lower.split("-"):
                if len(piece) > 2:
                    keys.setdefault(piece, number)
                    keys.setdefault(folded(piece), number)
    unspaced = tuple(part for part in parts_of(name) if is_without_capitals(part))
    return Person(kind, name, keys, unspaced, len(parts) if keys or unspaced else 0)


def _runs(text: str) -> list[tuple[str, ...]]:
    words = plain_words(Reading(text))
    length = SHORTEST_SAID
    return [tuple(words[place : place + length]) for place in range(len(words) - length + 1)]
