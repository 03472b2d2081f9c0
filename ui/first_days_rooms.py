"""The card of the first days, on the journal page of whichever journal is open."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from mentorjournal.guidance.first_days import FirstStep
from ui.pages.timeline.first_days import FirstDaysPresenter
from ui.pages.timeline.first_days_card import FirstDaysCards
from ui.pages.timeline.view import TimelineView
from ui.seat import Seat
from ui.shell.commands import Command
from ui.shell.tabs import JOURNAL

FIRST_DAYS = "first days"
GRANTED = {FirstStep.AGREE: "agreement", FirstStep.SHEET: "one stop"}
"""The wishes behind steps that are not done here."""


class FirstDays:
    """Shows no page of its own. What nobody in the window grants is not among the steps."""

    names: tuple[str, ...] = ()

    def __init__(self, seat: Seat) -> None:
        page = seat.view.page(JOURNAL)
        if isinstance(page, TimelineView):
            self.cards = FirstDaysCards(seat.theme)
            self._desk = seat.desk
            presenter = FirstDaysPresenter(
                self.cards, seat.tasks, seat.shelf, seat.outside(FIRST_DAYS), self._offered
            )
            self.cards.bind(presenter)
            page.set_first_days(self.cards.above_list, self.cards.when_empty)
            seat.desk.add_page(FIRST_DAYS, presenter)

    def commands(self, tr: Callable[[str], str]) -> Sequence[Command]:
        return ()

    def gone(self, page: str) -> None:
        """None of its pages: it has none."""

    def _offered(self) -> Collection[FirstStep]:
        grants = self._desk.aside.grants
        return [step for step in FirstStep if step not in GRANTED or GRANTED[step] in grants]
