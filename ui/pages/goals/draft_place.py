"""What was being typed as values that can be kept over a lock, and back."""

from __future__ import annotations

from mentorjournal.errors import InvalidInput
from mentorjournal.model.blocks import EMPTY, from_json, to_json
from mentorjournal.model.ids import EntryId, MilestoneId
from mentorjournal.model.words import (
    Choice,
    GoalHorizon,
    GoalStatus,
    MeasureKind,
    SmartMark,
    Visibility,
    Whose,
)
from ui.pages.goals.draft import CheckInDraft, GoalDraft, LinesDraft, StepDraft

Place = dict[str, object]


def draft_to_place(draft: GoalDraft) -> Place:
    """The draft as JSON-able values, to come back after a lock."""
    return {
        "title": draft.title,
        "why": to_json(draft.why),
        "success_criterion": draft.success_criterion,
        "horizon": draft.horizon.value,
        "measure": draft.measure.value,
        "unit": draft.unit,
        "baseline": draft.baseline,
        "target": draft.target,
        "gas_levels": list(draft.gas_levels),
        "start_on": draft.start_on,
        "target_on": draft.target_on,
        "status": draft.status.value,
        "support_needed": draft.support_needed,
        "whose": draft.whose.value,
        "visibility": draft.visibility.value,
        "smart": [mark.value if mark else "" for mark in draft.smart],
    }


def draft_from_place(place: Place) -> GoalDraft:
    """The draft that `draft_to_place` gave. Whatever is missing or strange is as in a new goal."""

    def text(name: str) -> str:
        return str(place.get(name) or "")

    def five(name: str) -> list[str]:
        values = place.get(name)
        known = [str(value or "") for value in values] if isinstance(values, list) else []
        return known if len(known) == 5 else [""] * 5

    try:
        why = from_json(text("why")) if place.get("why") else EMPTY
    except InvalidInput:
        why = EMPTY
    return GoalDraft(
        title=text("title"),
        why=why,
        success_criterion=text("success_criterion"),
        horizon=GoalHorizon(_choice(place, GoalHorizon, "horizon", GoalHorizon.MEDIUM)),
        measure=MeasureKind(_choice(place, MeasureKind, "measure", MeasureKind.PERCENT)),
        unit=text("unit"),
        baseline=text("baseline"),
        target=text("target"),
        gas_levels=tuple(five("gas_levels")),
        start_on=text("start_on"),
        target_on=text("target_on"),
        status=GoalStatus(_choice(place, GoalStatus, "status", GoalStatus.AGREED)),
        support_needed=text("support_needed"),
        whose=Whose(_choice(place, Whose, "whose", Whose.MENTEE)),
        visibility=Visibility(_choice(place, Visibility, "visibility", Visibility.PRIVATE)),
        smart=tuple(SmartMark(mark) if mark in list(SmartMark) else None for mark in five("smart")),
    )


def check_in_to_place(draft: CheckInDraft) -> Place:
    return {
        "moved": draft.what_moved_it,
        "value": draft.value,
        "confidence": draft.confidence,
        "day": draft.day,
        "together": draft.together,
        "session": draft.session_id,
    }


def check_in_from_place(place: Place) -> CheckInDraft:
    value, confidence, session = (place.get(name) for name in ("value", "confidence", "session"))
    return CheckInDraft(
        value=float(value) if isinstance(value, int | float) else str(value or ""),
        what_moved_it=str(place.get("moved") or ""),
        confidence=confidence if isinstance(confidence, int) else None,
        day=str(place.get("day") or ""),
        together=bool(place.get("together")),
        session_id=EntryId(session) if isinstance(session, str) else None,
    )


def lines_to_place(draft: LinesDraft) -> Place:
    """What was typed in the lines of a story; nothing of those that are empty."""
    step, place = draft.step, Place()
    if step != StepDraft() or draft.changing:
        place["step"] = {
            "title": step.title,
            "due_on": step.due_on,
            "reached_on": step.reached_on,
            "changing": draft.changing,
        }
    if draft.evidence:
        place["evidence"] = draft.evidence
    if draft.closing:
        place["closing"] = {"status": draft.closing.value, "note": draft.note}
    return place


def lines_from_place(place: Place) -> LinesDraft:
    step, closing, evidence = (place.get(name) for name in ("step", "closing", "evidence"))
    step, closing = (one if isinstance(one, dict) else {} for one in (step, closing))
    changing, status = step.get("changing"), closing.get("status")
    return LinesDraft(
        step=StepDraft(**{name: str(step.get(name) or "") for name in ("title", "due_on", "reached_on")}),
        changing=MilestoneId(changing) if isinstance(changing, str) else None,
        evidence=evidence if isinstance(evidence, str) else "",
        closing=GoalStatus(status) if status in list(GoalStatus) else None,
        note=str(closing.get("note") or ""),
    )


def _choice(place: Place, kind: type[Choice], name: str, usual: Choice) -> Choice:
    value = place.get(name)
    return kind(value) if isinstance(value, str) and value in list(kind) else usual
