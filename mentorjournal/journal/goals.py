"""Goals: what is aimed at, and how it goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from mentorjournal.errors import InvalidInput, NotFound
from mentorjournal.journal import parts, words
from mentorjournal.journal.noun import Book, Noun
from mentorjournal.journal.text import LONGEST_FIELD, LONGEST_TITLE, at_most, few_lines, one_line
from mentorjournal.model import goal_rules, milestones
from mentorjournal.model.change import Change
from mentorjournal.model.goal import CheckIn, Goal, Milestone, StatusChange
from mentorjournal.model.ids import EntryId, MilestoneId, new_milestone_id
from mentorjournal.model.milestones import Milestones
from mentorjournal.model.timeline import TimelineRow
from mentorjournal.model.words import EntryKind, GoalStatus
from mentorjournal.storage import goals, leaves


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

    def add(self, value: Goal) -> Change:
        """Put a new goal into the journal. Raises InvalidInput where it would end where it begins."""
        return super().add(goal_rules.checked_aim(value))

    def write(self, value: Goal) -> Change:
        """Replace what the goal says. Its check-ins stay as they are, whatever *value* holds of them, and a
        change of status enters its history.
        """
        before = self.get(value.id)
        history = self._history(before, value.status, "")
        after = replace(goal_rules.checked_aim(value), check_ins=before.check_ins, history=history)
        return self._put(after, before, "Edit goal")

    def check_in(self, id: EntryId, check_in: CheckIn) -> Change:
        """Add where the goal stood on a day, today or before; it may be added late. An agreed goal is in
        progress from its first check-in. Where milestones are counted, they say the value themselves.
        """
        before = self.get(id)
        value = before.reached_by(check_in.day) if before.counts_milestones else check_in.value
        clean = replace(check_in, value=value, what_moved_it=one_line(check_in.what_moved_it))
        goal_rules.check_check_in(before, clean, self._today())
        after = replace(self._moving(before), check_ins=(*before.check_ins, clean))
        return self._put(after, before, "Check in on goal")

    def settle(self, id: EntryId, status: GoalStatus, closing_note: str = "") -> Change:
        """Say what became of the goal, in words that a summary may use when the goal may appear in one."""
        before = self.get(id)
        note = few_lines(closing_note) or before.closing_note
        history = self._history(before, status, few_lines(closing_note))
        after = replace(before, status=status, closing_note=note, history=history)
        return self._put(after, before, f"Mark goal {status.label}")

    # Milestones

    def add_milestone(self, id: EntryId, title: str, due_on: date | None = None) -> Change:
        step = Milestone(id=new_milestone_id(), title=one_line(title), due_on=due_on)
        return self._steps(id, "Add milestone", lambda steps: milestones.added(steps, step))

    def change_milestone(self, id: EntryId, step: MilestoneId, title: str, due_on: date | None) -> Change:
        """Say anew what the step is and by when."""
        title = one_line(title)
        return self._steps(
            id, "Change milestone", lambda steps: milestones.changed(steps, step, title, due_on)
        )

    def reach(self, id: EntryId, step: MilestoneId, day: date | None = None) -> Change:
        """Say that a milestone was reached, today or earlier. An agreed goal is in progress then."""
        today = self._today()
        return self._steps(
            id,
            "Reach milestone",
            lambda steps: milestones.reached(steps, step, day or today, today),
            moves=True,
        )

    def skip(self, id: EntryId, step: MilestoneId) -> Change:
        """Say that a milestone is not needed; it counts no more."""
        return self._steps(id, "Skip milestone", lambda steps: milestones.skipped(steps, step))

    def reopen(self, id: EntryId, step: MilestoneId) -> Change:
        """A milestone that was reached or skipped is to come again."""
        return self._steps(id, "Reopen milestone", lambda steps: milestones.reopened(steps, step))

    def move_milestone(self, id: EntryId, step: MilestoneId, by: int) -> Change:
        return self._steps(id, "Move milestone", lambda steps: milestones.moved(steps, step, by))

    def remove_milestone(self, id: EntryId, step: MilestoneId) -> Change:
        return self._steps(id, "Delete milestone", lambda steps: milestones.without(steps, step))

    # Evidence

    def add_evidence(self, id: EntryId, text: str) -> Change:
        """Keep one more line of what shows that the goal moved."""
        before = self.get(id)
        if not few_lines(text):
            raise InvalidInput("The line is empty: what shows that it moved?", field="evidence")
        return self._put(replace(before, evidence=(*before.evidence, text)), before, "Add evidence")

    def remove_evidence(self, id: EntryId, place: int) -> Change:
        before = self.get(id)
        if not 0 <= place < len(before.evidence):
            raise NotFound
        kept = before.evidence[:place] + before.evidence[place + 1 :]
        return self._put(replace(before, evidence=kept), before, "Delete evidence")

    def linked(self, id: EntryId) -> list[TimelineRow]:
        """The actions and reflections that name this goal, newest first."""
        return leaves.of_goal(self._db, id)

    def _steps(
        self, id: EntryId, label: str, act: Callable[[Milestones], Milestones], *, moves: bool = False
    ) -> Change:
        before = self.get(id)
        after = replace(before, milestones=act(before.milestones))
        return self._put(self._moving(after) if moves else after, before, label)

    def _moving(self, goal: Goal) -> Goal:
        """The goal, in progress if it was only agreed until now."""
        if goal.status is not GoalStatus.AGREED:
            return goal
        history = self._history(goal, GoalStatus.IN_PROGRESS, "")
        return replace(goal, status=GoalStatus.IN_PROGRESS, history=history)

    def _history(self, before: Goal, status: GoalStatus, note: str) -> tuple[StatusChange, ...]:
        """What the goal has been. It begins with what it was when it was written down."""
        if status is before.status:
            return before.history
        known = before.history or (StatusChange(day=before.day, status=before.status),)
        return (*known, StatusChange(day=self._today(), status=status, note=note))
