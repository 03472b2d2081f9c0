"""A file leaves the journal: it is written whole, and then its name is remembered."""

from __future__ import annotations

from pathlib import Path

from mentorjournal.errors import MentorJournalError, NotNoted
from mentorjournal.files import write_whole
from mentorjournal.journal.journal import Journal
from mentorjournal.model.export import ExportKind


def write_out(
    journal: Journal, what: ExportKind, target: Path, data: bytes, *, replace: bool = False
) -> None:
    """Write *data* at *target*, and let the journal know of it: the end names what it cannot reach.

    Raises AlreadyThere unless *replace*, and what a full or read-only disk raises; then nothing is noted.
    Raises NotNoted where the file is there and the journal cannot be written to.
    """
    write_whole(target, data, replace=replace)
    note(journal, what, target.name)


def note(journal: Journal, what: ExportKind, file_name: str) -> None:
    """Let the journal remember a file that was written. Raises NotNoted."""
    try:
        journal.exports.note(what, file_name)
    except MentorJournalError as error:
        raise NotNoted(file_name) from error
