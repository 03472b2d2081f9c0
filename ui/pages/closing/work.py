"""What the closing sheet has done on the vault's thread. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from mentorjournal import pdf
from mentorjournal.errors import InvalidInput
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.agreement import NO_TERMS
from mentorjournal.model.card import JournalId
from mentorjournal.model.change import Change
from mentorjournal.model.closure import Closure, held
from mentorjournal.model.export import ExportKind
from mentorjournal.model.lifecycle import Step
from mentorjournal.model.words import RelationshipStatus, RetentionRule
from mentorjournal.sharing.handover import handover_of
from mentorjournal.sharing.handover_paper import handover_paper
from mentorjournal.sharing.leaving import write_out
from ui.pages.closing.contract import ClosingDraft, Found, NotesDraft


def look(shelf: Shelf, id: JournalId, change: Change | None = None) -> Found:
    opened = shelf.open(id)
    journal = opened.journal
    agreed = journal.agreements.agreed()
    terms = agreed.terms if agreed is not None else NO_TERMS
    closed = opened.relationship.status is RelationshipStatus.CLOSED
    return Found(
        journal=opened,
        today=journal.today(),
        closure=journal.life.closure() or Closure(closed_on=_end_of(journal)) if closed else None,
        usual=journal.life.usual_closure(),
        agreed=terms.retention,
        agreed_until=terms.keep_until,
        sessions_held=journal.counts().sessions_held,
        exports=tuple(journal.exports.all()),
        change=change,
    )


def close(shelf: Shelf, id: JournalId, draft: ClosingDraft, said: Closure) -> Found:
    """End it, with what was *said* of the notes. Raises InvalidInput."""
    closure = replace(said, reason=draft.reason, thanked=draft.thanked, handed_over_on=draft.handed_over_on)
    return look(shelf, id, shelf.close_relationship(id, closure))


def settle(shelf: Shelf, id: JournalId, edit: Callable[[Closure], Closure]) -> Found:
    """Change what stands of a closed relationship. Raises InvalidInput."""
    found = look(shelf, id)
    if found.closure is None:
        raise InvalidInput("This relationship was opened again meanwhile. There is nothing to change here.")
    return look(shelf, id, found.journal.journal.life.settle_notes(edit(found.closure)))


def reopen(shelf: Shelf, id: JournalId) -> Found:
    changes = shelf.take_step(id, Step.REOPEN, shelf.open(id).relationship)
    return look(shelf, id, changes[-1])


def hand_over(shelf: Shelf, id: JournalId, target: Path) -> Found:
    """Save the copy for the mentee, and note the day where the relationship is closed already."""
    journal = shelf.open(id).journal
    write_out(journal, ExportKind.HANDOVER, target, pdf.render(handover_paper(handover_of(journal))))
    closure = journal.life.closure()
    if closure is None:
        return look(shelf, id)
    return look(shelf, id, journal.life.settle_notes(replace(closure, handed_over_on=journal.today())))


def with_notes(closure: Closure, draft: NotesDraft) -> Closure:
    """The closure with what the fields say of the notes. Raises InvalidInput for a day that is none."""
    if draft.rule is RetentionRule.ON_HOLD:
        return held(closure, draft.hold_reason)
    after = replace(closure, rule=draft.rule, destroy_on=None, hold_reason="")
    if draft.rule is not RetentionRule.KEEP_UNTIL:
        return after
    if draft.day is None and draft.day_typed.strip():
        raise InvalidInput(
            f"“{draft.day_typed.strip()}” is not a day. Type it like “3 Dec 2027” or “in 6 months”."
        )
    return replace(after, destroy_on=draft.day)


def notes_of(closure: Closure) -> NotesDraft:
    return NotesDraft(rule=closure.rule, day=closure.destroy_on, hold_reason=closure.hold_reason)


def _end_of(journal: Journal) -> date:
    return journal.relationship().ended_on or journal.today()
