"""A migration is whole or leaves no trace, and a newer file is refused unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mentorjournal.errors import ForeignFile, NewerVersion
from mentorjournal.storage.connection import Connection, connect
from mentorjournal.storage.faults import RuleBroken
from mentorjournal.storage.migrations import migrate, version_of


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Connection]:
    made = connect(tmp_path / "a.mjdb", bytearray(32), application_id=1, newest=9, create=True)
    yield made
    made.close()


def first(db: Connection) -> None:
    db.run("CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT")


def second(db: Connection) -> None:
    db.run("CREATE TABLE b (a INTEGER NOT NULL REFERENCES a (id) DEFERRABLE INITIALLY DEFERRED) STRICT")


def failing(db: Connection) -> None:
    db.run("CREATE TABLE half (x TEXT) STRICT")
    raise ZeroDivisionError


def dangling(db: Connection) -> None:
    db.run("INSERT INTO b (a) VALUES (7)")


def tables(db: Connection) -> list[str]:
    return [row[0] for row in db.rows("SELECT name FROM sqlite_schema ORDER BY name")]


def test_steps_run_once_each_and_versions_may_be_skipped(db: Connection) -> None:
    migrate(db, [first], "a")
    migrate(db, [first, second], "a")
    migrate(db, [first, second], "a")
    assert version_of(db) == 2 and tables(db) == ["a", "b"]


@pytest.mark.parametrize(("step", "error"), [(failing, ZeroDivisionError), (dangling, RuleBroken)])
def test_a_failing_step_leaves_no_trace_and_the_earlier_ones_stay(
    db: Connection, step: object, error: type[Exception]
) -> None:
    assert callable(step)
    with pytest.raises(error):
        migrate(db, [first, second, step], "a")
    assert version_of(db) == 2 and tables(db) == ["a", "b"]
    assert db.rows("SELECT a FROM b") == []


def test_a_newer_file_is_refused_unchanged(db: Connection) -> None:
    migrate(db, [first, second], "a")
    with pytest.raises(NewerVersion):
        migrate(db, [first], "a")
    assert version_of(db) == 2


def test_tables_that_came_since_the_file_was_opened_are_seen(db: Connection) -> None:
    db.run("CREATE TABLE stranger (x TEXT) STRICT")
    with pytest.raises(ForeignFile):
        migrate(db, [first], "a")
    assert tables(db) == ["stranger"]
