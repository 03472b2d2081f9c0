"""Judgements about a person, “she seems”, “he is always”: never about a plan, nor about oneself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mentorjournal.checks.finding import Finding, FindingKind
from mentorjournal.checks.lists import section
from mentorjournal.checks.reading import Reading

_WHY = (
    "This judges a person, who may see it otherwise; what happened and what you learnt can be said without."
)
_AWAY = 4
"""Words between the person and the judgement."""


def judgements(
    reading: Reading, people: Iterable[tuple[int, int]], language: str = "en"
) -> Iterator[Finding]:
    """*people* are the places where a person is named."""
    named = dict(people)
    lists = {name: section(language, name) for name in _SECTIONS}
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for phrase in lists["judging_phrases"]:
        parts = tuple(phrase.split(" "))
        phrases.setdefault(parts[0], []).append(parts)
    inside: set[int] = set()
    for start, end in named.items():
        place = reading.at(start)
        while place < len(reading.texts) and reading.starts[place] < end:
            inside.add(place)
            place += 1
    triggers = lists["judging_verbs"] | lists["judging_adverbs"] | lists["always"] | lists["judging_words"]
    past = -1
    for number in reading.where_lower((triggers | phrases.keys()).__contains__):
        last = _judges(reading, number, lists, phrases, inside) if number > past else None
        if last is None:
            continue
        start, end = reading.starts[number], reading.ends[last]
        yield Finding(
            kind=FindingKind.JUDGEMENT, start=start, end=end, words=reading.text[start:end], why=_WHY
        )
        past = last


_SECTIONS = (
    "judging_verbs",
    "judging_adverbs",
    "always",
    "judging_phrases",
    "judging_words",
    "degrees",
    "people",
    "anybody",
    "not_of_people",
    "forms_of_be",
    "clause_openers",
    "between_person_and_judgement",
    "kind_words",
)


def _judges(
    reading: Reading,
    number: int,
    lists: dict[str, frozenset[str]],
    phrases: dict[str, list[tuple[str, ...]]],
    named: set[int],
) -> int | None:
    """The last word of a judgement that begins at this word."""
    words = reading.lowers
    lower = words[number]
    for phrase in phrases.get(lower, ()):
        end = number + len(phrase) - 1
        if (
            end < len(words)
            and all(words[number + step] == part for step, part in enumerate(phrase))
            and _about(reading, number, lists, named)
        ):
            return end
    if lower in lists["judging_verbs"]:
        following = words[number + 1] if number + 1 < len(words) else ""
        person = _about(reading, number, lists, named)
        if not person or (person == "they" and following in lists["not_of_people"]):
            return None
        return _to_adjective(reading, number, lists)
    if lower in lists["judging_adverbs"]:
        if _about(reading, number, lists, named) or _person_follows(reading, number, lists, named):
            return _to_adjective(reading, number, lists)
        return None
    if lower in lists["always"]:
        return _to_adjective(reading, number, lists) if _is_habit(reading, number, lists, named) else None
    if lower in lists["judging_words"]:
        return number if _is_said_of(reading, number, lists, named) else None
    return None


def _about(reading: Reading, number: int, lists: dict[str, frozenset[str]], named: set[int]) -> str:
    """The person of whom the word says something: a pronoun, a role or a name shortly before it."""
    for place in range(number - 1, max(-1, number - 1 - _AWAY), -1):
        if reading.gap(place + 1).strip(" \u00a0\t,“”\"'‘’"):
            return ""
        lower = reading.lowers[place]
        if place in named:
            return "name"
        base = lower.split("'")[0]
        if base in lists["people"] and not (lower.endswith("'s") and base not in ("he", "she")):
            return base
        if lower in ("i", "we", "it", "this", "which", "what", "there") or base in ("it", "i"):
            return ""
        if lower in lists["clause_openers"] or not (
            lower in lists["forms_of_be"]
            or lower in lists["degrees"]
            or base in ("he", "she", "they")
            or lower.endswith("ly")
            or lower in lists["between_person_and_judgement"]
        ):
            return ""
    return ""


def _person_follows(reading: Reading, number: int, lists: dict[str, frozenset[str]], named: set[int]) -> bool:
    """“Obviously she …”"""
    place = number + 1
    if place >= len(reading.texts) or reading.gap(place).strip(" ,\u00a0"):
        return False
    lower = reading.lowers[place]
    if lower in ("my", "the", "our") and place + 1 < len(reading.texts):
        return reading.lowers[place + 1] in lists["people"] or place + 1 in named
    return place in named or lower.split("'")[0] in ("he", "she", "they")


def _is_habit(reading: Reading, number: int, lists: dict[str, frozenset[str]], named: set[int]) -> bool:
    """“he is always …”, “she never listens”: not “we always”, nor thanks."""
    following = reading.lowers[number + 1] if number + 1 < len(reading.texts) else ""
    if not following or following in lists["kind_words"] or not reading.beside(number + 1):
        return False
    return bool(_about(reading, number, lists, named))


def _to_adjective(reading: Reading, number: int, lists: dict[str, frozenset[str]]) -> int:
    """On to a judging word that follows: “seems rather lazy”."""
    last = number
    for place in range(number + 1, min(number + 4, len(reading.texts))):
        if not reading.beside(place):
            break
        lower = reading.lowers[place]
        if lower in lists["judging_words"]:
            return place
        if lower not in lists["degrees"] and lower not in lists["forms_of_be"]:
            break
    return last


def _is_said_of(reading: Reading, number: int, lists: dict[str, frozenset[str]], named: set[int]) -> bool:
    """“he is lazy”, “a lazy colleague”, “my rude boss”."""
    following = (
        reading.lowers[number + 1] if number + 1 < len(reading.texts) and reading.beside(number + 1) else ""
    )
    before = reading.lowers[number - 1] if reading.beside(number) else ""
    if following in lists["people"] | lists["anybody"] and following not in (
        "he",
        "she",
        "they",
        "him",
        "her",
        "them",
    ):
        return before not in ("not", "no", "less")
    place = number - 1
    while place >= 0 and reading.beside(place + 1) and reading.lowers[place] in lists["degrees"]:
        place -= 1
    if place < 0 or not reading.beside(place + 1):
        return False
    lower = reading.lowers[place]
    if lower in ("he's", "she's", "they're"):
        return True
    return lower in lists["forms_of_be"] and bool(_about(reading, place, lists, named))
