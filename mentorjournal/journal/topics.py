"""Topics: the inbox, the agenda of each session, and what is carried from one to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from mentorjournal.errors import InvalidInput
from mentorjournal.journal import parts, words
from mentorjournal.journal.joined import joined
from mentorjournal.journal.noun import Book, Noun
from mentorjournal.journal.text import at_most, one_line
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.order import GAP, in_this_order
from mentorjournal.model.revision import Revision
from mentorjournal.model.topic import LONGEST_TOPIC, Topic
from mentorjournal.model.words import EntryKind, TopicSource, TopicStatus, Visibility
from mentorjournal.storage import topics

MOST_AT_ONCE = 200
"""Topics that one paste may add: more lines than that are a text, not an agenda."""

EMPTY = "The topic is empty: what do you want to talk about?"

_SETTLED = {
    TopicStatus.OPEN: "Reopen topic",
    TopicStatus.DISCUSSED: "Mark topic discussed",
    TopicStatus.PARKED: "Park topic",
    TopicStatus.DROPPED: "Drop topic",
    TopicStatus.CARRIED: "Carry topic over",
}


def checked(value: Topic) -> Topic:
    text = at_most(one_line(value.text), LONGEST_TOPIC, "The topic")
    if not text:
        raise InvalidInput(EMPTY)
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
        parts=parts.parts_of_topic,
    )

    def inbox(self) -> list[Topic]:
        """The topics that no session holds yet, in their order; settled ones too."""
        return topics.of_session(self._db, None)

    def waiting(self) -> int:
        """How many topics in the inbox are still to be talked about."""
        return topics.count_waiting(self._db)

    def of_session(self, session: EntryId) -> list[Topic]:
        """The agenda of a session, in its order."""
        return topics.of_session(self._db, session)

    def set_aside(self, but: EntryId | None = None) -> list[Topic]:
        """The topics that were parked on the agenda of a session which is over; those of *but* left out."""
        return [topic for topic in topics.parked_before(self._db) if topic.session_id != but]

    def carried_often(self, times: int) -> list[Topic]:
        """The topics that are still open after this many meetings without them, the oldest first."""
        return topics.carried_often(self._db, times)

    def most_carried(self, most: int) -> list[Topic]:
        """The *most* topics that were carried over most often, without those that never leave."""
        return topics.most_carried(self._db, most)

    # New ones

    def capture(
        self,
        text: str,
        session: EntryId | None = None,
        source: TopicSource = TopicSource.MINE,
        visibility: Visibility = Visibility.PRIVATE,
    ) -> Change:
        """Keep a topic at the end of a session's agenda or, without one, of the inbox."""
        return self.add(
            Topic(
                id=new_entry_id(),
                day=self._today(),
                text=text,
                source=source,
                visibility=visibility,
                session_id=session,
                order=topics.last_position(self._db, session) + GAP,
            )
        )

    def capture_all(
        self, texts: Sequence[str], session: EntryId | None = None, source: TopicSource = TopicSource.MINE
    ) -> Change:
        """Keep several topics as one act, in their order: all of them, or none when one cannot be kept."""
        if not texts:
            raise InvalidInput(EMPTY)
        if len(texts) == 1:
            return self.capture(texts[0], session, source)
        if len(texts) > MOST_AT_ONCE:
            raise InvalidInput(
                f"These are {len(texts)} lines, and each would become a topic. Add at most {MOST_AT_ONCE} at"
                " once."
            )
        for number, text in enumerate(texts, 1):
            if len(one_line(text)) > LONGEST_TOPIC:
                raise InvalidInput(f"Line {number} is too long. Use at most {LONGEST_TOPIC} characters.")
        with self._acts.one():
            changes = [self.capture(text, session, source) for text in texts]
        return joined(self._acts, f"Add {len(changes)} topics", changes)

    def restore_copy(self, version: Revision) -> Change:
        """Put an earlier version at the end of the agenda, or of the inbox, that the topic stands in. It is
        private again.
        """
        now = self.get(version.entry_id)
        copy = replace(
            now,
            id=new_entry_id(),
            text=version.said(parts.TEXT),
            order=topics.last_position(self._db, now.session_id) + GAP,
            visibility=Visibility.PRIVATE,
        )
        return self._put(copy, None, "Restore version as a copy")

    # What it says

    def reword(self, id: EntryId, text: str) -> Change:
        return self._alter(id, "Edit topic", text=text)

    def allow(self, id: EntryId, minutes: int | None) -> Change:
        """Set the time meant for the topic, or take it off."""
        return self._alter(id, "Change time for topic", minutes=minutes or None)

    def raised_by(self, id: EntryId, source: TopicSource) -> Change:
        return self._alter(id, "Change who raised topic", source=source)

    def link(self, id: EntryId, goal: EntryId | None) -> Change:
        """Say which goal the topic is about."""
        return self._alter(id, "Link topic to goal" if goal else "Unlink topic from goal", goal_id=goal)

    # Where it stands

    def plan(self, id: EntryId, session: EntryId | None) -> Change:
        """Put the topic at the end of a session's agenda, or back into the inbox. A parked or dropped one is
        open again.
        """
        before = self.get(id)
        from_inbox = before.in_inbox and session and before.source is not TopicSource.PARTNER
        after = replace(
            before,
            session_id=session,
            order=topics.last_position(self._db, session) + GAP,
            source=TopicSource.INBOX if from_inbox else before.source,
            status=_open_again(before),
        )
        return self._put(after, before, "Put topic on the agenda" if session else "Put topic into the inbox")

    def settle(self, id: EntryId, status: TopicStatus) -> Change:
        """Say what became of the topic: discussed, parked, dropped, or open again."""
        before = self.get(id)
        after = _open_again(before) if status is TopicStatus.OPEN else status
        return self._put(replace(before, status=after), before, _SETTLED[status])

    def carry(self, session: EntryId, to: EntryId | None) -> Change:
        """Take what was not discussed in *session* along to the agenda of *to*, or into the inbox. Each keeps
        the day when it was first raised and counts one more meeting without it. Whose it is stays known. A
        suggested point that nobody took up is dropped: it stands on the next agenda for the asking.
        """
        return self._take_along(session, to, "Carry topics over", met=True)

    def move_along(self, session: EntryId, to: EntryId | None) -> Change:
        """Take what is open in *session*, which did not take place, to the agenda of *to* or into the inbox.
        No meeting ended without it, so nothing is counted.
        """
        return self._take_along(session, to, "Move topics along", met=False)

    def reorder(self, ids: Sequence[EntryId]) -> Change:
        """Put these topics, all of one agenda or of the inbox, into this order. Others there stay where they
        are; only what has to move is written.
        """
        changes = []
        with self._acts.one():
            named = set(ids)
            session = self.get(ids[0]).session_id if ids else None
            here = topics.of_session(self._db, session)
            known = {topic.id: topic for topic in here}
            wanted = iter([known[id] for id in ids if id in known])
            order = [next(wanted) if topic.id in named else topic for topic in here]
            for topic, place in zip(order, in_this_order([topic.order for topic in order]), strict=True):
                if topic.order != place:
                    changes.append(self._put(replace(topic, order=place), topic, "Move topic"))
        return joined(self._acts, "Move topic", changes)

    def _take_along(self, session: EntryId, to: EntryId | None, label: str, *, met: bool) -> Change:
        place = topics.last_position(self._db, to)
        changes: list[Change] = []
        with self._acts.one():
            for topic in self.of_session(session):
                if not topic.status.is_open:
                    continue
                if met and topic.source is TopicSource.SUGGESTED:
                    changes.append(self._put(replace(topic, status=TopicStatus.DROPPED), topic, label))
                    continue
                after = replace(topic, session_id=to, order=place + GAP * (len(changes) + 1))
                if met:
                    partners = topic.source is TopicSource.PARTNER
                    after = replace(
                        after,
                        status=TopicStatus.CARRIED,
                        source=topic.source if partners else TopicSource.CARRIED_OVER,
                        carried_count=topic.carried_count + 1,
                    )
                changes.append(self._put(after, topic, label))
        return joined(self._acts, label, changes)

    def _alter(self, id: EntryId, label: str, **fields: Any) -> Change:
        before = self.get(id)
        return self._put(replace(before, **fields), before, label)


def _open_again(topic: Topic) -> TopicStatus:
    return TopicStatus.CARRIED if topic.carried_count else TopicStatus.OPEN
