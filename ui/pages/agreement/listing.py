"""The clauses of the draft as a list, the chosen one, and how the two drafts compare. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from mentorjournal.model.agreement import Agreement, Clause, ClauseKey, Comparison, plain
from mentorjournal.model.difference import RunKind, difference
from mentorjournal.model.relationship import Relationship
from ui.pages.agreement import looking
from ui.pages.agreement.contract import ClauseShown, DraftShown, Mark, Overview, Row, Side, mark_of
from ui.pages.agreement.sheet import Sheet
from ui.pages.agreement.terms import TERMS_OF

Stretches = tuple[tuple[int, int], ...]


class Listing:
    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.forget()

    def forget(self) -> None:
        self.about: Relationship | None = None
        self.holds: Agreement | None = None
        self.begin()

    def begin(self) -> None:
        """A draft is laid on the table: its first clause is open."""
        self.chosen = ClauseKey.PURPOSE
        self._open = False

    def toggle(self) -> None:
        """Open or fold the clauses that are not suggested; one of them does not stay open behind the fold."""
        others = [key for key in ClauseKey if not self._listed(key)]
        self._open = not (self._open or self.chosen in others)
        if not self._open and self.chosen in others:
            self.chosen = next((key for key in ClauseKey if key not in others), self.chosen)

    def mark(self, clause: Clause) -> Mark:
        """How the clause stands. One whose drafts were changed since the version that holds is not agreed by
        the text of that version.
        """
        if self.is_behind(clause):
            return mark_of(replace(clause, agreed_text=""))
        return mark_of(clause)

    def is_behind(self, clause: Clause) -> bool:
        """Whether what stands as agreed is of the version before, and a draft says something else."""
        if self.holds is None or not clause.applies:
            return False
        agreed = plain(clause.agreed_text)
        drafts = {plain(clause.my_draft), plain(clause.partner_draft)} - {""}
        return agreed == plain(self.holds.clause(clause.key).agreed_text) and bool(drafts - {agreed})

    def draft(self, today: date, versions: Sequence[Agreement]) -> DraftShown:
        value, about, holds = self._sheet.value, self.about, self.holds
        assert value is not None and about is not None
        return DraftShown(
            version=value.version,
            rows=self.rows(),
            chosen=self.chosen,
            overview=self.overview(),
            role=about.my_role,
            today=today,
            replaces=holds.version if holds else None,
            versions=len(looking.settled(versions)),
        )

    def rows(self) -> tuple[Row, ...]:
        """Those of the draft and those suggested; then, folded away, all that there could be."""
        listed = [key for key in ClauseKey if self._listed(key)]
        others = [key for key in ClauseKey if key not in listed]
        is_open = self._open or self.chosen in others
        found = [self._row(key) for key in listed]
        if others:
            found.append(Row(None, more=len(others), open=is_open))
        if is_open:
            found += [self._row(key) for key in others]
        return tuple(found)

    def overview(self) -> Overview:
        """What is settled of what two people write; the names at the end are no matter of two drafts."""
        clauses = self._sheet.value.clauses if self._sheet.value else ()
        marks = [self.mark(one) for one in clauses if one.applies and one.key is not ClauseKey.SIGN]
        return Overview(
            clauses=len(marks),
            agreed=marks.count(Mark.AGREED),
            same=marks.count(Mark.SAME),
            differ=marks.count(Mark.DIFFER),
        )

    def next_differing(self, forward: bool) -> ClauseKey | None:
        """The next clause after the chosen one on which the drafts differ and nothing is agreed yet, round
        the end to the beginning.
        """
        order = list(ClauseKey)
        here = order.index(self.chosen)
        step = 1 if forward else -1
        walk = [order[(here + step * by) % len(order)] for by in range(1, len(order) + 1)]
        return next((key for key in walk if self.mark(self._sheet.clause(key)) is Mark.DIFFER), None)

    def clause(self) -> ClauseShown:
        """The chosen clause with everything that belongs to it."""
        sheet, key = self._sheet, self.chosen
        clause = sheet.clause(key)
        texts = {side: sheet.text(key, side) for side in Side}
        mine, theirs = _apart(texts) if clause.comparison is Comparison.DIFFERENT else ((), ())
        problems = sheet.problems(key)
        names = TERMS_OF.get(key, ())
        problems |= {name: words for name, words in sheet.term_problems().items() if name in names}
        value = sheet.value
        assert value is not None
        return ClauseShown(
            clause=clause,
            mark=self.mark(clause),
            texts=texts,
            only_mine=mine,
            only_theirs=theirs,
            problems=problems,
            terms=sheet.terms,
            rhythm=value.terms,
            review_on=value.review_on,
            suggested=self._listed(key),
        )

    def _listed(self, key: ClauseKey) -> bool:
        clauses = self._sheet.value.clauses if self._sheet.value else ()
        if any(one.key is key for one in clauses):
            return True
        return self.about is not None and key.belongs(self.about.type, self.about.form)

    def _row(self, key: ClauseKey) -> Row:
        return Row(key, self.mark(self._sheet.clause(key)))


def _apart(texts: dict[Side, str]) -> tuple[Stretches, Stretches]:
    """Where each draft has words that the other has not."""
    mine: list[tuple[int, int]] = []
    theirs: list[tuple[int, int]] = []
    at = {Side.MINE: 0, Side.THEIRS: 0}
    for run in difference(texts[Side.MINE], texts[Side.THEIRS]):
        length = len(run.text)
        if run.kind is not RunKind.ADDED:
            if run.kind is RunKind.REMOVED:
                mine.append((at[Side.MINE], at[Side.MINE] + length))
            at[Side.MINE] += length
        if run.kind is not RunKind.REMOVED:
            if run.kind is RunKind.ADDED:
                theirs.append((at[Side.THEIRS], at[Side.THEIRS] + length))
            at[Side.THEIRS] += length
    return tuple(mine), tuple(theirs)
