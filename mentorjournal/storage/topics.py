"""Topics, as rows."""

from __future__ import annotations

from datetime import date
from typing import Any

from mentorjournal.model.ids import EntryId
from mentorjournal.model.topic import Topic
from mentorjournal.model.words import TopicSource, TopicStatus, Visibility
from mentorjournal.storage.connection import Connection
from mentorjournal.storage.reading import reads

_SELECT = (
    "SELECT id, day, text, source, status, session_id, position, minutes, carried_count, goal_id, visibility"
    " FROM topic"
)
_ORDER = "ORDER BY position, created_at, rowid"


@reads
def load(db: Connection, id: EntryId) -> Topic | None:
    row = db.row(f"{_SELECT} WHERE id = ?", (id,))
    return _value(row) if row else None


@reads
def all(db: Connection) -> list[Topic]:
    """Every topic in its order, whichever session it belongs to."""
    return [_value(row) for row in db.rows(f"{_SELECT} {_ORDER}")]


@reads
def of_session(db: Connection, session: EntryId | None) -> list[Topic]:
    """The topics on the agenda of *session*, or in the inbox, in their order."""
    if session is None:
        return [_value(row) for row in db.rows(f"{_SELECT} WHERE session_id IS NULL {_ORDER}")]
    return [_value(row) for row in db.rows(f"{_SELECT} WHERE session_id = ? {_ORDER}", (session,))]


@reads
def count_waiting(db: Connection) -> int:
    """How many open topics the inbox holds."""
    row = db.row("SELECT count(*) FROM topic WHERE session_id IS NULL AND status IN ('open', 'carried')")
    return int(row[0]) if row else 0


@reads
def parked_before(db: Connection) -> list[Topic]:
    """The parked topics of sessions that are not planned any more, the latest raised first."""
    return [
        _value(row)
        for row in db.rows(
            f"{_SELECT} WHERE status = 'parked' AND session_id IN"
            " (SELECT id FROM session WHERE status <> 'planned') ORDER BY day DESC, position, rowid"
        )
    ]


@reads
def carried_often(db: Connection, times: int) -> list[Topic]:
    """The topics that are still open after this many meetings without them, the oldest first."""
    rows = db.rows(
        f"{_SELECT} WHERE status IN ('open', 'carried') AND carried_count >= ?"
        " ORDER BY day, created_at, rowid",
        (times,),
    )
    return [_value(row) for row in rows]


@reads
def most_carried(db: Connection, most: int) -> list[Topic]:
    """The *most* topics that were carried over most often, settled ones too, without those that never leave
    the journal.
    """
    rows = db.rows(
        f"{_SELECT} WHERE carried_count > 0 AND visibility <> 'never_export'"
        " ORDER BY carried_count DESC, day, created_at, rowid LIMIT ?",
        (most,),
    )
    return [_value(row) for row in rows]


@reads
def last_position(db: Connection, session: EntryId | None) -> int:
    """The highest place taken there, or -1."""
    row = db.row("SELECT max(position) FROM topic WHERE session_id IS ?", (session,))
    return -1 if row is None or row[0] is None else int(row[0])


def save(db: Connection, value: Topic, before: Topic | None, moment: str) -> None:
    db.run(
        "INSERT INTO topic (id, day, text, source, status, session_id, position, minutes, carried_count,"
        " goal_id, visibility, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET day = excluded.day, text = excluded.text, source = excluded.source,"
        " status = excluded.status, session_id = excluded.session_id, position = excluded.position,"
        " minutes = excluded.minutes, carried_count = excluded.carried_count, goal_id = excluded.goal_id,"
        " visibility = excluded.visibility, updated_at = excluded.updated_at",
        (
            value.id,
            value.day.isoformat(),
            value.text,
            value.source.value,
            value.status.value,
            value.session_id,
            value.order,
            value.minutes,
            value.carried_count,
            value.goal_id,
            value.visibility.value,
            moment,
            moment,
        ),
    )


def delete(db: Connection, id: EntryId) -> None:
    db.run("DELETE FROM topic WHERE id = ?", (id,))


def _value(row: tuple[Any, ...]) -> Topic:
    return Topic(
        id=EntryId(row[0]),
        day=date.fromisoformat(row[1]),
        text=row[2],
        source=TopicSource(row[3]),
        status=TopicStatus(row[4]),
        session_id=EntryId(row[5]) if row[5] else None,
        order=row[6],
        minutes=row[7],
        carried_count=row[8],
        goal_id=EntryId(row[9]) if row[9] else None,
        visibility=Visibility(row[10]),
    )
