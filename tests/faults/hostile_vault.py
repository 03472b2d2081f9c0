"""Hostile files inside a vault, made by somebody who has its keys or none: keys, tables, pages, backups."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import json
import os
import random
import shutil
import struct
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlcipher3 import dbapi2

from mentorjournal.errors import MentorJournalError
from mentorjournal.guidance.moment import moment_of
from mentorjournal.journal.shelf import Shelf
from mentorjournal.leaving.choice import Form
from mentorjournal.leaving.taking import take_along
from mentorjournal.model.query import parse
from mentorjournal.storage.keyspec import key_specification
from mentorjournal.vault.keyfile import KeyFile
from mentorjournal.vault.recovery import RecoveryCode
from mentorjournal.vault.salvage import salvage
from mentorjournal.vault.sealed_pages import SealedPages
from tests.faults.canary_writer import write_everything
from tests.faults.hostile_attempt import Broken, Format
from tests.faults.hostile_mutation import NASTY, mutated, mutated_json
from tests.vault.house import House, build

NOW = datetime(2026, 11, 26, 22, 42, 17, tzinfo=UTC)
NOUNS = ("reflections", "sessions", "goals", "actions", "learning_points", "topics", "ratings", "reviews")


def _house(folder: Path) -> House:
    """A vault with two journals, one of them with an entry of every kind, and a backup."""
    noted = folder / "house.json"
    if not noted.exists():
        made = build(folder / "real")
        with contextlib.closing(made.shelf()) as shelf:
            write_everything(shelf.open(made.heron).journal)
        with contextlib.closing(made.shelf()) as shelf:
            shelf.back_up()
        noted.write_text(json.dumps([made.code, made.heron, made.plover]))
    code, heron, plover = json.loads(noted.read_text())
    return House(folder / "real", code, heron, plover)


def _copy(house: House, place: Path, *, backups: bool = False) -> House:
    there = place / "vault"
    leave = None if backups else shutil.ignore_patterns("backups", "reserve")
    shutil.copytree(house.folder, there, ignore=leave)
    return House(there, house.code, house.heron, house.plover)


def _keys_of(house: House) -> KeyFile:
    return KeyFile.open_with_code(house.folder, RecoveryCode.parse(house.code), read_only=True)


# The key file


def _keys(house: House, chance: random.Random, place: Path) -> None:
    data = (house.folder / "vault.keys").read_bytes()
    if chance.random() < 0.7:
        said = mutated_json(json.loads(data.split(b"\n")[1]), chance)
        body = json.dumps(said, sort_keys=chance.random() < 0.9, separators=(",", ":")).encode()
        if chance.random() < 0.3:
            body = mutated(body, chance).replace(b"\n", b"")
        version = chance.choice((1, 1, 1, 1, 0, 2, 99))
        head = f"mentor-journal-keys {version} {hashlib.sha256(body).hexdigest()}\n"
        data = head.encode() + body + b"\n"
    else:
        data = mutated(data, chance)
    (place / "vault.keys").write_bytes(data)
    real = (house.folder / "vault.keys").read_bytes()
    (place / "vault.keys.copy").write_bytes(real if chance.random() < 0.3 else mutated(data, chance))
    with contextlib.closing(KeyFile.open_with_code(place, RecoveryCode.parse(house.code))) as keys:
        if set(keys.journals()) != {house.heron, house.plover}:
            raise Broken("a key file that was altered was believed")
    if {path.name for path in place.iterdir()} - {"vault.keys", "vault.keys.copy"} > {"vault.keys.set-aside"}:
        raise Broken("there are more files than the two copies")


# The tables


@contextlib.contextmanager
def _raw(path: Path, key: bytearray) -> Iterator[Any]:
    """The file with no rule of ours in force."""
    db = dbapi2.connect(str(path), isolation_level=None)
    db.execute("PRAGMA cipher_log_level = NONE")
    db.set_key(key_specification(key))
    db.execute("PRAGMA ignore_check_constraints = ON")
    db.execute("PRAGMA writable_schema = ON")
    try:
        yield db
    finally:
        db.close()


def _spoil(path: Path, key: Callable[[], bytearray], chance: random.Random) -> None:
    if chance.random() < 0.7:
        _spoil_rows(path, key(), chance)
    else:
        with _raw(path, key()) as db, contextlib.suppress(dbapi2.Error):
            _spoil_schema(db, chance)


@contextlib.contextmanager
def loosened(path: Path, key: bytearray) -> Iterator[Any]:
    """The file with tables that take any value, which in the end have the very words of ours again."""
    told = bytes(key)
    with _raw(path, key) as db:
        words = db.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
        for name, sql in words:
            loose = sql.replace(") STRICT", ")").replace(" NOT NULL", "").replace(" UNIQUE", "")
            db.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (loose, name))
    with _raw(path, bytearray(told)) as db:
        yield db
        for name, sql in words:
            db.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (sql, name))


def _spoil_rows(path: Path, key: bytearray, chance: random.Random) -> None:
    """Values that no table of ours would take, under the very words that made our tables."""
    with loosened(path, key) as db:
        words = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").fetchall()
        tables = [name for name, sql in words if "VIRTUAL" not in sql and "leaf_words_" not in name]
        for _ in range(chance.choice((1, 2, 8))):
            table = chance.choice(tables)
            columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
            column = chance.choice(columns or ["rowid"])
            where = "" if chance.random() < 0.5 else f" WHERE rowid = (SELECT min(rowid) FROM {table})"
            with contextlib.suppress(dbapi2.Error, OverflowError, UnicodeEncodeError):
                db.execute(f"UPDATE {table} SET {column} = ?{where}", (_value(db, table, column, chance),))


def _value(db: Any, table: str, column: str, chance: random.Random) -> object:
    row = db.execute(f"SELECT {column} FROM {table} LIMIT 1").fetchone()
    with contextlib.suppress(TypeError, ValueError):
        if chance.random() < 0.6:
            return json.dumps(mutated_json(json.loads(row[0]), chance))
    if row and isinstance(row[0], str) and chance.random() < 0.3:
        return mutated(row[0].encode(), chance)
    value = chance.choice((*NASTY, b"\xff\xfe", b"\0" * 10, 2**62, -(2**63)))
    return json.dumps(value) if isinstance(value, (dict, list)) else value


_ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT x FROM n"
_SCHEMAS = (
    f"ALTER TABLE {{t}} RENAME TO other; CREATE VIEW {{t}} AS SELECT *, ({_ENDLESS}) AS more FROM other",
    f"DROP TABLE {{t}}; CREATE VIEW {{t}} AS {_ENDLESS}",
    f"CREATE TRIGGER tr BEFORE UPDATE ON {{t}} BEGIN SELECT count(*) FROM ({_ENDLESS}); END",
    "CREATE TRIGGER tr AFTER INSERT ON {t} BEGIN DELETE FROM {t}; END",
    "CREATE TRIGGER tr AFTER UPDATE ON {t} BEGIN UPDATE {t} SET rowid = rowid; END",
    "CREATE TABLE more (a TEXT DEFAULT (hex(zeroblob(9e8))), b GENERATED ALWAYS AS (hex(zeroblob(9e8))))",
    "CREATE TABLE big (a TEXT /* " + "x" * 900_000 + " */)",
    "DROP TABLE {t}",
    "DROP TABLE {t}; CREATE VIRTUAL TABLE {t} USING fts5 (id, title_words, words)",
    "DROP TABLE leaf_words_data",
    "DELETE FROM leaf_words_data",
    "UPDATE leaf_words_data SET block = zeroblob(100000)",
    "PRAGMA user_version = 99",
    "PRAGMA user_version = -1",
    "PRAGMA user_version = 0",
    "PRAGMA application_id = 7",
    "PRAGMA journal_mode = WAL; UPDATE {t} SET rowid = rowid",
    "UPDATE sqlite_schema SET rootpage = 2",
    "UPDATE sqlite_schema SET sql = 'CREATE TABLE ' || name || ' (a)' WHERE name = '{t}'",
    "UPDATE sqlite_schema SET type = 'view' WHERE name = '{t}'",
    "INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES"
    " ('trigger', 'x', '{t}', 0, 'CREATE TRIGGER x AFTER UPDATE ON {t}"
    " BEGIN SELECT load_extension(''x''); END')",
)


def _spoil_schema(db: Any, chance: random.Random) -> None:
    names = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    ours = [name for name in names if not name.startswith(("leaf_words", "leaf_terms", "sqlite_"))]
    chosen = chance.choice(_SCHEMAS).format(t=chance.choice(ours))
    for statement in chosen.split("; ") if "TRIGGER" not in chosen else [chosen]:
        with contextlib.suppress(dbapi2.Error):
            db.execute(statement)


def _index(house: House, chance: random.Random, place: Path) -> None:
    copied = _copy(house, place)
    with contextlib.closing(_keys_of(copied)) as keys:
        _spoil(copied.folder / "index.mjdb", keys.index_key, chance)
    _looked_at(copied, chance)


def _journal(house: House, chance: random.Random, place: Path) -> None:
    copied = _copy(house, place)
    with contextlib.closing(_keys_of(copied)) as keys:
        _spoil(copied.journal(copied.heron), lambda: keys.journal_key(copied.heron), chance)
    _looked_at(copied, chance)


_READ_BY_ALL = frozenset({Form.JSON, Form.MARKDOWN})


def _looked_at(house: House, chance: random.Random) -> None:
    """The vault is opened and everything in it looked at, as the window and the commands do."""
    refused: MentorJournalError | None = None
    whole = chance.random() < 0.1
    vault = house.vault(read_only=chance.random() < 0.2)
    with contextlib.closing(Shelf(vault)) as shelf:
        for look in (
            *(shelf.cards, shelf.destructions, shelf.ledger.entries, lambda: list(shelf.relationships())),
            *(lambda: list(shelf.mentored()), lambda: list(shelf.find(parse("the")))),
            *(lambda: whole and vault.verify(), lambda: whole and vault.back_up(NOW), vault.index.settings),
            lambda: whole and take_along(shelf, house.folder.parent / "taken" / "mine", forms=_READ_BY_ALL),
        ):
            refused = _looked(look) or refused
        for id in vault.journal_ids():
            try:
                journal = shelf.open(id).journal
            except MentorJournalError as error:
                refused = error
                continue
            for noun in NOUNS:
                refused = _looked(getattr(journal, noun).all) or refused
            for look in (
                *(journal.timeline, journal.counts, journal.rest, journal.shared.all, journal.exports.all),
                *(partial(moment_of, journal), partial(journal.find, parse("a*")), journal.course),
                *(journal.agreements.all, journal.life.closure, journal.last_entry_on, journal.look_on),
            ):
                refused = _looked(look) or refused
    if refused is not None:
        raise refused


def _looked(look: Callable[[], object]) -> MentorJournalError | None:
    try:
        look()
    except MentorJournalError as error:
        return error
    return None


# The pages


def _pages(house: House, chance: random.Random, place: Path) -> None:
    """Pages that were sealed with the right key and hold what no library wrote: opened, read and salvaged."""
    copied = _copy(house, place)
    with contextlib.closing(_keys_of(copied)) as keys:
        path, key = copied.journal(copied.heron), keys.journal_key(copied.heron)
        if chance.random() < 0.3:
            path, key = copied.folder / "index.mjdb", keys.index_key()
        _reseal(path, key, chance)
    if chance.random() < 0.2:
        head = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + struct.pack(">5I", 2**32 - 1, 0, 2**32 - 1, 512, 4096)
        (path.parent / f"{path.name}-journal").write_bytes(head + chance.randbytes(9000))
    with contextlib.suppress(MentorJournalError):
        salvage(copied.folder, copied.code, place / "saved", NOW, by_code=True)
    _looked_at(copied, chance)


def _reseal(path: Path, key: bytearray, chance: random.Random) -> None:
    data = bytearray(path.read_bytes())
    salt = bytes(data[:16])
    seal = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, 32)
    raw = bytes(key)
    with contextlib.closing(SealedPages(path, key)) as pages:
        for _ in range(chance.choice((1, 1, 3, 10))):
            number = chance.choice((1, 2, chance.randrange(pages.count) + 1))
            page = bytearray(pages.read(number) or bytes(4096))
            for _ in range(chance.choice((1, 2, 30))):
                at = chance.choice((chance.randrange(120), chance.randrange(4016)))
                page[at : at + 4] = chance.choice(
                    (b"\xff" * 4, b"\0\0\0\x02", b"\0" * 4, chance.randbytes(4))
                )
            start = 16 if number == 1 else 0
            iv = chance.randbytes(16)
            locker = Cipher(algorithms.AES(raw), modes.CBC(iv)).encryptor()
            sealed = locker.update(bytes(page[start:4016])) + locker.finalize() + iv
            proof = hmac.digest(seal, sealed + struct.pack("<I", number), "sha512")
            place = (number - 1) * 4096
            data[place : place + 4096] = (salt if number == 1 else b"") + sealed + proof
    path.write_bytes(data)


# The backups


def _backups(house: House, chance: random.Random, place: Path) -> None:
    """A folder of backups into which somebody put other things: listed, restored, drilled, salvaged."""
    copied = _copy(house, place, backups=True)
    outside = place / "outside"
    (outside / "2026-01-01").mkdir(parents=True)
    (outside / "2026-01-01" / "words").write_text("mine")
    folder = copied.folder / "backups"
    real = next(path for path in folder.iterdir() if path.is_dir())
    for number in range(chance.choice((1, 2, 4))):
        _put_in(folder, real, outside, number, chance)
    with contextlib.closing(Shelf(copied.vault())) as shelf:
        vault, refused = shelf.vault, None
        for number, backup in enumerate(vault.backups()[:3]):
            refused = (
                _looked(lambda at=backup, n=number: vault.restore(at.folder, place / f"to{n}")) or refused
            )
            refused = _looked(lambda at=backup: vault.drill(at, NOW)) or refused
        refused = _looked(lambda: vault.back_up(NOW)) or refused
        refused = _looked(lambda: shelf.destroy(copied.plover)) or refused
    refused = (
        _looked(lambda: salvage(copied.folder, copied.code, place / "saved", NOW, by_code=True)) or refused
    )
    if [path.name for path in outside.rglob("*")] != ["2026-01-01", "words"]:
        raise Broken("something outside the vault was changed")
    if refused is not None:
        raise refused


def _put_in(folder: Path, real: Path, outside: Path, number: int, chance: random.Random) -> None:
    there = folder / f"20{chance.randrange(20, 99)}-0{chance.randrange(10)}-1{number}T00-00-00Z"
    inside = chance.choice([path for path in real.rglob("*") if path.is_file()])
    with contextlib.suppress(OSError):
        match chance.randrange(9):
            case 0:
                there.symlink_to(outside)
            case 1:
                os.mkfifo(there)
            case 2:
                (folder / f"a\nb\x1b{number}").mkdir()
            case 3:
                shutil.copytree(real.parent.parent, there, ignore=shutil.ignore_patterns("backups"))
            case 4:
                inside.unlink()
                inside.symlink_to(outside / "2026-01-01" / "words")
            case 5:
                inside.unlink()
                os.mkfifo(inside)
            case 6:
                data = mutated(inside.read_bytes(), chance)
                inside.unlink()
                inside.write_bytes(data)
            case 7:
                for many in range(300):
                    (folder / f"2025-01-01T00-0{many % 10}-{many % 60:02}Z").mkdir(exist_ok=True)
            case _:
                shutil.copytree(real, there)
                (there / "vault.keys").unlink()
                (there / "vault.keys").hardlink_to(outside / "2026-01-01" / "words")


KEYS = Format(_house, _keys)
INDEX = Format(_house, _index)
JOURNAL = Format(_house, _journal)
PAGES = Format(_house, _pages)
BACKUPS = Format(_house, _backups)
