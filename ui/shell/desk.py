"""The open vault as the window sees it: which journal and page is in front, what was done, what is saved.

No Qt here. The pages are driven through `Page`; what they report comes in through an `Outside` of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from mentorjournal.guidance.moment import REFLECT, Moment
from mentorjournal.journal.about import ABOUT
from mentorjournal.journal.shelf import OpenJournal, Shelf
from mentorjournal.model.card import JournalCard, JournalId
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import EntryKind
from ui.shell.aside import Aside
from ui.shell.contract import DeskView, Page, Reach, Runner, TodayPage
from ui.shell.fetching import Beginning, Fetched, fetch, read_beginning
from ui.shell.neighbours import codename_of, neighbour
from ui.shell.open_pages import OpenPages
from ui.shell.places import Places
from ui.shell.resting import Resting
from ui.shell.tabs import ACTIONS, AGREEMENT, ALL_ACTIONS, GOALS, JOURNAL, SESSIONS, TABS
from ui.shell.undoing import Undoing
from ui.shell.worded import is_damage, worded


class Desk:
    def __init__(
        self,
        view: DeskView,
        tasks: Runner,
        shelf: Shelf,
        pages: Mapping[str, Page],
        reach: Reach,
        today: TodayPage | None = None,
    ) -> None:
        self._view = view
        self._tasks = tasks
        self.shelf = shelf
        self._pages = OpenPages(pages)
        self._reach = reach
        self._today = today
        self._at_today = False
        self._moments: Mapping[JournalId, Moment] = {}
        self._undoing = Undoing(view, tasks, self)
        self._places = Places()
        self._cards: Sequence[JournalCard] = ()
        self._journal: OpenJournal | None = None
        self._tab = JOURNAL
        self._asked = 0
        self._everywhere: list[Callable[[JournalId, Change], None]] = []
        self.aside = Aside()
        self._resting = Resting(tasks, shelf, rested=self._rested, failed=self.problem)
        if today is not None:
            today.begin(shelf)

    # Where the writer is

    @property
    def at_today(self) -> bool:
        """Whether Today is the page that the writer comes back to."""
        return self._at_today

    @property
    def overlooks(self) -> bool:
        """Whether a page over all journals is in front."""
        return self._at_today or self._view.page_in_front == ALL_ACTIONS

    def front_changed(self) -> None:
        """Another page is in front, and Undo may mean another act."""
        self._undoing.show()

    @property
    def journal(self) -> OpenJournal | None:
        return self._journal

    @property
    def tab(self) -> str:
        return self._tab

    @property
    def cards(self) -> Sequence[JournalCard]:
        return self._cards

    @property
    def codenames(self) -> list[str]:
        return [card.codename for card in self._cards]

    # What is built or known later

    def add_page(self, name: str, page: Page) -> None:
        """A page that is built later than the others; it opens the journal in front, where it was left."""
        left = self._places.left(self._journal.id).pages if self._journal is not None else {}
        self._pages.add(name, page, self._journal, left)

    def listen(self, everywhere: Callable[[JournalId, Change], None]) -> None:
        """Let a page over all journals hear what is done and taken back in any of them."""
        self._everywhere.append(everywhere)

    # Going from one to another

    def begin(self, *, restore: bool = True) -> None:
        """Show the journals, and what was open when the vault was locked."""
        read = partial(read_beginning, self.shelf, restore=restore)
        self._tasks.run(read, done=self._begun, failed=self.problem)

    def open_journal(self, id: JournalId, then: Callable[[], None] | None = None) -> None:
        """Bring a journal to the front, at the place it was left; *then* runs when it is there."""
        self.come_forward()
        if self._journal is None or self._journal.id != id:
            self._fetch(id, then)
        elif then is not None:
            then()
        else:
            self.show_tab(self._tab)

    def show_today(self) -> None:
        """Bring Today to the front. The open journal waits behind it."""
        if self._today is None or not self._cards:
            self._view.show_nothing(any_journals=bool(self._cards))
            return
        self._pages.flush_tab(self._tab)
        if not self._at_today:
            self._at_today = True
            self._view.say_nothing()
            self._show_cards(self._cards)
        self._view.show_today()
        self._today.show()
        self._undoing.show()

    def journal_made(self, journal: OpenJournal) -> None:
        self.come_forward()
        self._leave()
        self._asked += 1
        self._opened(journal, None)
        self.read_cards()

    def described(self, journal: OpenJournal, change: Change | None = None) -> None:
        """The relationship of the open journal is another now."""
        if change is not None:
            self._undoing.remember(journal.id, change)
        if self._journal is not None and self._journal.id == journal.id:
            self._journal = journal
            self._show_header()
            self.read_cards()

    def step(self, by: int) -> None:
        """The next or previous journal of the sidebar."""
        beside = neighbour(self._cards, self._chosen, by)
        if beside is not None:
            self.open_journal(beside)

    def come_forward(self) -> None:
        """A journal comes to the front, and what was done from Today is no longer what Undo means."""
        if self._at_today:
            self._at_today = False
            self._view.say_nothing()
            self._show_cards(self._cards)
            self._undoing.show()

    def show_tab(self, tab: str) -> None:
        if self._journal is None or tab not in TABS:
            return
        self.come_forward()
        self._pages.flush_tab(self._tab)
        self._tab = tab
        if tab in (JOURNAL, SESSIONS):
            self._reach.show_sessions_only(tab == SESSIONS)
        self._view.show_tab(tab)

    def show_entry(self, kind: EntryKind, id: EntryId) -> None:
        if self.aside.opened(kind, id):
            return
        tabs = {EntryKind.GOAL: GOALS, EntryKind.ACTION: ACTIONS, EntryKind.AGREEMENT: AGREEMENT}
        tab = tabs.get(kind, self._tab if self._tab in (JOURNAL, SESSIONS) else JOURNAL)
        self.show_tab(JOURNAL if tab == SESSIONS and kind is not EntryKind.SESSION else tab)
        self._reach.show_entry(kind, id)

    def show_found(self, journal: JournalId, kind: EntryKind, id: EntryId) -> None:
        """An entry of any journal."""
        self.open_journal(journal, lambda: self.show_entry(kind, id))

    def in_journal(self, journal: JournalId, act: Callable[[Reach], None]) -> None:
        """Do something on the first page of any journal, once that is in front."""
        self.open_journal(journal, partial(self._do_in_front, act))

    def follow_moment(self) -> bool:
        """Open what the moment asks about in the open journal, a session or a page; whether there is one."""
        moment = self._moments.get(self._journal.id, REFLECT) if self._journal is not None else REFLECT
        if moment.session is None:
            return self.aside.wish(moment.wish)
        self.show_tab(JOURNAL)
        self._reach.show_session(moment.session.id, moment.opening)
        return True

    def begin_entry(self) -> None:
        if self._journal is not None:
            self.show_tab(JOURNAL)
            self._reach.begin_entry()

    # What was done

    def changed(self, change: Change, origin: str) -> None:
        """A page changed something: the others hear of it, and it can be taken back."""
        if self._journal is not None:
            self._undoing.remember(self._journal.id, change)
        self._tell(change, besides=origin)
        self._undoing.tell(change)

    def changed_in(self, journal: JournalId, change: Change) -> None:
        """A page over all journals, or none, changed something in a journal that need not be the open one."""
        self._undoing.remember(journal, change, from_above=self.overlooks)
        self._tell_pages(journal, change)
        self._undoing.tell(change, self.codename_of(journal))

    def show_moments(self, moments: Mapping[JournalId, Moment]) -> None:
        """What each journal asks for now: in the head of the open one, and beside the names."""
        self._moments = moments
        self._view.show_moments(moments)
        if self._journal is not None:
            self._show_header()

    def brought_in(self, journal: OpenJournal, change: Change) -> None:
        """Many entries came at once: the pages are read anew, at the place where they were."""
        self.come_forward()
        self._undoing.remember(journal.id, change)
        if self._journal is not None and self._journal.id == journal.id:
            self._leave()
            self._opened(journal, None)
        self._view.say_done(change.label)
        self._view.rest_soon()

    @property
    def next_acts(self) -> tuple[str, str]:
        """What Undo would take back and Redo do again; empty where there is nothing."""
        return self._undoing.names

    def undo(self) -> None:
        self._undoing.take_back(redo=False)

    def redo(self) -> None:
        self._undoing.take_back(redo=True)

    def told(self, journal: JournalId, change: Change) -> None:
        """Something was taken back, or done again."""
        self._tell_pages(journal, change)
        if self._today is not None and self._at_today:
            self._today.refresh()

    def codename_of(self, journal: JournalId) -> str:
        return codename_of(self._cards, journal)

    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None:
        self._view.say_problem(worded(error), retry, damaged=is_damage(error))

    def choose_save_path(self, suggested: str) -> Path | None:
        return self._view.choose_save_path(suggested)

    def choose_file(self, title: str, kinds: str) -> Path | None:
        return self._view.choose_file(title, kinds)

    # Keeping

    def flush(self) -> None:
        self._pages.flush()

    def place(self) -> dict[str, object]:
        """Where the writer is in every journal of this sitting. Private: it belongs inside the vault."""
        if self._journal is not None:
            self._places.remember(self._journal.id, self._tab, self._pages.places())
        here = self._journal.id if self._journal is not None else None
        return self._places.sealed(here, at_today=self._at_today)

    def let_go(self) -> None:
        """Take every page off its journal."""
        self._asked += 1
        if self._today is not None:
            self._today.close()
        if self._journal is not None:
            self._journal = None
            self._pages.close()

    def part_from(self, journal: JournalId) -> None:
        """A journal is to be destroyed: no page, place or act of it stays here."""
        self._asked += 1
        if self._journal is not None and self._journal.id == journal:
            self._leave()
        if self._today is not None:
            self._today.close()
            self._today.begin(self.shelf)
        self._undoing.forget(journal)
        self._places.forget(journal)
        self._moments = {id: moment for id, moment in self._moments.items() if id != journal}

    def rest(self) -> None:
        self._resting.rest()

    def read_cards(self) -> None:
        self._tasks.run(self.shelf.cards, done=self._show_cards, failed=self.problem)

    # Inside

    def _begun(self, found: Beginning) -> None:
        cards, place, told = found
        self._view.say_found(told)
        self._places.read(place)
        wanted, ids = self._places.journal, [card.id for card in cards]
        self._show_cards(cards)
        if not ids:
            self._view.show_nothing(any_journals=False)
            self.aside.begun(self._places.front)
            return
        if self._today is not None and (wanted not in ids or self._places.at_today):
            self.show_today()
        first = JournalId(str(wanted)) if wanted in ids else ids[0]
        self._fetch(first, partial(self.aside.begun, self._places.front))
        if self._today is not None and not self._at_today:
            self._today.refresh()

    def _fetch(self, id: JournalId, then: Callable[[], None] | None) -> None:
        """Open another journal; behind Today where that is in front."""
        self._leave()
        self._asked += 1
        asked = self._asked

        def opened(found: Fetched) -> None:
            if asked == self._asked:
                self._moments = {**self._moments, id: found.moment}
                self._opened(found.journal, then)
                if found.told:
                    self._view.say_found(found.told)

        self._tasks.run(partial(fetch, self.shelf, id), done=opened, failed=self.problem)

    def _opened(self, journal: OpenJournal, then: Callable[[], None] | None) -> None:
        self._journal = journal
        left = self._places.left(journal.id)
        self._tab = left.tab if left.tab in TABS else JOURNAL
        self._show_header()
        self._show_cards(self._cards)
        self._reach.show_sessions_only(self._tab == SESSIONS)
        self._pages.open(journal, left.pages)
        if not self._at_today:
            self._view.show_tab(self._tab)
        self._undoing.show()
        if then is not None:
            then()

    def _leave(self) -> None:
        if self._journal is None:
            return
        self._places.remember(self._journal.id, self._tab, self._pages.places())
        self._journal = None
        self._pages.close()

    def _do_in_front(self, act: Callable[[Reach], None]) -> None:
        self.show_tab(JOURNAL)
        act(self._reach)

    def _tell_pages(self, journal: JournalId, change: Change) -> None:
        """Let the pages know, if it is their journal that was changed."""
        if self._journal is not None and self._journal.id == journal:
            self._tell(change, besides="")
        for everywhere in self._everywhere:
            everywhere(journal, change)
        self._view.rest_soon()

    def _tell(self, change: Change, *, besides: str) -> None:
        if self._journal is not None:
            self._pages.refresh(change, besides=besides)
            if ABOUT in change.touched:  # what stands in the head may be another
                again = partial(self.shelf.open, self._journal.id)
                self._tasks.run(again, done=self.described, failed=self.problem)
        self._view.rest_soon()

    def _show_header(self) -> None:
        if self._journal is not None:
            self._view.show_header(self._journal, self._moments.get(self._journal.id, REFLECT))

    def _show_cards(self, cards: Sequence[JournalCard]) -> None:
        self._cards = cards
        self._view.show_cards(cards, self._chosen)

    @property
    def _chosen(self) -> JournalId | None:
        return self._journal.id if self._journal is not None and not self._at_today else None

    def _rested(self, cards: Sequence[JournalCard]) -> None:
        self._show_cards(cards)
        for card in cards:
            if self._journal is not None and card.id == self._journal.id and card != self._journal.card:
                self._journal = replace(self._journal, card=card)
                self._show_header()
        if self._today is not None:
            self._today.refresh()
