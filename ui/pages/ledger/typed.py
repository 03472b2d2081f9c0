"""Drafts of entries as plain values, to be sealed inside the vault and brought back."""

from __future__ import annotations

from collections.abc import Mapping

from mentorjournal.model.words import Mode, PracticeKind
from ui.pages.ledger.contract import EntryDraft

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
