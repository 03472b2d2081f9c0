"""Reviews: a page beside those of the journal in front, built when first wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial

from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock, system_clock
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import EntryKind, ReviewKind
from ui.pages.review.presenter import ReviewPresenter
from ui.pages.review.view import ReviewView
from ui.seat import Seat
from ui.shell.aside import Entry, Lying, by_showing
from ui.shell.commands import Command
from ui.shell.page_outside import PageOutside
from ui.shell.tabs import GOALS

REVIEW = "review"


class _Outside(PageOutside):
    """The desk as this page sees it, and the head of the journal, which says how many sessions there are."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(REVIEW)
        self._seat = seat
        self.bind(seat.desk)

    def described(self, change: Change) -> None:
        """The relationship is another now: the journal is read anew, and every page hears of it."""
        if self._seat.desk.journal is not None:
            self._seat.desk.changed_in(self._seat.desk.journal.id, change)


class ReviewRooms:
    """Other pages have it by wish: “review” for the one that is due, or with the kind's name after it."""

    names: tuple[str, ...] = (REVIEW,)

    def __init__(self, seat: Seat, clock: Clock = system_clock) -> None:
        self._seat = seat
        self._clock = clock
        aside = seat.desk.aside
        aside.shows[EntryKind.REVIEW] = self.show_review
        aside.lying[REVIEW] = Lying(self._opened, partial(seat.view.show_side_page, REVIEW))
        aside.grants[REVIEW] = self.show
        aside.ways_back[REVIEW] = by_showing(self._show_again)
        aside.grants["goals page"] = self._show_goals
        for kind in ReviewKind:
            aside.grants[f"{REVIEW} {kind.value}"] = partial(self.show, kind)

    @cached_property
    def presenter(self) -> ReviewPresenter:
        seat = self._seat
        view = self.view = ReviewView(seat.theme, today=self._clock().date())
        presenter = ReviewPresenter(view, seat.tasks, _Outside(seat), self._clock)
        view.bind(presenter)
        view.left.connect(seat.back)
        seat.view.add_page(REVIEW, view)
        seat.desk.add_page(REVIEW, presenter)
        return presenter

    def show(self, kind: ReviewKind | None = None) -> None:
        """Show the review of this kind, or the one that is due, or not finished; or the choice."""
        if self._comes_forward():
            self.presenter.show(kind)

    def show_review(self, id: EntryId) -> None:
        if self._comes_forward():
            self.presenter.show_review(id)

    def _show_again(self) -> None:
        if self._comes_forward():
            self.presenter.show_again()

    def commands(self, tr: Callable[[str], str]) -> Sequence[Command]:
        kinds = (
            (ReviewKind.AGREEMENT_CHECK, tr("Review: agreement check"), "Alt+Shift+G"),
            (ReviewKind.MID_TERM, tr("Review: half-way"), "Alt+Shift+I"),
            (ReviewKind.ENDING, tr("Review: at the end"), "Alt+Shift+E"),
            (ReviewKind.FOLLOW_UP, tr("Review: follow-up"), "Alt+Shift+F"),
        )
        words = tr("mid-term check evaluate look back decide")
        return [
            Command(tr("Review"), self.show, "Alt+Shift+R", words),
            *(Command(name, partial(self.show, kind), key, words) for kind, name, key in kinds),
        ]

    def gone(self, page: str) -> None:
        self.presenter.flush()

    def _opened(self) -> Entry | None:
        id = self.presenter.opened
        return (EntryKind.REVIEW, id) if id is not None else None

    def _comes_forward(self) -> bool:
        """Whether a journal is open, with this page in front of it now."""
        seat = self._seat
        if seat.desk.journal is None:
            return False
        seat.leave()
        seat.desk.flush()
        seat.desk.come_forward()
        _ = self.presenter
        seat.view.show_side_page(REVIEW)
        return True

    def _show_goals(self) -> None:
        self._seat.leave()
        self._seat.desk.show_tab(GOALS)
