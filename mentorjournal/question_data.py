"""The writer's questions as data: a private setting of the vault, and a file to take elsewhere."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence

from mentorjournal.errors import InvalidInput
from mentorjournal.own_questions import (
    LONGEST_QUESTION,
    MOST_SETS,
    NOTHING,
    OwnQuestions,
    Which,
    checked_set,
    clean,
    with_own_set,
)
from mentorjournal.prompts import PromptSet, PromptStep

SETTING = "questions"
"""The private setting under which they are kept."""

LARGEST_FILE = 1_000_000
_DEEPEST = 8
"""A list of sets, of steps, of questions: five."""

_NOT_SETS = "This file holds no set of questions. It is YAML such as “Save my sets” writes."


def to_setting(own: OwnQuestions) -> dict[str, object]:
    """The changes as JSON says them."""
    return {
        "hidden": sorted(own.hidden),
        "wordings": [
            {"set": w.set_id, "step": w.step_id, "side": w.side, "was": w.wording, "now": now}
            for w, now in own.wordings.items()
        ],
        "sets": [set_as_data(one) for one in own.sets],
    }


def from_setting(value: object) -> OwnQuestions:
    """Read the changes. What cannot be understood is left out: questions are a help, never a hindrance."""
    if not isinstance(value, dict):
        return NOTHING
    own = OwnQuestions(
        hidden=frozenset(_texts(value.get("hidden"))), wordings=dict(_wordings(value.get("wordings")))
    )
    for one in _items(value.get("sets"))[:MOST_SETS]:
        try:
            read = set_from_data(one)
        except InvalidInput:
            continue
        if all(read.id != other.id for other in own.sets):
            own = with_own_set(own, read)
    return own


def to_yaml(sets: Sequence[PromptSet]) -> str:
    """Sets of the writer's own as a file, in the form of the content pack."""
    import yaml

    data = [set_as_data(one) for one in sets]
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100)


def from_yaml(text: str) -> list[PromptSet]:
    """The sets of a file, each new: bringing in a file twice replaces nothing. Raises InvalidInput."""
    import yaml

    if len(text) > LARGEST_FILE:
        raise InvalidInput("This file is too large to be a set of questions.")
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every value as the words that stand there
    try:
        if not _is_plain(yaml.parse(text, Loader=loader)):
            raise InvalidInput(_NOT_SETS)
        data = yaml.load(text, Loader=loader)
    except (yaml.YAMLError, RecursionError, ValueError, TypeError):
        raise InvalidInput(_NOT_SETS) from None  # its text would quote the file
    items = data if isinstance(data, list) else [data]
    if not items or len(items) > MOST_SETS or not all(isinstance(item, dict) for item in items):
        raise InvalidInput(_NOT_SETS)
    return [set_from_data({**item, "id": ""}) for item in items]


def set_as_data(one: PromptSet) -> dict[str, object]:
    """A set of the writer's own in the form of the content pack, with its steps' names."""
    return {
        "id": one.id,
        "name": one.name,
        "source": one.source,
        "steps": [
            {"id": step.id, "name": step.name, "mentee": list(step.mentee), "mentor": list(step.mentor)}
            for step in one.steps
        ],
    }


def set_from_data(value: object) -> PromptSet:
    """Read a set of the writer's own. Raises InvalidInput saying what it lacks."""
    if not isinstance(value, dict) or not isinstance(value.get("name"), str):
        raise InvalidInput("This is not a set of questions: it has no name.")
    steps = []
    for place, item in enumerate(_items(value.get("steps")), start=1):
        if isinstance(item, dict):
            steps.append(
                PromptStep(
                    id=_text(item.get("id")) or f"step-{place}",
                    mentee=tuple(_texts(item.get("mentee"))),
                    mentor=tuple(_texts(item.get("mentor"))),
                    name=_text(item.get("name")),
                )
            )
    id = _text(value.get("id"))
    return checked_set(
        PromptSet(
            id=id if id.startswith("own-") else f"own-{uuid.uuid4().hex}",
            name=value["name"],
            use_for=(),
            source=clean(_text(value.get("source")))[:LONGEST_QUESTION],
            steps=tuple(steps) or (PromptStep(id="step-1", mentee=(), mentor=()),),
            own=True,
        )
    )


def _is_plain(events: Iterable[object]) -> bool:
    """Whether it is built as a file of sets can be, asked before it is loaded: 100,000 brackets end the
    process there, and what stands once may be repeated without end by its alias.
    """
    import yaml

    depth = 0
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEEPEST or isinstance(event, yaml.AliasEvent):
            return False
    return True


def _wordings(value: object) -> Iterable[tuple[Which, str]]:
    for item in _items(value):
        if not isinstance(item, dict):
            continue
        set_id, step_id, side, was, now = (item.get(key) for key in ("set", "step", "side", "was", "now"))
        known = isinstance(set_id, str) and isinstance(step_id, str) and side in ("mentee", "mentor")
        if known and isinstance(was, str) and isinstance(now, str):
            which = Which(set_id=str(set_id), step_id=str(step_id), side=str(side), wording=was)
            yield which, clean(now)[:LONGEST_QUESTION]


def _items(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _texts(value: object) -> list[str]:
    return [item for item in _items(value) if isinstance(item, str)]


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
