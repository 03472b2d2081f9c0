"""The draft as it stands on the screen. No Qt here.

What the journal would not take, a text that is too long or a number out of range, stays here as it was typed
until it fits, and goes along over a lock; everything else is kept meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from mentorjournal.journal.text import few_lines
from mentorjournal.model.agreement import LONGEST_CLAUSE, Agreement, Clause, ClauseKey
from ui.pages.agreement.contract import AgreementView, Side
from ui.pages.agreement.terms import TermsTyped, from_place, still_held, terms_of, to_place, typed_of

_Spot = tuple[ClauseKey, Side]


def text_of(clause: Clause, side: Side) -> str:
    return {
        Side.MINE: clause.my_draft,
        Side.THEIRS: clause.partner_draft,
        Side.AGREED: clause.agreed_text,
    }[side]


def _with(clause: Clause, side: Side, text: str) -> Clause:
    if side is Side.MINE:
        return replace(clause, my_draft=text)
    if side is Side.THEIRS:
        return replace(clause, partner_draft=text)
    return replace(clause, agreed_text=text)


def too_long(text: str) -> str:
    """By how much a text is too long, or nothing where it can be kept."""
    over = len(few_lines(text)) - LONGEST_CLAUSE
    if over <= 0:
        return ""
    return f"This is {over:,} characters too long to be kept. A clause has room for {LONGEST_CLAUSE:,}."


class Sheet:
    """Fulfils what the desk asks of a view. *came* is told when another draft lies here, *went* when none
    does, and *looked* when words came from elsewhere.
    """

    def __init__(
        self,
        view: AgreementView,
        *,
        came: Callable[[], None],
        went: Callable[[], None],
        looked: Callable[[], None],
    ) -> None:
        self._view = view
        self._came, self._went, self._looked = came, went, looked
        self._forget()

    def _forget(self) -> None:
        self.value: Agreement | None = None
        self._texts: dict[_Spot, str] = {}
        self._terms: TermsTyped | None = None
        self._review: tuple[date | None] | None = None

    # What the writer does

    def type(self, key: ClauseKey, side: Side, text: str) -> None:
        self._texts[key, side] = text

    def type_terms(self, typed: TermsTyped) -> None:
        self._terms = typed

    def choose_review(self, day: date | None) -> None:
        self._review = (day,)

    # What stands here

    def text(self, key: ClauseKey, side: Side) -> str:
        if (key, side) in self._texts:
            return self._texts[key, side]
        return text_of(self.clause(key), side)

    def clause(self, key: ClauseKey) -> Clause:
        """The clause as it was last written; one that is not in the draft has nothing in it."""
        clauses = self.value.clauses if self.value else ()
        return next((one for one in clauses if one.key is key), Clause(key=key))

    @property
    def terms(self) -> TermsTyped:
        if self._terms is not None:
            return self._terms
        return typed_of(self.value.terms) if self.value else TermsTyped()

    def problems(self, key: ClauseKey) -> dict[str, str]:
        """By field, what of this clause cannot be kept as it stands."""
        found = {side.value: too_long(self._texts.get((key, side), "")) for side in Side}
        return {name: words for name, words in found.items() if words}

    def term_problems(self) -> dict[str, str]:
        if self._terms is None or self.value is None:
            return {}
        return terms_of(self._terms, self.value.terms)[1]

    @property
    def held(self) -> tuple[ClauseKey, str] | None:
        """The first clause with something that cannot be kept, and what that is."""
        for (key, _), text in self._texts.items():
            if too_long(text):
                return key, too_long(text)
        problems = self.term_problems()
        if problems:
            name, words = next(iter(problems.items()))
            return (ClauseKey.RETENTION if name == "keep_until" else ClauseKey.COMMITMENT), words
        return None

    # What the desk asks of a view

    def show_entry(self, value: Agreement, *, fresh: bool) -> None:
        if self.value is None or self.value.id != value.id:
            self._forget()
        self.value = value
        self._came()

    def update_entry(self, value: Agreement) -> None:
        """Something came from elsewhere: what is held back stays as it was typed."""
        self._texts = {spot: text for spot, text in self._texts.items() if too_long(text)}
        if self._terms is not None:
            _, problems = terms_of(self._terms, value.terms)
            held = still_held(self._terms, typed_of(value.terms), problems)
            self._terms = held if problems else None
        self._review = None
        self.value = value
        self._looked()

    def written(self, base: Agreement) -> Agreement:
        """The draft with everything that was typed and can be kept."""
        known = {one.key: one for one in base.clauses}
        for (key, side), text in self._texts.items():
            clean = few_lines(text)
            clause = known.get(key) or Clause(key=key)
            if len(clean) <= LONGEST_CLAUSE and (key in known or clean):
                known[key] = _with(clause, side, clean)
        order = list(ClauseKey)
        clauses = tuple(sorted(known.values(), key=lambda one: order.index(one.key)))
        terms = terms_of(self._terms, base.terms)[0] if self._terms is not None else base.terms
        review_on = self._review[0] if self._review else base.review_on
        self.value = replace(base, clauses=clauses, terms=terms, review_on=review_on)
        return self.value

    def clear(self) -> None:
        self._forget()
        self._went()

    def save_soon(self) -> None:
        self._view.save_soon()

    def show_unsaved(self) -> None:
        self._view.show_unsaved()

    def show_saved(self, at: datetime | None) -> None:
        """Say so only when nothing is held back."""
        held = self.held
        if held is None:
            self._view.show_saved(at)
        else:
            self._view.show_not_saved(f"“{held[0].label}”: {held[1]}")

    def show_not_saved(self, message: str) -> None:
        self._view.show_not_saved(message)

    def place(self) -> dict[str, object]:
        """What was typed and could not be kept."""
        place: dict[str, object] = {}
        held = [[key.value, side.value, text] for (key, side), text in self._texts.items() if too_long(text)]
        if held:
            place["held"] = held
        if self._terms is not None and self.term_problems():
            place["terms"] = to_place(self._terms)
        return place

    def restore(self, place: dict[str, object]) -> None:
        held, terms = place.get("held"), place.get("terms")
        for one in held if isinstance(held, list) else ():
            if isinstance(one, list | tuple) and len(one) == 3:
                key, side, text = map(str, one)
                if key in list(ClauseKey) and side in list(Side):
                    self._texts[ClauseKey(key), Side(side)] = text
        if isinstance(terms, dict):
            self._terms = from_place(terms)
        self._looked()
