"""Learning points: what the writer learnt, in words that may travel."""

from __future__ import annotations

from dataclasses import replace

from mentorjournal.errors import InvalidInput
from mentorjournal.journal import parts, words
from mentorjournal.journal.noun import Book, Noun
from mentorjournal.journal.text import at_most, one_line
from mentorjournal.model.change import Change
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.reflection import LONGEST_LEARNING_POINT, LearningPoint
from mentorjournal.model.revision import Revision
from mentorjournal.model.words import EntryKind, Visibility
from mentorjournal.storage import learning


def checked(value: LearningPoint) -> LearningPoint:
    text = at_most(one_line(value.text), LONGEST_LEARNING_POINT, "The learning point")
    if not text:
        raise InvalidInput("The learning point is empty: what did you learn?")
    return replace(value, text=text)


class LearningPoints(Noun[LearningPoint]):
    _book = Book(
        kind=EntryKind.LEARNING,
        name="learning point",
        load=learning.load,
        all=learning.all,
        save=learning.save,
        delete=learning.delete,
        show=words.shown_learning,
        words=words.words_of_learning,
        check=checked,
        parts=parts.parts_of_learning,
    )

    def restore_copy(self, version: Revision) -> Change:
        """Put an earlier version beside the learning point. It is private again, whatever this one is."""
        now = self.get(version.entry_id)
        copy = replace(now, id=new_entry_id(), text=version.said(parts.TEXT), visibility=Visibility.PRIVATE)
        return self._put(copy, None, "Restore version as a copy")
