"""The closing sheet: end a relationship in one step, and afterwards say what happens to what was written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from mentorjournal.errors import InvalidInput, MentorJournalError
from mentorjournal.journal.about import ABOUT
from mentorjournal.journal.shelf import OpenJournal, Shelf
from mentorjournal.model.change import Change
from mentorjournal.model.closure import Closure
from mentorjournal.model.words import EndReason, RetentionRule
from mentorjournal.sharing.handover_paper import file_name
from ui.pages.closing import work
from ui.pages.closing.contract import ClosingDraft, ClosingView, Found, NotesDraft, Outside, Runner
from ui.pages.closing.place import draft_from_place, draft_to_place, notes_from_place, notes_to_place

REVIEW, DESTROY = "review ending", "destroy"
"""Wishes that others grant."""


class ClosingPresenter:
    """Reads the journal when the sheet is first shown, and again when its end is touched elsewhere."""

    def __init__(self, view: ClosingView, tasks: Runner, outside: Outside, shelf: Shelf) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._shelf = shelf
        self._journal: OpenJournal | None = None
        self._forget()

    def _forget(self) -> None:
        self._found: Found | None = None
        self._draft: ClosingDraft | None = None
        self._changing: NotesDraft | None = None
        self._wants_hold = False
        self._busy = False
        self._turn = 0

    # What every page does

    def open(self, journal: OpenJournal) -> None:
        """Know the journal; it is read when the sheet is shown."""
        self.close()
        self._journal = journal

    def flush(self) -> None:
        """Nothing here waits to be saved: every act is one step. What was said travels in `place`."""

    def close(self) -> None:
        turn = self._turn
        self._journal = None
        self._forget()
        self._turn = turn + 1
        self._view.clear()

    def place(self) -> dict[str, object]:
        self._put_by()
        place: dict[str, object] = {}
        if self._draft is not None:
            place["said"] = draft_to_place(self._draft)
        if self._changing is not None:
            place["notes"] = notes_to_place(self._changing)
        return place

    def restore(self, place: dict[str, object]) -> None:
        said, notes = place.get("said"), place.get("notes")
        self._draft = draft_from_place(said) if isinstance(said, dict) else None
        self._changing = notes_from_place(notes) if isinstance(notes, dict) else None

    def refresh(self, change: Change) -> None:
        if ABOUT in change.touched and self._found is not None:
            self._put_by()
            self._read()

    # What is asked of it

    def show(self) -> None:
        """The sheet has come to the front."""
        self._put_by()
        self._view.say("")
        self._read(then_focus=True)

    def show_hold(self) -> None:
        """The sheet has come to the front to put the notes on hold."""
        self._wants_hold = True
        self.show()

    def end(self, draft: ClosingDraft) -> None:
        """Close the relationship: at any time, with or without anything said."""
        found = self._found
        if found is not None:
            try:
                said = work.with_notes(found.usual, draft.notes)
            except InvalidInput as error:
                self._view.say(str(error))
                return
            self._act(partial(work.close, self._shelf, found.journal.id, draft, said), ends=True)

    def give_reason(self, reason: EndReason | None) -> None:
        self._settle(lambda closure: replace(closure, reason=reason))

    def thank(self, thanked: bool) -> None:
        self._settle(lambda closure: replace(closure, thanked=thanked))

    def ask_rule(self) -> None:
        """Open the fields with what stands."""
        if self._found is not None and self._found.closure is not None:
            self._view.ask_notes(work.notes_of(self._found.closure))

    def ask_hold(self) -> None:
        self._view.ask_notes(NotesDraft(rule=RetentionRule.ON_HOLD))

    def ask_lift(self) -> None:
        """Open the fields with what would stand without the hold."""
        found = self._found
        if found is None or found.closure is None:
            return
        day = found.closure.destroy_on
        if day is None:
            draft = work.notes_of(found.usual)
        elif day < found.today:
            draft = NotesDraft(rule=RetentionRule.DESTROY_AT_CLOSE)
        else:
            draft = NotesDraft(rule=RetentionRule.KEEP_UNTIL, day=day)
        self._view.ask_notes(draft)

    def keep_notes(self, draft: NotesDraft) -> None:
        """Keep another rule, day or hold."""
        if self._found is not None and self._found.closure is not None:
            self._settle(lambda closure: work.with_notes(closure, draft), ends=True)

    def hand_over(self) -> None:
        """Save the copy that the mentee takes along."""
        found = self._found
        if found is None or self._busy:
            return
        path = self._outside.choose_save_path(file_name(found.today))
        if path is None:
            return
        target = path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
        act = partial(work.hand_over, self._shelf, found.journal.id, target)
        self._act(act, also=partial(self._handed_over, target.name))

    def reopen(self) -> None:
        found = self._found
        if found is not None:
            self._act(partial(work.reopen, self._shelf, found.journal.id), ends=True)

    def review(self) -> None:
        self._outside.wish(REVIEW)

    def destroy(self) -> None:
        self._outside.wish(DESTROY)

    # Inside

    def _put_by(self) -> None:
        """Remember what stands in the fields, where it is not what would stand there anyway."""
        found = self._found
        if found is None:
            return
        if found.closure is None:
            draft = self._view.draft()
            self._draft = None if draft == _usual(found) else draft
        else:
            self._changing = self._view.notes()

    def _settle(self, edit: Callable[[Closure], Closure], *, ends: bool = False) -> None:
        found = self._found
        if found is not None:
            self._act(partial(work.settle, self._shelf, found.journal.id, edit), ends=ends)

    def _act(
        self, act: Callable[[], Found], *, ends: bool = False, also: Callable[[Found], None] | None = None
    ) -> None:
        """Do it on the vault's thread. *ends* says that what was being said is said with it."""
        if not self._busy:
            self._put_by()
            self._set_busy(True)
            self._view.say("")
            self._tasks.run(
                act,
                done=partial(self._done, self._turn, ends, also),
                failed=partial(self._refused, self._turn),
            )

    def _done(self, turn: int, ends: bool, also: Callable[[Found], None] | None, found: Found) -> None:
        if turn == self._turn:
            self._set_busy(False)
            if ends:
                self._draft = self._changing = None
            if also is not None:
                also(found)
            self._show(found)
            if ends:
                self._view.focus_first()
        if found.change is not None:
            self._outside.ended(found.journal, (found.change,))

    def _refused(self, turn: int, error: Exception) -> None:
        if turn != self._turn or not isinstance(error, MentorJournalError):
            self._outside.problem(error)
            return
        self._set_busy(False)
        self._view.say(str(error))
        self._read()  # it may have been closed, or opened again, elsewhere

    def _handed_over(self, name: str, found: Found) -> None:
        if found.closure is None:
            self._draft = replace(self._draft or _usual(found), handed_over_on=found.today)
        self._view.say_saved(name)

    def _read(self, *, then_focus: bool = False) -> None:
        journal = self._journal
        if journal is not None:
            self._tasks.run(
                partial(work.look, self._shelf, journal.id),
                done=partial(self._arrived, self._turn, then_focus),
                failed=self._outside.problem,
            )

    def _arrived(self, turn: int, then_focus: bool, found: Found) -> None:
        if turn != self._turn:
            return
        hold, self._wants_hold = self._wants_hold, False
        if hold and found.closure is None:
            on_hold = NotesDraft(rule=RetentionRule.ON_HOLD)
            self._draft = replace(self._draft or _usual(found), notes=on_hold)
        elif hold and found.closure is not None and not found.closure.on_hold:
            self._changing = NotesDraft(rule=RetentionRule.ON_HOLD)
        self._show(found)
        if hold:
            self._view.focus_hold()
        elif then_focus:
            self._view.focus_first()

    def _show(self, found: Found) -> None:
        self._found = found
        if found.closure is None:
            self._changing = None
            reviews = self._outside.grants(REVIEW)
            self._view.show_before(found, self._draft or _usual(found), reviews=reviews)
        else:
            self._draft = None
            self._view.show_after(found, self._changing)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._view.set_busy(busy)


def _usual(found: Found) -> ClosingDraft:
    return ClosingDraft(notes=work.notes_of(found.usual))
