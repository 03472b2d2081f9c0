"""Reflections with the answers inside them, as rows."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from mentorjournal.model.blocks import from_json, to_json
from mentorjournal.model.clock import day_text, read_day
from mentorjournal.model.ids import EntryId
from mentorjournal.model.reflection import Answer, Reflection, Returning
from mentorjournal.model.words import ReflectionTiming
from mentorjournal.storage.connection import Connection
from mentorjournal.storage.reading import reads, words_in

_SELECT = (
    "SELECT id, day, title, timing, framework_id, tags, session_id, goal_id, revisit_on, returns_to,"
    " answers, text"
    " FROM reflection"
)


@reads
def load(db: Connection, id: EntryId) -> Reflection | None:
    row = db.row(f"{_SELECT} WHERE id = ?", (id,))
    return _value(row) if row else None


@reads
def all(db: Connection) -> list[Reflection]:
    """Every reflection, earliest first."""
    return [_value(row) for row in db.rows(f"{_SELECT} ORDER BY day, created_at, rowid")]


@reads
def returning(db: Connection, today: date) -> list[Returning]:
    """The reflections that were to come back on *today* or before, the longest awaited first."""
    rows = db.rows(
        "SELECT reflection.id, day, revisit_on, leaf.title, leaf.opening FROM reflection"
        " JOIN leaf ON leaf.id = reflection.id WHERE revisit_on <= ?"
        " ORDER BY revisit_on, day, reflection.rowid",
        (today.isoformat(),),
    )
    return [
        Returning(
            id=EntryId(id),
            day=date.fromisoformat(day),
            revisit_on=date.fromisoformat(revisit_on),
            title=title,
            opening=opening,
        )
        for id, day, revisit_on, title, opening in rows
    ]


@reads
def newest_on(db: Connection) -> date | None:
    """The day of the newest reflection. The leaves stand in the order of days, and are few pages to read."""
    row = db.row(
        "SELECT day FROM"
        " (SELECT id FROM leaf WHERE kind = 'reflection' ORDER BY place DESC LIMIT 1) AS newest"
        " JOIN reflection ON reflection.id = newest.id"
    )
    return read_day(row[0]) if row else None


@reads
def asked_lately(db: Connection, newest: int) -> list[str]:
    """The wording of every question answered in the *newest* reflections. Only the questions are read."""
    return [
        row[0]
        for row in db.rows(
            "SELECT json_extract(answer.value, '$.prompt') FROM"
            " (SELECT id FROM leaf WHERE kind = 'reflection' ORDER BY place DESC LIMIT ?) AS lately"
            " JOIN reflection ON reflection.id = lately.id, json_each(reflection.answers) AS answer",
            (newest,),
        )
    ]


def save(db: Connection, value: Reflection, before: Reflection | None, moment: str) -> None:
    if before is not None and _beside_text(before) == _beside_text(value):
        db.run(
            "UPDATE reflection SET title = ?, answers = ?, text = ?, updated_at = ? WHERE id = ?",
            (value.title, _answers_text(value.answers), to_json(value.text), moment, value.id),
        )
        return
    db.run(
        "INSERT INTO reflection (id, day, title, timing, framework_id, tags, session_id, goal_id, revisit_on,"
        " returns_to, created_at, updated_at, answers, text)"
        # What it points at may have gone while it lay open: the words are worth more than the link.
        " VALUES (?, ?, ?, ?, ?, ?,"
        " (SELECT id FROM session WHERE id = ?), (SELECT id FROM goal WHERE id = ?), ?,"
        " (SELECT id FROM reflection WHERE id = ?), ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET day = excluded.day, title = excluded.title,"
        " timing = excluded.timing, framework_id = excluded.framework_id, tags = excluded.tags,"
        " session_id = excluded.session_id, goal_id = excluded.goal_id, revisit_on = excluded.revisit_on,"
        " returns_to = excluded.returns_to,"
        " updated_at = excluded.updated_at, answers = excluded.answers, text = excluded.text",
        (
            value.id,
            value.day.isoformat(),
            value.title,
            value.timing.value,
            value.framework_id,
            json.dumps(value.tags, ensure_ascii=False),
            value.session_id,
            value.goal_id,
            day_text(value.revisit_on),
            value.returns_to,
            moment,
            moment,
            _answers_text(value.answers),
            to_json(value.text),
        ),
    )


def delete(db: Connection, id: EntryId) -> None:
    db.run("DELETE FROM reflection WHERE id = ?", (id,))


def _beside_text(value: Reflection) -> tuple[object, ...]:
    return (
        value.day,
        value.timing,
        value.framework_id,
        value.tags,
        value.session_id,
        value.goal_id,
        value.revisit_on,
        value.returns_to,
    )


def _answers_text(answers: tuple[Answer, ...]) -> str:
    return json.dumps(
        [{"step": a.step_id, "prompt": a.prompt_text, "text": to_json(a.text)} for a in answers],
        ensure_ascii=False,
    )


def _value(row: tuple[Any, ...]) -> Reflection:
    return Reflection(
        id=EntryId(row[0]),
        day=date.fromisoformat(row[1]),
        title=row[2],
        timing=ReflectionTiming(row[3]),
        framework_id=row[4],
        tags=words_in(json.loads(row[5])),
        session_id=EntryId(row[6]) if row[6] else None,
        goal_id=EntryId(row[7]) if row[7] else None,
        revisit_on=read_day(row[8]),
        returns_to=EntryId(row[9]) if row[9] else None,
        answers=tuple(
            Answer(step_id=step, prompt_text=prompt, text=from_json(text))
            for step, prompt, text in map(_answer, json.loads(row[10]))
        ),
        text=from_json(row[11]),
    )


def _answer(said: dict[str, object]) -> tuple[str, ...]:
    return words_in([said["step"], said["prompt"], said["text"]])
