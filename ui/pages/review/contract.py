"""What the review page shows, and what its presenter needs from its view and from outside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.review import Review, Wrong
from mentorjournal.model.words import ReviewKind, Role
from ui import desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A review as it stands in a list."""

    id: EntryId
    kind: ReviewKind
    day: date
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Around:
    """What stands around a review: the day, the relationship as it is now, the kinds that make sense, every
    review of the journal, the newest first, and whether there is an agreement.
    """

    today: date
    about: Relationship
    kinds: tuple[ReviewKind, ...]
    reviews: tuple[Known, ...]
    is_agreed: bool

    def __repr__(self) -> str:
        return f"Around({len(self.reviews)} reviews)"


class Outside(desk.Outside, Protocol):
    def described(self, change: Change) -> None: ...
    def wish(self, name: str) -> object: ...
    def choose_save_path(self, suggested: str) -> Path | None: ...


class ReviewView(desk.DeskView[Review], Protocol):
    """What the desk needs, and what stands around the sheet."""

    def set_role(self, role: Role) -> None: ...
    def show_choice(self, around: Around, sentence: str) -> None: ...
    def show_around(self, around: Around, here: Review) -> None: ...
    def show_wrong(self, wrong: Sequence[Wrong]) -> None: ...
    def focus_first(self) -> None: ...
    def focus_wrong(self) -> None: ...
    def rhythm_kept(self) -> None: ...
    def refuse_rhythm(self, sentence: str) -> None: ...
    def ask_paper(self) -> None: ...
    def close_paper(self) -> None: ...
    def show_paper_saved(self, file_name: str) -> None: ...
    def show_paper_problem(self, sentence: str) -> None: ...
    def print_pdf(self, pdf: bytes) -> None: ...
