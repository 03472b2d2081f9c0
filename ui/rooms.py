"""What the sitting needs to know of the pages of an opened journal, whoever builds them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtWidgets import QWidget

from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import EntryKind
from ui.shell.contract import Page, Reach


class SearchRoom(Protocol):
    def begin(self, shelf: Shelf, codenames: Sequence[str], words: str) -> None: ...
    def leave(self) -> None: ...


class TodayRoom(Protocol):
    def begin(self, shelf: Shelf) -> None: ...
    def show(self) -> None: ...
    def refresh(self) -> None: ...
    def back(self) -> bool: ...
    def close(self) -> None: ...


class SearchOutside(Protocol):
    def show_found(self, journal: str, kind: EntryKind, id: EntryId) -> None: ...
    def leave_search(self) -> None: ...
    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None: ...


@dataclass(frozen=True, slots=True)
class Rooms:
    """Presenters and views by the page's name. *acts* are what pages lend to the keys, by the act's name."""

    pages: Mapping[str, Page]
    views: Mapping[str, QWidget]
    reach: Reach
    search: SearchRoom | None = None
    today: TodayRoom | None = None
    acts: Mapping[str, Callable[[], None]] = field(default_factory=dict)
