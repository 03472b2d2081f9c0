"""The word lists that the checks stand on, read when a check first needs them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources


@cache
def given_names() -> frozenset[str]:
    """Names that people are given, in small letters."""
    return frozenset(unicodedata.normalize("NFC", word) for word in _words_of("given_names.txt"))


@cache
def words(language: str) -> frozenset[str]:
    """Common words of *language*, none of them written with a capital."""
    return frozenset(_text(f"words.{language}.txt").split())


@cache
def section(language: str, name: str) -> frozenset[str]:
    """A section of what *language* says about capitals; the words of a phrase are joined by a space."""
    return frozenset(word.replace("_", " ") for word in _sections(language)[name])


@cache
def phrases(language: str) -> dict[str, frozenset[str]]:
    """Places, things and days of more than one word, by their first."""
    found: dict[str, set[str]] = {}
    for name in ("places", "things", "months"):
        for phrase in section(language, name):
            if " " in phrase:
                found.setdefault(phrase.split(" ")[0], set()).add(phrase)
    return {first: frozenset(whole) for first, whole in found.items()}


@dataclass(frozen=True, slots=True)
class Term:
    """A sensitive word or phrase. *noun* says that “a personal matter” can stand in its place."""

    words: tuple[str, ...]
    why: str
    noun: bool


@dataclass(frozen=True, slots=True)
class Sensitive:
    """Terms by their first and second word in small letters, an empty one behind a single word; and the
    phrases in which a word is harmless.
    """

    terms: dict[str, dict[str, tuple[Term, ...]]]
    harmless: dict[str, tuple[tuple[str, ...], ...]]


@cache
def sensitive(language: str) -> Sensitive:
    import yaml  # not before a text is looked at

    data = yaml.load(
        _text(f"sensitive.{language}.yaml"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    )
    terms: dict[str, dict[str, list[Term]]] = {}
    harmless: dict[str, list[tuple[str, ...]]] = {}
    for category in data["categories"].values():
        for kind in ("nouns", "people", "others"):
            for phrase in category.get(kind, ()):
                for spelled in _forms(phrase, plural=kind != "others"):
                    parts = tuple(spelled.split())
                    term = Term(parts, category["why"], kind == "nouns")
                    second = parts[1].lower() if len(parts) > 1 else ""
                    terms.setdefault(parts[0].lower(), {}).setdefault(second, []).append(term)
        for phrase in category.get("harmless", ()):
            parts = tuple(phrase.lower().split())
            for part in parts:
                harmless.setdefault(part, []).append(parts)
    longest_first = {
        first: {
            second: tuple(sorted(found, key=lambda term: -len(term.words)))
            for second, found in behind.items()
        }
        for first, behind in terms.items()
    }
    return Sensitive(longest_first, {word: tuple(found) for word, found in harmless.items()})


@cache
def sensitive_first(language: str) -> frozenset[str]:
    """Sensitive words that are written with a capital, such as “Quaker”: none of them is a name."""
    terms = (term for behind in sensitive(language).terms.values() for term in behind.get("", ()))
    return frozenset(term.words[0].lower() for term in terms if term.words[0][0].isupper())


def _forms(phrase: str, *, plural: bool) -> tuple[str, ...]:
    """The phrase and its plural; “(s)” is not written out in the list."""
    if not plural or phrase.endswith("s"):
        return (phrase,)
    if phrase.endswith(("ch", "sh", "x")):
        return phrase, f"{phrase}es"
    if phrase.endswith("y") and phrase[-2:-1] not in "aeiou":
        return phrase, f"{phrase[:-1]}ies"
    return phrase, f"{phrase}s"


@cache
def _sections(language: str) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    words: list[str] = []
    for line in _text(f"words_about.{language}.txt").splitlines():
        if line.startswith("["):
            words = sections.setdefault(line.strip("[] "), [])
        elif not line.startswith("#"):
            words += line.split()
    return sections


def _words_of(name: str) -> list[str]:
    lines = (line for line in _text(name).splitlines() if not line.startswith("#"))
    return [word for line in lines for word in line.split()]


def _text(name: str) -> str:
    return resources.files("resources").joinpath("checks", name).read_text(encoding="utf-8")
