"""Everything that is looked for in a text, in one pass over its words; where two overlap, one of them stays.

Another language joins by its lists in resources/checks (words, words_about, sensitive) and a line in CHECKS.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from mentorjournal.checks.addresses import addresses
from mentorjournal.checks.finding import Finding, FindingKind, Known
from mentorjournal.checks.judgements import judgements
from mentorjournal.checks.knowing import Knowing, made_ready
from mentorjournal.checks.known_names import known_names
from mentorjournal.checks.names import names
from mentorjournal.checks.numbers import numbers
from mentorjournal.checks.people import agreed
from mentorjournal.checks.profiles import profiles
from mentorjournal.checks.quoted import quotations
from mentorjournal.checks.reading import Reading
from mentorjournal.checks.sensitive import sensitive_words

ENGLISH = "en"


@dataclass(frozen=True, slots=True, repr=False)
class Look:
    """What a check is given: the text, what is known, and where people are named in it."""

    reading: Reading
    knowing: Knowing
    people: tuple[tuple[int, int], ...] = ()

    def __repr__(self) -> str:
        return "Look()"


@dataclass(frozen=True, slots=True)
class Check:
    """A named check; *language* is empty for one that holds in all of them."""

    name: str
    language: str
    look: Callable[[Look], Iterator[Finding]]


# The names that are known are looked for in every language, before these.
NAMES: tuple[Check, ...] = (Check("names", ENGLISH, lambda look: names(look.reading, look.knowing, ENGLISH)),)
CHECKS: tuple[Check, ...] = (
    Check("e-mail addresses", "", lambda look: addresses(look.reading)),
    Check("profiles", "", lambda look: profiles(look.reading)),
    Check("numbers", "", lambda look: numbers(look.reading)),
    Check("sensitive words", ENGLISH, lambda look: sensitive_words(look.reading, ENGLISH)),
    Check("quotations", "", lambda look: quotations(look.reading, look.knowing)),
    Check("judgements", ENGLISH, lambda look: judgements(look.reading, look.people, ENGLISH)),
)

_FIRST = (
    FindingKind.EMAIL,
    FindingKind.TELEPHONE,
    FindingKind.NUMBER,
    FindingKind.PARTNER_NAME,
    FindingKind.OTHER_NAME,
    FindingKind.SPECIAL,
    FindingKind.JUDGEMENT,
    FindingKind.QUOTATION,
)


class Looking:
    """Looks at many texts with what is known made ready once."""

    def __init__(self, known: Known, language: str = ENGLISH) -> None:
        self._knowing = made_ready(known)
        self._language = language

    def find(self, text: str) -> tuple[Finding, ...]:
        """The findings in order of place, none over another."""
        return apart(self.everything(text))

    def everything(self, text: str) -> tuple[Finding, ...]:
        """All that was found, also what lies over another: a name within a quotation, and the quotation."""
        if not text or text.isspace():
            return ()
        reading = Reading(text)
        look = Look(reading, self._knowing)
        known = list(known_names(reading, self._knowing))
        others = (finding for check in self._of(NAMES) for finding in check.look(look))
        named = agreed(reading, self._knowing, known, others)
        look = Look(reading, self._knowing, tuple((one.start, one.end) for one in named))
        found = named + [finding for check in self._of(CHECKS) for finding in check.look(look)]
        return tuple(sorted(found, key=_place))

    def _of(self, checks: Iterable[Check]) -> Iterator[Check]:
        return (check for check in checks if check.language in ("", self._language))

    def __repr__(self) -> str:
        return "Looking()"


def find(text: str, known: Known, language: str = ENGLISH) -> tuple[Finding, ...]:
    """What in *text* could name or hurt somebody, in order of place, none over another."""
    return Looking(known, language).find(text)


def apart(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Of findings that overlap, the one whose kind tells more surely who is meant; then the longer; then the
    first. What gave way is found again once the other is answered.
    """
    kept: list[Finding] = []
    taken: list[tuple[int, int]] = []
    for finding in sorted(findings, key=_weight):
        place = bisect_left(taken, (finding.start, finding.start))
        clear = (place == 0 or taken[place - 1][1] <= finding.start) and (
            place == len(taken) or taken[place][0] >= finding.end
        )
        if clear:
            insort(taken, (finding.start, finding.end))
            kept.append(finding)
    return tuple(sorted(kept, key=_place))


def _place(finding: Finding) -> tuple[int, int]:
    return finding.start, finding.end


def _weight(finding: Finding) -> tuple[int, int, int]:
    return _FIRST.index(finding.kind), finding.start - finding.end, finding.start
