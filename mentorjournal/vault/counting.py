"""How much a vault or a backup holds, counted in its journals and not taken from a card."""

from __future__ import annotations

import contextlib
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mentorjournal.errors import DamagedJournal
from mentorjournal.model.card import JournalId
from mentorjournal.storage import keeping
from mentorjournal.storage.connection import JOURNAL_APPLICATION_ID, Connection, connect
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
    db = connect(
        path,
        keys.journal_key(journal),
        application_id=JOURNAL_APPLICATION_ID,
        newest=sys.maxsize,
        read_only=True,
        damaged=DamagedJournal,
    )
    with contextlib.closing(db):
        return counted(db)


def entries_in(path: Path, keys: KeyFile, journal: JournalId) -> int:
    return count_of(path, keys, journal).entries
