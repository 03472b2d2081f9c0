"""A reflection, written freely or along a prompt set, and the learning points written out of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentorjournal.model.blocks import EMPTY, Document
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import ReflectionTiming, Visibility

LONGEST_LEARNING_POINT = 280


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Answer:
    """What was written to a question, with the question's wording copied when it was answered."""

    step_id: str
    prompt_text: str
    text: Document = EMPTY

    def __repr__(self) -> str:
        return f"Answer({self.step_id})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Reflection:
    """*framework_id* names the prompt set; reflections go to nobody, and onto no paper but the writer's own
    whole book. On *revisit_on* the reflection returns; *returns_to* is the earlier one that lay beside this
    while it was written.
    """

    id: EntryId
    day: date
    title: str = ""
    text: Document = EMPTY
    timing: ReflectionTiming = ReflectionTiming.BETWEEN
    framework_id: str = ""
    answers: tuple[Answer, ...] = ()
    tags: tuple[str, ...] = ()
    session_id: EntryId | None = None
    goal_id: EntryId | None = None
    revisit_on: date | None = None
    returns_to: EntryId | None = None

    def __repr__(self) -> str:
        return f"Reflection({self.id})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Returning:
    """A reflection that its writer wanted back on a day, as a list shows it."""

    id: EntryId
    day: date
    revisit_on: date
    title: str
    opening: str

    def __repr__(self) -> str:
        return f"Returning({self.id})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class LearningPoint:
    """What the writer learnt, in their own words: the only reflective thing that may be shared."""

    id: EntryId
    day: date
    text: str
    from_reflection_id: EntryId | None = None
    visibility: Visibility = Visibility.PRIVATE

    def __repr__(self) -> str:
        return f"LearningPoint({self.id})"
