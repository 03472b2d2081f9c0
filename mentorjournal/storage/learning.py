"""Learning points, as rows."""

from __future__ import annotations

from datetime import date
from typing import Any

from mentorjournal.model.ids import EntryId
from mentorjournal.model.reflection import LearningPoint
from mentorjournal.model.words import Visibility
from mentorjournal.storage.connection import Connection
from mentorjournal.storage.reading import reads

_SELECT = "SELECT id, day, text, from_reflection_id, visibility FROM learning_point"


@reads
def load(db: Connection, id: EntryId) -> LearningPoint | None:
    row = db.row(f"{_SELECT} WHERE id = ?", (id,))
    return _value(row) if row else None


@reads
def all(db: Connection) -> list[LearningPoint]:
    """Every learning point, earliest first."""
    return [_value(row) for row in db.rows(f"{_SELECT} ORDER BY day, created_at, rowid")]


def save(db: Connection, value: LearningPoint, before: LearningPoint | None, moment: str) -> None:
    db.run(
        "INSERT INTO learning_point (id, day, text, from_reflection_id, visibility, created_at, updated_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET day = excluded.day,"
        " text = excluded.text, from_reflection_id = excluded.from_reflection_id,"
        " visibility = excluded.visibility, updated_at = excluded.updated_at",
        (
            value.id,
            value.day.isoformat(),
            value.text,
            value.from_reflection_id,
            value.visibility.value,
            moment,
            moment,
        ),
    )


def delete(db: Connection, id: EntryId) -> None:
    db.run("DELETE FROM learning_point WHERE id = ?", (id,))


def _value(row: tuple[Any, ...]) -> LearningPoint:
    return LearningPoint(
        id=EntryId(row[0]),
        day=date.fromisoformat(row[1]),
        text=row[2],
        from_reflection_id=EntryId(row[3]) if row[3] else None,
        visibility=Visibility(row[4]),
    )
