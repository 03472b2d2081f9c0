"""A learning point on its own: at most 280 characters, and the one reflective thing that may be shared."""

from __future__ import annotations

from mentorjournal.journal.journal import Journal
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.reflection import LONGEST_LEARNING_POINT, LearningPoint
from ui.desk import Desk, OpenJournal
from ui.draft import Book


def length(text: str) -> int:
    """How many characters the journal would count."""
    return len(" ".join(text.split()))


def can_be_kept(value: LearningPoint) -> bool:
    """Whether it has words, and not too many."""
    return 0 < length(value.text) <= LONGEST_LEARNING_POINT


class LearningPresenter(Desk[LearningPoint]):
    """Keeps one learning point between the screen and the journal."""

    def book(self, journal: Journal) -> Book[LearningPoint]:
        door = journal.learning_points
        return Book(get=door.get, add=door.add, write=door.write, ready=can_be_kept)

    def blank(self, journal: OpenJournal) -> LearningPoint:
        return LearningPoint(id=new_entry_id(), day=self._clock().date(), text="")

    def acceptable(self, value: LearningPoint) -> bool:
        return can_be_kept(value)
