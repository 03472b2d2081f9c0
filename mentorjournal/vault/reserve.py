"""A mebibyte set aside, so that on a full disk there is room to delete, to write out and to lock."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

from mentorjournal.errors import MentorJournalError
from mentorjournal.files import write_whole

RESERVE_NAME = "reserve"
RESERVE_BYTES = 1024 * 1024
_ROOM_BESIDES = 4 * RESERVE_BYTES
"""Left free when the reserve is made: it must not be what fills the disk."""


def keep(folder: Path) -> None:
    """Make the reserve where there is none, if the disk has room for it. Never raises."""
    path = folder / RESERVE_NAME
    with contextlib.suppress(OSError, MentorJournalError):
        for left in folder.glob(f".{RESERVE_NAME}.*.tmp"):  # of one that was killed while it made it
            left.unlink()
        if path.exists() and path.stat().st_size >= RESERVE_BYTES:
            return
        if shutil.disk_usage(folder).free >= RESERVE_BYTES + _ROOM_BESIDES:
            write_whole(path, os.urandom(RESERVE_BYTES))  # zeros would take no room on some disks


def release(folder: Path) -> None:
    """Give the room back, for what cannot wait. Never raises."""
    with contextlib.suppress(OSError):
        (folder / RESERVE_NAME).unlink(missing_ok=True)
