"""Reviews, as rows."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from mentorjournal.model.clock import day_text, read_day
from mentorjournal.model.ids import EntryId
from mentorjournal.model.review import Fact, Review, ReviewAnswer
from mentorjournal.model.words import ReviewKind
from mentorjournal.storage.connection import Connection
from mentorjournal.storage.reading import reads

_SELECT = (
    "SELECT id, day, kind, answers, facts, decisions, agreement_changes, next_review_on, done FROM review"
)


@reads
def load(db: Connection, id: EntryId) -> Review | None:
    row = db.row(f"{_SELECT} WHERE id = ?", (id,))
    return _value(row) if row else None


@reads
def all(db: Connection) -> list[Review]:
    """Every review, earliest first."""
    return [_value(row) for row in db.rows(f"{_SELECT} ORDER BY day, created_at, rowid")]


def save(db: Connection, value: Review, before: Review | None, moment: str) -> None:
    db.run(
        "INSERT INTO review (id, day, kind, answers, facts, decisions, agreement_changes, next_review_on,"
        " done, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET day = excluded.day, kind = excluded.kind,"
        " answers = excluded.answers, facts = excluded.facts, decisions = excluded.decisions,"
        " agreement_changes = excluded.agreement_changes, next_review_on = excluded.next_review_on,"
        " done = excluded.done, updated_at = excluded.updated_at",
        (
            value.id,
            value.day.isoformat(),
            value.kind.value,
            json.dumps([(a.question, a.mine, a.theirs) for a in value.answers], ensure_ascii=False),
            json.dumps([(fact.label, fact.value) for fact in value.facts], ensure_ascii=False),
            value.decisions,
            value.agreement_changes,
            day_text(value.next_review_on),
            int(value.done),
            moment,
            moment,
        ),
    )


def delete(db: Connection, id: EntryId) -> None:
    db.run("DELETE FROM review WHERE id = ?", (id,))


def _value(row: tuple[Any, ...]) -> Review:
    return Review(
        id=EntryId(row[0]),
        day=date.fromisoformat(row[1]),
        kind=ReviewKind(row[2]),
        answers=tuple(
            ReviewAnswer(question=question, mine=mine, theirs=theirs)
            for question, mine, theirs in json.loads(row[3])
        ),
        facts=tuple(Fact(*said) for said in json.loads(row[4])),
        decisions=row[5],
        agreement_changes=row[6],
        next_review_on=read_day(row[7]),
        done=bool(row[8]),
    )
