"""What the page of primers shows at once, and what its presenter needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from mentorjournal.model.blocks import Document
from mentorjournal.model.change import Change
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import Role
from mentorjournal.primers import Source

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PrimerRow:
    """One line of the list."""

    id: str
    title: str
    minutes: int
    read: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PrimerShown:
    """The primer that lies open. *before* and *after* are the titles of its neighbours, empty at the ends."""

    id: str
    title: str
    text: Document
    sources: tuple[Source, ...]
    before: str
    after: str


class OpenJournal(Protocol):
    @property
    def relationship(self) -> Relationship: ...


class Store(Protocol):
    """Where private settings are kept, on the vault's thread."""

    def setting(self, name: str, default: object = None) -> object: ...
    def set_setting(self, name: str, value: object) -> None: ...


class Runner(Protocol):
    def run(
        self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> object: ...


class Outside(Protocol):
    def changed(self, change: Change) -> None: ...
    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None: ...


class PrimersView(Protocol):
    def show_rows(self, rows: Sequence[PrimerRow], chosen: str) -> None: ...
    def show_primer(self, shown: PrimerShown) -> None: ...
    def show_role(self, role: Role) -> None: ...
    def focus_text(self) -> None: ...
