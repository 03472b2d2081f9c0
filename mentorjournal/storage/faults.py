"""What the encryption library says, in our own words."""

from __future__ import annotations

import os
from pathlib import Path

from sqlcipher3 import dbapi2

from mentorjournal.errors import (
    Cancelled,
    DamagedFile,
    DiskError,
    DiskFull,
    EmptyFile,
    ForeignFile,
    InUse,
    InvalidInput,
    MentorJournalError,
    MissingFile,
    ReadOnlyPlace,
)

PAGE = 4096
ERRORS = (dbapi2.Error, dbapi2.Warning, UnicodeEncodeError, UnicodeDecodeError, MemoryError)
"""The last is also what the library says when it cannot open a page that it is about to change."""
_PLAIN_HEADER = b"SQLite format 3\0"


class StatementRefused(MentorJournalError):
    """A statement that the file refuses: a rule of its tables is broken, or the statement is wrong.

    Never the reader's doing. The library's own words are kept as the cause, for they can quote content.
    """

    def __init__(self) -> None:
        super().__init__("Something inside Mentor Journal went wrong, and nothing of it was kept.")


class RuleBroken(StatementRefused):
    """A value that a rule of the tables (unique, check, foreign key, type) does not allow."""


class HalfDone(StatementRefused):
    """A transaction one of whose parts failed was carried on with; it was rolled back as a whole."""


def unreadable(path: Path, damaged: type[DamagedFile]) -> MentorJournalError:
    """Say what a file is whose first page does not open, though the key is right."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(len(_PLAIN_HEADER))
    except OSError:
        return DiskError(f"“{path.name}” cannot be read")
    if start == _PLAIN_HEADER:
        return ForeignFile(path.name, "it is not encrypted")
    if size == 0:
        return EmptyFile(path.name)
    if size % PAGE:
        return damaged(path.name, "it is cut short")
    return damaged(path.name, "its first page was changed, or it was put in the place of another file")


def in_our_words(error: Exception, path: Path, damaged: type[DamagedFile]) -> MentorJournalError:
    if isinstance(error, UnicodeEncodeError):
        return InvalidInput("The text holds a broken character that cannot be kept. Remove it and try again.")
    if isinstance(error, UnicodeDecodeError):  # the library's own sentence quotes a name that is no text
        return damaged(path.name)
    match getattr(error, "sqlite_errorcode", None):
        case dbapi2.SQLITE_NOTADB:
            return unreadable(path, damaged)
        case dbapi2.SQLITE_CORRUPT | dbapi2.SQLITE_FORMAT:
            return damaged(path.name)
        case dbapi2.SQLITE_FULL:
            return DiskFull()
        case dbapi2.SQLITE_IOERR:
            return DiskError()
        case dbapi2.SQLITE_BUSY | dbapi2.SQLITE_PROTOCOL:
            return InUse()
        case dbapi2.SQLITE_READONLY | dbapi2.SQLITE_PERM:
            return ReadOnlyPlace(path.name)
        case dbapi2.SQLITE_CANTOPEN:
            return _cannot_open(path)
        case dbapi2.SQLITE_INTERRUPT:
            return Cancelled()
        case dbapi2.SQLITE_CONSTRAINT | dbapi2.SQLITE_MISMATCH:
            return RuleBroken()
    return StatementRefused()


def _cannot_open(path: Path) -> MentorJournalError:
    """Say why neither the file nor the journal SQLite keeps beside it could be opened."""
    if not path.exists():
        return MissingFile(path.name)
    if not os.access(path.parent, os.W_OK):
        return ReadOnlyPlace(path.name)
    return DiskError(f"“{path.name}” may not be opened")
