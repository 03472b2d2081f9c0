"""Undo and Redo: of the journal in front, or of what was done from a page over all journals while one is."""

from __future__ import annotations

from typing import Protocol

from mentorjournal.errors import NotFound
from mentorjournal.journal.shelf import OpenJournal
from mentorjournal.model.card import JournalId
from mentorjournal.model.change import Change
from ui.shell.aside import OF_THE_VAULT, Aside
from ui.shell.contract import DeskView, Runner
from ui.shell.histories import Histories

QUIET = ("Edit ", "Change ", "Prepare ", "Write after-note")
"""Acts that are seen where they were done and need not be told of; Undo names them all the same."""


class Around(Protocol):
    """The desk, as far as undoing goes."""

    @property
    def journal(self) -> OpenJournal | None: ...
    @property
    def overlooks(self) -> bool: ...
    @property
    def aside(self) -> Aside: ...
    def flush(self) -> None: ...
    def told(self, journal: JournalId, change: Change) -> None: ...
    def codename_of(self, journal: JournalId) -> str: ...
    def problem(self, error: Exception) -> None: ...


class Undoing:
    def __init__(self, view: DeskView, tasks: Runner, around: Around) -> None:
        self._view = view
        self._tasks = tasks
        self._around = around
        self._histories = Histories()

    def remember(self, journal: JournalId, change: Change, *, from_above: bool = False) -> None:
        self._histories.remember(journal, change, from_above=from_above)
        self.show()

    def tell(self, change: Change, codename: str = "") -> None:
        """Tell of what was done, unless it is seen where it was done."""
        if change.undo is not None and not change.label.startswith(QUIET):
            self._view.say_done(change.label, codename)

    def forget(self, journal: JournalId) -> None:
        """What was done in a journal that is to be destroyed can be taken back no more."""
        self._histories.forget(journal)
        self._view.say_nothing()
        self.show()

    def show(self) -> None:
        """Name what would be taken back and done again next."""
        self._view.show_undo(*self.names)

    @property
    def names(self) -> tuple[str, str]:
        """What Undo would take back and Redo do again; empty where there is nothing."""
        reached, journal = self._reach()
        return self._histories.names(journal) if reached else ("", "")

    def take_back(self, *, redo: bool) -> None:
        reached, journal = self._reach()
        if not reached:
            return
        self._around.flush()
        step = self._histories.take(journal, redo=redo)
        if step is None or step.change.undo is None:
            return

        def done(way_back: Change) -> None:
            self._histories.taken(step, way_back)
            self._around.told(step.journal, way_back)
            if not redo:
                codename = self._around.codename_of(step.journal) if step.from_above else ""
                self._view.say_undone(step.change.label, codename)
            self.show()

        def failed(error: Exception) -> None:
            if not isinstance(error, NotFound):  # what is gone for good would bar the way to all before it
                self._histories.put_back(step)
            self.show()
            self._around.problem(error)

        self._tasks.run(step.change.undo, done=done, failed=failed)

    def _reach(self) -> tuple[bool, JournalId | None]:
        """Whether there is anything to undo in, and in which journal; None is what was done from a page over
        all journals.
        """
        if self._view.page_in_front in self._around.aside.vault_pages:
            return True, OF_THE_VAULT
        if self._around.overlooks:
            return True, None
        journal = self._around.journal
        return journal is not None, journal.id if journal is not None else None
