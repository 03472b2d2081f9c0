"""The partner's form as both sides know it: the names of its fields, and the mark by which it is known again.

Names and mark are a format: forms that were sent out come back months later.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from mentorjournal.errors import InvalidInput
from mentorjournal.model.agreement import LONGEST_CLAUSE, ClauseKey
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import Choice, Mode, Reporting, RetentionRule

FORM_VERSION = 1
MARK_FIELD = "mentor_journal_form"
"""The hidden field that holds the mark."""

_WHAT = "mentor-journal-agreement"
_CLAUSE = "clause_"
_MOST_CLAUSES = 100
_LONGEST_MARK = 20_000

LEFT_OPEN = ("open", "left open")
"""The first choice of each list, for whoever chose something and thought better of it."""

ROOM_FOR_TERMS = 250
"""Characters that a clause with terms leaves for their words."""


class TermField(Choice):
    """The fields beside the clauses; the label is what they are called."""

    SESSIONS = "term_sessions", "Number of meetings"
    INTERVAL = "term_interval", "One meeting every"
    INTERVAL_UNIT = "term_interval_unit", "Days or weeks"
    MINUTES = "term_minutes", "Minutes for each"
    MODE = "term_mode", "How we meet"
    MONTHS = "term_months", "Months altogether"
    RETENTION = "term_retention", "At the end, the notes are"
    KEEP_UNTIL = "term_keep_until", "Kept until (a date)"
    REPORTING = "term_reporting", "What may be reported"

    @property
    def clause(self) -> ClauseKey:
        """The clause it stands beside."""
        if self in (TermField.RETENTION, TermField.KEEP_UNTIL):
            return ClauseKey.RETENTION
        return ClauseKey.SHARING if self is TermField.REPORTING else ClauseKey.COMMITMENT


UNITS = {"days": 1, "weeks": 7}

CHOICES: Mapping[TermField, tuple[tuple[str, str], ...]] = {
    TermField.INTERVAL_UNIT: tuple((unit, unit) for unit in UNITS),
    TermField.MODE: (LEFT_OPEN, *((one.value, one.label) for one in Mode)),
    TermField.RETENTION: (
        LEFT_OPEN,
        *((one.value, one.label) for one in RetentionRule if one is not RetentionRule.ON_HOLD),
    ),
    TermField.REPORTING: (LEFT_OPEN, *((one.value, one.label) for one in Reporting)),
}
"""What each list offers. A hold is nothing to agree on beforehand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What a form says of itself: for which agreement it was made, and which clauses it asks for."""

    agreement: EntryId
    clauses: tuple[ClauseKey, ...]
    version: int = FORM_VERSION


def clause_field(key: ClauseKey) -> str:
    return f"{_CLAUSE}{key.value}"


def terms_of(key: ClauseKey) -> tuple[TermField, ...]:
    """The fields that stand beside this clause."""
    return tuple(field for field in TermField if field.clause is key)


def longest_text(key: ClauseKey) -> int:
    """How long the text of this clause may become in the form."""
    return LONGEST_CLAUSE - ROOM_FOR_TERMS if terms_of(key) else LONGEST_CLAUSE


def mark_text(mark: Mark) -> str:
    said = {
        "form": _WHAT,
        "version": mark.version,
        "agreement": mark.agreement,
        "clauses": [key.value for key in mark.clauses],
    }
    return json.dumps(said, separators=(",", ":"))


def read_mark(text: str) -> Mark:
    """The mark, or of a later version no more than its number. Raises InvalidInput for what is not ours."""
    try:
        if len(text) > _LONGEST_MARK:
            raise ValueError
        said = json.loads(text)
        if said["form"] != _WHAT or not isinstance(said["version"], int):
            raise TypeError
        if said["version"] > FORM_VERSION:
            return Mark(agreement=EntryId(""), clauses=(), version=said["version"])
        id, keys = said["agreement"], said["clauses"]
        if not isinstance(id, str) or not isinstance(keys, list) or len(keys) > _MOST_CLAUSES:
            raise TypeError
        return Mark(
            agreement=EntryId(id), clauses=tuple(map(ClauseKey, dict.fromkeys(keys))), version=said["version"]
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        raise InvalidInput("This is not the mark of a form.") from None
