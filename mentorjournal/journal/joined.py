"""Several changes as one act: kept, taken back and done again together."""

from __future__ import annotations

from collections.abc import Sequence

from mentorjournal.journal.acts import Acts
from mentorjournal.model.change import Change


def joined(acts: Acts, label: str, changes: Sequence[Change]) -> Change:
    """One Change for *changes*, which were made within one act; the last one's rows are the newest."""

    def undo() -> Change:
        with acts.one():
            back = [change.undo() for change in reversed(changes) if change.undo]
        return joined(acts, label, back)

    gone = frozenset().union(*(change.gone for change in changes))
    rows = {row.id: row for change in changes for row in change.rows if row.id not in gone}
    return Change(
        label=label,
        touched=frozenset().union(*(change.touched for change in changes)),
        rows=tuple(rows.values()),
        gone=gone,
        undo=undo if changes else None,
    )
