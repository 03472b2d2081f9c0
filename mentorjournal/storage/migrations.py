"""Take a file from the version it has to the newest one, a step at a time, each whole or not at all."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

from mentorjournal.errors import ForeignFile, NewerVersion
from mentorjournal.storage.connection import Connection, in_memory
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
    fails leaves no trace and the earlier ones stay. Shipped steps are never edited. Raises ForeignFile when
    its tables are not those that its steps make.
    """
    found = db.tables()
    if found.version > len(steps):
        raise NewerVersion(name)
    if not _are_made_by(tuple(steps[: found.version]), found.rows):
        raise ForeignFile(name, "its tables are not those that Mentor Journal makes")
    for number, step in enumerate(steps[found.version :], start=found.version + 1):
        with db.transaction():
            step(db)
            if db.row("PRAGMA foreign_key_check") is not None:
                raise RuleBroken
            db.run(f"PRAGMA user_version = {number:d}")


Rows = list[tuple[Any, ...]]
Form = frozenset[tuple[str, str, str]]

_SPELLINGS = 4
_fitting: dict[tuple[Step, ...], deque[Rows]] = {}
"""What files said of their tables that fitted, word for word: every journal of a vault says the same."""


def _are_made_by(steps: tuple[Step, ...], rows: Rows) -> bool:
    """Whether these are the tables that *steps* make: which there are, and the words that made each."""
    known = _fitting.setdefault(steps, deque(maxlen=_SPELLINGS))
    if rows in known:
        return True
    if _form(rows) != _form_after(steps):
        return False
    known.append(rows)
    return True


def _form(rows: Rows) -> Form:
    return frozenset(_parts(rows))


def _parts(rows: Rows) -> Iterator[tuple[str, str, str]]:
    for kind, name, sql in rows:
        # What the library makes for itself is known by its name: its words may change with its version.
        own = str(name).startswith(("sqlite_", "leaf_words_"))
        yield str(kind), str(name), "" if own else " ".join(str(sql).split())


@cache
def _form_after(steps: tuple[Step, ...]) -> Form:
    db = in_memory("form")
    try:
        for step in steps:
            step(db)
        return _form(db.tables().rows)
    finally:
        db.close()
