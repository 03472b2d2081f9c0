"""A half-given rating on its way through the sealed place, and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from mentorjournal.model.clock import day_text
from mentorjournal.model.ids import EntryId
from ui.pages.ratings.contract import RatingDraft


def place_of(sheet: str, draft: RatingDraft, begun: Mapping[str, RatingDraft]) -> dict[str, object]:
    """The sheet in front with *draft* on it, and what was *begun* on every sheet."""
    others = {id: _said(one) for id, one in begun.items()}
    return {"sheet": sheet, **_said(draft), **({"begun": others} if others else {})}


def begun_from_place(place: dict[str, object]) -> dict[str, RatingDraft]:
    """What was begun on each sheet, as far as it is of this shape."""
    begun = place.get("begun")
    if not isinstance(begun, dict):
        return {}
    found = {id: draft_from_place(said) for id, said in begun.items() if isinstance(said, dict)}
    return {str(id): draft for id, draft in found.items() if draft is not None}


def _said(draft: RatingDraft) -> dict[str, object]:
    if draft.is_untouched:
        return {}
    return {
        "day": day_text(draft.day),
        "values": list(draft.values),
        "then": list(draft.then_values),
        "note": draft.note,
        "session": draft.session_id,
        "changing": draft.changing,
    }


def draft_from_place(place: dict[str, object]) -> RatingDraft | None:
    """What was rated so far; None when nothing was, or when it is not of this shape."""
    if "values" not in place:
        return None
    day, note = place.get("day"), place.get("note")
    session, changing = place.get("session"), place.get("changing")
    return RatingDraft(
        day=date.fromisoformat(day) if isinstance(day, str) else None,
        values=_values(place.get("values")),
        then_values=_values(place.get("then")),
        note=note if isinstance(note, str) else "",
        session_id=EntryId(session) if isinstance(session, str) else None,
        changing=EntryId(changing) if isinstance(changing, str) else None,
    )


def _values(said: object) -> tuple[int | None, ...]:
    if not isinstance(said, list):
        return ()
    return tuple(value if isinstance(value, int) else None for value in said)
