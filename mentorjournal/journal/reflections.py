"""Reflections: free writing and answers to questions."""

from __future__ import annotations

from dataclasses import replace

from mentorjournal.journal import parts, words
from mentorjournal.journal.noun import Book, Noun
from mentorjournal.journal.text import LONGEST_TITLE, at_most, one_line
from mentorjournal.model.blocks import EMPTY
from mentorjournal.model.change import Change
from mentorjournal.model.clock import read_moment
from mentorjournal.model.day_words import day_said
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.reflection import Answer, Reflection
from mentorjournal.model.revision import Revision
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
        parts=parts.parts_of_reflection,
    )

    def restore_copy(self, version: Revision) -> Change:
        """Put an earlier version beside the reflection, as one of its own on the same day."""
        now = self.get(version.entry_id)
        texts = {part.key: part.text for part in version.parts}
        answers = (part for part in version.parts if part.key.startswith(parts.ANSWER))
        copy = replace(
            now,
            id=new_entry_id(),
            title=self._title_of_copy(version),
            text=texts.get(parts.TEXT, EMPTY),
            answers=tuple(
                Answer(step_id=part.key[len(parts.ANSWER) :], prompt_text=part.label, text=part.text)
                for part in answers
            ),
            revisit_on=None,
        )
        return self._put(self._book.check(copy), None, "Restore version as a copy")

    def _title_of_copy(self, version: Revision) -> str:
        said = day_said(read_moment(version.moment).date(), self._today())
        if not version.title:
            return f"Version of {said}"
        after = f" (version of {said})"
        return version.title[: LONGEST_TITLE - len(after)] + after
