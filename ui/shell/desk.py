"""The open vault as the window sees it: which journal and page is in front, what was done, what is saved.

No Qt here. The pages are driven through `Page`; what they report comes in through an `Outside` of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from mentorjournal.journal.shelf import OpenJournal, Shelf
from mentorjournal.model.card import JournalCard, JournalId
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import EntryKind
from ui.shell.aside import Aside
from ui.shell.contract import Page, Runner
from ui.shell.history import History

T = TypeVar("T")

_Beginning = tuple[Sequence[JournalCard], object, str]
"""The cards, the place that was left, and what was put right while opening."""

JOURNAL, SESSIONS, GOALS, ACTIONS, SHARE = "journal", "sessions", "goals", "actions", "share"
TABS = (JOURNAL, SESSIONS, GOALS, ACTIONS, SHARE)
OLDER_COPY = (
    "This journal is an older copy: it has seen fewer changes than this vault remembers. Somebody, or a"
    " synchronised folder, put it back. Nothing was changed."
)

PLACE = "place"
"""The private setting that says where the writer was; sealed inside the vault."""


class DeskView(Protocol):
    def show_cards(self, cards: Sequence[JournalCard], chosen: JournalId | None) -> None: ...
    def show_header(self, journal: OpenJournal) -> None: ...
    def show_tab(self, tab: str) -> None: ...
    def show_nothing(self, *, any_journals: bool) -> None: ...
    def say_done(self, label: str) -> None: ...
    def say_undone(self, label: str) -> None: ...
    def say_problem(self, sentence: str, retry: Callable[[], None] | None) -> None: ...
    def show_undo(self, undo: str, redo: str) -> None: ...
    def rest_soon(self) -> None: ...
    def choose_save_path(self, suggested: str) -> Path | None: ...


class Reach(Protocol):
    """What the desk asks of particular pages, beyond what every page can do."""

    def show_sessions_only(self, only: bool) -> None: ...
    def show_entry(self, kind: EntryKind, id: EntryId) -> None: ...
    def begin_entry(self) -> None: ...


class Desk:
    def __init__(
        self, view: DeskView, tasks: Runner, shelf: Shelf, pages: Mapping[str, Page], reach: Reach
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._shelf = shelf
        self._pages = pages
        self._reach = reach
        self._histories: dict[JournalId, History] = {}
        self._places: dict[str, dict[str, object]] = {}
        self._cards: Sequence[JournalCard] = ()
        self._journal: OpenJournal | None = None
        self._tab = JOURNAL
        self._asked = 0
        self._resting = False
        self.aside = Aside()

    # Where the writer is

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

    def add_page(self, name: str, page: Page) -> None:
        """A page that is built later than the others; it opens the journal in front, where it was left."""
        self._pages = {**self._pages, name: page}
        if self._journal is not None:
            page.open(self._journal)
            left = self._left_pages(self._journal.id).get(name)
            if isinstance(left, dict):
                page.restore(left)

    def begin(self, *, restore: bool = True) -> None:
        """Show the journals, and what was open when the vault was locked."""

        def read() -> _Beginning:
            place = self._shelf.setting(PLACE) if restore else None
            told = " ".join(notice.text for notice in self._shelf.vault.notices)
            return self._shelf.cards(), place, told

        self._tasks.run(read, done=self._begun, failed=self.problem)

    def open_journal(self, id: JournalId, then: Callable[[], None] | None = None) -> None:
        """Bring a journal to the front, at the place it was left; *then* runs when it is there."""
        if self._journal is not None and self._journal.id == id:
            if then is not None:
                then()
            return
        self._leave()
        self._asked += 1
        asked = self._asked

        def work() -> tuple[OpenJournal, bool]:
            return self._shelf.open(id), self._shelf.is_older_than_remembered(id)

        def opened(found: tuple[OpenJournal, bool]) -> None:
            if asked == self._asked:
                self._opened(found[0], then)
                if found[1]:
                    self._view.say_problem(OLDER_COPY, None)

        self._tasks.run(work, done=opened, failed=self.problem)

    def journal_made(self, journal: OpenJournal) -> None:
        self._leave()
        self._asked += 1
        self._opened(journal, None)
        self.read_cards()

    def described(self, journal: OpenJournal) -> None:
        """The relationship of the open journal is another now."""
        if self._journal is not None and self._journal.id == journal.id:
            self._journal = journal
            self._view.show_header(journal)
            self.read_cards()

    def step(self, by: int) -> None:
        """The next or previous journal of the sidebar."""
        ids = [card.id for card in self._cards]
        if not ids:
            return
        here = self._journal.id if self._journal is not None else None
        place = (ids.index(here) + by) % len(ids) if here in ids else 0
        self.open_journal(ids[place])

    def show_tab(self, tab: str) -> None:
        if self._journal is None or tab not in TABS:
            return
        self._flush_page(self._tab)
        self._tab = tab
        if tab in (JOURNAL, SESSIONS):
            self._reach.show_sessions_only(tab == SESSIONS)
        self._view.show_tab(tab)

    def show_entry(self, kind: EntryKind, id: EntryId) -> None:
        if self.aside.opened(kind, id):
            return
        tabs = {EntryKind.GOAL: GOALS, EntryKind.ACTION: ACTIONS}
        tab = tabs.get(kind, self._tab if self._tab in (JOURNAL, SESSIONS) else JOURNAL)
        self.show_tab(JOURNAL if tab == SESSIONS and kind is not EntryKind.SESSION else tab)
        self._reach.show_entry(kind, id)

    def show_found(self, journal: JournalId, kind: EntryKind, id: EntryId) -> None:
        """An entry of any journal."""
        self.open_journal(journal, lambda: self.show_entry(kind, id))

    def begin_entry(self) -> None:
        if self._journal is not None:
            self.show_tab(JOURNAL)
            self._reach.begin_entry()

    # What was done

    def changed(self, change: Change, origin: str) -> None:
        """A page changed something: the others hear of it, and it can be taken back."""
        history = self._history()
        if history is not None:
            history.remember(change)
            self._show_undo()
        self._tell(change, besides=origin)
        if change.undo is not None and not change.label.startswith("Edit "):
            self._view.say_done(change.label)

    def brought_in(self, journal: OpenJournal, change: Change) -> None:
        """Many entries came at once: the pages are read anew, at the place where they were."""
        self._histories.setdefault(journal.id, History()).remember(change)
        if self._journal is not None and self._journal.id == journal.id:
            self._leave()
            self._opened(journal, None)
        self._view.say_done(change.label)
        self._view.rest_soon()

    def undo(self) -> None:
        self._take_back(redo=False)

    def redo(self) -> None:
        self._take_back(redo=True)

    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None:
        self._view.say_problem(worded(error), retry)

    def choose_save_path(self, suggested: str) -> Path | None:
        return self._view.choose_save_path(suggested)

    # Keeping

    def flush(self) -> None:
        for page in self._pages.values():
            page.flush()

    def place(self) -> dict[str, object]:
        """Where the writer is in every journal of this sitting. Private: it belongs inside the vault."""
        if self._journal is not None:
            self._remember_place(self._journal.id)
        here = self._journal.id if self._journal is not None else None
        return {"journal": here, "places": self._places}

    def let_go(self) -> None:
        """Take every page off its journal."""
        self._asked += 1
        if self._journal is not None:
            self._journal = None
            for page in self._pages.values():
                page.close()

    def rest(self) -> None:
        """Bring word indexes and cards up to date while the writer pauses."""
        if self._resting:
            return
        self._resting = True

        def work() -> list[JournalCard]:
            self._shelf.rest()
            return self._shelf.cards()

        self._tasks.run(work, done=self._rested, failed=self._not_rested)

    def read_cards(self) -> None:
        self._tasks.run(self._shelf.cards, done=self._show_cards, failed=self.problem)

    # Inside

    def _begun(self, found: _Beginning) -> None:
        cards, place, told = found
        if told:
            self._view.say_problem(told, None)
        wanted = _journal_of(place)
        if isinstance(place, dict) and isinstance(place.get("places"), dict):
            self._places = {str(k): v for k, v in place["places"].items() if isinstance(v, dict)}
        self._show_cards(cards)
        ids = [card.id for card in cards]
        if wanted in ids:
            self.open_journal(JournalId(str(wanted)))
        elif ids:
            self.open_journal(ids[0])
        else:
            self._view.show_nothing(any_journals=False)

    def _opened(self, journal: OpenJournal, then: Callable[[], None] | None) -> None:
        self._journal = journal
        left = self._places.get(journal.id, {})
        tab = left.get("tab")
        self._tab = tab if isinstance(tab, str) and tab in TABS else JOURNAL
        self._view.show_header(journal)
        self._show_cards(self._cards)
        self._reach.show_sessions_only(self._tab == SESSIONS)
        pages = left.get("pages")
        for name, page in self._pages.items():
            page.open(journal)
            place = pages.get(name) if isinstance(pages, dict) else None
            if isinstance(place, dict) and then is None:
                page.restore(place)
        self._view.show_tab(self._tab)
        self._show_undo()
        if then is not None:
            then()

    def _leave(self) -> None:
        if self._journal is None:
            return
        self._remember_place(self._journal.id)
        self._journal = None
        for page in self._pages.values():
            page.close()

    def _remember_place(self, id: JournalId) -> None:
        # A page that was not built in this sitting stays where it was left in an earlier one.
        pages = self._left_pages(id) | {name: page.place() for name, page in self._pages.items()}
        self._places[id] = {"tab": self._tab, "pages": pages}

    def _left_pages(self, id: JournalId) -> dict[str, object]:
        pages = self._places.get(id, {}).get("pages")
        return dict(pages) if isinstance(pages, dict) else {}

    def _flush_page(self, tab: str) -> None:
        page = self._pages.get(JOURNAL if tab == SESSIONS else tab)
        if page is not None:
            page.flush()

    def _history(self) -> History | None:
        if self._journal is None:
            return None
        return self._histories.setdefault(self._journal.id, History())

    def _take_back(self, *, redo: bool) -> None:
        history = self._history()
        if history is None:
            return
        self.flush()
        change = history.take_redo() if redo else history.take_undo()
        if change is None or change.undo is None:
            return

        def done(way_back: Change) -> None:
            (history.redone if redo else history.undone)(way_back)
            self._tell(way_back, besides="")
            if not redo:
                self._view.say_undone(change.label)
            self._show_undo()

        def failed(error: Exception) -> None:
            history.put_back(change, redo=redo)
            self._show_undo()
            self.problem(error)

        self._tasks.run(change.undo, done=done, failed=failed)

    def _tell(self, change: Change, *, besides: str) -> None:
        for name, page in self._pages.items():
            if name != besides and self._journal is not None:
                page.refresh(change)
        self._view.rest_soon()

    def _show_undo(self) -> None:
        history = self._history()
        self._view.show_undo(history.next_undo if history else "", history.next_redo if history else "")

    def _show_cards(self, cards: Sequence[JournalCard]) -> None:
        self._cards = cards
        self._view.show_cards(cards, self._journal.id if self._journal is not None else None)

    def _rested(self, cards: list[JournalCard]) -> None:
        self._resting = False
        self._show_cards(cards)
        if self._journal is not None:
            for card in cards:
                if card.id == self._journal.id and card != self._journal.card:
                    self._journal = OpenJournal(
                        id=self._journal.id,
                        journal=self._journal.journal,
                        relationship=self._journal.relationship,
                        card=card,
                    )
                    self._view.show_header(self._journal)

    def _not_rested(self, error: Exception) -> None:
        self._resting = False
        self.problem(error)


def _journal_of(place: object) -> object:
    return place.get("journal") if isinstance(place, dict) else None


def worded(error: Exception) -> str:
    """What to say of an error, without quoting what anybody wrote."""
    from mentorjournal.errors import MentorJournalError

    if isinstance(error, MentorJournalError):
        return str(error)
    # The text of an unforeseen error may quote what somebody wrote: name its kind alone.
    return f"Something unexpected happened ({type(error).__name__}). What was saved is safe."
