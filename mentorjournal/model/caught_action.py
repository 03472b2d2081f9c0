"""An action out of the line in which it was caught."""

from __future__ import annotations

from datetime import date

from mentorjournal.model.action import Action
from mentorjournal.model.caught import read_action
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.words import ActionOwner, Role


def caught_action(line: str, today: date, session: EntryId | None = None, role: Role | None = None) -> Action:
    """The action that *line* says: the writer's own where it names nobody."""
    caught = read_action(line, today, role)
    return Action(
        id=new_entry_id(),
        day=today,
        text=caught.text,
        owner=caught.owner or ActionOwner.ME,
        due_on=caught.due_on,
        is_promise=caught.is_promise,
        session_id=session,
    )
