"""A length of time as people type it: “90”, “1:30”, “1.5 h”, “2 hours”, “1 h 30 min”."""

from __future__ import annotations

import re

from mentorjournal.errors import InvalidInput

_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)(?: ?h(?:ours?)?)?")
_HOURS = re.compile(r"(\d{1,2}(?:[.,]\d{1,2})?) ?h(?:(?:ou)?rs?)?")
_BOTH = re.compile(r"(\d{1,2}) ?h(?:(?:ou)?rs?)? ?(?:and )?(\d{1,2})(?: ?m(?:in(?:ute)?s?)?)?")
_MINUTES = re.compile(r"(\d{1,4})(?: ?m(?:in(?:ute)?s?)?)?")


def read_minutes(text: str) -> int:
    """The minutes meant by *text*; a number alone counts minutes. Raises InvalidInput for what is no length,
    for nothing, and for more than a day.
    """
    words = " ".join(text.lower().replace("½", ".5").split())
    minutes = _read(words)
    if minutes is None:
        raise InvalidInput(
            "This is not understood as a length of time. Type it like “90”, “1:30” or “1 h 30 min”."
        )
    if not 1 <= minutes <= 24 * 60:
        raise InvalidInput("An entry of the ledger is between 1 minute and 24 hours long.")
    return minutes


def _read(words: str) -> int | None:
    if match := _MINUTES.fullmatch(words):
        return int(match[1])
    if (match := _CLOCK.fullmatch(words)) or (match := _BOTH.fullmatch(words)):
        return int(match[1]) * 60 + int(match[2])
    if match := _HOURS.fullmatch(words):
        return round(float(match[1].replace(",", ".")) * 60)
    return None
