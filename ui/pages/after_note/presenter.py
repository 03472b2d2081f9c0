"""After a session: five questions in two minutes, and when the next conversation is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Protocol

from mentorjournal.errors import InvalidInput
from mentorjournal.guidance.turns import takes_turns
from mentorjournal.journal import planning
from mentorjournal.journal.journal import Journal
from mentorjournal.model.action import Action
from mentorjournal.model.caught_action import caught_action
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock
from mentorjournal.model.ids import EntryId
from mentorjournal.model.session import Session
from mentorjournal.model.words import RelationshipType, Role, SessionStatus
from ui.desk import Desk, DeskView, OpenJournal, Outside
from ui.draft import Book, Runner


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Whether there is something to note yet. *may_hold*: the session is planned, and its day has come."""

    status: SessionStatus
    may_hold: bool
    written_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Beside:
    """What stands beside the answers: the actions of the session, and what comes next."""

    actions: Sequence[Action]
    next_on: date | None
    """The day of the next session that is planned already."""
    suggested: date | None
    by_turns: bool = False
    """Whether each was the mentee for a while, so that the minutes of both may be noted."""

    def __repr__(self) -> str:
        return f"Beside({len(self.actions)} actions)"


class AfterNoteView(DeskView[Session], Protocol):
    def set_relationship(self, role: Role, *, one_stop: bool, today: date) -> None: ...
    def show_standing(self, standing: Standing) -> None: ...
    def show_beside(self, beside: Beside, today: date) -> None: ...
    def action_caught(self, line: str) -> None: ...
    def action_refused(self, message: str) -> None: ...
    def refuse_day(self, message: str) -> None: ...


