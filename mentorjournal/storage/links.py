"""What goes with an entry that is deleted, remembered before so that undoing brings all of it back: where it
stood, since when, and what pointed at it.
"""

from __future__ import annotations

from dataclasses import dataclass

from mentorjournal.model.ids import EntryId
from mentorjournal.model.timeline import Place
from mentorjournal.model.words import EntryKind
from mentorjournal.storage import leaves
from mentorjournal.storage.connection import Connection
from mentorjournal.storage.kinds import TABLES
from mentorjournal.storage.reading import reads

Link = tuple[int, str]
"""A place in _WAYS and the id of the row that points."""

_WAYS = (
    ("SELECT id FROM action WHERE session_id = ?", "UPDATE action SET session_id = ? WHERE id = ?"),
    ("SELECT id FROM action WHERE goal_id = ?", "UPDATE action SET goal_id = ? WHERE id = ?"),
    ("SELECT id FROM reflection WHERE session_id = ?", "UPDATE reflection SET session_id = ? WHERE id = ?"),
    ("SELECT id FROM reflection WHERE goal_id = ?", "UPDATE reflection SET goal_id = ? WHERE id = ?"),
    ("SELECT id FROM check_in WHERE session_id = ?", "UPDATE check_in SET session_id = ? WHERE id = ?"),
    ("SELECT id FROM reflection WHERE returns_to = ?", "UPDATE reflection SET returns_to = ? WHERE id = ?"),
    (
        "SELECT id FROM learning_point WHERE from_reflection_id = ?",
        "UPDATE learning_point SET from_reflection_id = ? WHERE id = ?",
    ),
    ("SELECT id FROM topic WHERE session_id = ?", "UPDATE topic SET session_id = ? WHERE id = ?"),
    ("SELECT id FROM topic WHERE goal_id = ?", "UPDATE topic SET goal_id = ? WHERE id = ?"),
    ("SELECT id FROM rating WHERE session_id = ?", "UPDATE rating SET session_id = ? WHERE id = ?"),
)

_CHECK_IN = "UPDATE check_in SET session_id = ? WHERE id = ?"

_BEGUN = {kind: f"SELECT created_at, rowid FROM {table} WHERE id = ?" for kind, table in TABLES.items()}
_BEGIN_AGAIN = {kind: f"UPDATE {table} SET created_at = ? WHERE id = ?" for kind, table in TABLES.items()}
_STAND_AGAIN = {
    kind: f"UPDATE OR IGNORE {table} SET rowid = ? WHERE id = ?" for kind, table in TABLES.items()
}
"""Where another row has its number by now, the row that comes back keeps the new one."""


@dataclass(frozen=True, slots=True)
class Traces:
    """What is known of an entry besides what it says. *created_at* is empty for one that is still there.

    *row* is the number of its row, which puts what was written within the same second in order.
    """

    place: Place | None = None
    created_at: str = ""
    row: int = 0
    pointers: tuple[Link, ...] = ()
    touched: frozenset[EntryId] = frozenset()
    """The entries that point at it: they change when it goes and when it comes back."""


NO_TRACES = Traces()


@reads
def traces(db: Connection, kind: EntryKind, id: EntryId) -> Traces:
    """What has to be remembered of the entry before it goes."""
    begun = db.row(_BEGUN[kind], (id,))
    pointers = to(db, id)
    return Traces(
        place=leaves.place_of(db, id),
        created_at=begun[0] if begun else "",
        row=begun[1] if begun else 0,
        pointers=tuple(pointers),
        touched=frozenset(_entry(db, link) for link in pointers),
    )


def bring_back(db: Connection, kind: EntryKind, id: EntryId, traces: Traces) -> None:
    """Let the entry, which is there again, be as old as it was, and let what pointed at it do so again."""
    if traces.created_at:
        db.run(_BEGIN_AGAIN[kind], (traces.created_at, id))
        db.run(_STAND_AGAIN[kind], (traces.row, id))
    restore(db, id, list(traces.pointers))


def _entry(db: Connection, link: Link) -> EntryId:
    way, id = link
    if _WAYS[way][1] != _CHECK_IN:
        return EntryId(id)
    row = db.row("SELECT goal_id FROM check_in WHERE id = ?", (id,))
    return EntryId(row[0] if row else id)


@reads
def to(db: Connection, id: EntryId) -> list[Link]:
    """Everything that points at *id*."""
    return [(way, row[0]) for way, (select, _) in enumerate(_WAYS) for row in db.rows(select, (id,))]


def restore(db: Connection, id: EntryId, links: list[Link]) -> None:
    """Point at *id* again, where the pointing rows are still there."""
    for way, row_id in links:
        db.run(_WAYS[way][1], (id, row_id))
