"""The question sets as the page shows them: hidden ones too, so that they can be brought back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mentorjournal.own_questions import HIDDEN, OwnQuestions, Which, is_changed
from mentorjournal.prompts import PromptSet, PromptStep


@dataclass(frozen=True, slots=True)
class SetRow:
    """A set in the list."""

    id: str
    name: str
    offered: bool
    own: bool
    changed: bool
    questions: int


@dataclass(frozen=True, slots=True)
class Line:
    """A question: *was* is how it came, *words* how it reads now; HIDDEN when it is not to be shown."""

    was: str
    words: str

    @property
    def hidden(self) -> bool:
        return self.words == HIDDEN

    @property
    def changed(self) -> bool:
        return self.words != self.was


@dataclass(frozen=True, slots=True)
class StepPart:
    id: str
    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class SetPage:
    """An opened set, from one side of the relationship."""

    row: SetRow
    side: str
    source: str
    steps: tuple[StepPart, ...]


def rows(shipped: Iterable[PromptSet], own: OwnQuestions) -> tuple[SetRow, ...]:
    """Every set there is: the writer's own first, for they are few and near."""
    return tuple(_row(one, own) for one in (*own.sets, *shipped))


def page(one: PromptSet, side: str, own: OwnQuestions) -> SetPage:
    steps = tuple(StepPart(step.id, _name(one, step), _lines(one, step, side, own)) for step in one.steps)
    return SetPage(_row(one, own), side, one.source, steps)


def side_of_step(step: PromptStep, side: str) -> tuple[str, ...]:
    return step.mentor if side == "mentor" else step.mentee


def _row(one: PromptSet, own: OwnQuestions) -> SetRow:
    return SetRow(
        id=one.id,
        name=one.name,
        offered=one.id not in own.hidden,
        own=one.own,
        changed=not one.own and is_changed(own, one.id),
        questions=sum(len(step.mentee) + len(step.mentor) for step in one.steps),
    )


def _name(one: PromptSet, step: PromptStep) -> str:
    return step.name if one.own else step.label


def _lines(one: PromptSet, step: PromptStep, side: str, own: OwnQuestions) -> tuple[Line, ...]:
    if one.own:
        return tuple(Line(words, words) for words in side_of_step(step, side))
    return tuple(
        Line(
            words,
            own.wordings.get(Which(set_id=one.id, step_id=step.id, side=side, wording=words), words),
        )
        for words in side_of_step(step, side)
    )
