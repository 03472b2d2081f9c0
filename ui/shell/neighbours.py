"""The cards of the sidebar: which journal comes next, and what each is called."""

from __future__ import annotations

from collections.abc import Sequence

from mentorjournal.model.card import JournalCard, JournalId


def neighbour(cards: Sequence[JournalCard], here: JournalId | None, by: int) -> JournalId | None:
    """The journal *by* places after *here*, round the end; None where there is none at all."""
    ids = [card.id for card in cards]
    if not ids:
        return None
    return ids[(ids.index(here) + by) % len(ids) if here in ids else min(by, 0)]


def codename_of(cards: Sequence[JournalCard], journal: JournalId) -> str:
    return next((card.codename for card in cards if card.id == journal), "")
