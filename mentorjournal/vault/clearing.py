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
    """Remove what a failed creation made; the folder was empty before."""
    for left in folder.iterdir() if folder.is_dir() else ():
        shutil.rmtree(left, ignore_errors=True) if left.is_dir() else left.unlink(missing_ok=True)
    if remove:
        with contextlib.suppress(OSError):
            folder.rmdir()
