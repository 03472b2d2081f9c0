"""Reviews in the sample vault: half-way with both sides, the decisions, and the end."""

from __future__ import annotations

from collections.abc import Callable

from mentorjournal.model.words import ReviewKind
from ui.pages.review.view import ReviewView
from ui.tour.guide import NotCome
from ui.tour.inside import Inside

MINE = "That we stay with one thing until it is clear. I ask more, and say less at once."
THEIRS = "That I leave with one thing I will try. I prepare for it by now."


class LookingBack(Inside):
    def steps(self) -> list[Callable[[], None]]:
        return [self.enter, self.half_way, self.ending]

    def half_way(self) -> None:
        guide, view = self.guide, self.review(ReviewKind.MID_TERM)
        guide.picture("75-review", "A review half-way: what the journal knows comes first")
        first = view.answers.answers[0]
        guide.type(first.mine, MINE)
        view.answers.turn_theirs()
        guide.type(first.theirs, THEIRS)
        guide.scroll_to(view.answers.answers[3])
        guide.picture("76-review-two-sides", "Each answers alone; then the two stand side by side")
        guide.scroll_to(view.delete)
        guide.picture("77-review-decisions", "What is decided, and where it is carried out")
        guide.click(view.delete)

    def ending(self) -> None:
        guide, view = self.guide, self.review(ReviewKind.ENDING)
        guide.picture("78-review-ending", "A review at the end")
        guide.click(view.delete)
        guide.picture("79-review-choice", "Which review it is to be")
        guide.sitting.back()

    def review(self, kind: ReviewKind) -> ReviewView:
        """Open a review of Heron’s. It is deleted again, so that every look finds the journal as it was."""
        self.open_journal("Heron")
        self.guide.sitting.desk.aside.wish(f"review {kind.value}")
        self.guide.settle()
        view = self.guide.sitting.view.pages.currentWidget()
        if not isinstance(view, ReviewView):
            raise NotCome("The review did not come.")
        return view
