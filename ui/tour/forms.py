"""Kinds and forms beyond the formal pair: one-stop advice on one sheet, peers by turns, the relationship."""

from __future__ import annotations

from collections.abc import Callable

from mentorjournal.demo.sample import sample_id
from ui.one_stop_rooms import OneStopRooms
from ui.pages.one_stop.view import OneStopView
from ui.tour.guide import NotCome
from ui.tour.inside import Inside


class Forms(Inside):
    def steps(self) -> list[Callable[[], None]]:
        return [
            self.enter, self.one_stop, self.one_stop_agreement, self.one_stop_after,
            self.peers, self.about,
        ]  # fmt: skip

    def one_stop(self) -> None:
        self.sheet("Alder")
        self.guide.picture(
            "95-one-stop", "One-stop advice on one sheet, as mentee: the question is still open"
        )

    def one_stop_agreement(self) -> None:
        view = self.sheet("Alder")
        view.agree.fold.set_open(True)
        self.guide.picture("96-one-stop-agreement", "What the two agree on, in three lines")
        view.agree.fold.set_open(False)
        self.guide.sitting.back()

    def one_stop_after(self) -> None:
        view = self.sheet("Kestrel")
        self.guide.click(view.meet.rows[0])
        self.guide.scroll_to(view.follow)
        self.guide.picture("97-one-stop-after", "The same sheet as adviser, after the meeting")
        self.guide.sitting.back()

    def peers(self) -> None:
        self.open_journal("Willow")
        sitting = self.guide.sitting
        sitting.show_tab("journal")
        sitting.rooms.reach.show_session(sample_id("willow", "session", "s6"), "during")
        self.guide.settle()
        sitting.act("session begin")
        self.guide.picture("98-peers", "A session of peers, in two halves, with a clock for each turn")

    def about(self) -> None:
        self.open_journal("Heron")
        sitting = self.guide.sitting
        sitting.show_about()
        self.guide.settle()
        view = sitting.side.about_view
        view.phase.fold.set_open(True)
        view.places.set_open(True)
        view.details.folds[0].set_open(False)
        self.guide.scroll_to(view.places)
        self.guide.picture(
            "99-about-sections", "The relationship in sections, with the phase that is suggested"
        )
        view.details.folds[0].set_open(True)
        sitting.back()

    def sheet(self, codename: str) -> OneStopView:
        self.open_journal(codename)
        self.guide.sitting.desk.aside.wish("one stop")
        self.guide.settle()
        for group in self.guide.sitting.beside:
            if isinstance(group, OneStopRooms):
                return group.sheet_view
        raise NotCome("The one-stop sheet is not there.")
