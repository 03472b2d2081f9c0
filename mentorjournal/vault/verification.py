"""Checking a whole vault, as far as its keys open, without changing or needing any one file of it."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from mentorjournal.errors import DamagedJournal, MentorJournalError, ReadOnlyPlace
from mentorjournal.model.card import JournalId
from mentorjournal.storage.connection import JOURNAL_APPLICATION_ID, Connection
from mentorjournal.vault.copies import read_copies
from mentorjournal.vault.index_file import load_index
from mentorjournal.vault.inspection import (
    Finding,
    judged_conflicts,
    judged_copies,
    judged_index,
    judged_path,
    strangers,
)
from mentorjournal.vault.journal_file import open_file
from mentorjournal.vault.keyfile import KeyFile
from mentorjournal.vault.lock import VaultLock
from mentorjournal.vault.rollback import judged_generations, judged_whole
from mentorjournal.vault.swapping import refuse_unfinished
from mentorjournal.vault.vault import JOURNALS
from mentorjournal.vault.ways_in import keys_to_read


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """How many journals the key file lists, and everything that is wrong. *codenames* are those of the
    journals, by their files' names, as far as the index can be read.
    """

    journals: int
    findings: tuple[Finding, ...]
    codenames: Mapping[str, str] = field(default_factory=dict, repr=False)


def verify(
    folder: Path, secret: str, *, by_code: bool = False, newest: int = sys.maxsize, remembered: str = ""
) -> Report:
    """Read and authenticate every byte of the vault in *folder*, and name what is damaged, or older than is
    *remembered* on this machine.

    Raises what opening the key file raises (NotAVault, WrongPassphrase, DamagedKeyFile, …) and InUse; a
    damaged index or journal is a finding.
    """
    read_copies(folder)
    refuse_unfinished(folder)
    lock = _locked(folder)
    try:
        keys = keys_to_read(folder, secret, by_code=by_code)
        try:
            return Report(
                journals=len(keys.journals()),
                findings=tuple(_findings(folder, keys, newest, remembered)),
                codenames=_codenames(folder, keys),
            )
        finally:
            keys.close()
    finally:
        if lock:
            lock.release()


def _findings(folder: Path, keys: KeyFile, newest: int, remembered: str) -> list[Finding]:
    findings = judged_copies(read_copies(folder), keys)
    findings += judged_index(folder, keys, None)
    known = set()
    for journal in keys.journals():
        path = folder / JOURNALS / f"{journal}.mjdb"
        known.add(path.name)

        def key(journal: str = journal) -> bytearray:
            return keys.journal_key(journal)  # type: ignore[arg-type]  # a name the key file gave

        findings += judged_path(path, key, JOURNAL_APPLICATION_ID, newest=newest, damaged=DamagedJournal)
    findings += strangers(folder / JOURNALS, known) + judged_conflicts(folder)
    with (
        contextlib.suppress(MentorJournalError),
        contextlib.closing(load_index(folder, keys, read_only=True)) as db,
    ):
        findings += judged_generations(db, keys.journals(), partial(_lent, folder, keys))
        findings += judged_whole(folder, keys, db, remembered)
    return findings


def _codenames(folder: Path, keys: KeyFile) -> dict[str, str]:
    try:
        with contextlib.closing(load_index(folder, keys, read_only=True)) as index:
            return {f"{card.id}.mjdb": card.codename for card in index.cards() if card.codename}
    except MentorJournalError:
        return {}


@contextlib.contextmanager
def _lent(folder: Path, keys: KeyFile, journal: JournalId) -> Iterator[Connection]:
    db = open_file(folder / JOURNALS / f"{journal}.mjdb", keys, journal, read_only=True)
    with contextlib.closing(db):
        yield db


def _locked(folder: Path) -> VaultLock | None:
    try:
        return VaultLock(folder)
    except ReadOnlyPlace:
        return None  # nobody can write there, so nobody needs to be kept out
