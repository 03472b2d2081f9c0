"""What the Search page does: answers as one types, from all journals, better with every step.

What is searched for stands in the field and nowhere else: not in `place`, not on the disk.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from mentorjournal.model.clock import Clock, system_clock
from mentorjournal.model.ids import EntryId
from mentorjournal.model.query import Query, parse
from mentorjournal.model.timeline import Hit
from mentorjournal.model.words import EntryKind

T = TypeVar("T")
MOST = 50
KINDS = (
    EntryKind.REFLECTION,
    EntryKind.SESSION,
    EntryKind.GOAL,
    EntryKind.ACTION,
    EntryKind.LEARNING,
)


class Found(Protocol):
    """One hit and the journal it stands in."""

    @property
    def journal(self) -> str: ...
    @property
    def codename(self) -> str: ...
    @property
    def hit(self) -> Hit: ...


class Finder(Protocol):
    """The shelf, as far as searching goes. Both run on the vault's thread."""

    def find(self, query: Query, *, limit: int = MOST) -> Iterator[Sequence[Found]]: ...


class Runner(Protocol):
    def run(
        self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> object: ...


class Outside(Protocol):
    def show_found(self, journal: str, kind: EntryKind, id: EntryId) -> None: ...
    def leave_search(self) -> None: ...
    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Group:
    """The hits of one journal, newest first."""

    journal: str
    codename: str
    hits: tuple[Hit, ...]

    def __repr__(self) -> str:
        return f"Group({len(self.hits)} hits)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What the chips show, read from what is typed."""

    kinds: frozenset[EntryKind] = frozenset()
    codename: str = ""
    after: date | None = None
    before: date | None = None

    @property
    def any(self) -> bool:
        return bool(self.kinds or self.codename or self.after or self.before)


class SearchView(Protocol):
    def set_words(self, text: str) -> None: ...
    def words(self) -> str: ...
    def show_filters(self, filters: Filters) -> None: ...
    def show_codenames(self, codenames: Sequence[str]) -> None: ...
    def show_start(self) -> None: ...
    def show_groups(self, groups: Sequence[Group], *, more: bool, final: bool) -> None: ...
    def show_nothing(self, filters: Filters) -> None: ...
    def clear(self) -> None: ...


class SearchPresenter:
    """At most one step of a search is under way; words typed meanwhile wait and take its place."""

    def __init__(
        self, view: SearchView, tasks: Runner, outside: Outside, clock: Clock = system_clock
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._clock = clock
        self._finder: Finder | None = None
        self._turn = 0
        self._under_way = False
        self._waiting: Query | None = None

    def open(self, finder: Finder, codenames: Sequence[str]) -> None:
        self.close()
        self._finder = finder
        self._view.show_codenames(codenames)
        self._view.show_start()

    def flush(self) -> None:
        """There is nothing to save."""

    def close(self) -> None:
        self._turn += 1
        self._finder = None
        self._waiting = None
        self._under_way = False
        self._view.clear()

    def place(self) -> dict[str, object]:
        return {}

    def restore(self, place: dict[str, object]) -> None:
        """Nothing of a search is kept."""

    def refresh(self, change: object) -> None:
        if self._finder and self._view.words():
            self.typed(self._view.words())

    # What the view asks for

    def typed(self, text: str) -> None:
        """Search for what stands in the field now."""
        query = parse(text)
        self._view.show_filters(filters_of(query))
        if query.is_empty:
            self._waiting = None
            self._turn += 1
            self._under_way = False
            self._view.show_start()
        elif self._under_way:
            self._waiting = query
        else:
            self._begin(query)

    def toggle_kind(self, kind: EntryKind) -> None:
        on = kind in parse(self._view.words()).kinds
        self._view.set_words(with_kind(self._view.words(), kind, not on))

    def choose_journal(self, codename: str) -> None:
        self._view.set_words(with_filter(self._view.words(), "in", codename))

    def choose_after(self, months: int) -> None:
        """Only entries of the last *months* months, or of any time for 0."""
        today = self._clock().date()
        years, month = divmod(today.month - 1 - months, 12)
        value = f"{today.year + years}-{month + 1:02}" if months else ""
        words = with_filter(self._view.words(), "before", "")
        self._view.set_words(with_filter(words, "after", value))

    def drop_filters(self) -> None:
        self._view.set_words(without_filters(self._view.words()))

    def open_hit(self, journal: str, kind: EntryKind, id: EntryId) -> None:
        self._outside.show_found(journal, kind, id)

    def leave(self) -> None:
        self._outside.leave_search()

    # One search

    def _begin(self, query: Query) -> None:
        finder = self._finder
        if finder is None:
            return
        self._turn += 1
        self._under_way = True
        self._step(self._turn, query, lambda: finder.find(query, limit=MOST), ())

    def _step(
        self,
        turn: int,
        query: Query,
        answers_of: Callable[[], Iterator[Sequence[Found]]],
        last: Sequence[Found],
    ) -> None:
        def work() -> tuple[Iterator[Sequence[Found]], Sequence[Found] | None]:
            answers = answers_of()
            return answers, next(answers, None)

        def done(result: tuple[Iterator[Sequence[Found]], Sequence[Found] | None]) -> None:
            answers, found = result
            if turn != self._turn or self._waiting is not None:
                self._leave_off(answers)
                if turn == self._turn:
                    self._next()
                return
            if found is None:
                self._under_way = False
                self._answer(query, last, final=True)
                return
            self._answer(query, found, final=False)
            self._step(turn, query, lambda: answers, found)

        def failed(error: Exception) -> None:
            if turn != self._turn:
                return
            if self._waiting is not None:
                self._next()
                return
            self._under_way = False
            self._outside.problem(error, lambda: self.typed(self._view.words()))

        self._tasks.run(work, done=done, failed=failed)

    def _leave_off(self, answers: Iterator[Sequence[Found]]) -> None:
        """End a search half-way, on the vault's thread, where what it holds may be let go."""
        if isinstance(answers, Generator):
            self._tasks.run(answers.close, done=_nothing, failed=_nothing)

    def _next(self) -> None:
        query, self._waiting = self._waiting, None
        if query is not None:
            self._begin(query)

    def _answer(self, query: Query, found: Sequence[Found], *, final: bool) -> None:
        if found:
            self._view.show_groups(grouped(found), more=len(found) >= MOST, final=final)
        elif final:
            self._view.show_nothing(filters_of(query))


def _nothing(_result: object) -> None:
    """A search that was left off has no more to say."""


def grouped(found: Sequence[Found]) -> list[Group]:
    """Hits by journal, the journal with the newest hit first, and newest first in each."""
    by_journal: dict[str, list[Found]] = {}
    for one in sorted(found, key=lambda one: (one.hit.day, one.hit.place), reverse=True):
        by_journal.setdefault(one.journal, []).append(one)
    return [
        Group(journal=journal, codename=some[0].codename, hits=tuple(one.hit for one in some))
        for journal, some in by_journal.items()
    ]


def filters_of(query: Query) -> Filters:
    return Filters(kinds=query.kinds, codename=query.codename, after=query.after, before=query.before)


def with_kind(text: str, kind: EntryKind, on: bool) -> str:
    """The words with ``kind:`` of this kind put before them or taken away; the last word stays last."""
    spelled = {kind.value, f"{kind.value}s"} | ({"learning-point"} if kind is EntryKind.LEARNING else set())
    names = "|".join(map(re.escape, spelled))
    bare = _tidy(re.sub(rf'(?<!\S)kind:"?(?:{names})"?(?!\S)', "", text, flags=re.IGNORECASE))
    return f"kind:{kind.value} {bare}" if on else bare


def with_filter(text: str, name: str, value: str) -> str:
    """The words with the filter *name* set to *value*, or taken away when it is empty."""
    bare = _without(text, name)
    if not value:
        return bare
    said = value.replace('"', "")
    return f'{name}:"{said}" {bare}' if " " in said else f"{name}:{said} {bare}"


def without_filters(text: str) -> str:
    for name in ("kind", "in", "after", "before"):
        text = _without(text, name)
    return text


def _without(text: str, name: str) -> str:
    return _tidy(re.sub(rf'(?<!\S){name}:(?:"[^"]*"?|\S*)', "", text, flags=re.IGNORECASE))


def _tidy(text: str) -> str:
    """One space between words; a space at the end says that the last word is whole, and stays."""
    end = " " if text.endswith(" ") and text.strip() else ""
    return re.sub(r" {2,}", " ", text).strip() + end
