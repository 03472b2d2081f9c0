"""Saving, searching and opening, beside plain SQLite of the same build, with the same content, statements,
journal mode and durability.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from mentorjournal.journal.journal import NEWEST_SCHEMA, TIMELINE_KINDS, Journal
from mentorjournal.model.query import parse
from mentorjournal.storage import leaves, relationship
from mentorjournal.storage.connection import JOURNAL_APPLICATION_ID, Connection, connect
from tests.bench.corpus import COMMON, RARE, Corpus, fill
from tests.bench.measure import Row, pairs

PRAGMAS = (
    "PRAGMA temp_store = MEMORY",
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA secure_delete = ON",
    "PRAGMA mmap_size = 0",
)


def rows(folder: Path, entries: int) -> Iterator[Row]:
    key = secrets.token_bytes(32)
    ours, plain = folder / f"ours-{entries}.mjdb", folder / f"plain-{entries}.db"
    journal = Journal(_connect(ours, key, create=True))
    fill(journal, entries)
    journal.close()
    copy_plain(ours, key, plain)

    yield _opening(ours, plain, key, entries)
    db, bare = _connect(ours, key), Plain(plain)
    journal = Journal(db)
    yield from _searching(journal, bare, entries)
    yield _saving(journal, db, bare, entries)
    bare.close()
    journal.close()


def _saving(journal: Journal, db: Connection, plain: Plain, entries: int) -> Row:
    corpus = Corpus(seed=11)
    chosen = corpus.reflection(entries // 2)
    journal.rest()
    # The first change of a sitting keeps how the entry read; what is typed after it does not.
    journal.reflections.write(replace(chosen, text=corpus.text(0)))
    asked = statements(db, lambda: journal.reflections.write(replace(chosen, text=corpus.text(1))))
    texts = iter([corpus.text(number) for number in range(1000)])

    def save() -> None:
        journal.reflections.write(replace(chosen, text=next(texts)))

    def save_plain() -> None:
        for sql, parameters in asked:
            plain.run(sql, parameters)

    return pairs(f"save one changed entry, {entries:,} entries", save, save_plain, rounds=200, aim="≤ 1.6")


def _searching(journal: Journal, plain: Plain, entries: int) -> Iterator[Row]:
    for name, word in (("rare", RARE), ("common", COMMON)):
        query = parse(f'"{word}"')
        found = len(journal.find(query))
        yield pairs(
            f"search a {name} word, newest {found}, {entries:,} entries",
            partial(journal.find, query),
            partial(leaves.find, plain, query),
            rounds=60,
            aim="≤ 1.1",
        )


def _opening(ours: Path, plain_path: Path, key: bytes, entries: int) -> Row:
    def open_ours() -> None:
        journal = Journal(_connect(ours, key))
        journal.relationship()
        assert len(journal.timeline()) == 50
        journal.close()

    def open_plain() -> None:
        plain = Plain(plain_path)
        plain.row("PRAGMA user_version")
        relationship.load(plain)
        assert len(leaves.newest(plain, kinds=TIMELINE_KINDS)) == 50
        plain.close()

    aim = "≤ 1.6, < 20 ms" if entries >= 100_000 else "≤ 1.6"
    return pairs(
        f"open to the timeline's first page, {entries:,} entries", open_ours, open_plain, rounds=40, aim=aim
    )


class Plain(Connection):
    """Plain SQLite behind the same few calls, so that both sides do the same work to the last value."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self._db = dbapi2.connect(str(path), isolation_level=None, cached_statements=256)
        for pragma in PRAGMAS:
            self._db.execute(pragma).fetchall()
        self._db.execute("SELECT count(*) FROM sqlite_schema").fetchone()

    def rows(self, sql: str, parameters: Any = ()) -> list[tuple[Any, ...]]:
        return self._db.execute(sql, parameters).fetchall()  # type: ignore[no-any-return]

    def row(self, sql: str, parameters: Any = ()) -> tuple[Any, ...] | None:
        return self._db.execute(sql, parameters).fetchone()  # type: ignore[no-any-return]

    def run(self, sql: str, parameters: Any = ()) -> int:
        return self._db.execute(sql, parameters).rowcount  # type: ignore[no-any-return]

    def close(self) -> None:
        self._db.close()


def _connect(path: Path, key: bytes, *, create: bool = False) -> Connection:
    return connect(
        path, bytearray(key), application_id=JOURNAL_APPLICATION_ID, newest=NEWEST_SCHEMA, create=create
    )


def copy_plain(ours: Path, key: bytes, plain: Path) -> None:
    """The same content without encryption: measured content is made up, so nothing is betrayed."""
    db = dbapi2.connect(str(ours), isolation_level=None)
    db.set_key(bytearray(b"x'" + key.hex().encode() + b"'"))
    db.execute("ATTACH ? AS plain KEY ''", (str(plain),))
    db.execute("SELECT sqlcipher_export('plain')").fetchall()
    db.execute(f"PRAGMA plain.user_version = {NEWEST_SCHEMA:d}")
    db.close()


def statements(db: Connection, act: Callable[[], object]) -> list[tuple[str, Sequence[object]]]:
    """What *act* asks of the file, statement by statement."""
    found: list[tuple[str, Sequence[object]]] = []
    raw = db._db

    class Recorder:
        def __getattr__(self, name: str) -> Any:
            return getattr(raw, name)

        def execute(self, sql: str, parameters: Sequence[object] = ()) -> Any:
            found.append((sql, parameters))
            return raw.execute(sql, parameters)

    db._db = Recorder()
    try:
        act()
    finally:
        db._db = raw
    return found
