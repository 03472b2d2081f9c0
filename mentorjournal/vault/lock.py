"""Only one Mentor Journal writes to a vault at a time; the system frees the lock when a process dies."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from filelock import FileLock, Timeout

from mentorjournal.errors import InUse
from mentorjournal.files import said_plainly

LOCK_NAME = "vault.lock"


class VaultLock:
    """The lock of one vault folder, held from creation to `release`. Raises InUse at once."""

    def __init__(self, folder: Path) -> None:
        # Locks made in one thread and released in another are ours too: the window may close late.
        self._lock = FileLock(folder / LOCK_NAME, timeout=0, mode=0o600, thread_local=False)
        with said_plainly(LOCK_NAME):
            if not os.access(folder, os.W_OK):  # the lock file may be there and writable all the same
                raise PermissionError(errno.EACCES, "read-only", str(folder))
            try:
                self._lock.acquire()
            except Timeout as error:  # an OSError too, so it is caught first
                raise InUse from error

    def release(self) -> None:
        self._lock.release()
