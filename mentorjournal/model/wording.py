"""Days, lengths of time and counts in whole words, the same on every machine: for papers and for reviews."""

from __future__ import annotations

from datetime import date

from mentorjournal.model.day_words import MONTHS


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


def clock_hours(minutes: int) -> str:
    """“1:30”, for a column of hours."""
    return f"{minutes // 60}:{minutes % 60:02}"


def capital(text: str) -> str:
    """*text* with a capital at its start and the rest as it is."""
    return text[:1].upper() + text[1:]


def hours_short(minutes: int) -> str:
    """“1 h 30 min”, “45 min”, “2 h”."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours}\u00a0h"] if hours else []
    if rest or not hours:
        parts.append(f"{rest}\u00a0min")
    return " ".join(parts)
