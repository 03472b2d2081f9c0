"""What the Actions page over all journals does: every act reaches the journal in which its action stands."""

from __future__ import annotations

from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.card import JournalId
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock, system_clock
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import EntryKind
from ui.pages.actions.board import ActionsBoard
from ui.pages.actions.contract import ActionsView, AllOutside, Listed, Order, Runner
from ui.pages.actions.reading import AllJournals


class AllActionsPresenter(ActionsBoard):
    def __init__(
        self, view: ActionsView, tasks: Runner, outside: AllOutside, clock: Clock = system_clock
    ) -> None:
        super().__init__(view, tasks, outside, clock)
        self._outside = outside
        self._last_order = Order.DUE
        self._reported: Change | None = None

    def show(self, shelf: Shelf) -> None:
        """Show the actions of every journal that is not closed, put together as they were last time."""
        self.begin(AllJournals(shelf), None)
        self._order = self._last_order

    def leave(self) -> None:
        self.close()

    def place(self) -> dict[str, object]:
        """How the actions are put together, and what is being typed; nothing while the page is not read."""
        if self._source is None:
            return {}
        return {
            "order": self._order.value,
            "side": self._side.value,
            "selected": self._view.selected(),
            "closed": self._most,
            **self._beneath.place(),
        }

    def restore(self, place: dict[str, object]) -> None:
        """Put it back, right after the page was shown; what does not fit is left out."""
        order = place.get("order")
        if order in list(Order):
            self._order = self._last_order = Order(str(order))
        self.look_again(place)

    def choose_order(self, order: Order) -> None:
        self._last_order = order
        super().choose_order(order)

    def heard(self, id: JournalId, change: Change) -> None:
        """Something was taken back, or done again, in a journal."""
        if self._source is not None and change is not self._reported:
            self.load()

    def report(self, listed: Listed | None, change: Change) -> None:
        if listed is not None and listed.journal is not None:
            self._reported = change
            self._outside.changed_in(listed.journal, change)

    def go_to(self, listed: Listed, kind: EntryKind, id: EntryId) -> None:
        if listed.journal is not None:
            self._outside.show_found(listed.journal, kind, id)

    def open_journal(self, id: EntryId) -> None:
        """Show the action in its journal."""
        if listed := self._listed.get(id):
            self.go_to(listed, EntryKind.ACTION, id)
