"""The pages of an opened journal, built and connected with each other's wishes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from mentorjournal.guidance.question import Offered
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.clock import Clock, system_clock
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import EntryKind, Role, SessionStatus
from mentorjournal.own_questions import side_of
from ui.pages.actions.everywhere import AllActionsPresenter
from ui.pages.actions.presenter import ActionsPresenter
from ui.pages.actions.view import ActionsView
from ui.pages.after_note.presenter import AfterNotePresenter
from ui.pages.after_note.view import AfterNoteView
from ui.pages.goals.presenter import GoalsPresenter
from ui.pages.goals.view import GoalsView
from ui.pages.questions.presenter import QuestionsPresenter
from ui.pages.questions.view import QuestionsView
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
from ui.pages.topics.inbox import InboxPresenter
from ui.pages.topics.inbox_view import InboxView
from ui.pages.topics.presenter import AgendaPresenter
from ui.pages.topics.view import AgendaView
from ui.question_sets import QuestionSets
from ui.rooms import QuestionsOutside, Rooms, SearchOutside
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
        reflection: ReflectionPresenter,
    ) -> None:
        self._timeline = timeline
        self._session = session
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

    def write_beside(self, earlier: EntryId) -> None:
        """Begin a new reflection with an earlier one, which has come back, beside it."""
        self._timeline.new_entry(begin=partial(self._reflection.bring_back, id=earlier))

    def write_on(self, offered: Offered) -> None:
        """Begin a new reflection on a question that was offered."""
        self._timeline.new_entry(begin=partial(self._reflection.begin_on, offered=offered))

    def opened(self, page: str) -> tuple[EntryKind, EntryId] | None:
        """The entry that lies open on a page."""
        if page == "goals":
            goal = self._goals.place().get("goal")
            return (EntryKind.GOAL, EntryId(str(goal))) if goal else None
        return self._timeline.opened if page in ("journal", "sessions") else None


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


class Questioning:
    """The question sets, with the page to edit them, which is built when it is first wanted."""

    def __init__(
        self, theme: Theme, tasks: CountingTasks, sets: QuestionSets, reflection: ReflectionPresenter
    ) -> None:
        self._theme = theme
        self._tasks = tasks
        self._sets = sets
        self._reflection = reflection
        self._outside: QuestionsOutside | None = None
        self._made: tuple[QuestionsView, QuestionsPresenter] | None = None

    def begin(self, shelf: Shelf, outside: QuestionsOutside) -> None:
        self._sets.begin(shelf)
        self._outside = outside
        self._reflection.wish_sets = outside.show_questions

    def page(self) -> QuestionsView:
        return self._both()[0]

    def show(self, set_id: str, role: Role) -> None:
        view, presenter = self._both()
        presenter.begin(set_id, side_of(role))
        view.list.setFocus()

    def _both(self) -> tuple[QuestionsView, QuestionsPresenter]:
        if self._made is None:
            assert self._outside is not None
            view = QuestionsView(self._theme)
            presenter = QuestionsPresenter(view, self._tasks, self._outside, self._sets)
            view.bind(presenter)
            view.left.connect(self._outside.back)
            self._made = (view, presenter)
        return self._made


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
    questions = QuestionSets(tasks)
    reflection = ReflectionPresenter(reflection_view, tasks, writing, clock, questions)
    after = AfterNotePresenter(after_view, tasks, writing, clock)
    after_view.bind(after)
    side_view = AgendaView(theme)
    side = AgendaPresenter(side_view, tasks, writing, clock)
    side_view.bind(side)
    room = build_session_room(
        theme,
        tasks,
        writing,
        clock,
        openings={Opening.AFTER: (after, after_view)},
        topics=(side, side_view),
    )
    session = room.presenter
    learning = LearningPresenter(learning_view, tasks, writing, clock)
    inbox_view = InboxView(theme)
    agenda = AgendaPresenter(inbox_view.agenda, tasks, writing, clock)
    inbox = InboxPresenter(inbox_view, agenda, tasks, writing)
    timeline = TimelinePresenter(
        timeline_view,
        tasks,
        writing,
        clock,
        open_entry={
            EntryKind.REFLECTION: reflection,
            EntryKind.SESSION: session,
            EntryKind.LEARNING: learning,
            EntryKind.TOPIC: inbox,
        },
    )
    reflection_view.bind(reflection)
    learning_view.bind(learning)
    inbox_view.agenda.bind(agenda)
    inbox_view.bind(inbox)
    for kind, view in (
        (EntryKind.REFLECTION, reflection_view),
        (EntryKind.SESSION, room.view),
        (EntryKind.LEARNING, learning_view),
        (EntryKind.TOPIC, inbox_view),
    ):
        timeline_view.add_entry_view(kind, view)
    timeline_view.bind(timeline)
    goals_view, actions_view, share_view = GoalsView(theme), ActionsView(theme, clock=clock), ShareView(theme)
    goals = GoalsPresenter(goals_view, tasks, goals_out, clock)
    actions = ActionsPresenter(actions_view, tasks, actions_out, clock)
    share = SharePresenter(share_view, tasks, share_out, clock)
    goals_view.bind(goals)
    actions_view.bind(actions)
    share_view.bind(share)
    search_view = SearchView(theme)
    search = SearchPresenter(search_view, tasks, search_outside, clock)
    search_view.bind(search)
    reach = JournalReach(timeline, session, goals, actions, reflection)
    reflection.wish_beside = reach.write_beside
    all_actions_view = ActionsView(theme, everywhere=True, clock=clock)
    all_actions = AllActionsPresenter(all_actions_view, tasks, search_outside, clock)
    all_actions_view.bind(all_actions)
    actions_view.all_wanted.connect(search_outside.show_all_actions)
    return Rooms(
        pages={"journal": timeline, "goals": goals, "actions": actions, "share": share},
        views={
            "journal": timeline_view,
            "goals": goals_view,
            "actions": actions_view,
            "share": share_view,
            "search": search_view,
            "all actions": all_actions_view,
        },
        reach=reach,
        opened=reach.opened,
        search=Searching(search, search_view),
        all_actions=all_actions,
        acts={
            "back": timeline.back,
            "reflect": timeline.new_entry,
            "session": partial(timeline.new_entry, EntryKind.SESSION),
            "check in": goals.check_in_somewhere,
            "contact": reach.note_contact,
            **session_acts(session),
            "inbox": partial(timeline.new_entry, EntryKind.TOPIC),
        },
        questions=Questioning(theme, tasks, questions, reflection),
        show_alone=Alone(timeline_view, room.view).show,
    )
