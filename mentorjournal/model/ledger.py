"""The practice ledger of a mentor: hours by kind, and what was learnt. Nobody can be told from it.

The headings fit the usual records of mentors' bodies (EMCC: contact hours, development, supervision,
reflective log); the form is ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from mentorjournal.errors import InvalidInput
from mentorjournal.model.day_words import months_on
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import Choice, Mode, PracticeKind

LONGEST_LEARNING = 1000


class Period(Choice):
    """For which time the ledger is summed up."""

    THIS_YEAR = "this_year", "this year"
    TWELVE_MONTHS = "twelve_months", "last 12 months"
    ALL = "all", "all"
    OWN = "own", "own dates"

    def bounds(self, today: date) -> tuple[date | None, date | None]:
        """Its first and last day; None where it is open. A period of one's own is open on both sides."""
        match self:
            case Period.THIS_YEAR:
                return today.replace(month=1, day=1), today.replace(month=12, day=31)
            case Period.TWELVE_MONTHS:
                return months_on(today, -12) + timedelta(days=1), today
            case _:
                return None, None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class LedgerEntry:
    """*relationship* is a running number that says nothing of anybody, or None; *session_id* says where it
    was taken over from, so that no session is counted twice.
    """

    id: EntryId
    day: date
    minutes: int
    kind: PracticeKind = PracticeKind.MENTORING
    relationship: int | None = None
    mode: Mode | None = None
    learning: str = ""
    how_applied: str = ""
    session_id: EntryId | None = None

    def __repr__(self) -> str:
        return f"LedgerEntry({self.id})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Minutes by kind over a period, and how many relationships and sessions they came from."""

    minutes: Mapping[PracticeKind, int]
    relationships: int
    sessions: int

    @property
    def all_minutes(self) -> int:
        return sum(self.minutes.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """How far the ledger lies behind the journals: held sessions that it does not count yet, entries whose
    session reads otherwise by now, and entries whose session was not held after all or is gone.
    """

    new: int = 0
    changed: int = 0
    gone: int = 0

    @property
    def is_up_to_date(self) -> bool:
        return not (self.new or self.changed or self.gone)


def totals(entries: Iterable[LedgerEntry]) -> Totals:
    minutes = dict.fromkeys(PracticeKind, 0)
    relationships, sessions = set(), 0
    for entry in entries:
        minutes[entry.kind] += entry.minutes
        if entry.kind is PracticeKind.MENTORING:
            sessions += 1
            if entry.relationship is not None:
                relationships.add(entry.relationship)
    return Totals(minutes=minutes, relationships=len(relationships), sessions=sessions)


def checked(entry: LedgerEntry) -> LedgerEntry:
    """The entry, proved whole. Raises InvalidInput."""
    if not 1 <= entry.minutes <= 24 * 60:
        raise InvalidInput("An entry of the ledger is between 1 minute and 24 hours long.")
    for what, text in (("What was learnt", entry.learning), ("How it was applied", entry.how_applied)):
        if len(text) > LONGEST_LEARNING:
            raise InvalidInput(f"“{what}” is too long. Use at most {LONGEST_LEARNING} characters.")
    return entry
