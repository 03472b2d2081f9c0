"""The pages of an opened journal, built and connected with each other's wishes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.clock import Clock, system_clock
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import EntryKind, SessionStatus
from ui.pages.actions.presenter import ActionsPresenter
from ui.pages.actions.view import ActionsView
from ui.pages.after_note.presenter import AfterNotePresenter
from ui.pages.after_note.view import AfterNoteView
from ui.pages.goals.presenter import GoalsPresenter
from ui.pages.goals.view import GoalsView
from ui.pages.reflection.presenter import ReflectionPresenter
from ui.pages.reflection.view import ReflectionView
from ui.pages.search.presenter import SearchPresenter
from ui.pages.search.view import SearchView
from ui.pages.session.frame import SessionFramePresenter
from ui.pages.session.frame_view import SessionFrameView
from ui.pages.session.opening import Opening
from ui.pages.session.room import build_session_room
from ui.pages.share.presenter import SharePresenter
from ui.pages.share.view import ShareView
from ui.pages.timeline.learning import LearningPresenter
from ui.pages.timeline.learning_view import LearningView
from ui.pages.timeline.presenter import Filter, TimelinePresenter
from ui.pages.timeline.view import TimelineView
from ui.rooms import Rooms, SearchOutside
from ui.shell.locking import CountingTasks
from ui.shell.page_outside import PageOutside
from ui.theme.theme import Theme


class JournalReach:
    """What the desk asks of particular pages."""

    def __init__(
        self,
        timeline: TimelinePresenter,
        session: SessionFramePresenter,
        goals: GoalsPresenter,
        actions: ActionsPresenter,
    ) -> None:
        self._timeline = timeline
        self._session = session
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

    def show_session(self, id: EntryId, opening: str = "") -> None:
        """Open the session at before, during or after, or at the opening that its day asks for."""
        self._timeline.open_entry(EntryKind.SESSION, id)
        if opening:
            self._session.show_opening(opening)

    def note_contact(self) -> None:
        """Lay the short form for a contact between sessions on the table."""
        self._session.expect_contact()
        self._timeline.new_entry(EntryKind.SESSION)

    def begin_entry(self) -> None:
        self._timeline.new_entry()


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


class Alone:
    """The journal page without its list while only what is being written is wanted."""

    def __init__(self, timeline: TimelineView, session: SessionFrameView) -> None:
        self._timeline = timeline
        self._session = session

    def show(self, alone: bool) -> None:
        self._timeline.set_alone(alone)
        self._session.set_alone(alone)


def session_acts(session: SessionFramePresenter) -> dict[str, Callable[[], None]]:
    """What is done to the open session, by the names that the keys know."""
    return {
        "session before": partial(session.show_opening, Opening.BEFORE),
        "session during": partial(session.show_opening, Opening.DURING),
        "session after": partial(session.show_opening, Opening.AFTER),
        "session begin": session.begin_session,
        "session catch": session.catch,
        "session discuss": session.discuss_next,
        "session agenda": session.suggest_agenda,
        "session clock stop": session.stop_clock,
        "session clock hide": session.hide_clock,
        **{f"session {act}": partial(session.act_on_note, act) for act in ("add", "says", "may", "special")},
        **{f"session {one.value}": partial(session.settle, one) for one in SessionStatus},
    }


def build_rooms(
    theme: Theme,
    tasks: CountingTasks,
    outsides: Mapping[str, PageOutside],
    search_outside: SearchOutside,
    clock: Clock = system_clock,
) -> Rooms:
    """Build every page of a journal and the search over all of them."""
    writing, goals_out, actions_out, share_out = (
        outsides[name] for name in ("journal", "goals", "actions", "share")
    )
    timeline_view = TimelineView(theme)
    reflection_view, after_view, learning_view = (
        ReflectionView(theme),
        AfterNoteView(theme),
        LearningView(theme),
    )
    reflection = ReflectionPresenter(reflection_view, tasks, writing, clock)
    after = AfterNotePresenter(after_view, tasks, writing, clock)
    after_view.bind(after)
    room = build_session_room(theme, tasks, writing, clock, openings={Opening.AFTER: (after, after_view)})
    session = room.presenter
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
    learning_view.bind(learning)
    for kind, view in (
        (EntryKind.REFLECTION, reflection_view),
        (EntryKind.SESSION, room.view),
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
    search = SearchPresenter(search_view, tasks, search_outside, clock)
    search_view.bind(search)
    reach = JournalReach(timeline, session, goals, actions)
    return Rooms(
        pages={"journal": timeline, "goals": goals, "actions": actions, "share": share},
        views={
            "journal": timeline_view,
            "goals": goals_view,
            "actions": actions_view,
            "share": share_view,
            "search": search_view,
        },
        reach=reach,
        search=Searching(search, search_view),
        acts={
            "back": timeline.back,
            "reflect": timeline.new_entry,
            "session": partial(timeline.new_entry, EntryKind.SESSION),
            "contact": reach.note_contact,
            **session_acts(session),
        },
        show_alone=Alone(timeline_view, room.view).show,
    )
