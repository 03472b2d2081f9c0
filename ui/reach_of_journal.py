"""What the window asks of particular pages of a journal: to show an entry, to begin one, to be alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from mentorjournal.guidance.question import Offered
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import EntryKind, SessionStatus
from ui.pages.actions.presenter import ActionsPresenter
from ui.pages.agreement.presenter import AgreementPresenter
from ui.pages.goals.presenter import GoalsPresenter
from ui.pages.reflection.presenter import ReflectionPresenter
from ui.pages.session.frame import SessionFramePresenter
from ui.pages.session.frame_view import SessionFrameView
from ui.pages.session.opening import Opening
from ui.pages.timeline.presenter import Filter, TimelinePresenter
from ui.pages.timeline.view import TimelineView
from ui.pages.topics.presenter import AgendaPresenter
from ui.shell.tabs import ACTIONS, AGREEMENT, GOALS, JOURNAL, SESSIONS


class JournalReach:
    """What the desk asks of particular pages."""

    def __init__(
        self,
        timeline: TimelinePresenter,
        session: SessionFramePresenter,
        goals: GoalsPresenter,
        actions: ActionsPresenter,
        reflection: ReflectionPresenter,
        agreement: AgreementPresenter,
        inbox: AgendaPresenter,
    ) -> None:
        self._timeline = timeline
        self._session = session
        self._reflection = reflection
        self._goals = goals
        self._actions = actions
        self._agreement = agreement
        self._inbox = inbox
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
        elif kind is EntryKind.AGREEMENT:
            self._agreement.show_version(id)
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
        """The entry that lies open on a page, or is chosen in its list."""
        if page in (JOURNAL, SESSIONS):
            opened = self._timeline.opened
            if opened is None or opened[0] is not EntryKind.TOPIC:
                return opened
            return _named(EntryKind.TOPIC, self._inbox.chosen)
        if page == GOALS:
            goal = self._goals.place().get("goal")
            return _named(EntryKind.GOAL, EntryId(str(goal)) if goal else None)
        if page == ACTIONS:
            return _named(EntryKind.ACTION, self._actions.chosen)
        return _named(EntryKind.AGREEMENT, self._agreement.opened) if page == AGREEMENT else None


def _named(kind: EntryKind, id: EntryId | None) -> tuple[EntryKind, EntryId] | None:
    return (kind, id) if id is not None else None


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
        "session turn": session.switch_turn,
        **{
            f"session {act}": partial(session.act_on_note, act)
            for act in ("add", "says", "may", "special", "half")
        },
        **{f"session {one.value}": partial(session.settle, one) for one in SessionStatus},
    }
