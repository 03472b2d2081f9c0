"""Actions and promises: who said they would do what."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from mentorjournal.errors import InvalidInput
from mentorjournal.journal import parts, words
from mentorjournal.journal.noun import Book, Noun
from mentorjournal.journal.text import LONGEST_FIELD, at_most, few_lines, one_line
from mentorjournal.model.action import Action
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.revision import Revision
from mentorjournal.model.words import ActionOwner, ActionStatus, EntryKind, Visibility
from mentorjournal.storage import actions

LONGEST_ACTION = 1000
EVERYBODY = tuple(ActionOwner)


def checked(value: Action) -> Action:
    text = at_most(one_line(value.text), LONGEST_ACTION, "The action")
    if not text:
        raise InvalidInput("The action is empty: say what will be done.")
    promise = value.is_promise and value.owner is not ActionOwner.PARTNER
    note = at_most(few_lines(value.outcome_note), LONGEST_FIELD, "What came of it")
    return replace(value, text=text, is_promise=promise, outcome_note=note)


class Actions(Noun[Action]):
    _book = Book(
        kind=EntryKind.ACTION,
        name="action",
        load=actions.load,
        all=actions.all,
        save=actions.save,
        delete=actions.delete,
        show=words.shown_action,
        words=words.words_of_action,
        check=checked,
        parts=parts.parts_of_action,
    )

    def still_open(self) -> list[Action]:
        """The open actions by due day, the undated last; the closed ones stay on the disk."""
        return actions.still_open(self._db)

    def closed(self, owners: Collection[ActionOwner] = EVERYBODY, most: int = 100) -> list[Action]:
        """The *most* actions of these owners that were closed last, newest first."""
        return actions.closed(self._db, owners, most)

    def count_closed(self, owners: Collection[ActionOwner] = EVERYBODY) -> int:
        return actions.count_closed(self._db, owners)

    def counts(self) -> Mapping[tuple[ActionOwner, ActionStatus], int]:
        """How many actions of each owner stand where; those that never leave are not counted."""
        return actions.counts(self._db)

    def open_on(self, day: date) -> list[Action]:
        """The actions that were open at the end of *day*, in the order in which they were written."""
        return actions.open_on(self._db, day)

    def due_by(self, day: date) -> list[Action]:
        """The open actions that are due on *day* or before, the longest due first."""
        return actions.due_by(self._db, day)

    def settle(self, id: EntryId, status: ActionStatus, outcome_note: str = "") -> Change:
        """Say what became of the action; a closed one keeps the day it was closed. One that was carried
        before is, when it is opened again, a carried one.
        """
        before = self.get(id)
        if status is ActionStatus.CARRIED and before.status.is_open:
            return self.carry(id, before.due_on)
        opened = ActionStatus.CARRIED if before.carried_count else ActionStatus.OPEN
        after = replace(
            before,
            status=opened if status.is_open else status,
            closed_on=None if status.is_open else self._today(),
            outcome_note=few_lines(outcome_note) or before.outcome_note,
        )
        labels = {
            ActionStatus.OPEN: "Reopen action",
            ActionStatus.CARRIED: "Reopen action",
            ActionStatus.DROPPED: "Drop action",
        }
        return self._put(after, before, labels.get(status, f"Mark action {status.label}"))

    def carry(self, id: EntryId, until: date | None) -> Change:
        """Take the action along until another day, or without one; it counts how often it was carried. A
        closed one is open again.
        """
        before = self.get(id)
        after = replace(
            before,
            status=ActionStatus.CARRIED,
            closed_on=None,
            due_on=until,
            carried_count=before.carried_count + 1,
        )
        return self._put(after, before, "Carry action over")

    def note_outcome(self, id: EntryId, note: str) -> Change:
        """Say what came of the action, in a few words; its status stays."""
        before = self.get(id)
        after = replace(before, outcome_note=few_lines(note))
        return self._put(after, before, "Note what came of action")

    def restore_copy(self, version: Revision) -> Change:
        """Put an earlier version beside the action, standing where that one stands. It is private again."""
        copy = replace(
            self.get(version.entry_id),
            id=new_entry_id(),
            text=version.said(parts.TEXT),
            outcome_note=version.said(parts.OUTCOME),
            visibility=Visibility.PRIVATE,
        )
        return self._put(copy, None, "Restore version as a copy")

    def mark(self, id: EntryId, visibility: Visibility) -> Change:
        """Say what may happen to the action."""
        before = self.get(id)
        return self._put(replace(before, visibility=visibility), before, "Change what may happen to action")
