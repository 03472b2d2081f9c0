"""The page about safety beside everything else: with a journal or without."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from ui.pages.safety.presenter import SafetyPresenter
from ui.pages.safety.view import SafetyView
from ui.seat import Seat
from ui.shell.aside import by_showing
from ui.shell.commands import Command

SAFETY = "safety"


class SafetyRooms:
    """Grants “safety”."""

    names: tuple[str, ...] = (SAFETY,)

    def __init__(self, seat: Seat) -> None:
        self._seat = seat
        seat.desk.aside.grants[SAFETY] = self.show
        seat.desk.aside.ways_back[SAFETY] = by_showing(self.show)

    @cached_property
    def presenter(self) -> SafetyPresenter:
        view = self.view = SafetyView(self._seat.theme)
        presenter = SafetyPresenter(view)
        view.left.connect(self._seat.back)
        self._seat.view.add_page(SAFETY, view)
        self._seat.desk.add_page(SAFETY, presenter)
        return presenter

    def show(self) -> None:
        page = self.presenter
        if self._seat.view.page_in_front != SAFETY:
            self._seat.leave()
        self._seat.view.show_side_page(SAFETY)
        page.show()

    def commands(self, tr: Callable[[str], str]) -> Sequence[Command]:
        words = tr("security privacy encryption protected promises check weakness report trust help")
        return [Command(tr("Safety"), self.show, "Ctrl+F1", words)]

    def gone(self, page: str) -> None:
        """It keeps nothing that has to go."""
