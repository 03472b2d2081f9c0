"""Removing what was begun and will not be ended."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path


def remove_database(path: Path) -> None:
    """Remove a database and what the library keeps beside it, as far as the disk lets us."""
    for suffix in ("", "-journal"):
        with contextlib.suppress(OSError):
            path.with_name(path.name + suffix).unlink()


def empty(folder: Path, *, remove: bool) -> None:
    """Remove what a failed creation made, as far as the disk lets us; the folder was empty before."""
    with contextlib.suppress(OSError):
        for left in folder.iterdir() if folder.is_dir() else ():
            remove_one(left)
        if remove:
            folder.rmdir()


def remove_one(left: Path) -> None:
    """Remove a file or a folder, as far as the disk lets us."""
    if left.is_dir() and not left.is_symlink():
        shutil.rmtree(left, ignore_errors=True)
        return
    with contextlib.suppress(OSError):
        left.unlink()
