"""Reflections: free writing and answers to questions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mentorjournal.journal import words
from mentorjournal.journal.noun import Book, Noun
from mentorjournal.journal.text import LONGEST_TITLE, at_most, one_line
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId
from mentorjournal.model.reflection import Reflection, Returning
from mentorjournal.model.words import EntryKind
from mentorjournal.storage import reflections


def checked(value: Reflection) -> Reflection:
    title = at_most(one_line(value.title), LONGEST_TITLE, "The title")
    tags = tuple(dict.fromkeys(tag for tag in map(one_line, value.tags) if tag))
    return replace(value, title=title, tags=tags)


class Reflections(Noun[Reflection]):
    _book = Book(
        kind=EntryKind.REFLECTION,
        name="reflection",
        load=reflections.load,
        all=reflections.all,
        save=reflections.save,
        delete=reflections.delete,
        show=words.shown_reflection,
        words=words.words_of_reflection,
        check=checked,
    )

    def returning(self, today: date) -> list[Returning]:
        """The reflections that were to come back by today, the longest awaited first."""
        return reflections.returning(self._db, today)

    def bring_back(self, id: EntryId, on: date | None) -> Change:
        """Let the reflection return on a day, or with None no more."""
        before = self.get(id)
        return self._put(replace(before, revisit_on=on), before, "Bring reflection back")
