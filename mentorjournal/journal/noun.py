"""What the acts on every noun share: one transaction, one Change, and the exact way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

from mentorjournal.errors import NotFound
from mentorjournal.journal.acts import Acts
from mentorjournal.journal.back import taken_back
from mentorjournal.journal.versions import Texts, Versions
from mentorjournal.journal.words import Shown
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock, moment_text
from mentorjournal.model.ids import EntryId
from mentorjournal.model.revision import Part
from mentorjournal.model.words import EntryKind
from mentorjournal.storage import leaves, links, revisions
from mentorjournal.storage.connection import Connection


class Entry(Protocol):
    """What every noun's value has."""

    @property
    def id(self) -> EntryId: ...
    @property
    def day(self) -> date: ...


T = TypeVar("T", bound=Entry)


@dataclass(frozen=True, slots=True)
class Book(Generic[T]):
    """How one kind of entry is kept, shown and named. Of *parts*, its texts, earlier ones are kept."""

    kind: EntryKind
    name: str
    load: Callable[[Connection, EntryId], T | None]
    all: Callable[[Connection], list[T]]
    save: Callable[[Connection, T, T | None, str], None]
    delete: Callable[[Connection, EntryId], None]
    show: Callable[[T], Shown]
    words: Callable[[T], tuple[str, str]]
    check: Callable[[T], T]
    parts: Callable[[T], tuple[Part, ...]]


class Noun(Generic[T]):
    """The door to one kind of entry. Runs on the vault's thread, like everything that reads or writes."""

    _book: Book[T]

    _remembers = True
    """Whether what was written is what is read: not so where the journal works something out when reading."""

    def __init__(self, acts: Acts, clock: Clock, versions: Versions) -> None:
        self._db = acts.db
        self._acts = acts
        self._clock = clock
        self._versions = versions
        self._versions.know(self._book.kind, Texts(self._book.load, self._book.parts))
        self._written: tuple[int, T] | None = None

    def get(self, id: EntryId) -> T:
        """The entry. Raises NotFound when it is not in the journal any more."""
        if self._written and self._written[0] == self._acts.count and self._written[1].id == id:
            return self._written[1]  # nothing has changed since it was written
        value = self._book.load(self._db, id)
        if value is None:
            raise NotFound
        return value

    def all(self) -> list[T]:
        return self._book.all(self._db)

    def add(self, value: T) -> Change:
        """Put a new entry into the journal."""
        return self._put(value, None, f"Add {self._book.name}")

    def write(self, value: T) -> Change:
        """Replace what the entry says. Raises NotFound when it is gone, InvalidInput for a wrong field."""
        return self._put(value, self.get(value.id), f"Edit {self._book.name}")

    def remove(self, id: EntryId) -> Change:
        """Delete the entry for real; what pointed at it stays, and undoing restores all."""
        return self._take(id, f"Delete {self._book.name}")

    def words_of(self, id: EntryId) -> tuple[str, str]:
        value = self._book.load(self._db, id)
        return ("", "") if value is None else self._book.words(value)

    def _today(self) -> date:
        return self._clock().date()

    def _put(
        self,
        value: T,
        before: T | None,
        label: str,
        traces: links.Traces = links.NO_TRACES,
        versions: list[revisions.Row] | None = None,
    ) -> Change:
        book = self._book
        value = book.check(value)
        shown = book.show(value)
        now = self._clock()
        moment = moment_text(now)
        moved = before is not None and before.day != value.day
        with self._acts.one():
            place = leaves.place_of(self._db, value.id) if moved else None
            self._versions.writing(book.kind, value.id, before, value, now, moment)
            book.save(self._db, value, before, moment)
            row = leaves.put(
                self._db, book.kind, value.id, value.day, shown.title, shown.opening, at=traces.place
            )
            if before is None:
                links.bring_back(self._db, book.kind, value.id, traces)
                self._versions.put_back(versions or [])
        self._written = (self._acts.count, value) if self._remembers else None

        def undo() -> Change:
            if before is None:
                return self._take(value.id, label)
            now = self.get(value.id)
            return self._put(taken_back(before, value, now), now, label, links.Traces(place=place))

        touched = frozenset({value.id}) | traces.touched
        return Change(label=label, touched=touched, rows=(row,), undo=undo)

    def _take(self, id: EntryId, label: str) -> Change:
        value = self.get(id)
        with self._acts.one():
            traces = links.traces(self._db, self._book.kind, id)
            versions = self._versions.take(self._book.kind, id)
            leaves.delete(self._db, id)
            self._book.delete(self._db, id)

        def undo() -> Change:
            return self._put(value, None, label, traces, versions)

        touched = frozenset({id}) | traces.touched
        return Change(label=label, touched=touched, gone=frozenset({id}), undo=undo)
