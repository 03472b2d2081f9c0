"""What the Share page shows at once, and what its presenter needs from its view and from outside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeVar

from mentorjournal.journal.journal import Journal
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import Audience, Role
from mentorjournal.sharing.offer import Chosen, Offer

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ShareDraft:
    """What the person decided so far; days are as typed. *chosen* is None for what is ticked at first, then
    with what was *reworded* for another reader.
    """

    audience: Audience = Audience.PARTNER
    since: str = ""
    until: str = ""
    consent: str = ""
    chosen: Chosen | None = None
    reworded: Mapping[str, str] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"ShareDraft({self.audience.value})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Made:
    """A page made ready: the very bytes, the lines in it, and the signs that no font shows."""

    pdf: bytes
    leaves: tuple[str, ...]
    missing: str
    may_be_saved: bool

    def __repr__(self) -> str:
        return f"Made({len(self.pdf)} bytes)"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Answer:
    """What came of the latest wishes: an offer and a page, or the sentence that says why not."""

    offer: Offer | None = None
    chosen: Chosen = field(default_factory=lambda: Chosen(sections=frozenset()))
    made: Made | None = None
    nothing: str = ""
    problem: str = ""

    def __repr__(self) -> str:
        return "Answer()"


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
    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None: ...
    def choose_save_path(self, suggested: str) -> Path | None: ...


class ShareView(Protocol):
    def show_wishes(self, draft: ShareDraft, role: Role) -> None: ...
    def show_offer(self, offer: Offer, chosen: Chosen) -> None: ...
    def show_page(self, made: Made) -> None: ...
    def show_making(self) -> None: ...
    def show_nothing(self, sentence: str) -> None: ...
    def show_problem(self, sentence: str) -> None: ...
    def show_consent(self, needed: bool, given: bool) -> None: ...
    def show_saved(self, file_name: str) -> None: ...
    def show_save_problem(self, sentence: str) -> None: ...
    def clear(self) -> None: ...
