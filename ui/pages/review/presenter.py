"""The review page: which review is meant, its sheet between the screen and the journal, and its acts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from operator import attrgetter
from typing import Any

from mentorjournal.errors import InvalidInput, MentorJournalError
from mentorjournal.journal.about import ABOUT
from mentorjournal.journal.journal import Journal
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock, system_clock
from mentorjournal.model.ids import EntryId
from mentorjournal.model.relationship import Commitment
from mentorjournal.model.review import Review, wrong_with
from mentorjournal.model.words import EntryKind, ReviewKind
from mentorjournal.sharing.review_paper import file_name
from ui.desk import Desk, OpenJournal
from ui.draft import Book, Runner
from ui.pages.review import work
from ui.pages.review.contract import Around, Outside, ReviewView
from ui.pages.review.place import Place, laid_on, review_to_place


class ReviewPresenter(Desk[Review]):
    """One review lies open, or the choice of one. What cannot be kept as it stands waits in `place`."""

    keys: Mapping[str, Callable[[Any], str]] = {"answers": attrgetter("question")}

    def __init__(
        self, view: ReviewView, tasks: Runner, outside: Outside, clock: Clock = system_clock
    ) -> None:
        super().__init__(view, tasks, outside, clock)
        self._view = view
        self._out = outside
        self._around: Around | None = None
        self._chooses = ""
        self._turn = 0
        self._focus = False
        self._waiting: dict[str, Place] = {}

    @property
    def opened(self) -> EntryId | None:
        """The review that lies open."""
        return self._draft.value.id if self._draft is not None else None

    # What the desk asks

    def open(self, journal: OpenJournal) -> None:
        if journal is not self._journal:
            self._view.set_role(journal.relationship.my_role)
        super().open(journal)

    def book(self, journal: Journal) -> Book[Review]:
        door = journal.reviews
        return Book(get=door.get, add=door.add, write=door.write, ready=_always)

    def acceptable(self, value: Review) -> bool:
        return not wrong_with(value)

    def shown(self, journal: OpenJournal, value: Review) -> None:
        place = self._waiting.pop(value.id, None)
        if place is not None and not value.done:
            self._view.update_entry(laid_on(value, place))
            self.touched()
        focus, self._focus = self._focus, False
        if focus:
            self._view.focus_first()
        self._view.close_paper()
        self._look_around(journal)

    def close(self) -> None:
        super().close()
        self._turn += 1
        self._around, self._chooses, self._focus = None, "", False
        self._waiting.clear()

    def place(self) -> dict[str, object]:
        self._put_by()
        place = super().place() or dict(self._place or {})
        return {**place, "waiting": dict(self._waiting)} if self._waiting else place

    def restore(self, place: dict[str, object]) -> None:
        waiting = place.get("waiting")
        if isinstance(waiting, dict):
            self._waiting = {str(id): kept for id, kept in waiting.items() if isinstance(kept, dict)}
        super().restore(place)

    def refresh(self, change: Change) -> None:
        was_open = self._draft is not None
        super().refresh(change)
        journal = self._journal
        if journal is None or self._around is None or change is self._reported:
            return
        if was_open and self._draft is None:
            self._choose(journal)
        elif _is_around(change):
            self._look_around(journal)

    def touched(self) -> None:
        super().touched()
        draft = self._draft
        if draft is not None:
            self._view.show_wrong(wrong_with(self._view.written(draft.value)))

    def save(self) -> None:
        super().save()
        draft = self._draft
        if draft is not None and (wrong := wrong_with(self._view.written(draft.value))):
            self._view.show_wrong(wrong)
            self._view.show_not_saved(wrong[0].sentence)

    # What is asked for

    def show(self, kind: ReviewKind | None = None) -> None:
        """Show the review of this kind that is being written, or a new one; without a kind the one that is
        due, or one that is not finished, or else the choice.
        """
        journal = self._journal
        if journal is None:
            return
        self._leave_sheet()
        self._turn += 1
        self._tasks.run(
            partial(work.wanted, journal.journal, kind),
            done=partial(self._found, journal, self._turn),
            failed=partial(self._not_found, journal, self._turn),
        )

    def show_review(self, id: EntryId) -> None:
        """Open a review that is there."""
        if self._journal is not None:
            self._turn += 1
            self._focus = True
            self._leave_sheet()
            self.open_entry(self._journal, id)

    def show_again(self) -> None:
        """Show the review that lay open when the page was left, or what there is."""
        id = (self._place or {}).get("id")
        if isinstance(id, str):
            self.show_review(EntryId(id))
        else:
            self.choose()

    def choose(self) -> None:
        """Show what there is, and what may be begun."""
        if self._journal is not None:
            self._leave_sheet()
            self._choose(self._journal)

    # What the sheet asks for

    def finish(self) -> None:
        """Say that the review is done. What cannot be kept is said instead."""
        draft = self._draft
        if draft is None or draft.value.done:
            return
        self.save()
        if wrong_with(self._view.written(draft.value)):
            self._view.focus_wrong()
            return
        self._act(lambda journal: journal.finish_review(draft.value.id))

    def renew_facts(self) -> None:
        """Bring the facts to what is known by now."""
        draft = self._draft
        if draft is not None and not draft.value.done:
            self._act(lambda journal: work.renew_facts(journal, draft.value.id))

    def remove(self) -> None:
        """Delete the review; Undo brings it back."""
        draft = self._draft
        if draft is not None:
            self.save()
            self._act(lambda journal: journal.reviews.remove(draft.value.id))

    def change_rhythm(self, commitment: Commitment) -> None:
        journal = self._journal
        if journal is not None:
            self._tasks.run(
                partial(work.change_rhythm, journal.journal, commitment),
                done=partial(self._rhythm_changed, journal),
                failed=partial(self._rhythm_refused, journal),
            )

    def wish(self, name: str) -> None:
        """Leave for a page that a decision is carried out on."""
        self.save()
        self._out.wish(name)

    def rate(self) -> None:
        """Leave for the ratings, to look at then and now."""
        self.wish("rate")

    # Paper

    def ask_paper(self) -> None:
        if self._draft is not None:
            self._view.ask_paper()

    def save_paper(self, theirs: bool) -> None:
        """Put the record where the person says. What stands on the sheet is written first."""
        draft, journal = self._draft, self._journal
        if draft is None or journal is None:
            return
        self.save()
        path = self._out.choose_save_path(file_name(draft.value.day))
        if path is None:
            return
        target = path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
        self._tasks.run(
            partial(work.save_paper, journal.journal, draft.value.id, theirs, target),
            done=partial(self._paper_saved, journal, target.name),
            failed=partial(self._paper_failed, journal),
        )

    def print_paper(self, theirs: bool) -> None:
        draft, journal = self._draft, self._journal
        if draft is not None and journal is not None:
            self.save()
            self._tasks.run(
                partial(work.paper, journal.journal, draft.value.id, theirs),
                done=partial(self._paper_made, journal),
                failed=partial(self._paper_failed, journal),
            )

    # Inside

    def _put_by(self) -> None:
        """Hold what stands on the sheet and cannot be kept."""
        draft = self._draft
        if draft is None:
            return
        value = self._view.written(draft.value)
        self._waiting.pop(value.id, None)
        if wrong_with(value):
            self._waiting[value.id] = review_to_place(value)

    def _leave_sheet(self) -> None:
        self._put_by()
        self._put_away()
        self._wanted = None

    def _found(self, journal: OpenJournal, turn: int, found: work.Wanted) -> None:
        if journal is not self._journal:
            return
        if found.begun is not None:
            self.report(found.begun)
        if turn != self._turn:
            return
        if found.id is None:
            self._choose(journal)
        else:
            self._focus = True
            self.open_entry(journal, found.id)

    def _not_found(self, journal: OpenJournal, turn: int, error: Exception) -> None:
        if journal is not self._journal or turn != self._turn:
            return
        if isinstance(error, InvalidInput):
            self._choose(journal, str(error))
        else:
            self._outside.problem(error)

    def _missing(self, journal: OpenJournal, id: EntryId, error: Exception) -> None:
        super()._missing(journal, id, error)
        if journal is self._journal and self._wanted is None:
            self._choose(journal)

    def _choose(self, journal: OpenJournal, sentence: str = "") -> None:
        self._chooses = sentence
        self._look_around(journal)

    def _look_around(self, journal: OpenJournal) -> None:
        self._tasks.run(
            partial(work.around, journal.journal),
            done=partial(self._looked_around, journal),
            failed=self._outside.problem,
        )

    def _looked_around(self, journal: OpenJournal, around: Around) -> None:
        if journal is not self._journal:
            return
        self._around = around
        if self._draft is not None:
            self._view.show_around(around, self._draft.value)
        elif self._wanted is None:
            sentence, self._chooses = self._chooses, ""
            self._view.show_choice(around, sentence)

    def _act(self, act: Callable[[Journal], Change]) -> None:
        """Do something to the review that lies open; the sheet then shows what it became."""
        journal = self._journal
        if journal is not None:
            self._tasks.run(
                partial(act, journal.journal),
                done=partial(self._acted, journal),
                failed=self._outside.problem,
            )

    def _acted(self, journal: OpenJournal, change: Change) -> None:
        if journal is self._journal:
            self._outside.changed(change)
            self.refresh(change)

    def _rhythm_changed(self, journal: OpenJournal, change: Change) -> None:
        if journal is self._journal:
            self._view.rhythm_kept()
            self._out.described(change)

    def _rhythm_refused(self, journal: OpenJournal, error: Exception) -> None:
        if journal is self._journal and isinstance(error, InvalidInput):
            self._view.refuse_rhythm(str(error))
        else:
            self._outside.problem(error)

    def _paper_saved(self, journal: OpenJournal, name: str, _: None) -> None:
        if journal is self._journal:
            self._view.show_paper_saved(name)

    def _paper_made(self, journal: OpenJournal, data: bytes) -> None:
        if journal is self._journal:
            self._view.print_pdf(data)

    def _paper_failed(self, journal: OpenJournal, error: Exception) -> None:
        if journal is self._journal and isinstance(error, MentorJournalError):
            self._view.show_paper_problem(str(error))
        else:
            self._outside.problem(error)


def _always(value: Review) -> bool:
    return True


def _is_around(change: Change) -> bool:
    """Whether it can be of what stands around a review: another one, the agreement, the relationship."""
    kinds = (EntryKind.REVIEW, EntryKind.AGREEMENT)
    silent = not change.rows and not change.gone
    return silent or bool(change.gone) or ABOUT in change.touched or any(r.kind in kinds for r in change.rows)
