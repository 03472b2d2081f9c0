"""The form of a goal while it is typed, and forms laid aside half typed until they are wanted. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from mentorjournal.journal.journal import Journal
from mentorjournal.model.change import Change
from mentorjournal.model.goal import Goal
from mentorjournal.model.ids import EntryId, new_entry_id
from ui.pages.goals.contract import GoalsView
from ui.pages.goals.draft import FormShown, GoalDraft, draft_of, goal_of
from ui.pages.goals.draft_place import draft_from_place, draft_to_place
from ui.pages.goals.keeper import Keeper


class Forms:
    """A form laid aside is known by the goal that it changes; that of a new goal by None."""

    def __init__(self, keeper: Keeper, view: GoalsView, today: Callable[[], date]) -> None:
        self._keeper = keeper
        self._view = view
        self._today = today
        self.forget()

    def forget(self) -> None:
        self.is_open = False
        self._aside: dict[EntryId | None, GoalDraft] = {}

    def new(self) -> None:
        """Open the form of a new goal, with what was typed before something else was looked up."""
        if self._keeper.open is not None:
            self.lay_aside()
            self._show(self._aside.pop(None, GoalDraft()), None)

    def edit(self, at: str) -> None:
        """Open the form of the goal that is shown, at one of its fields."""
        goal = self._keeper.shown_goal
        if goal:
            self.lay_aside()
            # The form has no say in the status of a goal that is there.
            self._show(replace(self._aside.pop(goal.id, draft_of(goal)), status=goal.status), goal, at)

    def leave(self) -> None:
        """Close the form; what was typed is not wanted."""
        self.is_open = False

    def lay_aside(self) -> None:
        """Close the form; what was typed waits until the form is opened again."""
        form = self._view.form_draft() if self.is_open else None
        self.is_open = False
        if form:
            goal = self._keeper.goals.get(form.changing) if form.changing else None
            if form.draft != (draft_of(goal) if goal else GoalDraft()):
                self._aside[form.changing] = form.draft

    def save(self, draft: GoalDraft, changing: EntryId | None) -> None:
        """Keep the form as a goal, or say in place what does not fit; the form keeps every word."""
        today, id = self._today(), changing or new_entry_id()

        def write(journal: Journal) -> Change:
            if changing:
                return journal.goals.write(goal_of(draft, journal.goals.get(changing), today))
            return journal.goals.add(goal_of(draft, Goal(id=id, title="", day=today), today))

        def kept() -> None:
            self.is_open = False
            self._aside.pop(changing, None)
            self._keeper.shown = id

        self._keeper.act(write, kept, self._view.show_form_problem)

    def place(self) -> dict[str, object]:
        place: dict[str, object] = {}
        form = self._view.form_draft() if self.is_open else None
        if form:
            place |= {"form": draft_to_place(form.draft), "changing": form.changing}
        if self._aside:
            place["aside"] = [
                {"form": draft_to_place(draft), "changing": id} for id, draft in self._aside.items()
            ]
        return place

    def back_to(self, place: dict[str, object]) -> None:
        aside = place.get("aside")
        for one in aside if isinstance(aside, list) else ():
            if isinstance(one, dict) and isinstance(one.get("form"), dict):
                goal = self._changed(one)
                self._aside[goal.id if goal else None] = draft_from_place(one["form"])
        form = place.get("form")
        if isinstance(form, dict) and self._keeper.open:
            self._show(draft_from_place(form), self._changed(place))

    def _changed(self, place: dict[str, object]) -> Goal | None:
        """The goal that a form changes; None for a new one, or when it is gone."""
        changing = place.get("changing")
        return self._keeper.goals.get(EntryId(changing)) if isinstance(changing, str) else None

    def _show(self, draft: GoalDraft, goal: Goal | None, at: str = "title") -> None:
        opened = self._keeper.open
        if opened is None:
            return
        self.is_open = True
        self._view.show_form(
            FormShown(
                draft=draft,
                changing=goal.id if goal else None,
                role=opened.relationship.my_role,
                has_check_ins=bool(goal and goal.check_ins),
                at=at,
            )
        )
