"""What the writer made of the question sets: hidden, worded anew, or their own. Kept inside the vault."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from mentorjournal.errors import InvalidInput
from mentorjournal.model.words import Role
from mentorjournal.prompts import PromptSet, PromptStep

MOST_SETS = 100
MOST_STEPS = 40
MOST_QUESTIONS = 60
"""On one side of a step."""
LONGEST_QUESTION = 500
LONGEST_NAME = 120

HIDDEN = ""
"""The wording of a question that is not to be shown."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Which:
    """A question of a set that ships, by its shipped wording: a later release may put it elsewhere in its
    step, or word it anew, and what was said of the old one then falls away by itself.
    """

    set_id: str
    step_id: str
    side: str
    wording: str

    def __repr__(self) -> str:
        return f"Which({self.set_id}, {self.step_id})"


@dataclass(frozen=True, slots=True, repr=False)
class OwnQuestions:
    """*wordings* say what stands in the place of shipped questions, HIDDEN for nothing."""

    hidden: frozenset[str] = frozenset()
    wordings: Mapping[Which, str] = field(default_factory=dict)
    sets: tuple[PromptSet, ...] = ()

    def __repr__(self) -> str:
        return f"OwnQuestions({len(self.sets)} sets)"


NOTHING = OwnQuestions()


def side_of(role: Role) -> str:
    """The side of a set that *role* is asked from."""
    return "mentor" if role is Role.MENTOR else "mentee"


def merged(shipped: Iterable[PromptSet], own: OwnQuestions) -> tuple[PromptSet, ...]:
    """The sets as the writer wants them, their own last. A step without a question falls away."""
    found = []
    for one in (*shipped, *own.sets):
        if one.id in own.hidden:
            continue
        steps = tuple(_step(one.id, step, own) for step in one.steps)
        steps = tuple(step for step in steps if step.mentee or step.mentor)
        if steps:
            found.append(replace(one, steps=steps))
    return tuple(found)


def _step(set_id: str, step: PromptStep, own: OwnQuestions) -> PromptStep:
    def side(name: str, questions: tuple[str, ...]) -> tuple[str, ...]:
        said = (
            own.wordings.get(Which(set_id=set_id, step_id=step.id, side=name, wording=words), words)
            for words in questions
        )
        return tuple(dict.fromkeys(words for words in said if words != HIDDEN))

    return replace(step, mentee=side("mentee", step.mentee), mentor=side("mentor", step.mentor))


# What the writer does. Each returns what is kept afterwards; none changes what it is given.


def with_set_shown(own: OwnQuestions, set_id: str, shown: bool) -> OwnQuestions:
    return replace(own, hidden=own.hidden - {set_id} if shown else own.hidden | {set_id})


def with_wording(own: OwnQuestions, which: Which, wording: str | None) -> OwnQuestions:
    """Word a shipped question anew; HIDDEN hides it, None brings the shipped wording back."""
    wordings = dict(own.wordings)
    if wording is None or (words := clean(wording)) == which.wording:
        wordings.pop(which, None)
    else:
        wordings[which] = _at_most(words, LONGEST_QUESTION, "The question")
    return replace(own, wordings=wordings)


def restored(own: OwnQuestions, set_id: str) -> OwnQuestions:
    """Bring a shipped set back as it came."""
    wordings = {which: words for which, words in own.wordings.items() if which.set_id != set_id}
    return replace(own, hidden=own.hidden - {set_id}, wordings=wordings)


def is_changed(own: OwnQuestions, set_id: str) -> bool:
    """Whether a shipped set is not as it came."""
    return set_id in own.hidden or any(which.set_id == set_id for which in own.wordings)


def new_set(name: str) -> PromptSet:
    """A set of the writer's own with one step and no question yet."""
    step = PromptStep(id="step-1", mentee=(), mentor=(), name="")
    id = f"own-{uuid.uuid4().hex}"
    return checked_set(PromptSet(id=id, name=name, use_for=(), source="", steps=(step,), own=True))


def with_own_set(own: OwnQuestions, one: PromptSet) -> OwnQuestions:
    """Put a set of the writer's own in, or in the place of its earlier state. Raises InvalidInput."""
    tidy = checked_set(one)
    others = [other for other in own.sets if other.id != one.id]
    if len(others) >= MOST_SETS:
        raise InvalidInput(f"There are {MOST_SETS} sets of your own already. Remove one first.")
    sets = [tidy if other.id == one.id else other for other in own.sets]
    return replace(own, sets=tuple(sets) if len(others) < len(own.sets) else (*own.sets, tidy))


def without_own_set(own: OwnQuestions, set_id: str) -> OwnQuestions:
    return replace(own, sets=tuple(one for one in own.sets if one.id != set_id), hidden=own.hidden - {set_id})


def taken_back(now: OwnQuestions, done: OwnQuestions, before: OwnQuestions) -> OwnQuestions:
    """*now* without what was done between *before* and *done*; what was done elsewhere since stays."""
    differing = done.hidden ^ before.hidden
    wordings = dict(now.wordings)
    for which in done.wordings.keys() | before.wordings.keys():
        if done.wordings.get(which) != before.wordings.get(which):
            wordings.pop(which, None)
            if which in before.wordings:
                wordings[which] = before.wordings[which]
    sets = list(now.sets)
    was, is_now = {one.id: one for one in before.sets}, {one.id: one for one in done.sets}
    for place, id in enumerate({**was, **is_now}):
        if was.get(id) == is_now.get(id):
            continue
        standing = next((n for n, one in enumerate(sets) if one.id == id), None)
        if standing is not None:
            del sets[standing]
        if id in was:
            sets.insert(place if standing is None else standing, was[id])
    hidden = (now.hidden - differing) | (before.hidden & differing)
    return OwnQuestions(hidden=hidden, wordings=wordings, sets=tuple(sets))


def checked_set(one: PromptSet) -> PromptSet:
    """The set, tidy. Raises InvalidInput for what is too long or too much."""
    name = _at_most(clean(one.name), LONGEST_NAME, "The name of the set")
    if not name:
        raise InvalidInput("The set needs a name: what are its questions for?")
    if len(one.steps) > MOST_STEPS:
        raise InvalidInput(f"A set has at most {MOST_STEPS} steps.")
    steps = tuple(
        PromptStep(
            id=step.id,
            mentee=_questions(step.mentee),
            mentor=_questions(step.mentor),
            name=_at_most(clean(step.name), LONGEST_NAME, "The name of the step"),
        )
        for step in one.steps
    )
    return replace(one, name=name, steps=steps)


def _questions(questions: Iterable[str]) -> tuple[str, ...]:
    kept = tuple(dict.fromkeys(words for words in map(clean, questions) if words))
    if len(kept) > MOST_QUESTIONS:
        raise InvalidInput(f"A step has at most {MOST_QUESTIONS} questions on each side.")
    return tuple(_at_most(words, LONGEST_QUESTION, "The question") for words in kept)


def clean(text: str) -> str:
    """The text on one line, without what cannot be shown."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _at_most(text: str, length: int, what: str) -> str:
    if len(text) > length:
        raise InvalidInput(f"{what} is too long. Use at most {length} characters.")
    return text
