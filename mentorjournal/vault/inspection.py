"""Looking a vault over: what is wrong with which file, in plain words, changing nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from mentorjournal.errors import (
    AlteredKeyFile,
    DamagedFile,
    DamagedIndex,
    DamagedKeyFile,
    ForeignFile,
    MentorJournalError,
    MissingFile,
)
from mentorjournal.storage.connection import Connection, connect
from mentorjournal.storage.index import INDEX_APPLICATION_ID, INDEX_STEPS, Index
from mentorjournal.vault.conflicts import conflicted, is_conflicted
from mentorjournal.vault.copies import Copy
from mentorjournal.vault.index_file import INDEX_NAME
from mentorjournal.vault.keyfile import KeyFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong with one file, and the error that opening it would raise."""

    file: str
    what: str
    error: type[MentorJournalError]


def judged_copies(copies: list[Copy], keys: KeyFile) -> list[Finding]:
    """Judge each copy of the key file alone, against the master key."""
    findings = []
    for copy in copies:
        name = copy.path.name
        if copy.error is not None:
            findings.append(Finding(file=name, what=str(copy.error), error=type(copy.error)))
        elif copy.envelope is None:
            findings.append(Finding(file=name, what="this copy is missing", error=MissingFile))
        elif not keys.authentic(copy.envelope):
            findings.append(Finding(file=name, what="its seal is broken", error=AlteredKeyFile))
        elif copy.envelope.document.generation != keys.generation:
            findings.append(Finding(file=name, what="this copy is out of date", error=DamagedKeyFile))
    return findings


def judged_file(
    name: str, open_it: Callable[[], Connection], damaged: type[DamagedFile], *, close: bool = False
) -> list[Finding]:
    """Judge one encrypted file by reading all of it."""
    try:
        db = open_it()
    except MentorJournalError as error:
        return [Finding(file=name, what=str(error), error=type(error))]
    try:
        return [Finding(file=name, what=what, error=damaged) for what in db.check()]
    except MentorJournalError as error:
        return [Finding(file=name, what=str(error), error=type(error))]
    finally:
        if close:
            db.close()


def judged_path(
    path: Path,
    key: Callable[[], bytearray],
    application_id: int,
    *,
    newest: int,
    damaged: type[DamagedFile],
    read_only: bool = False,
) -> list[Finding]:
    """Judge the encrypted file at *path*, opened for it alone and without changing it."""
    undone = path.with_name(f"{path.name}-journal").exists()  # what a kill left open is undone by opening

    def open_it() -> Connection:
        return connect(
            path,
            key(),
            application_id=application_id,
            newest=newest,
            read_only=read_only or not undone,
            damaged=damaged,
        )

    return judged_file(path.name, open_it, damaged, close=True)


def judged_index(folder: Path, keys: KeyFile, index: Index | None) -> list[Finding]:
    """Judge the open *index*, or without one its file in *folder*."""
    if index is not None:
        return [Finding(file=INDEX_NAME, what=what, error=DamagedIndex) for what in index.check()]
    path, newest = folder / INDEX_NAME, len(INDEX_STEPS)
    return judged_path(path, keys.index_key, INDEX_APPLICATION_ID, newest=newest, damaged=DamagedIndex)


def strangers(folder: Path, known: Collection[str]) -> list[Finding]:
    """Name every file among the journals that the key file does not list."""
    allowed = {name + suffix for name in known for suffix in ("", "-journal")}
    return [
        Finding(file=path.name, what="the key file does not list this file", error=ForeignFile)
        for path in sorted(folder.glob("*"))
        if path.name not in allowed and not is_conflicted(path.name)
    ]


def judged_conflicts(folder: Path) -> list[Finding]:
    """Name every second copy that a synchronised folder left in the vault in *folder*."""
    return [Finding(file=path.name, what=_CONFLICTED, error=ForeignFile) for path in conflicted(folder)]


_CONFLICTED = (
    "a second copy that a synchronised folder made when two machines wrote at once. It is not used; the"
    " vault's own file may lack what was written on the other machine"
)
