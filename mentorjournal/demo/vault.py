"""A whole sample vault on the disk, as `mentorjournal demo` makes it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from mentorjournal.demo.fill import clock, fill, fill_to
from mentorjournal.demo.sample import TODAY
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.relationship import Relationship
from mentorjournal.vault.sealing import FLOOR
from mentorjournal.vault.vault import Vault

PASSPHRASE = "three herons by the lake"
"""Everybody may know it: nothing in a sample vault is real."""


def write_vault(folder: Path, *, size: int | None = None, today: date = TODAY) -> str:
    """Make a sample vault in *folder*, absent or empty, and return its passphrase. With *size* it holds
    that many entries.

    All or nothing. Raises AlreadyThere, ReadOnlyPlace, DiskFull, …
    """
    there = folder.exists()
    vault, code = Vault.create(folder, PASSPHRASE, cost=FLOOR)
    code.wipe()
    shelf = Shelf(vault, clock=clock(today))

    def add(relationship: Relationship) -> Journal:
        return shelf.add(relationship).journal

    try:
        try:
            if size is None:
                fill(add, today=today)
            else:
                fill_to(add, size, today=today)
        finally:
            shelf.close()
    except BaseException:
        # Vault.create took the folder only when it was absent or empty, so all in it is ours.
        for path in folder.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        if not there:
            folder.rmdir()
        raise
    return PASSPHRASE
