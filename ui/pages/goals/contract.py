"""What the Goals page shows at once, and what its presenter needs from its view and from outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from mentorjournal.journal.journal import Journal
from mentorjournal.model.change import Change
from mentorjournal.model.chart import Chart
from mentorjournal.model.goal import GENTLE_LIMIT, Goal
from mentorjournal.model.ids import EntryId
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import GoalStatus, Role
from ui.pages.goals.draft import (
    CheckInDraft,
    FormShown,
)

T = TypeVar("T")
CARDS = 50
"""So many cards stand on the page at once; the rest are a button away."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class GoalShown:
    """A goal with its chart; None where nothing is measured or there is no line to draw yet."""

    goal: Goal
    chart: Chart | None

    def __repr__(self) -> str:
        return f"GoalShown({self.goal.id})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CardsShown:
    """*later* and *earlier*: how many goals stand before and after those shown."""

    goals: tuple[GoalShown, ...]
    earlier: int
    later: int
    active: int
    role: Role
    today: date

    @property
    def above_gentle_limit(self) -> bool:
        return self.active > GENTLE_LIMIT

    def __repr__(self) -> str:
        return f"CardsShown({len(self.goals)} goals)"


class OpenJournal(Protocol):
    @property
    def journal(self) -> Journal: ...
    @property
    def relationship(self) -> Relationship: ...


class Runner(Protocol):
    def run(
        self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> object: ...


class Outside(Protocol):
    def changed(self, change: Change) -> None: ...
    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None: ...


class GoalsView(Protocol):
    def show_cards(self, shown: CardsShown) -> None: ...
    def show_story(self, shown: GoalShown, role: Role, today: date) -> None: ...
    def show_form(self, shown: FormShown) -> None: ...
    def focus_goal(self, id: EntryId) -> None: ...
    def form_draft(self) -> FormShown | None: ...
    def check_in_draft(self) -> CheckInDraft: ...
    def type_check_in(self, draft: CheckInDraft) -> None: ...
    def focus_check_in(self) -> None: ...
    def clear_check_in(self) -> None: ...
    def show_form_problem(self, sentence: str) -> None: ...
    def show_check_in_problem(self, sentence: str) -> None: ...
    def show_closing_problem(self, sentence: str) -> None: ...
    def ask_closing_note(self, goal: Goal, status: GoalStatus) -> None: ...
    def close_closing_note(self) -> None: ...
    def clear(self) -> None: ...
