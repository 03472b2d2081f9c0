"""The practice ledger, as rows of the vault's index: it outlives the journals whose hours it counts."""

from __future__ import annotations

from datetime import date
from typing import Any

from mentorjournal.model.ids import EntryId
from mentorjournal.model.ledger import LedgerEntry
from mentorjournal.model.words import Mode, PracticeKind
from mentorjournal.storage.connection import Connection
from mentorjournal.storage.reading import reads

_COLUMNS = "id, day, minutes, kind, relationship, mode, learning, how_applied, session_id"


def make_tables(db: Connection) -> None:
    db.run(
        """
        CREATE TABLE ledger (
            id TEXT PRIMARY KEY,
            day TEXT NOT NULL,
            minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
            kind TEXT NOT NULL CHECK (kind IN
                ('mentoring', 'preparation', 'supervision', 'cpd', 'training')),
            relationship INTEGER,
            mode TEXT CHECK (mode IN ('in_person', 'video', 'phone', 'walking', 'written', 'other')),
            learning TEXT NOT NULL,
            how_applied TEXT NOT NULL,
            session_id TEXT UNIQUE
        ) STRICT
        """
    )
    # Which journal a number stands for; forgotten with the journal.
    db.run("CREATE TABLE ledger_number (number INTEGER PRIMARY KEY, journal TEXT UNIQUE) STRICT")


@reads
def all(db: Connection) -> list[LedgerEntry]:
    """Every entry, earliest first."""
    return [_value(row) for row in db.rows(f"SELECT {_COLUMNS} FROM ledger ORDER BY day, id")]


def save(db: Connection, entry: LedgerEntry) -> None:
    db.run(
        f"INSERT INTO ledger ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET day = excluded.day, minutes = excluded.minutes,"
        " kind = excluded.kind, relationship = excluded.relationship, mode = excluded.mode,"
        " learning = excluded.learning, how_applied = excluded.how_applied,"
        " session_id = excluded.session_id",
        (
            entry.id,
            entry.day.isoformat(),
            entry.minutes,
            entry.kind.value,
            entry.relationship,
            entry.mode.value if entry.mode else None,
            entry.learning,
            entry.how_applied,
            entry.session_id,
        ),
    )


def delete(db: Connection, id: EntryId) -> None:
    db.run("DELETE FROM ledger WHERE id = ?", (id,))


@reads
def number_of(db: Connection, journal: str) -> int:
    """The running number of a journal, given when it is first asked for; no number is given twice."""
    row = db.row("SELECT number FROM ledger_number WHERE journal = ?", (journal,))
    if row is not None:
        return int(row[0])
    with db.transaction():
        db.run(
            "INSERT INTO ledger_number (number, journal)"
            " SELECT 1 + max(ifnull((SELECT max(number) FROM ledger_number), 0),"
            " ifnull((SELECT max(relationship) FROM ledger), 0)), ?",
            (journal,),
        )
    return number_of(db, journal)


@reads
def numbers(db: Connection) -> dict[str, int]:
    """Each number that still stands for a journal, by that journal."""
    rows = db.rows("SELECT journal, number FROM ledger_number WHERE journal IS NOT NULL")
    return {row[0]: int(row[1]) for row in rows}


def forget(db: Connection, journal: str) -> None:
    """Drop what leads from numbers to this journal; its hours stay."""
    with db.transaction():
        db.run(
            "UPDATE ledger SET session_id = NULL WHERE relationship ="
            " (SELECT number FROM ledger_number WHERE journal = ?)",
            (journal,),
        )
        db.run("UPDATE ledger_number SET journal = NULL WHERE journal = ?", (journal,))


def _value(row: tuple[Any, ...]) -> LedgerEntry:
    return LedgerEntry(
        id=EntryId(row[0]),
        day=date.fromisoformat(row[1]),
        minutes=row[2],
        kind=PracticeKind(row[3]),
        relationship=row[4],
        mode=Mode(row[5]) if row[5] else None,
        learning=row[6],
        how_applied=row[7],
        session_id=EntryId(row[8]) if row[8] else None,
    )
