"""A vault opened for reading alone: nothing of it is written, and of what is damaged all is read that can be.

What is whole and of today's form is read where it lies. Everything else is read from a copy in memory: a file
of an older form, one with a write that was cut off, and what can be read of a damaged one.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from mentorjournal.errors import DamagedJournal, DamagedOrForeign, NewerVersion, OpenedReadOnly, ReadOnlyPlace
from mentorjournal.model.closure import DestructionRecord
from mentorjournal.model.ids import EntryId
from mentorjournal.model.ledger import LedgerEntry
from mentorjournal.storage import leaves
from mentorjournal.storage.connection import JOURNAL_APPLICATION_ID, Connection, connect, in_memory
from mentorjournal.storage.faults import StatementRefused
from mentorjournal.storage.index import Card, Index
from mentorjournal.storage.migrations import version_of
from mentorjournal.storage.rescue_journal import Rescued
from mentorjournal.storage.schema import STEPS
from mentorjournal.vault.copies import Notice
from mentorjournal.vault.index_file import INDEX_NAME
from mentorjournal.vault.keyfile import KeyFile
from mentorjournal.vault.rescuing import rescue_into, salvaged_index


class ReadOnlyIndex(Index):
    """The index in memory: cards may be brought up to date in it, and nothing that somebody would miss."""

    def put_setting(self, key: str, value: object) -> None:
        raise OpenedReadOnly

    def put_ledger_entry(self, entry: LedgerEntry) -> None:
        raise OpenedReadOnly

    def change_ledger(
        self, put: Iterable[LedgerEntry], removed: Iterable[EntryId], settings: Mapping[str, object]
    ) -> None:
        raise OpenedReadOnly

    def ledger_number(self, journal: str) -> int:
        known = self.ledger_numbers()
        return known.get(journal, 0) or max(known.values(), default=0) + 1

    def put_destruction(self, journal: str, record: DestructionRecord) -> None:
        raise OpenedReadOnly

    def remove_destruction(self, journal: str) -> None:
        raise OpenedReadOnly

    def forget_journal(self, journal: str) -> None:
        raise OpenedReadOnly


def index_for_reading(folder: Path, keys: KeyFile, notices: list[Notice]) -> Index:
    """The index, or what can be read of it, with a card for every journal of the key file."""
    db = in_memory(INDEX_NAME)
    _, lost = salvaged_index(folder, keys, db)
    if lost is not None:
        notices.append(Notice.INDEX_READ_IN_PART)
    index = ReadOnlyIndex(db)
    index.match(keys.journals())
    return index


def journal_for_reading(
    path: Path, key: bytearray, second_key: bytearray, card: Card, newest: int
) -> tuple[Connection, Rescued | None]:
    """The journal at *path*, and how it went where it is damaged. Both keys are overwritten.

    Raises MissingFile, EmptyFile, ForeignFile, NewerVersion, InUse, …
    """
    try:
        db = connect(
            path,
            key,
            application_id=JOURNAL_APPLICATION_ID,
            newest=newest,
            read_only=True,
            damaged=DamagedJournal,
        )
        if not db.check():
            return (db if _is_ready(db) else _copied(db, path)), None
        db.close()
    except NewerVersion:
        raise
    except (DamagedOrForeign, ReadOnlyPlace):  # the latter: a write was cut off, and undoing it would write
        pass
    target = in_memory(path.name, read_only=True, damaged=DamagedJournal)
    try:
        rescued = rescue_into(
            path, second_key, target, card, card.codename or "?", datetime.now().astimezone()
        )
        if not rescued.described and not rescued.entries:
            raise DamagedJournal(path.name, "nothing of it can be read")
    except BaseException:
        target.close()
        raise
    return target, None if rescued.whole else rescued


def _is_ready(db: Connection) -> bool:
    """Whether reading it needs no change first: to its form, or to its word index."""
    with contextlib.suppress(StatementRefused):
        return version_of(db) in (0, len(STEPS)) and not leaves.are_stale(db)
    return True


def _copied(db: Connection, path: Path) -> Connection:
    with contextlib.closing(db):
        copy = in_memory(path.name, read_only=True, damaged=DamagedJournal)
        db.backup_to(copy)
    return copy
