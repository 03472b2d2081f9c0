"""The vault: from a passphrase or a printed code to an open journal."""

from __future__ import annotations

import contextlib
import sys
import weakref
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

from mentorjournal.errors import (
    AlreadyThere,
    DamagedJournal,
    MentorJournalError,
    NoSuchJournal,
)
from mentorjournal.files import said_plainly, sync_folder
from mentorjournal.model.card import JournalId
from mentorjournal.storage.connection import JOURNAL_APPLICATION_ID, Connection
from mentorjournal.storage.index import Card
from mentorjournal.storage.keyspec import wipe
from mentorjournal.storage.rescue_journal import Rescued
from mentorjournal.vault import backups, destruction, drill, renewal, reserve, restoring, rollback, swapping
from mentorjournal.vault.automatic import is_due
from mentorjournal.vault.backups import Backup
from mentorjournal.vault.clearing import empty, remove_database
from mentorjournal.vault.conflicts import conflicted
from mentorjournal.vault.copies import Notice, read_copies, refuse_no_vault
from mentorjournal.vault.index_file import INDEX_NAME, make_index
from mentorjournal.vault.inspection import (
    Finding,
    judged_conflicts,
    judged_copies,
    judged_file,
    judged_index,
    judged_path,
    strangers,
)
from mentorjournal.vault.journal_file import open_file
from mentorjournal.vault.keyfile import KeyFile, Told
from mentorjournal.vault.lock import VaultLock
from mentorjournal.vault.opening import UNFINISHED_JOURNAL, end_destructions, open_index
from mentorjournal.vault.passphrase import calibrated, normalised
from mentorjournal.vault.reading import index_for_reading, journal_for_reading
from mentorjournal.vault.recovery import RecoveryCode
from mentorjournal.vault.sealing import Cost
from mentorjournal.vault.seen import Seen, look

JOURNALS = "journals"


