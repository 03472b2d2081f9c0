"""The only way the core learns what time it is, so that a test can say another one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

Clock = Callable[[], datetime]
"""Returns an aware datetime in the writer's own zone."""


def system_clock() -> datetime:
    return datetime.now().astimezone()


def moment_text(moment: datetime) -> str:
    """UTC with the writer's offset beside it: ``2026-03-01T09:30:00Z+01:00``. An entry keeps its own day."""
    offset = moment.strftime("%z") or "+0000"
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}{offset[:3]}:{offset[3:5]}"


def day_text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def read_day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
