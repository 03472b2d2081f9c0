"""A damaged vault read into a new one beside it: all that can be read, and a plain list of what cannot.

The damaged vault is never written to. The new one has its keys, so its passphrase and its code open it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mentorjournal.errors import (
    DamagedFile,
    DamagedJournal,
    DamagedKeyFile,
    DamagedOrForeign,
    MentorJournalError,
    NotAVault,
    ReadOnlyPlace,
)
from mentorjournal.files import put_in_place, said_plainly, write_whole
from mentorjournal.model.card import JournalId
from mentorjournal.storage.index import Card, Index
from mentorjournal.storage.rescue_journal import Rescued
from mentorjournal.vault.backups import JOURNALS, UNFINISHED, Backup, backups, is_whole, remove_tree
from mentorjournal.vault.copies import COPY_NAMES, read_copies
from mentorjournal.vault.counting import entries_in
from mentorjournal.vault.destruction import under_way
from mentorjournal.vault.index_file import INDEX_NAME, new_file
from mentorjournal.vault.journal_file import open_file
from mentorjournal.vault.keyfile import KeyFile
from mentorjournal.vault.lock import VaultLock
from mentorjournal.vault.rescuing import rescue_into, salvaged_index
from mentorjournal.vault.restoring import Each, refuse_place
from mentorjournal.vault.seen import begin_line
from mentorjournal.vault.swapping import refuse_unfinished
from mentorjournal.vault.ways_in import keys_to_read


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A whole copy of a journal in a backup, where the one that was salvaged is worse."""

    backup: Backup
    entries: int


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Salvaged:
    """How one journal came out. *whole* when nothing of it was damaged; without *rescued* it is a plain copy,
    and without a *file* nothing of it could be read, so it is not in the new vault.
    """

    journal: JournalId
    codename: str
    file: bool
    rescued: Rescued | None = None
    counted: int | None = None
    wrong: str = ""
    suggestion: Suggestion | None = None

    @property
    def whole(self) -> bool:
        return self.file and (self.rescued is None or self.rescued.whole)

    def __repr__(self) -> str:
        return f"Salvaged({self.journal})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Salvage:
    """What a salvage made. *keys_from* is the backup whose key file it has, where the vault's own is lost."""

    folder: Path
    journals: tuple[Salvaged, ...]
    index_whole: bool = True
    index_lost: tuple[str, ...] = ()
    keys_from: str = ""

    @property
    def whole(self) -> bool:
        return self.index_whole and not self.keys_from and all(one.whole for one in self.journals)


def salvage(
    folder: Path, secret: str, to: Path, now: datetime, *, by_code: bool = False, each: Each | None = None
) -> Salvage:
    """Make the vault *to*, absent or an empty folder, from all that can be read of the one in *folder*.

    *secret* is its passphrase or, *by_code*, its recovery code. All or nothing. Raises NotAVault,
    WrongPassphrase, MistypedRecoveryCode, WrongRecoveryCode, DamagedKeyFile where no copy and no backup has a
    key file left, InUse, AlreadyThere, DiskFull, …
    """
    refuse_unfinished(folder)
    refuse_place(folder, folder, to)
    with _locked(folder):
        keys, keys_from = _keys(folder, secret, by_code)
        with contextlib.closing(keys):
            return _salvage(folder, keys, to, now, keys_from, each)


def _salvage(
    folder: Path, keys: KeyFile, to: Path, now: datetime, keys_from: str, each: Each | None
) -> Salvage:
    unfinished = to.with_name(f".{to.name}{UNFINISHED}")
    try:
        remove_tree(unfinished)
        with said_plainly(to.name):
            (unfinished / JOURNALS).mkdir(mode=0o700, parents=True)
            unfinished.chmod(0o700)
        source = folder / "backups" / keys_from if keys_from else folder
        data = next(
            copy.data for copy in read_copies(source) if copy.envelope and keys.authentic(copy.envelope)
        )
        assert data is not None
        for name in COPY_NAMES:
            write_whole(unfinished / name, data)
        index, lost = salvaged_index(folder, keys, new_file(unfinished / INDEX_NAME, keys))
        with contextlib.closing(index):
            cards = {card.id: card for card in index.cards()}
            going = under_way(index)
            wanted = [(n, id) for n, id in enumerate(keys.journals(), start=1) if id not in going]
            journals = []
            for done, (number, id) in enumerate(wanted):
                if each is not None:
                    each(done, len(wanted))
                card = cards.get(id, Card(id=id))
                journals.append(_journal(folder, unfinished, keys, card, number, now))
            _bring_in_step(unfinished, keys, index, journals)
        put_in_place(unfinished, to)
    except BaseException:
        remove_tree(unfinished)
        raise
    return Salvage(
        folder=to,
        journals=tuple(journals),
        index_whole=lost is None,
        index_lost=lost or (),
        keys_from=keys_from,
    )


