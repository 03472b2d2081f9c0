"""What was written from the journal to files outside, as rows."""

from __future__ import annotations

from datetime import date

from mentorjournal.model.export import ExportKind, KnownExport
from mentorjournal.model.ids import EntryId
from mentorjournal.storage.connection import Connection
from mentorjournal.storage.reading import reads


@reads
def all(db: Connection) -> list[KnownExport]:
    """Every file that is known, earliest first."""
    rows = db.rows("SELECT id, day, what, file_name FROM export ORDER BY made_at, rowid")
    return [
        KnownExport(
            id=EntryId(row[0]), day=date.fromisoformat(row[1]), what=ExportKind(row[2]), file_name=row[3]
        )
        for row in rows
    ]


def save(db: Connection, value: KnownExport, moment: str) -> None:
    db.run(
        "INSERT INTO export (id, day, what, file_name, made_at) VALUES (?, ?, ?, ?, ?)",
        (value.id, value.day.isoformat(), value.what.value, value.file_name, moment),
    )
