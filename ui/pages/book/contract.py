"""What the book's page shows, and what its presenter asks of view and window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from mentorjournal.book.choice import Words
from mentorjournal.journal.journal import Journal
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import Role

if TYPE_CHECKING:  # a presenter never sees Qt
    from ui.tasks import Job, Report

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class BookDraft:
    """What is chosen, as it stands in the fields: the days as they were typed. The password is no part of
    it: it travels nowhere.
    """

    words: Words = Words.ALL
    since: str = ""
    until: str = ""
    size: str = "A4"
    codename: bool = False


class OpenJournal(Protocol):
    @property
    def journal(self) -> Journal: ...
    @property
    def relationship(self) -> Relationship: ...


class Runner(Protocol):
    def run(
        self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> object: ...
    def run_long(
        self, work: Callable[[Report], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> Job: ...


class BookView(Protocol):
    def show_draft(self, draft: BookDraft, role: Role) -> None: ...
    def draft(self) -> BookDraft: ...
    def password(self) -> str: ...
    def forget_password(self) -> None: ...
    def show_making(self, job: Job) -> None: ...
    def end_making(self) -> None: ...
    def ask_missing(self, characters: str) -> None: ...
    def show_saved(self, file_name: str, *, locked: bool) -> None: ...
    def say(self, sentence: str) -> None: ...
    def say_days(self, sentence: str) -> None: ...
    def say_password(self, sentence: str) -> None: ...
    def clear(self) -> None: ...


class Outside(Protocol):
    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None: ...
    def choose_save_path(self, suggested: str) -> Path | None: ...
