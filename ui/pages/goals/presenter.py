"""What the Goals page does: the cards, one goal's whole story, the form, and the check-in that only adds."""

from __future__ import annotations

from datetime import date

from mentorjournal.errors import InvalidInput
from mentorjournal.model.change import Change
from mentorjournal.model.chart import Chart, goal_chart, readings
from mentorjournal.model.clock import Clock, system_clock
from mentorjournal.model.goal import Goal
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import EntryKind, GoalStatus, MeasureKind, MilestoneStatus, Role, Whose
from ui.pages.goals.contract import (
    CARDS,
    CardsShown,
    GoalShown,
    GoalsView,
    OpenJournal,
    Outside,
    Runner,
    StoryShown,
)
from ui.pages.goals.draft import CheckInDraft, GoalDraft, check_in_of
from ui.pages.goals.draft_place import (
    check_in_from_place,
    check_in_to_place,
    lines_from_place,
    lines_to_place,
)
from ui.pages.goals.forms import Forms
from ui.pages.goals.keeper import Keeper
from ui.pages.goals.way import Way

_ON_CARDS = (EntryKind.GOAL, EntryKind.SESSION)
_LINKED = (EntryKind.ACTION, EntryKind.REFLECTION)


class GoalsPresenter:
    def __init__(self, view: GoalsView, tasks: Runner, outside: Outside, clock: Clock = system_clock) -> None:
        self._view = view
        self._outside = outside
        self._clock = clock
        self._keeper = Keeper(tasks, outside, self._came)
        self.way = Way(self._keeper, view, self._today)
        self.forms = Forms(self._keeper, view, self._today)
        self._first = 0

    # What every page does

    def open(self, journal: OpenJournal) -> None:
        self.close()
        self._keeper.begin(journal)

    def flush(self) -> None:
        """Nothing here waits to be saved: a form is kept when it is said so, and travels in `place` until."""

    def close(self) -> None:
        self._keeper.close()
        self.forms.forget()
        self._first = 0
        self._view.clear()

    def place(self) -> dict[str, object]:
        place: dict[str, object] = {"goal": self._keeper.shown, "first": self._first}
        if self._keeper.shown:
            draft = self._view.check_in_draft()
            if not draft.is_untouched:
                place |= check_in_to_place(draft)
            place |= lines_to_place(self._view.lines_typed())
        return place | self.forms.place()

    def restore(self, place: dict[str, object]) -> None:
        """Back to the goal, the form and all that was half typed, once the goals have come."""
        self._keeper.when_loaded(lambda: self._back_to(place))

    def refresh(self, change: Change) -> None:
        """Read again when a goal, a session on the charts, or what belongs to the open goal may have changed.

        A reflection is saved at every pause in its writing, and the cards show nothing of it.
        """
        silent = not change.rows and not change.gone
        kinds = (*_ON_CARDS, *_LINKED) if self._keeper.shown else _ON_CARDS
        if silent or change.gone or any(row.kind in kinds for row in change.rows):
            self._keeper.load()

    # What the view asks for

    def show_goal(self, id: EntryId) -> None:
        """Open the whole story of a goal; waits until the goals have come."""
        self._keeper.when_loaded(lambda: self._open_story(id))

    def check_in_on(self, id: EntryId) -> None:
        """Open the goal with the check-in ready to be typed."""
        self.show_goal(id)
        self._keeper.when_loaded(self._view.focus_check_in)

    def check_in_somewhere(self) -> None:
        """Check in on the goal that is open or in hand, or the first active one; without any, write one."""
        self._keeper.when_loaded(self._check_in_somewhere)

    def show_list(self) -> None:
        self.forms.lay_aside()
        shown, self._keeper.shown = self._keeper.shown, None
        self._show()
        if shown:
            self._view.focus_goal(shown)

    def show_page(self, forward: bool) -> None:
        """The next fifty goals, or the fifty before."""
        step = CARDS if forward else -CARDS
        self._first = min(max(self._first + step, 0), max(len(self._keeper.goals) - 1, 0) // CARDS * CARDS)
        self._show()

    def show_linked(self, kind: EntryKind, id: EntryId) -> None:
        self._outside.show_entry(kind, id)

    def new_goal(self) -> None:
        self.forms.new()

    def edit(self, at: str = "title") -> None:
        """Open the form of the goal that is shown, at one of its fields."""
        self.forms.edit(at)

    def leave_form(self) -> None:
        self.forms.leave()
        self._show()

    def save(self, draft: GoalDraft, changing: EntryId | None) -> None:
        """Keep the form as a goal, or say in place what does not fit; the form keeps every word."""
        self.forms.save(draft, changing)

    def check_in(self, draft: CheckInDraft) -> None:
        """Add where the goal stands. A correction is one more check-in."""
        goal = self._keeper.shown_goal
        if goal is None:
            return
        try:
            check_in = check_in_of(draft, goal, self._today())
        except InvalidInput as error:
            self._view.show_check_in_problem(str(error), error.field)
            return
        self._keeper.act(
            lambda journal: journal.goals.check_in(goal.id, check_in),
            self._view.clear_check_in,
            self._view.show_check_in_problem,
        )

    def choose_status(self, status: GoalStatus) -> None:
        """Change the status at once, or first ask for the closing words where a goal ends."""
        goal = self._keeper.shown_goal
        if goal is None or goal.status is status:
            return
        if status in (GoalStatus.IDEA, GoalStatus.AGREED, GoalStatus.IN_PROGRESS, GoalStatus.ON_HOLD):
            self.settle(status, "")
        else:
            self._view.ask_closing_note(goal, status)

    def settle(self, status: GoalStatus, closing_note: str) -> None:
        id = self._keeper.shown
        if id:
            self._keeper.act(
                lambda journal: journal.goals.settle(id, status, closing_note),
                self._view.close_closing_note,
                self._view.show_closing_problem,
            )

    def remove(self) -> None:
        id = self._keeper.shown
        if id:
            self._keeper.act(
                lambda journal: journal.goals.remove(id), self._left, self._view.show_check_in_problem
            )

    # Between the two

    def _came(self) -> None:
        if not self.forms.is_open:
            self._show()

    def _show(self) -> None:
        keeper = self._keeper
        if keeper.open is None:
            return
        if keeper.shown:
            self._show_story(keeper.shown)
            return
        goals = list(keeper.goals.values())
        if self._first >= len(goals):
            self._first = max(len(goals) - 1, 0) // CARDS * CARDS
        page = goals[self._first : self._first + CARDS]
        active = [goal.whose for goal in goals if goal.status.is_active]
        self._view.show_cards(
            CardsShown(
                goals=tuple(GoalShown(goal=goal, chart=self._chart(goal)) for goal in page),
                earlier=self._first,
                later=len(goals) - self._first - len(page),
                active=active.count(Whose.MENTEE),
                active_own=active.count(Whose.MINE_AS_MENTOR),
                role=self._role(),
                today=self._today(),
            )
        )

    def _open_story(self, id: EntryId) -> None:
        if id in self._keeper.goals:
            self.forms.lay_aside()
            another = id != self._keeper.shown
            self._keeper.shown = id
            self._show_story(id)
            if another:
                self._keeper.load()  # for what is linked to it

    def _show_story(self, id: EntryId) -> None:
        goal, read = self._keeper.goals.get(id), self._keeper.read
        if goal is None or self._keeper.open is None:
            return
        chart = self._chart(goal)
        self._view.show_story(
            StoryShown(
                goal=goal,
                chart=chart,
                readings=readings(goal) if chart else (),
                sessions=read.sessions,
                linked=read.linked if read.linked_to == id else (),
                role=self._role(),
                today=self._today(),
            )
        )

    def _chart(self, goal: Goal) -> Chart | None:
        reached = any(step.status is MilestoneStatus.REACHED for step in goal.milestones)
        moved = reached if goal.counts_milestones else bool(goal.check_ins)
        if goal.measure is MeasureKind.NONE or not moved:
            return None
        return goal_chart(goal, self._keeper.read.session_days)

    def _check_in_somewhere(self) -> None:
        goals = self._keeper.goals
        if not goals:
            self.new_goal()
            return
        active = (id for id, goal in goals.items() if goal.status.is_active)
        wanted = self._keeper.shown or self._view.focused_goal() or next(active, next(iter(goals)))
        if not self.forms.is_open:
            self.check_in_on(wanted)

    def _back_to(self, place: dict[str, object]) -> None:
        first, goal = place.get("first"), place.get("goal")
        goals = self._keeper.goals
        self._first = first if isinstance(first, int) else 0
        known = EntryId(goal) if isinstance(goal, str) and goal in goals else None
        self._keeper.shown = known
        self.forms.leave()
        self._show()
        if known:
            if "moved" in place:
                self._view.type_check_in(check_in_from_place(place))
            self._view.type_lines(lines_from_place(place))
            self._keeper.load()  # for what is linked to it
        self.forms.back_to(place)

    def _left(self) -> None:
        self._keeper.shown = None

    def _role(self) -> Role:
        return self._keeper.open.relationship.my_role if self._keeper.open else Role.MENTEE

    def _today(self) -> date:
        return self._clock().date()
