"""An action caught in a line of text: “send the draft by Friday @partner”."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from mentorjournal.errors import InvalidInput
from mentorjournal.model.day_words import read_day_words
from mentorjournal.model.words import ActionOwner, Role

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
_BEFORE_A_DAY = ("by", "due", "until", "before")
_PART_OF_A_DAY = ("morning", "noon", "lunch", "lunchtime", "afternoon", "evening", "night", "at")
_NOT_BEFORE_A_LAST_DAY = {
    *("a", "about", "after", "and", "as", "for", "from", "how", "like", "my", "of", "or", "since", "than"),
    *("that", "the", "this", "to", "until", "what", "when", "why", "with"),
}
"""“Prepare for tomorrow” speaks of the day; it is not done on it."""

_LOOKS_BACK = {"how", "what", "why", "whether", "went", "was", "were", "happened", "said", "did"}


@dataclass(frozen=True, slots=True, repr=False)
class Caught:
    """*owner* and *due_on* are None where the line does not say. “!” alone marks a promise."""

    text: str
    owner: ActionOwner | None = None
    due_on: date | None = None
    is_promise: bool = False

    def __repr__(self) -> str:
        return "Caught()"


def read_action(line: str, today: date, role: Role | None = None) -> Caught:
    """What *line* says of an action. “by …” becomes a due date only where it names a day, and “@…” an owner
    only where it names one; anything else stays in the text. To one whose own *role* is mentor, “@mentor” is
    “me”.
    """
    words = " ".join(line.split())
    owner = None
    for match in _OWNER.finditer(words):
        owner = _owner(match[1].lower(), role)
        if owner is not None:
            words = _without(words, match.start(), match.end())
            break
    promise = _PROMISE.search(words)
    if promise is not None:
        words = _without(words, promise.start(), promise.end())
    words, due_on = _due(words, today)
    return Caught(words, owner, due_on, promise is not None and owner is not ActionOwner.PARTNER)


def _owner(name: str, role: Role | None) -> ActionOwner | None:
    if role in (Role.MENTOR, Role.MENTEE) and name == role:
        return ActionOwner.ME
    return _OWNERS.get(name)


def _due(words: str, today: date) -> tuple[str, date | None]:
    """The last “by” or “due” that a day follows; the longest run of words that names one counts."""
    parts = words.split(" ")
    for place in range(len(parts) - 2, 0, -1):
        if parts[place].lower() not in _BEFORE_A_DAY:
            continue
        start = place + 2 if parts[place + 1].lower() == "the" else place + 1  # “by the end of the month”
        for length in range(min(_MOST_DAY_WORDS, len(parts) - start), 0, -1):
            end = start + length
            day = _day(" ".join(parts[start:end]), today)
            if day is None:
                continue
            if end < len(parts) and parts[end].lower().rstrip(".,;:!?") in _PART_OF_A_DAY:
                return words, day  # the hour is the writer's own: “by Friday noon” stays as it is written
            return " ".join([*parts[:place], *parts[end:]]), day
    return _last_day(parts, today)


def _last_day(parts: list[str], today: date) -> tuple[str, date | None]:
    """The day that ends the line without a “by”: “call Ana tomorrow”, “send it on 3 Dec”, “read it in 2
    weeks”. It counts only where the words before it are whole without it.
    """
    words = " ".join(parts)
    for length in range(min(_MOST_DAY_WORDS, len(parts) - 2), 0, -1):
        rest, last = parts[:-length], parts[-length:]
        begins, ends = last[0].lower(), last[-1].lower().rstrip(".")
        plain = length == 1 and ends in ("today", "tomorrow")
        if not plain and (length < 2 or begins not in ("on", "in")):
            continue
        if begins == "on" and _LOOKS_BACK & {part.lower() for part in rest}:
            return words, None  # “ask how it went on Friday”
        if rest[-1].lower() in _NOT_BEFORE_A_LAST_DAY or rest[-1].endswith((",", ":", "-", "–")):
            return words, None
        day = _day(" ".join(last[1:] if begins == "on" else last), today)
        if day is not None:
            return " ".join(rest), day
    return words, None


def _day(said: str, today: date) -> date | None:
    try:
        return read_day_words(said.rstrip(".,;:!?"), today)
    except InvalidInput:
        return None


def _without(words: str, start: int, end: int) -> str:
    return " ".join(f"{words[:start]} {words[end:]}".split())
