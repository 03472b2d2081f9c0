"""Words that tell of health, belief, politics, union, sexuality, ethnicity or offences, from the list."""

from __future__ import annotations

from collections.abc import Iterator

from mentorjournal.checks.finding import Finding, FindingKind
from mentorjournal.checks.lists import Term, sensitive
from mentorjournal.checks.reading import Reading
from mentorjournal.checks.words_of_names import without_possessive

_OWNED = frozenset(
    {"a", "an", "the", "my", "our", "your", "his", "her", "their", "its", "this", "that", "some", "any"}
)


def sensitive_words(reading: Reading, language: str = "en") -> Iterator[Finding]:
    listed = sensitive(language)
    past = -1
    for number in reading.where_lower(lambda lower: without_possessive(lower) in listed.terms):
        if number <= past:
            continue
        term = _term_at(reading, number, listed.terms)
        if term is None or _is_harmless(reading, number, listed.harmless):
            continue
        last = number + len(term.words) - 1
        start, end = reading.starts[number], reading.ends[last]
        if reading.lowers[last].endswith("'s") and not term.words[-1].endswith("'s"):
            end -= 2
        owned = reading.beside(number) and reading.lowers[number - 1] in _OWNED
        role = ("personal matter" if owned else "a personal matter") if term.noun else ""
        if role and reading.starts_sentence(number):
            role = role[:1].upper() + role[1:]
        yield Finding(
            kind=FindingKind.SPECIAL,
            start=start,
            end=end,
            words=reading.text[start:end],
            why=term.why,
            role=role,
        )
        past = last


def _term_at(reading: Reading, number: int, terms: dict[str, dict[str, tuple[Term, ...]]]) -> Term | None:
    first = without_possessive(reading.lowers[number])
    behind = terms[first]
    second = without_possessive(reading.lowers[number + 1]) if number + 1 < len(reading.texts) else ""
    for term in (*behind.get(second, ()), *behind.get("", ())):
        if all(
            number + place < len(reading.texts)
            and (place == 0 or reading.beside(number + place))
            and _same(part, reading.texts[number + place], reading.lowers[number + place])
            for place, part in enumerate(term.words)
        ):
            return term
    return None


def _same(part: str, text: str, lower: str) -> bool:
    """A part that is written with a capital is only meant so: “AIDS” is no aids, “Labour” no labour."""
    if part.islower() or not part.isascii():
        return without_possessive(lower) == part
    return text[: len(part)] == part and without_possessive(lower) == part.lower()


def _is_harmless(reading: Reading, number: int, phrases: dict[str, tuple[tuple[str, ...], ...]]) -> bool:
    lower = reading.lowers[number]
    bare = without_possessive(lower)
    for phrase in phrases.get(bare, ()) + (phrases.get(lower, ()) if lower != bare else ()):
        for place, part in enumerate(phrase):
            if part not in (lower, bare):
                continue
            first = number - place
            if first >= 0 and all(
                first + step < len(reading.texts)
                and (step == 0 or reading.beside(first + step))
                and reading.lowers[first + step] == other
                for step, other in enumerate(phrase)
            ):
                return True
    return False
