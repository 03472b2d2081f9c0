"""What the vault remembers of the journals that were destroyed: records without a name or a word of them."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from mentorjournal.model.clock import day_text, read_day
from mentorjournal.model.closure import DestructionRecord
from mentorjournal.model.words import RelationshipType, RetentionRule, Role
from mentorjournal.storage.connection import Connection
from mentorjournal.storage.reading import reads


def make_table(db: Connection) -> None:
    db.run(
        """
        CREATE TABLE destruction (
            journal TEXT PRIMARY KEY,
            destroyed_on TEXT NOT NULL,
            record TEXT NOT NULL CHECK (json_valid(record))
        ) STRICT
        """
    )


@reads
def all(db: Connection) -> dict[str, DestructionRecord]:
    """Every record by the journal's id, the newest first."""
    rows = db.rows("SELECT journal, record FROM destruction ORDER BY destroyed_on DESC, journal")
    return {row[0]: _value(json.loads(row[1])) for row in rows}


def save(db: Connection, journal: str, record: DestructionRecord) -> None:
    db.run(
        "INSERT INTO destruction (journal, destroyed_on, record) VALUES (?, ?, ?)"
        " ON CONFLICT (journal) DO UPDATE SET destroyed_on = excluded.destroyed_on, record = excluded.record",
        (journal, record.destroyed_on.isoformat(), json.dumps(_said(record), ensure_ascii=False)),
    )


def delete(db: Connection, journal: str) -> None:
    db.run("DELETE FROM destruction WHERE journal = ?", (journal,))


def _said(record: DestructionRecord) -> dict[str, object]:
    return {
        "codename": record.codename,
        "role": record.role.value,
        "type": record.type.value,
        "destroyed_on": record.destroyed_on.isoformat(),
        "rule": record.rule and record.rule.value,
        "started_on": day_text(record.started_on),
        "ended_on": day_text(record.ended_on),
        "sessions": record.sessions,
        "entries": record.entries,
        "backups": record.backups,
        "exports_known": record.exports_known,
        "backups_removed": record.backups_removed,
    }


def _value(said: dict[str, Any]) -> DestructionRecord:
    return DestructionRecord(
        codename=said["codename"],
        role=Role(said["role"]),
        type=RelationshipType(said["type"]),
        destroyed_on=date.fromisoformat(said["destroyed_on"]),
        rule=RetentionRule(said["rule"]) if said["rule"] else None,
        started_on=read_day(said["started_on"]),
        ended_on=read_day(said["ended_on"]),
        sessions=said["sessions"],
        entries=said["entries"],
        backups=said["backups"],
        exports_known=said["exports_known"],
        backups_removed=said["backups_removed"],
    )
