"""What somebody chose, as against what they typed: a day, a status, a link, who said it.

A choice is an act and has its Undo. Text is taken back by the editor that it was typed in.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from mentorjournal.journal.back import have_ids
from mentorjournal.model.words import Choice

T = TypeVar("T")

_NAMED = {
    "day": "Change day of {noun}",
    "at": "Change time of {noun}",
    "minutes": "Change length of {noun}",
    "mode": "Change way of meeting",
    "kind": "Change kind of {noun}",
    "status": "Change status of {noun}",
    "owner": "Change who does {noun}",
    "due_on": "Change due day of {noun}",
    "revisit_on": "Change day of return of {noun}",
    "visibility": "Change what may happen to {noun}",
    "blocks": "Change marks of a note",
    "session_id": "Change session of {noun}",
    "goal_id": "Change goal of {noun}",
    "framework_id": "Change framework of {noun}",
}


def choices_alone(before: T, after: T) -> T:
    """*before*, but with the text of *after*: what the choices of a write would be taken back to."""
    chosen: T = _chosen(before, after, "")
    return chosen


def named(before: object, after: object, label: str) -> str:
    """What the Undo menu calls the choices between *before* and *after* of a write called *label*."""
    noun = label.removeprefix("Edit ")
    if noun == label or not is_dataclass(after):
        return label
    changed = [f.name for f in fields(after) if getattr(before, f.name) != getattr(after, f.name)]
    one = _NAMED.get(changed[0]) if len(changed) == 1 else None
    return (one or "Change {noun}").format(noun=noun)


def _chosen(before: Any, after: Any, name: str) -> Any:
    if before == after:
        return after
    if is_dataclass(after) and type(before) is type(after) and not isinstance(after, type):
        parts = {
            field.name: _chosen(getattr(before, field.name), getattr(after, field.name), field.name)
            for field in fields(after)
        }
        return replace(after, **parts)
    if have_ids(before) and have_ids(after):
        known = {item.id: item for item in before}
        return tuple(_chosen(known[one.id], one, "") if one.id in known else one for one in after)
    return before if _is_choice(before, name) and _is_choice(after, name) else after


def _is_choice(value: object, name: str) -> bool:
    """A day, a number, a link, one of the field's fixed words, or none of them; not what is typed."""
    if isinstance(value, tuple):
        return all(item is None or isinstance(item, Choice) for item in value)
    if isinstance(value, str):
        return isinstance(value, Choice) or name.endswith("_id")
    return not is_dataclass(value)
