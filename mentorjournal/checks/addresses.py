"""E-mail addresses, also those that are written so that a machine should not find them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mentorjournal.checks.finding import Finding, FindingKind
from mentorjournal.checks.reading import Reading

_LOCAL = re.compile(r"[\w!#$%&*+/=?^{|}~-][\w.!#$%&'*+/=?^`{|}~-]{0,63}$")
_DOMAIN = re.compile(r"(?:[\w-]{1,63}\.){1,8}\w{2,24}(?!\w)")
_VEIL = re.compile(r"\s?(?:\(at\)|\[at\]|\{at\}|＠)\s?", re.IGNORECASE)
_VEILED_LOCAL = re.compile(r"[\w.-]{1,64}$")
_VEILED_DOMAIN = re.compile(
    r"[\w-]{1,63}(?:(?:\.|\s?(?:\(dot\)|\[dot\]|\{dot\})\s?)[\w-]{2,63}){1,5}", re.IGNORECASE
)
_LONGEST_LOCAL = 64
_WHY = "An e-mail address names one person and leads straight to them."


def addresses(reading: Reading) -> Iterator[Finding]:
    """What stands around each sign of an address."""
    text = reading.text
    place = text.find("@")
    while place >= 0:
        yield from _around(text, place, place + 1, _LOCAL, _DOMAIN)
        place = text.find("@", place + 1)
    for veil in _VEIL.finditer(text):
        yield from _around(text, *veil.span(), _VEILED_LOCAL, _VEILED_DOMAIN)


def _around(
    text: str, before: int, after: int, local: re.Pattern[str], domain: re.Pattern[str]
) -> Iterator[Finding]:
    behind = domain.match(text, after)
    if behind is None:
        return
    begin = max(0, before - _LONGEST_LOCAL)
    ahead = local.search(text[begin:before])
    if ahead is None:
        return
    start, end = begin + ahead.start(), behind.end()
    yield Finding(
        kind=FindingKind.EMAIL,
        start=start,
        end=end,
        words=text[start:end],
        why=_WHY,
        role="[e-mail address]",
    )
