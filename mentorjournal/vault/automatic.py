"""When a backup is made without being asked for: after changes, seldom enough, where it is quick."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from mentorjournal.storage.index import Index
from mentorjournal.vault.backups import JOURNALS, backups, generations_in
from mentorjournal.vault.keyfile import KeyFile

SWITCH = "automatic backups"
"""The index's setting; on where nothing is said."""

AT_MOST_EVERY = timedelta(hours=1)
OVERDUE = timedelta(days=1)
QUICK_BYTES = 16 * 1024 * 1024
"""A vault of so much is copied and read back while nobody notices."""


def is_on(index: Index) -> bool:
    return index.setting(SWITCH, True) is not False


def is_due(folder: Path, keys: KeyFile, index: Index, now: datetime, *, closing: bool = False) -> bool:
    """Whether there are changes that no backup has, and the moment is right for one.

    In between: at most once an hour, and only where it is quick. At *closing* also earlier, and once a day
    however long it takes.
    """
    if keys.read_only or not is_on(index):
        return False
    there = backups(folder)
    age = abs(now - there[0].made_at) if there else None  # a clock that was set back is no reason to wait
    if not closing and age is not None and age < AT_MOST_EVERY:
        return False
    if not _is_quick(folder) and not (closing and (age is None or age >= OVERDUE)):
        return False
    now_there = {card.id: card.generation for card in index.cards()}
    if not there:
        return bool(now_there)
    return generations_in(there[0], keys) != now_there


def _is_quick(folder: Path) -> bool:
    try:
        return sum(path.stat().st_size for path in (folder / JOURNALS).glob("*.mjdb")) <= QUICK_BYTES
    except OSError:  # a link that leads nowhere: the backup will say what is wrong
        return False
