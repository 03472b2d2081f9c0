"""Saving, searching and opening, beside plain SQLite of the same build, with the same content, statements,
journal mode and durability.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from mentorjournal.journal.journal import NEWEST_SCHEMA, Journal
from mentorjournal.model.query import parse
from mentorjournal.storage import leaves
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
    _copy_plain(ours, key, plain)

    yield _opening(ours, plain, key, entries)
    db, bare = _connect(ours, key), _open_plain(plain)
    journal = Journal(db)
    yield from _searching(journal, bare, entries)
    yield _saving(journal, db, bare, entries)
    bare.close()
    journal.close()


def _saving(journal: Journal, db: Connection, bare: Any, entries: int) -> Row:
    corpus = Corpus(seed=11)
    chosen = corpus.reflection(entries // 2)
    journal.rest()
    statements = _statements(db, lambda: journal.reflections.write(replace(chosen, text=corpus.text(1))))
    texts = iter([corpus.text(number) for number in range(1000)])

    def save() -> None:
        journal.reflections.write(replace(chosen, text=next(texts)))

    def save_plain() -> None:
        for sql, parameters in statements:
            bare.execute(sql, parameters).fetchall()

    return pairs(f"save one changed entry, {entries:,} entries", save, save_plain, rounds=200, aim="≤ 1.6")


def _searching(journal: Journal, bare: Any, entries: int) -> Iterator[Row]:
    bare.create_function("fold", 1, leaves.fold, deterministic=True)
    for name, word in (("rare", RARE), ("common", COMMON)):
        query = parse(f'"{word}"')
        found = journal.find(query)
        sql = (
            "SELECT leaf_words.rowid, leaf.kind, leaf.id, leaf.title,"
            " snippet(leaf_words, -1, '[', ']', '…', 24) FROM leaf_words"
            " JOIN leaf ON leaf.place = leaf_words.rowid"
            " WHERE leaf_words MATCH ? ORDER BY leaf_words.rowid DESC LIMIT 50"
        )
        match = leaves.match_text(query)

        def search_plain(sql: str = sql, match: str = match) -> None:
            bare.execute(sql, (match,)).fetchall()

        yield pairs(
            f"search a {name} word, newest {len(found)}, {entries:,} entries",
            lambda query=query: journal.find(query),  # type: ignore[misc]
            search_plain,
            rounds=40,
            aim="≤ 1.1",
        )


def _opening(ours: Path, plain: Path, key: bytes, entries: int) -> Row:
    def open_ours() -> None:
        journal = Journal(_connect(ours, key))
        journal.relationship()
        assert len(journal.timeline()) == 50
        journal.close()

    def open_plain() -> None:
        bare = _open_plain(plain)
        bare.execute("PRAGMA user_version").fetchone()
        bare.execute("SELECT * FROM relationship").fetchall()
        bare.execute(
            "SELECT place, kind, id, title, opening FROM leaf WHERE place < ? AND kind IN (?, ?, ?, ?)"
            " ORDER BY place DESC LIMIT 50",
            (1 << 62, "reflection", "session", "goal", "learning"),
        ).fetchall()
        bare.close()

    aim = "≤ 1.6, < 20 ms" if entries >= 100_000 else "≤ 1.6"
    return pairs(
        f"open to the timeline's first page, {entries:,} entries", open_ours, open_plain, rounds=25, aim=aim
    )


def _connect(path: Path, key: bytes, *, create: bool = False) -> Connection:
    return connect(
        path, bytearray(key), application_id=JOURNAL_APPLICATION_ID, newest=NEWEST_SCHEMA, create=create
    )


def _open_plain(path: Path) -> Any:
    bare = dbapi2.connect(str(path), isolation_level=None, cached_statements=256)
    for pragma in PRAGMAS:
        bare.execute(pragma).fetchall()
    bare.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return bare


def _copy_plain(ours: Path, key: bytes, plain: Path) -> None:
    """The same content without encryption: measured content is made up, so nothing is betrayed."""
    db = dbapi2.connect(str(ours), isolation_level=None)
    db.set_key(bytearray(b"x'" + key.hex().encode() + b"'"))
    db.execute("ATTACH ? AS plain KEY ''", (str(plain),))
    db.execute("SELECT sqlcipher_export('plain')").fetchall()
    db.close()


def _statements(db: Connection, act: Callable[[], object]) -> list[tuple[str, Sequence[object]]]:
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
