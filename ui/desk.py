"""The desk: where one entry lies open, is written, saved, kept when saving fails, and put away."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from datetime import date, datetime
from functools import partial
from typing import Any, Generic, Protocol, TypeVar

from mentorjournal.journal.journal import Journal
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock
from mentorjournal.model.ids import EntryId
from mentorjournal.model.relationship import Relationship
from ui.draft import Book, Draft, Runner


class Entry(Protocol):
    @property
    def id(self) -> EntryId: ...
    @property
    def day(self) -> date: ...


T = TypeVar("T", bound=Entry)


class OpenJournal(Protocol):
    """An open journal and whose it is."""

    @property
    def journal(self) -> Journal: ...
    @property
    def relationship(self) -> Relationship: ...


class Outside(Protocol):
    """What the desk tells the rest of the window."""

    def changed(self, change: Change) -> None: ...
    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None: ...
    def show_versions(self) -> None: ...


class DeskView(Protocol[T]):
    """Shows one entry. It tells `touched` of every edit; `written` is what stands on the screen now."""

    def show_entry(self, value: T, *, fresh: bool) -> None: ...
    def update_entry(self, value: T) -> None: ...
    def written(self, base: T) -> T: ...
    def clear(self) -> None: ...
    def save_soon(self) -> None: ...
    def show_unsaved(self) -> None: ...
    def show_saved(self, at: datetime | None) -> None: ...
    def show_not_saved(self, message: str) -> None: ...
    def place(self) -> dict[str, object]: ...
    def restore(self, place: dict[str, object]) -> None: ...


class Desk(Generic[T]):
    """Keeps one entry between the screen and the journal. A page says what its entries are.

    What could not be written stays with the desk when another entry is opened, is shown again when its own
    is, and is tried again with the next edit, `flush` or the retry that `Outside.problem` was given.
    """

    keys: Mapping[str, Callable[[Any], Hashable]] = {}
    """How the items of a tuple are told apart when two versions are brought together."""

    def __init__(self, view: DeskView[T], tasks: Runner, outside: Outside, clock: Clock) -> None:
        self._desk_view = view
        self._tasks = tasks
        self._outside = outside
        self._clock = clock
        self._journal: OpenJournal | None = None
        self._draft: Draft[T] | None = None
        self._wanted: EntryId | None = None
        self._place: dict[str, object] | None = None
        self._touched = False
        self._unkept: dict[EntryId, Draft[T]] = {}
        self._reported: Change | None = None
        self._listener: Callable[[Change], None] | None = None

    # What a page says

    def book(self, journal: Journal) -> Book[T]:
        """How this page's entries are kept."""
        raise NotImplementedError

    def blank(self, journal: OpenJournal) -> T:
        """A new entry."""
        raise NotImplementedError

    def acceptable(self, value: T) -> bool:
        """Whether the journal would take it as it stands; while it would not, the earlier words stay."""
        return True

    def shown(self, journal: OpenJournal, value: T) -> None:
        """Fetch what belongs beside the entry."""

    def kept(self, journal: OpenJournal, value: T) -> None:
        """Take note that the entry reached the disk."""

    # Opening and closing

    def open(self, journal: OpenJournal) -> None:
        """Write in this journal from now on."""
        self._journal = journal

    def open_entry(self, journal: OpenJournal, id: EntryId) -> None:
        """Show the entry; what stands on the screen is written first."""
        self._put_away()
        self.open(journal)
        self._wanted = id
        if id in self._unkept:
            self._show(self._unkept[id], fresh=False)
            return
        self._tasks.run(
            partial(self.book(journal.journal).get, id),
            done=partial(self._arrived, journal),
            failed=partial(self._missing, journal, id),
        )

    def begin(self, journal: OpenJournal) -> EntryId:
        """Lay an empty page on the table. It is kept once there is something on it."""
        self._put_away()
        self.open(journal)
        value = self.blank(journal)
        self._wanted = value.id
        self._show(self._drafted(journal, value, stored=False), fresh=True)
        return value.id

    def flush(self) -> None:
        """Write now whatever is not on the disk yet."""
        self.save()
        for draft in list(self._unkept.values()):
            draft.retry()

    def leave_entry(self) -> None:
        """Write what is left and clear the page."""
        self._put_away()
        self._wanted = None
        self._desk_view.clear()

    def close(self) -> None:
        """Write what is left, then let go of the journal before the page is cleared."""
        self.flush()
        self._draft = None
        self._wanted = None
        self._journal = None
        self._place = None
        self._unkept.clear()
        self._desk_view.clear()

    def place(self) -> dict[str, object]:
        if self._draft is None:
            return {}
        return {"id": self._draft.value.id, **self._desk_view.place()}

    def restore(self, place: dict[str, object]) -> None:
        """Put the cursor back where it was, once the entry is there."""
        if self._draft is not None and self._draft.value.id == place.get("id"):
            self._desk_view.restore(place)
        else:
            self._place = place

    def refresh(self, change: Change) -> None:
        """Take over what was changed elsewhere, without losing what is being written."""
        draft, journal = self._draft, self._journal
        if draft is None or journal is None or change is self._reported:
            return
        id = draft.value.id
        if id in change.gone:
            self._draft = None
            self._wanted = None
            self._desk_view.clear()
        elif id in change.touched:
            self._tasks.run(
                partial(self.book(journal.journal).get, id),
                done=partial(self._rewritten, journal, draft),
                failed=self._outside.problem,
            )

    # Writing

    def touched(self) -> None:
        """Something was typed or chosen."""
        if self._draft is not None:
            self._touched = True
            self._desk_view.show_unsaved()
            self._desk_view.save_soon()

    def save(self) -> None:
        """Write what stands on the screen, unless the journal has it already."""
        draft = self._draft
        if draft is None:
            return
        value = self._desk_view.written(draft.value)
        if not self.acceptable(value):
            return
        self._touched = False
        draft.take(value)
        if not draft.pending:
            self._desk_view.show_saved(None)

    def show_versions(self) -> None:
        """Show how the entry read before, on a page of its own."""
        self._outside.show_versions()

    def report(self, change: Change) -> None:
        """Tell of a change that this page shows already: first the list beside it, then the window."""
        self._reported = change
        if self._listener is not None:
            self._listener(change)
        self._outside.changed(change)

    def tell(self, listener: Callable[[Change], None]) -> None:
        """Let *listener*, the list of entries, know of every change made here."""
        self._listener = listener

    # What comes back

    def _put_away(self) -> None:
        self.save()
        self._draft = None

    def _drafted(self, journal: OpenJournal, value: T, *, stored: bool) -> Draft[T]:
        return Draft(
            value,
            self.book(journal.journal),
            self._tasks,
            stored=stored,
            changed=partial(self._changed, journal),
            saved=partial(self._saved, journal),
            failed=partial(self._failed, journal),
        )

    def _arrived(self, journal: OpenJournal, value: T) -> None:
        if journal is self._journal and value.id == self._wanted and self._draft is None:
            self._show(self._drafted(journal, value, stored=True), fresh=False)

    def _missing(self, journal: OpenJournal, id: EntryId, error: Exception) -> None:
        if journal is self._journal and id == self._wanted:
            self._wanted = None
            self._desk_view.clear()
            self._outside.problem(error)

    def _show(self, draft: Draft[T], *, fresh: bool) -> None:
        self._draft = draft
        self._touched = False
        self._desk_view.show_entry(draft.value, fresh=fresh)
        if draft.pending:
            self._desk_view.show_unsaved()
        if self._journal is not None:
            self.shown(self._journal, draft.value)
        place, self._place = self._place, None
        if place is not None and place.get("id") == draft.value.id:
            self._desk_view.restore(place)

    def _rewritten(self, journal: OpenJournal, draft: Draft[T], theirs: T) -> None:
        if draft is not self._draft:
            return
        mine = self._desk_view.written(draft.value)
        both = draft.merge(theirs, mine, self.keys)
        if both != mine:
            self._desk_view.update_entry(both)
        draft.take(both)
        self.kept(journal, both)

    def _changed(self, journal: OpenJournal, change: Change) -> None:
        if journal is self._journal:
            self.report(change)

    def _saved(self, journal: OpenJournal, draft: Draft[T]) -> None:
        self._unkept.pop(draft.value.id, None)
        if draft is self._draft:
            if not self._touched:
                self._desk_view.show_saved(self._clock())
            self.kept(journal, draft.value)

    def _failed(self, journal: OpenJournal, draft: Draft[T], error: Exception) -> None:
        if journal is self._journal:
            self._unkept[draft.value.id] = draft
        if draft is self._draft:
            self._desk_view.show_not_saved(str(error))
        self._outside.problem(error, draft.retry)
