"""Which topic stands where: the agenda of a session, or the inbox by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mentorjournal.errors import NotFound
from mentorjournal.journal.journal import Journal
from mentorjournal.model.ids import EntryId
from mentorjournal.model.session import Session
from mentorjournal.model.topic import Topic
from mentorjournal.model.words import EntryKind, TopicStatus
from ui.pages.topics.contract import AgendaShown, Section

MOST_GOALS = 100
"""Goals that the menu offers; nobody has more, and a menu could not show them."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Found:
    """What was read for one showing. *coming* is the session that a topic of the inbox can go to."""

    topics: Sequence[Topic]
    inbox: Sequence[Topic]
    set_aside: Sequence[Topic]
    goals: Mapping[EntryId, str]
    coming: EntryId | None
    planned_on: date | None
    length: int | None

    def __repr__(self) -> str:
        return f"Found({len(self.topics)} topics)"


def read(journal: Journal, session: EntryId | None) -> Found:
    """Everything that the agenda of *session* shows, or the inbox. A session that is only on the screen yet
    has no topics.
    """
    goals = journal.timeline(kinds=(EntryKind.GOAL,), limit=MOST_GOALS)
    inbox = journal.topics.inbox()
    coming = _session(journal, session) if session else journal.sessions.coming()
    return Found(
        topics=journal.topics.of_session(session) if session else inbox,
        inbox=inbox if session else (),
        set_aside=journal.topics.set_aside(but=session),
        goals={row.id: row.title for row in goals},
        coming=coming.id if coming else None,
        planned_on=coming.day if coming else None,
        length=coming.minutes if coming and session else None,
    )


def sections_of(found: Found, *, is_inbox: bool) -> dict[Section, tuple[Topic, ...]]:
    """The topics of each section in the order they are shown. What was parked in an earlier session waits
    with the inbox.
    """
    parked = [*_of(found.topics, TopicStatus.PARKED)]
    waiting = [*_open(found.inbox), *_of(found.inbox, TopicStatus.PARKED)]
    (parked if is_inbox else waiting).extend(found.set_aside)
    return {
        Section.OPEN: tuple(_open(found.topics)),
        Section.DISCUSSED: tuple(_of(found.topics, TopicStatus.DISCUSSED)),
        Section.PARKED: tuple(parked),
        Section.INBOX: tuple(waiting),
        Section.DROPPED: tuple(_of(found.topics, TopicStatus.DROPPED)),
    }


def unfolded(shown: AgendaShown, folds: Mapping[Section, bool]) -> frozenset[Section]:
    """Which sections lie open: as the writer left them; the inbox also where the agenda is empty."""
    if not shown.is_inbox and not shown.of(Section.OPEN) and not shown.of(Section.DISCUSSED):
        folds = {Section.INBOX: True, **folds}
    return frozenset(section for section, open in folds.items() if open)


def _session(journal: Journal, id: EntryId) -> Session | None:
    try:
        return journal.sessions.get(id)
    except NotFound:
        return None


def _open(topics: Iterable[Topic]) -> Iterable[Topic]:
    return (topic for topic in topics if topic.status.is_open)


def _of(topics: Iterable[Topic], status: TopicStatus) -> Iterable[Topic]:
    return (topic for topic in topics if topic.status is status)