def _journal(folder: Path, place: Path, keys: KeyFile, card: Card, number: int, now: datetime) -> Salvaged:
    id = JournalId(card.id)
    path, there = folder / JOURNALS / f"{id}.mjdb", place / JOURNALS / f"{id}.mjdb"
    if _copied(path, there, keys, id):
        return Salvaged(journal=id, codename=card.codename, file=True)
    counted = None if card.unknown or card.dirty else card.entries
    codename = card.codename or f"Salvaged {number}"
    rescued, wrong = None, ""
    try:
        with contextlib.closing(open_file(there, keys, id, create=True)) as target:
            rescued = rescue_into(path, keys.journal_key(id), target, card, codename, now)
            if not rescued.described and not rescued.entries:
                raise DamagedJournal(path.name, "its file holds nothing that can be read")
            if found := target.check():
                raise DamagedJournal(path.name, found[0])
    except DamagedOrForeign as error:
        there.unlink(missing_ok=True)
        rescued, wrong = None, error.detail if isinstance(error, DamagedFile) else str(error)
    whole = not wrong and rescued is not None and rescued.whole
    return Salvaged(
        journal=id,
        codename=rescued.codename if rescued else card.codename,
        file=not wrong,
        rescued=rescued,
        counted=counted,
        wrong=wrong,
        suggestion=None if whole else _newest_whole_copy(folder, keys, id),
    )


def _copied(path: Path, there: Path, keys: KeyFile, journal: JournalId) -> bool:
    """Copy a journal that is whole; False for one that is not."""
    try:
        source = open_file(path, keys, journal, read_only=True)
    except MentorJournalError:
        return False
    with contextlib.closing(source):
        if source.check():
            return False
        with contextlib.closing(open_file(there, keys, journal, create=True)) as target:
            source.backup_to(target)
    return True


def _newest_whole_copy(folder: Path, keys: KeyFile, journal: JournalId) -> Suggestion | None:
    for backup in backups(folder):
        path = backup.folder / JOURNALS / f"{journal}.mjdb"
        with (
            contextlib.suppress(MentorJournalError),
            contextlib.closing(keys.of_backup(backup.folder)) as own,
        ):
            if journal in own.journals() and is_whole(path, own, journal):
                return Suggestion(backup=backup, entries=entries_in(path, own, journal))
    return None


def _bring_in_step(place: Path, keys: KeyFile, index: Index, journals: Sequence[Salvaged]) -> None:
    """Let the new vault list the journals that it has. Cards of salvaged ones are read anew from them."""
    own = keys.of_backup(place)
    with contextlib.closing(own):
        for id in own.journals():
            if id not in {one.journal for one in journals if one.file}:
                own.forget(id)
        for unfinished in own.unfinished():
            own.drop_unfinished(unfinished)
        index.match(own.journals())
    begin_line(index)
    for one in journals:
        if one.file and one.rescued is not None:
            index.mark_dirty(one.journal)


def _keys(folder: Path, secret: str, by_code: bool) -> tuple[KeyFile, str]:
    """The open key file, and the name of the backup it is from, where both of the vault's copies are lost."""
    try:
        return keys_to_read(folder, secret, by_code=by_code), ""
    except (NotAVault, DamagedKeyFile):
        for backup in backups(folder):
            with contextlib.suppress(NotAVault, DamagedKeyFile):
                return keys_to_read(backup.folder, secret, by_code=by_code), backup.name
        raise


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Keep other writers out, where anybody can write at all."""
    try:
        lock = VaultLock(folder)
    except ReadOnlyPlace:
        yield
        return
    try:
        yield
    finally:
        lock.release()
