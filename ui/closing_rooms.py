"""Closing, destroying and the records of it: pages beside those of a journal, built when first wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path

from mentorjournal.journal.about import CLOSURE
from mentorjournal.journal.shelf import OpenJournal
from mentorjournal.model.card import JournalId
from mentorjournal.model.change import Change
from mentorjournal.model.words import EntryKind
from ui.pages.closing.presenter import ClosingPresenter
from ui.pages.closing.view import ClosingView
from ui.pages.destroy.presenter import DestroyPresenter
from ui.pages.destroy.records.presenter import RecordsPresenter
from ui.pages.destroy.records.view import RecordsView
from ui.pages.destroy.view import DestroyView
from ui.seat import Seat
from ui.shell.aside import Entry, Lying, WayBack, by_showing
from ui.shell.commands import Command

CLOSING, DESTROY, RECORDS = "closing", "destroy", "destruction records"


def _how_it_was_closed() -> Entry:
    return EntryKind.RELATIONSHIP, CLOSURE


class ClosingRooms:
    names: tuple[str, ...] = (CLOSING, DESTROY, RECORDS)

    def __init__(self, seat: Seat) -> None:
        self._seat = seat
        self._outside = Outside(seat, self)
        seat.desk.aside.grants.update(
            closing=self.show_closing, destroy=self.show_destroy, records=self.show_records
        )
        again = partial(seat.view.show_side_page, CLOSING)
        seat.desk.aside.lying[CLOSING] = Lying(_how_it_was_closed, again)
        seat.desk.aside.ways_back[CLOSING] = by_showing(self.show_closing)
        seat.desk.aside.ways_back[RECORDS] = WayBack(self._show_record_again, self._record_shown)

    def commands(self, tr: Callable[[str], str]) -> Sequence[Command]:
        return [
            Command(
                tr("Close this relationship"),
                self.show_closing,
                "Ctrl+Shift+E",
                tr("end over finish hand-over"),
            ),
            Command(
                tr("Destroy a journal…"),
                self.show_any_destroy,
                "Ctrl+Shift+Delete",
                tr("delete erase remove"),
            ),
            Command(
                tr("Destruction records"),
                self.show_records,
                "Alt+Shift+W",
                tr("destroyed proof show partner"),
            ),
        ]

    def gone(self, page: str) -> None:
        if page == DESTROY:
            self.destroy.leave()
        elif page == RECORDS:
            self.records.leave()

    # The pages

    @cached_property
    def closing(self) -> ClosingPresenter:
        seat = self._seat
        view = self.closing_view = ClosingView(seat.theme)
        presenter = ClosingPresenter(view, seat.tasks, self._outside, seat.shelf)
        view.bind(presenter)
        view.left.connect(seat.back)
        seat.view.add_page(CLOSING, view)
        seat.desk.add_page(CLOSING, presenter)
        return presenter

    @cached_property
    def destroy(self) -> DestroyPresenter:
        seat = self._seat
        view = self.destroy_view = DestroyView(seat.theme)
        presenter = DestroyPresenter(view, seat.tasks, self._outside, seat.shelf)
        view.bind(presenter)
        view.left.connect(seat.back)
        seat.view.add_page(DESTROY, view)
        return presenter

    @cached_property
    def records(self) -> RecordsPresenter:
        seat = self._seat
        view = self.records_view = RecordsView(seat.theme)
        presenter = RecordsPresenter(view, seat.tasks, seat.outside(RECORDS), seat.shelf)
        view.bind(presenter)
        view.left.connect(seat.back)
        seat.view.add_page(RECORDS, view)
        seat.desk.add_page(RECORDS, presenter)
        return presenter

    # What is wished

    def show_closing(self) -> None:
        """The closing sheet of the journal in front."""
        if self._come_to(CLOSING):
            self.closing.show()

    def show_hold(self) -> None:
        if self._come_to(CLOSING):
            self.closing.show_hold()

    def show_destroy(self) -> None:
        """What would go with the journal in front."""
        journal = self._seat.desk.journal
        self._show_destroy(journal.id if journal is not None else None)

    def show_any_destroy(self) -> None:
        """Destroy a journal of the list, a damaged one too; the one in front is chosen at first."""
        desk = self._seat.desk
        in_front = desk.journal if not desk.at_today else None
        self._show_destroy(in_front.id if in_front is not None else None)

    def show_records(self) -> None:
        seat, page = self._seat, self.records
        seat.leave()
        seat.view.show_side_page(RECORDS)
        page.show()

    def _record_shown(self) -> dict[str, object]:
        return {"record": self.records.chosen}

    def _show_record_again(self, place: dict[str, object]) -> None:
        self.records.choose(str(place.get("record") or ""))
        self.show_records()

    def _show_destroy(self, id: JournalId | None) -> None:
        seat, page = self._seat, self.destroy
        seat.leave()
        seat.desk.flush()
        seat.view.show_side_page(DESTROY)
        page.begin(id)

    def _come_to(self, page: str) -> bool:
        seat = self._seat
        if seat.desk.journal is None:
            return False
        assert self.closing is not None
        seat.leave()
        seat.desk.flush()
        seat.desk.come_forward()
        seat.view.show_side_page(page)
        return True


class Outside:
    """The desk as the sheets that end a journal see it."""

    def __init__(self, seat: Seat, rooms: ClosingRooms) -> None:
        self._seat = seat
        self._rooms = rooms

    def ended(self, journal: OpenJournal, changes: Sequence[Change]) -> None:
        """The relationship was closed, opened again, or its notes were settled."""
        desk = self._seat.desk
        desk.described(journal)
        for change in changes:
            desk.changed(change, CLOSING)
        desk.rest()

    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None:
        self._seat.desk.problem(error, retry)

    def choose_save_path(self, suggested: str) -> Path | None:
        return self._seat.desk.choose_save_path(suggested)

    def wish(self, name: str) -> None:
        self._seat.desk.aside.wish(name)

    def grants(self, name: str) -> bool:
        return name in self._seat.desk.aside.grants

    def part_from(self, journal: JournalId) -> None:
        self._seat.desk.part_from(journal)
        self._seat.view.forget_problem()

    def parted(self) -> None:
        """The journal is gone, or is not: the list of journals is read anew."""
        self._seat.desk.read_cards()

    def hold(self, journal: JournalId) -> None:
        """Bring the journal to the front, with its closing sheet ready for a hold."""
        self._seat.desk.open_journal(journal, self._rooms.show_hold)
