"""The content pack: question sets by framework, each with its source, for either side of a relationship."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

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


@dataclass(frozen=True, slots=True)
class PromptStep:
    id: str
    mentee: tuple[str, ...]
    mentor: tuple[str, ...]

    def questions(self, role: Role) -> tuple[str, ...]:
        """The questions of *role*; a peer begins with the thinker's side."""
        return self.mentor if role is Role.MENTOR else self.mentee

    @property
    def label(self) -> str:
        return self.id.replace("_", " ").capitalize()


@dataclass(frozen=True, slots=True)
class PromptSet:
    id: str
    name: str
    use_for: tuple[str, ...]
    source: str
    steps: tuple[PromptStep, ...]


@cache
def prompt_sets() -> tuple[PromptSet, ...]:
    """Every set that ships, the suggested ones first."""
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


def for_reflection(role: Role) -> tuple[PromptSet, ...]:
    """All sets, the role's own default first: What? So what? for mentee and peer, Gibbs for the mentor."""
    default = "gibbs" if role is Role.MENTOR else "what_so_what"
    return tuple(sorted(prompt_sets(), key=lambda s: s.id != default))
