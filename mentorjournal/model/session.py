"""A session: one meeting of mentor and mentee, with its notes in blocks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from mentorjournal.model.blocks import EMPTY, Document
from mentorjournal.model.ids import BlockId, EntryId
from mentorjournal.model.words import Attribution, Mode, Section, SessionKind, SessionStatus, Visibility


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class NoteBlock:
    """A piece of a session's notes with who said it and what may happen to it on every block."""

    id: BlockId
    section: Section = Section.FREE
    text: Document = EMPTY
    attribution: Attribution = Attribution.MINE
    visibility: Visibility = Visibility.PRIVATE

    def __repr__(self) -> str:
        return f"NoteBlock({self.id})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Session:
    """*number* counts held sessions from 1 and is None for every other; *minutes* is its length."""

    id: EntryId
    day: date
    at: time | None = None
    number: int | None = None
    kind: SessionKind = SessionKind.REGULAR
    status: SessionStatus = SessionStatus.PLANNED
    minutes: int = 60
    mode: Mode = Mode.IN_PERSON
    place: str = ""
    title: str = ""
    intention: str = ""
    desired_outcome: str = ""
    blocks: tuple[NoteBlock, ...] = ()

    def __repr__(self) -> str:
        return f"Session({self.id})"
