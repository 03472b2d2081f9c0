"""Whole files, written beside, synced and renamed: there is the old file or the new one, never a third."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path

from mentorjournal.errors import AlreadyThere, DiskError, DiskFull, MentorJournalError, ReadOnlyPlace
from mentorjournal.nameless import write_nameless, write_out

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = {errno.EACCES, errno.EPERM, errno.EROFS}


def in_our_words(error: OSError, name: str) -> MentorJournalError:
    """The error to raise, `from error`, for what the system said about the file *name*."""
    if error.errno in _FULL:
        return DiskFull()
    if error.errno in _READ_ONLY:
        return ReadOnlyPlace(name)
    if error.errno in {errno.EEXIST, errno.ENOTEMPTY}:
        return AlreadyThere(name)
    return DiskError(os.strerror(error.errno).lower() if error.errno else "the disk reported an error")


@contextlib.contextmanager
def said_plainly(name: str) -> Iterator[None]:
    """Turn any OSError inside into one of ours, worded about the file or folder *name*."""
    try:
        yield
    except OSError as error:
        raise in_our_words(error, name) from error


def write_whole(path: Path, data: bytes | bytearray, *, replace: bool = True, mode: int = 0o600) -> None:
    """Put *data* at *path* atomically and durably, or leave what stands there untouched.

    With ``replace=False`` an existing file is refused with AlreadyThere, even when it appears meanwhile.
    Raises DiskFull, ReadOnlyPlace, AlreadyThere or DiskError; no temporary file is left behind. Where only
    the last step fails, syncing the folder, a new file is taken away again, and a replaced one is replaced.
    """
    with said_plainly(path.name):
        if replace or not write_nameless(path, data, mode):
            _write_beside(path, data, mode, replace=replace)
        try:
            sync_folder(path.parent)
        except OSError:
            if not replace:
                path.unlink(missing_ok=True)
            raise


def read_file(path: Path, most: int) -> bytes:
    """The first *most* bytes of the file at *path*. Raises OSError, also for what is no file: a pipe would be
    waited for without end, and a device may have none.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, "not a file", str(path))
        return file.read(most)


def sync_folder(folder: Path) -> None:
    """Make a creation, rename or removal in *folder* durable, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_tree(folder: Path) -> None:
    """Make every file and folder in *folder*, and itself, durable, where the system can."""
    for place, _, names in os.walk(folder, topdown=False):
        for name in names:
            sync_folder(Path(place, name))  # what syncs a folder syncs a file
        sync_folder(Path(place))


def put_in_place(whole: Path, to: Path) -> None:
    """Give the folder *whole*, made beside it, the name *to*, which is absent or an empty folder.

    All of it is on the disk by then. Raises DiskError and others, also where *to* is not empty any more.
    """
    with said_plainly(to.name):
        sync_tree(whole)
        if to.exists():
            to.rmdir()
        whole.rename(to)
        sync_folder(to.absolute().parent)


def open_files_allowed() -> int:
    """How many files this process may have open at a time."""
    try:
        import resource
    except ImportError:
        return 512  # Windows: the C library's own limit
    return min(resource.getrlimit(resource.RLIMIT_NOFILE)[0], 1 << 16)


def _write_beside(path: Path, data: bytes | bytearray, mode: int, *, replace: bool) -> None:
    temporary = path.parent / f".{path.name}.{secrets.token_hex(4)}.tmp"
    try:
        _write_new(temporary, data, mode)
        if replace:
            temporary.replace(path)
        else:
            _rename_if_free(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _write_new(path: Path, data: bytes | bytearray, mode: int) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, mode)
    try:
        write_out(handle, data)
    finally:
        os.close(handle)


def _rename_if_free(temporary: Path, path: Path) -> None:
    try:
        path.hardlink_to(temporary)  # unlike rename, refuses a name that is taken
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if path.exists():
            raise FileExistsError(errno.EEXIST, "exists", str(path)) from None
        temporary.rename(path)
    else:
        try:
            temporary.unlink()
        except OSError:
            path.unlink()
            raise


def free_place(parent: Path, name: str) -> Path:
    """A folder in *parent* that is not there yet, by that name or with a number after it."""
    place, number = parent / name, 1
    while place.exists():
        number += 1
        place = parent / f"{name} {number}"
    return place
