"""What the page of a reflection shows, and what it asks of others. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from mentorjournal.guidance.question import Offered
from mentorjournal.model.reflection import Answer, Reflection
from mentorjournal.model.timeline import TimelineRow
from mentorjournal.model.words import Role
from mentorjournal.prompts import PromptSet
from ui.desk import DeskView


@dataclass(frozen=True, slots=True)
class Links:
    """What a reflection may be about, the newest sessions and goals; and the earlier one that came back."""

    sessions: Sequence[TimelineRow] = ()
    goals: Sequence[TimelineRow] = ()
    earlier: Reflection | None = None


class Known(Protocol):
    """The question sets as the writer has them."""

    @property
    def sets(self) -> tuple[PromptSet, ...]: ...
    @property
    def one_at_a_time(self) -> bool: ...


class Questions(Protocol):
    """Where the question sets are known."""

    def tell(self, listener: Callable[[Known], None]) -> None: ...
    def want(self, failed: Callable[[Exception], None]) -> None: ...
    def show_one_at_a_time(self, one: bool, failed: Callable[[Exception], None]) -> None: ...


class ReflectionView(DeskView[Reflection], Protocol):
    """What the desk needs, and around it the questions, the links and the learning point."""

    def show_today(self, today: date) -> None: ...
    def offer_prompts(self, sets: Sequence[PromptSet], role: Role) -> None: ...
    def show_one_at_a_time(self, one: bool) -> None: ...
    def offer_links(self, links: Links) -> None: ...
    def offer_question(self, offered: Offered | None, *, more: bool = False) -> None: ...
    def show_earlier(self, earlier: Reflection | None) -> None: ...
    def add_answer(self, framework: str, answer: Answer) -> None: ...
    def drop_empty_answers(self) -> None: ...
    def focus_answer(self, index: int) -> None: ...
    def refuse_return(self, message: str) -> None: ...
    def learning_kept(self) -> None: ...
    def learning_refused(self, message: str) -> None: ...
