"""The one-page brief before a session: where we left it, what I promised, what to return to.

Its blocks, their order and their limits are chosen so that it is read in two minutes. It calls people by
their codename and their part, never by a name.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from mentorjournal.guidance import brief_rules as rules
from mentorjournal.guidance import brief_since as since
from mentorjournal.guidance.brief_lines import Block
from mentorjournal.guidance.material import Material, Strip
from mentorjournal.guidance.said import LONGEST_LINE
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import RelationshipForm, Role
from mentorjournal.prompts import PromptSet, prompt_set

QUESTIONS = 3
NOTE_LINES = 5
"""Blank lines below a printed brief: the two-minute note after the session."""

FindSet = Callable[[str], PromptSet | None]

_SHORT = (rules.last_time, rules.promises, rules.their_actions, rules.threads, since.since_then, since.watch)
_WHOLE = (
    rules.here_for,
    rules.last_time,
    rules.promises,
    rules.their_actions,
    rules.threads,
    rules.their_words,
    rules.advice,
    since.since_then,
    since.watch,
)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Brief:
    """*blocks* are those that have something in them. *intention* is on few lines, *questions* are from the
    set *framework*, the same for a session each time.
    """

    role: Role
    strip: Strip
    blocks: tuple[Block, ...]
    intention: str
    framework: str
    questions: tuple[str, ...]
    turns: str = ""
    """Among peers: how evenly the last meetings were shared, and who might begin."""

    def __repr__(self) -> str:
        return f"Brief({len(self.blocks)} blocks)"


def brief_of(m: Material, find_set: FindSet = prompt_set) -> Brief:
    """The brief of a mentor, or a peer's short one."""
    role = m.relationship.my_role
    made = (make(m) for make in (_SHORT if role is Role.PEER else _WHOLE))
    chosen = m.session.framework_id or usual_framework(role, m.relationship.form)
    known = find_set(chosen)
    return Brief(
        role=role,
        strip=m.strip(),
        blocks=tuple(m.block_without_names(block) for block in made if block.lines),
        intention=m.short(m.session.intention, 2 * LONGEST_LINE),
        framework=known.name if known else "",
        questions=questions_for(m.session.id, known, role),
        turns=m.turns(),
    )


def usual_framework(role: Role, form: RelationshipForm) -> str:
    """The set whose questions are offered while the writer has chosen none."""
    if form in (RelationshipForm.REVERSE, RelationshipForm.RECIPROCAL):
        return "reverse"
    return "peer" if role is Role.PEER or form is RelationshipForm.PEER else "grow"


def questions_for(session_id: EntryId, known: PromptSet | None, role: Role) -> tuple[str, ...]:
    """Three questions of the set, each from another step where there are enough, in the order of the steps.

    They follow from the session and the set alone, so that the page and its print ask the same.
    """
    if known is None:
        return ()
    chance = random.Random(f"{session_id} {known.id}")
    asked = [(place, step.questions(role)) for place, step in enumerate(known.steps) if step.questions(role)]
    if len(asked) >= QUESTIONS:
        steps = sorted(chance.sample(asked, QUESTIONS))
        return tuple(chance.choice(questions) for _, questions in steps)
    every = [question for _, questions in asked for question in questions]
    return tuple(
        every[place] for place in sorted(chance.sample(range(len(every)), min(QUESTIONS, len(every))))
    )