class AfterNotePresenter(Desk[Session]):
    """Keeps the after-note of one session between the screen and the journal."""

    def __init__(self, view: AfterNoteView, tasks: Runner, outside: Outside, clock: Clock) -> None:
        super().__init__(view, tasks, outside, clock)
        self._view = view
        self._planning: EntryId | None = None  # the session whose next one is being planned: once is enough

    def open(self, journal: OpenJournal) -> None:
        if journal is not self._journal:
            about = journal.relationship
            self._view.set_relationship(
                about.my_role,
                one_stop=about.type is RelationshipType.ONE_STOP,
                today=self._clock().date(),
            )
        super().open(journal)

    def book(self, journal: Journal) -> Book[Session]:
        door = journal.sessions
        return Book(get=door.get, add=door.add, write=partial(_write, journal), ready=_always)

    def shown(self, journal: OpenJournal, value: Session) -> None:
        self._stand(value)
        self._fetch_beside(journal, value.id)

    def kept(self, journal: OpenJournal, value: Session) -> None:
        self._stand(value)

    def refresh(self, change: Change) -> None:
        super().refresh(change)
        if self._draft is not None and self._journal is not None and change is not self._reported:
            self._fetch_beside(self._journal, self._draft.value.id)

    # What the writer does

    def hold(self) -> None:
        """Say that the session took place: then there is something to note."""
        self._act(lambda journal, id: journal.hold(id))

    def finish(self) -> None:
        """That is all, be it much or nothing."""
        today = self._clock().date()
        self._act(lambda journal, id: journal.sessions.finish_note(id, today))

    def plan_next(self, day: date) -> None:
        """Plan the next conversation; after one-stop advice, agree when to report back."""
        draft, journal = self._draft, self._journal
        if draft is None or journal is None or self._planning == draft.value.id:
            return
        self._planning = draft.value.id
        one_stop = journal.relationship.type is RelationshipType.ONE_STOP
        plan = planning.report_back if one_stop else planning.plan_after
        self._act(
            lambda inside, id: plan(inside, id, day),
            refused=self._view.refuse_day,
            answered=partial(self._plan_answered, draft.value.id),
        )

    def caught(self, line: str) -> None:
        """Keep what was promised or agreed."""
        today, view = self._clock().date(), self._view
        self._act(
            lambda journal, id: journal.actions.add(
                caught_action(line, today, id, journal.relationship().my_role)
            ),
            refused=view.action_refused,
            then=partial(view.action_caught, line),
        )

    # Inside

    def _act(
        self,
        work: Callable[[Journal, EntryId], Change],
        *,
        refused: Callable[[str], None] | None = None,
        then: Callable[[], None] | None = None,
        answered: Callable[[], None] | None = None,
    ) -> None:
        draft, journal = self._draft, self._journal
        if draft is None or journal is None:
            return
        self.save()
        self._tasks.run(
            partial(_done_and_read, work, journal.journal, draft.value.id),
            done=partial(self._acted, journal, draft.value.id, then, answered),
            failed=partial(self._not_acted, draft.value.id, refused, answered),
        )

    def _acted(
        self,
        journal: OpenJournal,
        id: EntryId,
        then: Callable[[], None] | None,
        answered: Callable[[], None] | None,
        result: tuple[Change, Beside],
    ) -> None:
        if answered is not None:
            answered()
        if journal is not self._journal:
            return
        change, beside = result
        if then is not None and self._shows(id):
            then()
        self._beside_arrived(journal, id, beside)
        super().refresh(change)  # what stands beside it has come with the answer
        self.report(change)

    def _not_acted(
        self,
        id: EntryId,
        refused: Callable[[str], None] | None,
        answered: Callable[[], None] | None,
        error: Exception,
    ) -> None:
        if answered is not None:
            answered()
        if refused is not None and self._shows(id):
            if isinstance(error, InvalidInput):
                refused(str(error))
                return
            refused("")  # it may be asked for again; why it was not done stands elsewhere
        self._outside.problem(error)

    def _shows(self, id: EntryId) -> bool:
        return self._draft is not None and self._draft.value.id == id

    def _plan_answered(self, id: EntryId) -> None:
        if self._planning == id:
            self._planning = None

    def _stand(self, value: Session) -> None:
        planned = value.status is SessionStatus.PLANNED
        self._view.show_standing(
            Standing(
                status=value.status,
                may_hold=planned and value.day <= self._clock().date(),
                written_on=value.after_note.written_on,
            )
        )

    def _fetch_beside(self, journal: OpenJournal, id: EntryId) -> None:
        self._tasks.run(
            partial(_beside, journal.journal, id),
            done=partial(self._beside_arrived, journal, id),
            failed=self._outside.problem,
        )

    def _beside_arrived(self, journal: OpenJournal, id: EntryId, beside: Beside) -> None:
        if journal is self._journal and self._shows(id):
            self._view.show_beside(beside, self._clock().date())


def _write(journal: Journal, value: Session) -> Change:
    # Whether the note is finished is an act of its own, and may be newer than what the screen knows.
    finished = journal.sessions.get(value.id).after_note.written_on
    door, turns = journal.sessions, (value.my_turn_minutes, value.partner_turn_minutes)
    with journal.together():
        noted = door.note_after(
            value.id,
            replace(value.after_note, written_on=finished),
            mood_after=value.mood_after,
            usefulness=value.usefulness,
            airtime=value.airtime,
        )
        known = door.get(value.id)
        if (known.my_turn_minutes, known.partner_turn_minutes) == turns:
            return noted
        turned = door.note_turns(value.id, *turns)
    return journal.as_one(noted.label, [noted, turned])


def _done_and_read(
    work: Callable[[Journal, EntryId], Change], journal: Journal, id: EntryId
) -> tuple[Change, Beside]:
    """What was done and what stands beside it then, at once: between the two it could be asked for again."""
    return work(journal, id), _beside(journal, id)


def _beside(journal: Journal, id: EntryId) -> Beside:
    following = journal.sessions.following(id)
    return Beside(
        actions=[action for action in journal.actions.all() if action.session_id == id],
        next_on=following.day if following else None,
        suggested=planning.suggested_day(journal),
        by_turns=takes_turns(journal.relationship()),
    )


def _always(value: Session) -> bool:
    return True
