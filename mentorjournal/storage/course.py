"""How a relationship has gone so far, read in one go: Today asks for it in every journal."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from mentorjournal.model.clock import read_day
from mentorjournal.model.course import AgreementGlance, Course
from mentorjournal.model.words import AgreementState, ReviewKind, SessionKind, SessionStatus
from mentorjournal.storage.connection import Connection
from mentorjournal.storage.reading import reads

# The days come as one value: a row of its own for each costs more than everything else here together.
_SELECT = (
    "SELECT 'held' AS what, group_concat(day) AS a, NULL AS b, NULL AS c FROM session"
    " WHERE status = 'held' AND kind <> 'contact'"
    " UNION ALL SELECT 'arranged', kind, status, NULL FROM session"
    " WHERE kind IN ('mid_term_review', 'ending_review')"
    " UNION ALL SELECT 'agreement', state, agreed_on, review_on FROM agreement WHERE state <> 'superseded'"
    " UNION ALL SELECT 'review', kind, max(day), NULL FROM review WHERE done = 1 GROUP BY kind"
    " UNION ALL SELECT 'quiet', substr(name, 7), value, NULL FROM keeping"
    " WHERE name >= 'quiet ' AND name < 'quiet!' AND value <> ''"
)

Row = tuple[str, str | None, str | None]


@reads
def load(db: Connection) -> Course:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for what, *rest in db.rows(_SELECT):
        found[what].append(tuple(rest))
    days = found["held"][0][0]
    return Course(
        held=sorted(map(date.fromisoformat, days.split(","))) if days else (),
        arranged={(SessionKind(kind), SessionStatus(str(status))) for kind, status, _ in found["arranged"]},
        agreement=_agreement(found["agreement"]),
        reviews={ReviewKind(kind): date.fromisoformat(str(day)) for kind, day, _ in found["review"]},
        quiet={name: date.fromisoformat(str(until)) for name, until, _ in found["quiet"]},
    )


def _agreement(rows: list[Row]) -> AgreementGlance:
    agreed = next((row for row in rows if row[0] == AgreementState.AGREED), None)
    return AgreementGlance(
        is_agreed=agreed is not None,
        agreed_on=read_day(agreed[1]) if agreed else None,
        review_on=read_day(agreed[2]) if agreed else None,
        has_draft=any(row[0] == AgreementState.DRAFT for row in rows),
    )
