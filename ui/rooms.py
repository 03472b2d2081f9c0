"""What the sitting needs to know of the pages of an opened journal, whoever builds them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.card import JournalId
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import EntryKind, Role
from ui.shell.contract import Page, Reach


class SearchRoom(Protocol):
    def begin(self, shelf: Shelf, codenames: Sequence[str], words: str) -> None: ...
    def leave(self) -> None: ...


class AllActionsRoom(Protocol):
    """The actions of every journal."""

    def show(self, shelf: Shelf) -> None: ...
    def leave(self) -> None: ...
    def heard(self, id: JournalId, change: Change) -> None: ...


class TodayRoom(Protocol):
    def begin(self, shelf: Shelf) -> None: ...
    def show(self) -> None: ...
    def refresh(self) -> None: ...
    def back(self) -> bool: ...
    def close(self) -> None: ...


class SearchOutside(Protocol):
    def show_found(self, journal: str, kind: EntryKind, id: EntryId) -> None: ...
    def leave_search(self) -> None: ...
    def show_all_actions(self) -> None: ...
    def changed_in(self, id: JournalId, change: Change) -> None: ...
    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None: ...


class QuestionsOutside(Protocol):
    """What the page of question sets wishes from outside, and the way to it from other pages."""

    def show_questions(self, set_id: str = "") -> None: ...
    def back(self) -> None: ...
    def changed(self, change: Change) -> None: ...
    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None: ...
    def choose_save_path(self, suggested: str) -> Path | None: ...
    def choose_question_file(self) -> Path | None: ...


class QuestionRoom(Protocol):
    """The question sets: known to every page once `begin` has said where they are kept."""

    def begin(self, shelf: Shelf, outside: QuestionsOutside) -> None: ...
    def page(self) -> QWidget: ...
    def show(self, set_id: str, role: Role) -> None: ...


def nothing_opened(page: str) -> tuple[EntryKind, EntryId] | None:
    return None


@dataclass(frozen=True, slots=True)
class Rooms:
    """Presenters and views by the page's name. *acts* are what pages lend to the keys, by the act's name."""

    pages: Mapping[str, Page]
    views: Mapping[str, QWidget]
    reach: Reach
    search: SearchRoom | None = None
    all_actions: AllActionsRoom | None = None
    today: TodayRoom | None = None
    acts: Mapping[str, Callable[[], None]] = field(default_factory=dict)
    questions: QuestionRoom | None = None
    opened: Callable[[str], tuple[EntryKind, EntryId] | None] = nothing_opened
    """The entry that lies open on a page, by the page's name."""
    show_alone: Callable[[bool], None] | None = None
    """Told when nothing but the page is wanted, and when everything is again."""
