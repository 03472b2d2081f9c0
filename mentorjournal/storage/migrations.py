"""Take a file from the version it has to the newest one, a step at a time, each whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mentorjournal.errors import NewerVersion
from mentorjournal.storage.connection import Connection
from mentorjournal.storage.faults import RuleBroken

Step = Callable[[Connection], None]


def version_of(db: Connection) -> int:
    """Return how many steps the file has behind it."""
    row = db.row("PRAGMA user_version")
    assert row is not None  # the pragma always answers
    return int(row[0])


def migrate(db: Connection, steps: Sequence[Step], name: str) -> None:
    """Run the steps that the file *name* has not seen yet, each in one transaction with its version.

    Raises NewerVersion, with the file unchanged, when it has seen more steps than there are; a step that
    fails leaves no trace and the earlier ones stay. Shipped steps are never edited.
    """
    version = version_of(db)
    if version > len(steps):
        raise NewerVersion(name)
    for number, step in enumerate(steps[version:], start=version + 1):
        with db.transaction():
            step(db)
            if db.row("PRAGMA foreign_key_check") is not None:
                raise RuleBroken
            db.run(f"PRAGMA user_version = {number:d}")
