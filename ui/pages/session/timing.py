"""The time of a session: the quiet clock as it is shown, and whose turn it is among peers. No Qt here."""

from __future__ import annotations

from typing import Protocol

from mentorjournal.model.ids import EntryId
from mentorjournal.model.session import Session
from mentorjournal.model.words import SessionStatus, Turn
from ui.pages.session.halves import Order
from ui.pages.session.quiet_clock import QuietClock, Reading
from ui.pages.session.turn_clock import TurnClock, other


class ClockView(Protocol):
    def show_clock(self, reading: Reading | None, *, hidden: bool) -> None: ...
    def show_turn(self, turn: Turn | None, minutes: int) -> None: ...
    def announce_end(self, minutes: int) -> None: ...


class Timing:
    """Both clocks of every session of this sitting. Turns are counted once one of them was given on."""

    def __init__(self, view: ClockView, quiet_clock: QuietClock) -> None:
        self._view = view
        self._quiet_clock = quiet_clock
        self._turn_clock = TurnClock(quiet_clock)
        self._hidden = False
        self._warned: set[EntryId] = set()
        self._noted: set[EntryId] = set()

    def has_begun(self, id: EntryId) -> bool:
        return self._quiet_clock.has_begun(id)

    def begin(self, id: EntryId) -> None:
        self._quiet_clock.begin(id)

    def tick(self, value: Session | None, order: Order) -> None:
        """Show the time that has gone by, and once say that the end is near."""
        over = value is not None and value.status is not SessionStatus.PLANNED
        reading = None if value is None else self._quiet_clock.reading(value.id, value.minutes)
        if over and reading is not None and reading.running:
            reading = None  # the conversation is over: its time is nobody's concern any more
        self._view.show_clock(reading, hidden=self._hidden)
        if value is None or reading is None:
            return
        if order and self._turn_clock.turn(value.id) is None:
            self._turn_clock.begin(value.id, order[0])
        turn = self._turn_clock.turn(value.id) if order and not self._hidden else None
        self._view.show_turn(turn, self._turn_clock.minutes(value.id).get(turn, 0) if turn else 0)
        if reading.left is not None and not self._hidden and value.id not in self._warned:
            self._warned.add(value.id)
            self._view.announce_end(reading.left)

    def give_turn_on(self, id: EntryId) -> Turn | None:
        """It is the other's turn; None where no clock runs for anybody."""
        turn = self._turn_clock.turn(id)
        if turn is None:
            return None
        self._turn_clock.give(id, other(turn))
        return other(turn)

    def minutes_to_note(self, value: Session) -> tuple[int, int] | None:
        """My minutes and my partner's, once the session took place; given once, and where none are known."""
        known = value.my_turn_minutes is not None or value.partner_turn_minutes is not None
        counted = self._turn_clock.was_given_on(value.id)
        if value.status is not SessionStatus.HELD or known or not counted or value.id in self._noted:
            return None
        self._noted.add(value.id)
        self._quiet_clock.stop(value.id)
        minutes = self._turn_clock.minutes(value.id)
        return minutes.get(Turn.MINE, 0), minutes.get(Turn.PARTNER, 0)

    def stop(self, id: EntryId) -> None:
        """Stop the clock, or let it go on."""
        reading = self._quiet_clock.reading(id, 0)
        if reading is not None and not reading.running:
            self._quiet_clock.go_on(id)
        else:
            self._quiet_clock.stop(id)

    def hide(self) -> None:
        """Hide the clock, or show it again."""
        self._hidden = not self._hidden

    def forget(self) -> None:
        self._quiet_clock.forget()
        self._turn_clock.forget()
        self._warned.clear()
        self._noted.clear()

    def place(self, id: EntryId) -> dict[str, object]:
        """What leads back to this state after the vault was locked."""
        return {"clock": self._quiet_clock.place(id), "turns": self._turn_clock.place(id)}

    def restore(self, id: EntryId, place: dict[str, object]) -> None:
        clock = place.get("clock")
        if isinstance(clock, dict):
            self._quiet_clock.restore(id, clock)
        self._turn_clock.restore(id, place.get("turns"))
