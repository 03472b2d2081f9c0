"""What can be done with the topics of an agenda; each act is one Change."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from mentorjournal.errors import InvalidInput, NotFound
from mentorjournal.journal.journal import Journal
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId
from mentorjournal.model.topic import topics_in
from mentorjournal.model.words import EntryKind, TopicSource, TopicStatus
from ui.pages.topics.contract import Section
from ui.pages.topics.table import AgendaTable, Wish

NOT_KEPT = "This session is not in the journal yet. Write something in it first, then add the topic."
NONE_PLANNED = "No session is planned. Plan the next one, then put the topic on its agenda."


class AgendaPresenter(AgendaTable):
    """The agenda of one session with the journal's inbox below it, or the inbox by itself."""

    def add(self, text: str) -> None:
        """Add what was typed, each line a topic; what does not fit is said, and the words stay."""
        texts, session = topics_in(text), self._session

        def work(journal: Journal) -> Change:
            if session:
                _must_be_kept(journal, session)
            return journal.topics.capture_all(texts, session)

        taken = partial(self._view.take_off, text)
        self.act(Wish(work, settled=taken, refused=self._view.show_add_problem, newest=True))

    def discuss_next(self) -> None:
        """Mark the first topic that is still open as discussed."""
        session, chosen = self._session, self._view.selected()
        ids = [topic.id for topic in self._shown.of(Section.OPEN)]
        if session is None or not ids:
            return

        def work(journal: Journal) -> Change:
            # Asked of the journal, for the key may come again before the first answer is on the screen.
            now = [topic.id for topic in journal.topics.of_session(session) if topic.status.is_open]
            changes = [journal.topics.settle(id, TopicStatus.DISCUSSED) for id in now[:1]]
            return changes[0] if changes else Change(label="")

        self.act(Wish(work, select=self._neighbour(ids[0]) if chosen == ids[0] else chosen))

    def discuss(self, id: EntryId) -> None:
        """Discussed, or open again. A topic of the inbox counts as one of this session then."""
        match self._shown.section_of(id):
            case Section.DISCUSSED:
                self._settle(id, TopicStatus.OPEN, id)
            case Section.OPEN | Section.PARKED:
                self._settle(id, TopicStatus.DISCUSSED, self._neighbour(id) or id)
            case Section.INBOX | Section.DROPPED:
                session = self._session

                def work(journal: Journal) -> Change:
                    if session:
                        _must_be_kept(journal, session)
                    with journal.together():
                        planned = journal.topics.plan(id, session)
                        settled = journal.topics.settle(id, TopicStatus.DISCUSSED)
                    return journal.as_one(settled.label, [planned, settled])

                self.act(Wish(work, select=self._neighbour(id) or id))

    def park(self, id: EntryId) -> None:
        """Park, or take up again: here, where it was parked in an earlier session."""
        topic = self._shown.topic(id)
        if topic is None:
            return
        if topic.status is not TopicStatus.PARKED:
            self._settle(id, TopicStatus.PARKED, self._neighbour(id) or id)
        elif topic.session_id == self._session:
            self._settle(id, TopicStatus.OPEN, id)
        else:
            self._plan(id, self._session)

    def shift(self, id: EntryId) -> None:
        """From the inbox onto the agenda, from the agenda into the inbox; a dropped one comes back."""
        section = self._shown.section_of(id)
        if section is None:
            return
        if self._shown.is_inbox:
            if section is not Section.OPEN:
                self._plan(id, None)
            elif self._coming is None:
                self._refused(NONE_PLANNED)
            else:
                self._plan(id, self._coming)
        else:
            self._plan(id, self._session if section in (Section.INBOX, Section.DROPPED) else None)

    def drop(self, id: EntryId) -> None:
        """Drop the topic; one that is dropped already leaves the journal."""
        if self._shown.section_of(id) is Section.DROPPED:
            self.act(Wish(lambda journal: journal.topics.remove(id), select=self._neighbour(id)))
        else:
            self._settle(id, TopicStatus.DROPPED, self._neighbour(id))

    def turn_over(self, id: EntryId) -> None:
        """Say that the other one raised it."""
        if topic := self._shown.topic(id):
            partners = topic.source is TopicSource.PARTNER
            source = TopicSource.MINE if partners else TopicSource.PARTNER
            self.act(Wish(lambda journal: journal.topics.raised_by(id, source), select=id))

    def reword(self, id: EntryId, text: str) -> None:
        topic = self._shown.topic(id)
        if topic is None or " ".join(text.split()) == topic.text:
            self._view.close_edit(id, text)
            return
        self.act(
            Wish(
                lambda journal: journal.topics.reword(id, text),
                settled=partial(self._view.close_edit, id, text),
                refused=partial(self._view.show_edit_problem, id),
                words=text,
            )
        )

    def allow(self, id: EntryId, minutes: int) -> None:
        """Set the time meant for the topic; 0 takes it off."""
        topic = self._shown.topic(id)
        if topic is None or (topic.minutes or 0) == minutes:
            self._view.close_edit(id, minutes)
            return
        self.act(
            Wish(
                lambda journal: journal.topics.allow(id, minutes),
                settled=partial(self._view.close_edit, id, minutes),
                refused=partial(self._view.show_edit_problem, id),
            )
        )

    def link(self, id: EntryId, goal: EntryId | None) -> None:
        topic = self._shown.topic(id)
        if topic is not None and topic.goal_id != goal:
            self.act(Wish(lambda journal: journal.topics.link(id, goal), select=id))

    def show_versions(self, id: EntryId) -> None:
        """Show how the topic read before."""
        self._outside.show_versions_of(EntryKind.TOPIC, id)

    def reorder(self, ids: Sequence[EntryId]) -> None:
        """The open topics stand in this order on the screen already."""
        self.act(Wish(lambda journal: journal.topics.reorder(ids)))

    def fold(self, section: Section) -> None:
        self._folds[section] = section not in self._shown.unfolded
        self._show()

    # Between the two

    def _plan(self, id: EntryId, session: EntryId | None) -> None:
        def work(journal: Journal) -> Change:
            if session:
                _must_be_kept(journal, session)
            return journal.topics.plan(id, session)

        self.act(Wish(work, select=self._neighbour(id) or id))

    def _settle(self, id: EntryId, status: TopicStatus, select: EntryId | None) -> None:
        self.act(Wish(lambda journal: journal.topics.settle(id, status), select=select))

    def _neighbour(self, id: EntryId) -> EntryId | None:
        """The topic that takes the place of one that goes."""
        section = self._shown.section_of(id)
        ids = [topic.id for topic in self._shown.of(section)] if section else []
        place = ids.index(id) if id in ids else 0
        rest = [*ids[place + 1 :], *reversed(ids[:place])]
        return rest[0] if rest else None


def _must_be_kept(journal: Journal, session: EntryId) -> None:
    """Raises InvalidInput while a new session is only on the screen."""
    try:
        journal.sessions.get(session)
    except NotFound as error:
        raise InvalidInput(NOT_KEPT) from error
