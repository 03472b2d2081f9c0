"""From a draft to what is agreed: the day is asked, and when to look at it again. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from mentorjournal.journal.journal import Journal
from mentorjournal.model.agreement import ClauseKey
from mentorjournal.model.change import Change
from mentorjournal.model.clock import day_text, read_day
from mentorjournal.model.day_words import months_on
from ui.pages.agreement.contract import AgreementView, Asking, Mark, mark_of
from ui.pages.agreement.listing import Listing
from ui.pages.agreement.sheet import Sheet


class Act(Protocol):
    def __call__(
        self,
        work: Callable[[Journal], Change],
        *,
        done: Callable[[], None] | None = None,
        refused: Callable[[str], None] | None = None,
    ) -> None: ...


class Agreeing:
    def __init__(
        self, view: AgreementView, listing: Listing, sheet: Sheet, today: Callable[[], date], act: Act
    ) -> None:
        self._view = view
        self._listing = listing
        self._sheet = sheet
        self._today = today
        self._act = act

    def ask(self) -> None:
        """Ask for the two days; proposed are today and a month later."""
        draft, today = self._sheet.value, self._today()
        if draft is not None:
            self._ask(today, draft.review_on or months_on(today, 1))

    def _ask(self, on: date | None, review_on: date | None) -> None:
        draft, today = self._sheet.value, self._today()
        if draft is None:
            return
        clauses = [one for one in draft.clauses if one.applies and one.key is not ClauseKey.SIGN]
        behind = tuple(one.key for one in clauses if one.agreed_text.strip() and self._listing.is_behind(one))
        stands = [one for one in clauses if mark_of(one) in (Mark.AGREED, Mark.SAME)]
        self._view.ask(
            Asking(
                on=on,
                review_on=review_on,
                settled=len(stands),
                left=tuple(one.key for one in clauses if one not in stands),
                behind=behind,
                rhythm=draft.terms,
                today=today,
            )
        )

    def agree(self, on: date | None, review_on: date | None) -> None:
        """Agree on the draft as of this day, or say what stands in the way."""
        draft, held = self._sheet.value, self._sheet.held
        if draft is None:
            return
        if on is None:
            self._view.refuse_asking("Say on which day you agreed.", "on")
        elif on > self._today():
            self._view.refuse_asking("This day is still to come. Say on which day you agreed.", "on")
        elif review_on is not None and review_on < on:
            words = "The review lies before the day of the agreement. Change one of the two dates."
            self._view.refuse_asking(words, "review_on")
        elif held is not None:
            self._view.refuse_asking(f"“{held[0].label}” cannot be kept as it stands: {held[1]}", "")
        else:
            self._act(
                lambda journal: journal.agreements.agree(draft.id, on, review_on),
                done=self.dismiss,
                refused=self._refused,
            )

    def dismiss(self) -> None:
        self._view.close_asking()

    def place(self) -> dict[str, object]:
        asked = self._view.asked()
        return {"asked": [day_text(day) for day in asked]} if asked is not None else {}

    def restore(self, place: dict[str, object]) -> None:
        asked = place.get("asked")
        if not isinstance(asked, list) or len(asked) != 2:
            return
        try:
            on, review_on = (read_day(day if isinstance(day, str) else None) for day in asked)
        except ValueError:
            return
        self._ask(on, review_on)

    def _refused(self, sentence: str) -> None:
        self._view.refuse_asking(sentence, "")
