"""Places on a disk that refuse: full ones, and ones that may only be read."""

from __future__ import annotations

import contextlib
import os
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.cli.command import NOBODY

ROOM = 5 * 1024 * 1024


class SmallDisk:
    """A file system of five megabytes; who may not mount one gets a limit on the size of files instead."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        mount = ["mount", "-t", "tmpfs", "-o", f"size={ROOM},mode=0700", "tmpfs", str(self.folder)]
        self.is_mounted = (
            os.name == "posix"
            and os.geteuid() == 0
            and shutil.which("mount") is not None
            and subprocess.run(mount, capture_output=True, check=False).returncode == 0
        )

    def fill(self) -> Callable[[], None] | None:
        """Use up the room that is left; returns what a process has to do before it starts, if anything."""
        if not self.is_mounted:
            return _files_stay_small
        with (self.folder / "ballast").open("wb", buffering=0) as ballast, contextlib.suppress(OSError):
            while True:
                ballast.write(bytes(4096))
        return None

    def free(self) -> None:
        (self.folder / "ballast").unlink(missing_ok=True)

    def remove(self) -> None:
        if self.is_mounted:
            subprocess.run(["umount", str(self.folder)], check=True)
        shutil.rmtree(self.folder)


def _files_stay_small() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))


def public_folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        for path in (folder, *folder.rglob("*")):
            if path.is_dir():
                path.chmod(0o700)
        shutil.rmtree(folder)


def hand_over(place: Path, *, writable: bool) -> None:
    """Give *place* and all in it to a user who is not root, or who may only read it."""
    for path in (place, *place.rglob("*")):
        if os.geteuid() == 0:
            os.chown(path, NOBODY, NOBODY)
        path.chmod((0o700 if path.is_dir() else 0o600) if writable else (0o500 if path.is_dir() else 0o400))
