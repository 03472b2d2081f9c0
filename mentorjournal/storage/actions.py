"""Actions and promises, as rows."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date
from typing import Any

from mentorjournal.model.action import Action
from mentorjournal.model.clock import day_text, read_day
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import ActionOwner, ActionStatus, Visibility
from mentorjournal.storage.connection import Connection
from mentorjournal.storage.reading import reads

_SELECT = (
    "SELECT id, day, text, owner, is_promise, due_on, status, closed_on, outcome_note, goal_id, session_id,"
    " visibility, carried_count FROM action"
)
_OWNED = " AND owner IN (SELECT value FROM json_each(?))"
_OPEN = (
    f"{_SELECT} WHERE status IN ('open', 'carried') ORDER BY ifnull(due_on, '9999'), day, created_at, rowid"
)
_CLOSED = (
    f"{_SELECT} WHERE status NOT IN ('open', 'carried'){_OWNED}"
    " ORDER BY closed_on DESC, day DESC, created_at, rowid LIMIT ?"
)
_COUNT_CLOSED = f"SELECT count(*) FROM action WHERE status NOT IN ('open', 'carried'){_OWNED}"


@reads
def load(db: Connection, id: EntryId) -> Action | None:
    row = db.row(f"{_SELECT} WHERE id = ?", (id,))
    return _value(row) if row else None


@reads
def all(db: Connection) -> list[Action]:
    """Every action: open ones first by due day, then the closed ones, newest first."""
    rows = db.rows(
        f"{_SELECT} ORDER BY CASE WHEN status IN ('open', 'carried') THEN 0 ELSE 1 END,"
        " CASE WHEN status IN ('open', 'carried') THEN ifnull(due_on, '9999') END, closed_on DESC, day DESC,"
        " created_at, rowid"
    )
    return [_value(row) for row in rows]


@reads
def still_open(db: Connection) -> list[Action]:
    """The open actions by due day, the undated last."""
    return [_value(row) for row in db.rows(_OPEN)]


@reads
def closed(db: Connection, owners: Collection[ActionOwner], most: int) -> list[Action]:
    """The *most* actions of these owners that were closed last, newest first."""
    return [_value(row) for row in db.rows(_CLOSED, (_names(owners), most))]


@reads
def count_closed(db: Connection, owners: Collection[ActionOwner]) -> int:
    row = db.row(_COUNT_CLOSED, (_names(owners),))
    return int(row[0]) if row else 0


@reads
def counts(db: Connection) -> dict[tuple[ActionOwner, ActionStatus], int]:
    """How many actions of each owner stand where; those that never leave the journal are not counted."""
    rows = db.rows(
        "SELECT owner, status, count(*) FROM action WHERE visibility <> 'never_export' GROUP BY owner, status"
    )
    return {(ActionOwner(owner), ActionStatus(status)): count for owner, status, count in rows}


@reads
def open_on(db: Connection, day: date) -> list[Action]:
    """The actions that were open at the end of *day*, in the order in which they were written."""
    rows = db.rows(
        f"{_SELECT} WHERE day <= ? AND (status IN ('open', 'carried') OR closed_on > ?)"
        " ORDER BY day, created_at, rowid",
        (day.isoformat(), day.isoformat()),
    )
    return [_value(row) for row in rows]


@reads
def due_by(db: Connection, day: date) -> list[Action]:
    """The open actions that are due on *day* or before, the longest due first."""
    rows = db.rows(
        f"{_SELECT} WHERE status IN ('open', 'carried') AND due_on <= ?"
        " ORDER BY due_on, day, created_at, rowid",
        (day.isoformat(),),
    )
    return [_value(row) for row in rows]


def save(db: Connection, value: Action, before: Action | None, moment: str) -> None:
    db.run(
        "INSERT INTO action (id, day, text, owner, is_promise, due_on, status, closed_on, outcome_note,"
        " goal_id, session_id, visibility, carried_count, created_at, updated_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET day = excluded.day, text = excluded.text, owner = excluded.owner,"
        " is_promise = excluded.is_promise, due_on = excluded.due_on, status = excluded.status,"
        " closed_on = excluded.closed_on, outcome_note = excluded.outcome_note, goal_id = excluded.goal_id,"
        " session_id = excluded.session_id, visibility = excluded.visibility,"
        " carried_count = excluded.carried_count,"
        " updated_at = excluded.updated_at",
        (
            value.id,
            value.day.isoformat(),
            value.text,
            value.owner.value,
            int(value.is_promise),
            day_text(value.due_on),
            value.status.value,
            day_text(value.closed_on),
            value.outcome_note,
            value.goal_id,
            value.session_id,
            value.visibility.value,
            value.carried_count,
            moment,
            moment,
        ),
    )


def delete(db: Connection, id: EntryId) -> None:
    db.run("DELETE FROM action WHERE id = ?", (id,))


def _value(row: tuple[Any, ...]) -> Action:
    return Action(
        id=EntryId(row[0]),
        day=date.fromisoformat(row[1]),
        text=row[2],
        owner=ActionOwner(row[3]),
        is_promise=bool(row[4]),
        due_on=read_day(row[5]),
        status=ActionStatus(row[6]),
        closed_on=read_day(row[7]),
        outcome_note=row[8],
        goal_id=EntryId(row[9]) if row[9] else None,
        session_id=EntryId(row[10]) if row[10] else None,
        visibility=Visibility(row[11]),
        carried_count=row[12],
    )


def _names(owners: Collection[ActionOwner]) -> str:
    return json.dumps([owner.value for owner in owners])
