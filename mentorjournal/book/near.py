"""What belongs to what in a book, looked up once: a long one has thousands of entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import cached_property

from mentorjournal.book.reading import Book
from mentorjournal.model.action import Action
from mentorjournal.model.goal import CheckIn, Goal
from mentorjournal.model.ids import EntryId
from mentorjournal.model.reflection import Reflection
from mentorjournal.model.session import Session
from mentorjournal.model.topic import Topic
from mentorjournal.model.words import SessionKind, SessionStatus


class Near:
    """Only what is in the book is found, so nothing is called by the name of what stays behind."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.role = book.relationship.my_role
        self._sessions = {one.id: one for one in book.sessions}
        self._titles = {goal.id: goal.title for goal in book.goals}
        self._reflections = {one.id: one for one in book.reflections}
        self._topics: defaultdict[EntryId | None, list[Topic]] = defaultdict(list)
        self._actions: defaultdict[EntryId | None, list[Action]] = defaultdict(list)
        self._looked_at: defaultdict[EntryId | None, list[tuple[Goal, CheckIn]]] = defaultdict(list)
        for topic in book.topics:
            self._topics[topic.session_id if topic.session_id in self._sessions else None].append(topic)
        for action in book.actions:
            self._actions[action.session_id].append(action)
        for goal in book.goals:
            for check_in in goal.by_day:
                self._looked_at[check_in.session_id].append((goal, check_in))

    @cached_property
    def days_held(self) -> tuple[date, ...]:
        """The days of the meetings that were held, as a chart marks them."""
        return tuple(
            one.day
            for one in self.book.sessions
            if one.status is SessionStatus.HELD and one.kind is not SessionKind.CONTACT
        )

    def session(self, id: EntryId | None) -> Session | None:
        return self._sessions.get(id) if id else None

    def goal_title(self, id: EntryId | None) -> str:
        return self._titles.get(id, "") if id else ""

    def reflection(self, id: EntryId | None) -> Reflection | None:
        return self._reflections.get(id) if id else None

    def topics(self, session: EntryId | None) -> Sequence[Topic]:
        """In the order of the agenda; of None those that stand on no agenda in the book, by day."""
        found = self._topics.get(session, [])
        return found if session is None else sorted(found, key=lambda one: one.order)

    def actions(self, session: EntryId) -> Sequence[Action]:
        return self._actions.get(session, [])

    def looked_at(self, session: EntryId) -> Sequence[tuple[Goal, CheckIn]]:
        """The goals that were looked at in a session, with what was said of them."""
        return self._looked_at.get(session, [])
