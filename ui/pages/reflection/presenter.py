"""Writing a reflection: free text, questions one at a time or all, what comes of it, and when it returns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from mentorjournal.errors import InvalidInput, NotFound
from mentorjournal.guidance.question import Offered, questions_for
from mentorjournal.journal.journal import Journal
from mentorjournal.model.blocks import is_empty
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock
from mentorjournal.model.day_words import read_day_words
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.reflection import Answer, LearningPoint, Reflection
from mentorjournal.model.words import EntryKind, Visibility
from mentorjournal.prompts import for_reflection
from ui.desk import Desk, OpenJournal, Outside
from ui.draft import Book, Runner
from ui.pages.reflection.contract import Known, Links, Questions, ReflectionView

LINKS_OFFERED = 30


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

    def __init__(
        self, view: ReflectionView, tasks: Runner, outside: Outside, clock: Clock, questions: Questions
    ) -> None:
        super().__init__(view, tasks, outside, clock)
        self._view = view
        self._questions = questions
        self._known: Known | None = None
        self._offers: list[Offered] = []
        self._waits_for_sets = False
        self._returning: EntryId | None = None
        self._settles: tuple[EntryId, date] | None = None
        self.wish_beside: Callable[[EntryId], None] | None = None
        self.wish_sets: Callable[[str], None] | None = None
        questions.tell(self._sets_known)

    def open(self, journal: OpenJournal) -> None:
        another = journal is not self._journal
        super().open(journal)
        if another:
            self._view.show_today(self._clock().date())
            self._offer_prompts()
        self._questions.want(self._outside.problem)

    def book(self, journal: Journal) -> Book[Reflection]:
        door = journal.reflections
        return Book(get=door.get, add=door.add, write=door.write, ready=worth_keeping)

    def blank(self, journal: OpenJournal) -> Reflection:
        value = Reflection(id=new_entry_id(), day=self._clock().date())
        return replace(value, returns_to=self._returning)

    def begin(self, journal: OpenJournal) -> EntryId:
        self._offers = []
        id = super().begin(journal)
        if self._returning is None:  # beside an earlier one there is enough to write on
            self._look_for_questions()
        return id

    def bring_back(self, journal: OpenJournal, id: EntryId) -> EntryId:
        """Begin a new reflection with the earlier one *id* beside it."""
        self._returning = id
        try:
            return self.begin(journal)
        finally:
            self._returning = None

    def begin_on(self, journal: OpenJournal, offered: Offered) -> EntryId:
        """Begin a new reflection on a question that was offered elsewhere."""
        id = super().begin(journal)
        self._offers = [offered]
        self.take_offer()
        return id

    def write_beside(self) -> None:
        """Begin a new reflection beside the one that lies open."""
        if self._draft is not None and self._draft.kept is not None and self.wish_beside is not None:
            self.wish_beside(self._draft.value.id)

    def shown(self, journal: OpenJournal, value: Reflection) -> None:
        self._view.offer_question(None)
        self._view.show_earlier(None)
        self._tasks.run(
            partial(links_of, journal.journal, value.returns_to),
            done=partial(self._links_arrived, journal, value.id),
            failed=self._outside.problem,
        )

    # Questions

    def answer(self, framework: str, step_id: str, question: str) -> None:
        """Begin an answer; the question's wording is copied and stays, whatever becomes of the set. An
        answer that was begun and got no word gives way to it.
        """
        draft = self._draft
        if draft is None:
            return
        self._view.offer_question(None)
        self._view.drop_empty_answers()
        value = self._view.written(draft.value)
        keys = [answer_key(answer) for answer in value.answers]
        if (step_id, question) in keys:
            self._view.focus_answer(keys.index((step_id, question)))
            return
        draft.value = replace(draft.value, framework_id=framework)
        self._view.add_answer(framework, Answer(step_id=step_id, prompt_text=question))
        self.touched()

    def take_offer(self) -> None:
        """Answer the question that is offered; the reflection is about what the question is about."""
        draft = self._draft
        if draft is None or not self._offers:
            return
        offered = self._offers[0]
        value = self._view.written(draft.value)
        if value.session_id is None and value.goal_id is None:
            value = replace(value, session_id=offered.session_id, goal_id=offered.goal_id)
            draft.value = value
            self._view.update_entry(value)
        self.answer(offered.set_id, offered.step_id, offered.question)

    def another(self) -> None:
        """Offer the next question that fits; after the last one the first comes again."""
        self._offers = [*self._offers[1:], *self._offers[:1]]
        self._show_offer()

    def write_freely(self) -> None:
        self._offers = []
        self._view.offer_question(None)

    def edit_sets(self, set_id: str) -> None:
        """Go to where the sets are made, with this one open."""
        if self.wish_sets is not None:
            self.wish_sets(set_id)

    def choose_way(self, one_at_a_time: bool) -> None:
        self._questions.show_one_at_a_time(one_at_a_time, self._outside.problem)

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

    def bring_back_on(self, words: str) -> None:
        """Let the reflection return on a day said in words; with none it is left to rest."""
        draft, journal = self._draft, self._journal
        if draft is None or journal is None:
            return
        try:
            day = read_day_words(words, self._clock().date())
        except InvalidInput as error:
            self._view.refuse_return(str(error))
            return
        if day is not None and day < self._clock().date():
            self._view.refuse_return("This day has passed. Choose today or a later one.")
            return
        self.save()
        if draft.kept is None and not draft.pending:  # an empty page: it is kept with the first word
            draft.value = replace(draft.value, revisit_on=day)
            self._view.update_entry(draft.value)
            return
        self._tasks.run(
            partial(journal.journal.reflections.bring_back_on, draft.value.id, day),
            done=partial(self._acted, journal),
            failed=self._return_refused,
        )

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

    def kept(self, journal: OpenJournal, value: Reflection) -> None:
        """What came back rests once there are words beside it: an act of its own in the Undo menu."""
        if self._offers:
            self.write_freely()
        settled, self._settles = self._settles, None
        if settled is not None and value.returns_to == settled[0]:
            id, day = settled
            undo = partial(journal.journal.reflections.bring_back_on, id, day)
            self.report(Change(label="Let reflection rest", touched=frozenset({id}), undo=undo))
        elif settled is not None:
            self._settles = settled

    # What comes back

    def _sets_known(self, known: Known) -> None:
        self._known = known
        self._view.show_one_at_a_time(known.one_at_a_time)
        self._offer_prompts()
        if self._waits_for_sets:
            self._look_for_questions()

    def _offer_prompts(self) -> None:
        if self._known is not None and self._journal is not None:
            role = self._journal.relationship.my_role
            self._view.offer_prompts(for_reflection(role, self._known.sets), role)

    def _look_for_questions(self) -> None:
        """Ask the journal which questions fit a page that has just been begun."""
        draft, journal = self._draft, self._journal
        self._waits_for_sets = self._known is None
        if draft is None or journal is None or self._known is None:
            return
        self._tasks.run(
            partial(questions_for, journal.journal, self._clock().date(), self._known.sets),
            done=partial(self._offers_arrived, draft.value.id),
            failed=self._outside.problem,
        )

    def _offers_arrived(self, id: EntryId, offers: list[Offered]) -> None:
        draft = self._draft
        if draft is None or draft.value.id != id or draft.kept is not None:
            return
        written = self._view.written(draft.value)
        if not worth_keeping(written) and not written.answers:
            self._offers = offers
            self._show_offer()

    def _show_offer(self) -> None:
        offered = self._offers[0] if self._offers else None
        self._view.offer_question(offered, more=len(self._offers) > 1)

    def _links_arrived(self, journal: OpenJournal, id: EntryId, links: Links) -> None:
        if journal is not self._journal:
            return
        self._view.offer_links(links)
        draft, earlier = self._draft, links.earlier
        if draft is None or draft.value.id != id:
            return
        self._view.show_earlier(earlier)
        due = earlier is not None and earlier.revisit_on and earlier.revisit_on <= self._clock().date()
        if due and earlier is not None and earlier.revisit_on is not None and draft.kept is None:
            self._settles = (earlier.id, earlier.revisit_on)

    def _acted(self, journal: OpenJournal, change: Change) -> None:
        """An act on the open reflection, done beside the writing: the page takes it over."""
        if journal is self._journal:
            self.refresh(change)
            self.report(change)

    def _return_refused(self, error: Exception) -> None:
        if isinstance(error, InvalidInput):
            self._view.refuse_return(str(error))
        else:
            self._outside.problem(error)

    def _learning_kept(self, journal: OpenJournal, change: Change) -> None:
        if journal is self._journal:
            self._view.learning_kept()
            self.report(change)

    def _learning_refused(self, error: Exception) -> None:
        if isinstance(error, InvalidInput):
            self._view.learning_refused(str(error))
        else:
            self._outside.problem(error)


def links_of(journal: Journal, returns_to: EntryId | None) -> Links:
    """What a reflection may be about, and the one it returns to."""
    earlier = None
    if returns_to is not None:
        try:
            earlier = journal.reflections.get(returns_to)
        except NotFound:
            pass  # it was deleted; what was written beside it stands alone
    return Links(
        sessions=journal.timeline(kinds=(EntryKind.SESSION,), limit=LINKS_OFFERED),
        goals=journal.timeline(kinds=(EntryKind.GOAL,), limit=LINKS_OFFERED),
        earlier=earlier,
    )


def put_answer_back(journal: Journal, id: EntryId, answer: Answer) -> Change:
    """Put a removed answer back at the end, beside whatever was written since."""
    value = journal.reflections.get(id)
    if all(answer_key(other) != answer_key(answer) for other in value.answers):
        value = replace(value, answers=(*value.answers, answer))
    return replace(journal.reflections.write(value), label="Remove answer", undo=None)
