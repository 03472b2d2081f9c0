"""Agreements, as rows. Clauses and terms lie in JSON: they are read and written whole."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from mentorjournal.model.agreement import Agreement, Clause, ClauseKey, Terms
from mentorjournal.model.clock import day_text, read_day
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import AgreementState, Mode, Reporting, RetentionRule
from mentorjournal.storage.connection import Connection
from mentorjournal.storage.reading import reads

_SELECT = (
    "SELECT id, day, version, state, agreed_on, review_on, signed_by_me, signed_by_partner, terms, clauses"
    " FROM agreement"
)


@reads
def load(db: Connection, id: EntryId) -> Agreement | None:
    row = db.row(f"{_SELECT} WHERE id = ?", (id,))
    return _value(row) if row else None


@reads
def all(db: Connection) -> list[Agreement]:
    """Every version, the first one first."""
    return [_value(row) for row in db.rows(f"{_SELECT} ORDER BY version, created_at, rowid")]


@reads
def in_state(db: Connection, state: AgreementState) -> Agreement | None:
    row = db.row(f"{_SELECT} WHERE state = ? ORDER BY version DESC", (state.value,))
    return _value(row) if row else None


def save(db: Connection, value: Agreement, before: Agreement | None, moment: str) -> None:
    db.run(
        "INSERT INTO agreement (id, day, version, state, agreed_on, review_on, signed_by_me,"
        " signed_by_partner, terms, clauses, created_at, updated_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET day = excluded.day, version = excluded.version,"
        " state = excluded.state, agreed_on = excluded.agreed_on, review_on = excluded.review_on,"
        " signed_by_me = excluded.signed_by_me, signed_by_partner = excluded.signed_by_partner,"
        " terms = excluded.terms, clauses = excluded.clauses, updated_at = excluded.updated_at",
        (
            value.id,
            value.day.isoformat(),
            value.version,
            value.state.value,
            day_text(value.agreed_on),
            day_text(value.review_on),
            int(value.signed_by_me),
            int(value.signed_by_partner),
            _terms_text(value.terms),
            _clauses_text(value.clauses),
            moment,
            moment,
        ),
    )


def delete(db: Connection, id: EntryId) -> None:
    db.run("DELETE FROM agreement WHERE id = ?", (id,))


def _terms_text(terms: Terms) -> str:
    said: dict[str, object] = {
        "sessions_planned": terms.sessions_planned,
        "interval_days": terms.interval_days,
        "minutes": terms.minutes,
        "mode": terms.mode,
        "months": terms.months,
        "retention": terms.retention,
        "keep_until": day_text(terms.keep_until),
        "reporting": terms.reporting,
    }
    return json.dumps({name: what for name, what in said.items() if what is not None})


def _terms(text: str) -> Terms:
    said = json.loads(text)
    return Terms(
        sessions_planned=said.get("sessions_planned"),
        interval_days=said.get("interval_days"),
        minutes=said.get("minutes"),
        mode=Mode(said["mode"]) if "mode" in said else None,
        months=said.get("months"),
        retention=RetentionRule(said["retention"]) if "retention" in said else None,
        keep_until=read_day(said.get("keep_until")),
        reporting=Reporting(said["reporting"]) if "reporting" in said else None,
    )


def _clauses_text(clauses: tuple[Clause, ...]) -> str:
    return json.dumps(
        [(c.key.value, c.my_draft, c.partner_draft, c.agreed_text, c.applies) for c in clauses],
        ensure_ascii=False,
    )


def _value(row: tuple[Any, ...]) -> Agreement:
    return Agreement(
        id=EntryId(row[0]),
        day=date.fromisoformat(row[1]),
        version=row[2],
        state=AgreementState(row[3]),
        agreed_on=read_day(row[4]),
        review_on=read_day(row[5]),
        signed_by_me=bool(row[6]),
        signed_by_partner=bool(row[7]),
        terms=_terms(row[8]),
        clauses=tuple(
            Clause(
                key=ClauseKey(key), my_draft=mine, partner_draft=theirs, agreed_text=agreed, applies=applies
            )
            for key, mine, theirs, agreed, applies in json.loads(row[9])
        ),
    )
