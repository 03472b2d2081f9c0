"""The pages of an opened journal, built and connected with each other's wishes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Protocol

from mentorjournal.guidance.today import QuietQuestion
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.clock import Clock, system_clock
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import EntryKind
from ui.pages.actions.presenter import ActionsPresenter
from ui.pages.actions.view import ActionsView
from ui.pages.goals.presenter import GoalsPresenter
from ui.pages.goals.view import GoalsView
from ui.pages.reflection.presenter import ReflectionPresenter
from ui.pages.reflection.view import ReflectionView
from ui.pages.search.presenter import SearchPresenter
from ui.pages.search.view import SearchView
from ui.pages.session.presenter import SessionPresenter
from ui.pages.session.view import SessionView
from ui.pages.share.presenter import SharePresenter
from ui.pages.share.view import ShareView
from ui.pages.timeline.learning import LearningPresenter
from ui.pages.timeline.learning_view import LearningView
from ui.pages.timeline.presenter import Filter, TimelinePresenter
from ui.pages.timeline.view import TimelineView
from ui.pages.today.contract import Outside as TodayOutside
from ui.pages.today.presenter import TodayPresenter
from ui.pages.today.view import TodayView
from ui.rooms import Rooms, SearchOutside
from ui.shell.locking import CountingTasks
from ui.shell.page_outside import PageOutside
from ui.theme.theme import Theme


class VaultOutside(SearchOutside, Protocol):
    """What the pages over all journals wish from the window."""

    @property
    def today_outside(self) -> TodayOutside: ...


class JournalReach:
    """What the desk asks of particular pages."""

    def __init__(
        self,
        timeline: TimelinePresenter,
        reflection: ReflectionPresenter,
        goals: GoalsPresenter,
        actions: ActionsPresenter,
    ) -> None:
        self._timeline = timeline
        self._reflection = reflection
        self._goals = goals
        self._actions = actions
        self._sessions_only = False

    def show_sessions_only(self, only: bool) -> None:
        if only != self._sessions_only:
            self._sessions_only = only
            self._timeline.choose(Filter.SESSIONS if only else Filter.ALL)

    def show_entry(self, kind: EntryKind, id: EntryId) -> None:
        if kind is EntryKind.GOAL:
            self._goals.show_goal(id)
        elif kind is EntryKind.ACTION:
            self._actions.show_action(id)
        elif kind is not EntryKind.RELATIONSHIP:
            self._timeline.open_entry(kind, id)

    def begin_entry(self) -> None:
        self._timeline.new_entry()

    def show_session(self, id: EntryId, opening: str) -> None:
        """The session, opened before, during or after it."""
        self._timeline.open_entry(EntryKind.SESSION, id)

    def write_beside(self, reflection: EntryId) -> None:
        """The reflection that has returned, to be written beside."""
        self._timeline.open_entry(EntryKind.REFLECTION, reflection)

    def write_on(self, question: QuietQuestion) -> None:
        """A new page with one question on it."""
        self._timeline.new_entry()
        self._reflection.answer(question.framework_id, question.step_id, question.text)


class Searching:
    """The search page with the words it begins with."""

    def __init__(self, presenter: SearchPresenter, view: SearchView) -> None:
        self._presenter = presenter
        self._view = view

    def begin(self, shelf: Shelf, codenames: Sequence[str], words: str) -> None:
        self._presenter.open(shelf, codenames)
        self._view.set_words(words)
        self._presenter.typed(words)
        self._view.focus_words()

    def leave(self) -> None:
        self._presenter.close()


def build_rooms(
    theme: Theme,
    tasks: CountingTasks,
    outsides: Mapping[str, PageOutside],
    vault_outside: VaultOutside,
    clock: Clock = system_clock,
) -> Rooms:
    """Build every page of a journal and the search over all of them."""
    writing, goals_out, actions_out, share_out = (
        outsides[name] for name in ("journal", "goals", "actions", "share")
    )
    timeline_view = TimelineView(theme)
    reflection_view, session_view, learning_view = (
        ReflectionView(theme),
        SessionView(theme),
        LearningView(theme),
    )
    reflection = ReflectionPresenter(reflection_view, tasks, writing, clock)
    session = SessionPresenter(session_view, tasks, writing, clock)
    learning = LearningPresenter(learning_view, tasks, writing, clock)
    timeline = TimelinePresenter(
        timeline_view,
        tasks,
        writing,
        clock,
        open_entry={
            EntryKind.REFLECTION: reflection,
            EntryKind.SESSION: session,
            EntryKind.LEARNING: learning,
        },
    )
    reflection_view.bind(reflection)
    session_view.bind(session)
    learning_view.bind(learning)
    for kind, view in (
        (EntryKind.REFLECTION, reflection_view),
        (EntryKind.SESSION, session_view),
        (EntryKind.LEARNING, learning_view),
    ):
        timeline_view.add_entry_view(kind, view)
    timeline_view.bind(timeline)
    goals_view, actions_view, share_view = GoalsView(theme), ActionsView(theme), ShareView(theme)
    goals = GoalsPresenter(goals_view, tasks, goals_out, clock)
    actions = ActionsPresenter(actions_view, tasks, actions_out, clock)
    share = SharePresenter(share_view, tasks, share_out, clock)
    goals_view.bind(goals)
    actions_view.bind(actions)
    share_view.bind(share)
    search_view = SearchView(theme)
    search = SearchPresenter(search_view, tasks, vault_outside, clock)
    search_view.bind(search)
    today_view = TodayView(theme)
    today = TodayPresenter(today_view, tasks, vault_outside.today_outside, clock)
    today_view.bind(today)
    return Rooms(
        pages={"journal": timeline, "goals": goals, "actions": actions, "share": share},
        views={
            "journal": timeline_view,
            "goals": goals_view,
            "actions": actions_view,
            "share": share_view,
            "search": search_view,
            "today": today_view,
        },
        reach=JournalReach(timeline, reflection, goals, actions),
        search=Searching(search, search_view),
        today=today,
        acts={
            "back": timeline.back,
            "reflect": timeline.new_entry,
            "session": partial(timeline.new_entry, EntryKind.SESSION),
        },
    )
