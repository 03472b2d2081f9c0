"""Reading what can be read of one damaged file of a vault, past whatever the library gives up on."""

from __future__ import annotations

import contextlib
from datetime import datetime
from pathlib import Path

from mentorjournal.errors import (
    DamagedOrForeign,
    DiskError,
    MentorJournalError,
    MissingFile,
    NewerVersion,
    ReadOnlyPlace,
)
from mentorjournal.storage.btree import Pages
from mentorjournal.storage.connection import JOURNAL_APPLICATION_ID, Connection, in_memory
from mentorjournal.storage.index import INDEX_APPLICATION_ID, INDEX_STEPS, Card, Index
from mentorjournal.storage.rescue import put_all, tables_in, version_in
from mentorjournal.storage.rescue_journal import Rescued, rescue_journal
from mentorjournal.storage.schema import STEPS
from mentorjournal.vault.index_file import INDEX_NAME, load_index
from mentorjournal.vault.keyfile import KeyFile
from mentorjournal.vault.sealed_pages import SealedPages


def rescue_into(
    path: Path, key: bytearray, target: Connection, card: Card, codename: str, now: datetime
) -> Rescued:
    """Read all that can be read of the journal at *path* into *target*, new and empty; *key* is overwritten.

    Raises ForeignFile, NewerVersion, DiskError, …
    """
    if not path.is_file():
        raise MissingFile(path.name)
    sealed = SealedPages(path, key)
    with contextlib.closing(sealed):
        pages = Pages(sealed.read, sealed.count)
        version = version_in(pages, path.name, JOURNAL_APPLICATION_ID, STEPS, lambda: in_memory(path.name))
        rescued = rescue_journal(pages, target, STEPS[:version], card, codename, now)
        rescued.sealed = sealed.sealed
    return rescued


def salvaged_index(folder: Path, keys: KeyFile, target: Connection) -> tuple[Index, tuple[str, ...] | None]:
    """The vault's index in *target*, and in which parts something is lost; None where it was whole.

    Raises NewerVersion: that one is not damaged.
    """
    try:
        whole = load_index(folder, keys, read_only=True)
        with contextlib.closing(whole):
            if not whole.check():
                whole.copy_to(target)
                return Index(target), None
    except NewerVersion:
        raise
    except (DamagedOrForeign, DiskError, ReadOnlyPlace):  # the latter: a write to it was cut off
        pass
    index = Index(target)
    lost = []
    with contextlib.suppress(MentorJournalError):
        sealed = SealedPages(folder / INDEX_NAME, keys.index_key())
        with contextlib.closing(sealed):
            pages = Pages(sealed.read, sealed.count)
            version_in(pages, INDEX_NAME, INDEX_APPLICATION_ID, INDEX_STEPS, lambda: in_memory(INDEX_NAME))
            with target.transaction():
                for name, table in tables_in(pages, target).items():
                    refused = put_all(target, table)
                    if table.lost or refused:
                        lost.append(_INDEX_PARTS.get(name, CARDS))
            return index, tuple(dict.fromkeys(lost))
    return index, tuple(_INDEX_PARTS.values())


CARDS = "the list of journals"
"""The one part of an index that is made anew from the journals."""

_INDEX_PARTS = {
    "setting": "your settings and question sets",
    "ledger": "the practice ledger",
    "ledger_number": "the numbers of the practice ledger",
    "destruction": "the records of destroyed journals",
}
