"""Sessions and their note blocks, as rows. The number of a held session is counted, never stored."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date, time
from typing import Any

from mentorjournal.model.blocks import from_json, to_json
from mentorjournal.model.clock import day_text, read_day
from mentorjournal.model.ids import BlockId, EntryId
from mentorjournal.model.session import (
    AdviceOutcome,
    AfterNote,
    NoteBlock,
    Preparation,
    Session,
    SessionGlance,
    Tally,
)
from mentorjournal.model.words import (
    Airtime,
    Attribution,
    HelpWanted,
    Mode,
    Section,
    SessionKind,
    SessionStatus,
    Turn,
    Visibility,
)
from mentorjournal.storage.connection import Connection
from mentorjournal.storage.reading import reads

# A contact between sessions is not a session: it is held, but not counted.
_SELECT = (
    "SELECT id, day, at, kind, status, minutes, mode, place, title, intention, desired_outcome,"
    " CASE WHEN status = 'held' AND kind <> 'contact' THEN"
    " (SELECT count(*) FROM session AS earlier WHERE earlier.status = 'held' AND earlier.kind <> 'contact'"
    "  AND (earlier.day, ifnull(earlier.at, ''), earlier.created_at, earlier.rowid)"
    "  <= (session.day, ifnull(session.at, ''), session.created_at, session.rowid)) END,"
    " framework_id, preparation, after_note, mood_before, mood_after, usefulness, airtime,"
    " my_turn_minutes, partner_turn_minutes FROM session"
)
_GLANCE = "SELECT id, day, at, minutes, kind, title FROM session"
_BLOCK = (
    "SELECT session_id, note_block.id, section, attribution, visibility, text, outcome, special_category,"
    " turn FROM note_block"
)


@reads
def load(db: Connection, id: EntryId) -> Session | None:
    row = db.row(f"{_SELECT} WHERE id = ?", (id,))
    if row is None:
        return None
    return _value(row, tuple(map(_block, db.rows(f"{_BLOCK} WHERE session_id = ? ORDER BY position", (id,)))))


@reads
def all(db: Connection) -> list[Session]:
    """Every session, earliest first."""
    blocks: defaultdict[str, list[NoteBlock]] = defaultdict(list)
    for row in db.rows(f"{_BLOCK} ORDER BY session_id, position"):
        blocks[row[0]].append(_block(row))
    rows = db.rows(f"{_SELECT} ORDER BY day, ifnull(at, ''), created_at, rowid")
    return [_value(row, tuple(blocks[row[0]])) for row in rows]


@reads
def facts(db: Connection) -> list[Session]:
    """Every session without its notes, earliest first."""
    return [_value(row, ()) for row in db.rows(f"{_SELECT} ORDER BY day, ifnull(at, ''), created_at, rowid")]


@reads
def notes_before(
    db: Connection, id: EntryId, section: Section, limit: int | None = None
) -> list[tuple[EntryId, NoteBlock]]:
    """The notes of *section* in the meetings held before the session *id*, newest first, each with its
    session.
    """
    rows = db.rows(
        f"{_BLOCK} JOIN session ON session.id = session_id"
        " JOIN session AS this ON this.id = ? AND this.id <> session.id"
        " WHERE section = ? AND session.status = 'held' AND session.kind <> 'contact'"
        " AND (session.day, ifnull(session.at, '')) <= (this.day, ifnull(this.at, ''))"
        " ORDER BY session.day DESC, ifnull(session.at, '') DESC, session.created_at DESC,"
        " session.rowid DESC, position LIMIT ?",
        (id, section.value, -1 if limit is None else limit),
    )
    return [(EntryId(row[0]), _block(row)) for row in rows]


@reads
def days_held(db: Connection) -> list[date]:
    """The days of held sessions, earliest first."""
    rows = db.rows("SELECT day FROM session WHERE status = 'held' AND kind <> 'contact' ORDER BY day")
    return [date.fromisoformat(row[0]) for row in rows]


@reads
def planned(db: Connection) -> list[SessionGlance]:
    """Every planned session, earliest first, contacts left out."""
    rows = db.rows(
        f"{_GLANCE} WHERE status = 'planned' AND kind <> 'contact'"
        " ORDER BY day, ifnull(at, ''), created_at, rowid"
    )
    return [_glance(row) for row in rows]


@reads
def unnoted(db: Connection, since: date, until: date) -> list[SessionGlance]:
    """The sessions held between two days, both included, with nothing noted after them; earliest first."""
    rows = db.rows(
        f"{_GLANCE} WHERE status = 'held' AND kind <> 'contact' AND day BETWEEN ? AND ?"
        " AND after_note = '{}' ORDER BY day, ifnull(at, ''), created_at, rowid",
        (since.isoformat(), until.isoformat()),
    )
    return [_glance(row) for row in rows]


@reads
def tally(db: Connection) -> Tally:
    row = db.row("SELECT count(*), max(day) FROM session WHERE status = 'held' AND kind <> 'contact'")
    return Tally() if row is None else Tally(held=row[0], last_held_on=read_day(row[1]))


def save(db: Connection, value: Session, before: Session | None, moment: str) -> None:
    db.run(
        "INSERT INTO session (id, day, at, kind, status, minutes, mode, place, title, intention,"
        " desired_outcome, framework_id, preparation, after_note, mood_before, mood_after, usefulness,"
        " airtime, my_turn_minutes, partner_turn_minutes, created_at, updated_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET day = excluded.day, at = excluded.at, kind = excluded.kind,"
        " status = excluded.status, minutes = excluded.minutes, mode = excluded.mode,"
        " place = excluded.place, title = excluded.title, intention = excluded.intention,"
        " desired_outcome = excluded.desired_outcome, framework_id = excluded.framework_id,"
        " preparation = excluded.preparation, after_note = excluded.after_note,"
        " mood_before = excluded.mood_before, mood_after = excluded.mood_after,"
        " usefulness = excluded.usefulness, airtime = excluded.airtime,"
        " my_turn_minutes = excluded.my_turn_minutes, partner_turn_minutes = excluded.partner_turn_minutes,"
        " updated_at = excluded.updated_at",
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
            value.framework_id,
            _preparation_text(value.preparation),
            _after_note_text(value.after_note),
            value.mood_before,
            value.mood_after,
            value.usefulness,
            value.airtime.value if value.airtime else None,
            value.my_turn_minutes,
            value.partner_turn_minutes,
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
            "INSERT INTO note_block (id, session_id, position, section, attribution, visibility, text,"
            " outcome, special_category, turn) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET position = excluded.position,"
            " section = excluded.section, attribution = excluded.attribution,"
            " visibility = excluded.visibility, text = excluded.text, outcome = excluded.outcome,"
            " special_category = excluded.special_category, turn = excluded.turn",
            (
                block.id,
                value.id,
                position,
                block.section.value,
                block.attribution.value,
                block.visibility.value,
                to_json(block.text),
                _outcome_text(block.outcome),
                int(block.special_category),
                block.turn.value if block.turn else None,
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
        framework_id=row[12],
        preparation=_preparation(row[13]),
        after_note=_after_note(row[14]),
        mood_before=row[15],
        mood_after=row[16],
        usefulness=row[17],
        airtime=Airtime(row[18]) if row[18] else None,
        my_turn_minutes=row[19],
        partner_turn_minutes=row[20],
    )


def _glance(row: tuple[Any, ...]) -> SessionGlance:
    return SessionGlance(
        id=EntryId(row[0]),
        day=date.fromisoformat(row[1]),
        at=time.fromisoformat(row[2]) if row[2] else None,
        minutes=row[3],
        kind=SessionKind(row[4]),
        title=row[5],
    )


def _block(row: tuple[Any, ...]) -> NoteBlock:
    return NoteBlock(
        id=BlockId(row[1]),
        section=Section(row[2]),
        attribution=Attribution(row[3]),
        visibility=Visibility(row[4]),
        text=from_json(row[5]),
        outcome=_outcome(row[6]),
        special_category=bool(row[7]),
        turn=Turn(row[8]) if row[8] else None,
    )


def _preparation_text(value: Preparation) -> str:
    said: dict[str, object] = {
        "help_wanted": [help.value for help in value.help_wanted],
        "since": value.since,
        "avoiding": value.avoiding,
        "not_raising": value.not_raising,
        "questions": value.questions,
    }
    return _json({name: what for name, what in said.items() if what})


def _preparation(text: str) -> Preparation:
    said = json.loads(text)
    help_wanted = tuple(HelpWanted(help) for help in said.pop("help_wanted", ()))
    return Preparation(help_wanted=help_wanted, **said)


def _after_note_text(value: AfterNote) -> str:
    said: dict[str, object] = {
        "mattered": value.mattered,
        "stopped_at": value.stopped_at,
        "took_away": value.took_away,
        "return_to": value.return_to,
        "written_on": day_text(value.written_on),
    }
    return _json({name: what for name, what in said.items() if what})


def _after_note(text: str) -> AfterNote:
    said = json.loads(text)
    return AfterNote(written_on=read_day(said.pop("written_on", None)), **said)


def _outcome_text(value: AdviceOutcome | None) -> str | None:
    if value is None:
        return None
    return _json(
        {
            "tried_on": day_text(value.tried_on),
            "what_happened": value.what_happened,
            "told_partner": value.told_partner,
        }
    )


def _outcome(text: str | None) -> AdviceOutcome | None:
    if text is None:
        return None
    said = json.loads(text)
    return AdviceOutcome(tried_on=read_day(said.pop("tried_on", None)), **said)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
