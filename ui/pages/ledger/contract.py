"""What the page of the practice ledger shows, and what its presenter asks of view and window."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from mentorjournal.journal.ledger import Held, Ledger
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId
from mentorjournal.model.ledger import Behind, LedgerEntry, Period, Totals
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import Mode, PracticeKind


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class EntryDraft:
    """An entry as it is being typed; day and length are read when it is kept."""

    kind: PracticeKind = PracticeKind.SUPERVISION
    day: str = ""
    time: str = ""
    mode: Mode | None = None
    learning: str = ""
    how_applied: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class LedgerShown:
    """*entries* are those of the period, newest first; *in_all* is how many there are without a period."""

    entries: tuple[LedgerEntry, ...]
    totals: Totals
    period: Period
    in_all: int
    today: date


class LedgerView(Protocol):
    def show_intro(self, entries: int) -> None: ...
    def show_ledger(self, shown: LedgerShown) -> None: ...
    def show_days(self, since: str, until: str) -> None: ...
    def show_behind(self, behind: Behind) -> None: ...
    def select(self, id: EntryId) -> None: ...
    def edit(self, entry: LedgerEntry, draft: EntryDraft) -> None: ...
    def end_editing(self) -> None: ...
    def entry_added(self) -> None: ...
    def say_days(self, problem: str) -> None: ...
    def say_adding(self, problem: str) -> None: ...
    def say_editing(self, problem: str) -> None: ...
    def say_saved(self, name: str) -> None: ...
    def say_not_saved(self, problem: str) -> None: ...
    def typed(self) -> dict[str, object]: ...
    def bring_back(self, typed: dict[str, object]) -> None: ...


class Outside(Protocol):
    def changed(self, change: Change) -> None: ...
    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None: ...
    def choose_save_path(self, suggested: str) -> Path | None: ...


class Shelf(Protocol):
    """The vault, on its own thread."""

    @property
    def ledger(self) -> Ledger: ...
    def mentored(self) -> Held: ...
    def relationships(self) -> Iterator[Relationship]: ...
    def setting(self, name: str, default: object = None) -> object: ...
    def set_setting(self, name: str, value: object) -> None: ...


def newest_first(entries: Sequence[LedgerEntry]) -> tuple[LedgerEntry, ...]:
    return tuple(reversed(entries))
