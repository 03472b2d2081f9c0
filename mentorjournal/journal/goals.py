"""Goals: what is aimed at, and how it goes."""

from __future__ import annotations

from dataclasses import replace

from mentorjournal.journal import parts, words
from mentorjournal.journal.noun import Book, Noun
from mentorjournal.journal.text import LONGEST_FIELD, LONGEST_TITLE, at_most, few_lines, one_line
from mentorjournal.model import goal as goal_rules
from mentorjournal.model.change import Change
from mentorjournal.model.goal import CheckIn, Goal, StatusChange
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import EntryKind, GoalStatus
from mentorjournal.storage import goals


def checked(value: Goal) -> Goal:
    return goal_rules.checked(
        replace(
            value,
            title=one_line(value.title),
            unit=one_line(value.unit),
            success_criterion=at_most(
                few_lines(value.success_criterion), LONGEST_FIELD, "The success criterion"
            ),
            closing_note=at_most(few_lines(value.closing_note), LONGEST_FIELD, "The closing note"),
            support_needed=at_most(few_lines(value.support_needed), LONGEST_FIELD, "The support needed"),
            milestones=tuple(
                replace(step, title=at_most(one_line(step.title), LONGEST_TITLE, "The milestone"))
                for step in value.milestones
                if step.title.strip()
            ),
            evidence=tuple(
                at_most(line, LONGEST_FIELD, "The evidence")
                for line in map(few_lines, value.evidence)
                if line
            ),
            gas_levels=tuple(
                at_most(one_line(level), LONGEST_TITLE, "What a level means") for level in value.gas_levels
            )
            if any(level.strip() for level in value.gas_levels)
            else (),
        )
    )


class Goals(Noun[Goal]):
    _book = Book(
        kind=EntryKind.GOAL,
        name="goal",
        load=goals.load,
        all=goals.all,
        save=goals.save,
        delete=goals.delete,
        show=words.shown_goal,
        words=words.words_of_goal,
        check=checked,
        parts=parts.parts_of_goal,
    )

    def write(self, value: Goal) -> Change:
        """Replace what the goal says. Its check-ins stay as they are, whatever *value* holds of them, and a
        change of status enters its history.
        """
        before = self.get(value.id)
        history = self._history(before, value.status, "")
        after = replace(value, check_ins=before.check_ins, history=history)
        return self._put(after, before, "Edit goal")

    def check_in(self, id: EntryId, check_in: CheckIn) -> Change:
        """Add where the goal stands now. An agreed goal is in progress from its first check-in."""
        before = self.get(id)
        clean = replace(check_in, what_moved_it=one_line(check_in.what_moved_it))
        goal_rules.check_check_in(before, clean)
        status = GoalStatus.IN_PROGRESS if before.status is GoalStatus.AGREED else before.status
        history = self._history(before, status, "")
        after = replace(before, check_ins=(*before.check_ins, clean), status=status, history=history)
        return self._put(after, before, "Check in on goal")

    def settle(self, id: EntryId, status: GoalStatus, closing_note: str = "") -> Change:
        """Say what became of the goal, in words that a summary may use when the goal may appear in one."""
        before = self.get(id)
        note = few_lines(closing_note) or before.closing_note
        history = self._history(before, status, few_lines(closing_note))
        after = replace(before, status=status, closing_note=note, history=history)
        return self._put(after, before, f"Mark goal {status.label}")

    def _history(self, before: Goal, status: GoalStatus, note: str) -> tuple[StatusChange, ...]:
        """What the goal has been. It begins with what it was when it was written down."""
        if status is before.status:
            return before.history
        known = before.history or (StatusChange(day=before.day, status=before.status),)
        return (*known, StatusChange(day=self._today(), status=status, note=note))
