"""The pages of an opened journal, built and connected with each other's wishes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Protocol

from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.clock import Clock, system_clock
from mentorjournal.model.words import EntryKind
from ui.agreement_of_journal import agreement_acts, build_agreement
from ui.pages.actions.everywhere import AllActionsPresenter
from ui.pages.actions.presenter import ActionsPresenter
from ui.pages.actions.view import ActionsView
from ui.pages.after_note.presenter import AfterNotePresenter
from ui.pages.after_note.view import AfterNoteView
from ui.pages.goals.presenter import GoalsPresenter
from ui.pages.goals.view import GoalsView
from ui.pages.prepare.presenter import PreparePresenter
from ui.pages.prepare.view import PrepareView
from ui.pages.reflection.presenter import ReflectionPresenter
from ui.pages.reflection.view import ReflectionView
from ui.pages.search.presenter import SearchPresenter
from ui.pages.search.view import SearchView
from ui.pages.session.opening import Opening
from ui.pages.session.room import build_session_room
from ui.pages.timeline.learning import LearningPresenter
from ui.pages.timeline.learning_view import LearningView
from ui.pages.timeline.presenter import TimelinePresenter
from ui.pages.timeline.view import TimelineView
from ui.pages.today.contract import Outside as TodayOutside
from ui.pages.today.presenter import TodayPresenter
from ui.pages.today.view import TodayView
from ui.pages.topics.inbox import InboxPresenter
from ui.pages.topics.inbox_view import InboxView
from ui.pages.topics.presenter import AgendaPresenter
from ui.pages.topics.view import AgendaView
from ui.question_sets import QuestionSets
from ui.questions_of_journal import Questioning
from ui.reach_of_journal import Alone, JournalReach, session_acts
from ui.rooms import Rooms, SearchOutside
from ui.share_of_journal import build_share, share_acts
from ui.shell.locking import CountingTasks
from ui.shell.page_outside import PageOutside
from ui.theme.theme import Theme


class VaultOutside(SearchOutside, Protocol):
    """What the pages over all journals wish from the window."""

    @property
    def today_outside(self) -> TodayOutside: ...


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

    def words(self) -> str:
        return self._view.words()

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
    agreement, agreement_view = build_agreement(theme, tasks, outsides["agreement"], clock)
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
    before_view, before_agenda = PrepareView(theme), AgendaView(theme)
    before = PreparePresenter(before_view, tasks, writing, clock, questions)
    agenda_before = AgendaPresenter(before_agenda, tasks, writing, clock)
    before_view.bind(before)
    before_agenda.bind(agenda_before)
    before_view.set_agenda(before_agenda)
    room = build_session_room(
        theme,
        tasks,
        writing,
        clock,
        openings={Opening.BEFORE: (before, before_view), Opening.AFTER: (after, after_view)},
        topics=(side, side_view),
        agenda=agenda_before,
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
    goals_view, actions_view = GoalsView(theme), ActionsView(theme, clock=clock)
    goals = GoalsPresenter(goals_view, tasks, goals_out, clock)
    actions = ActionsPresenter(actions_view, tasks, actions_out, clock)
    share, share_view = build_share(theme, tasks, share_out, clock)
    goals_view.bind(goals)
    actions_view.bind(actions)
    search_view = SearchView(theme)
    search = SearchPresenter(search_view, tasks, vault_outside, clock)
    search_view.bind(search)
    reach = JournalReach(timeline, session, goals, actions, reflection, agreement, agenda)
    reflection.wish_beside = reach.write_beside
    all_actions_view = ActionsView(theme, everywhere=True, clock=clock)
    all_actions = AllActionsPresenter(all_actions_view, tasks, vault_outside, clock)
    all_actions_view.bind(all_actions)
    actions_view.all_wanted.connect(vault_outside.show_all_actions)
    today_view = TodayView(theme)
    today = TodayPresenter(today_view, tasks, vault_outside.today_outside, clock)
    today_view.bind(today)
    return Rooms(
        pages={
            "journal": timeline,
            "goals": goals,
            "actions": actions,
            "agreement": agreement,
            "share": share,
        },
        views={
            "journal": timeline_view,
            "goals": goals_view,
            "actions": actions_view,
            "agreement": agreement_view,
            "share": share_view,
            "search": search_view,
            "all actions": all_actions_view,
            "today": today_view,
        },
        reach=reach,
        opened=reach.opened,
        search=Searching(search, search_view),
        all_actions=all_actions,
        today=today,
        acts={
            "back": timeline.back,
            "reflect": timeline.new_entry,
            "session": partial(timeline.new_entry, EntryKind.SESSION),
            "check in": goals.check_in_somewhere,
            "contact": reach.note_contact,
            **session_acts(session),
            **agreement_acts(agreement, agreement_view),
            **share_acts(share, share_view),
            "inbox": partial(timeline.new_entry, EntryKind.TOPIC),
        },
        questions=Questioning(theme, tasks, questions, reflection),
        show_alone=Alone(timeline_view, room.view).show,
    )
