"""The only way the core learns what time it is, so that a test can say another one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone

Clock = Callable[[], datetime]
"""Returns an aware datetime in the writer's own zone."""


def system_clock() -> datetime:
    return datetime.now().astimezone()


def moment_text(moment: datetime) -> str:
    """UTC with the writer's offset beside it: ``2026-03-01T09:30:00Z+01:00``. An entry keeps its own day."""
    offset = moment.utcoffset() or timedelta()
    minutes = round(abs(offset.total_seconds()) / 60)
    sign = "-" if offset < timedelta() else "+"
    utc = (moment - offset).replace(tzinfo=None).isoformat(timespec="seconds")
    return f"{utc}Z{sign}{minutes // 60:02}:{minutes % 60:02}"


def read_moment(text: str) -> datetime:
    """The aware moment that `moment_text` wrote, in the zone it was written in."""
    utc, offset = text.split("Z")
    hours, minutes = offset[1:].split(":")
    away = timedelta(hours=int(hours), minutes=int(minutes)) * (-1 if offset[0] == "-" else 1)
    return (datetime.fromisoformat(utc) + away).replace(tzinfo=timezone(away))


def day_text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def read_day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
