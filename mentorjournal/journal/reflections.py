"""Reflections: free writing and answers to questions, and the days on which they return."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mentorjournal.errors import InvalidInput
from mentorjournal.journal import parts, words
from mentorjournal.journal.joined import joined
from mentorjournal.journal.noun import Book, Noun
from mentorjournal.journal.text import LONGEST_TITLE, at_most, one_line
from mentorjournal.model.blocks import EMPTY
from mentorjournal.model.change import Change
from mentorjournal.model.clock import read_moment
from mentorjournal.model.day_words import day_said
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.reflection import Answer, Reflection, Returning
from mentorjournal.model.revision import ANSWER, Revision
from mentorjournal.model.words import EntryKind
from mentorjournal.storage import reflections

LATELY = 20
"""How many reflections back a question counts as asked lately."""


def checked(value: Reflection) -> Reflection:
    title = at_most(one_line(value.title), LONGEST_TITLE, "The title")
    tags = tuple(dict.fromkeys(tag for tag in map(one_line, value.tags) if tag))
    return value if (title, tags) == (value.title, value.tags) else replace(value, title=title, tags=tags)


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

    def add(self, value: Reflection) -> Change:
        """Put a new reflection into the journal. The earlier one that it returns to has come back with it,
        and waits for no day any more: one act, taken back as one.
        """
        if value.returns_to is None:
            return super().add(value)
        with self._acts.one():
            changes = [super().add(value)]
            earlier = reflections.load(self._db, value.returns_to)
            if earlier is not None and earlier.revisit_on and earlier.revisit_on <= self._today():
                changes.append(self._put(replace(earlier, revisit_on=None), earlier, "Settle return"))
        return joined(self._acts, "Add reflection", changes)

    def bring_back_on(self, id: EntryId, day: date | None) -> Change:
        """Let the reflection return on *day*; None lets it rest. Raises InvalidInput for a day gone by."""
        if day is not None and day < self._today():
            raise InvalidInput("This day has passed. Choose today or a later one to bring it back on.")
        before = self.get(id)
        label = "Bring reflection back" if day else "Let reflection rest"
        return self._put(replace(before, revisit_on=day), before, label)

    def returning(self, today: date) -> list[Returning]:
        """Those that come back today, or were to come back and have not been looked at since; the longest
        awaited first.
        """
        return reflections.returning(self._db, today)

    def any_since(self, day: date) -> bool:
        """Whether anything was written on *day* or later."""
        newest = reflections.newest_on(self._db)
        return newest is not None and newest >= day

    def asked_lately(self, newest: int = LATELY) -> frozenset[str]:
        """The wording of the questions answered in the newest reflections."""
        return frozenset(reflections.asked_lately(self._db, newest))

    def restore_copy(self, version: Revision) -> Change:
        """Put an earlier version beside the reflection, as one of its own on the same day."""
        now = self.get(version.entry_id)
        texts = {part.key: part.text for part in version.parts}
        answers = (part for part in version.parts if part.key.startswith(ANSWER))
        copy = replace(
            now,
            id=new_entry_id(),
            title=self._title_of_copy(version),
            text=texts.get(parts.TEXT, EMPTY),
            answers=tuple(
                Answer(step_id=part.key[len(ANSWER) :], prompt_text=part.label, text=part.text)
                for part in answers
            ),
            revisit_on=None,
            returns_to=None,
        )
        return self._put(copy, None, "Restore version as a copy")

    def _title_of_copy(self, version: Revision) -> str:
        said = day_said(read_moment(version.moment).date(), self._today())
        if not version.title:
            return f"Version of {said}"
        after = f" (version of {said})"
        return version.title[: LONGEST_TITLE - len(after)] + after
