"""What a mutation gives back: the words for the menu, what it touched, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from mentorjournal.model.ids import EntryId
from mentorjournal.model.timeline import TimelineRow


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Change:
    """*label* names the act as the Undo menu says it. *undo* takes it back, on the vault's thread, and
    returns the Change that does it again. *rows* are the timeline rows as they are now, *gone* the ids that
    are no more.
    """

    label: str
    touched: frozenset[EntryId] = frozenset()
    rows: tuple[TimelineRow, ...] = ()
    gone: frozenset[EntryId] = frozenset()
    undo: Callable[[], Change] | None = field(default=None, compare=False)

    def __repr__(self) -> str:
        return f"Change({self.label!r}, {len(self.touched)} touched)"
