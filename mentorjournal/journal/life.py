"""The life of the relationship: its steps, its end, and what happens to the notes."""

from __future__ import annotations

from dataclasses import replace

from mentorjournal.errors import InvalidInput
from mentorjournal.journal.about import ABOUT, CLOSURE, About
from mentorjournal.journal.acts import Acts
from mentorjournal.journal.back import taken_back
from mentorjournal.journal.joined import joined
from mentorjournal.journal.text import one_line
from mentorjournal.journal.versions import Versions
from mentorjournal.model import closure as closing
from mentorjournal.model import lifecycle
from mentorjournal.model.agreement import NO_TERMS
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock, moment_text
from mentorjournal.model.closure import Closure, Due
from mentorjournal.model.lifecycle import Possible, Standing, Step
from mentorjournal.model.words import (
    AgreementState,
    EndReason,
    EntryKind,
    Phase,
    RelationshipStatus,
    RetentionRule,
)
from mentorjournal.storage import agreements, keeping
from mentorjournal.storage import closure as closure_rows


class Life:
    """The only way from one status to another, and from one kind to another."""

    def __init__(self, acts: Acts, clock: Clock, versions: Versions, about: About) -> None:
        self._acts = acts
        self._clock = clock
        self._versions = versions
        self._about = about

    def standing(self) -> Standing:
        db, today = self._acts.db, self._clock().date()
        closure = self.closure()
        return Standing(
            relationship=self._about.relationship(),
            sessions_held=keeping.counts(db).sessions_held,
            agreement_agreed=agreements.in_state(db, AgreementState.AGREED) is not None,
            destruction_due=closure is not None and closing.due(closure, today) is Due.NOW,
        )

    def possible(self) -> tuple[Possible, ...]:
        """The steps from here, and what each still needs."""
        return lifecycle.possible(self.standing())

    def take(self, step: Step) -> Change:
        """Take a step. Raises InvalidInput with the sentence that says what is missing."""
        if step is Step.CLOSE:
            return self.close(self.usual_closure())
        after = lifecycle.taken(self.standing(), step, self._clock().date())
        if step is not Step.REOPEN:
            return self._about.put(after, step.label)
        with self._acts.one():
            changes = [self._about.put(after, step.label), self._put_closure(None, step.label)]
        return joined(self._acts, step.label, changes)

    def set_phase(self, phase: Phase) -> Change:
        """Say where the relationship stands; NOT_TRACKED leaves it to the rule, or out of sight."""
        return self._about.put(replace(self._about.relationship(), phase=phase), "Change phase")

    def closure(self) -> Closure | None:
        return closure_rows.load(self._acts.db)

    def usual_closure(self) -> Closure:
        """How it would be closed today where nothing else is said: as it was agreed."""
        agreed = agreements.in_state(self._acts.db, AgreementState.AGREED)
        terms = agreed.terms if agreed is not None else NO_TERMS
        return closing.as_agreed(terms.retention, terms.keep_until, self._clock().date())

    def close(self, closure: Closure) -> Change:
        """End the relationship: one step, at any time, with or without a reason. Raises InvalidInput."""
        standing = self.standing()
        after = lifecycle.taken(standing, Step.CLOSE, closure.closed_on)
        clean = _clean(replace(closure, closed_on=after.ended_on or closure.closed_on))
        with self._acts.one():
            changes = [
                self._about.put(after, "Close relationship"),
                self._put_closure(clean, "Close relationship"),
            ]
        return joined(self._acts, "Close relationship", changes)

    def settle_notes(self, closure: Closure) -> Change:
        """Change what happens to the notes of a closed relationship: another rule or day, a hold, thanks,
        a hand-over. Raises InvalidInput.
        """
        if self._about.relationship().status is not RelationshipStatus.CLOSED:
            raise InvalidInput("This relationship is not closed. Close it first.")
        clean, before = _clean(closure), self.closure()
        unchanged = before is not None and (before.rule, before.destroy_on) == (clean.rule, clean.destroy_on)
        past = clean.destroy_on is not None and clean.destroy_on < self._clock().date()
        if clean.rule is RetentionRule.KEEP_UNTIL and past and not unchanged:
            raise InvalidInput(
                "That day is past. Choose a later one, or another rule where the notes may go now."
            )
        return self._put_closure(clean, "Change what happens to the notes")

    def give_reason(self, reason: EndReason | None) -> Change:
        """Say how it ended, or that nobody says. Raises InvalidInput where it is not closed."""
        before = self.closure()
        if before is None:
            raise InvalidInput("This relationship is not closed. Close it first.")
        return self._put_closure(replace(before, reason=reason), "Change how it ended")

    def _put_closure(self, value: Closure | None, label: str) -> Change:
        before, now = self.closure(), self._clock()
        moment = moment_text(now)
        with self._acts.one():
            self._versions.writing(EntryKind.RELATIONSHIP, CLOSURE, before, value, now, moment)
            closure_rows.save(self._acts.db, value, moment)

        def undo() -> Change:
            return self._put_closure(taken_back(before, value, self.closure()), label)

        return Change(label=label, touched=frozenset({ABOUT}), undo=undo)


def _clean(closure: Closure) -> Closure:
    return closing.checked(replace(closure, hold_reason=one_line(closure.hold_reason)))
