"""What new keys leave to do in a vault that has them: a backup that they open, and the end of the older ones.

The intention lies in the new index, so the next unlocking does what a kill left undone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from mentorjournal.storage.index import Index
from mentorjournal.vault.backups import BACKUPS, BackedUp, Opened, back_up, backups, remove_tree, sweep
from mentorjournal.vault.destruction import remove_asides
from mentorjournal.vault.keyfile import KeyFile

TO_DO = "new keys"
"""The index's setting: the backups that the old keys open, and whether they stay."""


def intend(index: Index, older: Sequence[str], *, keep: bool) -> None:
    index.put_setting(TO_DO, {"older": list(older), "keep": keep})


def is_due(index: Index) -> bool:
    return isinstance(index.setting(TO_DO), dict)


def end(folder: Path, keys: KeyFile, index: Index, opened: Opened, now: datetime) -> BackedUp | None:
    """Do what is left to do; may be done again and again. Older backups go only once a new one is checked,
    and those that the disk does not let go are tried again at the next unlocking.
    """
    said = index.setting(TO_DO)
    if not isinstance(said, dict):
        return None
    older, made = said.get("older"), None
    older = older if isinstance(older, list) else []
    if all(backup.name in older for backup in backups(folder)):
        made = back_up(folder, keys, index, opened, now, fresh=True, rotate=False)
    if said.get("keep") is False and not (made and made.damaged):
        for name in older:
            if name in {backup.name for backup in backups(folder)}:
                remove_tree(folder / BACKUPS / name)
        sweep(folder)
        remove_asides(folder)
        if any(backup.name in said["older"] for backup in backups(folder)):
            return made
    index.put_setting(TO_DO, None)
    return made
