"""The one door to an open journal: its nouns, its timeline, its search."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager, suppress
from datetime import date, datetime

from mentorjournal.errors import DiskFull, InvalidInput
from mentorjournal.journal import words
from mentorjournal.journal.about import About
from mentorjournal.journal.actions import Actions
from mentorjournal.journal.acts import Acts
from mentorjournal.journal.agreements import Agreements
from mentorjournal.journal.exports import Exports
from mentorjournal.journal.goals import Goals
from mentorjournal.journal.joined import joined
from mentorjournal.journal.learning_points import LearningPoints
from mentorjournal.journal.life import Life
from mentorjournal.journal.ratings import Ratings
from mentorjournal.journal.reflections import Reflections
from mentorjournal.journal.reviews import Reviews
from mentorjournal.journal.sessions import Sessions
from mentorjournal.journal.shared import Shared
from mentorjournal.journal.topics import Topics
from mentorjournal.journal.versions import Versions
from mentorjournal.model.afterwards import afterwards
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock, read_day, system_clock
from mentorjournal.model.course import Course
from mentorjournal.model.ids import EntryId, RevisionId
from mentorjournal.model.query import Query
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.review import Fact, no_such_review, review_kinds
from mentorjournal.model.timeline import Counts, Hit, Place, TimelineRow
from mentorjournal.model.words import EntryKind, RelationshipStatus, ReviewKind, SessionStatus
from mentorjournal.storage import course as course_rows
from mentorjournal.storage import keeping, leaves
from mentorjournal.storage.connection import Connection
from mentorjournal.storage.migrations import migrate
from mentorjournal.storage.schema import STEPS

TIMELINE_KINDS = (
    EntryKind.REFLECTION,
    EntryKind.SESSION,
    EntryKind.GOAL,
    EntryKind.LEARNING,
    EntryKind.REVIEW,
)

NEWEST_SCHEMA = len(STEPS)


class Journal:
    """An open journal. Every method runs on the thread that opened it; every mutation is one transaction."""

    def __init__(self, db: Connection, *, clock: Clock = system_clock) -> None:
        """Take an open, keyed file; older schemas are brought up to date first."""
        migrate(db, STEPS, db.name)
        self._db = db
        self._clock = clock
        self._acts = Acts(db)
        self._rested = -1
        self.versions = Versions(self._acts)
        self.reflections = Reflections(self._acts, clock, self.versions)
        self.sessions = Sessions(self._acts, clock, self.versions)
        self.goals = Goals(self._acts, clock, self.versions)
        self.actions = Actions(self._acts, clock, self.versions)
        self.learning_points = LearningPoints(self._acts, clock, self.versions)
        self.topics = Topics(self._acts, clock, self.versions)
        self.ratings = Ratings(self._acts, clock, self.versions)
        self._about = About(self._acts, clock, self.versions)
        self.agreements = Agreements(self._acts, clock, self.versions, self._about)
        self.reviews = Reviews(self._acts, clock, self.versions)
        self.exports = Exports(self._acts, clock)
        self.shared = Shared(self._acts)
        self.life = Life(self._acts, clock, self.versions, self._about)

    def now(self) -> datetime:
        return self._clock()

    def today(self) -> date:
        return self._clock().date()

    def relationship(self) -> Relationship:
        return self._about.relationship()

    def describe(self, relationship: Relationship) -> Change:
        """Change what the journal says of the relationship. Raises InvalidInput for a wrong field, and for
        another kind or status: those change by a step of `life`.
        """
        return self._about.describe(relationship)

    def timeline(
        self,
        *,
        kinds: Sequence[EntryKind] = TIMELINE_KINDS,
        before: Place | None = None,
        limit: int = 50,
    ) -> list[TimelineRow]:
        """Rows of *kinds*, newest first: the first page, or the one that follows *before*."""
        return leaves.newest(self._db, kinds=kinds, before=before, limit=limit)

    def rows_of(self, ids: Collection[EntryId]) -> list[TimelineRow]:
        """How these entries are called, newest first; what is not there is left out."""
        return leaves.of(self._db, ids)

    def find(self, query: Query, limit: int = 50) -> list[Hit]:
        """The newest *limit* hits. Empty words find nothing."""
        self._rest_for_looking()
        return leaves.find(self._db, query, limit)

    def find_places(self, query: Query, limit: int = 50, *, by_parts: bool = False) -> list[Place]:
        """Where the newest *limit* hits stand, by whole words or by parts of words; `hits` shows them. For a
        search over many journals.
        """
        self._rest_for_looking()
        return leaves.find_places(self._db, query, limit, by_parts=by_parts)

    def hits(self, query: Query, places: Sequence[Place], *, by_parts: bool = False) -> list[Hit]:
        return leaves.hits(self._db, query, places, by_parts=by_parts)

    def rest(self) -> None:
        """Bring the word index up to date; called when the writer pauses, and before a search."""
        if self._rested == self._acts.count:
            return
        while leaves.bring_up_to_date(self._db, self._words_of):
            pass
        self._rested = self._acts.count

    def _rest_for_looking(self) -> None:
        """On a full disk what was written last is not found by its words; all that was before still is."""
        with suppress(DiskFull):
            self.rest()

    def counts(self) -> Counts:
        return keeping.counts(self._db)

    def next_session_on(self) -> date | None:
        return keeping.next_session_on(self._db, self.today())

    def last_entry_on(self) -> date | None:
        return keeping.last_entry_on(self._db)

    def generation(self) -> int:
        """How many changes this journal has seen; a lower number than remembered means an older copy."""
        return keeping.generation(self._db)

    def together(self) -> AbstractContextManager[None]:
        """A transaction around several acts: all of them are kept, or none (an import)."""
        return self._acts.one()

    def as_one(self, label: str, changes: Sequence[Change]) -> Change:
        """One Change for what was done `together`."""
        return joined(self._acts, label, changes)

    def hold(self, session: EntryId) -> Change:
        """Say that the session took place. What was not discussed goes on to the next planned session, or
        into the inbox.
        """
        with self.together():
            held = self.sessions.hold(session)
            following = self.sessions.following(session)
            carried = self.topics.carry(session, following.id if following else None)
        return self.as_one(held.label, [held, carried])

    def restore_copy(self, version: RevisionId) -> Change:
        """Make an entry of its own from an earlier version, beside the one it was of. Raises InvalidInput for
        a kind of which there is no second: a session took place once.
        """
        found = self.versions.get(version)
        match found.kind:
            case EntryKind.REFLECTION:
                return self.reflections.restore_copy(found)
            case EntryKind.LEARNING:
                return self.learning_points.restore_copy(found)
            case EntryKind.ACTION:
                return self.actions.restore_copy(found)
            case EntryKind.TOPIC:
                return self.topics.restore_copy(found)
        raise InvalidInput(
            "There is only one of this. Copy the text of the version and put it where it belongs."
        )

    def put_off(self, session: EntryId, status: SessionStatus, to: EntryId | None = None) -> Change:
        """Say that the session did not take place: postponed, cancelled or missed. Its open topics go on to
        the session *to*, to the next planned one, or into the inbox, and count no meeting without them.
        """
        if status in (SessionStatus.PLANNED, SessionStatus.HELD):
            raise ValueError("a session that is planned or held was not put off")
        with self.together():
            settled = self.sessions.settle(session, status)
            following = self.sessions.following(session) if to is None else None
            moved = self.topics.move_along(session, following.id if following else to)
        return self.as_one(settled.label, [settled, moved])

    def begin_review(self, kind: ReviewKind, facts: Sequence[Fact]) -> Change:
        """Begin a review with what the journal knows. Raises InvalidInput for a kind that makes no sense
        here, and while one of this kind is being written.
        """
        about = self.relationship()
        if kind not in review_kinds(about):
            raise InvalidInput(no_such_review(about))
        if self.reviews.open_one(kind) is not None:
            raise InvalidInput("There is one of this kind already. Finish it, or delete it, first.")
        return self.reviews.begin(kind, about.my_role, facts, about.form)

    def finish_review(self, id: EntryId) -> Change:
        """Say that the review is done. The day of the next one is when the agreement is looked at again."""
        review, agreed = self.reviews.get(id), self.agreements.agreed()
        with self.together():
            changes = [self.reviews.finish(id)]
            if agreed is not None and review.next_review_on is not None:
                changes.append(self.agreements.review_again(agreed.id, review.next_review_on))
        return self.as_one(changes[0].label, changes)

    def look_on(self) -> date | None:
        """From when a closed relationship asks for something, where it ever does; put off is put off."""
        about = self.relationship()
        if about.status is not RelationshipStatus.CLOSED:
            return None
        course = self.course()
        looked_back = ReviewKind.FOLLOW_UP in course.reviews
        asked = afterwards(about, self.life.closure(), looked_back=looked_back)
        return min((max(day, course.quiet.get(name, day)) for name, day in asked), default=None)

    def course(self) -> Course:
        """How it has gone so far, in days."""
        return course_rows.load(self._db)

    def quiet_until(self, about: str) -> date | None:
        """Until when the writer does not want to be told of this."""
        return read_day(keeping.get(self._db, f"quiet {about}") or None)

    def be_quiet(self, about: str, until: date | None, label: str = "Leave for later") -> Change:
        """Say nothing of this before *until*; None lifts it."""
        before = self.quiet_until(about)
        with self._acts.one():
            keeping.put(self._db, f"quiet {about}", until.isoformat() if until else "")
        return Change(label=label, undo=lambda: self.be_quiet(about, before, label))

    def interrupt(self) -> None:
        """Stop a running search or count, from any thread; it raises Cancelled."""
        self._db.interrupt()

    def close(self) -> None:
        self._db.close()

    def _words_of(self, kind: EntryKind, id: EntryId) -> tuple[str, str]:
        match kind:
            case EntryKind.REFLECTION:
                return self.reflections.words_of(id)
            case EntryKind.SESSION:
                return self.sessions.words_of(id)
            case EntryKind.GOAL:
                return self.goals.words_of(id)
            case EntryKind.ACTION:
                return self.actions.words_of(id)
            case EntryKind.LEARNING:
                return self.learning_points.words_of(id)
            case EntryKind.TOPIC:
                return self.topics.words_of(id)
            case EntryKind.RATING:
                return self.ratings.words_of(id)
            case EntryKind.AGREEMENT:
                return self.agreements.words_of(id)
            case EntryKind.REVIEW:
                return self.reviews.words_of(id)
            case EntryKind.RELATIONSHIP:
                return words.words_of_relationship(self.relationship())
