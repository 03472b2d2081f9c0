"""The way to a goal: its milestones, each act of its own, and what shows that it moves. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from mentorjournal.errors import InvalidInput
from mentorjournal.journal.journal import Journal
from mentorjournal.model.change import Change
from mentorjournal.model.goal import Milestone
from mentorjournal.model.ids import EntryId, MilestoneId
from mentorjournal.model.words import MilestoneStatus
from ui.pages.goals.contract import GoalsView
from ui.pages.goals.draft import StepDraft, read_day
from ui.pages.goals.keeper import Keeper


class _Days(NamedTuple):
    due_on: date | None
    reached_on: date | None


class Way:
    def __init__(self, keeper: Keeper, view: GoalsView, today: Callable[[], date]) -> None:
        self._keeper = keeper
        self._view = view
        self._today = today

    def add_step(self, draft: StepDraft) -> None:
        """Add a milestone at the end."""
        goal, days = self._keeper.shown, self._days(draft)
        if goal and days:
            self._keeper.act(
                lambda journal: journal.goals.add_milestone(goal, draft.title, days.due_on),
                self._view.clear_step,
                self._view.show_steps_problem,
            )

    def change_step(self, id: MilestoneId, draft: StepDraft) -> None:
        """Take over what was typed of a milestone; another day on which it was reached is an act too."""
        goal, step, days = self._keeper.shown, self._step(id), self._days(draft)
        if goal is None or step is None or days is None:
            return
        new_words = (draft.title.strip(), days.due_on) != (step.title, step.due_on)
        new_day = days.reached_on is not None and days.reached_on != step.reached_on
        if not new_words and not new_day:
            self._view.clear_step()
            return

        def work(journal: Journal) -> Change:
            changes = []
            with journal.together():
                if new_words:
                    changes.append(journal.goals.change_milestone(goal, id, draft.title, days.due_on))
                if new_day:
                    changes.append(journal.goals.reach(goal, id, days.reached_on))
            return journal.as_one(changes[0].label, changes)

        self._keeper.act(work, self._view.clear_step, self._view.show_steps_problem)

    def toggle_step(self, id: MilestoneId) -> None:
        """Reached today; or, when it was reached or skipped, to come again."""
        step = self._step(id)
        if step and step.status is MilestoneStatus.PENDING:
            self._act(lambda journal, goal: journal.goals.reach(goal, id))
        elif step:
            self._act(lambda journal, goal: journal.goals.reopen(goal, id))

    def skip_step(self, id: MilestoneId) -> None:
        step = self._step(id)
        if step and step.status is MilestoneStatus.SKIPPED:
            self._act(lambda journal, goal: journal.goals.reopen(goal, id))
        elif step:
            self._act(lambda journal, goal: journal.goals.skip(goal, id))

    def move_step(self, id: MilestoneId, by: int) -> None:
        goal = self._keeper.shown_goal
        ids = [step.id for step in goal.milestones] if goal else []
        if id in ids and 0 <= ids.index(id) + by < len(ids):
            self._act(lambda journal, goal: journal.goals.move_milestone(goal, id, by))

    def remove_step(self, id: MilestoneId) -> None:
        if self._step(id):
            self._act(lambda journal, goal: journal.goals.remove_milestone(goal, id))

    def add_evidence(self, text: str) -> None:
        goal = self._keeper.shown
        if goal:
            self._keeper.act(
                lambda journal: journal.goals.add_evidence(goal, text),
                self._view.clear_evidence,
                self._view.show_evidence_problem,
            )

    def remove_evidence(self, place: int) -> None:
        goal = self._keeper.shown
        if goal:
            self._keeper.act(
                lambda journal: journal.goals.remove_evidence(goal, place),
                _nothing,
                self._view.show_evidence_problem,
            )

    def _act(self, work: Callable[[Journal, EntryId], Change]) -> None:
        goal = self._keeper.shown
        if goal:
            self._keeper.act(lambda journal: work(journal, goal), _nothing, self._view.show_steps_problem)

    def _step(self, id: MilestoneId) -> Milestone | None:
        goal = self._keeper.shown_goal
        return next((step for step in goal.milestones if step.id == id), None) if goal else None

    def _days(self, draft: StepDraft) -> _Days | None:
        """The days typed; None when one could not be read, and that was said."""
        today = self._today()
        try:
            return _Days(
                read_day(draft.due_on, today, "The day", "due_on"),
                read_day(draft.reached_on, today, "The day it was reached", "reached_on"),
            )
        except InvalidInput as error:
            self._view.show_steps_problem(str(error), error.field)
            return None


def _nothing() -> None:
    """Nothing on the page waits for this act."""
