"""What the Agreement page shows at once, and what its presenter needs from its view and from outside."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol, TypeVar

from mentorjournal.journal.journal import Journal
from mentorjournal.model.agreement import Agreement, Clause, ClauseKey, Comparison, Terms
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipForm, RelationshipType, Role
from ui.pages.agreement.terms import TermsTyped

T = TypeVar("T")


class Side(StrEnum):
    """Whose words a field of a clause holds."""

    MINE = "mine"
    THEIRS = "theirs"
    AGREED = "agreed"


class Mark(StrEnum):
    """How a clause stands, as its mark in the list says it."""

    EMPTY = "empty"
    ONLY_MINE = "only mine"
    ONLY_THEIRS = "only theirs"
    SAME = "same"
    DIFFER = "differ"
    AGREED = "agreed"
    LEFT_OUT = "left out"


_MARKS = {
    Comparison.EMPTY: Mark.EMPTY,
    Comparison.ONLY_MINE: Mark.ONLY_MINE,
    Comparison.ONLY_THEIRS: Mark.ONLY_THEIRS,
    Comparison.SAME: Mark.SAME,
    Comparison.DIFFERENT: Mark.DIFFER,
}


def mark_of(clause: Clause) -> Mark:
    if not clause.applies:
        return Mark.LEFT_OUT
    return Mark.AGREED if clause.agreed_text.strip() else _MARKS[clause.comparison]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list. *key* is None for the line that folds away the clauses not suggested."""

    key: ClauseKey | None
    mark: Mark = Mark.EMPTY
    more: int = 0
    open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """How far the draft has come. *clauses* are those that two people write words for."""

    clauses: int
    agreed: int
    same: int
    differ: int


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ClauseShown:
    """The chosen clause. *only_mine* and *only_theirs* are the stretches of words that the other draft does
    not have; *problems* say by field what cannot be kept as it stands.
    """

    clause: Clause
    mark: Mark
    texts: Mapping[Side, str]
    only_mine: tuple[tuple[int, int], ...] = ()
    only_theirs: tuple[tuple[int, int], ...] = ()
    problems: Mapping[str, str] = field(default_factory=dict)
    terms: TermsTyped = field(default_factory=TermsTyped)
    rhythm: Terms = field(default_factory=Terms)
    review_on: date | None = None
    suggested: bool = True

    def __repr__(self) -> str:
        return f"ClauseShown({self.clause.key.value})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class DraftShown:
    """The draft as a whole. *replaces* is the version that holds until this one is agreed."""

    version: int
    rows: tuple[Row, ...]
    chosen: ClauseKey
    overview: Overview
    role: Role
    today: date
    replaces: int | None = None
    versions: int = 0

    def __repr__(self) -> str:
        return f"DraftShown(version {self.version})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What is asked before the draft is agreed. *settled* are clauses that will stand, *left* those without
    an agreed text, which will not be part of it, *behind* those that stay as they were agreed before though
    a draft of them has changed.
    """

    on: date | None
    review_on: date | None
    settled: int
    left: tuple[ClauseKey, ...]
    behind: tuple[ClauseKey, ...]
    rhythm: Terms
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """One version in the list under the clock. *changed* are the clauses not as in the one before."""

    id: EntryId
    version: int
    on: date
    holds: bool
    first: bool
    changed: tuple[ClauseKey, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Reading:
    """A version to be read. *before* is what it is compared with; *rows* are empty while only the agreement
    that holds is wanted.
    """

    agreement: Agreement
    holds: bool
    role: Role
    today: date
    before: Agreement | None = None
    rows: tuple[VersionRow, ...] = ()
    has_draft: bool = False
    versions: int = 1

    def __repr__(self) -> str:
        return f"Reading({self.agreement.id})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Incoming:
    """What a form brought. *question* says for what it was made, where that is not this draft: then nothing
    was taken in yet.
    """

    clauses: tuple[ClauseKey, ...]
    missing: tuple[ClauseKey, ...] = ()
    foreign: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    question: str = ""

    def __repr__(self) -> str:
        return f"Incoming({len(self.clauses)} clauses)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Nothing:
    """There is no agreement. *put_away*: it was offered once and is not wanted now."""

    type: RelationshipType
    form: RelationshipForm
    role: Role
    put_away: bool


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Read:
    """What the page stands on, read at once."""

    about: Relationship
    versions: Sequence[Agreement]
    put_away: bool

    def __repr__(self) -> str:
        return f"Read({len(self.versions)} versions)"


class OpenJournal(Protocol):
    @property
    def journal(self) -> Journal: ...
    @property
    def relationship(self) -> Relationship: ...


class Runner(Protocol):
    def run(
        self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None: ...


class Outside(Protocol):
    def changed(self, change: Change) -> None: ...
    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None: ...
    def show_versions(self) -> None: ...
    def choose_save_path(self, suggested: str) -> Path | None: ...
    def choose_file(self, title: str, kinds: str) -> Path | None: ...


class AgreementView(Protocol):
    def show_nothing(self, shown: Nothing) -> None: ...
    def show_draft(self, shown: DraftShown) -> None: ...
    def show_clause(self, shown: ClauseShown) -> None: ...
    def focus_clause(self) -> None: ...
    def focus_side(self, side: Side) -> None: ...
    def fill_agreed(self, text: str) -> None: ...
    def say(self, sentence: str) -> None: ...
    def ask(self, asking: Asking) -> None: ...
    def asked(self) -> tuple[date | None, date | None] | None: ...
    def refuse_asking(self, sentence: str, field: str) -> None: ...
    def close_asking(self) -> None: ...
    def show_reading(self, shown: Reading) -> None: ...
    def refuse_review(self, sentence: str) -> None: ...
    def ask_paper(self, *, to_sign: bool) -> None: ...
    def say_paper(self, sentence: str, *, wrong: bool = False) -> None: ...
    def say_form(self, sentence: str, *, wrong: bool = False) -> None: ...
    def print_pdf(self, data: bytes) -> None: ...
    def show_incoming(self, incoming: Incoming) -> None: ...
    def clear(self) -> None: ...
    def save_soon(self) -> None: ...
    def show_unsaved(self) -> None: ...
    def show_saved(self, at: datetime | None) -> None: ...
    def show_not_saved(self, message: str) -> None: ...
