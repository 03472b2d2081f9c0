"""Actions and promises: who said they would do what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mentorjournal.errors import InvalidInput
from mentorjournal.journal import words
from mentorjournal.journal.noun import Book, Noun
from mentorjournal.journal.text import at_most, few_lines, one_line
from mentorjournal.model.action import Action
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import ActionOwner, ActionStatus, EntryKind
from mentorjournal.storage import actions

LONGEST_ACTION = 1000


def checked(value: Action) -> Action:
    text = at_most(one_line(value.text), LONGEST_ACTION, "The action")
    if not text:
        raise InvalidInput("The action is empty: say what will be done.")
    promise = value.is_promise and value.owner is not ActionOwner.PARTNER
    return replace(value, text=text, is_promise=promise)


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
    )

    def due_by(self, day: date) -> list[Action]:
        """The open actions that are due on *day* or before, the longest due first."""
        return actions.due_by(self._db, day)

    def settle(self, id: EntryId, status: ActionStatus, outcome_note: str = "") -> Change:
        """Say what became of the action; a closed one keeps the day it was closed."""
        before = self.get(id)
        after = replace(
            before,
            status=status,
            closed_on=None if status.is_open else self._today(),
            outcome_note=few_lines(outcome_note) or before.outcome_note,
        )
        label = "Reopen action" if status is ActionStatus.OPEN else f"Mark action {status.label}"
        return self._put(after, before, label)
