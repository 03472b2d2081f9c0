"""The file of a vault's index: opened, made, and set aside where it is damaged."""

from __future__ import annotations

import contextlib
from datetime import date
from pathlib import Path

from mentorjournal.errors import DamagedIndex, DamagedOrForeign, MentorJournalError, NewerVersion
from mentorjournal.files import said_plainly, sync_folder
from mentorjournal.storage.connection import Connection, connect, in_memory
from mentorjournal.storage.index import INDEX_APPLICATION_ID, INDEX_STEPS, Index
from mentorjournal.storage.migrations import version_of
from mentorjournal.vault.keyfile import KeyFile

INDEX_NAME = "index.mjdb"
UNFINISHED_INDEX = f".{INDEX_NAME}.new"
"""What it is called until it is complete and takes the other's place; a kill may leave it."""


def load_index(folder: Path, keys: KeyFile, *, read_only: bool) -> Index:
    """Open the index of the vault or backup in *folder*; the caller closes it.

    Raises DamagedIndex (for a missing one too) and NewerVersion.
    """
    try:
        db = connect(
            folder / INDEX_NAME,
            keys.index_key(),
            application_id=INDEX_APPLICATION_ID,
            newest=len(INDEX_STEPS),
            read_only=read_only,
            damaged=DamagedIndex,
        )
        try:
            if read_only and version_of(db) < len(INDEX_STEPS):
                db = _copy_in_memory(db)  # an older one is brought up to date there
            return Index(db)
        except BaseException:
            db.close()
            raise
    except (DamagedIndex, NewerVersion):
        raise
    except DamagedOrForeign as error:  # missing, empty, foreign: all are mended in the same way
        raise DamagedIndex(INDEX_NAME, _reason(error)) from error


def _copy_in_memory(db: Connection) -> Connection:
    with contextlib.closing(db):
        copy = in_memory(INDEX_NAME, damaged=DamagedIndex)
        db.backup_to(copy)
    return copy


def _reason(error: MentorJournalError) -> str:
    return {
        "MissingFile": "the file is missing from the vault",
        "EmptyFile": "it is empty (0 bytes)",
    }.get(type(error).__name__, "another file stands in its place")


def make_index(folder: Path, keys: KeyFile) -> Index:
    """Begin an empty index where there is none."""
    return Index(new_file(folder / INDEX_NAME, keys))


def new_file(path: Path, keys: KeyFile) -> Connection:
    """A file for an index, to be filled; the caller closes it."""
    return connect(
        path,
        keys.index_key(),
        application_id=INDEX_APPLICATION_ID,
        newest=len(INDEX_STEPS),
        create=True,
        damaged=DamagedIndex,
    )


def set_aside(path: Path) -> None:
    """Give a damaged file another name beside, with its day. Where the disk can, it keeps its own as well
    until another file takes it.
    """
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{date.today()}-{number}")).exists():
        number += 1
    with said_plainly(path.name):
        undone = path.with_name(f"{path.name}-journal")
        if undone.exists():
            undone.rename(aside.with_name(f"{aside.name}-journal"))
        if path.exists():
            try:
                aside.hardlink_to(path)
            except OSError:
                path.rename(aside)
        sync_folder(path.parent)
