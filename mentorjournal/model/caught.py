"""An action caught in a line of text: “send the draft by Friday @partner”."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from mentorjournal.errors import InvalidInput
from mentorjournal.model.day_words import read_day_words
from mentorjournal.model.words import ActionOwner

_OWNERS = {
    "me": ActionOwner.ME,
    "mine": ActionOwner.ME,
    "i": ActionOwner.ME,
    "partner": ActionOwner.PARTNER,
    "mentor": ActionOwner.PARTNER,
    "mentee": ActionOwner.PARTNER,
    "peer": ActionOwner.PARTNER,
    "them": ActionOwner.PARTNER,
    "both": ActionOwner.BOTH,
    "us": ActionOwner.BOTH,
    "we": ActionOwner.BOTH,
}
_OWNER = re.compile(r"(?:^|(?<=\s))@(\w+)(?=$|[\s.,;:!?])")
_PROMISE = re.compile(r"(?:^|(?<=\s))!(?=$|\s)|(?:^|(?<=\s))!promise\b", re.IGNORECASE)
_MOST_DAY_WORDS = 5


@dataclass(frozen=True, slots=True, repr=False)
class Caught:
    """*owner* and *due_on* are None where the line does not say. “!” alone marks a promise."""

    text: str
    owner: ActionOwner | None = None
    due_on: date | None = None
    is_promise: bool = False

    def __repr__(self) -> str:
        return "Caught()"


def read_action(line: str, today: date) -> Caught:
    """What *line* says of an action. “by …” becomes a due date only where it names a day, and “@…” an owner
    only where it names one; anything else stays in the text.
    """
    words = " ".join(line.split())
    owner = None
    for match in _OWNER.finditer(words):
        owner = _OWNERS.get(match[1].lower())
        if owner is not None:
            words = _without(words, match.start(), match.end())
            break
    promise = _PROMISE.search(words)
    if promise is not None:
        words = _without(words, promise.start(), promise.end())
    words, due_on = _due(words, today)
    return Caught(words, owner, due_on, promise is not None and owner is not ActionOwner.PARTNER)


def _due(words: str, today: date) -> tuple[str, date | None]:
    """The last “by” or “due” that a day follows; the longest run of words that names one counts."""
    parts = words.split(" ")
    for place in range(len(parts) - 2, 0, -1):
        if parts[place].lower() not in ("by", "due", "until", "before"):
            continue
        for length in range(min(_MOST_DAY_WORDS, len(parts) - place - 1), 0, -1):
            end = place + 1 + length
            said = " ".join(parts[place + 1 : end]).rstrip(".,;:!?")
            day = _day(said, today)
            if day is not None:
                return " ".join([*parts[:place], *parts[end:]]), day
    return words, None


def _day(said: str, today: date) -> date | None:
    try:
        return read_day_words(said, today)
    except InvalidInput:
        return None


def _without(words: str, start: int, end: int) -> str:
    return " ".join(f"{words[:start]} {words[end:]}".split())
