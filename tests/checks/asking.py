"""Short ways to ask what is found in a text."""

from __future__ import annotations

from mentorjournal.checks.finding import Finding, FindingKind, Known
from mentorjournal.checks.looking import find

KNOWN = Known(
    partner="Dr Żaneta Wójcik",
    partner_role="my mentor",
    me="Morgan Ellery",
    people=("Óscar Quim", "Will Rose", "陳美玲"),
    said=("You should never apologise for asking a good question.",),
)


def found(text: str, *kinds: FindingKind, known: Known = KNOWN) -> list[str]:
    """The words that are pointed at; of all kinds if none is named."""
    return [one.words for one in find(text, known) if not kinds or one.kind in kinds]


def only(text: str, known: Known = KNOWN) -> Finding:
    """The one finding of a text."""
    (finding,) = find(text, known)
    return finding
