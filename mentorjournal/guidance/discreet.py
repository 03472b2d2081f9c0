"""What the discreet view hides from a shared screen: names, what is private, and what the partner said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from mentorjournal.checks.patterns import patterns_of
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import Attribution, Visibility

Span = tuple[int, int]

_PRIVATE = (Visibility.PRIVATE, Visibility.NEVER_EXPORT)
_OTHERS = (Attribution.PARTNER_SAID, Attribution.THIRD_PARTY)


def veils(visibility: Visibility, attribution: Attribution = Attribution.MINE) -> bool:
    """Whether words with these marks are hidden whole. What others said is theirs, whatever may happen to it
    elsewhere.
    """
    return visibility in _PRIVATE or attribution in _OTHERS


class Names:
    """The names that journals know, found in any text. Codenames are not among them: they are made to be
    seen.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        self.patterns = tuple(dict.fromkeys(patterns))
        known = "|".join(f"(?:{pattern})" for pattern in self.patterns)
        self._found = re.compile(known) if known else None

    def spans(self, text: str) -> Sequence[Span]:
        """Where in *text* a name stands, from its first letter to behind its last."""
        return [found.span() for found in self._found.finditer(text)] if self._found else []


def names_of(relationships: Iterable[Relationship]) -> Names:
    """The names of people, their organisation, and how to reach them. A person is also found by each part of
    the name that begins with a capital; an organisation and an address only whole, in any spelling of
    capitals.
    """
    patterns: list[str] = []
    for about in relationships:
        programme = about.programme
        for person in (about.partner_display_name, about.my_display_name, programme.coordinator_name):
            patterns += patterns_of(person)
        for whole in (
            about.partner_organisation,
            about.partner_contact,
            programme.coordinator_contact,
        ):
            if words := whole.split():
                phrase = r"\s+".join(map(re.escape, words))
                patterns.append(rf"(?i:(?<!\w){phrase}(?!\w))")
    return Names(sorted(patterns, key=len, reverse=True))
