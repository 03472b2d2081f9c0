"""The folder that everything is written into: new, its owner's alone, and there once all of it is written."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from mentorjournal.files import free_place, put_in_place, said_plainly
from mentorjournal.vault.restoring import refuse_place

UNFINISHED = "unfinished"


class NewFolder:
    """*to* must be absent, or an empty folder, and no part of *vault*. Raises AlreadyThere, InvalidInput,
    ReadOnlyPlace, DiskFull, …

    Until `finish` it has another name that says so: what is left by a crash is to be seen, not hidden, for
    nothing in it is encrypted.
    """

    def __init__(self, to: Path, *, vault: Path) -> None:
        refuse_place(vault, vault, to)
        self.to = to
        self.files = 0
        with said_plainly(to.name):
            to.absolute().parent.mkdir(parents=True, exist_ok=True)
            self._place = free_place(to.absolute().parent, f"{to.name} ({UNFINISHED})")
            self._place.mkdir(mode=0o700)

    def write(self, name: str, pieces: Iterable[str | bytes]) -> None:
        """Write a file, durably, in folders that are made as needed. Nothing is ever written over."""
        path = self._place / name
        with said_plainly(path.name):
            self._make(path.parent)
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
                for piece in pieces:
                    file.write(piece.encode() if isinstance(piece, str) else piece)
                file.flush()
                os.fsync(file.fileno())
        self.files += 1

    def remove(self, name: str) -> None:
        """Take out again what was written below the folder *name* in it."""
        place = self._place / name
        self.files -= sum(path.is_file() for path in place.rglob("*"))
        with said_plainly(place.name), contextlib.suppress(FileNotFoundError):
            shutil.rmtree(place)

    def finish(self) -> None:
        """Give it its name, now that all of it is there."""
        put_in_place(self._place, self.to)

    def drop(self) -> None:
        """Remove what was begun, as far as the disk lets us."""
        with contextlib.suppress(OSError):
            shutil.rmtree(self._place)

    def _make(self, folder: Path) -> None:
        if not folder.is_dir():
            self._make(folder.parent)
            folder.mkdir(mode=0o700)
