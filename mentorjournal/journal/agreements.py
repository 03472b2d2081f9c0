"""Agreements: one draft at a time, versions that replace each other, and terms that set the rhythm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from mentorjournal.errors import InvalidInput
from mentorjournal.journal import parts, words
from mentorjournal.journal.about import About
from mentorjournal.journal.acts import Acts
from mentorjournal.journal.joined import joined
from mentorjournal.journal.noun import Book, Noun
from mentorjournal.journal.text import few_lines
from mentorjournal.journal.versions import Versions
from mentorjournal.model import agreement as rules
from mentorjournal.model.agreement import NO_TERMS, Agreement, Clause, ClauseKey, Terms
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock
from mentorjournal.model.day_words import months_on
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.terms_words import with_terms
from mentorjournal.model.words import AgreementState, EntryKind, RelationshipStatus
from mentorjournal.storage import agreements

ONE_AT_A_TIME = (
    "There is a draft of the agreement already. Finish it, or delete it, before you begin another."
)
STAYS = "What was agreed stays as it is. Begin a new version to change it."


def checked(value: Agreement) -> Agreement:
    clauses = tuple(
        replace(
            one,
            my_draft=few_lines(one.my_draft),
            partner_draft=few_lines(one.partner_draft),
            agreed_text=few_lines(one.agreed_text),
        )
        for one in value.clauses
    )
    return rules.checked(replace(value, clauses=clauses))


class Agreements(Noun[Agreement]):
    _book = Book(
        kind=EntryKind.AGREEMENT,
        name="agreement",
        load=agreements.load,
        all=agreements.all,
        save=agreements.save,
        delete=agreements.delete,
        show=words.shown_agreement,
        words=words.words_of_agreement,
        check=checked,
        parts=parts.parts_of_agreement,
    )

    def __init__(self, acts: Acts, clock: Clock, versions: Versions, about: About) -> None:
        super().__init__(acts, clock, versions)
        self._about = about

    def draft(self) -> Agreement | None:
        """The version that is being worked on."""
        return agreements.in_state(self._db, AgreementState.DRAFT)

    def agreed(self) -> Agreement | None:
        """The version that holds now."""
        return agreements.in_state(self._db, AgreementState.AGREED)

    def begin(self) -> Change:
        """Begin a draft: the first one with the clauses of the kind, a later one from what was agreed.

        Raises InvalidInput while there is another draft.
        """
        if self.draft() is not None:
            raise InvalidInput(ONE_AT_A_TIME)
        before, today = self.agreed(), self._today()
        if before is None:
            value = rules.first_draft(new_entry_id(), self._about.relationship(), today)
        else:
            value = rules.next_draft(new_entry_id(), before, today)
        return self._put(value, None, "Begin agreement" if before is None else "Begin a new version")

    def add(self, value: Agreement) -> Change:
        """Put an agreement into the journal. Raises InvalidInput for a second draft."""
        if value.state is AgreementState.DRAFT and self.draft() is not None:
            raise InvalidInput(ONE_AT_A_TIME)
        return super().add(value)

    def write(self, value: Agreement) -> Change:
        """Replace what the draft says. What was agreed is not edited: it gets a new version."""
        before = self.get(value.id)
        if before.state is not AgreementState.DRAFT:
            raise InvalidInput(STAYS)
        return self._put(replace(value, state=before.state, version=before.version), before, "Edit agreement")

    def take_in(self, id: EntryId, drafts: Mapping[ClauseKey, str], terms: Terms = NO_TERMS) -> Change:
        """Enter the partner's drafts, as their form or their words gave them; other clauses stay.

        My own terms stay too: the partner's are put into words below the clause they belong to, so that they
        are compared as all that they wrote. A clause that was left out comes back with their words for it.
        """
        before = self.get(id)
        if before.state is not AgreementState.DRAFT:
            raise InvalidInput(STAYS)
        said = with_terms(drafts, terms)
        known = {one.key for one in before.clauses}
        clauses = tuple(
            replace(
                one,
                partner_draft=said.get(one.key, one.partner_draft),
                applies=one.applies or bool(said.get(one.key)),
            )
            for one in before.clauses
        )
        added = tuple(
            Clause(key=key, partner_draft=text) for key, text in said.items() if key not in known and text
        )
        after = replace(before, clauses=_in_order((*clauses, *added)))
        return self._put(after, before, "Enter my partner’s draft")

    def include(self, id: EntryId, key: ClauseKey, applies: bool) -> Change:
        """Leave a clause out of the draft, or take it in again; what was written in it stays with it."""
        before = self.get(id)
        if before.state is not AgreementState.DRAFT:
            raise InvalidInput(STAYS)
        others = [one for one in before.clauses if one.key is not key]
        clause = replace(before.clause(key), applies=applies)
        after = replace(before, clauses=_in_order((*others, clause)))
        return self._put(after, before, "Take in a clause" if applies else "Leave out a clause")

    def agree(self, id: EntryId, on: date, review_on: date | None = None) -> Change:
        """Say that this draft is agreed: it replaces the version before, and its terms set the rhythm. A
        relationship that was being set up is under way from here on.

        Raises InvalidInput when no clause says anything.
        """
        before = self.get(id)
        clauses = tuple(_settled(one) for one in before.clauses)
        if not any(one.agreed_text.strip() for one in clauses if one.applies):
            raise InvalidInput("Nothing is agreed yet. Write the agreed text of at least one clause.")
        after = replace(
            before, state=AgreementState.AGREED, agreed_on=on, review_on=review_on, clauses=clauses
        )
        changes = []
        with self._acts.one():
            older = self.agreed()
            if older is not None and older.id != id:
                gone = replace(older, state=AgreementState.SUPERSEDED)
                changes.append(self._put(gone, older, "Replace agreement"))
            changes.append(self._put(after, before, "Agree"))
            about = self._about.relationship()
            now = _under_terms(about, after, on)
            if now != about:
                changes.append(self._about.put(now, "Set the rhythm"))
        return joined(self._acts, "Agree on the agreement", changes)

    def sign(self, id: EntryId, *, by_me: bool, by_partner: bool) -> Change:
        """Note who has signed the printed copy."""
        before = self.get(id)
        return self._put(
            replace(before, signed_by_me=by_me, signed_by_partner=by_partner), before, "Note signatures"
        )

    def review_again(self, id: EntryId, on: date | None) -> Change:
        """Say when the agreement is looked at again."""
        before = self.get(id)
        return self._put(replace(before, review_on=on), before, "Set the day of review")


def _settled(clause: Clause) -> Clause:
    """Where both say the same and nothing else was written, that is what is agreed."""
    same = clause.comparison is rules.Comparison.SAME
    return replace(clause, agreed_text=clause.my_draft) if same and not clause.agreed_text else clause


def _in_order(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    order = list(ClauseKey)
    return tuple(sorted(clauses, key=lambda one: order.index(one.key)))


def _under_terms(about: Relationship, agreement: Agreement, on: date) -> Relationship:
    """The relationship with the rhythm that was agreed."""
    started = about.started_on or on
    months = agreement.terms.months
    draft = about.status is RelationshipStatus.DRAFT
    return replace(
        about,
        commitment=rules.commitment_of(agreement.terms, about.commitment),
        started_on=started if draft else about.started_on,
        planned_end_on=months_on(started, months) if months else about.planned_end_on,
        status=RelationshipStatus.ACTIVE if draft else about.status,
    )
