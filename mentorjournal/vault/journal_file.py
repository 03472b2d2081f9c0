"""Opening the file of one journal with the key that a key file has for it."""

from __future__ import annotations

import sys
from pathlib import Path

from mentorjournal.errors import DamagedJournal
from mentorjournal.model.card import JournalId
from mentorjournal.storage.connection import JOURNAL_APPLICATION_ID, Connection, connect
from mentorjournal.vault.keyfile import KeyFile


def open_file(
    path: Path,
    keys: KeyFile,
    journal: JournalId,
    *,
    newest: int = sys.maxsize,
    create: bool = False,
    read_only: bool = False,
) -> Connection:
    """The journal at *path*, of a schema that is at most *newest*; the caller closes it.

    Raises MissingFile, EmptyFile, DamagedJournal, ForeignFile, NewerVersion, …
    """
    return connect(
        path,
        keys.journal_key(journal),
        application_id=JOURNAL_APPLICATION_ID,
        newest=newest,
        create=create,
        read_only=read_only,
        damaged=DamagedJournal,
    )
