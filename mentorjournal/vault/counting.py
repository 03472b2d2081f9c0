"""How much a vault or a backup holds, counted in its journals and not taken from a card."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mentorjournal.model.card import JournalId
from mentorjournal.storage import keeping
from mentorjournal.storage.connection import Connection
from mentorjournal.vault.journal_file import open_file
from mentorjournal.vault.keyfile import KeyFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """What one journal holds, and how many changes it has seen."""

    entries: int
    newest: date | None
    generation: int


def counted(db: Connection) -> Count:
    return Count(
        entries=keeping.counts(db).entries,
        newest=keeping.last_entry_on(db),
        generation=keeping.generation(db),
    )


def count_of(path: Path, keys: KeyFile, journal: JournalId) -> Count:
    """Count in the file of a journal, opened for this alone. Raises DamagedJournal, …"""
    db = open_file(path, keys, journal, read_only=True)
    with contextlib.closing(db):
        return counted(db)


def entries_in(path: Path, keys: KeyFile, journal: JournalId) -> int:
    return count_of(path, keys, journal).entries
