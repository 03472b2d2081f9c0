"""A time of day, read as people type it and said as they say it."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QLocale, QTime


def read_time(text: str, locale: QLocale) -> time | None:
    """The time of day that *text* names, such as 9:30, 9.30, 0930 or 9."""
    clean = text.strip()
    for pattern in ("H:mm", "H.mm", "HHmm", "H", "h:mm AP", "h AP"):
        found = locale.toTime(clean, pattern)
        if found.isValid():
            return time(found.hour(), found.minute())
    found = locale.toTime(clean, QLocale.FormatType.ShortFormat)
    return time(found.hour(), found.minute()) if found.isValid() else None


def time_words(at: time, locale: QLocale) -> str:
    return locale.toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)
