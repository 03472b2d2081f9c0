"""What the Share page shows at once, and what its presenters need from the view and from outside."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from pathlib import Path
from typing import Protocol, TypeVar

from mentorjournal.journal.journal import Journal
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.shared import SharedSummary, SummaryFormat
from mentorjournal.model.words import Audience, Role
from mentorjournal.sharing.checking import Flag
from mentorjournal.sharing.giving import Draft
from mentorjournal.sharing.offer import Chosen, Offer
from mentorjournal.sharing.since_last import SinceLast

T = TypeVar("T")
Report = Callable[[int, int], None]


class Step(IntEnum):
    """The five steps of the way out, and what was shared before."""

    READER = 1
    LINES = 2
    CHECKS = 3
    LOOK = 4
    SAVE = 5
    EARLIER = 6


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ForReader:
    """What was decided for one reader. *chosen* is None for what is ticked at first; *seen* are the sections
    and lines that were offered by then; *consent* is a day as typed.
    """

    chosen: Chosen | None = None
    seen: frozenset[str] = frozenset()
    consent: str = ""

    def __repr__(self) -> str:
        return "ForReader()"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ShareDraft:
    """What the person decided so far; days are as typed. *reworded* are the words that a reader who was not
    chosen yet begins with. *only_changes*: no more leaves than what is new since the last time.
    """

    audience: Audience = Audience.PARTNER
    since: str = ""
    until: str = ""
    by_reader: Mapping[Audience, ForReader] = field(default_factory=dict)
    reworded: Mapping[str, str] = field(default_factory=dict)
    format: SummaryFormat = SummaryFormat.PDF
    size: str = "A4"
    only_changes: bool = False

    @property
    def mine(self) -> ForReader:
        """What was decided for the reader who is chosen now."""
        return self.by_reader.get(self.audience, ForReader())

    def with_mine(self, mine: ForReader) -> ShareDraft:
        return replace(self, by_reader={**self.by_reader, self.audience: mine})

    def __repr__(self) -> str:
        return f"ShareDraft({self.audience.value})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Made:
    """A page made ready: the very bytes that leave, the same in words, and the signs that no font shows."""

    data: bytes
    words: str
    leaving: Draft
    leaves: tuple[str, ...]
    missing: str = ""
    may_be_saved: bool = False

    @property
    def format(self) -> SummaryFormat:
        return self.leaving.format

    def __repr__(self) -> str:
        return f"Made({len(self.data)} bytes)"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Answer:
    """What came of the latest wishes: an offer and a page, or the sentence that says why not, and at which
    step it can be mended. *goes* counts the lines of the whole summary.
    """

    offer: Offer | None = None
    mine: ForReader = field(default_factory=ForReader)
    flags: tuple[Flag, ...] = ()
    goes: int | None = None
    made: Made | None = None
    since: SinceLast | None = None
    nothing: str = ""
    problem: str = ""
    where: Step = Step.READER

    def __repr__(self) -> str:
        return "Answer()"


class Job(Protocol):
    """A page on its way."""

    def cancel(self) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RailState:
    """The steps in figures; None where nothing is known yet. *saved* is the name of the file."""

    step: Step
    audience: Audience
    role: Role
    since: str = ""
    goes: int | None = None
    offered: int = 0
    to_look: int | None = None
    kept: int = 0
    since_last: SinceLast | None = None
    only_changes: bool = False
    needs_consent: bool = False
    may_be_saved: bool = False
    format: SummaryFormat = SummaryFormat.PDF
    size: str = "A4"
    saved: str = ""
    earlier: int = 0
    wrong: Step | None = None
    nothing: bool = False

    def __repr__(self) -> str:
        return f"RailState({self.step.name})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Copy:
    """A frozen copy opened: what left, byte for byte but for its password, and what changed since."""

    summary: SharedSummary
    data: bytes
    since: SinceLast | None

    def __repr__(self) -> str:
        return f"Copy({self.summary!r})"


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


class Outside(Protocol):
    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None: ...
    def choose_save_path(self, suggested: str) -> Path | None: ...


class ChecksView(Protocol):
    def show_flags(self, flags: Sequence[Flag], offer: Offer, chosen: Chosen) -> None: ...
    def show_answered(self, kept: int, can_take_back: bool) -> None: ...


class SavingView(Protocol):
    def show_saved(self, file_name: str) -> None: ...
    def show_copied(self) -> None: ...
    def show_save_problem(self, sentence: str) -> None: ...
    def show_saving(self) -> None: ...
    def forget_password(self) -> None: ...
    def copy_words(self, words: str) -> None: ...


class EarlierView(Protocol):
    def show_earlier(self, copies: Sequence[SharedSummary], role: Role) -> None: ...
    def show_copy(self, copy: Copy) -> None: ...
    def leave_copy(self) -> None: ...
    def show_copy_saved(self, file_name: str) -> None: ...
    def show_copy_problem(self, sentence: str) -> None: ...


class ShareView(ChecksView, SavingView, EarlierView, Protocol):
    def show_wishes(self, draft: ShareDraft, role: Role) -> None: ...
    def show_rail(self, state: RailState) -> None: ...
    def show_offer(self, offer: Offer, chosen: Chosen) -> None: ...
    def show_page(self, made: Made) -> None: ...
    def show_since(self, since: SinceLast | None, only_changes: bool) -> None: ...
    def show_making(self, job: Job) -> None: ...
    def show_nothing(self, sentence: str) -> None: ...
    def show_problem(self, sentence: str, where: Step) -> None: ...
    def show_stopped(self) -> None: ...
    def show_consent(self, needed: bool, given: bool) -> None: ...
    def clear(self) -> None: ...
