"""What the closing sheet shows at once, and what its presenter needs from its view and from outside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol, TypeVar

from mentorjournal.journal.shelf import OpenJournal
from mentorjournal.model.change import Change
from mentorjournal.model.closure import Closure
from mentorjournal.model.export import KnownExport
from mentorjournal.model.words import EndReason, RetentionRule

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class NotesDraft:
    """What is to happen to the notes, as it stands in the fields. *day_typed* is the day as it was typed,
    *day* the one that it names.
    """

    rule: RetentionRule = RetentionRule.KEEP_OWN
    day: date | None = None
    day_typed: str = ""
    hold_reason: str = ""

    def __repr__(self) -> str:
        return f"NotesDraft({self.rule.value})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ClosingDraft:
    """What was said before it is closed; all of it may be left as it is."""

    reason: EndReason | None = None
    thanked: bool = False
    handed_over_on: date | None = None
    notes: NotesDraft = NotesDraft()

    def __repr__(self) -> str:
        return "ClosingDraft()"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Found:
    """What the journal says of its end. *usual* is how it would be closed with nothing said, *agreed* and
    *agreed_until* what the agreement holds of the notes.
    """

    journal: OpenJournal
    today: date
    closure: Closure | None
    usual: Closure
    agreed: RetentionRule | None
    agreed_until: date | None
    sessions_held: int
    exports: tuple[KnownExport, ...]
    change: Change | None = None

    def __repr__(self) -> str:
        return "Found()"


class Runner(Protocol):
    def run(
        self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> object: ...


class ClosingView(Protocol):
    def show_before(self, found: Found, draft: ClosingDraft, *, reviews: bool) -> None: ...
    def show_after(self, found: Found, changing: NotesDraft | None) -> None: ...
    def ask_notes(self, draft: NotesDraft) -> None: ...
    def draft(self) -> ClosingDraft: ...
    def notes(self) -> NotesDraft | None: ...
    def say(self, sentence: str) -> None: ...
    def say_saved(self, file_name: str) -> None: ...
    def focus_first(self) -> None: ...
    def focus_hold(self) -> None: ...
    def set_busy(self, busy: bool) -> None: ...
    def clear(self) -> None: ...


class Outside(Protocol):
    """What the sheet wishes from outside. *ended* is told of every act here."""

    def ended(self, journal: OpenJournal, changes: Sequence[Change]) -> None: ...
    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None: ...
    def choose_save_path(self, suggested: str) -> Path | None: ...
    def wish(self, name: str) -> object: ...
    def grants(self, name: str) -> bool: ...
