"""The short answers of the partner's form as terms; what cannot be understood is said and nothing guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from mentorjournal.errors import InvalidInput
from mentorjournal.journal.text import one_line
from mentorjournal.model.agreement import MOST_MONTHS, Terms
from mentorjournal.model.agreement_form import CHOICES, LEFT_OPEN, UNITS, TermField
from mentorjournal.model.day_words import read_day_words
from mentorjournal.model.relationship import MOST_SESSIONS
from mentorjournal.model.words import Mode, Reporting, RetentionRule

_LONGEST_SHOWN = 40
_LONGEST_NUMBER = 6
_MOST = {
    TermField.SESSIONS: MOST_SESSIONS,
    TermField.INTERVAL: 366,
    TermField.MINUTES: 24 * 60,
    TermField.MONTHS: MOST_MONTHS,
}
_TWO_DAYS = (date(2001, 2, 3), date(2010, 11, 12))


def read_terms(values: Mapping[str, str], asked: Sequence[TermField]) -> tuple[Terms, tuple[str, ...]]:
    """The terms as far as they were filled in, and a sentence for each answer that could not be read."""
    return _Answers(values, asked).terms()


class _Answers:
    """The answers of one form, with the sentences about them as they come up."""

    def __init__(self, values: Mapping[str, str], asked: Iterable[TermField]) -> None:
        self._said = {term: one_line(values.get(term.value, "")) for term in asked}
        self._problems = [
            f"The field “{term.label}” is not in the file any more."
            for term in self._said
            if term.value not in values
        ]

    def terms(self) -> tuple[Terms, tuple[str, ...]]:
        mode, retention = self._chosen(TermField.MODE), self._chosen(TermField.RETENTION)
        reporting = self._chosen(TermField.REPORTING)
        rule = RetentionRule(retention) if retention else None
        terms = Terms(
            sessions_planned=self._number(TermField.SESSIONS),
            interval_days=self._interval(),
            minutes=self._number(TermField.MINUTES),
            mode=Mode(mode) if mode else None,
            months=self._number(TermField.MONTHS),
            retention=rule,
            keep_until=self._kept_until(rule),
            reporting=Reporting(reporting) if reporting else None,
        )
        return terms, tuple(self._problems)

    def _number(self, term: TermField) -> int | None:
        text, most = self._said.get(term, ""), _MOST[term]
        if not text:
            return None
        number = int(text) if text.isdecimal() and len(text) <= _LONGEST_NUMBER else 0
        if 1 <= number <= most:
            return number
        self._problem(term, f"which is no whole number from 1 to {most:,}")
        return None

    def _interval(self) -> int | None:
        number, unit = self._number(TermField.INTERVAL), self._chosen(TermField.INTERVAL_UNIT)
        if number is None:
            return None
        if unit is None:
            self._problem(TermField.INTERVAL, "and neither days nor weeks")
            return None
        return number * UNITS[unit]

    def _chosen(self, term: TermField) -> str | None:
        """The value that was chosen; some programs write down its label instead."""
        text = self._said.get(term, "")
        if not text or text in LEFT_OPEN:
            return None
        for value, label in CHOICES[term]:
            if text in (value, label):
                return value
        self._problem(term, "which is not one of the choices")
        return None

    def _kept_until(self, rule: RetentionRule | None) -> date | None:
        term = TermField.KEEP_UNTIL
        text = self._said.get(term, "")
        if not text:
            if rule is RetentionRule.KEEP_UNTIL:
                self._problems.append("The notes are to be kept until a date, and the date is not filled in.")
            return None
        try:  # a day that follows from today, such as “Thursday”, is another one by the time it is read
            days = {read_day_words(text, today) for today in _TWO_DAYS}
        except InvalidInput:
            days = set()
        if len(days) != 1:
            self._problem(term, "which is not understood as a date")
            return None
        if rule is not RetentionRule.KEEP_UNTIL:
            self._problem(term, "but the notes are not to be kept until a date")
        return days.pop()

    def _problem(self, term: TermField, why: str) -> None:
        text = self._said[term]
        shown = text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
        self._problems.append(f"“{term.label}” says “{shown}”, {why}.")
