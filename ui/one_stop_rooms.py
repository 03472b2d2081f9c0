"""The one-stop sheet beside the pages of a journal, built when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property, partial

from PySide6.QtCore import QObject, Slot

from mentorjournal.errors import InvalidInput
from mentorjournal.journal.about import ABOUT
from mentorjournal.journal.shelf import OpenJournal
from mentorjournal.model.change import Change
from mentorjournal.model.clock import system_clock
from mentorjournal.model.words import EntryKind, RelationshipType
from ui.pages.one_stop.presenter import OneStopPresenter
from ui.pages.one_stop.view import OneStopView
from ui.seat import Seat
from ui.shell.aside import Entry, Lying, by_showing
from ui.shell.commands import Command
from ui.shell.page_outside import PageOutside

ONE_STOP = "one stop"
NOT_ONE_STOP = "This journal is not one-stop advice. Begin one with a new journal of that kind."


class SheetOutside(PageOutside):
    """The desk as the sheet sees it: what changes the relationship changes the head of the journal too."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(ONE_STOP)
        self._seat = seat
        self.bind(seat.desk)

    def changed(self, change: Change) -> None:
        super().changed(change)
        journal = self._seat.desk.journal
        if journal is not None and ABOUT in change.touched:
            self._seat.tasks.run(
                partial(self._seat.shelf.open, journal.id),
                done=self._seat.desk.described,
                failed=self._seat.desk.problem,
            )

    def became_long_term(self, change: Change) -> None:
        """Every page reads the journal anew; then the agreement is next."""
        journal = self._seat.desk.journal
        if journal is not None:
            self._seat.tasks.run(
                partial(self._seat.shelf.open, journal.id),
                done=partial(self._go_on, change),
                failed=self._seat.desk.problem,
            )

    def closing(self) -> bool:
        """Open the sheet on which a relationship is closed; False where there is none."""
        granted = "closing" in self._seat.desk.aside.grants
        self._seat.desk.aside.wish("closing")
        return granted

    def _go_on(self, change: Change, journal: OpenJournal) -> None:
        self._seat.desk.brought_in(journal, change)
        self._seat.desk.aside.wish("agreement")


class OneStopRooms(QObject):
    names: tuple[str, ...] = (ONE_STOP,)

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat.view)
        self._seat = seat
        seat.desk.aside.grants[ONE_STOP] = self.show_sheet
        seat.desk.aside.lying[ONE_STOP] = Lying(self._opened, self.show_sheet)
        seat.desk.aside.ways_back[ONE_STOP] = by_showing(self.show_sheet)
        seat.view.header.one_stop.clicked.connect(self.show_sheet)

    def commands(self, tr: Callable[[str], str]) -> Sequence[Command]:
        words = tr("question topic advice follow-up")
        return [Command(tr("One-stop sheet"), self.show_sheet, "Ctrl+Shift+O", words)]

    def gone(self, page: str) -> None:
        self.presenter.leave()

    @cached_property
    def presenter(self) -> OneStopPresenter:
        seat = self._seat
        view = self.sheet_view = OneStopView(seat.theme)
        presenter = OneStopPresenter(view, seat.tasks, SheetOutside(seat), self._now)
        view.bind(presenter)
        view.left.connect(seat.back)
        seat.view.add_page(ONE_STOP, view)
        seat.desk.add_page(ONE_STOP, presenter)
        return presenter

    def _opened(self) -> Entry:
        """The meeting that is prepared or noted; before there is one, the question and its topic."""
        meeting = self.presenter.meeting
        return (EntryKind.SESSION, meeting) if meeting is not None else (EntryKind.RELATIONSHIP, ABOUT)

    def _now(self) -> datetime:
        """The journal's own clock, so that the sheet and what it keeps agree on the day."""
        journal = self._seat.desk.journal
        return journal.journal.now() if journal is not None else system_clock()

    @Slot()
    def show_sheet(self) -> None:
        """Show the sheet of the journal in front."""
        seat, journal = self._seat, self._seat.desk.journal
        if journal is None:
            return
        if journal.relationship.type is not RelationshipType.ONE_STOP:
            seat.desk.problem(InvalidInput(NOT_ONE_STOP))
            return
        page = self.presenter
        seat.leave()
        seat.desk.come_forward()
        seat.desk.flush()
        seat.view.show_side_page(ONE_STOP)
        page.show()
