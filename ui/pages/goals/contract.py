"""What the Goals page shows at once, and what its presenter needs from its view and from outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from mentorjournal.journal.journal import Journal
from mentorjournal.model.change import Change
from mentorjournal.model.chart import Chart, Reading
from mentorjournal.model.goal import GENTLE_LIMIT, Goal
from mentorjournal.model.ids import EntryId
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.timeline import TimelineRow
from mentorjournal.model.words import EntryKind, GoalStatus, Role, Whose
from ui.pages.goals.draft import CheckInDraft, FormShown, LinesDraft

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
class StoryShown:
    """One goal's whole story. *sessions* are those a check-in may come from, newest first; *linked* are the
    actions and reflections that name the goal.
    """

    goal: Goal
    chart: Chart | None
    readings: tuple[Reading, ...]
    sessions: tuple[TimelineRow, ...]
    linked: tuple[TimelineRow, ...]
    role: Role
    today: date

    def __repr__(self) -> str:
        return f"StoryShown({self.goal.id})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CardsShown:
    """*later* and *earlier*: how many goals stand before and after those shown. *active* counts the mentee's
    goals, *active_own* those that a mentor works on for themselves.
    """

    goals: tuple[GoalShown, ...]
    earlier: int
    later: int
    active: int
    active_own: int
    role: Role
    today: date

    @property
    def above_gentle_limit(self) -> int:
        """How many are active of one person, where that is more than is advised; else 0."""
        most = max(self.active, self.active_own)
        return most if most > GENTLE_LIMIT else 0

    @property
    def in_two_parts(self) -> bool:
        """A mentor's own learning goals stand apart from the mentee's."""
        own = [shown.goal.whose is Whose.MINE_AS_MENTOR for shown in self.goals]
        return self.role is Role.MENTOR and any(own)

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
    def show_entry(self, kind: EntryKind, id: EntryId) -> None: ...


class GoalsView(Protocol):
    def show_cards(self, shown: CardsShown) -> None: ...
    def show_story(self, shown: StoryShown) -> None: ...
    def show_form(self, shown: FormShown) -> None: ...
    def focus_goal(self, id: EntryId) -> None: ...
    def form_draft(self) -> FormShown | None: ...
    def check_in_draft(self) -> CheckInDraft: ...
    def type_check_in(self, draft: CheckInDraft) -> None: ...
    def lines_typed(self) -> LinesDraft: ...
    def type_lines(self, draft: LinesDraft) -> None: ...
    def focus_check_in(self) -> None: ...
    def clear_check_in(self) -> None: ...
    def show_form_problem(self, sentence: str, field: str) -> None: ...
    def show_check_in_problem(self, sentence: str, field: str) -> None: ...
    def show_steps_problem(self, sentence: str, field: str) -> None: ...
    def show_evidence_problem(self, sentence: str, field: str) -> None: ...
    def clear_step(self) -> None: ...
    def clear_evidence(self) -> None: ...
    def focused_goal(self) -> EntryId | None: ...
    def show_closing_problem(self, sentence: str, field: str) -> None: ...
    def ask_closing_note(self, goal: Goal, status: GoalStatus) -> None: ...
    def close_closing_note(self) -> None: ...
    def clear(self) -> None: ...
