"""What the one-stop sheet has done on the vault's thread, and how typed words come together. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, replace

from mentorjournal.journal import one_stop_acts as acts
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.one_stop import OneStop, SheetWords, one_stop
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId

Act = Callable[[Journal], Change]

NAMES = tuple(field.name for field in fields(SheetWords))
OF_A_MEETING = ("wanted", "tried", "intention", "mattered", "took_away", "advice", "came_of_it")


def kept_and_read(
    journal: Journal, meeting: EntryId | None, before: SheetWords, after: SheetWords
) -> tuple[Change, OneStop]:
    return acts.keep(journal, meeting, before, after), one_stop(journal, meeting)


def done_and_read(act: Act, journal: Journal, meeting: EntryId | None) -> tuple[Change, OneStop]:
    """What was done and the sheet as it is then, at once: between the two it could be asked for again."""
    return act(journal), one_stop(journal, meeting)


def merged(
    base: SheetWords, mine: SheetWords, theirs: SheetWords, names: Sequence[str] = NAMES
) -> SheetWords:
    """Theirs, with what was typed here since *base*."""
    typed = {name: getattr(mine, name) for name in names if getattr(mine, name) != getattr(base, name)}
    return replace(theirs, **typed)


def left_at(place: dict[str, object]) -> EntryId | None:
    meeting = place.get("meeting")
    return EntryId(meeting) if isinstance(meeting, str) else None


def with_typed(words: SheetWords, typed: object) -> SheetWords:
    known = {name: text for name, text in texts(typed).items() if name in NAMES}
    return replace(words, **known)


def texts(value: object) -> dict[str, str]:
    """What is a text by its name; whatever else a place holds is left out."""
    if not isinstance(value, dict):
        return {}
    return {name: text for name, text in value.items() if isinstance(name, str) and isinstance(text, str)}
