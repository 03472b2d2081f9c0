"""What a vault stands on: the folder's rights, the disk, who synchronises it, the programs. Needs no key."""

from __future__ import annotations

import contextlib
import os
import platform
import shutil
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from mentorjournal import __version__
from mentorjournal.vault.hardening import core_files_off
from mentorjournal.vault.health import About, Level, Remark, many, told
from mentorjournal.vault.reserve import RESERVE_BYTES, RESERVE_NAME
from mentorjournal.vault.versions import cipher_versions

LEAST_FREE = 64 * 1024 * 1024
"""Less free room than this, and the next backup or export may not fit."""

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True, slots=True)
class _Service:
    """A program that keeps a folder the same on several machines, and how its folders are known."""

    name: str
    folders: tuple[str, ...]
    markers: tuple[str, ...] = ()


_SERVICES = (
    _Service("Dropbox", ("dropbox",), (".dropbox", ".dropbox.cache")),
    _Service("OneDrive", ("onedrive",), (".849C9593-D756-4E56-8D6E-42412F2A707B",)),
    _Service("iCloud Drive", ("icloud drive", "iclouddrive", "mobile documents", "com~apple~clouddocs")),
    _Service(
        "Nextcloud", ("nextcloud",), (".nextcloudsync.log", ".sync_*.db", "._sync_*.db", ".owncloudsync.log")
    ),
    _Service("Google Drive", ("google drive", "googledrive"), (".tmp.drivedownload", ".tmp.driveupload")),
    _Service("Syncthing", ("syncthing",), (".stfolder", ".stignore")),
)


def surroundings(folder: Path, *, size: int) -> Iterator[Remark]:
    """Everything about the place and the program; *size* is how much a new backup may need."""
    yield rights(folder)
    yield synchronised(folder)
    yield room(folder, size=size)
    yield reserve(folder)
    yield core_dumps()
    yield programs()


def rights(folder: Path) -> Remark:
    """Whether the folder and all in it are the owner's alone."""
    if os.name != "posix":
        return _place(
            Level.NOTE,
            "Who may read the folder is settled by this system's own rules, which are not looked at here.",
            "Keep the vault within your own account's folders.",
        )
    wide = sum(1 for path in (folder, *_all_within(folder)) if _open_to_others(path))
    if not wide:
        return _place(Level.GOOD, "The folder and every file in it can be read by your account alone.")
    return _place(
        Level.ACT,
        f"{many(wide, 'file or folder', 'files or folders')} of the vault can be read or changed by other"
        " accounts of this machine. What is in them is encrypted all the same.",
        "Take those rights away: chmod -R go= and the vault's folder. A disk that knows no such rights"
        " (FAT, exFAT) cannot be helped that way: keep the vault on another.",
    )


def synchronised(folder: Path) -> Remark:
    """Whether a program for synchronising has this folder."""
    service = synchronised_by(folder)
    if not service:
        return _place(Level.GOOD, "The folder lies in no synchronised folder that is known here.")
    return _place(
        Level.NOTE,
        f"The vault lies in a folder that {service} seems to synchronise. Everything in it is encrypted,"
        " but copies of it lie elsewhere, and those keep what was destroyed here.",
        "Write on one machine at a time, and let it finish before you open the vault on another one.",
    )


def synchronised_by(folder: Path) -> str:
    """The service whose folder this is in, told by the names of the folders and by marker files, or ""."""
    places = {folder.absolute(), folder.resolve()}
    above = sorted({way for place in places for way in (place, *place.parents)}, key=str)
    for service in _SERVICES:
        for way in above:
            if any(_named(way.name.casefold(), name) for name in service.folders):
                return service.name
            with contextlib.suppress(OSError):
                if any(next(way.glob(marker), None) for marker in service.markers):
                    return service.name
    return ""


