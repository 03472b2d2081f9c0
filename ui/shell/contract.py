"""What the shell asks of a page, and what a page may ask of the shell. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from mentorjournal.journal.shelf import OpenJournal
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import EntryKind

T = TypeVar("T")


class Runner(Protocol):
    """The one vault thread; *done* and *failed* arrive on the screen's."""

    def run(
        self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> object: ...


class Page(Protocol):
    """A page's presenter, as the shell drives it."""

    def open(self, journal: OpenJournal) -> None: ...
    def flush(self) -> None: ...
    def close(self) -> None: ...
    def place(self) -> dict[str, object]: ...
    def restore(self, place: dict[str, object]) -> None: ...
    def refresh(self, change: Change) -> None: ...


class Outside(Protocol):
    """What the shell does for every page."""

    def changed(self, change: Change) -> None: ...
    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None: ...
    def show_entry(self, kind: EntryKind, id: EntryId) -> None: ...
    def choose_save_path(self, suggested: str) -> Path | None: ...
