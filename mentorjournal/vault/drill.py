"""Proving that a backup can be restored: done in a scratch folder, opened, read whole, counted and compared.

The scratch folder is the owner's alone and holds nothing in the clear. It is removed in the end; what a kill
left is swept by the next drill.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from mentorjournal.errors import DamagedOrForeign, MentorJournalError
from mentorjournal.files import said_plainly
from mentorjournal.model.card import JournalId
from mentorjournal.model.clock import moment_text, read_moment
from mentorjournal.storage.index import Card, Index
from mentorjournal.vault import restoring
from mentorjournal.vault.backups import JOURNALS, Backup, Opened, is_whole
from mentorjournal.vault.copies import read_copies
from mentorjournal.vault.counting import Count, count_of, counted
from mentorjournal.vault.index_file import load_index
from mentorjournal.vault.inspection import judged_copies, judged_index
from mentorjournal.vault.keyfile import KeyFile
from mentorjournal.vault.lock import VaultLock

LAST_DRILL = "last drill"
"""The index's setting in which the last one is remembered."""

_JUDGEMENTS = {"True": True, "False": False, "None": None}

_SCRATCH = "mentorjournal-drill-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """How much there is: in a backup, or in the vault now."""

    journals: int = 0
    entries: int = 0
    newest: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drill:
    """How a drill ended. *wrong* says in plain words what is not as it was when the backup was made."""

    backup: Backup
    at: datetime
    restored: Totals
    now: Totals
    wrong: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        return not self.wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What the vault remembers of its last drill. *passed* is None for one that did not come to its end."""

    at: datetime
    backup: str
    passed: bool | None


def drill(folder: Path, keys: KeyFile, index: Index, opened: Opened, backup: Backup, now: datetime) -> Drill:
    """Restore *backup* of the vault in *folder* into a scratch folder and hold it against what was noted when
    it was made. How it ended is written down in the index.

    Raises ForeignFile for a backup that other keys made, DiskFull, …
    """
    sweep()
    _remember(index, now, backup, None)
    try:
        with _scratch() as scratch:
            wrong, restored = _tried(folder, keys, index, backup, scratch / "vault")
    except DamagedOrForeign as error:
        _remember(index, now, backup, False)
        if not _readable(keys, backup):
            raise
        wrong, restored = [str(error)], Totals()
    done = Drill(backup=backup, at=now, restored=restored, now=_totals_now(keys, opened), wrong=tuple(wrong))
    _remember(index, now, backup, done.passed)
    return done


def last_drill(index: Index) -> Remembered | None:
    """The last drill, if there ever was one."""
    said = index.setting(LAST_DRILL)
    if not isinstance(said, dict):
        return None
    try:
        return Remembered(
            at=read_moment(said["at"]), backup=str(said["backup"]), passed=_JUDGEMENTS[str(said["passed"])]
        )
    except (ValueError, LookupError, AttributeError, ArithmeticError):
        return None  # not as it is written below


def sweep() -> None:
    """Remove the scratch folders that killed drills of ours left behind."""
    for left in Path(tempfile.gettempdir()).glob(f"{_SCRATCH}*"):
        with contextlib.suppress(OSError, MentorJournalError):
            status = left.lstat()
            if not stat.S_ISDIR(status.st_mode) or (os.name == "posix" and status.st_uid != os.getuid()):
                continue
            lock = VaultLock(left)  # InUse: another drill is at work there
            lock.release()
            shutil.rmtree(left, ignore_errors=True)


@contextlib.contextmanager
def _scratch() -> Iterator[Path]:
    with said_plainly("the scratch folder"):
        place = Path(tempfile.mkdtemp(prefix=_SCRATCH))  # 0700, and a name that nobody can foresee
    try:
        lock = VaultLock(place)
        try:
            yield place
        finally:
            lock.release()
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _tried(
    folder: Path, keys: KeyFile, index: Index, backup: Backup, place: Path
) -> tuple[list[str], Totals]:
    own = keys.of_backup(backup.folder)
    with contextlib.closing(own):
        wrong = _wrong_besides_journals(backup.folder, own)
    restoring.restore(folder, keys, index, backup.folder, place)
    own = keys.of_backup(place)
    with contextlib.closing(own), contextlib.closing(load_index(place, own, read_only=True)) as noted:
        cards = {card.id: card for card in noted.cards()}
        totals = Totals()
        for id in own.journals():
            card = cards.get(id, Card(id=id))
            name = f"“{card.codename}”" if card.codename else f"The journal {id[:8]}"
            path = place / JOURNALS / f"{id}.mjdb"
            if not is_whole(path, own, id):
                wrong.append(f"{name} cannot be read whole in this backup.")
                continue
            count = count_of(path, own, id)
            totals = _more(totals, count)
            if not card.unknown and (said := _differs(card, count)):
                wrong.append(f"{name}: {said}")
    return wrong, totals


def _wrong_besides_journals(backup: Path, keys: KeyFile) -> list[str]:
    """What is wrong with the backup's own key file and index, of which all is restored that can be read."""
    wrong = []
    if judged_copies(read_copies(backup), keys):
        wrong.append("One copy of the key file in this backup is damaged or missing. The other one opens it.")
    if judged_index(backup, keys, None):
        wrong.append(
            "The index of this backup is damaged: settings, the practice ledger and the records of what was"
            " destroyed may be incomplete in it."
        )
    return wrong


def _differs(card: Card, count: Count) -> str:
    """What is not as it was noted when the backup was made; a card that lagged behind notes nothing."""
    if count.generation != card.generation:
        if card.dirty and count.generation > card.generation:
            return ""
        return "it is not the state that was noted when the backup was made."
    if (count.entries, count.newest) != (card.entries, card.last_entry_on):
        return f"{card.entries} entries were noted when the backup was made, and {count.entries} are there."
    return ""


def _totals_now(keys: KeyFile, opened: Opened) -> Totals:
    totals = Totals()
    for id in keys.journals():
        with contextlib.suppress(DamagedOrForeign):  # what is damaged now is no fault of the backup
            totals = _more(totals, _count_now(opened, id))
    return totals


def _count_now(opened: Opened, id: JournalId) -> Count:
    with opened(id) as db:
        return counted(db)


def _more(totals: Totals, count: Count) -> Totals:
    days = [day for day in (totals.newest, count.newest) if day is not None]
    return Totals(
        journals=totals.journals + 1,
        entries=totals.entries + count.entries,
        newest=max(days, default=None),
    )


def _readable(keys: KeyFile, backup: Backup) -> bool:
    """Whether the backup is one of this vault at all: then what was raised is about its state."""
    try:
        keys.of_backup(backup.folder).close()
    except DamagedOrForeign:
        return False
    return True


def _remember(index: Index, now: datetime, backup: Backup, passed: bool | None) -> None:
    said = {"at": moment_text(now), "backup": backup.name, "passed": passed}
    with contextlib.suppress(MentorJournalError):  # a drill is worth something on a full disk too
        index.put_setting(LAST_DRILL, said)
