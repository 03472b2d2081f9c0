"""What was typed on the page and not saved, as values that can be kept over a lock, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any

from mentorjournal.model.clock import read_day
from mentorjournal.model.relationship import Commitment, Programme, Relationship, Signpost
from mentorjournal.model.words import Choice, Mode, RelationshipForm, Role, Training

Place = dict[str, object]

_CHOICES: Mapping[str, type[Choice]] = {
    "my_role": Role,
    "form": RelationshipForm,
    "my_training": Training,
    "partner_training": Training,
}
_DAYS = (
    "started_on", "planned_end_on", "ended_on", "my_training_on", "partner_training_on", "follow_up_on",
)  # fmt: skip
_TEXTS = (
    "codename", "my_display_name", "partner_display_name", "partner_role_title", "partner_organisation",
    "partner_contact", "purpose", "specialist_topic", "question", "conflict_declared", "my_training_title",
    "partner_training_title",
)  # fmt: skip


def to_place(typed: Relationship, shown: Relationship) -> Place:
    """The fields that were changed alone: the others are as they are by then."""
    place: Place = {}
    for field in fields(Relationship):
        value = getattr(typed, field.name)
        if value != getattr(shown, field.name):
            place[field.name] = _plain(value)
    return place


def from_place(place: Mapping[str, object], shown: Relationship) -> Relationship:
    """*shown* with what `to_place` gave. Whatever is missing or strange stays as it is."""
    known: dict[str, Any] = {}
    for name, value in place.items():
        if name in _TEXTS and isinstance(value, str):
            known[name] = value
        elif name in _CHOICES and isinstance(value, str) and value in list(_CHOICES[name]):
            known[name] = _CHOICES[name](value)
        elif name in _DAYS and (value is None or isinstance(value, str)):
            known[name] = _day(value)
    programme, commitment, signposts = (place.get(name) for name in ("programme", "commitment", "signposts"))
    if isinstance(programme, dict):
        texts = {name: text for name, text in programme.items() if isinstance(text, str)}
        known["programme"] = replace(shown.programme, **_of(Programme, texts))
    if isinstance(commitment, dict):
        known["commitment"] = _commitment(commitment, shown.commitment)
    if isinstance(signposts, list):
        known["signposts"] = tuple(_signpost(one) for one in signposts if isinstance(one, dict))
    return replace(shown, **known)


def _plain(value: object) -> object:
    match value:
        case date():
            return value.isoformat()
        case Commitment():
            return {
                "sessions_planned": value.sessions_planned,
                "interval_days": value.interval_days,
                "minutes": value.minutes,
                "mode": value.mode.value,
            }
        case Programme():
            return {field.name: getattr(value, field.name) for field in fields(Programme)}
        case tuple():
            return [
                {"what_for": one.what_for, "service": one.service, "contact": one.contact} for one in value
            ]
        case Choice():
            return value.value
        case _:
            return value


def _day(text: str | None) -> date | None:
    try:
        return read_day(text)
    except ValueError:
        return None


def _commitment(place: dict[str, object], known: Commitment) -> Commitment:
    def number(name: str) -> int | None:
        value = place.get(name)
        return value if isinstance(value, int) else None

    mode = place.get("mode")
    return Commitment(
        sessions_planned=number("sessions_planned"),
        interval_days=number("interval_days"),
        minutes=number("minutes") or known.minutes,
        mode=Mode(str(mode)) if mode in list(Mode) else known.mode,
    )


def _signpost(place: dict[str, object]) -> Signpost:
    what_for, service, contact = (str(place.get(name) or "") for name in ("what_for", "service", "contact"))
    return Signpost(what_for=what_for, service=service, contact=contact)


def _of(kind: type[Programme], texts: dict[str, str]) -> dict[str, Any]:
    names = {field.name for field in fields(kind)}
    return {name: text for name, text in texts.items() if name in names}
