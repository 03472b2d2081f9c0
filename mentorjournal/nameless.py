"""A new file that has no name until it is whole: whatever happens meanwhile, no part of it is left."""

from __future__ import annotations

import os
from pathlib import Path


def write_nameless(path: Path, data: bytes | bytearray, mode: int) -> bool:
    """Put *data* at *path*, where nothing stands yet; False where the system or the disk has no such files,
    and nothing was done. The folder is the caller's to sync.

    What leaves the vault is in the clear: a file beside it with another name would outlive a kill or a power
    cut in the middle. Raises OSError, FileExistsError among them.
    """
    try:
        folder = os.open(path.parent, os.O_RDONLY)
    except OSError:
        return False
    try:
        return _written(folder, path, data, mode)
    finally:
        os.close(folder)


def _written(folder: int, path: Path, data: bytes | bytearray, mode: int) -> bool:
    try:
        handle = os.open(path.parent, os.O_WRONLY | os.O_TMPFILE, mode)
    except (AttributeError, OSError):  # only Linux has them, and there not every disk
        return False
    try:
        write_out(handle, data)
        try:
            # Following what /proc holds takes a folder's handle, or the system's older call is used.
            os.link(f"/proc/self/fd/{handle}", path, src_dir_fd=folder, follow_symlinks=True)
        except FileExistsError:
            raise
        except OSError:
            return False
    finally:
        os.close(handle)
    return True


def write_out(handle: int, data: bytes | bytearray) -> None:
    """Write all of it, however little the system takes at a time, and see it on the disk."""
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]
    os.fsync(handle)
