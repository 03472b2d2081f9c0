"""New keys for a whole vault: whoever has an old copy and the old passphrase reads that copy, and no more.

Everything is sealed anew into new files, these are read back and compared, and only then do they take the old
ones' places (`swapping`).
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mentorjournal.errors import (
    DamagedIndex,
    DamagedJournal,
    DamagedKeyFile,
    MentorJournalError,
    NewKeysStand,
)
from mentorjournal.model.card import JournalId
from mentorjournal.storage.connection import Connection
from mentorjournal.storage.index import Index
from mentorjournal.storage.keyspec import wipe
from mentorjournal.storage.migrations import version_of
from mentorjournal.vault import renewal, swapping
from mentorjournal.vault.backups import JOURNALS, is_whole
from mentorjournal.vault.counting import counted
from mentorjournal.vault.index_file import INDEX_NAME, new_file
from mentorjournal.vault.journal_file import open_file
from mentorjournal.vault.keyfile import KeyFile
from mentorjournal.vault.passphrase import normalised
from mentorjournal.vault.recovery import RecoveryCode
from mentorjournal.vault.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewed:
    """*backup* is the first that the new keys open; empty where it could not be made yet (a full disk): the
    next unlocking tries again. *older* are the backups that stayed: the old secrets open them.
    """

    journals: int
    backup: str
    older: tuple[str, ...] = ()


def rekey(
    folder: Path,
    passphrase: str,
    told: Callable[[RecoveryCode], None],
    *,
    by_code: bool = False,
    new_passphrase: str | None = None,
    keep_backups: bool,
) -> Renewed:
    """Give the vault in *folder*, which nobody has open, a new master key and new keys for all its files.

    *told* is given the new recovery code before anything is replaced, so that nobody is ever without one.
    With *keep_backups* the older backups stay, and still open with the old secrets; else they go once a new
    one is checked. Interrupted anywhere, the old vault is whole or the new one is, and the next unlocking
    ends what was begun.

    *by_code*: what stands for the passphrase is the recovery code, and *new_passphrase* must be there.

    Raises WrongPassphrase, EmptyPassphrase, DamagedJournal, InUse, DiskFull, …: then nothing has changed.
    Raises NewKeysStand where the new keys open the vault and only what follows could not be done.
    """
    new = ("" if by_code else passphrase) if new_passphrase is None else new_passphrase
    unlock = Vault.unlock_with_code if by_code else Vault.unlock
    vault = unlock(folder, passphrase)  # ends whatever else was interrupted
    with contextlib.closing(vault):
        before = [backup.name for backup in vault.backups()]
        secret = normalised(new)
        try:
            fresh, code = vault.new_keys(swapping.prepared(folder), secret)
        finally:
            wipe(secret)
        with contextlib.closing(fresh):
            renew(vault, fresh, lambda place: _prove(place, new, code), lambda: told(code), keep=keep_backups)
    try:
        opened = Vault.unlock(folder, new)
    except MentorJournalError as error:
        raise NewKeysStand from error
    with contextlib.closing(opened):
        there = [backup.name for backup in opened.backups()]
        made = next((name for name in there if name not in before), "")
        return Renewed(
            journals=len(opened.journal_ids()),
            backup=made,
            older=tuple(name for name in there if name != made),
        )


def renew(
    vault: Vault, fresh: KeyFile, prove: Callable[[Path], None], told: Callable[[], object], *, keep: bool
) -> None:
    """Put a vault sealed with the keys *fresh* in the place of the open *vault*, which is closed by it.

    *prove* is given the folder of the new files and raises where a new secret does not open them.
    """
    place = vault.folder / swapping.PREPARED
    try:
        for journal in vault.journal_ids():
            with vault.lent(journal) as source:
                _copy(source, place / JOURNALS / f"{journal}.mjdb", fresh, journal)
        _copy_index(vault, place, fresh, keep=keep)
        fresh.save()
        prove(place)
        told()
        swapping.commit(vault.folder)
    except BaseException:
        swapping.clear(vault.folder)
        raise
    vault.close_files()  # some systems replace no file that is open
    try:
        swapping.settle(vault.folder)
    except MentorJournalError as error:
        raise NewKeysStand from error


def _copy(source: Connection, path: Path, fresh: KeyFile, journal: JournalId) -> None:
    if wrong := source.check():
        raise DamagedJournal(path.name, wrong[0])
    copy = open_file(path, fresh, journal, create=True)
    with contextlib.closing(copy):
        source.backup_to(copy)
        same = (counted(copy), version_of(copy)) == (counted(source), version_of(source))
    if not same or not is_whole(path, fresh, journal):
        raise DamagedJournal(path.name, "the copy with new keys does not read back")


def _copy_index(vault: Vault, place: Path, fresh: KeyFile, *, keep: bool) -> None:
    db = new_file(place / INDEX_NAME, fresh)
    with contextlib.closing(db):
        vault.index.copy_to(db)
        renewal.intend(Index(db), [backup.name for backup in vault.backups()], keep=keep)
        if wrong := db.check():
            raise DamagedIndex(INDEX_NAME, wrong[0])


def _prove(place: Path, passphrase: str, code: RecoveryCode) -> None:
    """Open the new key file by both ways in, from the disk."""
    for keys in (
        KeyFile.open_with_passphrase(place, passphrase, read_only=True),
        KeyFile.open_with_code(place, code, read_only=True),
    ):
        keys.close()
    if not all((place / name).exists() for name in ("vault.keys", "vault.keys.copy")):
        raise DamagedKeyFile("the new one could not be read back")
