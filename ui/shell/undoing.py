"""What was done in each journal of this sitting, and in which of them Undo is meant now."""

from __future__ import annotations

from mentorjournal.errors import NotFound
from mentorjournal.model.card import JournalId
from mentorjournal.model.change import Change
from ui.shell.history import History


class Undoing:
    """Undo means the journal in front, or the one in which a page over all journals did something last."""

    def __init__(self) -> None:
        self._histories: dict[JournalId, History] = {}
        self._front: JournalId | None = None
        self._acted_in: JournalId | None = None

    def bring_to_front(self, id: JournalId | None) -> None:
        """Let Undo mean this journal."""
        self._front, self._acted_in = id, None

    def remember(self, id: JournalId, change: Change, *, from_outside: bool = False) -> None:
        if from_outside:
            self._acted_in = id
        self._history(id).remember(change)

    def take(self, *, redo: bool) -> tuple[JournalId, Change] | None:
        """The act to take back, or to do again, and its journal."""
        id = self._acted_in or self._front
        if id is None:
            return None
        change = self._history(id).take_redo() if redo else self._history(id).take_undo()
        return (id, change) if change is not None else None

    def taken(self, id: JournalId, way_back: Change, *, redo: bool) -> None:
        (self._history(id).redone if redo else self._history(id).undone)(way_back)

    def failed(self, id: JournalId, change: Change, error: Exception, *, redo: bool) -> None:
        """It stands where it stood; but what is gone for good would bar the way to all before it."""
        if not isinstance(error, NotFound):
            self._history(id).put_back(change, redo=redo)

    @property
    def names(self) -> tuple[str, str]:
        """What can be taken back next, and what can be done again."""
        id = self._acted_in or self._front
        history = self._history(id) if id is not None else History()
        return history.next_undo, history.next_redo

    def _history(self, id: JournalId) -> History:
        return self._histories.setdefault(id, History())
