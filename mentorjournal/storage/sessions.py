"""Sessions and their note blocks, as rows. The number of a held session is counted, never stored."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, time
from typing import Any

from mentorjournal.model.blocks import from_json, to_json
from mentorjournal.model.ids import BlockId, EntryId
from mentorjournal.model.session import NoteBlock, Session
from mentorjournal.model.words import Attribution, Mode, Section, SessionKind, SessionStatus, Visibility
from mentorjournal.storage.connection import Connection

# A contact between sessions is not a session: it is held, but not counted.
_SELECT = (
    "SELECT id, day, at, kind, status, minutes, mode, place, title, intention, desired_outcome,"
    " CASE WHEN status = 'held' AND kind <> 'contact' THEN"
    " (SELECT count(*) FROM session AS earlier WHERE earlier.status = 'held' AND earlier.kind <> 'contact'"
    "  AND (earlier.day, ifnull(earlier.at, ''), earlier.created_at, earlier.id)"
    "  <= (session.day, ifnull(session.at, ''), session.created_at, session.id)) END FROM session"
)
_BLOCK = "SELECT session_id, id, section, attribution, visibility, text FROM note_block"


def load(db: Connection, id: EntryId) -> Session | None:
    row = db.row(f"{_SELECT} WHERE id = ?", (id,))
    if row is None:
        return None
    return _value(row, tuple(map(_block, db.rows(f"{_BLOCK} WHERE session_id = ? ORDER BY position", (id,)))))


def all(db: Connection) -> list[Session]:
    """Every session, earliest first."""
    blocks: defaultdict[str, list[NoteBlock]] = defaultdict(list)
    for row in db.rows(f"{_BLOCK} ORDER BY session_id, position"):
        blocks[row[0]].append(_block(row))
    rows = db.rows(f"{_SELECT} ORDER BY day, ifnull(at, ''), created_at, id")
    return [_value(row, tuple(blocks[row[0]])) for row in rows]


def days_held(db: Connection) -> list[date]:
    """The days of held sessions, earliest first."""
    rows = db.rows("SELECT day FROM session WHERE status = 'held' AND kind <> 'contact' ORDER BY day")
    return [date.fromisoformat(row[0]) for row in rows]


def save(db: Connection, value: Session, before: Session | None, moment: str) -> None:
    db.run(
        "INSERT INTO session (id, day, at, kind, status, minutes, mode, place, title, intention,"
        " desired_outcome, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET day = excluded.day, at = excluded.at, kind = excluded.kind,"
        " status = excluded.status, minutes = excluded.minutes, mode = excluded.mode,"
        " place = excluded.place, title = excluded.title, intention = excluded.intention,"
        " desired_outcome = excluded.desired_outcome, updated_at = excluded.updated_at",
        (
            value.id,
            value.day.isoformat(),
            value.at.isoformat("minutes") if value.at else None,
            value.kind.value,
            value.status.value,
            value.minutes,
            value.mode.value,
            value.place,
            value.title,
            value.intention,
            value.desired_outcome,
            moment,
            moment,
        ),
    )
    _save_blocks(db, value, before)


def delete(db: Connection, id: EntryId) -> None:
    db.run("DELETE FROM session WHERE id = ?", (id,))


def _save_blocks(db: Connection, value: Session, before: Session | None) -> None:
    """Write only the blocks that changed or moved, so that typing in one costs the same beside ten."""
    old = {block.id: (position, block) for position, block in enumerate(before.blocks if before else ())}
    for gone in old.keys() - {block.id for block in value.blocks}:
        db.run("DELETE FROM note_block WHERE id = ?", (gone,))
    for position, block in enumerate(value.blocks):
        if old.get(block.id) == (position, block):
            continue
        db.run(
            "INSERT INTO note_block (id, session_id, position, section, attribution, visibility, text)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET position = excluded.position,"
            " section = excluded.section, attribution = excluded.attribution,"
            " visibility = excluded.visibility, text = excluded.text",
            (
                block.id,
                value.id,
                position,
                block.section.value,
                block.attribution.value,
                block.visibility.value,
                to_json(block.text),
            ),
        )


def _value(row: tuple[Any, ...], blocks: tuple[NoteBlock, ...]) -> Session:
    return Session(
        id=EntryId(row[0]),
        day=date.fromisoformat(row[1]),
        at=time.fromisoformat(row[2]) if row[2] else None,
        kind=SessionKind(row[3]),
        status=SessionStatus(row[4]),
        minutes=row[5],
        mode=Mode(row[6]),
        place=row[7],
        title=row[8],
        intention=row[9],
        desired_outcome=row[10],
        number=row[11],
        blocks=blocks,
    )


def _block(row: tuple[Any, ...]) -> NoteBlock:
    return NoteBlock(
        id=BlockId(row[1]),
        section=Section(row[2]),
        attribution=Attribution(row[3]),
        visibility=Visibility(row[4]),
        text=from_json(row[5]),
    )
