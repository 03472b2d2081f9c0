"""The practice ledger, and what the discreet view leaves to be seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from mentorjournal.demo.sample import sample_id
from ui.practice_rooms import PracticeRooms
from ui.tour.guide import CONTROL, NotCome
from ui.tour.inside import Inside


class Practice(Inside):
    """What is done is taken back, so that every look begins with the same vault."""

    def steps(self) -> list[Callable[[], None]]:
        return [self.enter, self.ledger, self.discreet]

    def ledger(self) -> None:
        guide, sitting = self.guide, self.guide.sitting
        rooms = next((group for group in sitting.beside if isinstance(group, PracticeRooms)), None)
        if rooms is None:
            raise NotCome("The practice ledger is not there.")
        rooms.show()
        view = rooms.view
        guide.wait(view.intro.keep.isVisible, "What the practice ledger is")
        guide.picture("85-ledger", "The practice ledger: what it is, before one is kept")
        guide.click(view.intro.keep)
        guide.wait(view.offer.isVisible, "The offer to enter sessions")
        guide.picture("86-ledger-empty", "An empty ledger offers the sessions held as a mentor")
        guide.click(view.offer.take)
        guide.wait(view.list.isVisible, "The entered sessions")
        guide.type(view.adding.day, "20 Nov")
        guide.type(view.adding.time, "90")
        guide.type(view.adding.learning, "Silence is an answer too: count to ten")
        guide.key(Qt.Key.Key_Return, on=view.adding.learning)
        guide.picture("87-ledger-full", "The ledger: hours by kind, and nobody named")
        sitting.undo()
        guide.settle()
        sitting.undo()
        guide.settle()
        rooms.presenter.stop()
        guide.settle()
        sitting.back()

    def discreet(self) -> None:
        guide, sitting = self.guide, self.guide.sitting
        shift = Qt.KeyboardModifier.ShiftModifier
        guide.key(Qt.Key.Key_D, CONTROL | shift)
        guide.settle()
        sitting.show_today()
        guide.picture("88-discreet-today", "The discreet view: Today on a shared screen")
        self.entry("heron", "reflection", "r2", shown=self.timeline)
        guide.picture("89-discreet-journal", "The discreet view: a journal, its words veiled")
        self.open_journal("Heron")
        sitting.rooms.reach.show_session(sample_id("heron", "session", "s4"), "during")
        guide.picture("90-discreet-session", "The discreet view: notes that may be shown, but for names")
        guide.key(Qt.Key.Key_D, CONTROL | shift)
        guide.settle()
