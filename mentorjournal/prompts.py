"""The content pack: question sets by framework, each with its source, for either side of a relationship."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from mentorjournal.model.words import Role

FIRST = (
    "grow",
    "five_c",
    "thinking_environment",
    "what_so_what",
    "gibbs",
    "relationship_phases",
    "smart",
    "scaling",
)
"""Shown first, in this order; the rest follow under "More". Southampton's own three tools lead."""


_LABELS = {"p3_client_agenda": "The mentee's agenda"}
"""Names of steps whose id would say them in other words than ours."""


@dataclass(frozen=True, slots=True, repr=False)
class PromptStep:
    """*name* is what the writer calls a step of a set of their own; ours are called after their id."""

    id: str
    mentee: tuple[str, ...]
    mentor: tuple[str, ...]
    name: str = ""

    def questions(self, role: Role) -> tuple[str, ...]:
        """The questions of *role*; a peer begins with the thinker's side."""
        return self.mentor if role is Role.MENTOR else self.mentee

    @property
    def label(self) -> str:
        plain = re.sub(r"^[ps]\d[a-c]?_", "", self.id)  # the place in a model: p3, s1a
        return self.name or _LABELS.get(self.id) or plain.replace("_", " ").capitalize()

    def __repr__(self) -> str:
        return f"PromptStep({self.id})"


@dataclass(frozen=True, slots=True, repr=False)
class PromptSet:
    """*own* is a set that the writer made."""

    id: str
    name: str
    use_for: tuple[str, ...]
    source: str
    steps: tuple[PromptStep, ...]
    own: bool = False

    def __repr__(self) -> str:
        return f"PromptSet({self.id})"


@cache
def prompt_sets() -> tuple[PromptSet, ...]:
    """Every set that ships, the suggested ones first."""
    import yaml  # not before a question is asked: the window is on the screen first

    text = resources.files("resources").joinpath("prompts/prompts.yaml").read_text(encoding="utf-8")
    sets = [
        PromptSet(
            id=item["id"],
            name=item["name"],
            use_for=tuple(item["use_for"]),
            source=item["source"],
            steps=tuple(
                PromptStep(id=step["id"], mentee=tuple(step["mentee"]), mentor=tuple(step["mentor"]))
                for step in item["steps"]
            ),
        )
        for item in yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    ]
    return tuple(sorted(sets, key=lambda s: FIRST.index(s.id) if s.id in FIRST else len(FIRST)))


def prompt_set(set_id: str) -> PromptSet | None:
    return next((s for s in prompt_sets() if s.id == set_id), None)


def for_reflection(role: Role, sets: Iterable[PromptSet] | None = None) -> tuple[PromptSet, ...]:
    """All sets, the role's own default first: What? So what? for mentee and peer, Gibbs for the mentor."""
    default = default_set(role)
    return tuple(sorted(prompt_sets() if sets is None else sets, key=lambda s: s.id != default))


def default_set(role: Role) -> str:
    """The set with which a reflection begins."""
    return "gibbs" if role is Role.MENTOR else "what_so_what"
