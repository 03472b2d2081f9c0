"""What a journal keeps about itself: its generation, its counts, and small facts by name."""

from __future__ import annotations

from datetime import date

from mentorjournal.model.clock import read_day
from mentorjournal.model.timeline import Counts
from mentorjournal.storage.connection import Connection
from mentorjournal.storage.reading import reads


def next_generation(db: Connection) -> None:
    """Count one more change; in the same transaction as the change."""
    db.run("UPDATE generation SET count = count + 1 WHERE one = 1")


@reads
def generation(db: Connection) -> int:
    row = db.row("SELECT count FROM generation WHERE one = 1")
    return int(row[0]) if row else 0


@reads
def get(db: Connection, name: str) -> str | None:
    row = db.row("SELECT value FROM keeping WHERE name = ?", (name,))
    return None if row is None else str(row[0])


def put(db: Connection, name: str, value: str) -> None:
    db.run(
        "INSERT INTO keeping (name, value) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )


@reads
def counts(db: Connection) -> Counts:
    row = db.row(
        "SELECT (SELECT count(*) FROM reflection),"
        " (SELECT count(*) FROM session WHERE status = 'held' AND kind <> 'contact'),"
        " (SELECT count(*) FROM session WHERE NOT (status = 'held' AND kind <> 'contact')),"
        " (SELECT count(*) FROM goal WHERE status IN ('agreed', 'in_progress')),"
        " (SELECT count(*) FROM goal),"
        " (SELECT count(*) FROM action WHERE status IN ('open', 'carried')),"
        " (SELECT count(*) FROM action),"
        " (SELECT count(*) FROM learning_point),"
        " (SELECT ifnull(sum(minutes), 0) FROM session WHERE status = 'held' AND kind <> 'contact')"
    )
    assert row is not None
    return Counts(
        reflections=row[0],
        sessions_held=row[1],
        sessions_planned=row[2],
        goals_active=row[3],
        goals=row[4],
        actions_open=row[5],
        actions=row[6],
        learning_points=row[7],
        minutes_held=row[8],
    )


@reads
def next_session_on(db: Connection, today: date) -> date | None:
    """The day of the next planned session, today included."""
    row = db.row(
        "SELECT min(day) FROM session WHERE status = 'planned' AND kind <> 'contact' AND day >= ?",
        (today.isoformat(),),
    )
    return read_day(row[0]) if row else None


@reads
def last_entry_on(db: Connection) -> date | None:
    """The day of the newest reflection or held session."""
    row = db.row(
        "SELECT max(day) FROM (SELECT max(day) AS day FROM reflection"
        " UNION ALL SELECT max(day) FROM session WHERE status = 'held')"
    )
    return read_day(row[0]) if row else None
