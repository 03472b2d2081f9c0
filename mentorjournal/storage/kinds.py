"""In which table the entries of a kind lie."""

from __future__ import annotations

from collections.abc import Mapping

from mentorjournal.model.words import EntryKind

TABLES: Mapping[EntryKind, str] = {
    EntryKind.REFLECTION: "reflection",
    EntryKind.SESSION: "session",
    EntryKind.GOAL: "goal",
    EntryKind.ACTION: "action",
    EntryKind.LEARNING: "learning_point",
    EntryKind.TOPIC: "topic",
    EntryKind.RATING: "rating",
    EntryKind.AGREEMENT: "agreement",
    EntryKind.REVIEW: "review",
}
"""Besides the relationship, of which the journal has one row."""
