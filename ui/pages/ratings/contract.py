"""What the ratings page shows at once, and what its presenter needs from its view and from outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from mentorjournal.guidance.then_and_now import ThenAndNow
from mentorjournal.journal.journal import Journal
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId
from mentorjournal.model.rating import Rating, RatingInstrument
from mentorjournal.model.relationship import Relationship

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RatingDraft:
    """A rating as it is being given. *changing* is the kept one that is shown, None for a new one."""

    day: date | None = None
    values: tuple[int | None, ...] = ()
    then_values: tuple[int | None, ...] = ()
    note: str = ""
    session_id: EntryId | None = None
    changing: EntryId | None = None

    @property
    def is_untouched(self) -> bool:
        given = any(value is not None for value in (*self.values, *self.then_values))
        return not given and not self.note.strip()

    def __repr__(self) -> str:
        return "RatingDraft()"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SessionChoice:
    """A session that a rating may be about."""

    id: EntryId
    day: date
    title: str

    def __repr__(self) -> str:
        return f"SessionChoice({self.id})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SheetShown:
    """One rating sheet with what was given on it. *earlier* stands newest first; *sessions* is empty where
    the sheet is not about one.
    """

    sheets: tuple[RatingInstrument, ...]
    sheet: RatingInstrument
    draft: RatingDraft
    earlier: tuple[Rating, ...]
    compared: ThenAndNow | None
    sessions: tuple[SessionChoice, ...]
    today: date
    may_change: bool
    """Whether the lines are the writer's own to name."""

    def __repr__(self) -> str:
        return f"SheetShown({self.sheet.id}, {len(self.earlier)} earlier)"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class MakerShown:
    """A sheet of one's own while it is made or changed."""

    name: str
    labels: tuple[str, ...]
    changing: str = ""
    may_remove: bool = False

    def __repr__(self) -> str:
        return "MakerShown()"


class OpenJournal(Protocol):
    @property
    def journal(self) -> Journal: ...
    @property
    def relationship(self) -> Relationship: ...


class Runner(Protocol):
    def run(
        self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> object: ...


class Outside(Protocol):
    def changed(self, change: Change) -> None: ...
    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None: ...


class RatingsView(Protocol):
    def show_sheet(self, shown: SheetShown) -> None: ...
    def draft(self) -> RatingDraft: ...
    def focus_lines(self) -> None: ...
    def show_maker(self, shown: MakerShown) -> None: ...
    def close_maker(self) -> None: ...
    def say(self, sentence: str) -> None: ...
    def say_maker(self, sentence: str) -> None: ...
    def clear(self) -> None: ...
