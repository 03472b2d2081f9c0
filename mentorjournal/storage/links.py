"""What points at an entry, remembered before it goes so that undoing brings the pointers back."""

from __future__ import annotations

from mentorjournal.model.ids import EntryId
from mentorjournal.storage.connection import Connection

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


def to(db: Connection, id: EntryId) -> list[Link]:
    """Everything that points at *id*."""
    return [(way, row[0]) for way, (select, _) in enumerate(_WAYS) for row in db.rows(select, (id,))]


def restore(db: Connection, id: EntryId, links: list[Link]) -> None:
    """Point at *id* again, where the pointing rows are still there."""
    for way, row_id in links:
        db.run(_WAYS[way][1], (id, row_id))
