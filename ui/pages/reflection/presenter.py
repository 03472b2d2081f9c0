"""Writing a reflection: free text, the questions of a prompt set, and the learning point that comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from mentorjournal.errors import InvalidInput
from mentorjournal.journal.journal import Journal
from mentorjournal.model.blocks import is_empty
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.reflection import Answer, LearningPoint, Reflection
from mentorjournal.model.timeline import TimelineRow
from mentorjournal.model.words import EntryKind, Role, Visibility
from mentorjournal.prompts import PromptSet, for_reflection
from ui.desk import Desk, DeskView, OpenJournal, Outside
from ui.draft import Book, Runner

LINKS_OFFERED = 30


@dataclass(frozen=True, slots=True)
class Links:
    """What a reflection may be about: the newest sessions and goals."""

    sessions: Sequence[TimelineRow] = ()
    goals: Sequence[TimelineRow] = ()


class ReflectionView(DeskView[Reflection], Protocol):
    """What the desk needs, and around it the questions, the links and the learning point."""

    def offer_prompts(self, sets: Sequence[PromptSet], role: Role) -> None: ...
    def offer_links(self, links: Links) -> None: ...
    def add_answer(self, answer: Answer) -> None: ...
    def focus_answer(self, index: int) -> None: ...
    def learning_kept(self) -> None: ...
    def learning_refused(self, message: str) -> None: ...


def worth_keeping(value: Reflection) -> bool:
    """Whether anything was written; a new page without a word is not kept."""
    return bool(
        value.title.strip()
        or not is_empty(value.text)
        or any(not is_empty(answer.text) for answer in value.answers)
        or value.tags
    )


def answer_key(answer: Answer) -> tuple[str, str]:
    return answer.step_id, answer.prompt_text


class ReflectionPresenter(Desk[Reflection]):
    """Keeps one reflection between the screen and the journal."""

    keys = {"answers": answer_key}

    def __init__(self, view: ReflectionView, tasks: Runner, outside: Outside, clock: Clock) -> None:
        super().__init__(view, tasks, outside, clock)
        self._view = view

    def open(self, journal: OpenJournal) -> None:
        if journal is not self._journal:
            role = journal.relationship.my_role
            self._view.offer_prompts(for_reflection(role), role)
        super().open(journal)

    def book(self, journal: Journal) -> Book[Reflection]:
        door = journal.reflections
        return Book(get=door.get, add=door.add, write=door.write, ready=worth_keeping)

    def blank(self, journal: OpenJournal) -> Reflection:
        return Reflection(id=new_entry_id(), day=self._clock().date())

    def shown(self, journal: OpenJournal, value: Reflection) -> None:
        def work() -> Links:
            timeline = journal.journal.timeline
            return Links(
                sessions=timeline(kinds=(EntryKind.SESSION,), limit=LINKS_OFFERED),
                goals=timeline(kinds=(EntryKind.GOAL,), limit=LINKS_OFFERED),
            )

        self._tasks.run(work, done=partial(self._links_arrived, journal), failed=self._outside.problem)

    def answer(self, framework: str, step_id: str, question: str) -> None:
        """Begin an answer; the question's wording is copied and stays, whatever becomes of the set."""
        draft = self._draft
        if draft is None:
            return
        value = self._view.written(draft.value)
        keys = [answer_key(answer) for answer in value.answers]
        if (step_id, question) in keys:
            self._view.focus_answer(keys.index((step_id, question)))
            return
        draft.value = replace(draft.value, framework_id=framework)
        self._view.add_answer(Answer(step_id=step_id, prompt_text=question))
        self.touched()

    def answer_removed(self, answer: Answer) -> None:
        """Write the reflection without the answer, and offer the way back when it held words."""
        draft, journal = self._draft, self._journal
        if draft is None or journal is None:
            return
        self.touched()
        self.save()
        if is_empty(answer.text):
            return
        id = draft.value.id
        undo = partial(put_answer_back, journal.journal, id, answer)
        self.report(Change(label="Remove answer", touched=frozenset({id}), undo=undo))

    def write_learning_point(self, text: str, visibility: Visibility) -> None:
        """Keep a learning point written out of this reflection."""
        draft, journal = self._draft, self._journal
        if draft is None or journal is None:
            return
        self.save()
        point = LearningPoint(
            id=new_entry_id(),
            day=draft.value.day,
            text=text,
            from_reflection_id=draft.value.id if worth_keeping(draft.value) else None,
            visibility=visibility,
        )
        self._tasks.run(
            partial(journal.journal.learning_points.add, point),
            done=partial(self._learning_kept, journal),
            failed=self._learning_refused,
        )

    def _links_arrived(self, journal: OpenJournal, links: Links) -> None:
        if journal is self._journal:
            self._view.offer_links(links)

    def _learning_kept(self, journal: OpenJournal, change: Change) -> None:
        if journal is self._journal:
            self._view.learning_kept()
            self.report(change)

    def _learning_refused(self, error: Exception) -> None:
        if isinstance(error, InvalidInput):
            self._view.learning_refused(str(error))
        else:
            self._outside.problem(error)


def put_answer_back(journal: Journal, id: EntryId, answer: Answer) -> Change:
    """Put a removed answer back at the end, beside whatever was written since."""
    value = journal.reflections.get(id)
    if all(answer_key(other) != answer_key(answer) for other in value.answers):
        value = replace(value, answers=(*value.answers, answer))
    return replace(journal.reflections.write(value), label="Remove answer", undo=None)
