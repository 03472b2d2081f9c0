"""What the page of earlier versions shows at once, and what its presenter needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar

from mentorjournal.journal.journal import Journal
from mentorjournal.model.change import Change
from mentorjournal.model.difference import PartDifference
from mentorjournal.model.ids import EntryId, RevisionId
from mentorjournal.model.revision import RevisionRow
from mentorjournal.model.words import EntryKind

T = TypeVar("T")


class Against(StrEnum):
    """What a version is compared with."""

    NOW = "now"
    BEFORE = "before"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class VersionsShown:
    """An entry's versions, newest first. *kind* is None while no entry is open."""

    kind: EntryKind | None
    title: str
    rows: Sequence[RevisionRow]
    today: date

    def __repr__(self) -> str:
        return f"VersionsShown({len(self.rows)} versions)"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class VersionShown:
    """One version beside what it is compared with. *only_form*: the words are the same, their look is not."""

    row: RevisionRow
    against: Against
    parts: tuple[PartDifference, ...]
    added: int
    removed: int
    only_form: bool
    may_copy: bool

    def __repr__(self) -> str:
        return f"VersionShown({self.row.id})"


class OpenJournal(Protocol):
    @property
    def journal(self) -> Journal: ...


class Runner(Protocol):
    def run(
        self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> object: ...


class Outside(Protocol):
    def changed(self, change: Change) -> None: ...
    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None: ...
    def show_entry(self, kind: EntryKind, id: EntryId) -> None: ...


class VersionsView(Protocol):
    def show_versions(self, shown: VersionsShown) -> None: ...
    def show_version(self, shown: VersionShown) -> None: ...
    def select(self, id: RevisionId) -> None: ...
    def focus_list(self) -> None: ...
    def copy(self, text: str) -> None: ...
    def clear(self) -> None: ...
