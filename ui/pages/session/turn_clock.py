"""Whose turn it has been, and for how many minutes of the quiet clock. It stops when that does."""

from __future__ import annotations

from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import Turn
from ui.pages.session.quiet_clock import QuietClock

Marks = list[tuple[Turn, int]]


def other(turn: Turn) -> Turn:
    return Turn.PARTNER if turn is Turn.MINE else Turn.MINE


class TurnClock:
    """Remembers for each session of this sitting at which minute a turn began."""

    def __init__(self, quiet_clock: QuietClock) -> None:
        self._quiet_clock = quiet_clock
        self._marks: dict[EntryId, Marks] = {}

    def turn(self, id: EntryId) -> Turn | None:
        """Whose turn it is; None while nobody's has begun."""
        marks = self._marks.get(id)
        return marks[-1][0] if marks else None

    def begin(self, id: EntryId, turn: Turn) -> None:
        """The first turn began with the session."""
        self._marks.setdefault(id, [(turn, 0)])

    def was_given_on(self, id: EntryId) -> bool:
        """Whether more than one turn was taken; until then nobody has counted."""
        return len(self._marks.get(id, [])) > 1

    def give(self, id: EntryId, turn: Turn) -> None:
        """It is this one's turn from now on. Nothing is counted while the quiet clock has not begun."""
        reading = self._quiet_clock.reading(id, 0)
        if reading is not None and self.turn(id) is not turn:
            self._marks.setdefault(id, []).append((turn, reading.minutes))

    def minutes(self, id: EntryId) -> dict[Turn, int]:
        """How long each turn has been so far, together; nothing for who had none."""
        marks, reading = self._marks.get(id, []), self._quiet_clock.reading(id, 0)
        if reading is None:
            return {}
        ends = [minute for _, minute in marks[1:]] + [reading.minutes]
        found: dict[Turn, int] = {}
        for (turn, began), ended in zip(marks, ends, strict=True):
            found[turn] = found.get(turn, 0) + max(ended - began, 0)
        return found

    def forget(self) -> None:
        self._marks.clear()

    def place(self, id: EntryId) -> list[list[object]]:
        """What leads back to this state after the vault was locked."""
        return [[turn.value, minute] for turn, minute in self._marks.get(id, [])]

    def restore(self, id: EntryId, place: object) -> None:
        if id in self._marks or not isinstance(place, list):
            return
        marks: Marks = []
        for mark in place:
            match mark:
                case [str(turn), int(minute)] if turn in list(Turn):
                    marks.append((Turn(turn), minute))
                case _:
                    return
        if marks:
            self._marks[id] = marks
