"""What was being said on the closing sheet as values that can be kept over a lock, and back."""

from __future__ import annotations

from datetime import date

from mentorjournal.model.clock import day_text
from mentorjournal.model.words import EndReason, RetentionRule
from ui.pages.closing.contract import ClosingDraft, NotesDraft

Place = dict[str, object]


def draft_to_place(draft: ClosingDraft) -> Place:
    return {
        "reason": draft.reason.value if draft.reason else "",
        "thanked": draft.thanked,
        "handed_over_on": day_text(draft.handed_over_on),
        "notes": notes_to_place(draft.notes),
    }


def draft_from_place(place: Place) -> ClosingDraft:
    """The draft that `draft_to_place` gave; what is missing or strange is as if nothing was said."""
    reason, notes = place.get("reason"), place.get("notes")
    return ClosingDraft(
        reason=EndReason(str(reason)) if reason in list(EndReason) else None,
        thanked=place.get("thanked") is True,
        handed_over_on=_day(place.get("handed_over_on")),
        notes=notes_from_place(notes) if isinstance(notes, dict) else NotesDraft(),
    )


def notes_to_place(draft: NotesDraft) -> Place:
    return {
        "rule": draft.rule.value,
        "day": day_text(draft.day),
        "day_typed": draft.day_typed,
        "hold_reason": draft.hold_reason,
    }


def notes_from_place(place: Place) -> NotesDraft:
    rule = place.get("rule")
    return NotesDraft(
        rule=RetentionRule(str(rule)) if rule in list(RetentionRule) else RetentionRule.KEEP_OWN,
        day=_day(place.get("day")),
        day_typed=str(place.get("day_typed") or ""),
        hold_reason=str(place.get("hold_reason") or ""),
    )


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
