"""What was done in every journal of this sitting, and which of it was done from a page over all of them."""

from __future__ import annotations

from dataclasses import dataclass

from mentorjournal.model.card import JournalId
from mentorjournal.model.change import Change
from ui.shell.history import History


@dataclass(frozen=True, slots=True)
class Step:
    """One act taken off a history, with the journal it belongs to."""

    journal: JournalId
    change: Change
    redo: bool
    from_above: bool


class Histories:
    """One history for each journal. What was done from a page over all of them stands in its journal's own,
    and in a list besides, so that it can be taken back from there while it is its journal's last act.
    """

    def __init__(self) -> None:
        self._all: dict[JournalId, History] = {}
        self._done: list[tuple[JournalId, Change]] = []
        self._undone: list[tuple[JournalId, Change]] = []

    def remember(self, journal: JournalId, change: Change, *, from_above: bool = False) -> None:
        self._of(journal).remember(change)
        if from_above and change.undo is not None:
            self._done.append((journal, change))
            self._undone.clear()

    def take(self, journal: JournalId | None, *, redo: bool) -> Step | None:
        """The next act to take back or to do again: of *journal*, or with None of those done from above."""
        if journal is None:
            return self._take_from_above(redo=redo)
        history = self._of(journal)
        change = history.take_redo() if redo else history.take_undo()
        return None if change is None else Step(journal, change, redo, from_above=False)

    def taken(self, step: Step, way_back: Change) -> None:
        """It was taken back, or done again; *way_back* leads to where it was before."""
        history = self._of(step.journal)
        (history.redone if step.redo else history.undone)(way_back)
        if step.from_above and way_back.undo is not None:
            (self._done if step.redo else self._undone).append((step.journal, way_back))

    def put_back(self, step: Step) -> None:
        """It could not be done: it stands where it stood."""
        self._of(step.journal).put_back(step.change, redo=step.redo)
        if step.from_above:
            (self._undone if step.redo else self._done).append((step.journal, step.change))

    def forget(self, journal: JournalId) -> None:
        """Let everything go that was done in *journal*, wherever it stands."""
        self._all.pop(journal, None)
        for pile in (self._done, self._undone):
            pile[:] = [kept for kept in pile if kept[0] != journal]

    def names(self, journal: JournalId | None) -> tuple[str, str]:
        """What can be undone and redone next: in *journal*, or with None from above."""
        if journal is not None:
            history = self._of(journal)
            return history.next_undo, history.next_redo
        undo, redo = self._next_from_above(redo=False), self._next_from_above(redo=True)
        return undo[1].label if undo else "", redo[1].label if redo else ""

    def _of(self, journal: JournalId) -> History:
        return self._all.setdefault(journal, History())

    def _next_from_above(self, *, redo: bool) -> tuple[JournalId, Change] | None:
        """The latest act from above that nothing was done after in its journal; each taken back in turn, so
        that undoing is exact.
        """
        for journal, change in reversed(self._undone if redo else self._done):
            history = self._of(journal)
            if (history.last_undone if redo else history.last_done) is change:
                return journal, change
        return None

    def _take_from_above(self, *, redo: bool) -> Step | None:
        found = self._next_from_above(redo=redo)
        if found is None:
            return None
        pile = self._undone if redo else self._done
        pile[:] = [kept for kept in pile if kept[1] is not found[1]]
        history = self._of(found[0])
        taken = history.take_redo() if redo else history.take_undo()
        return None if taken is None else Step(found[0], taken, redo, from_above=True)
