"""The names of those whom the journal knows: the partner first, then everybody else, never the writer."""

from __future__ import annotations

from collections.abc import Iterator

from mentorjournal.checks.finding import Finding, FindingKind
from mentorjournal.checks.knowing import Knowing, Person
from mentorjournal.checks.lists import section
from mentorjournal.checks.naming import initials_of, name_finding
from mentorjournal.checks.reading import Reading
from mentorjournal.checks.words_of_names import folded, is_common, is_thing, without_possessive


def known_names(reading: Reading, knowing: Knowing, language: str = "en") -> Iterator[Finding]:
    yield from _unspaced(reading, knowing)
    if not knowing.by_part:
        return
    past = -1
    for number in reading.where_lower(lambda lower: _spelled(lower) in knowing.by_part):
        if number <= past:
            continue
        best: tuple[int, Person] | None = None
        for person in knowing.by_part.get(_key(reading, number), ()):
            last = _last(reading, number, person)
            if _means(reading, number, last, language) and (best is None or last > best[0]):
                best = last, person
        if best is None or _is_me(reading, number, best[0], knowing):
            continue
        last, person = best
        first = _with_title(reading, number)
        yield name_finding(
            reading, person.kind, first, last, why=why(person.kind, knowing), role=role(person.kind, knowing)
        )
        past = last


def why(kind: FindingKind, knowing: Knowing) -> str:
    if kind is FindingKind.PARTNER_NAME:
        role = knowing.partner_role
        yours = f"your {role[3:]}" if role.startswith("my ") else role
        return f"This names {yours}: who you meet is as confidential as what is said."
    return "This names somebody whom the journal knows, and who was not asked."


def role(kind: FindingKind, knowing: Knowing) -> str:
    return knowing.partner_role if kind is FindingKind.PARTNER_NAME else "a colleague"


def _key(reading: Reading, number: int) -> str:
    return _spelled(reading.lowers[number])


def _spelled(lower: str) -> str:
    return folded(without_possessive(lower))


def _last(reading: Reading, number: int, person: Person) -> int:
    """The last word of the name that begins here, over initials and particles between."""
    last = number
    while not reading.lowers[last].endswith("'s"):
        after = last + 1
        while (
            after < len(reading.texts)
            and after - last <= 2
            and reading.gap(after).strip(" .") == ""
            and (len(reading.texts[after]) == 1 or reading.lowers[after] in section("en", "particles"))
            and _key(reading, after) not in person.keys
        ):
            after += 1
        if (
            after >= len(reading.texts)
            or _key(reading, after) not in person.keys
            or reading.gap(after).strip(" .\n\u00a0")
            or person.keys[_key(reading, after)] == person.keys[_key(reading, number)]
        ):
            return last
        last = after
    return last


def _means(reading: Reading, number: int, last: int, language: str) -> bool:
    """Whether the words are meant as the name: more than one of its parts in any spelling, or one that is
    written with a capital or is no word of the language.
    """
    if last > number:
        return True
    lower = reading.lowers[number]
    stem = without_possessive(lower)
    common = is_common(stem, language) or is_thing(stem, language)
    if not common:
        return True
    if not reading.texts[number][0].isupper():
        return False
    if not reading.starts_sentence(number) or lower != stem:
        return True
    after = number + 1
    return not (
        after < len(reading.texts)
        and reading.beside(after)
        and reading.lowers[after] in section(language, "not_behind_a_name")
    )


def _is_me(reading: Reading, number: int, last: int, knowing: Knowing) -> bool:
    """Whether the words belong to the writer's own name where it stands whole."""
    if knowing.me is None or _key(reading, last) not in knowing.me.keys:
        return False
    first = number
    while first and reading.beside(first) and _key(reading, first - 1) in knowing.me.keys:
        first -= 1
    whole = {
        knowing.me.keys[_key(reading, place)]
        for place in range(first, last + 1)
        if _key(reading, place) in knowing.me.keys
    }
    return len(whole) > 1 and whole == set(knowing.me.keys.values())


def _with_title(reading: Reading, number: int) -> int:
    if (
        number
        and reading.gap(number).strip(" .") == ""
        and reading.lowers[number - 1] in section("en", "titles")
    ):
        return number - 1
    return number


def _unspaced(reading: Reading, knowing: Knowing) -> Iterator[Finding]:
    """Names in a script without capitals, which may stand between words without any space."""
    text = reading.text
    for person in knowing.people:
        for part in sorted(person.unspaced, key=len, reverse=True):
            place = text.find(part)
            while place >= 0:
                end = place + len(part)
                yield Finding(
                    kind=person.kind,
                    start=place,
                    end=end,
                    words=part,
                    why=why(person.kind, knowing),
                    role=role(person.kind, knowing),
                    initials=initials_of(part),
                )
                place = text.find(part, end)
