"""Notes from elsewhere on their way in: read whole and checked before the first one is kept."""

from __future__ import annotations

import contextlib
import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from mentorjournal.errors import ImportProblem, InvalidInput
from mentorjournal.journal.journal import Journal
from mentorjournal.model.blocks import Document, from_plain, is_empty
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId, new_block_id, new_entry_id
from mentorjournal.model.reflection import Reflection
from mentorjournal.model.session import NoteBlock, Session
from mentorjournal.model.words import Mode, SessionKind, SessionStatus

LARGEST_FILE = 8 * 1024 * 1024
"""Bytes. A larger file is not a person's notes; what is read of it takes fifty times as much memory."""

MOST_LINES = 100_000
"""In one file. Each becomes a paragraph of its own."""

MOST_TOGETHER = 500_000
"""Paragraphs of all the notes that come in at once."""

LONGEST_TITLE = 300

_DATE = re.compile(r"([0-9]{4})([-/.]?)([0-9]{1,2})\2([0-9]{1,2})(?![0-9])")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Incoming:
    """One note as it was found, with its own day."""

    day: date
    title: str
    text: Document
    tags: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"Incoming({self.day})"


def keep(journal: Journal, notes: Sequence[Incoming]) -> Change:
    """Write every note as a reflection on its own day: all of them, or none."""
    changes = []
    with journal.together():
        for note in sorted(notes, key=lambda n: n.day):
            title, text = _fitting(note)
            changes.append(
                journal.reflections.add(
                    Reflection(id=new_entry_id(), day=note.day, title=title, text=text, tags=note.tags)
                )
            )
    journal.rest()
    return journal.as_one(f"Import {len(notes)} notes", changes)


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


def _fitting(note: Incoming) -> tuple[str, Document]:
    """The note's title and text; one too long, as a jrnl entry of one line has, begins the text."""
    title = " ".join(note.title.split())
    if len(title) <= LONGEST_TITLE:
        return title, note.text
    return "", (*from_plain(title), *note.text)


def name_of(path: Path) -> str:
    """The file's name for a message, also when the disk spells it in bytes that are no text."""
    return path.name.encode("utf-8", "replace").decode()


@contextlib.contextmanager
def readable(path: Path) -> Iterator[None]:
    """Turn any OSError inside into an ImportProblem about *path*."""
    try:
        yield
    except OSError as error:
        why = os.strerror(error.errno).lower() if error.errno else "the disk reported an error"
        raise ImportProblem(f"“{name_of(path)}” cannot be read: {why}. Nothing was imported.") from error


def read_text(path: Path) -> str:
    """The file's text. Raises ImportProblem when it is too large, not a file, or not UTF-8 text."""
    name = name_of(path)
    with readable(path):
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise ImportProblem(f"“{name}” is not a file of notes. Nothing was imported.")
        if about.st_size > LARGEST_FILE:
            raise ImportProblem(
                f"“{name}” is too large to be notes ({about.st_size / 1024**2:.0f} MB; at most"
                f" {LARGEST_FILE // 1024**2} MB). Split it and try again. Nothing was imported."
            )
        data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ImportProblem(
            f"“{name}” is not UTF-8 text (byte {error.start + 1} does not fit)."
            " Save it as UTF-8 and try again. Nothing was imported."
        ) from None
    if "\0" in text:  # UTF-16 without its mark, or no text at all
        raise ImportProblem(
            f"“{name}” holds zero bytes, so it is not UTF-8 text. Save it as UTF-8 and try again."
            " Nothing was imported."
        )
    return text


def refuse_endless(text: str, name: str) -> None:
    """Raises ImportProblem for a text of so many lines that nobody wrote it."""
    if text.count("\n") > MOST_LINES or len(text.splitlines()) > MOST_LINES:
        raise ImportProblem(
            f"“{name}” has more than {MOST_LINES:,} lines. Split it and try again. Nothing was imported."
        )


def together(notes: Iterable[Incoming], name: str) -> list[Incoming]:
    """Every note that is worth keeping. Raises ImportProblem when they are more than can be kept at once."""
    found, room = [], MOST_TOGETHER
    for note in notes:
        room -= 1 + len(note.text)
        if room < 0:
            raise ImportProblem(
                f"“{name}” holds more than {MOST_TOGETHER:,} paragraphs. Import it in parts. Nothing was"
                " imported."
            )
        if worth_keeping(note):
            found.append(note)
    return found


def read_date(text: str, where: str) -> date:
    """The day that *text* begins with, as 2026-03-01, 2026/3/1 or 20260301. Raises ImportProblem naming
    *where* it stands.
    """
    match = _DATE.match(text.strip())
    try:
        if match and (match[2] or len(match[0]) == 8):
            return date(int(match[1]), int(match[3]), int(match[4]))
        return date.fromisoformat(text.strip())
    except ValueError:
        raise ImportProblem(
            f"{where} has the date “{text.strip()[:40]}”, which no calendar has. Correct it (as 2026-03-01)"
            " and try again. Nothing was imported."
        ) from None


def worth_keeping(note: Incoming) -> bool:
    return bool(note.title) or not is_empty(note.text)