def room(folder: Path, *, size: int) -> Remark:
    """Whether the disk takes anything, and how much more."""
    if _read_only(folder):
        return _place(
            Level.ACT,
            "Nothing can be written here: the disk or the folder is read-only.",
            "The journals can be read as they are. To write, copy the whole folder to a disk of your own.",
        )
    try:
        disk = shutil.disk_usage(folder)
    except OSError:
        return _place(Level.NOTE, "How much room the disk has left could not be found out.")
    says = f"{told(disk.free)} of the disk's {told(disk.total)} are free."
    if disk.free < LEAST_FREE:
        return _place(Level.ACT, f"The disk is nearly full: {says}", "Make room before you write on.")
    if disk.free < LEAST_FREE + size:
        return _place(Level.NOTE, f"{says} A backup that copies everything may not fit.", "Make some room.")
    return _place(Level.GOOD, says)


def reserve(folder: Path) -> Remark:
    """Whether there is a little room set aside for a full disk."""
    with contextlib.suppress(OSError):
        if (folder / RESERVE_NAME).stat().st_size >= RESERVE_BYTES:
            return _place(
                Level.GOOD, f"{told(RESERVE_BYTES)} are set aside, so that a full disk does not lock you in."
            )
    return _place(
        Level.NOTE,
        "No room is set aside for a full disk.",
        "Nothing to do where there is room: it is set aside when the vault is next opened.",
    )


def core_dumps(ask: Callable[[], bool | None] = core_files_off) -> Remark:
    """Whether the system may write this program's memory to a file when it breaks down."""
    off = ask()
    if off:
        return _program(
            Level.GOOD, "Core dumps are off: a crash leaves no picture of the memory on the disk."
        )
    if off is None:
        return _program(Level.NOTE, "Whether this system keeps memory after a crash cannot be asked here.")
    return _program(
        Level.ACT,
        "Core dumps are on: a crash could leave what was in the memory on the disk.",
        "Start Mentor Journal as it was installed; it switches them off itself.",
    )


def programs() -> Remark:
    """What is at work here."""
    cipher = cipher_versions()
    parts = [
        f"Mentor Journal {__version__}",
        f"SQLCipher {cipher.sqlcipher}",
        f"SQLite {cipher.sqlite}",
        f"Python {platform.python_version()}",
    ]
    with contextlib.suppress(PackageNotFoundError):
        parts.append(f"Qt {version('PySide6-Essentials')}")
    return _program(Level.GOOD, f"{', '.join(parts)}.")


def size_of(folder: Path) -> int:
    """The bytes in all files below, each counted once however many names it has."""
    seen: set[tuple[int, int]] = set()
    total = 0
    for path in _all_within(folder):
        with contextlib.suppress(OSError):
            status = path.lstat()
            if stat.S_ISREG(status.st_mode) and (mark := (status.st_dev, status.st_ino)) not in seen:
                seen.add(mark)
                total += status.st_size
    return total


def _all_within(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        for name in (*folders, *files):
            yield Path(place, name)


def _open_to_others(path: Path) -> bool:
    try:
        mode = path.lstat().st_mode
    except OSError:
        return False
    return not stat.S_ISLNK(mode) and bool(mode & _OTHERS)


def _named(part: str, name: str) -> bool:
    """“OneDrive - School” and “GoogleDrive-somebody” are the service's folders, “dropboxes” is not."""
    return part == name or (part.startswith(name) and part[len(name)] in " -(.")


def _read_only(folder: Path) -> bool:
    if not os.access(folder, os.W_OK):
        return True
    if not hasattr(os, "statvfs"):
        return False
    with contextlib.suppress(OSError):
        return bool(os.statvfs(folder).f_flag & os.ST_RDONLY)
    return False


def _place(level: Level, says: str, do: str = "") -> Remark:
    return Remark(about=About.PLACE, level=level, says=says, do=do)


def _program(level: Level, says: str, do: str = "") -> Remark:
    return Remark(about=About.PROGRAM, level=level, says=says, do=do)