class Vault:
    """An unlocked vault, locked against other writers until `close`. Bound to the thread that opened it."""

    def __init__(
        self, folder: Path, keys: KeyFile, lock: VaultLock | None, *, rebuild_index: bool = False
    ) -> None:
        self.folder = folder
        self.read_only = lock is None
        self._keys = keys
        self._lock = lock
        self._notices: list[Notice] = []
        self._open: dict[JournalId, weakref.ref[Connection]] = {}
        self.damaged: dict[JournalId, Rescued] = {}
        """Of a vault that is only read: what could be read of the damaged journals that were opened."""
        if self.read_only:
            self.index = index_for_reading(folder, keys, self._notices)
        else:
            self.index = open_index(folder, keys, self._notices, rebuild=rebuild_index)
        try:
            self._tidy()
        except BaseException:
            self.index.close()
            raise

    # Ways in

    @classmethod
    def create(cls, folder: Path, passphrase: str, *, cost: Cost | None = None) -> tuple[Vault, RecoveryCode]:
        """Make a vault in *folder*, which must be absent or empty, and return it open with its code.

        Without *cost* the passphrase is made as slow to guess as this machine bears. All or nothing: a
        creation that fails removes what it made. Raises AlreadyThere, EmptyPassphrase, ReadOnlyPlace, …
        """
        secret = normalised(passphrase)
        try:
            with said_plainly(folder.name):
                there = folder.exists()
                if there and (not folder.is_dir() or any(folder.iterdir())):
                    raise AlreadyThere(folder.name)
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                return cls._fill(folder, secret, cost or calibrated())
            except BaseException:
                empty(folder, remove=not there)
                raise
        finally:
            wipe(secret)

    @classmethod
    def unlock(
        cls, folder: Path, passphrase: str, *, rebuild_index: bool = False, read_only: bool = False
    ) -> Vault:
        """Open a vault with its passphrase.

        Raises NotAVault, WrongPassphrase, DamagedKeyFile, AlteredKeyFile, NewerVersion, InUse,
        ReadOnlyPlace, or DamagedIndex: then *rebuild_index* sets the index aside and makes a new one,
        whose cards are unknown until they are filled from their journals.
        """
        return cls._unlock(
            folder,
            lambda: KeyFile.open_with_passphrase(folder, passphrase, read_only=read_only),
            rebuild_index=rebuild_index,
            read_only=read_only,
        )

    @classmethod
    def unlock_with_code(
        cls, folder: Path, code: str, *, rebuild_index: bool = False, read_only: bool = False
    ) -> Vault:
        """Open a vault with its recovery code. Raises MistypedRecoveryCode, WrongRecoveryCode, …"""
        parsed = RecoveryCode.parse(code)
        try:
            return cls._unlock(
                folder,
                lambda: KeyFile.open_with_code(folder, parsed, read_only=read_only),
                rebuild_index=rebuild_index,
                read_only=read_only,
            )
        finally:
            parsed.wipe()

    # What it holds

    @property
    def id(self) -> str:
        return self._keys.vault

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What was put right while opening, or could not be, for telling."""
        return (*self._keys.notices, *self._notices)

    def seen(self, day: date) -> Seen:
        """How far the vault has come, for this machine to remember."""
        return look(self.folder, self._keys, self.index, day)

    def journal_ids(self) -> tuple[JournalId, ...]:
        return self._keys.journals()

    def create_journal(self, prepare: Callable[[Connection], None]) -> JournalId:
        """Make a journal whose first content *prepare* writes; there is all of it afterwards or nothing."""
        journal = self._keys.new_journal()
        path = self.journal_path(journal)
        unfinished = path.with_name(path.name + UNFINISHED_JOURNAL)
        try:
            db = open_file(unfinished, self._keys, journal, create=True)
            with contextlib.closing(db):
                prepare(db)
            with said_plainly(path.name):
                unfinished.rename(path)
                sync_folder(path.parent)
            self._keys.journal_made(journal)
        except BaseException:
            for left in (unfinished, path):
                remove_database(left)
            with contextlib.suppress(MentorJournalError):  # if not now, then at the next unlocking
                self._keys.drop_unfinished(journal)
            raise
        return journal

    def drop_journal(self, journal: JournalId) -> None:
        """Take back a creation of which the index could not be told; what the disk refuses, stays."""
        with contextlib.suppress(MentorJournalError):
            self._keys.forget(journal)
            remove_database(self.journal_path(journal))
            self.index.remove_card(journal)

    def open_journal(self, journal: JournalId, *, newest: int) -> Connection:
        """Open a journal whose schema is at most *newest*; the caller closes it.

        Raises NoSuchJournal, MissingFile, EmptyFile, DamagedJournal, ForeignFile, NewerVersion, … A vault
        that is only read opens what can be read of a damaged journal.
        """
        if self.read_only:
            return self._journal_to_read(journal, newest)
        db = open_file(self.journal_path(journal), self._keys, journal, newest=newest)
        db.when_full = self._release
        self._open[journal] = weakref.ref(db)
        return db

    def _journal_to_read(self, journal: JournalId, newest: int) -> Connection:
        path, keys = self.journal_path(journal), self._keys
        card = self.index.card(journal) or Card(id=journal)
        db, rescued = journal_for_reading(
            path, keys.journal_key(journal), keys.journal_key(journal), card, newest
        )
        if rescued is not None:
            self.damaged[journal] = rescued
        self._open[journal] = weakref.ref(db)
        return db

    def back_up(self, now: datetime) -> backups.BackedUp:
        """Make a backup of the whole vault beside it. Raises DiskFull, ReadOnlyPlace, …"""
        return backups.back_up(self.folder, self._keys, self.index, self.lent, now)

    def backup_is_due(self, now: datetime, *, closing: bool = False) -> bool:
        """Whether one is to be made without being asked for."""
        return is_due(self.folder, self._keys, self.index, now, closing=closing)

    def backups(self) -> list[backups.Backup]:
        """The whole backups that lie in the vault's folder, newest first."""
        return backups.backups(self.folder)

    def restore(self, backup: Path, to: Path, *, each: restoring.Each | None = None) -> restoring.Restored:
        """Make a vault of its own at *to* from a backup of this one. Raises AlreadyThere, ForeignFile, …"""
        return restoring.restore(self.folder, self._keys, self.index, backup, to, each=each)

    def drill(self, backup: Backup, now: datetime) -> drill.Drill:
        """Prove that a backup can be restored. Raises ForeignFile, DiskFull, …"""
        return drill.drill(self.folder, self._keys, self.index, self.lent, backup, now)

    def destroy_journal(self, journal: JournalId) -> destruction.Destroyed:
        """Destroy a journal in the vault and in its own backups, for good; nobody may have it open.

        Raises NoSuchJournal, and DiskFull, ReadOnlyPlace, …: what was begun is ended at the next unlocking.
        """
        if journal not in self.journal_ids():
            raise NoSuchJournal(journal[:8])
        db = self._opened(journal)
        if db is not None:
            db.close()
        return destruction.destroy(self.folder, self._keys, self.index, journal)

    def journal_path(self, journal: JournalId) -> Path:
        return self.folder / JOURNALS / f"{journal}.mjdb"

    def change_passphrase(self, old: str, new: str) -> None:
        """Raises WrongPassphrase or EmptyPassphrase; interrupted anywhere, old or new opens the vault."""
        self._keys.change_passphrase(old, new)

    def reset_passphrase(self, code: str, new: str) -> None:
        """Replace a forgotten passphrase. Raises MistypedRecoveryCode, WrongRecoveryCode, EmptyPassphrase."""
        parsed = RecoveryCode.parse(code)
        try:
            self._keys.reset_passphrase(parsed, new)
        finally:
            parsed.wipe()

    def replace_recovery_code(self, passphrase: str, told: Told | None = None) -> RecoveryCode:
        """Make a new code; once *told* has it, the printed one opens no more. Raises WrongPassphrase."""
        return self._keys.replace_recovery_code(passphrase, told)

    def verify(
        self, *, newest: int = sys.maxsize, each: Callable[[str], None] | None = None
    ) -> list[Finding]:
        """Read and authenticate every byte of the vault; return what is wrong, nothing when all is well.

        Changes nothing. *each* is told the name of every file before it is read.
        """
        tell = each or (lambda name: None)
        tell("vault.keys")
        findings = judged_copies(read_copies(self.folder), self._keys)
        tell(INDEX_NAME)
        findings += judged_index(self.folder, self._keys, None if self.read_only else self.index)
        for journal in self.journal_ids():
            tell(self.journal_path(journal).name)
            findings += self._judged_journal(journal, newest)
        known = {self.journal_path(journal).name for journal in self.journal_ids()}
        findings += strangers(self.folder / JOURNALS, known) + judged_conflicts(self.folder)
        wrong = {one.file for one in findings}  # of these a part alone may be read, which is no older copy
        whole = tuple(id for id in self.journal_ids() if self.journal_path(id).name not in wrong)
        return findings + rollback.judged_generations(self.index, whole, self.lent)

    def new_keys(self, folder: Path, secret: bytearray) -> tuple[KeyFile, RecoveryCode]:
        """Other keys for this vault, to be written in *folder*, and their code; see `rekeying`."""
        return self._keys.renewed(folder, secret)

    def close_files(self) -> None:
        """Close every file and keep others out."""
        if not self.read_only and self.index.is_open:
            rollback.remember_keys(self._keys, self.index)
        for reference in self._open.values():
            if (db := reference()) is not None:
                db.close()
        self._open.clear()
        self.index.close()

    def close(self) -> None:
        """Close every file, overwrite the keys and let others in. Closing twice does nothing."""
        self.close_files()
        self._keys.close()
        if self._lock is not None:
            self._lock.release()

    # Inside

    @classmethod
    def _fill(cls, folder: Path, secret: bytearray, cost: Cost) -> tuple[Vault, RecoveryCode]:
        with said_plainly(folder.name):
            folder.chmod(0o700)
            (folder / JOURNALS).mkdir(mode=0o700)
        lock = VaultLock(folder)
        try:
            keys, code = KeyFile.create(folder, secret, cost)
            make_index(folder, keys).close()
            with said_plainly(folder.name):
                sync_folder(folder)
                sync_folder(folder.absolute().parent)
            keys.save()  # last: the key file is what makes the folder a vault
            return cls(folder, keys, lock), code
        except BaseException:
            lock.release()
            raise

    @classmethod
    def _unlock(
        cls, folder: Path, open_keys: Callable[[], KeyFile], *, rebuild_index: bool, read_only: bool
    ) -> Vault:
        refuse_no_vault(folder)  # before a lock file is put into a stranger's folder
        lock = None if read_only else VaultLock(folder)
        try:
            swapping.refuse_unfinished(folder) if lock is None else None
            ended = lock is not None and swapping.settle(folder)
            keys = open_keys()
            keys.notices += [Notice.NEW_KEYS_ENDED] if ended else []
            try:
                return cls(folder, keys, lock, rebuild_index=rebuild_index)
            except BaseException:
                keys.close()
                raise
        except BaseException:
            if lock is not None:
                lock.release()
            raise

    @contextlib.contextmanager
    def lent(self, journal: JournalId) -> Iterator[Connection]:
        """The journal's connection, opened for this alone where it is not open already."""
        db = self._opened(journal)
        if db is not None:
            yield db
            return
        with contextlib.closing(self.open_journal(journal, newest=sys.maxsize)) as lent:
            yield lent

    def _opened(self, journal: JournalId) -> Connection | None:
        reference = self._open.get(journal)
        db = reference() if reference else None
        return db if db is not None and db.is_open else None

    def _tidy(self) -> None:
        """End what was interrupted, tell of older and second copies, and set room aside for a full disk."""
        if not self.read_only:
            end_destructions(self.folder, self._keys, self.index, self._notices)
            self.index.when_full(self._release)
            with contextlib.suppress(MentorJournalError):
                now = datetime.now().astimezone()
                renewal.end(self.folder, self._keys, self.index, self.lent, now)
        self._notices += rollback.look_at_keys(self._keys, self.index)
        if conflicted(self.folder):
            self._notices.append(Notice.CONFLICTED_COPY)
        if not self.read_only:
            rollback.remember_keys(self._keys, self.index)
            reserve.keep(self.folder)

    def _release(self) -> None:
        reserve.release(self.folder)

    def _judged_journal(self, journal: JournalId, newest: int) -> list[Finding]:
        db = self._opened(journal)
        if db is not None and not self.read_only:
            return judged_file(db.name, lambda: db, DamagedJournal)
        return judged_path(
            self.journal_path(journal),
            lambda: self._keys.journal_key(journal),
            JOURNAL_APPLICATION_ID,
            newest=newest,
            damaged=DamagedJournal,
            read_only=self.read_only,
        )
