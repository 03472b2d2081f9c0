"""A clock that says what the test says."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

ZONE = timezone(timedelta(hours=1))


def at(year: int, month: int, day: int, hour: int = 9, minute: int = 0) -> datetime:
    """An aware moment in the tests' own zone, an hour ahead of UTC."""
    return datetime(year, month, day, hour, minute, tzinfo=ZONE)


class FixedClock:
    """A `Clock` that stands still until its *now* is moved."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now
