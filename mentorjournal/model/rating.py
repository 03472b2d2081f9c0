"""Ratings: how the writer sees the relationship, or themselves, on a day. They go to nobody, and onto no
paper but the writer's own whole book.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import RatingScale

LONGEST_LABEL = 200
MOST_ITEMS = 20


@dataclass(frozen=True, slots=True, repr=False)
class RatingItem:
    """One thing to rate, and what the two ends of the scale mean."""

    label: str
    low_text: str = ""
    high_text: str = ""

    def __repr__(self) -> str:
        return "RatingItem()"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RatingInstrument:
    """A set of things to rate together. *source* says where it comes from, *note_question* what the note
    answers.
    """

    id: str
    name: str
    items: tuple[RatingItem, ...]
    scale: RatingScale = RatingScale.ZERO_TO_TEN
    source: str = ""
    note_question: str = ""
    built_in: bool = False

    def __repr__(self) -> str:
        return f"RatingInstrument({self.id})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Rating:
    """What was rated on a day. Name, scale and items are copied when it is written, so that it keeps its
    meaning. *values* stand in the order of *items*, None where nothing was said; *then_values* are where the
    writer now thinks they were at the start (a retrospective baseline), or empty.
    """

    id: EntryId
    day: date
    instrument_id: str
    name: str
    items: tuple[RatingItem, ...]
    values: tuple[int | None, ...]
    then_values: tuple[int | None, ...] = ()
    scale: RatingScale = RatingScale.ZERO_TO_TEN
    note: str = ""
    session_id: EntryId | None = None

    def __repr__(self) -> str:
        return f"Rating({self.id})"
