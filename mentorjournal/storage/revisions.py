"""Earlier versions of entries, as rows. Deleting one is for real, as for everything in the file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from mentorjournal.model.blocks import from_json, to_json
from mentorjournal.model.clock import read_moment
from mentorjournal.model.ids import EntryId, RevisionId
from mentorjournal.model.revision import Part, Revision, RevisionRow
from mentorjournal.model.words import EntryKind
from mentorjournal.storage.connection import Connection
from mentorjournal.storage.kinds import TABLES
from mentorjournal.storage.reading import reads

Row = tuple[Any, ...]
"""A version as it lies in the file, remembered while its entry is deleted and can come back."""

_COLUMNS = "id, kind, entry_id, number, moment, title, words, parts"
_OF_ONE_ROW = {
    "relationship": "SELECT updated_at FROM relationship",
    "closure": "SELECT updated_at FROM closure",
}
"""Of what the journal has one row, by the entry that stands for it."""


@reads
def written_at(db: Connection, kind: EntryKind, entry: EntryId) -> str | None:
    """When the entry, as it lies in the file, was written."""
    if kind is EntryKind.RELATIONSHIP:
        row = db.row(_OF_ONE_ROW[entry])
    else:
        row = db.row(f"SELECT updated_at FROM {TABLES[kind]} WHERE id = ?", (entry,))
    return None if row is None else str(row[0])


@reads
def known(db: Connection, entry: EntryId, parts: Sequence[Part]) -> list[tuple[int, datetime, bool]]:
    """Number and moment of each version of the entry, earliest first, and whether it reads like *parts*."""
    rows = db.rows(
        "SELECT number, moment, parts = ? FROM revision WHERE entry_id = ? ORDER BY number",
        (_parts_text(parts), entry),
    )
    return [(number, read_moment(moment), bool(same)) for number, moment, same in rows]


def add(db: Connection, value: Revision, number: int) -> None:
    restore(
        db,
        [
            (
                value.id,
                value.kind.value,
                value.entry_id,
                number,
                value.moment,
                value.title,
                value.words,
                _parts_text(value.parts),
            )
        ],
    )


@reads
def of(db: Connection, entry: EntryId) -> list[RevisionRow]:
    """The entry's versions, newest first."""
    rows = db.rows(
        "SELECT id, moment, title, words FROM revision WHERE entry_id = ? ORDER BY number DESC", (entry,)
    )
    return [
        RevisionRow(id=RevisionId(id), moment=read_moment(moment), title=title, words=words)
        for id, moment, title, words in rows
    ]


@reads
def load(db: Connection, id: RevisionId) -> Revision | None:
    row = db.row("SELECT id, kind, entry_id, moment, title, parts FROM revision WHERE id = ?", (id,))
    if row is None:
        return None
    return Revision(
        id=RevisionId(row[0]),
        kind=EntryKind(row[1]),
        entry_id=EntryId(row[2]),
        moment=row[3],
        title=row[4],
        parts=tuple(Part(key, label, from_json(text)) for key, label, text in json.loads(row[5])),
    )


@reads
def rows(db: Connection, entry: EntryId) -> list[Row]:
    """The entry's versions as they lie in the file, for `restore`."""
    return db.rows(f"SELECT {_COLUMNS} FROM revision WHERE entry_id = ?", (entry,))


def restore(db: Connection, rows: Iterable[Row]) -> None:
    for row in rows:
        db.run(f"INSERT INTO revision ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)


def delete(db: Connection, entry: EntryId) -> None:
    db.run("DELETE FROM revision WHERE entry_id = ?", (entry,))


def delete_numbers(db: Connection, entry: EntryId, numbers: Iterable[int]) -> None:
    for number in numbers:
        db.run("DELETE FROM revision WHERE entry_id = ? AND number = ?", (entry, number))


def _parts_text(parts: Sequence[Part]) -> str:
    return json.dumps([(part.key, part.label, to_json(part.text)) for part in parts], ensure_ascii=False)
