"""The practice ledger beside the journals: a page of the vault, built when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from mentorjournal.journal.shelf import OpenJournal
from mentorjournal.model.card import JournalId
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock, system_clock
from ui.pages.ledger.presenter import LedgerPresenter
from ui.pages.ledger.view import LedgerPageView
from ui.seat import Seat
from ui.shell.aside import OF_THE_VAULT, WayBack
from ui.shell.commands import Command
from ui.shell.desk import Desk

LEDGER = "ledger"


class PracticeRooms:
    """Its acts are those of no journal: while it is in front, Undo means them."""

    names: tuple[str, ...] = (LEDGER,)

    def __init__(self, seat: Seat, clock: Clock = system_clock) -> None:
        self._seat = seat
        self._clock = clock
        self._is_built = False
        seat.desk.aside.vault_pages.add(LEDGER)
        seat.desk.aside.grants["ledger"] = self.show
        seat.desk.aside.ways_back[LEDGER] = WayBack(self._show_again, self._shown)
        seat.desk.listen(self._heard)

    def commands(self, tr: Callable[[str], str]) -> Sequence[Command]:
        return (
            Command(
                tr("Practice ledger"), self.show, "Ctrl+Shift+Y", tr("hours supervision cpd training emcc")
            ),
        )

    def gone(self, page: str) -> None:
        self.presenter.leave()
        self._seat.view.say_nothing()

    @cached_property
    def view(self) -> LedgerPageView:
        return LedgerPageView(self._seat.theme)

    @cached_property
    def presenter(self) -> LedgerPresenter:
        seat, view = self._seat, self.view
        presenter = LedgerPresenter(view, seat.tasks, _Outside(seat.desk), self._clock)
        view.bind(presenter)
        view.left.connect(seat.back)
        seat.view.add_page(LEDGER, view)
        seat.desk.add_page(LEDGER, _Beside(presenter))
        self._is_built = True
        return presenter

    def show(self) -> None:
        """Show the ledger, or what it is while none is kept."""
        self._seat.leave()
        page = self.presenter
        self._seat.view.show_side_page(LEDGER)
        page.begin(self._seat.shelf)
        self.view.begin()

    def _shown(self) -> dict[str, object]:
        return self.presenter.shown()

    def _show_again(self, place: dict[str, object]) -> None:
        self.presenter.choose_again(place)
        self.show()

    def _heard(self, journal: JournalId, change: Change) -> None:
        if self._is_built:
            self.presenter.heard(change)


class _Outside:
    """The window, as a page sees it whose acts belong to the vault."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def changed(self, change: Change) -> None:
        self._desk.changed_in(OF_THE_VAULT, change)

    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None:
        self._desk.problem(error, retry)

    def choose_save_path(self, suggested: str) -> Path | None:
        return self._desk.choose_save_path(suggested)


class _Beside:
    """The page among those of a journal: it writes with them and heeds no journal."""

    def __init__(self, page: LedgerPresenter) -> None:
        self._page = page

    def open(self, journal: OpenJournal) -> None:
        """It shows every journal's hours."""

    def flush(self) -> None:
        self._page.flush()

    def close(self) -> None:
        """What is being typed belongs to no journal and stays."""

    def place(self) -> dict[str, object]:
        return {}

    def restore(self, place: dict[str, object]) -> None:
        """It was sealed elsewhere."""

    def refresh(self, change: Change) -> None:
        """It hears of everything."""
