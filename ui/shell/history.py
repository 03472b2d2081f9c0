"""What was done in one journal, so that it can be taken back and done again."""

from __future__ import annotations

from mentorjournal.model.change import Change

MOST_CHANGES = 200


class History:
    """Two piles of Changes. Something new empties the pile of what could be done again."""

    def __init__(self) -> None:
        self._done: list[Change] = []
        self._undone: list[Change] = []

    def remember(self, change: Change) -> None:
        if change.undo is None:
            return
        self._done.append(change)
        del self._done[:-MOST_CHANGES]
        self._undone.clear()

    def take_undo(self) -> Change | None:
        """The change to take back next, off its pile; give the answer of its `undo` to `undone`."""
        return self._done.pop() if self._done else None

    def take_redo(self) -> Change | None:
        return self._undone.pop() if self._undone else None

    def undone(self, way_back: Change) -> None:
        if way_back.undo is not None:
            self._undone.append(way_back)

    def redone(self, way_back: Change) -> None:
        if way_back.undo is not None:
            self._done.append(way_back)

    def put_back(self, change: Change, *, redo: bool) -> None:
        """Taking it back failed: it stands where it stood."""
        (self._undone if redo else self._done).append(change)

    @property
    def last_done(self) -> Change | None:
        return self._done[-1] if self._done else None

    @property
    def last_undone(self) -> Change | None:
        return self._undone[-1] if self._undone else None

    @property
    def next_undo(self) -> str:
        return self._done[-1].label if self._done else ""

    @property
    def next_redo(self) -> str:
        return self._undone[-1].label if self._undone else ""

    def forget(self) -> None:
        self._done.clear()
        self._undone.clear()
