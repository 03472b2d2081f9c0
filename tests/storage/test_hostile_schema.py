"""A file with the right key and somebody else's tables under our names."""

from __future__ import annotations

from pathlib import Path

import pytest

from mentorjournal.errors import DamagedFile, ForeignFile
from mentorjournal.journal.journal import Journal
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.reflection import Reflection
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipType, Role
from mentorjournal.storage import reflections
from mentorjournal.storage.connection import JOURNAL_APPLICATION_ID, Connection, connect
from mentorjournal.storage.schema import STEPS
from tests.faults.hostile_vault import loosened

ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT x FROM n"
TODAY = "2026-03-01"


def opened(path: Path, *, create: bool = False) -> Connection:
    return connect(
        path, bytearray(range(32)), application_id=JOURNAL_APPLICATION_ID, newest=len(STEPS), create=create
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.mjdb"
    journal = Journal(opened(path, create=True))
    journal.describe(Relationship(codename="Heron", my_role=Role.MENTOR, type=RelationshipType.INFORMAL))
    day = journal.today()
    journal.reflections.add(Reflection(id=new_entry_id(), day=day, title="A", text=from_plain("Words.")))
    journal.close()
    return path


def spoil(path: Path, *statements: str) -> None:
    db = opened(path)
    for statement in statements:
        db.run(statement)
    db.close()


@pytest.mark.parametrize(
    "statements",
    [
        ("DROP TABLE keeping", f"CREATE VIEW keeping AS {ENDLESS}"),
        (f"CREATE TRIGGER t BEFORE UPDATE ON leaf BEGIN SELECT count(*) FROM ({ENDLESS}); END",),
        ("CREATE TRIGGER t AFTER INSERT ON reflection BEGIN DELETE FROM reflection; END",),
    ],
    ids=["a view that never ends", "a trigger that never ends", "a trigger that deletes"],
)
def test_a_view_or_a_trigger_is_never_run(path: Path, statements: tuple[str, ...]) -> None:
    spoil(path, *statements)
    with pytest.raises(ForeignFile):
        opened(path)


@pytest.mark.parametrize(
    "statements",
    [
        ("CREATE TABLE more (a TEXT)",),
        ("DROP TABLE keeping",),
        ("ALTER TABLE keeping ADD COLUMN more TEXT GENERATED ALWAYS AS (hex(zeroblob(900000000)))",),
        ("CREATE INDEX slow ON leaf (hex(place))",),
        ("DROP TABLE keeping", "CREATE TABLE keeping (name, value)"),
        ("DROP TABLE keeping", "CREATE VIRTUAL TABLE keeping USING fts5 (name, value)"),
        ("PRAGMA user_version = 0",),
        ("PRAGMA user_version = 1",),
        ("PRAGMA user_version = -1",),
    ],
    ids=str,
)
def test_other_tables_than_ours_are_refused(path: Path, statements: tuple[str, ...]) -> None:
    spoil(path, *statements)
    db = opened(path)
    with pytest.raises(ForeignFile, match="tables are not those"):
        Journal(db)
    db.close()


def test_a_table_whose_name_is_no_text_is_damage(path: Path) -> None:
    # The library cannot even say what is wrong: its sentence quotes the name.
    with loosened(path, bytearray(range(32))) as db:
        db.execute(
            "UPDATE sqlite_schema SET name = CAST(x'6190' AS TEXT), sql = 'CREATE TABLE x'"
            " WHERE name = 'keeping'"
        )
    with pytest.raises(DamagedFile):
        opened(path)


@pytest.mark.parametrize(
    "values",
    [
        "day = '2026-02-30'",
        "day = ''",
        "tags = '7'",
        "tags = '[[]]'",
        "answers = '[7]'",
        "text = '[1]'",
        """text = '{"v":1,"blocks":[{"k":"x"}]}'""",
        "text = replace(hex(zeroblob(900)), '00', '[') || replace(hex(zeroblob(900)), '00', ']')",
    ],
)
def test_a_row_that_cannot_be_understood_is_damage(path: Path, values: str) -> None:
    spoil(path, f"UPDATE reflection SET {values}")
    db = opened(path)
    journal = Journal(db)
    with pytest.raises(DamagedFile):
        reflections.all(db)
    assert journal.counts().reflections == 1
    db.close()


@pytest.mark.parametrize("place", [-1, 0, 1 << 61])
def test_a_day_that_no_calendar_has_is_damage(path: Path, place: int) -> None:
    spoil(path, f"UPDATE leaf SET place = {place} WHERE kind = 'reflection'")
    db = opened(path)
    with pytest.raises(DamagedFile):
        Journal(db).timeline()
    db.close()
