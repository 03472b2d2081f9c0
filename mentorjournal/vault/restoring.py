"""A backup made into a vault of its own, beside the one it is of. Nothing is ever overwritten.

A journal that was destroyed meanwhile does not come back: a backup that lay elsewhere may still hold it, and
this vault remembers its number.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mentorjournal.errors import (
    AlreadyThere,
    AlteredKeyFile,
    DamagedOrForeign,
    DiskError,
    ForeignFile,
    InvalidInput,
    NewerVersion,
)
from mentorjournal.files import put_in_place, said_plainly
from mentorjournal.model.card import JournalId
from mentorjournal.storage.index import Index
from mentorjournal.vault.backups import JOURNALS, UNFINISHED, is_whole, remove_tree
from mentorjournal.vault.copies import COPY_NAMES
from mentorjournal.vault.destruction import DESTROYED, forget_in_copy, gone
from mentorjournal.vault.index_file import INDEX_NAME, load_index, new_file
from mentorjournal.vault.keyfile import KeyFile
from mentorjournal.vault.rescuing import salvaged_index
from mentorjournal.vault.seen import begin_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """*left_out* were destroyed after the backup was made. *damaged* could not be read whole there.
    *index_lost* says in which parts its index could not; nothing where that was whole.
    """

    folder: Path
    journals: int
    left_out: tuple[JournalId, ...] = ()
    damaged: tuple[JournalId, ...] = ()
    index_lost: tuple[str, ...] = ()


Each = Callable[[int, int], None]
"""Told how many journals are done, and of how many. What it raises ends the work, and nothing is left."""


def restore(
    folder: Path, keys: KeyFile, index: Index, backup: Path, to: Path, *, each: Each | None = None
) -> Restored:
    """Make the vault *to*, which must be absent or an empty folder, from a backup of the vault in *folder*.

    All or nothing. A journal that is damaged in the backup is left as it is and named; of a damaged index all
    is kept that can be read. The passphrase and the
    code of the backup's day open it. Raises AlreadyThere, ForeignFile, NotAVault, DiskFull, …
    """
    refuse_place(folder, backup, to)
    own = _keys_of(keys, backup)
    unfinished = to.with_name(f".{to.name}{UNFINISHED}")
    try:
        _copy(backup, unfinished, own)
        index_lost = _mend_index(unfinished, own)
        _remember(unfinished, own, index)
        left_out = tuple(id for id in gone(index) if id in own.journals())
        for journal in left_out:
            forget_in_copy(unfinished, own, journal)
        _let_write(unfinished)
        staying = [id for id in own.journals() if id not in left_out]
        damaged = []
        for number, id in enumerate(staying):
            if each is not None:
                each(number, len(staying))
            if not _reads_whole(unfinished, own, id):
                damaged.append(id)
        put_in_place(unfinished, to)
    except BaseException:
        remove_tree(unfinished)
        raise
    finally:
        own.close()
    return Restored(
        folder=to,
        journals=len(staying),
        left_out=left_out,
        damaged=tuple(damaged),
        index_lost=index_lost,
    )


def refuse_place(folder: Path, backup: Path, to: Path) -> None:
    """Raises AlreadyThere, and InvalidInput for a place inside the vault or the backup."""
    with said_plainly(to.name):
        if to.exists() and (not to.is_dir() or any(to.iterdir())):
            raise AlreadyThere(to.name)
        here = to.resolve()
    for place in (folder.resolve(), backup.resolve()):
        if here == place or place in here.parents:
            raise InvalidInput("Choose a folder beside the vault, not one inside it or inside a backup.")


def _keys_of(keys: KeyFile, backup: Path) -> KeyFile:
    try:
        return keys.of_backup(backup)
    except AlteredKeyFile:
        raise ForeignFile(
            backup.name,
            "it is a backup of another vault, or of one that has new keys since. Open it by itself, with the"
            " passphrase or the code of its day",
        ) from None


def _copy(backup: Path, place: Path, keys: KeyFile) -> None:
    """Copy what belongs to a vault and nothing else; what a backup keeps read-only can be written here."""
    remove_tree(place)
    with said_plainly(place.name):
        (place / JOURNALS).mkdir(mode=0o700, parents=True)
        place.chmod(0o700)
        journals = [backup / JOURNALS / f"{id}.mjdb" for id in keys.journals()]
        files = [*(backup / name for name in (*COPY_NAMES, INDEX_NAME)), *journals]
        for path in files:
            if path.is_file() and not path.is_symlink():
                shutil.copyfile(path, place / path.relative_to(backup))
    _let_write(place)


def _let_write(place: Path) -> None:
    with said_plainly(place.name):
        for path in place.rglob("*"):
            if path.is_file():
                path.chmod(0o600)


def _remember(place: Path, keys: KeyFile, index: Index) -> None:
    """Let the new vault know what was destroyed, as this one does."""
    with contextlib.closing(load_index(place, keys, read_only=False)) as restored:
        restored.put_setting(DESTROYED, list(gone(index)))
        for journal, record in index.destructions().items():
            restored.put_destruction(journal, record)
        restored.match(keys.journals())
        begin_line(restored)


def _mend_index(place: Path, keys: KeyFile) -> tuple[str, ...]:
    """Put what can be read of a damaged index in its place; its cards are filled from the journals later."""
    try:
        whole = load_index(place, keys, read_only=True)
        with contextlib.closing(whole):
            if not whole.check():
                return ()
    except NewerVersion:
        raise
    except (DamagedOrForeign, DiskError):
        pass
    fresh = place / f"{INDEX_NAME}{UNFINISHED}"
    index, lost = salvaged_index(place, keys, new_file(fresh, keys))
    index.close()
    with said_plainly(INDEX_NAME):
        fresh.replace(place / INDEX_NAME)
    return lost or ()


def _reads_whole(place: Path, keys: KeyFile, journal: JournalId) -> bool:
    return is_whole(place / JOURNALS / f"{journal}.mjdb", keys, journal)
