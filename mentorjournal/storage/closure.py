"""The one closure of a journal, as a row."""

from __future__ import annotations

from datetime import date

from mentorjournal.model.clock import day_text, read_day
from mentorjournal.model.closure import Closure
from mentorjournal.model.words import EndReason, RetentionRule
from mentorjournal.storage.connection import Connection
from mentorjournal.storage.reading import reads


@reads
def load(db: Connection) -> Closure | None:
    row = db.row(
        "SELECT closed_on, reason, thanked, handed_over_on, rule, destroy_on, hold_reason FROM closure"
        " WHERE one = 1"
    )
    if row is None:
        return None
    return Closure(
        closed_on=date.fromisoformat(row[0]),
        reason=EndReason(row[1]) if row[1] else None,
        thanked=bool(row[2]),
        handed_over_on=read_day(row[3]),
        rule=RetentionRule(row[4]),
        destroy_on=read_day(row[5]),
        hold_reason=row[6],
    )


def save(db: Connection, value: Closure | None, moment: str) -> None:
    """Keep the closure; None takes it out."""
    if value is None:
        db.run("DELETE FROM closure WHERE one = 1")
        return
    db.run(
        "INSERT OR REPLACE INTO closure (one, closed_on, reason, thanked, handed_over_on, rule, destroy_on,"
        " hold_reason, updated_at) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            value.closed_on.isoformat(),
            value.reason.value if value.reason else None,
            int(value.thanked),
            day_text(value.handed_over_on),
            value.rule.value,
            day_text(value.destroy_on),
            value.hold_reason,
            moment,
        ),
    )
