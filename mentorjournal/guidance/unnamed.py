"""Words without the names that the journal knows: a page on paper calls people by their part alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from mentorjournal.checks.patterns import patterns_of
from mentorjournal.model.relationship import Relationship


def without_names(relationship: Relationship) -> Callable[[str], str]:
    """A function that puts “my mentee”, “me” or “the coordinator” where a name stood.

    A name is found whole in any spelling of capitals, and by each part that begins with a capital as it is.
    Anybody else whom the writer names stays: no list of the journal knows them.
    """
    known: list[tuple[str, str]] = []
    for name, part in (
        (relationship.partner_display_name, f"my {relationship.my_role.partner}"),
        (relationship.my_display_name, "me"),
        (relationship.programme.coordinator_name, "the coordinator"),
    ):
        known += _patterns(name, part)
    if contact := relationship.partner_contact.strip():
        known.append((f"(?i:{re.escape(contact)})", f"my {relationship.my_role.partner}"))
    if not known:
        return _as_it_is
    parts = dict(enumerate(part for _, part in known))
    names = re.compile("|".join(f"(?P<n{place}>{pattern})" for place, (pattern, _) in enumerate(known)))

    def unnamed(text: str) -> str:
        return names.sub(lambda found: _called(found, parts), text)

    return unnamed


def without_names_of_all(relationships: Iterable[Relationship]) -> Callable[[str], str]:
    """The same for words that may be about any of several relationships, such as those of a ledger."""
    each = [one for one in map(without_names, relationships) if one is not _as_it_is]

    def unnamed(text: str) -> str:
        for one in each:
            text = one(text)
        return text

    return unnamed


def _patterns(name: str, part: str) -> list[tuple[str, str]]:
    return [(pattern, part) for pattern in patterns_of(name)]


def _called(found: re.Match[str], parts: dict[int, str]) -> str:
    part = parts[int(str(found.lastgroup)[1:])]
    before = found.string[: found.start()].rstrip()
    return part[:1].upper() + part[1:] if not before or before[-1] in ".!?“" else part


def _as_it_is(text: str) -> str:
    return text
