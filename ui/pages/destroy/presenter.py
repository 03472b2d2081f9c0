"""Destroying a journal: say exactly what goes and what cannot be reached, have its codename typed, do it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from mentorjournal.errors import DiskFull, MentorJournalError, ReadOnlyPlace
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.card import JournalCard, JournalId
from mentorjournal.model.closure import DestructionRecord
from mentorjournal.sharing.destruction_paper import file_name
from ui.pages.destroy import work
from ui.pages.destroy.contract import DestroyView, Ended, Facts, Outside, Runner


class DestroyPresenter:
    """Knows one journal at a time, and after the work nothing of it but its record."""

    def __init__(self, view: DestroyView, tasks: Runner, outside: Outside, shelf: Shelf) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._shelf = shelf
        self._facts: Facts | None = None
        self._record: DestructionRecord | None = None
        self._busy = False
        self._turn = 0
        self._refusal = ""

    def begin(self, wanted: JournalId | None) -> None:
        """Show what would go with the journal that is *wanted*; with None one is chosen first."""
        if not self._busy:
            self._facts = self._record = None
            self._view.clear()
            self.choose(wanted)

    def choose(self, wanted: JournalId | None) -> None:
        self._turn += 1
        self._tasks.run(
            partial(work.look, self._shelf, wanted),
            done=partial(self._arrived, self._turn),
            failed=self._outside.problem,
        )

    def destroy(self, typed: str, *, keep_record: bool) -> None:
        """Destroy the journal, if *typed* is its codename."""
        facts = self._facts
        if facts is None or self._busy:
            return
        if typed.strip() != facts.card.codename:
            self._view.say("That is not its codename. Nothing was destroyed.")
            return
        self._busy = True
        self._facts = None
        self._turn += 1
        self._view.show_under_way(facts.card.codename)
        self._outside.part_from(facts.card.id)
        self._tasks.run(
            partial(work.destroy, self._shelf, facts.card.id, keep_record),
            done=partial(self._ended, facts.card.codename, keep_record, facts.card.id),
            failed=self._failed,
        )

    def hold(self) -> None:
        """Put it on hold rather than destroy it."""
        if self._facts is not None:
            self._outside.hold(self._facts.card.id)

    def save_record(self) -> None:
        record = self._record
        if record is None:
            return
        path = self._outside.choose_save_path(file_name(record.destroyed_on))
        if path is None:
            return
        target = path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
        self._tasks.run(
            partial(work.save_record, record, target),
            done=partial(self._saved, target.name),
            failed=self._not_saved,
        )

    def print_record(self) -> None:
        record = self._record
        if record is not None:
            self._tasks.run(
                partial(work.record_pdf, record), done=self._view.print_pdf, failed=self._outside.problem
            )

    def leave(self) -> None:
        """Nothing of a journal stays on a page that is not looked at."""
        if not self._busy:
            self._turn += 1
            self._facts = self._record = None
            self._view.clear()

    # Inside

    def _arrived(self, turn: int, found: tuple[Sequence[JournalCard], Facts | None]) -> None:
        if turn != self._turn:
            return
        cards, self._facts = found
        self._view.show_cards(cards, self._facts.card.id if self._facts is not None else None)
        if self._facts is not None:
            self._view.show_facts(self._facts)
            self._view.say(self._refusal)
            self._refusal = ""
        else:
            self._view.show_nothing()

    def _ended(self, codename: str, kept: bool, id: JournalId, ended: Ended) -> None:
        self._busy = False
        if ended.record is not None:
            self._record = ended.record
            self._view.show_record(ended.record, kept=kept)
        elif ended.begun:
            self._view.show_interrupted(codename, _reason(ended.error))
        else:
            self._refusal = str(ended.error)
            self.choose(id)
        self._outside.parted()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._view.clear()
        self._outside.problem(error)
        self._outside.parted()

    def _saved(self, name: str, _: None) -> None:
        self._view.say_saved(name)

    def _not_saved(self, error: Exception) -> None:
        if isinstance(error, MentorJournalError):
            self._view.say(str(error))
        else:
            self._outside.problem(error)


def _reason(error: Exception | None) -> str:
    if isinstance(error, DiskFull):
        return "the disk is full"
    if isinstance(error, ReadOnlyPlace):
        return "the folder cannot be written to"
    return "the disk did not take a change"
