"""Fields of one line or a few, as people type and paste them: clean, and never empty by accident."""

from __future__ import annotations

import re

from mentorjournal.errors import InvalidInput

LONGEST_TITLE = 300
LONGEST_FIELD = 4000

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufdd0\ufdd1\ufffc]")


def one_line(text: str) -> str:
    """The text on one line, without control characters or space around it."""
    return " ".join(_CONTROL.sub(" ", text).split())


def few_lines(text: str) -> str:
    """The text with its lines kept and control characters gone."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def at_most(text: str, length: int, what: str) -> str:
    """The text. Raises InvalidInput when it is longer than *length* characters."""
    if len(text) > length:
        raise InvalidInput(f"{what} is too long. Use at most {length} characters.")
    return text
