"""The whole journal as a book: a page beside those of the journal in front, built when first wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from mentorjournal.model.clock import Clock, system_clock
from ui.pages.book.presenter import BookPresenter
from ui.pages.book.view import BookPageView
from ui.seat import Seat
from ui.shell.aside import by_showing
from ui.shell.commands import Command

BOOK = "book"


class BookRooms:
    """Other pages have it by the wish “book”."""

    names: tuple[str, ...] = (BOOK,)

    def __init__(self, seat: Seat, clock: Clock = system_clock) -> None:
        self._seat = seat
        self._clock = clock
        seat.desk.aside.grants[BOOK] = self.show
        seat.desk.aside.ways_back[BOOK] = by_showing(self.show)

    def commands(self, tr: Callable[[str], str]) -> Sequence[Command]:
        words = tr("pdf print export bind complete archive keep")
        return (Command(tr("The whole journal as a book"), self.show, "Alt+Shift+J", words),)

    def gone(self, page: str) -> None:
        """A book that is being bound goes on, and says so when one comes back."""

    @cached_property
    def view(self) -> BookPageView:
        return BookPageView(self._seat.theme)

    @cached_property
    def presenter(self) -> BookPresenter:
        seat, view = self._seat, self.view
        presenter = BookPresenter(view, seat.tasks, seat.outside(BOOK), self._clock)
        view.bind(presenter)
        view.left.connect(seat.back)
        seat.view.add_page(BOOK, view)
        seat.desk.add_page(BOOK, presenter)
        return presenter

    def show(self) -> None:
        """Show the page for the journal in front."""
        seat = self._seat
        if seat.desk.journal is None:
            return
        seat.leave()
        seat.desk.flush()
        seat.desk.come_forward()
        _ = self.presenter
        seat.view.show_side_page(BOOK)
        self.view.begin()
