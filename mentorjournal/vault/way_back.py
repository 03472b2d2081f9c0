"""A backup restored by whoever stands before a vault that does not open: with the passphrase or code alone.

The vault itself need not be whole. Where its key file is lost, or has other secrets since, the backup's own
one is used; then what was destroyed after the backup was made is not known here.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from mentorjournal.errors import (
    DamagedOrForeign,
    InvalidInput,
    UnfinishedKeys,
    WrongPassphrase,
    WrongRecoveryCode,
)
from mentorjournal.vault.backups import Backup, backups, remove_tree
from mentorjournal.vault.restoring import Each, Restored, refuse_place
from mentorjournal.vault.vault import Vault


def restore_backup(
    folder: Path, backup: Path, secret: str, to: Path, *, by_code: bool = False, each: Each | None = None
) -> Restored:
    """Make the vault *to* from a backup of the one in *folder*, of which nothing is changed.

    Raises WrongPassphrase, AlreadyThere, InvalidInput, DiskFull, …
    """
    refuse_place(folder, backup, to)
    try:
        with contextlib.closing(_open(folder, secret, by_code)) as vault:
            return vault.restore(backup, to, each=each)
    except (DamagedOrForeign, UnfinishedKeys, WrongPassphrase, WrongRecoveryCode):
        with contextlib.closing(_open(backup, secret, by_code)) as own:
            return own.restore(backup, to, each=each)


def restore_newest(
    folder: Path, secret: str, to: Path, *, by_code: bool = False, each: Each | None = None
) -> tuple[Backup, Restored]:
    """Restore the newest backup that reads whole, or the newest that can be read at all.

    Raises InvalidInput where there is none.
    """
    there = backups(folder)
    if not there:
        raise InvalidInput("This vault has no backup in its folder. Look for a copy of it elsewhere.")
    refused: DamagedOrForeign | None = None
    partly: Backup | None = None
    for backup in there:
        try:
            made = restore_backup(folder, backup.folder, secret, to, by_code=by_code, each=each)
        except DamagedOrForeign as error:
            refused = error
        else:
            if not made.damaged and not made.index_lost:
                return backup, made
            partly = partly or backup
            remove_tree(made.folder)
    if partly is not None:
        return partly, restore_backup(folder, partly.folder, secret, to, by_code=by_code, each=each)
    assert refused is not None
    raise refused


def _open(folder: Path, secret: str, by_code: bool) -> Vault:
    unlock = Vault.unlock_with_code if by_code else Vault.unlock
    return unlock(folder, secret, read_only=True)


def report(backup: Backup, made: Restored) -> list[str]:
    """What a restored backup is, a line for each thing to know."""
    journals = "1 journal" if made.journals == 1 else f"{made.journals} journals"
    lines = [
        f"“{made.folder.name}” is a vault of its own now, with {journals}, as it was on"
        f" {backup.made_at.astimezone():%Y-%m-%d at %H:%M}. The other vault was left as it is.",
        "The passphrase and the recovery code of that day open it.",
    ]
    if made.left_out:
        count = len(made.left_out)
        was = "1 journal that was" if count == 1 else f"{count} journals that were"
        lines.append(f"Left out: {was} destroyed since. What was destroyed does not come back.")
    if made.index_lost:
        lines.append(f"Its index was damaged. Not all could be read of: {', '.join(made.index_lost)}.")
    if made.damaged:
        lines.append(
            f"{len(made.damaged)} of its journals cannot be read whole in this backup. Salvaging the new"
            " vault reads what can be read."
        )
    return lines
