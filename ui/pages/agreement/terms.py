"""The terms of an agreement as they are typed, and what can be kept of them. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from mentorjournal.model.agreement import MOST_MONTHS, ClauseKey, Terms
from mentorjournal.model.clock import day_text, read_day
from mentorjournal.model.relationship import MOST_SESSIONS
from mentorjournal.model.words import Mode, Reporting, RetentionRule

WEEK = 7
MOST_DAYS = 366
MOST_MINUTES = 24 * 60

TERMS_OF = {
    ClauseKey.COMMITMENT: ("sessions", "interval", "minutes", "months", "mode"),
    ClauseKey.RETENTION: ("retention", "keep_until"),
    ClauseKey.SHARING: ("reporting",),
}
"""The terms that are asked within a clause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsTyped:
    """Numbers as they stand in their fields; an empty one leaves the matter open."""

    sessions: str = ""
    interval: str = ""
    in_weeks: bool = True
    minutes: str = ""
    months: str = ""
    mode: Mode | None = None
    retention: RetentionRule | None = None
    keep_until: date | None = None
    reporting: Reporting | None = None


def typed_of(terms: Terms) -> TermsTyped:
    """The terms as their fields show them: whole weeks as weeks."""
    days = terms.interval_days
    in_weeks = days is None or days % WEEK == 0
    return TermsTyped(
        sessions=_text(terms.sessions_planned),
        interval=_text(days // WEEK if days is not None and in_weeks else days),
        in_weeks=in_weeks,
        minutes=_text(terms.minutes),
        months=_text(terms.months),
        mode=terms.mode,
        retention=terms.retention,
        keep_until=terms.keep_until,
        reporting=terms.reporting,
    )


def terms_of(typed: TermsTyped, base: Terms) -> tuple[Terms, dict[str, str]]:
    """What can be kept of *typed*, and by field what is wrong with the rest, which stays as in *base*."""
    problems: dict[str, str] = {}
    unit = WEEK if typed.in_weeks else 1
    sessions = _number(typed.sessions, MOST_SESSIONS)
    interval = _number(typed.interval, MOST_DAYS // unit)
    minutes = _number(typed.minutes, MOST_MINUTES)
    months = _number(typed.months, MOST_MONTHS)
    if sessions == _WRONG:
        problems["sessions"] = f"Plan between 1 and {MOST_SESSIONS} sessions, or leave the number open."
    if interval == _WRONG:
        most, what = (MOST_DAYS // WEEK, "weeks") if typed.in_weeks else (MOST_DAYS, "days")
        problems["interval"] = f"Meet every 1 to {most} {what}, or leave it open."
    if minutes == _WRONG:
        problems["minutes"] = f"Plan 1 to {MOST_MINUTES} minutes for a session, or leave the length open."
    if months == _WRONG:
        problems["months"] = f"Agree on 1 to {MOST_MONTHS} months, or leave the time open."
    retention, keep_until = typed.retention, typed.keep_until
    if retention is RetentionRule.KEEP_UNTIL and keep_until is None:
        problems["keep_until"] = "Say until which day the notes are kept, or choose another rule."
        retention, keep_until = base.retention, base.keep_until
    elif retention is not RetentionRule.KEEP_UNTIL:
        keep_until = None
    terms = Terms(
        sessions_planned=base.sessions_planned if sessions == _WRONG else sessions,
        interval_days=base.interval_days
        if interval == _WRONG
        else (interval * unit if interval is not None else None),
        minutes=base.minutes if minutes == _WRONG else minutes,
        mode=typed.mode,
        months=base.months if months == _WRONG else months,
        retention=retention,
        keep_until=keep_until,
        reporting=typed.reporting,
    )
    return terms, problems


def still_held(typed: TermsTyped, fresh: TermsTyped, problems: dict[str, str]) -> TermsTyped:
    """*fresh*, but with what could not be kept as it was typed."""
    held: dict[str, Any] = {}
    for name in problems:
        held[name] = getattr(typed, name)
        if name == "interval":
            held["in_weeks"] = typed.in_weeks
        if name == "keep_until":
            held["retention"] = typed.retention
    return replace(fresh, **held)


def to_place(typed: TermsTyped) -> dict[str, object]:
    """As values that can be kept over a lock."""
    place: dict[str, object] = {one.name: getattr(typed, one.name) for one in fields(typed)}
    for name in ("mode", "retention", "reporting"):
        choice = place[name]
        place[name] = getattr(choice, "value", None)
    return place | {"keep_until": day_text(typed.keep_until)}


def from_place(place: dict[str, object]) -> TermsTyped:
    """What `to_place` gave. Whatever is missing or strange is left open."""

    def text(name: str) -> str:
        return str(place.get(name) or "")

    mode, retention, reporting = text("mode"), text("retention"), text("reporting")
    try:
        until = read_day(text("keep_until") or None)
    except ValueError:
        until = None
    return TermsTyped(
        sessions=text("sessions"),
        interval=text("interval"),
        in_weeks=place.get("in_weeks") is not False,
        minutes=text("minutes"),
        months=text("months"),
        mode=Mode(mode) if mode in list(Mode) else None,
        retention=RetentionRule(retention) if retention in list(RetentionRule) else None,
        keep_until=until,
        reporting=Reporting(reporting) if reporting in list(Reporting) else None,
    )


_WRONG = -1


def _number(text: str, most: int) -> int | None:
    """The whole number typed, None for nothing, and _WRONG for what is none or is out of range."""
    plain = text.strip()
    if not plain:
        return None
    if not plain.isdecimal() or len(plain) > 6:
        return _WRONG
    number = int(plain)
    return number if 1 <= number <= most else _WRONG


def _text(number: int | None) -> str:
    return "" if number is None else str(number)
