"""Take a file from the version it has to the newest one, a step at a time, each whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
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
    version = version_of(db)
    if version > len(steps):
        raise NewerVersion(name)
    if _form(db) != _form_after(tuple(steps[:version])):
        raise ForeignFile(name, "its tables are not those that Mentor Journal makes")
    for number, step in enumerate(steps[version:], start=version + 1):
        with db.transaction():
            step(db)
            if db.row("PRAGMA foreign_key_check") is not None:
                raise RuleBroken
            db.run(f"PRAGMA user_version = {number:d}")


Form = frozenset[tuple[str, str, str]]


def _form(db: Connection) -> Form:
    """What the file says of its tables: which there are, and the words that made each."""
    return _form_of(tuple(db.rows("SELECT type, name, sql FROM sqlite_schema")))


@lru_cache(maxsize=8)
def _form_of(rows: tuple[tuple[Any, ...], ...]) -> Form:
    """Kept for the few forms that there are: every journal of a vault says the same."""
    return frozenset(_parts(rows))


def _parts(rows: Iterable[tuple[Any, ...]]) -> Iterable[tuple[str, str, str]]:
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
        return _form(db)
    finally:
        db.close()
