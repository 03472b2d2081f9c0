"""Destroying a journal so that no file of the vault, or of its own backups, opens to one word of it again.

The intention is written down first, inside the index. Whatever interrupts the work, the next unlocking ends
it: backups first, the vault's own key last, so that nothing is lost here while a copy still opens there.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mentorjournal.errors import DamagedOrForeign, DiskError
from mentorjournal.files import said_plainly, sync_folder
from mentorjournal.model.card import JournalId, is_journal_id
from mentorjournal.storage.index import Index
from mentorjournal.vault.backups import BACKUPS, JOURNALS, READ_ONLY, is_name_of_backup, remove_tree
from mentorjournal.vault.copies import COPY_NAMES, read_copies, whole_copies
from mentorjournal.vault.index_file import INDEX_NAME, UNFINISHED_INDEX, load_index, new_file
from mentorjournal.vault.keyfile import KeyFile

UNDER_WAY, DESTROYED = "destroying", "destroyed"
"""Settings of the index: the journals whose destruction has begun, and those that are gone. Ids alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Destroyed:
    """*backups* lost their copy of the journal. *removed* had to go whole, because their own keys or index
    could not be trusted to have forgotten it.
    """

    journal: JournalId
    backups: int
    removed: tuple[str, ...] = ()


def destroy(folder: Path, keys: KeyFile, index: Index, journal: JournalId) -> Destroyed:
    """Destroy the journal, which nobody has open, in the vault and in every backup of it.

    Raises what a full or read-only disk raises; what was begun is then ended at the next unlocking.
    """
    begin(index, journal)
    return end(folder, keys, index, journal)


def begin(index: Index, journal: JournalId) -> None:
    """Write the intention down; from here on there is no way back."""
    index.put_setting(UNDER_WAY, [*_ids(index, UNDER_WAY, besides=journal), journal])


def under_way(index: Index) -> tuple[JournalId, ...]:
    return tuple(JournalId(id) for id in _ids(index, UNDER_WAY))


def gone(index: Index) -> tuple[JournalId, ...]:
    """The journals that were destroyed, or whose destruction has begun."""
    return tuple(JournalId(id) for name in (DESTROYED, UNDER_WAY) for id in _ids(index, name))


def end(folder: Path, keys: KeyFile, index: Index, journal: JournalId) -> Destroyed:
    """Do what is left to do. May be done again and again."""
    reached, removed = 0, []
    for backup in _folders_of_backups(folder):
        try:
            reached += forget_in_copy(backup, keys, journal)
        except DamagedOrForeign:  # what cannot be cleaned cannot be kept
            if not _is_ours(backup, keys):
                continue
            removed.append(backup.name)
            remove_tree(backup)
            if backup.exists():
                raise
    _forget(folder, keys, journal)
    remove_asides(folder)
    _remove_database(folder / JOURNALS / f"{journal}.mjdb")
    index.forget_journal(journal)
    index.put_setting(DESTROYED, [*_ids(index, DESTROYED, besides=journal), journal])
    index.put_setting(UNDER_WAY, list(_ids(index, UNDER_WAY, besides=journal)))
    return Destroyed(journal=journal, backups=reached, removed=tuple(removed))


def forget_in_copy(backup: Path, keys: KeyFile, journal: JournalId) -> bool:
    """Take the journal out of a backup, or a copy of one: file, card, key. Returns whether it was there."""
    own = keys.of_backup(backup)
    with contextlib.closing(own):
        there = journal in own.journals()
        _remove_database(backup / JOURNALS / f"{journal}.mjdb")
        _rewrite_index(backup, own, journal)
        with _writable(backup / name for name in COPY_NAMES):
            _forget(backup, own, journal)
        remove_asides(backup)
    return there


def _forget(folder: Path, keys: KeyFile, journal: JournalId) -> None:
    """Drop the journal's key from both copies. Any other change may leave the second one to the next
    unlocking; here it would keep what is to be gone, and in a backup nothing puts it right.
    """
    keys.forget(journal)
    if len({copy.data for copy in read_copies(folder)}) > 1:
        raise DiskError("the second copy of the key file was not written")


def _is_ours(backup: Path, keys: KeyFile) -> bool:
    """Whether a folder that cannot be cleaned may be removed: one that a backup of this vault goes by. The
    folder of backups may be a link to anywhere.
    """
    if not is_name_of_backup(backup.name):
        return False
    try:
        return all(envelope.document.vault == keys.vault for _, envelope in whole_copies(read_copies(backup)))
    except DamagedOrForeign:
        return True


def _rewrite_index(backup: Path, keys: KeyFile, journal: JournalId) -> None:
    """Put an index without the journal in the place of the backup's."""
    path = backup / INDEX_NAME
    fresh = backup / UNFINISHED_INDEX
    with said_plainly(path.name):
        fresh.unlink(missing_ok=True)
    old = load_index(backup, keys, read_only=True)
    with contextlib.closing(old):
        if not old.knows(journal):
            return
        db = new_file(fresh, keys)
        with contextlib.closing(db):
            old.copy_to(db)
            Index(db).forget_journal(journal)
    with said_plainly(path.name):
        fresh.chmod(READ_ONLY)
        fresh.replace(path)
        sync_folder(backup)


@contextlib.contextmanager
def _writable(paths: Iterator[Path] | Sequence[Path]) -> Iterator[None]:
    """Let files that are kept read-only be replaced, and keep them read-only again."""
    there = [path for path in paths if path.exists()]
    with said_plainly(COPY_NAMES[0]):
        for path in there:
            path.chmod(0o600)
    try:
        yield
    finally:
        with said_plainly(COPY_NAMES[0]):
            for path in there:
                path.chmod(READ_ONLY)


def _folders_of_backups(folder: Path) -> list[Path]:
    """Every backup, and what was left of one that was not finished."""
    return sorted(path for path in (folder / BACKUPS).glob("*") if path.is_dir()) + sorted(
        path for path in (folder / BACKUPS).glob(".*") if path.is_dir()
    )


def remove_asides(folder: Path) -> None:
    """Remove what was set aside or left unfinished here: key files and indexes that may still know the
    journal.
    """
    unfinished = folder.glob(f"{UNFINISHED_INDEX}*")
    asides = (*folder.glob("vault.keys*.set-aside"), *folder.glob(f"{INDEX_NAME}.damaged-*"))
    for path in (*asides, *unfinished, *folder.glob(".vault.keys*.tmp")):
        with said_plainly(path.name):
            path.unlink(missing_ok=True)


def _remove_database(path: Path) -> None:
    with said_plainly(path.name):
        for suffix in ("", "-journal", ".new", ".new-journal"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        if path.parent.exists():
            sync_folder(path.parent)


def _ids(index: Index, name: str, *, besides: str = "") -> tuple[str, ...]:
    """The ids that the setting *name* lists. What has another form is passed over: files are removed by these
    names, and a vault that came from elsewhere may say "../../another vault/index".
    """
    found = index.setting(name, [])
    ids = (id for id in found if isinstance(id, str)) if isinstance(found, list) else ()
    return tuple(id for id in ids if id != besides and is_journal_id(id))
