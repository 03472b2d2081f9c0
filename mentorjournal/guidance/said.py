"""Days, lengths of time and lines as a preparation says them, the same on every machine."""

from __future__ import annotations

from datetime import date, time

from mentorjournal.model.day_words import WEEKDAYS, day_in_words

LONGEST_LINE = 240
"""Characters that a line of a preparation may have; a printed page may show fewer."""


def short_day(day: date, today: date) -> str:
    """“3 Dec”, and “3 Dec 2025” in another year than *today*."""
    words = day_in_words(day)
    return words.rsplit(" ", 1)[0] if day.year == today.year else words


def meeting_day(day: date, at: time | None = None) -> str:
    """“Thu 3 Dec 2026, 10:00”."""
    words = f"{WEEKDAYS[day.weekday()][:3].capitalize()} {day_in_words(day)}"
    return f"{words}, {at.hour}:{at.minute:02}" if at else words


def length_of(days: int) -> str:
    """“1 day”, “12 days”, “5 weeks”, “4 months”."""
    if days < 14:
        return "1 day" if days == 1 else f"{days} days"
    return f"{days // 7} weeks" if days < 70 else f"{days // 30} months"


def raised(meetings: int) -> str:
    """How long ago in meetings something was raised: people remember meetings, not dates."""
    match meetings:
        case 0:
            return "raised since last time"
        case 1:
            return "raised last time"
        case _:
            return f"raised {meetings} meetings ago"


def cut(text: str, length: int = LONGEST_LINE) -> str:
    """The text on one line; what is longer ends after a whole word with an ellipsis."""
    line = " ".join(text[: length * 4].split())
    if len(line) <= length and len(text) <= length * 4:
        return line
    head = line[: length - 1]
    space = head.rfind(" ")
    return f"{head[:space] if space > length // 2 else head}…"


def lines_of(text: str) -> list[str]:
    """The lines that say something, without the marks of a list before them."""
    lines = (line.strip().lstrip("-•*").strip() for line in text.splitlines())
    return [line for line in lines if line]
