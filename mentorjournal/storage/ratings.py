"""Ratings and the instruments a person made, as rows."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from mentorjournal.model.ids import EntryId
from mentorjournal.model.rating import Rating, RatingInstrument, RatingItem
from mentorjournal.model.words import RatingScale
from mentorjournal.storage.connection import Connection
from mentorjournal.storage.reading import reads

_SELECT = "SELECT id, day, instrument_id, name, scale, items, given, given_then, note, session_id FROM rating"


@reads
def load(db: Connection, id: EntryId) -> Rating | None:
    row = db.row(f"{_SELECT} WHERE id = ?", (id,))
    return _value(row) if row else None


@reads
def all(db: Connection) -> list[Rating]:
    """Every rating, earliest first."""
    return [_value(row) for row in db.rows(f"{_SELECT} ORDER BY day, created_at, rowid")]


def save(db: Connection, value: Rating, before: Rating | None, moment: str) -> None:
    db.run(
        "INSERT INTO rating (id, day, instrument_id, name, scale, items, given, given_then, note, session_id,"
        " created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET day = excluded.day, instrument_id = excluded.instrument_id,"
        " name = excluded.name, scale = excluded.scale, items = excluded.items, given = excluded.given,"
        " given_then = excluded.given_then, note = excluded.note, session_id = excluded.session_id,"
        " updated_at = excluded.updated_at",
        (
            value.id,
            value.day.isoformat(),
            value.instrument_id,
            value.name,
            value.scale.value,
            _items_text(value.items),
            json.dumps(value.values),
            json.dumps(value.then_values),
            value.note,
            value.session_id,
            moment,
            moment,
        ),
    )


def delete(db: Connection, id: EntryId) -> None:
    db.run("DELETE FROM rating WHERE id = ?", (id,))


@reads
def instruments(db: Connection) -> list[RatingInstrument]:
    """The instruments a person made, by name."""
    rows = db.rows("SELECT id, name, scale, items, source FROM instrument ORDER BY name, id")
    return [
        RatingInstrument(
            id=row[0], name=row[1], scale=RatingScale(row[2]), items=_items(row[3]), source=row[4]
        )
        for row in rows
    ]


def save_instrument(db: Connection, value: RatingInstrument) -> None:
    db.run(
        "INSERT INTO instrument (id, name, scale, items, source) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET name = excluded.name, scale = excluded.scale,"
        " items = excluded.items, source = excluded.source",
        (value.id, value.name, value.scale.value, _items_text(value.items), value.source),
    )


def delete_instrument(db: Connection, id: str) -> None:
    db.run("DELETE FROM instrument WHERE id = ?", (id,))


def _items_text(items: Iterable[RatingItem]) -> str:
    return json.dumps([(item.label, item.low_text, item.high_text) for item in items], ensure_ascii=False)


def _items(text: str) -> tuple[RatingItem, ...]:
    return tuple(RatingItem(*said) for said in json.loads(text))


def _value(row: tuple[Any, ...]) -> Rating:
    return Rating(
        id=EntryId(row[0]),
        day=date.fromisoformat(row[1]),
        instrument_id=row[2],
        name=row[3],
        scale=RatingScale(row[4]),
        items=_items(row[5]),
        values=tuple(json.loads(row[6])),
        then_values=tuple(json.loads(row[7])),
        note=row[8],
        session_id=EntryId(row[9]) if row[9] else None,
    )
