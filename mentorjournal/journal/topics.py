"""Topics: the inbox, the agenda of each session, and what is carried from one to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mentorjournal.errors import InvalidInput
from mentorjournal.journal import words
from mentorjournal.journal.joined import joined
from mentorjournal.journal.noun import Book, Noun
from mentorjournal.journal.text import at_most, one_line
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.topic import LONGEST_TOPIC, Topic
from mentorjournal.model.words import EntryKind, TopicSource, TopicStatus
from mentorjournal.storage import topics


def checked(value: Topic) -> Topic:
    text = at_most(one_line(value.text), LONGEST_TOPIC, "The topic")
    if not text:
        raise InvalidInput("The topic is empty: what do you want to talk about?")
    if value.minutes is not None and not 0 <= value.minutes <= 24 * 60:
        raise InvalidInput("The time for a topic is between 0 minutes and 24 hours.")
    return replace(value, text=text)


class Topics(Noun[Topic]):
    _book = Book(
        kind=EntryKind.TOPIC,
        name="topic",
        load=topics.load,
        all=topics.all,
        save=topics.save,
        delete=topics.delete,
        show=words.shown_topic,
        words=words.words_of_topic,
        check=checked,
    )

    def inbox(self) -> list[Topic]:
        """The topics that no session holds yet, in their order; parked ones too."""
        return topics.of_session(self._db, None)

    def of_session(self, session: EntryId) -> list[Topic]:
        """The agenda of a session, in its order."""
        return topics.of_session(self._db, session)

    def carried_often(self, times: int) -> list[Topic]:
        """The topics that are still open after this many meetings without them, the oldest first."""
        return topics.carried_often(self._db, times)

    def capture(
        self, text: str, session: EntryId | None = None, source: TopicSource = TopicSource.MINE
    ) -> Change:
        """Keep a topic at the end of a session's agenda or, without one, of the inbox."""
        return self.add(
            Topic(
                id=new_entry_id(),
                day=self._today(),
                text=text,
                source=source,
                session_id=session,
                order=topics.last_position(self._db, session) + 1,
            )
        )

    def plan(self, id: EntryId, session: EntryId | None) -> Change:
        """Put the topic at the end of a session's agenda, or back into the inbox. A parked or dropped one is
        open again.
        """
        before = self.get(id)
        after = replace(
            before,
            session_id=session,
            order=topics.last_position(self._db, session) + 1,
            source=TopicSource.INBOX if before.in_inbox and session else before.source,
            status=_open_again(before),
        )
        return self._put(after, before, "Put topic on the agenda" if session else "Put topic into the inbox")

    def settle(self, id: EntryId, status: TopicStatus) -> Change:
        """Say what became of the topic: discussed, parked, dropped, or open again."""
        before = self.get(id)
        if status is TopicStatus.OPEN:
            return self._put(replace(before, status=_open_again(before)), before, "Reopen topic")
        labels = {
            TopicStatus.DISCUSSED: "Mark topic discussed",
            TopicStatus.PARKED: "Park topic",
            TopicStatus.DROPPED: "Drop topic",
            TopicStatus.CARRIED: "Carry topic over",
        }
        return self._put(replace(before, status=status), before, labels[status])

    def carry(self, session: EntryId, to: EntryId | None) -> Change:
        """Take what was not discussed in *session* along to the agenda of *to*, or into the inbox. Each keeps
        the day when it was first raised and counts one more meeting without it.
        """
        place = topics.last_position(self._db, to) + 1
        changes: list[Change] = []
        with self._acts.one():
            for topic in self.of_session(session):
                if topic.status.is_open:
                    after = replace(
                        topic,
                        status=TopicStatus.CARRIED,
                        source=TopicSource.CARRIED_OVER,
                        session_id=to,
                        order=place + len(changes),
                        carried_count=topic.carried_count + 1,
                    )
                    changes.append(self._put(after, topic, "Carry topic over"))
        return joined(self._acts, "Carry topics over", changes)

    def reorder(self, ids: Sequence[EntryId]) -> Change:
        """Put these topics, all of one agenda or of the inbox, into this order."""
        changes = []
        with self._acts.one():
            for order, id in enumerate(ids):
                before = self.get(id)
                if before.order != order:
                    changes.append(self._put(replace(before, order=order), before, "Move topic"))
        return joined(self._acts, "Move topic", changes)


def _open_again(topic: Topic) -> TopicStatus:
    return TopicStatus.CARRIED if topic.carried_count else TopicStatus.OPEN
