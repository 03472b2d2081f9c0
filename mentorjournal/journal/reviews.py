"""Reviews: begun with their facts and questions, written, and done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mentorjournal.errors import InvalidInput
from mentorjournal.journal import parts, words
from mentorjournal.journal.noun import Book, Noun
from mentorjournal.journal.text import few_lines
from mentorjournal.model import review as rules
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.review import Fact, Review, ReviewAnswer
from mentorjournal.model.words import EntryKind, RelationshipForm, ReviewKind, Role
from mentorjournal.storage import reviews

DONE = "This review is done, and stays as it was on its day. Undo takes “done” back."


def checked(value: Review) -> Review:
    answers = tuple(
        replace(one, mine=few_lines(one.mine), theirs=few_lines(one.theirs)) for one in value.answers
    )
    return rules.checked(
        replace(
            value,
            answers=answers,
            decisions=few_lines(value.decisions),
            agreement_changes=few_lines(value.agreement_changes),
        )
    )


class Reviews(Noun[Review]):
    _book = Book(
        kind=EntryKind.REVIEW,
        name="review",
        load=reviews.load,
        all=reviews.all,
        save=reviews.save,
        delete=reviews.delete,
        show=words.shown_review,
        words=words.words_of_review,
        check=checked,
        parts=parts.parts_of_review,
    )

    def begin(
        self,
        kind: ReviewKind,
        role: Role,
        facts: Sequence[Fact],
        form: RelationshipForm = RelationshipForm.TRADITIONAL,
    ) -> Change:
        """Begin a review of this kind today, with what the journal knows and what is asked."""
        asked = tuple(ReviewAnswer(question=question) for question in rules.questions(kind, role, form))
        value = Review(id=new_entry_id(), day=self._today(), kind=kind, answers=asked, facts=tuple(facts))
        return self._put(value, None, f"Begin {kind.label}")

    def write(self, value: Review) -> Change:
        """Replace what the review says. Raises InvalidInput for one that is done: it stays as it was."""
        if self.get(value.id).done:
            raise InvalidInput(DONE)
        return super().write(value)

    def open_one(self, kind: ReviewKind | None = None) -> Review | None:
        """The newest review, of this kind or of any, that is still being written."""
        wanted = (one for one in reversed(self.all()) if kind in (None, one.kind))
        return next((one for one in wanted if not one.done), None)

    def renew_facts(self, id: EntryId, facts: Sequence[Fact]) -> Change:
        """Bring to a review that is being written what the journal knows by now. Raises InvalidInput for one
        that is done: its facts are those of its day.
        """
        before = self.get(id)
        if before.done:
            raise InvalidInput(DONE)
        return self._put(replace(before, facts=tuple(facts)), before, f"Bring {before.kind.label} up to date")

    def finish(self, id: EntryId) -> Change:
        """Say that the review is done; its facts stay as they were."""
        before = self.get(id)
        return self._put(replace(before, done=True), before, f"Finish {before.kind.label}")
