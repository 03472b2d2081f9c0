"""What stands in for the checks: finds a few words, and counts how often it was asked."""

from __future__ import annotations

import re

from mentorjournal.checks.finding import Finding, FindingKind

K = FindingKind
_KINDS = {
    "Ana": K.PARTNER_NAME,
    "שלום": K.OTHER_NAME,
    "Jose\u0301": K.OTHER_NAME,
    "Ana Cruz": K.OTHER_NAME,
    "obviously": K.JUDGEMENT,
}
_WORDS = re.compile(r"\bAna Cruz\b|\bAna\b|שלום|Jose\u0301|\bobviously\b")


class Finder:
    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, text: str) -> tuple[Finding, ...]:
        self.asked.append(text)
        return tuple(
            Finding(
                kind=_KINDS[hit.group()],
                start=hit.start(),
                end=hit.end(),
                words=hit.group(),
                why="This is a name.",
                role="my mentor",
                initials="A." if hit.group() == "Ana" else "",
            )
            for hit in _WORDS.finditer(text)
        )
