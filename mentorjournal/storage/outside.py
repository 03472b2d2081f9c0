"""What can be said of a file from outside, before its key is used, and a new one made for us alone."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from pathlib import Path

from mentorjournal.errors import DamagedFile, DiskError, EmptyFile, ForeignFile, MissingFile
from mentorjournal.files import said_plainly, sync_folder
from mentorjournal.storage.faults import PAGE, unreadable

MOST_HOLES = 1 << 30
"""Bytes of a file that may stand nowhere on the disk. We leave no holes; damage may, but no such ones."""


def make_empty(path: Path) -> None:
    """Make an empty file that only we may read. Raises AlreadyThere, ReadOnlyPlace, …"""
    with said_plainly(path.name):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            sync_folder(path.parent)
        except OSError:
            with contextlib.suppress(OSError):
                path.unlink()
            raise


def look_at(path: Path, damaged: type[DamagedFile]) -> None:
    """Raise what can be said without the key. An empty file would open as an empty journal with any key."""
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise MissingFile(path.name) from error
    except OSError as error:
        raise DiskError(f"“{path.name}” cannot be reached") from error
    if not stat.S_ISREG(status.st_mode):
        raise ForeignFile(path.name, "it is not a file")
    undone = False
    for beside in ("-journal", "-wal", "-shm"):
        try:
            mode = os.lstat(f"{path}{beside}").st_mode
        except (OSError, ValueError):
            continue
        if not stat.S_ISREG(mode):  # a pipe would be waited for without end
            raise ForeignFile(path.name + beside, "it is not a file")
        undone |= beside == "-journal"
    if status.st_size == 0:
        raise EmptyFile(path.name)
    if status.st_size % PAGE and not undone:
        raise unreadable(path, damaged)
    refuse_hole(path, status.st_size, damaged)


def refuse_hole(path: Path, size: int, damaged: type[DamagedFile]) -> None:
    """Raise *damaged* for a file of *size* bytes of which next to nothing stands on the disk."""
    if size > MOST_HOLES and is_hollow(path, size):
        raise damaged(path.name, "it says to be far larger than what stands in it")


def is_hollow(path: Path, size: int) -> bool:
    """Whether more of the file than MOST_HOLES is nothing: reading that to its end would take hours."""
    try:
        with path.open("rb") as file:
            return solid(file.fileno(), size) < size
    except OSError as error:
        raise DiskError(f"“{path.name}” cannot be read") from error


def solid(file: int, size: int) -> int:
    """How far the open *file* of *size* bytes goes before its holes come to more than MOST_HOLES; to its end
    where they do not, and where the system says nothing of holes.
    """
    if not hasattr(os, "SEEK_DATA") or size <= MOST_HOLES:
        return size
    at = holes = 0
    while at < size:
        data = _next(file, at, os.SEEK_DATA, size)
        holes += data - at
        if holes > MOST_HOLES:
            return at
        at = _next(file, data, os.SEEK_HOLE, size)
    return size


def _next(file: int, at: int, kind: int, size: int) -> int:
    try:
        return os.lseek(file, at, kind)
    except OSError as error:
        if error.errno == errno.ENXIO:  # from here on there is nothing
            return size
        raise
