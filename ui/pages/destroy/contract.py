"""What the page that destroys a journal shows, and what its presenter needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol, TypeVar

from mentorjournal.model.card import JournalCard, JournalId
from mentorjournal.model.closure import DestructionRecord
from mentorjournal.model.export import KnownExport

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Facts:
    """What would go, and what is known of what would stay elsewhere. *hold* is why nothing may go, *due_on*
    when the notes are due; *damaged* says that the journal itself could not be read.
    """

    card: JournalCard
    backups: int
    exports: tuple[KnownExport, ...] = ()
    on_hold: bool = False
    hold_reason: str = ""
    due_on: date | None = None
    is_due: bool = False
    damaged: bool = False

    def __repr__(self) -> str:
        return f"Facts({self.card.id})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How it went: the record, or the error and whether the work has begun for all that."""

    record: DestructionRecord | None = None
    error: Exception | None = None
    begun: bool = False


class Runner(Protocol):
    def run(
        self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> object: ...


class DestroyView(Protocol):
    def show_cards(self, cards: Sequence[JournalCard], chosen: JournalId | None) -> None: ...
    def show_facts(self, facts: Facts) -> None: ...
    def show_nothing(self) -> None: ...
    def show_under_way(self, codename: str) -> None: ...
    def show_record(self, record: DestructionRecord, *, kept: bool) -> None: ...
    def show_interrupted(self, codename: str, reason: str) -> None: ...
    def say(self, sentence: str) -> None: ...
    def say_saved(self, file_name: str) -> None: ...
    def print_pdf(self, data: bytes) -> None: ...
    def clear(self) -> None: ...


class Outside(Protocol):
    """What the page wishes from outside. *part_from* lets every page, place and act of a journal go."""

    def part_from(self, journal: JournalId) -> None: ...
    def parted(self) -> None: ...
    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None: ...
    def choose_save_path(self, suggested: str) -> Path | None: ...
    def hold(self, journal: JournalId) -> None: ...
