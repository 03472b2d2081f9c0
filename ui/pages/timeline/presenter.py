"""The journal page: everything written, newest first, with the open entry beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import partial
from typing import Protocol

from mentorjournal.errors import NotFound
from mentorjournal.journal.journal import TIMELINE_KINDS, Journal
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock
from mentorjournal.model.ids import EntryId
from mentorjournal.model.timeline import Place, TimelineRow
from mentorjournal.model.topic import INBOX
from mentorjournal.model.words import EntryKind, Role
from ui import desk
from ui.desk import OpenJournal
from ui.draft import Runner

FIRST_PAGE = 50


class Filter(StrEnum):
    """Which kinds of writing are shown."""

    ALL = "all"
    REFLECTIONS = "reflections"
    SESSIONS = "sessions"
    GOALS = "goals"
    LEARNING = "learning"

    @property
    def kinds(self) -> tuple[EntryKind, ...]:
        return _KINDS[self]


_KINDS: Mapping[Filter, tuple[EntryKind, ...]] = {
    Filter.ALL: TIMELINE_KINDS,
    Filter.REFLECTIONS: (EntryKind.REFLECTION,),
    Filter.SESSIONS: (EntryKind.SESSION,),
    Filter.GOALS: (EntryKind.GOAL,),
    Filter.LEARNING: (EntryKind.LEARNING,),
}


class Outside(desk.Outside, Protocol):
    def show_entry(self, kind: EntryKind, id: EntryId) -> None: ...
    def rate(self) -> None: ...


class EntryOpener(Protocol):
    """What opens one kind of entry beside the list."""

    def open_entry(self, journal: OpenJournal, id: EntryId) -> None: ...
    def begin(self, journal: OpenJournal) -> EntryId: ...
    def leave_entry(self) -> None: ...
    def flush(self) -> None: ...
    def close(self) -> None: ...
    def place(self) -> dict[str, object]: ...
    def restore(self, place: dict[str, object]) -> None: ...
    def refresh(self, change: Change) -> None: ...
    def tell(self, listener: Callable[[Change], None]) -> None: ...


class TimelineView(Protocol):
    """Shows rows and the slot for the entry. It asks for `more` as the writer comes near the end."""

    def show_rows(self, rows: Sequence[TimelineRow], *, more: bool) -> None: ...
    def append_rows(self, rows: Sequence[TimelineRow], *, more: bool) -> None: ...
    def forget_rows(self) -> None: ...
    def put_row(self, row: TimelineRow) -> None: ...
    def drop_row(self, id: EntryId) -> None: ...
    def select(self, id: EntryId | None) -> None: ...
    def show_waiting(self, topics: int) -> None: ...
    def show_filter(self, filter: Filter) -> None: ...
    def describe_empty(self, filter: Filter, role: Role) -> None: ...
    def show_entry_view(self, kind: EntryKind | None) -> None: ...
    def focus_list(self) -> None: ...
    def neighbour(self, id: EntryId) -> TimelineRow | None: ...
    def list_place(self) -> dict[str, object]: ...
    def restore_list(self, place: dict[str, object]) -> None: ...


class TimelinePresenter:
    """Keeps the list and the open entry together."""

    def __init__(
        self,
        view: TimelineView,
        tasks: Runner,
        outside: Outside,
        clock: Clock,
        *,
        open_entry: Mapping[EntryKind, EntryOpener],
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._clock = clock
        self._openers = open_entry
        self._journal: OpenJournal | None = None
        self._filter = Filter.ALL
        self._opened: tuple[EntryKind, EntryId] | None = None
        self._loaded = 0
        self._last: Place | None = None
        self._more = False
        self._asked = 0  # every list that is asked for; answers to an earlier question are dropped
        self._wanted_place: dict[str, object] | None = None
        for opener in open_entry.values():
            opener.tell(self._show_change)

    @property
    def opened(self) -> tuple[EntryKind, EntryId] | None:
        """The entry that lies open beside the list."""
        return self._opened

    # Opening and closing

    def open(self, journal: OpenJournal) -> None:
        """Show this journal, from its newest page."""
        self._journal = journal
        self._view.show_filter(self._filter)
        self._load(FIRST_PAGE)
        self._count_waiting()

    def flush(self) -> None:
        for opener in self._openers.values():
            opener.flush()

    def close(self) -> None:
        """Let go of the journal: the entry first, the list after it."""
        for opener in self._openers.values():
            opener.close()
        self._journal = None
        self._opened = None
        self._asked += 1
        self._filter = Filter.ALL
        self._view.show_entry_view(None)
        self._view.forget_rows()
        self._view.show_waiting(0)
        self._loaded, self._last, self._more = 0, None, False

    def place(self) -> dict[str, object]:
        place: dict[str, object] = {"filter": self._filter.value, "loaded": self._loaded}
        place["list"] = self._view.list_place()
        if self._opened is not None:
            kind, id = self._opened
            place["entry"] = {"kind": kind.value, "id": id, "inside": self._openers[kind].place()}
        return place

    def restore(self, place: dict[str, object]) -> None:
        """Lead back to where the writer was: filter, list, entry and cursor."""
        self._filter = next((f for f in Filter if f.value == place.get("filter")), Filter.ALL)
        self._view.show_filter(self._filter)
        loaded = place.get("loaded")
        where = place.get("list")
        self._wanted_place = where if isinstance(where, dict) else None
        self._load(max(FIRST_PAGE, loaded if isinstance(loaded, int) else 0))
        entry = place.get("entry")
        if isinstance(entry, dict):
            self._reopen(entry)

    def _reopen(self, entry: Mapping[str, object]) -> None:
        kind = next((k for k in self._openers if k.value == entry.get("kind")), None)
        if kind is None:
            return
        self.open_entry(kind, EntryId(str(entry.get("id"))))
        inside = entry.get("inside")
        if isinstance(inside, dict):
            self._openers[kind].restore(inside)

    def refresh(self, change: Change) -> None:
        """Take over what was written, moved or removed elsewhere: the rows, and the open entry."""
        if self._journal is None:
            return
        for opener in self._openers.values():
            opener.refresh(change)
        self._show_change(change)

    def _show_change(self, change: Change) -> None:
        if self._journal is None:
            return
        if change.gone or any(row.kind is EntryKind.TOPIC for row in change.rows):
            self._count_waiting()
        for id in change.gone:
            self._view.drop_row(id)
            if self._opened is not None and self._opened[1] == id:
                self._let_go()
        for row in change.rows:
            if row.kind not in self._filter.kinds:
                continue
            if not self._reaches(row):
                self._view.drop_row(row.id)
                continue
            self._view.put_row(row)
            if self._opened == (row.kind, row.id):
                self._view.select(row.id)

    # The list

    def choose(self, filter: Filter) -> None:
        """Show only these kinds of writing."""
        if filter is self._filter:
            return
        self._filter = filter
        self._view.show_filter(filter)
        self._load(FIRST_PAGE)

    def more(self) -> None:
        """Fetch the page that follows. Pages grow with what is there, so that a long way down stays short."""
        if not self._more or self._journal is None:
            return
        self._more = False
        journal, asked, kinds, last = self._journal, self._asked, self._filter.kinds, self._last
        size = max(FIRST_PAGE, self._loaded // 4)
        self._tasks.run(
            lambda: journal.journal.timeline(kinds=kinds, before=last, limit=size),
            done=partial(self._more_arrived, asked, size),
            failed=self._outside.problem,
        )

    # Entries

    def open_entry(self, kind: EntryKind, id: EntryId) -> None:
        """Open the entry beside the list; another page shows the kinds that do not open here."""
        if self._journal is None:
            return
        if kind not in self._openers:
            self._outside.show_entry(kind, id)
            return
        if self._opened != (kind, id):
            self._leave_other(kind)
            self._opened = (kind, id)
            self._openers[kind].open_entry(self._journal, id)
        self._view.show_entry_view(kind)
        self._view.select(id)

    def open_inbox(self) -> None:
        """Show the topics that no session holds yet."""
        self.open_entry(EntryKind.TOPIC, INBOX)

    def glance(self, kind: EntryKind, id: EntryId) -> None:
        """Show the entry while the writer walks through the list; other pages are not opened in passing."""
        if kind in self._openers:
            self.open_entry(kind, id)
        elif self._opened is not None:
            self._openers[self._opened[0]].leave_entry()
            self._let_go()

    def new_entry(
        self, kind: EntryKind = EntryKind.REFLECTION, begin: Callable[[OpenJournal], EntryId] | None = None
    ) -> None:
        """Lay a new page on the table, with the cursor in it. *begin* lays it in another way than usual."""
        if self._journal is None or kind not in self._openers:
            return
        if self._filter is not Filter.ALL and kind not in self._filter.kinds:
            self.choose(Filter.ALL)
        self._leave_other(kind)
        self._view.select(None)
        self._view.show_entry_view(kind)
        self._opened = (kind, (begin or self._openers[kind].begin)(self._journal))

    def rate(self) -> None:
        """Rate how it is going, on a page of its own."""
        self._outside.rate()

    def back(self) -> None:
        """Return to the list; what was written is kept."""
        if self._opened is not None:
            kind, id = self._opened
            self._openers[kind].leave_entry()
            self._opened = None
            self._view.show_entry_view(None)
            self._view.select(id)
        self._view.focus_list()

    def delete(self, kind: EntryKind, id: EntryId) -> None:
        """Take the entry out of the journal. The Change that is reported knows the way back."""
        journal = self._journal
        if journal is None:
            return
        next_row = self._view.neighbour(id)
        if self._opened == (kind, id):
            self._openers[kind].leave_entry()  # writes what is left, so that undoing brings back all of it
            self._let_go()
        self._tasks.run(
            partial(_remove, journal.journal, kind, id),
            done=partial(self._deleted, journal, next_row),
            failed=partial(self._not_deleted, journal),
        )

    # What comes back

    def _load(self, size: int) -> None:
        journal = self._journal
        if journal is None:
            return
        self._asked += 1
        self._more = False
        self._view.describe_empty(self._filter, journal.relationship.my_role)
        kinds = self._filter.kinds
        self._tasks.run(
            lambda: journal.journal.timeline(kinds=kinds, limit=size),
            done=partial(self._arrived, self._asked, size),
            failed=partial(self._outside.problem, retry=partial(self._load, size)),
        )

    def _count_waiting(self) -> None:
        journal = self._journal
        if journal is not None:
            self._tasks.run(
                journal.journal.topics.waiting,
                done=partial(self._waiting_counted, journal),
                failed=self._outside.problem,
            )

    def _waiting_counted(self, journal: OpenJournal, topics: int) -> None:
        if journal is self._journal:
            self._view.show_waiting(topics)

    def _arrived(self, asked: int, size: int, rows: list[TimelineRow]) -> None:
        if asked != self._asked:
            return
        self._note(rows, size)
        self._loaded = len(rows)
        self._view.show_rows(rows, more=self._more)
        if self._opened is not None:
            self._view.select(self._opened[1])
        place, self._wanted_place = self._wanted_place, None
        if place is not None:
            self._view.restore_list(place)

    def _more_arrived(self, asked: int, size: int, rows: list[TimelineRow]) -> None:
        if asked == self._asked:
            self._note(rows, size)
            self._loaded += len(rows)
            self._view.append_rows(rows, more=self._more)

    def _note(self, rows: list[TimelineRow], size: int) -> None:
        self._more = len(rows) == size
        if rows:
            self._last = rows[-1].place

    def _reaches(self, row: TimelineRow) -> bool:
        """Whether the list is fetched as far as this row; one below comes with its own page."""
        return not self._more or self._last is None or row.place >= self._last

    def _leave_other(self, kind: EntryKind) -> None:
        if self._opened is not None and self._opened[0] is not kind:
            self._openers[self._opened[0]].leave_entry()
            self._opened = None

    def _let_go(self) -> None:
        self._opened = None
        self._view.show_entry_view(None)

    def _deleted(self, journal: OpenJournal, next_row: TimelineRow | None, change: Change) -> None:
        if journal is not self._journal:
            return
        self.refresh(change)
        if next_row is not None and self._opened is None:
            self._view.select(next_row.id)
            self._view.focus_list()
        self._outside.changed(change)

    def _not_deleted(self, journal: OpenJournal, error: Exception) -> None:
        # A new page without a word was never in the journal: putting it away is all there is to do.
        if journal is self._journal and not isinstance(error, NotFound):
            self._outside.problem(error)


def _remove(journal: Journal, kind: EntryKind, id: EntryId) -> Change:
    doors: Mapping[EntryKind, Callable[[EntryId], Change]] = {
        EntryKind.REFLECTION: journal.reflections.remove,
        EntryKind.SESSION: journal.sessions.remove,
        EntryKind.GOAL: journal.goals.remove,
        EntryKind.LEARNING: journal.learning_points.remove,
        EntryKind.TOPIC: journal.topics.remove,
        EntryKind.REVIEW: journal.reviews.remove,
    }
    return doors[kind](id)
