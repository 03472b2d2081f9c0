"""Drafts of entries, and for which time they are shown, as plain values to be sealed inside the vault."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from mentorjournal.model.clock import day_text, read_day
from mentorjournal.model.ledger import Period
from mentorjournal.model.words import Mode, PracticeKind
from ui.pages.ledger.contract import EntryDraft

Bounds = tuple[date | None, date | None]

_WORDS = ("day", "time", "learning", "how_applied")


def to_place(name: str, draft: EntryDraft) -> dict[str, object]:
    """The draft under *name*; nothing while it says nothing."""
    words = {word: getattr(draft, word) for word in _WORDS if getattr(draft, word)}
    if not words:
        return {}
    return {name: words | {"kind": draft.kind.value, "mode": draft.mode.value if draft.mode else None}}


def read_draft(name: str, place: Mapping[str, object]) -> EntryDraft:
    """What `to_place` made; what makes no sense is left out."""
    kept = place.get(name)
    if not isinstance(kept, dict):
        return EntryDraft()
    words = {word: kept[word] for word in _WORDS if isinstance(kept.get(word), str)}
    kinds = {kind.value: kind for kind in PracticeKind}
    modes = {mode.value: mode for mode in Mode}
    return EntryDraft(
        kind=kinds.get(str(kept.get("kind")), PracticeKind.SUPERVISION),
        mode=modes.get(str(kept.get("mode"))),
        **words,
    )


def time_to_place(period: Period, own: Bounds) -> dict[str, object]:
    """For which time the ledger is shown, and the days of a period of one's own."""
    return {"period": period.value, "since": day_text(own[0]), "until": day_text(own[1])}


def time_from_place(place: Mapping[str, object]) -> tuple[Period, Bounds]:
    """What `time_to_place` made; what makes no sense is as at the beginning."""
    period = place.get("period")
    known = Period(str(period)) if period in list(Period) else Period.THIS_YEAR
    return known, (_day(place.get("since")), _day(place.get("until")))


def _day(text: object) -> date | None:
    try:
        return read_day(text) if isinstance(text, str) else None
    except ValueError:
        return None
