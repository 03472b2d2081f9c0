"""A day as people type it: “tomorrow”, “Thu”, “in 2 weeks”, “3 Dec”, “2026-12-03”. Never fails silently."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from mentorjournal.errors import InvalidInput

# Not strftime's names: those follow the locale of the machine once a window is open.
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_PLAIN = {"today": 0, "tomorrow": 1, "yesterday": -1, "next week": 7}


def read_day_words(text: str, today: date) -> date | None:
    """The day meant by *text*, None for nothing typed. Raises InvalidInput for what is no day.

    A weekday is the next one after today; a day and month without a year is the next one from today on.
    """
    words = " ".join(text.lower().replace(",", " ").split())
    if not words:
        return None
    try:
        day = _read(words, today)
    except (ValueError, OverflowError):
        day = None
    if day is None:
        raise InvalidInput(
            "This is not understood as a day. Type it like “tomorrow”, “Thursday”, “in 2 weeks”,"
            f" “3 Dec” or “{today.isoformat()}”."
        )
    return day


def read_day_gone(text: str, today: date) -> date | None:
    """The same for what is over: a weekday, or a day and month without a year, is the last one up to today.
    Raises InvalidInput also for a day that is still to come.
    """
    words = " ".join(text.lower().replace(",", " ").split()).removeprefix("last ")
    day = read_day_words(words, today)
    if day is None or day <= today:
        return day
    if _position(WEEKDAYS, re.sub(r"^(on|this) ", "", words)) is not None:
        return day - timedelta(weeks=1)
    if not re.search(r"\d{4}", words) and _day_of_month(words, today) == day:
        return months_on(day, -12)
    raise InvalidInput("This day is still to come. Give the day on which it was done.")


def day_said(day: date, today: date) -> str:
    """“3 March”, and with its year when that is another one: “3 March 2025”."""
    said = f"{day.day} {MONTHS[day.month - 1].capitalize()}"
    return said if day.year == today.year else f"{said} {day.year}"


def day_in_words(day: date) -> str:
    """*day* as one would type it: “3 Dec 2026”. `read_day_words` reads it back."""
    return f"{day.day} {MONTHS[day.month - 1][:3].capitalize()} {day.year:04}"


def _read(words: str, today: date) -> date | None:
    if words in _PLAIN:
        return today + timedelta(days=_PLAIN[words])
    if words in ("end of month", "end of the month"):
        return today.replace(day=monthrange(today.year, today.month)[1])
    if words == "next month":
        return months_on(today, 1)
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", words):
        year, month, number = map(int, match.groups())
        return date(year, month, number)
    if match := re.fullmatch(r"(\d{1,2})[./](\d{1,2})[./](\d{4})", words):
        number, month, year = map(int, match.groups())
        return date(year, month, number)
    if match := re.fullmatch(r"(?:in )?(\d{1,4}|[a-z]+) (day|week|month|year)s?", words):
        return _from_now(today, match[1], match[2])
    if (weekday := _position(WEEKDAYS, re.sub(r"^(next|on|this) ", "", words))) is not None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    return _day_of_month(words, today)


def _from_now(today: date, amount: str, unit: str) -> date | None:
    count = int(amount) if amount.isdigit() else _NUMBERS.get(amount)
    if count is None:
        return None
    match unit:
        case "day":
            return today + timedelta(days=count)
        case "week":
            return today + timedelta(weeks=count)
        case "month":
            return _in_months(today, count)
        case _:
            return _in_months(today, 12 * count)


def _day_of_month(words: str, today: date) -> date | None:
    words = re.sub(r"^(?:on )?(?:[a-z]+day|mon|tue|wed|thu|fri|sat|sun)\.? (?=\d)", "", words)
    match = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]+)\.?(?: (\d{4}))?", words)
    number, name, year = match.groups() if match else ("", "", None)
    if not match and (match := re.fullmatch(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?", words)):
        name, number, year = match.groups()
    month = _position(MONTHS, name) if name else None
    if month is None:
        return None
    if year:
        return date(int(year), month + 1, int(number))
    day = date(today.year, month + 1, int(number))
    return day if day >= today else date(today.year + 1, month + 1, int(number))


def months_on(day: date, months: int) -> date:
    """The same day of the month so many months later, or the month's last."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _in_months(today: date, months: int) -> date:
    """The day as it was typed. Raises OverflowError beyond the calendar's end."""
    if (day := months_on(today, months)) == date.max:
        raise OverflowError
    return day


def _position(names: tuple[str, ...], word: str) -> int | None:
    """Which of *names* begins with *word* of three letters or more."""
    if len(word) < 3:
        return None
    return next((place for place, name in enumerate(names) if name.startswith(word)), None)
