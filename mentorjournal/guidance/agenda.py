"""The agenda for one's partner: topics, the wanted outcome, when and where. Nothing else of a preparation."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time

from mentorjournal.guidance.unnamed import without_names
from mentorjournal.journal.journal import Journal
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import Mode, Role, Visibility


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class AgendaTopic:
    id: EntryId
    text: str
    minutes: int | None = None

    def __repr__(self) -> str:
        return f"AgendaTopic({self.id})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Agenda:
    """*topics* are in their order, *kept_back* counts those that never leave. It holds no name and no
    codename: it is for somebody else's eyes.
    """

    role: Role
    day: date
    at: time | None
    minutes: int
    mode: Mode
    place: str
    desired_outcome: str
    topics: tuple[AgendaTopic, ...]
    kept_back: int = 0

    @property
    def is_empty(self) -> bool:
        return not self.topics and not self.desired_outcome

    def __repr__(self) -> str:
        return f"Agenda({len(self.topics)} topics)"


def session_agenda(journal: Journal, session_id: EntryId, *, leave_out: Collection[EntryId] = ()) -> Agenda:
    """The agenda of a session without what its writer leaves out; on the vault's thread.

    A topic is on it while it is still to be talked about and is not marked as never leaving.
    """
    relationship = journal.relationship()
    session = journal.sessions.get(session_id)
    unnamed = without_names(relationship)
    still = [topic for topic in journal.topics.of_session(session_id) if topic.status.is_open]
    may_leave = [topic for topic in still if topic.visibility is not Visibility.NEVER_EXPORT]
    topics = (
        AgendaTopic(id=topic.id, text=unnamed(topic.text), minutes=topic.minutes)
        for topic in may_leave
        if topic.id not in leave_out
    )
    return Agenda(
        role=relationship.my_role,
        day=session.day,
        at=session.at,
        minutes=session.minutes,
        mode=session.mode,
        place=unnamed(session.place),
        desired_outcome=unnamed(session.desired_outcome),
        topics=tuple(topics),
        kept_back=len(still) - len(may_leave),
    )
