"""What the Goals page does: the cards, one goal's whole story, the form, and the check-in that only adds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from mentorjournal.errors import InvalidInput
from mentorjournal.journal.journal import Journal
from mentorjournal.model.change import Change
from mentorjournal.model.chart import goal_chart
from mentorjournal.model.clock import Clock, system_clock
from mentorjournal.model.goal import Goal
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.words import EntryKind, GoalStatus, MeasureKind, Role, Whose
from ui.pages.goals.contract import (
    CARDS,
    CardsShown,
    GoalShown,
    GoalsView,
    OpenJournal,
    Outside,
    Runner,
)
from ui.pages.goals.draft import (
    CheckInDraft,
    FormShown,
    GoalDraft,
    check_in_of,
    draft_from_place,
    draft_of,
    draft_to_place,
    goal_of,
)


class GoalsPresenter:
    def __init__(self, view: GoalsView, tasks: Runner, outside: Outside, clock: Clock = system_clock) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._clock = clock
        self._turn = 0
        self._open: OpenJournal | None = None
        self._forget()

    def _forget(self) -> None:
        self._goals: dict[EntryId, Goal] = {}
        self._session_days: list[date] = []
        self._first = 0
        self._shown: EntryId | None = None
        self._form = False
        self._loading = False
        self._after_load: Callable[[], None] | None = None

    # What every page does

    def open(self, journal: OpenJournal) -> None:
        self.close()
        self._open = journal
        self._load()

    def flush(self) -> None:
        """Nothing here waits to be saved: a form is kept when it is said so, and travels in `place` until."""

    def close(self) -> None:
        self._turn += 1
        self._open = None
        self._forget()
        self._view.clear()

    def place(self) -> dict[str, object]:
        place: dict[str, object] = {"goal": self._shown, "first": self._first}
        form = self._view.form_draft() if self._form else None
        if form:
            place["form"] = draft_to_place(form.draft)
            place["changing"] = form.changing
        elif self._shown:
            draft = self._view.check_in_draft()
            if not draft.is_untouched:
                place["moved"] = draft.what_moved_it
                place["value"] = draft.value
                place["confidence"] = draft.confidence
        return place

    def restore(self, place: dict[str, object]) -> None:
        """Back to the goal, the form or the half-typed check-in, once the goals have come."""
        self._when_loaded(lambda: self._back_to(place))

    def refresh(self, change: Change) -> None:
        """Read the goals again when a goal, or a session on their charts, may have changed."""
        silent = not change.rows and not change.gone
        ours = any(row.kind in (EntryKind.GOAL, EntryKind.SESSION) for row in change.rows)
        if self._open and (silent or ours or change.gone):
            self._load()

    # What the view asks for

    def show_goal(self, id: EntryId) -> None:
        """Open the whole story of a goal; waits until the goals have come."""
        self._when_loaded(lambda: self._show_story(id))

    def check_in_on(self, id: EntryId) -> None:
        """Open the goal with the check-in ready to be typed."""
        self.show_goal(id)
        self._when_loaded(self._view.focus_check_in)

    def show_list(self) -> None:
        shown, self._shown, self._form = self._shown, None, False
        self._show()
        if shown:
            self._view.focus_goal(shown)

    def show_page(self, forward: bool) -> None:
        """The next fifty goals, or the fifty before."""
        step = CARDS if forward else -CARDS
        self._first = min(max(self._first + step, 0), max(len(self._goals) - 1, 0) // CARDS * CARDS)
        self._show()

    def new_goal(self) -> None:
        if self._open is None:
            return
        self._form = True
        self._view.show_form(FormShown(draft=self._blank(), role=self._role()))

    def edit(self) -> None:
        goal = self._goals.get(self._shown) if self._shown else None
        if goal:
            self._form = True
            self._view.show_form(
                FormShown(
                    draft=draft_of(goal),
                    changing=goal.id,
                    role=self._role(),
                    has_check_ins=bool(goal.check_ins),
                )
            )

    def leave_form(self) -> None:
        self._form = False
        self._show()

    def save(self, draft: GoalDraft, changing: EntryId | None) -> None:
        """Keep the form as a goal, or say in place what does not fit; the form keeps every word."""
        today, id = self._today(), changing or new_entry_id()

        def write(journal: Journal) -> Change:
            if changing:
                return journal.goals.write(goal_of(draft, journal.goals.get(changing), today))
            return journal.goals.add(goal_of(draft, Goal(id=id, title="", day=today), today))

        def kept() -> None:
            self._form = False
            self._shown = id

        self._act(write, kept, self._view.show_form_problem)

    def check_in(self, draft: CheckInDraft) -> None:
        """Add where the goal stands. A correction is one more check-in."""
        goal = self._goals.get(self._shown) if self._shown else None
        if goal is None:
            return
        try:
            check_in = check_in_of(draft, goal, self._today())
        except InvalidInput as error:
            self._view.show_check_in_problem(str(error))
            return
        self._act(
            lambda journal: journal.goals.check_in(goal.id, check_in),
            self._view.clear_check_in,
            self._view.show_check_in_problem,
        )

    def choose_status(self, status: GoalStatus) -> None:
        """Change the status at once, or first ask for the closing words where a goal ends."""
        goal = self._goals.get(self._shown) if self._shown else None
        if goal is None or goal.status is status:
            return
        if status in (GoalStatus.IDEA, GoalStatus.AGREED, GoalStatus.IN_PROGRESS, GoalStatus.ON_HOLD):
            self.settle(status, "")
        else:
            self._view.ask_closing_note(goal, status)

    def settle(self, status: GoalStatus, closing_note: str) -> None:
        id = self._shown
        if id:
            self._act(
                lambda journal: journal.goals.settle(id, status, closing_note),
                self._view.close_closing_note,
                self._view.show_closing_problem,
            )

    def remove(self) -> None:
        id = self._shown
        if id:
            self._act(lambda journal: journal.goals.remove(id), self._left, self._view.show_check_in_problem)

    # Between the two

    def _act(
        self, work: Callable[[Journal], Change], kept: Callable[[], None], refused: Callable[[str], None]
    ) -> None:
        if self._open is None:
            return
        journal, turn = self._open.journal, self._turn

        def changed_and_all() -> tuple[Change, list[Goal], list[date]]:
            return work(journal), journal.goals.all(), journal.sessions.days_held()

        def done(result: tuple[Change, list[Goal], list[date]]) -> None:
            if turn != self._turn:
                return
            change, goals, days = result
            kept()
            self._came(goals, days)
            self._outside.changed(change)

        def failed(error: Exception) -> None:
            if turn != self._turn:
                return
            if isinstance(error, InvalidInput):
                refused(str(error))
            else:
                self._outside.problem(error, lambda: self._act(work, kept, refused))

        self._tasks.run(changed_and_all, done=done, failed=failed)

    def _load(self) -> None:
        if self._open is None:
            return
        journal, turn = self._open.journal, self._turn

        def done(result: tuple[list[Goal], list[date]]) -> None:
            if turn == self._turn:
                self._came(*result)

        def failed(error: Exception) -> None:
            if turn == self._turn:
                self._outside.problem(error, self._load)

        self._loading = True
        self._tasks.run(lambda: (journal.goals.all(), journal.sessions.days_held()), done=done, failed=failed)

    def _when_loaded(self, act: Callable[[], None]) -> None:
        if not self._loading:
            act()
            return
        before = self._after_load

        def both() -> None:
            if before:
                before()
            act()

        self._after_load = both

    def _came(self, goals: Sequence[Goal], session_days: list[date]) -> None:
        self._loading = False
        self._goals = {goal.id: goal for goal in in_order(goals)}
        self._session_days = session_days
        if self._shown not in self._goals:
            self._shown = None
        after, self._after_load = self._after_load, None
        if not self._form:
            self._show()
        if after:
            after()

    def _show(self) -> None:
        if self._open is None:
            return
        if self._shown:
            self._show_story(self._shown)
            return
        goals = list(self._goals.values())
        if self._first >= len(goals):
            self._first = max(len(goals) - 1, 0) // CARDS * CARDS
        page = goals[self._first : self._first + CARDS]
        self._view.show_cards(
            CardsShown(
                goals=tuple(self._shown_goal(goal) for goal in page),
                earlier=self._first,
                later=len(goals) - self._first - len(page),
                active=sum(goal.status.is_active for goal in goals),
                role=self._role(),
                today=self._today(),
            )
        )

    def _show_story(self, id: EntryId) -> None:
        goal = self._goals.get(id)
        if goal is None or self._open is None:
            return
        self._shown, self._form = id, False
        self._view.show_story(self._shown_goal(goal), self._role(), self._today())

    def _shown_goal(self, goal: Goal) -> GoalShown:
        measured = goal.measure is not MeasureKind.NONE and goal.check_ins
        return GoalShown(goal=goal, chart=goal_chart(goal, self._session_days) if measured else None)

    def _back_to(self, place: dict[str, object]) -> None:
        first, goal, form, changing = (place.get(name) for name in ("first", "goal", "form", "changing"))
        self._first = first if isinstance(first, int) else 0
        known = EntryId(goal) if isinstance(goal, str) and goal in self._goals else None
        if isinstance(form, dict) and self._open:
            self._shown, self._form = known, True
            edited = EntryId(changing) if isinstance(changing, str) and changing in self._goals else None
            has = bool(edited and self._goals[edited].check_ins)
            draft = draft_from_place(form)
            self._view.show_form(
                FormShown(draft=draft, changing=edited, role=self._role(), has_check_ins=has)
            )
            return
        self._shown, self._form = known, False
        self._show()
        if known and "moved" in place:
            value, confidence = place.get("value"), place.get("confidence")
            self._view.type_check_in(
                CheckInDraft(
                    value=float(value) if isinstance(value, int | float) else str(value or ""),
                    what_moved_it=str(place.get("moved") or ""),
                    confidence=confidence if isinstance(confidence, int) else None,
                )
            )

    def _left(self) -> None:
        self._shown = None

    def _blank(self) -> GoalDraft:
        return GoalDraft(whose=Whose.MENTEE)

    def _role(self) -> Role:
        return self._open.relationship.my_role if self._open else Role.MENTEE

    def _today(self) -> date:
        return self._clock().date()


def in_order(goals: Sequence[Goal]) -> list[Goal]:
    """Active goals first, by target date; then ideas and those on hold; then the ended, latest first."""
    waiting = (GoalStatus.IDEA, GoalStatus.ON_HOLD)
    active = [goal for goal in goals if goal.status.is_active]
    later = [goal for goal in goals if goal.status in waiting]
    ended = [goal for goal in goals if not goal.status.is_active and goal.status not in waiting]
    active.sort(key=lambda goal: (goal.target_on or date.max, goal.day))
    return [*active, *later, *reversed(ended)]
