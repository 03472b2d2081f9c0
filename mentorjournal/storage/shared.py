"""Frozen copies of what was shared, as rows: added and read, and never changed."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from mentorjournal.model.clock import day_text, moment_text, read_day, read_moment
from mentorjournal.model.ids import EntryId
from mentorjournal.model.shared import SharedLine, SharedSummary, SummaryFormat
from mentorjournal.model.words import Audience
from mentorjournal.storage.connection import Connection
from mentorjournal.storage.reading import reads

_COLUMNS = (
    "id, shared_at, audience, since, until, format, file_name, sha256, consent_on, locked, changes_since,"
    " lines"
)


@reads
def all(db: Connection) -> list[SharedSummary]:
    """Everything that was shared, the latest first."""
    return [_value(row) for row in db.rows(f"SELECT {_COLUMNS} FROM shared ORDER BY place DESC")]


@reads
def last(db: Connection, audience: Audience) -> SharedSummary | None:
    row = db.row(
        f"SELECT {_COLUMNS} FROM shared WHERE audience = ? ORDER BY place DESC LIMIT 1", (audience.value,)
    )
    return None if row is None else _value(row)


@reads
def with_hash(db: Connection, sha256: str) -> list[SharedSummary]:
    """Those whose bytes have this hash, the latest first."""
    rows = db.rows(f"SELECT {_COLUMNS} FROM shared WHERE sha256 = ? ORDER BY place DESC", (sha256,))
    return [_value(row) for row in rows]


@reads
def copy(db: Connection, id: EntryId) -> bytes | None:
    row = db.row("SELECT copy FROM shared WHERE id = ?", (id,))
    return None if row is None else bytes(row[0])


def save(db: Connection, value: SharedSummary, data: bytes) -> None:
    db.run(
        f"INSERT INTO shared ({_COLUMNS}, copy) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            value.id,
            moment_text(value.at),
            value.audience.value,
            value.since.isoformat(),
            value.until.isoformat(),
            value.format.value,
            value.file_name,
            value.sha256,
            day_text(value.consent_on),
            int(value.locked),
            day_text(value.changes_since),
            json.dumps([_said(line) for line in value.lines], ensure_ascii=False),
            data,
        ),
    )


def _said(line: SharedLine) -> dict[str, object]:
    said: dict[str, object] = {
        "id": line.id,
        "section": line.section,
        "label": line.label,
        "text": line.text,
    }
    return {**said, "done": True} if line.done else said


def _value(row: tuple[Any, ...]) -> SharedSummary:
    return SharedSummary(
        id=EntryId(row[0]),
        at=read_moment(row[1]),
        audience=Audience(row[2]),
        since=date.fromisoformat(row[3]),
        until=date.fromisoformat(row[4]),
        format=SummaryFormat(row[5]),
        file_name=row[6],
        sha256=row[7],
        consent_on=read_day(row[8]),
        locked=bool(row[9]),
        changes_since=read_day(row[10]),
        lines=tuple(
            SharedLine(
                id=line["id"],
                section=line["section"],
                label=line["label"],
                text=line["text"],
                done=line.get("done", False),
            )
            for line in json.loads(row[11])
        ),
    )
