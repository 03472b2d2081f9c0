"""An entry while it is being written: what the screen says, what the journal has, and the writes between."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import partial
from typing import Any, Generic, Protocol, TypeVar

from mentorjournal.journal.back import taken_back
from mentorjournal.journal.choices import choices_alone, named
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId


class Entry(Protocol):
    @property
    def id(self) -> EntryId: ...


T = TypeVar("T", bound=Entry)
E = TypeVar("E", bound=Entry)
S = TypeVar("S")


class Runner(Protocol):
    """The one vault thread: works in order, answers on the thread of the screen."""

    def run(
        self, work: Callable[[], S], *, done: Callable[[S], None], failed: Callable[[Exception], None]
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class Book(Generic[T]):
    """How an entry is kept. *ready* says whether a new one is worth a first write: an empty page is not."""

    get: Callable[[EntryId], T]
    add: Callable[[T], Change]
    write: Callable[[T], Change]
    ready: Callable[[T], bool]


class Draft(Generic[T]):
    """One entry being written. What was not acknowledged is written again by the next `take` or `retry`.

    *saved* and *failed* are told of the newest write alone; a later one that succeeds makes up for an
    earlier one that failed, for each holds the whole entry. *changed* is told of every write that reached
    the disk.
    """

    def __init__(
        self,
        value: T,
        book: Book[T],
        tasks: Runner,
        *,
        stored: bool,
        changed: Callable[[Change], None],
        saved: Callable[[Draft[T]], None],
        failed: Callable[[Draft[T], Exception], None],
    ) -> None:
        self.value = value
        self._book = book
        self._tasks = tasks
        self._stored = stored  # read and set on the vault's thread only, once the first write is under way
        self._sent: T | None = value if stored else None
        self._kept: T | None = self._sent
        self._turn = 0
        self._changed = changed
        self._saved = saved
        self._failed = failed

    @property
    def pending(self) -> bool:
        """Whether something stands on the screen that the disk has not acknowledged."""
        return self.value != self._kept and (self._kept is not None or self._book.ready(self.value))

    @property
    def kept(self) -> T | None:
        """What the journal is known to have; None while the entry is only on the screen."""
        return self._kept

    def take(self, value: T) -> bool:
        """Note what the entry says now and write it, unless the journal has it or is about to."""
        self.value = value
        if value == self._sent or (self._sent is None and not self._book.ready(value)):
            return False
        self._sent = value
        self._turn += 1
        self._tasks.run(
            partial(self._write, value),
            done=partial(self._written, value, self._turn),
            failed=partial(self._refused, self._turn),
        )
        return True

    def retry(self) -> None:
        """Write once more what could not be written."""
        self.take(self.value)

    def settle(self, value: T) -> None:
        """Take over what the journal has now, because somebody else wrote it."""
        self.value = self._sent = self._kept = value

    def merge(self, theirs: T, mine: T, keys: Mapping[str, Callable[[Any], Hashable]]) -> T:
        """Take over what was changed elsewhere without losing what is being written here."""
        base = self._sent if self._sent is not None else mine
        both = merged(base, mine, theirs, keys)
        self._sent = self._kept = theirs
        self.value = both
        return both

    def _write(self, value: T) -> Change:
        change = self._book.write(value) if self._stored else self._book.add(value)
        self._stored = True
        return change

    def _written(self, value: T, turn: int, change: Change) -> None:
        before, self._kept = self._kept, value
        self._changed(replace(change, undo=None) if before is None else self._undoable(before, value, change))
        if turn == self._turn:
            self._saved(self)

    def _undoable(self, before: T, after: T, change: Change) -> Change:
        """*change* with a way back for what was chosen. The editor takes text back itself, and undoing a
        whole entry would tear out what was typed since.
        """
        was = choices_alone(before, after)
        if was == after:
            return replace(change, undo=None)
        label = named(was, after, change.label)
        return replace(change, label=label, undo=partial(_go_back, self._book, was, after, label))

    def _refused(self, turn: int, error: Exception) -> None:
        if turn == self._turn:
            self._sent = self._kept
            self._failed(self, error)


def _go_back(book: Book[E], before: E, after: E, label: str) -> Change:
    """Take back what was chosen from *before* to *after*, where it still stands."""
    change = book.write(taken_back(before, after, book.get(after.id)))
    return replace(change, label=label, undo=partial(_go_back, book, after, before, label))


def merged(base: T, mine: T, theirs: T, keys: Mapping[str, Callable[[Any], Hashable]]) -> T:
    """Field by field, mine where I changed it since *base*, theirs elsewhere; tuples named in *keys* item by
    item, so that a note put back elsewhere and a sentence typed here both stay. An item that both changed is
    brought together field by field as well.
    """
    changes: dict[str, Any] = {}
    for field in fields(base):  # type: ignore[arg-type]  # every entry is a dataclass
        name = field.name
        was, here, there = getattr(base, name), getattr(mine, name), getattr(theirs, name)
        if name in keys:
            changes[name] = _merged_items(was, here, there, keys[name])
        elif here == was:
            changes[name] = there
    return replace(mine, **changes)  # type: ignore[type-var]


def _merged_items(
    base: tuple[S, ...], mine: tuple[S, ...], theirs: tuple[S, ...], key: Callable[[S], Hashable]
) -> tuple[S, ...]:
    if mine == base:
        return theirs
    was = {key(item): item for item in base}
    there = {key(item): item for item in theirs}
    items = [
        _merged_item(was.get(key(item)), item, there.get(key(item)))
        for item in mine
        if key(item) in there or item != was.get(key(item))
    ]
    here = {key(item) for item in mine}
    for position, item in enumerate(theirs):
        if key(item) in was or key(item) in here:
            continue
        before = {key(other) for other in theirs[:position]}
        after = max((n + 1 for n, other in enumerate(items) if key(other) in before), default=0)
        items.insert(after, item)
    return tuple(items)


def _merged_item(was: S | None, mine: S, theirs: S | None) -> S:
    if theirs is None or theirs == was:
        return mine
    if was is None or mine == was:
        return theirs if mine == was else mine
    return merged(was, mine, theirs, {}) if is_dataclass(mine) else mine  # type: ignore[type-var]
