"""Notes from elsewhere on their way in: read whole and checked before the first one is kept."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from mentorjournal.errors import ImportProblem, InvalidInput
from mentorjournal.files import said_plainly
from mentorjournal.journal.journal import Journal
from mentorjournal.model.blocks import Document, is_empty
from mentorjournal.model.ids import EntryId, new_block_id, new_entry_id
from mentorjournal.model.reflection import Reflection
from mentorjournal.model.session import NoteBlock, Session
from mentorjournal.model.words import Mode, SessionKind, SessionStatus

LARGEST_FILE = 32 * 1024 * 1024
"""Bytes. A larger file is not a person's notes, and reading it would stop the machine."""

LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Incoming:
    """One note as it was found, with its own day."""

    day: date
    title: str
    text: Document
    tags: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"Incoming({self.day})"


def keep(journal: Journal, notes: Sequence[Incoming]) -> int:
    """Write every note as a reflection on its own day: all of them, or none. Returns how many."""
    with journal.together():
        for note in sorted(notes, key=lambda n: n.day):
            journal.reflections.add(
                Reflection(
                    id=new_entry_id(),
                    day=note.day,
                    title=note.title[:LONGEST_TITLE],
                    text=note.text,
                    tags=note.tags,
                )
            )
    journal.rest()
    return len(notes)


def as_reflection(journal: Journal, day: date, title: str, text: Document) -> EntryId:
    """Add a reflection written elsewhere. Raises InvalidInput when there is nothing in it."""
    if is_empty(text):
        raise InvalidInput("There is no text to add. Nothing was changed.")
    reflection = Reflection(id=new_entry_id(), day=day, title=title, text=text)
    journal.reflections.add(reflection)
    return reflection.id


def as_note(journal: Journal, day: date, text: Document) -> EntryId:
    """Add a note to the day's session, or to a new contact between sessions where the day has none."""
    if is_empty(text):
        raise InvalidInput("There is no text to add. Nothing was changed.")
    block = NoteBlock(id=new_block_id(), text=text)
    todays = [session for session in journal.sessions.all() if session.day == day]
    if todays:
        session = replace(todays[-1], blocks=(*todays[-1].blocks, block))
        journal.sessions.write(session)
    else:
        session = Session(
            id=new_entry_id(),
            day=day,
            kind=SessionKind.CONTACT,
            status=SessionStatus.HELD,
            minutes=0,
            mode=Mode.WRITTEN,
            blocks=(block,),
        )
        journal.sessions.add(session)
    return session.id


def read_text(path: Path) -> str:
    """The file's text. Raises ImportProblem when it is too large, not a file, or not UTF-8."""
    with said_plainly(path.name):
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise ImportProblem(f"“{path.name}” is not a file that can be read. Nothing was imported.")
        if about.st_size > LARGEST_FILE:
            raise ImportProblem(
                f"“{path.name}” is too large to be notes ({about.st_size / 1024**2:.0f} MB; at most"
                f" {LARGEST_FILE // 1024**2} MB). Split it and try again. Nothing was imported."
            )
        data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ImportProblem(
            f"“{path.name}” is not UTF-8 text (byte {error.start + 1} does not fit)."
            " Save it as UTF-8 and try again. Nothing was imported."
        ) from None


def read_date(text: str, where: str) -> date:
    """The day that *text* begins with, as YYYY-MM-DD. Raises ImportProblem naming *where* it stands."""
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        raise ImportProblem(
            f"{where} has the date “{text.strip()[:40]}”, which no calendar has. Correct it (as 2026-03-01)"
            " and try again. Nothing was imported."
        ) from None


def worth_keeping(note: Incoming) -> bool:
    return bool(note.title) or not is_empty(note.text)
