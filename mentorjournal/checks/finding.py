"""What a check points at: the place in the text, why, and what could stand there instead."""

from __future__ import annotations

from dataclasses import dataclass

from mentorjournal.model.words import Choice


class FindingKind(Choice):
    """What was found. Names, addresses and numbers identify somebody; the others tell of somebody."""

    PARTNER_NAME = "partner_name", "your partner’s name"
    OTHER_NAME = "other_name", "somebody’s name"
    EMAIL = "email", "an e-mail address"
    TELEPHONE = "telephone", "a telephone number"
    NUMBER = "number", "a number that identifies somebody"
    SPECIAL = "special", "a sensitive matter"
    QUOTATION = "quotation", "words in quotation marks"
    JUDGEMENT = "judgement", "a judgement about a person"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Finding:
    """A place from *start* to *end* in a text, in characters, end excluded.

    *why* is a sentence for the writer. *role* and *initials* are words that could stand there instead; empty
    where none fits.
    """

    kind: FindingKind
    start: int
    end: int
    words: str
    why: str
    role: str = ""
    initials: str = ""

    def __repr__(self) -> str:
        return f"Finding({self.kind.value}, {self.start}:{self.end})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Known:
    """What the journal knows of the people in it. *partner* and *people* are names as typed; *partner_role*
    is “my mentor”. *said* are the words that were kept as said by the partner. *me* is never pointed at.
    """

    partner: str = ""
    partner_role: str = ""
    me: str = ""
    people: tuple[str, ...] = ()
    said: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return "Known()"
