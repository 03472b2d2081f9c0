"""A connection keeps all of a transaction or nothing, and says in our words what the file or disk says."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from mentorjournal.errors import (
    AlreadyThere,
    Cancelled,
    DamagedFile,
    DamagedJournal,
    DiskFull,
    EmptyFile,
    ForeignFile,
    InUse,
    InvalidInput,
    MissingFile,
    NewerVersion,
    ReadOnlyPlace,
)
from mentorjournal.storage.connection import Connection, connect
from mentorjournal.storage.faults import PAGE, HalfDone, RuleBroken, StatementRefused
from mentorjournal.storage.keyspec import key_specification

OURS = 0x4D4A5454


def key(byte: int = 7) -> bytearray:
    return bytearray([byte]) * 32


def opened(path: Path, *, create: bool = False, newest: int = 3, read_only: bool = False) -> Connection:
    return connect(
        path,
        key(),
        application_id=OURS,
        newest=newest,
        create=create,
        read_only=read_only,
        damaged=DamagedJournal,
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.mjdb"


@pytest.fixture
def db(path: Path) -> Iterator[Connection]:
    made = opened(path, create=True)
    made.run("CREATE TABLE word (text TEXT UNIQUE NOT NULL) STRICT")
    yield made
    made.close()


def count(db: Connection) -> int:
    row = db.row("SELECT count(*) FROM word")
    assert row is not None
    return int(row[0])


def test_a_key_is_spelt_so_that_it_is_never_taken_for_a_passphrase() -> None:
    assert key_specification(bytearray(range(32))) == b"x'" + bytes(range(32)).hex().encode() + b"'"
    for length in (0, 31, 33, 48):
        with pytest.raises(ValueError, match="32 bytes"):
            key_specification(bytearray(length))


def test_the_key_is_overwritten_whether_the_file_opens_or_not(path: Path) -> None:
    for create in (True, False, True):  # made, opened, refused
        secret = key()
        try:
            connect(path, secret, application_id=OURS, newest=0, create=create).close()
        except AlreadyThere:
            pass
        assert secret == bytes(32)


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("cipher_status", "1"),
        ("journal_mode", "delete"),
        ("synchronous", 3),
        ("locking_mode", "exclusive"),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("application_id", OURS),
    ],
)
def test_every_setting_holds(db: Connection, setting: str, value: object) -> None:
    assert db.row(f"PRAGMA {setting}") == (value,)


def test_nothing_readable_reaches_the_file(db: Connection, path: Path) -> None:
    db.run("INSERT INTO word VALUES ('canary')")
    db.close()
    data = path.read_bytes()
    assert b"canary" not in data and not data.startswith(b"SQLite")


def test_an_exception_undoes_the_whole_transaction(db: Connection) -> None:
    with pytest.raises(ZeroDivisionError), db.transaction():
        db.run("INSERT INTO word VALUES ('a')")
        with db.transaction():
            db.run("INSERT INTO word VALUES ('b')")
        print(1 / 0)
    assert count(db) == 0


def test_an_inner_failure_that_is_swallowed_still_undoes_everything(db: Connection) -> None:
    with pytest.raises(HalfDone), db.transaction():
        db.run("INSERT INTO word VALUES ('a')")
        try:
            with db.transaction():
                print(1 / 0)
        except ZeroDivisionError:
            pass
        db.run("INSERT INTO word VALUES ('b')")
    assert count(db) == 0
    db.run("INSERT INTO word VALUES ('c')")
    assert count(db) == 1


def test_a_broken_rule_may_be_answered_inside_a_transaction(db: Connection) -> None:
    with db.transaction():
        db.run("INSERT INTO word VALUES ('a')")
        with pytest.raises(RuleBroken):
            db.run("INSERT INTO word VALUES ('a')")
        db.run("INSERT INTO word VALUES ('b')")
    assert count(db) == 2


def test_many_rows_are_kept_all_or_none(db: Connection) -> None:
    with pytest.raises(RuleBroken):
        db.many("INSERT INTO word VALUES (?)", [("a",), ("b",), ("a",)])
    assert count(db) == 0


def test_a_full_disk_is_said_and_keeps_what_was_saved(db: Connection, path: Path) -> None:
    db.run("INSERT INTO word VALUES ('before')")
    db.row("PRAGMA max_page_count = 4")
    with pytest.raises(DiskFull), db.transaction():
        for number in range(100):
            db.run("INSERT INTO word VALUES (?)", (f"{number}" * 2000,))
    with pytest.raises((DiskFull, HalfDone)), db.transaction():
        for number in range(100):
            try:
                db.run("INSERT INTO word VALUES (?)", (f"{number}" * 2000,))
            except DiskFull:
                db.run("INSERT INTO word VALUES ('outside any transaction')")
    assert db.rows("SELECT text FROM word") == [("before",)]
    assert db.check() == []


def test_a_broken_character_is_refused_without_quoting_the_text(db: Connection) -> None:
    with pytest.raises(InvalidInput) as caught:
        db.run("INSERT INTO word VALUES (?)", ("private \ud800",))
    assert "private" not in str(caught.value)


@pytest.mark.parametrize(
    "sql", ["ATTACH 'x.db' AS x", "SELECT load_extension('x')", "SELEC", "SELECT a FROM no"]
)
def test_what_no_file_should_do_is_refused(db: Connection, sql: str) -> None:
    with pytest.raises(StatementRefused):
        db.rows(sql)


def test_a_long_statement_can_be_stopped_from_elsewhere(db: Connection) -> None:
    begun = threading.Event()
    db.function("begin", 0, lambda: begun.set() or 1)

    def stop() -> None:
        begun.wait()
        while not done.is_set():  # an interrupt between two statements has nothing to stop
            db.interrupt()

    done = threading.Event()
    other = threading.Thread(target=stop)
    other.start()
    try:
        with pytest.raises(Cancelled):
            db.rows(
                "WITH RECURSIVE n(i) AS (SELECT begin() UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
            )
    finally:
        done.set()
        other.join()
    assert count(db) == 0


def test_a_second_opening_is_told_the_file_is_in_use(db: Connection, path: Path) -> None:
    for read_only in (False, True):
        with pytest.raises(InUse):
            opened(path, read_only=read_only)


def test_reading_only_never_writes(db: Connection, path: Path) -> None:
    db.close()
    reader = opened(path, read_only=True)
    with pytest.raises(ReadOnlyPlace):
        reader.run("INSERT INTO word VALUES ('a')")
    assert count(reader) == 0
    reader.close()


def test_after_damage_every_call_says_damage(db: Connection, path: Path) -> None:
    db.many("INSERT INTO word VALUES (?)", ((f"{number}" * 500,) for number in range(50)))
    db.close()
    data = bytearray(path.read_bytes())
    for at in range(PAGE, len(data), PAGE):
        data[at + 100] ^= 1
    path.write_bytes(data)
    hurt = opened(path)
    for _ in range(2):
        with pytest.raises(DamagedJournal) as caught:
            hurt.rows("SELECT text FROM word")
        assert caught.value.name == "a.mjdb"
    with pytest.raises(DamagedJournal):
        hurt.row("SELECT 1")
    hurt.close()


def long_texts(path: Path) -> None:
    """A table of texts that go on beyond their page, the end of the first damaged."""
    db = opened(path)
    db.run("CREATE TABLE long (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
    for _ in range(2):
        db.run("INSERT INTO long (text) VALUES (?)", ("y" * 5000,))
    db.close()
    data = path.read_bytes()
    for page in range(len(data) // PAGE - 1, 0, -1):
        path.write_bytes(
            data[: page * PAGE + 700] + bytes([data[page * PAGE + 700] ^ 1]) + data[page * PAGE + 701 :]
        )
        raw = opened(path)
        with contextlib.suppress(DamagedFile):
            raw.row("SELECT count(*), max(id) FROM long")
            try:
                raw.row("SELECT text FROM long WHERE id = 1")
            except DamagedFile:
                return
            finally:
                raw.close()
        raw.close()
    raise AssertionError("no page holds the end of a text alone")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT text FROM long WHERE id = 1",
        "SELECT length(text) + instr(text, char(0)) FROM long WHERE id = 1",
        "SELECT max(substr(text, 4990)) FROM long",
    ],
)
def test_the_damaged_end_of_a_long_text_is_never_read_as_zeros(db: Connection, path: Path, sql: str) -> None:
    db.close()
    long_texts(path)
    db = opened(path)
    with pytest.raises(DamagedJournal):
        db.row(sql)
    with pytest.raises(DamagedJournal):
        db.row("SELECT text FROM word")
    db.close()
    db = opened(path)
    with pytest.raises(DamagedJournal):
        db.rows(sql)
    db.close()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE long SET text = text || 'z' WHERE id = 1",
        "UPDATE long SET text = 'short' WHERE id = 1",
        "INSERT INTO word (text) SELECT text FROM long WHERE id = 1",
        "DELETE FROM long WHERE id = 1",
    ],
)
def test_no_write_is_kept_that_met_a_damaged_page(db: Connection, path: Path, sql: str) -> None:
    db.close()
    long_texts(path)
    before = path.read_bytes()
    db = opened(path)
    with pytest.raises(DamagedJournal):
        db.run(sql)
    db.close()
    assert path.read_bytes() == before


def test_damage_met_while_copying_is_said(db: Connection, path: Path, tmp_path: Path) -> None:
    db.close()
    long_texts(path)
    db, copy = opened(path), opened(tmp_path / "copy.mjdb", create=True)
    with pytest.raises(DamagedJournal):
        db.backup_to(copy)
    db.close()
    copy.close()


def test_a_file_that_is_not_ours_is_told_apart(db: Connection, path: Path, tmp_path: Path) -> None:
    db.run("PRAGMA user_version = 3")
    db.close()
    before = path.read_bytes()
    with pytest.raises(NewerVersion):
        opened(path, newest=2)
    with pytest.raises(ForeignFile):
        connect(path, key(), application_id=OURS + 1, newest=3)
    with pytest.raises(DamagedFile):
        connect(path, key(8), application_id=OURS, newest=3)
    with pytest.raises(AlreadyThere):
        opened(path, create=True)
    assert path.read_bytes() == before
    with pytest.raises(MissingFile):
        opened(tmp_path / "none.mjdb")
    with pytest.raises(ForeignFile):
        opened(tmp_path)
    (tmp_path / "empty.mjdb").touch()
    with pytest.raises(EmptyFile):
        opened(tmp_path / "empty.mjdb")
    (tmp_path / "plain.mjdb").write_bytes(b"SQLite format 3\0" + bytes(PAGE))
    with pytest.raises(ForeignFile):
        opened(tmp_path / "plain.mjdb")


def test_a_copy_has_its_own_key_and_the_same_content(db: Connection, tmp_path: Path) -> None:
    db.run("INSERT INTO word VALUES ('a')")
    copy = connect(tmp_path / "b.mjdb", key(9), application_id=OURS, newest=3, create=True)
    db.backup_to(copy)
    copy.close()
    again = connect(tmp_path / "b.mjdb", key(9), application_id=OURS, newest=3)
    assert count(again) == 1 and again.check() == []
    again.close()


MEMORY = """
import os, sys
from pathlib import Path
from mentorjournal.storage.connection import connect
secret = bytearray(32)
with open("/dev/urandom", "rb", buffering=0) as source:
    source.readinto(secret)
os.write(1, secret)
db = connect(Path(sys.argv[1]), secret, application_id=1, newest=0, create=True)
db.run("CREATE TABLE a (b)")
os.write(1, b"ready")
os.read(0, 1)
"""


def test_no_copy_of_the_key_stays_in_memory(path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", MEMORY, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout and child.stdin
        secret = child.stdout.read(32)
        assert child.stdout.read(5) == b"ready"
        found = seen = 0
        with open(f"/proc/{child.pid}/mem", "rb", buffering=0) as memory:  # noqa: PTH123
            for line in Path(f"/proc/{child.pid}/maps").read_text().splitlines():
                start, end = (int(part, 16) for part in line.split()[0].split("-"))
                if " rw" not in line:
                    continue
                try:
                    data = os.pread(memory.fileno(), end - start, start)
                except OSError:
                    continue  # the kernel's own pages
                seen += len(data)
                found += data.count(secret) + data.lower().count(secret.hex().encode())
        child.stdin.close()
    assert seen > 1_000_000
    assert found == 0
