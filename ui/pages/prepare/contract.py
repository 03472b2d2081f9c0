"""What the page to prepare on shows, and what its presenter needs from its view and from outside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from mentorjournal.guidance.agenda import Agenda
from mentorjournal.guidance.prepared import Prepared
from mentorjournal.model.session import Session
from mentorjournal.model.words import Role
from mentorjournal.prompts import PromptSet
from ui import desk


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class AgendaShown:
    """The agenda as it would leave, as text, beside every topic that might be on it."""

    whole: Agenda
    left_out: frozenset[str]
    text: str
    may_leave: bool

    def __repr__(self) -> str:
        return f"AgendaShown({self.whole!r})"


class Known(Protocol):
    """The question sets as the writer has them."""

    @property
    def sets(self) -> tuple[PromptSet, ...]: ...


class Sets(Protocol):
    """Where they are known."""

    def tell(self, listener: Callable[[Known], None]) -> None: ...
    def want(self, failed: Callable[[Exception], None]) -> None: ...


class Outside(desk.Outside, Protocol):
    def choose_save_path(self, suggested: str) -> Path | None: ...


class PrepareView(desk.DeskView[Session], Protocol):
    """What the desk needs, and what stands around the fields."""

    def set_role(self, role: Role) -> None: ...
    def offer_frameworks(self, sets: Sequence[PromptSet], usual: str) -> None: ...
    def show_prepared(self, prepared: Prepared) -> None: ...
    def show_questions(self, questions: Sequence[str]) -> None: ...
    def outcome_kept(self) -> None: ...
    def outcome_refused(self, sentence: str) -> None: ...
    def ask_paper(self, *, has_their_words: bool) -> None: ...
    def show_paper_saved(self, file_name: str) -> None: ...
    def show_paper_problem(self, sentence: str) -> None: ...
    def print_pdf(self, pdf: bytes) -> None: ...
    def show_agenda(self, shown: AgendaShown) -> None: ...
    def show_agenda_saved(self, file_name: str) -> None: ...
    def show_agenda_problem(self, sentence: str) -> None: ...
    def close_panels(self) -> None: ...
