"""Days, numbers and readers in the words of a summary, the same on every machine."""

from __future__ import annotations

from datetime import date

from mentorjournal.model.day_words import MONTHS
from mentorjournal.model.words import Audience, Role


def day_words(day: date) -> str:
    """“3 April 2026”."""
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"


def period_words(since: date, until: date) -> str:
    """“1 January to 31 March 2026”; the year is said once where it is the same."""
    if since == until:
        return day_words(since)
    if since.year != until.year:
        return f"{day_words(since)} to {day_words(until)}"
    return f"{since.day} {MONTHS[since.month - 1].capitalize()} to {day_words(until)}"


def counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def hours_words(minutes: int) -> str:
    """“6 hours”, “45 minutes”, “7 hours 30 minutes”."""
    hours, rest = divmod(minutes, 60)
    parts = [counted(hours, "hour", "hours")] if hours else []
    if rest or not hours:
        parts.append(counted(rest, "minute", "minutes"))
    return " ".join(parts)


def reader_words(audience: Audience, role: Role) -> str:
    """Who reads it, as the footer says it."""
    return {
        Audience.PARTNER: f"the {role.partner}",
        Audience.COORDINATOR_ATTENDANCE: "the programme coordinator",
        Audience.COORDINATOR_OUTCOMES: "the programme coordinator",
        Audience.LINE_MANAGER: "the line manager",
        Audience.PORTFOLIO: "the author's own portfolio",
    }[audience]


def capital(text: str) -> str:
    """*text* with a capital at its start and the rest as it is."""
    return text[:1].upper() + text[1:]
