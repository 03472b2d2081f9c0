"""Copies of the whole vault that open alone. One counts only after every byte of it was read and found whole.

A backup is a folder under `backups/`, named by its moment in UTC, with its own key file, index and journals;
it opens with the passphrase and the code of its day. A journal that has not changed since the last backup is
the same file on the disk, under a second name, where the file system can do that; so no file of a backup may
be written to, and a backup is opened read-only.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mentorjournal.errors import (
    DamagedIndex,
    DamagedJournal,
    DamagedOrForeign,
    MentorJournalError,
    OpenedReadOnly,
)
from mentorjournal.files import said_plainly, sync_folder, sync_tree, write_whole
from mentorjournal.model.card import JournalId
from mentorjournal.storage.connection import Connection
from mentorjournal.storage.index import Index
from mentorjournal.vault.copies import COPY_NAMES
from mentorjournal.vault.index_file import INDEX_NAME, load_index, new_file
from mentorjournal.vault.journal_file import open_file
from mentorjournal.vault.keyfile import KeyFile
from mentorjournal.vault.rotation import kept

BACKUPS, JOURNALS = "backups", "journals"
UNFINISHED = ".new"
READ_ONLY = 0o400
_NAME = "%Y-%m-%dT%H-%M-%SZ"
NUMBER = "number"
"""The file that says the how manieth backup it is: clocks are set, forwards and back."""
_NUMBER = re.compile(r"[0-9]{1,9}")

Opened = Callable[[JournalId], contextlib.AbstractContextManager[Connection]]
"""Lends the connection of a journal, which may be open elsewhere in this process."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One whole backup. *made_at* is UTC, and as right as the clock was. *number* counts how they were made,
    whatever the clock said; 0 for one from before they were counted.
    """

    folder: Path
    made_at: datetime
    number: int = 0

    @property
    def name(self) -> str:
        return self.folder.name


@dataclass(frozen=True, slots=True, kw_only=True)
class BackedUp:
    """What a backup holds, and which journals were damaged: of those the last good copy was taken along, if
    there was one. *gone* are older backups that had their time.
    """

    backup: Backup
    journals: int
    damaged: tuple[JournalId, ...] = ()
    gone: tuple[str, ...] = ()


def backups(folder: Path) -> list[Backup]:
    """The whole backups of the vault in *folder*, the last made first."""
    found = []
    for path in (folder / BACKUPS).glob("*"):
        moment = _moment(path.name)
        if moment is not None and path.is_dir():
            found.append(Backup(folder=path, made_at=moment, number=_number_of(path)))
    return sorted(found, key=lambda backup: (backup.number, backup.made_at), reverse=True)


def is_name_of_backup(name: str) -> bool:
    """Whether a folder of this name is a backup, or what is left of one."""
    if name.startswith("."):
        name = name.removeprefix(".")
        while name.endswith(UNFINISHED):  # once more for every time that its removal was cut off
            name = name.removesuffix(UNFINISHED)
    return _moment(name) is not None


def journals_in(backup: Backup) -> int:
    """How many journals a backup holds, counted without opening it."""
    return sum(1 for _ in (backup.folder / JOURNALS).glob("*.mjdb"))


def generations_in(backup: Backup, keys: KeyFile) -> dict[str, int]:
    """How far each journal had come in a backup; empty where these keys do not open it."""
    last = _Last.of(backup, keys)
    return last.generations if last is not None else {}


def back_up(
    folder: Path,
    keys: KeyFile,
    index: Index,
    opened: Opened,
    now: datetime,
    *,
    fresh: bool = False,
    rotate: bool = True,
) -> BackedUp:
    """Make a backup of the vault in *folder* and let older ones go whose time is over.

    Without *fresh* an unchanged journal is not copied again; without *rotate* none goes. All or nothing: one
    that fails leaves no trace. Raises DiskFull, ReadOnlyPlace, … A damaged journal does not stop it, and
    never pushes a good copy out.
    """
    if keys.read_only:
        raise OpenedReadOnly
    with said_plainly(BACKUPS):
        (folder / BACKUPS).mkdir(mode=0o700, exist_ok=True)
    sweep(folder)
    before = backups(folder)
    made_at = _free_moment(folder, now)
    place = folder / BACKUPS / made_at.strftime(_NAME)
    unfinished = place.with_name(f".{place.name}{UNFINISHED}")
    last = _Last.of(before[0], keys) if before and not fresh else None
    try:
        with said_plainly(unfinished.name):
            (unfinished / JOURNALS).mkdir(parents=True, mode=0o700)
            unfinished.chmod(0o700)
        damaged = tuple(_copy_journals(unfinished, keys, index, opened, last))
        _copy_index(unfinished, keys, index)
        for name in COPY_NAMES:
            write_whole(unfinished / name, keys.text())
        number = before[0].number + 1 if before else 1
        write_whole(unfinished / NUMBER, f"{number}\n".encode())
        _sync(unfinished)
        with said_plainly(place.name):
            unfinished.rename(place)
            sync_folder(place.parent)
    except BaseException:
        remove_tree(unfinished)
        raise
    made = Backup(folder=place, made_at=made_at, number=number)
    gone = _let_go([made, *before]) if rotate and not damaged else ()
    return BackedUp(backup=made, journals=len(keys.journals()), damaged=damaged, gone=gone)


def sweep(folder: Path) -> None:
    """Remove what a killed `back_up` left unfinished."""
    for left in (folder / BACKUPS).glob(f".*{UNFINISHED}"):
        if is_name_of_backup(left.name):
            remove_tree(left)


def remove_tree(folder: Path) -> None:
    """Remove a backup, as far as the disk lets us."""
    with contextlib.suppress(OSError):
        folder.rename(folder.with_name(f".{folder.name.strip('.')}{UNFINISHED}"))  # half of one never counts
        folder = folder.with_name(f".{folder.name.strip('.')}{UNFINISHED}")
        sync_folder(folder.parent)  # or a power cut may leave the old name with half of its files
    for path in folder.rglob("*"):
        if os.name == "nt" and path.is_file():
            path.chmod(0o600)  # what is read-only cannot be removed there
    shutil.rmtree(folder, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class _Last:
    """The backup before this one, and how far each journal had come in it."""

    folder: Path
    generations: dict[str, int]

    @classmethod
    def of(cls, backup: Backup, keys: KeyFile) -> _Last | None:
        try:
            index = load_index(backup.folder, keys, read_only=True)
        except MentorJournalError:
            return None
        with contextlib.closing(index):
            return cls(
                backup.folder, {card.id: card.generation for card in index.cards() if not card.unknown}
            )

    def same(self, journal: JournalId, generation: int) -> Path | None:
        path = self.folder / JOURNALS / f"{journal}.mjdb"
        return path if self.generations.get(journal) == generation and path.exists() else None


def _copy_journals(
    place: Path, keys: KeyFile, index: Index, opened: Opened, last: _Last | None
) -> Iterable[JournalId]:
    """Copy every journal and yield the damaged ones."""
    generations = {card.id: (card.generation, card.dirty) for card in index.cards()}
    for journal in keys.journals():
        path = place / JOURNALS / f"{journal}.mjdb"
        generation, dirty = generations.get(journal, (0, True))
        same = last.same(journal, generation) if last is not None and not dirty else None
        if same is not None:
            _link(same, path)
            if is_whole(path, keys, journal):
                continue
        with said_plainly(path.name):
            path.unlink(missing_ok=True)
        try:
            with opened(journal) as source:
                if wrong := source.check():
                    raise DamagedJournal(source.name, wrong[0])
                _copy(source, path, keys, journal)
        except DamagedOrForeign:
            with said_plainly(path.name):
                path.unlink(missing_ok=True)
            old = last.folder / JOURNALS / path.name if last is not None else None
            if old is not None and old.exists():
                _link(old, path)
            yield journal


def _copy(source: Connection, path: Path, keys: KeyFile, journal: JournalId) -> None:
    copy = open_file(path, keys, journal, create=True)
    with contextlib.closing(copy):
        source.backup_to(copy)
    if not is_whole(path, keys, journal):
        raise DamagedJournal(path.name, "the copy does not read back")


def is_whole(path: Path, keys: KeyFile, journal: JournalId) -> bool:
    try:
        db = open_file(path, keys, journal, read_only=True)
    except DamagedOrForeign:
        return False
    with contextlib.closing(db):
        return not db.check()


def _copy_index(place: Path, keys: KeyFile, index: Index) -> None:
    db = new_file(place / INDEX_NAME, keys)
    with contextlib.closing(db):
        index.copy_to(db)
        if wrong := db.check():
            raise DamagedIndex(INDEX_NAME, wrong[0])


def _link(there: Path, here: Path) -> None:
    """Give the file a second name; copy it where the file system has one name for a file only."""
    try:
        here.hardlink_to(there)
    except OSError:
        with said_plainly(here.name):
            shutil.copyfile(there, here)


def _sync(place: Path) -> None:
    with said_plainly(place.name):
        for path in (*place.iterdir(), *(place / JOURNALS).iterdir()):
            if path.is_file():
                path.chmod(READ_ONLY)
        sync_tree(place)


def _let_go(there: Sequence[Backup]) -> tuple[str, ...]:
    staying = kept([backup.made_at for backup in there])
    gone = [backup for backup in there if backup.made_at not in staying]
    for backup in gone:
        remove_tree(backup.folder)
    return tuple(backup.name for backup in gone)


def _moment(name: str) -> datetime | None:
    try:
        return datetime.strptime(name, _NAME).replace(tzinfo=UTC)
    except ValueError:
        return None


def _number_of(folder: Path) -> int:
    try:
        said = (folder / NUMBER).read_text("ascii").strip()
    except (OSError, ValueError):
        return 0
    return int(said) if _NUMBER.fullmatch(said) else 0


def _free_moment(folder: Path, now: datetime) -> datetime:
    """The moment by whose name the backup goes: the next second that no other has."""
    moment = now.astimezone(UTC).replace(microsecond=0)
    while (folder / BACKUPS / moment.strftime(_NAME)).exists():
        moment += timedelta(seconds=1)
    return moment
