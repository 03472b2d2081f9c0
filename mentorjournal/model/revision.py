"""An earlier version of what was written, kept so that nothing is lost by going on."""

from __future__ import annotations

from dataclasses import dataclass

from mentorjournal.model.blocks import Document
from mentorjournal.model.ids import EntryId, RevisionId
from mentorjournal.model.words import EntryKind


@dataclass(frozen=True, slots=True, repr=False)
class Part:
    """One text of an entry: *key* is stable from version to version, *label* names it for people."""

    key: str
    label: str
    text: Document

    def __repr__(self) -> str:
        return "Part()"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Revision:
    """How an entry read before it was changed. *moment* is UTC with the writer's offset beside it."""

    id: RevisionId
    kind: EntryKind
    entry_id: EntryId
    moment: str
    title: str
    parts: tuple[Part, ...]

    def __repr__(self) -> str:
        return f"Revision({self.id})"
