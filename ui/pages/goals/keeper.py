"""The goals of the open journal as they were last read, and the one way to change them. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from mentorjournal.errors import InvalidInput
from mentorjournal.journal.journal import Journal
from mentorjournal.model.change import Change
from mentorjournal.model.goal import Goal
from mentorjournal.model.ids import EntryId
from mentorjournal.model.timeline import TimelineRow
from mentorjournal.model.words import EntryKind, GoalStatus, Whose
from ui.pages.goals.contract import OpenJournal, Outside, Runner

SESSIONS = 40
"""So many sessions, the newest, can be named as the one that a check-in comes from."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Read:
    """What the page shows, read at once. *linked* are what names the goal *linked_to*."""

    goals: Sequence[Goal] = ()
    session_days: Sequence[date] = ()
    sessions: tuple[TimelineRow, ...] = ()
    linked: tuple[TimelineRow, ...] = ()
    linked_to: EntryId | None = None

    def __repr__(self) -> str:
        return f"Read({len(self.goals)} goals)"


class Keeper:
    """*came* is told after every reading. What comes after the journal was closed is dropped."""

    def __init__(self, tasks: Runner, outside: Outside, came: Callable[[], None]) -> None:
        self._tasks, self._outside, self._told = tasks, outside, came
        self._turn = 0
        self.open: OpenJournal | None = None
        self._forget()

    def _forget(self) -> None:
        self.goals: dict[EntryId, Goal] = {}
        self.read = Read()
        self.shown: EntryId | None = None
        self._loading = False
        self._after_load: Callable[[], None] | None = None

    def begin(self, journal: OpenJournal) -> None:
        self.open = journal
        self.load()

    def close(self) -> None:
        self._turn += 1
        self.open = None
        self._forget()

    @property
    def shown_goal(self) -> Goal | None:
        return self.goals.get(self.shown) if self.shown else None

    def act(
        self,
        work: Callable[[Journal], Change],
        kept: Callable[[], None],
        refused: Callable[[str, str], None],
    ) -> None:
        """Do *work*, then *kept* and show all anew; or say by *refused* what does not fit, and where."""
        if self.open is None:
            return
        journal, turn, shown = self.open.journal, self._turn, self.shown

        def changed_and_all() -> tuple[Change, Read]:
            change = work(journal)
            return change, _read(journal, shown, journal.today())

        def done(result: tuple[Change, Read]) -> None:
            if turn != self._turn:
                return
            change, read = result
            kept()
            self._came(read)
            self._outside.changed(change)

        def failed(error: Exception) -> None:
            if turn != self._turn:
                return
            if isinstance(error, InvalidInput):
                refused(str(error), error.field)
            else:
                self._outside.problem(error, self._if_still_here(lambda: self.act(work, kept, refused)))

        self._tasks.run(changed_and_all, done=done, failed=failed)

    def load(self) -> None:
        if self.open is None:
            return
        journal, turn, shown = self.open.journal, self._turn, self.shown

        def done(read: Read) -> None:
            if turn == self._turn:
                self._came(read)

        def failed(error: Exception) -> None:
            if turn == self._turn:
                self._outside.problem(error, self._if_still_here(self.load))

        self._loading = True
        self._tasks.run(lambda: _read(journal, shown, journal.today()), done=done, failed=failed)

    def when_loaded(self, act: Callable[[], None]) -> None:
        """Do *act* now, or once what is being read has come."""
        if not self._loading:
            act()
            return
        before = self._after_load

        def both() -> None:
            if before:
                before()
            act()

        self._after_load = both

    def _if_still_here(self, act: Callable[[], None]) -> Callable[[], None]:
        """*act*, or nothing once another journal is open: the problem that offers it outlives the journal."""
        turn = self._turn

        def retry() -> None:
            if turn == self._turn:
                act()

        return retry

    def _came(self, read: Read) -> None:
        self._loading = False
        self.read = read
        self.goals = {goal.id: goal for goal in in_order(read.goals)}
        if self.shown not in self.goals:
            self.shown = None
        after, self._after_load = self._after_load, None
        self._told()
        if after:
            after()


def in_order(goals: Sequence[Goal]) -> list[Goal]:
    """The mentee's before a mentor's own. Active goals first, by target date; then ideas and those on hold;
    then the ended, latest first.
    """
    waiting = (GoalStatus.IDEA, GoalStatus.ON_HOLD)
    active = [goal for goal in goals if goal.status.is_active]
    later = [goal for goal in goals if goal.status in waiting]
    ended = [goal for goal in goals if not goal.status.is_active and goal.status not in waiting]
    active.sort(key=lambda goal: (goal.target_on or date.max, goal.day))
    return sorted([*active, *later, *reversed(ended)], key=lambda goal: goal.whose is Whose.MINE_AS_MENTOR)


def _read(journal: Journal, shown: EntryId | None, today: date) -> Read:
    sessions = journal.timeline(kinds=(EntryKind.SESSION,), limit=SESSIONS)
    return Read(
        goals=journal.goals.all(),
        session_days=journal.sessions.days_held(),
        sessions=tuple(row for row in sessions if row.day <= today),
        linked=tuple(journal.goals.linked(shown)) if shown else (),
        linked_to=shown,
    )
