"""What could stand in the place of a name so that the sentence still reads: a role, or initials."""

from __future__ import annotations

import re

from mentorjournal.checks.finding import Finding, FindingKind
from mentorjournal.checks.lists import section
from mentorjournal.checks.reading import Reading, is_large

_DETERMINERS = frozenset({"a", "an", "the", "my", "our", "your", "his", "her", "their"})


def name_finding(
    reading: Reading, kind: FindingKind, first: int, last: int, *, why: str, role: str, end: int = 0
) -> Finding:
    """The words *first* to *last* as a finding. *end* is behind a full stop that belongs to initials."""
    text = reading.text
    start, end = reading.starts[first], max(end, reading.ends[last])
    possessive = ""
    lower = reading.lowers[last]
    if lower.endswith("'s"):
        possessive = text[reading.ends[last] - 2 : reading.ends[last]]
    elif lower.endswith("s") and re.match(r"['’] \w", text[end : end + 3]) and not _is_opened(text, end):
        possessive = text[end] + "s"
        end += 1
    return Finding(
        kind=kind,
        start=start,
        end=end,
        words=text[start:end],
        why=why,
        role=_role(reading, first, role) + possessive if _takes_role(reading, first) else "",
        initials=initials_of(text[start:end], possessive),
    )


def after_role(reading: Reading, first: int) -> bool:
    """Whether a word such as “colleague” stands right before, with or without a comma."""
    if first == 0:
        return False
    gap = reading.gap(first)
    return gap.strip() in ("", ",") and reading.lowers[first - 1] in section("en", "roles")


def initials_of(name: str, possessive: str = "") -> str:
    """“A. K.” for Anna Kovács; nothing for a script that has no capitals, where one sign is half the name."""
    bare = name.removesuffix(possessive) if possessive else name
    words = re.findall(r"[^\W\d_]+", bare)
    titles = section("en", "titles")
    large = [word[0] for word in words if word[0].isupper() and word.lower() not in titles]
    if not large or any(not word[0].isupper() and not word[0].islower() for word in words):
        return ""
    return " ".join(f"{letter}." for letter in large[:4]) + possessive


def _takes_role(reading: Reading, first: int) -> bool:
    if after_role(reading, first):
        return False
    return not (
        reading.beside(first) and reading.lowers[first - 1] in ("called", "named", "name", "mentor's")
    )


def _role(reading: Reading, first: int, role: str) -> str:
    if reading.beside(first) and reading.lowers[first - 1] in _DETERMINERS:
        return role.split(" ", 1)[-1]
    if role.startswith("a ") and _is_second(reading, first):
        return f"another {role[2:]}"
    if reading.starts_sentence(first) and not re.search(r"[:(]\s*$", reading.gap(first)):
        return role[:1].upper() + role[1:]
    return role


def _is_second(reading: Reading, first: int) -> bool:
    """“Anna and …”, “a colleague and …”: whether somebody was named right before."""
    if first < 2 or not reading.beside(first) or reading.lowers[first - 1] not in ("and", "or"):
        return False
    before = reading.texts[first - 2]
    return reading.beside(first - 1) and (before == "colleague" or is_large(before))


def _is_opened(text: str, end: int) -> bool:
    """Whether an apostrophe at *end* rather closes words that began with a mark."""
    before = text[max(0, end - 200) : end]
    opened = max(before.rfind("‘"), before.rfind(" '"))
    return opened >= 0 and not re.search(r"['’](?!\w)", before[opened + 2 :])
