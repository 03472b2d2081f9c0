"""A look at the state of a vault: what can be seen from outside, and with the passphrase the rest.

Nothing is changed or mended. It does not read every byte, as `verification` does; it says how things stand.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from mentorjournal.errors import DamagedIndex, InUse, MentorJournalError
from mentorjournal.storage.faults import PAGE
from mentorjournal.storage.index import Index
from mentorjournal.vault.backups import BACKUPS, JOURNALS, Backup, backups, journals_in
from mentorjournal.vault.conflicts import conflicted
from mentorjournal.vault.copies import COPY_NAMES, Copy, Notice, read_copies, whole_copies
from mentorjournal.vault.drill import last_drill
from mentorjournal.vault.envelope import Document
from mentorjournal.vault.health import About, Health, Level, Remark, in_order, many, told
from mentorjournal.vault.index_file import INDEX_NAME, load_index
from mentorjournal.vault.inspection import judged_copies, strangers
from mentorjournal.vault.keyfile import PASSPHRASE, RECOVERY, KeyFile
from mentorjournal.vault.lock import VaultLock
from mentorjournal.vault.rollback import judged_whole, look_at_keys
from mentorjournal.vault.sealing import FLOOR, Cost
from mentorjournal.vault.surroundings import size_of, surroundings
from mentorjournal.vault.swapping import refuse_unfinished
from mentorjournal.vault.ways_in import keys_to_read

OLD_BACKUP = timedelta(days=7)
"""Where something was written since, a backup of this age is too old."""

OLD_DRILL = timedelta(days=180)

_OPEN_ONCE = "Open the vault once: it mends this by itself. Then look again."


def examine(
    folder: Path, secret: str | None, now: datetime, *, by_code: bool = False, remembered: str = ""
) -> Health:
    """Look at the vault in *folder*; without *secret*, its passphrase or code, from outside alone. With it,
    hold the vault against what is *remembered* of it on this machine.

    Raises NotAVault, and with a secret WrongPassphrase, WrongRecoveryCode or AlteredKeyFile; all else is a
    remark.
    """
    copies = read_copies(folder)
    remarks: list[Remark] = []
    document: Document | None = None
    try:
        document = whole_copies(copies)[0][1].document
    except MentorJournalError as error:
        remarks.append(_act(About.KEYS, str(error), "Do not delete anything. A backup has its own key file."))
    else:
        remarks += _keys(copies, document)
    remarks += _journals(folder, document)
    remarks += _backups(folder, backups(folder), now)
    remarks += surroundings(folder, size=_live_size(folder))
    opened = False
    if document is not None and secret is not None:
        opens = partial(keys_to_read, folder, secret, by_code=by_code)
        seen = list(_inside(folder, copies, opens, now, remembered))
        opened = not any(one in _NOT_OPENED for one in seen)
        remarks += seen
    return Health(remarks=in_order(remarks), opened=opened)


def judged_cost(cost: Cost, floor: Cost = FLOOR) -> Remark:
    """Whether guessing the passphrase is as slow as is asked for today."""
    memory = told(cost.memory_kib * 1024)
    says = f"Each guess at the passphrase costs {memory} of memory and {many(cost.passes, 'pass', 'passes')}"
    if cost.memory_kib < floor.memory_kib or cost.passes < floor.passes or cost.lanes < floor.lanes:
        return _act(
            About.KEYS,
            f"{says}, which is less than is asked for today ({told(floor.memory_kib * 1024)},"
            f" {many(floor.passes, 'pass', 'passes')}).",
            "A longer passphrase makes up for a cheaper guess: change it in the settings.",
        )
    return _good(About.KEYS, f"{says} (Argon2id).")


# From outside


def _keys(copies: list[Copy], document: Document) -> Iterator[Remark]:
    slots = document.slots
    missing = [name for name in (PASSPHRASE, RECOVERY) if name not in slots]
    if not missing:
        yield _good(
            About.KEYS, "A passphrase opens this vault, and so does a recovery code. Nothing else does."
        )
    elif missing == [RECOVERY]:
        yield _act(
            About.KEYS,
            "A passphrase opens this vault, but no recovery code does.",
            "Make a recovery kit in the settings, and print it.",
        )
    else:
        yield _act(
            About.KEYS,
            "No passphrase opens this vault.",
            "Open it with the recovery code, and set a passphrase then.",
        )
    if any(name.endswith("-next") for name in slots):
        yield _note(About.KEYS, "A change of the passphrase or of the code was interrupted.", _OPEN_ONCE)
    cost = slots[PASSPHRASE].cost if PASSPHRASE in slots else None
    if cost is not None:
        yield judged_cost(cost)
    generation = f"The key file has seen {many(document.generation, 'change')}"
    if all(copy.envelope is not None for copy in copies) and len({copy.data for copy in copies}) == 1:
        yield _good(About.KEYS, f"{generation}, and both copies of it agree.")
    else:
        yield _act(About.KEYS, f"{generation}, but its second copy is not the same or not whole.", _OPEN_ONCE)


def _journals(folder: Path, document: Document | None) -> Iterator[Remark]:
    files = {path.stem for path in (folder / JOURNALS).glob("*.mjdb")}
    listed = {id for id, key in document.journals.items() if key.made} if document is not None else files
    yield _good(About.JOURNALS, f"{many(len(listed), 'journal')}, {told(_live_size(folder))} in all.")
    if gone := len(set(listed) - files):
        yield _act(
            About.JOURNALS,
            f"{many(gone, 'journal')} of the key file's list {'has' if gone == 1 else 'have'} no file here.",
            "See whether a backup has it: “restore” makes a vault of its own from one.",
        )
    if hurt := sum(_is_cut_short(folder / JOURNALS / f"{id}.mjdb") for id in files.intersection(listed)):
        yield _act(
            About.JOURNALS,
            f"{many(hurt, 'journal')} {'is' if hurt == 1 else 'are'} damaged: empty, or cut short.",
            "“verify” names them. Restore a backup (“restore”), or read what can be read (“salvage”).",
        )
    try:
        refuse_unfinished(folder)
    except MentorJournalError as error:
        yield _act(About.JOURNALS, str(error), _OPEN_ONCE)
    if second := len(conflicted(folder)):
        yield _act(
            About.JOURNALS,
            f"A synchronised folder left {many(second, 'second copy', 'second copies')} of the vault's files:"
            " two machines wrote at once.",
            "“verify” names them. Keep them until you have seen that nothing is missing here.",
        )


def _backups(folder: Path, there: list[Backup], now: datetime) -> Iterator[Remark]:
    if not there:
        yield _act(About.BACKUPS, "There is no backup yet.", "Make one: “backup”, or in the settings.")
        return
    last, age = there[0], now - there[0].made_at
    says = (
        f"{many(len(there), 'backup')}, {told(size_of(folder / BACKUPS))} in all."
        f" The last one is {_old(age)} and has {many(journals_in(last), 'journal')}."
    )
    if age > OLD_BACKUP and _last_change(folder) > last.made_at:
        yield _act(
            About.BACKUPS,
            f"{says} Something was written since.",
            "Make one: “backup”, or in the settings. The window makes one when it closes.",
        )
    else:
        yield _good(About.BACKUPS, says)


# With the passphrase


def _inside(
    folder: Path, copies: list[Copy], open_keys: Callable[[], KeyFile], now: datetime, remembered: str
) -> Iterator[Remark]:
    try:
        refuse_unfinished(folder)
    except MentorJournalError:
        yield _UNFINISHED
        return
    try:
        lock = _locked(folder)
    except InUse:
        yield _IN_USE
        return
    try:
        with contextlib.closing(open_keys()) as keys:
            yield from _opened(folder, copies, keys, now, remembered)
    finally:
        if lock is not None:
            lock.release()


def _opened(
    folder: Path, copies: list[Copy], keys: KeyFile, now: datetime, remembered: str
) -> Iterator[Remark]:
    if all(copy.envelope is not None for copy in copies):  # what is not whole was told already
        for finding in judged_copies(copies, keys):
            yield _act(About.KEYS, f"“{finding.file}”: {finding.what.rstrip('.')}.", _OPEN_ONCE)
    names = {f"{id}.mjdb" for id in keys.journals()}
    if foreign := len(strangers(folder / JOURNALS, names)):
        yield _note(
            About.JOURNALS,
            f"{many(foreign, 'file')} among the journals {'is' if foreign == 1 else 'are'} not this vault's.",
            "“verify” names them.",
        )
    try:
        with contextlib.closing(load_index(folder, keys, read_only=True)) as index:
            if index.check():
                raise DamagedIndex(INDEX_NAME)
            entries = sum(card.entries for card in index.cards() if not card.unknown)
            yield _good(About.JOURNALS, f"The index is whole. It counts {many(entries, 'entry', 'entries')}.")
            if Notice.KEY_FILE_OLDER in look_at_keys(keys, index):
                yield _act(
                    About.KEYS,
                    Notice.KEY_FILE_OLDER.text,
                    "If that was not you, give the vault new keys: “rekey”.",
                )
            for finding in judged_whole(folder, keys, index, remembered):
                yield _act(
                    About.JOURNALS,
                    f"{finding.what[0].upper()}{finding.what[1:]}.",
                    "Look for the newer copy, or choose “Keep this one” where the window says the same.",
                )
            yield _drilled(index, now)
    except DamagedIndex as error:
        yield _act(
            About.JOURNALS,
            str(error),
            "“salvage” keeps what can be read of it; “Rebuild the index and open” makes it anew.",
        )
    except MentorJournalError as error:
        yield _act(About.JOURNALS, str(error), "“verify” says more.")


def _drilled(index: Index, now: datetime) -> Remark:
    drill = last_drill(index)
    if drill is None:
        return _note(
            About.BACKUPS,
            "No backup was ever tried out.",
            "“drill” restores one into a scratch folder and compares.",
        )
    age = now - drill.at
    if drill.passed is None:
        return _note(
            About.BACKUPS, f"The last drill, {_ago(age)}, did not come to its end.", "Run “drill” again."
        )
    if not drill.passed:
        return _act(
            About.BACKUPS,
            f"The last drill, {_ago(age)}, found that its backup is not as it was made.",
            "Make a new backup, and run “drill” again: it says what is wrong.",
        )
    says = f"The last drill, {_ago(age)}, showed that a backup opens and is complete."
    if age > OLD_DRILL:
        return _note(About.BACKUPS, says, "It is time for another: “drill”.")
    return _good(About.BACKUPS, says)


# Small things


def _locked(folder: Path) -> VaultLock | None:
    """Keep others out while this looks. Raises InUse."""
    try:
        return VaultLock(folder)
    except InUse:
        raise
    except MentorJournalError:
        return None  # nothing can be written there, full or read-only: nothing is, and reading does no harm


def _live_size(folder: Path) -> int:
    """The vault without its backups and its reserve."""
    total = size_of(folder / JOURNALS)
    for path in folder.glob("*"):
        if path.name in COPY_NAMES or path.suffix == ".mjdb":
            with contextlib.suppress(OSError):
                total += path.stat().st_size
    return total


def _is_cut_short(path: Path) -> bool:
    """Whether a file is no whole number of pages long, or empty; that much shows without a key."""
    try:
        size = path.stat().st_size
    except OSError:
        return False
    return size == 0 or size % PAGE != 0


def _last_change(folder: Path) -> datetime:
    """When a journal or the key file was last written; the index notes also what is only looked at."""
    newest = 0.0
    for path in (folder / COPY_NAMES[0], *(folder / JOURNALS).glob("*.mjdb")):
        with contextlib.suppress(OSError):
            newest = max(newest, path.stat().st_mtime)
    return datetime.fromtimestamp(newest, UTC)


def _old(age: timedelta) -> str:
    days = max(age.days, 0)
    return many(days, "day") + " old" if days else "less than a day old"


def _ago(age: timedelta) -> str:
    days = max(age.days, 0)
    return many(days, "day") + " ago" if days else "within the last day"


def _good(about: About, says: str) -> Remark:
    return Remark(about=about, level=Level.GOOD, says=says)


def _note(about: About, says: str, do: str = "") -> Remark:
    return Remark(about=about, level=Level.NOTE, says=says, do=do)


def _act(about: About, says: str, do: str) -> Remark:
    return Remark(about=about, level=Level.ACT, says=says, do=do)


_IN_USE = _note(
    About.PROGRAM,
    "The vault is open in another window just now, so it was looked at from outside alone.",
    "Close or lock that window for the rest.",
)
_UNFINISHED = _note(
    About.PROGRAM,
    "Its keys were left between old and new, so it was looked at from outside alone.",
    _OPEN_ONCE,
)
_NOT_OPENED = (_IN_USE, _UNFINISHED)
