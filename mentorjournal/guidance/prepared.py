"""What a person of each role prepares a session with: a mentor's brief, a mentee's sheet, a peer's both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentorjournal.guidance.brief import Brief, FindSet, brief_of
from mentorjournal.guidance.material import read_material
from mentorjournal.guidance.sheet import Sheet, sheet_of
from mentorjournal.journal.journal import Journal
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import Role
from mentorjournal.prompts import prompt_set


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Prepared:
    """*brief* is None for a mentee, *sheet* for a mentor."""

    brief: Brief | None
    sheet: Sheet | None

    @property
    def turns(self) -> str:
        """Among peers: how evenly the last meetings were shared, and who might begin."""
        known = self.brief or self.sheet
        return known.turns if known is not None else ""

    def __repr__(self) -> str:
        return "Prepared()"


def prepared(journal: Journal, session_id: EntryId, today: date, find_set: FindSet = prompt_set) -> Prepared:
    """Read what the writer's role prepares with; on the vault's thread. Raises NotFound."""
    m = read_material(journal, session_id, today)
    role = m.relationship.my_role
    return Prepared(
        brief=None if role is Role.MENTEE else brief_of(m, find_set),
        sheet=None if role is Role.MENTOR else sheet_of(m),
    )
