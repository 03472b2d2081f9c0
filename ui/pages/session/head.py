"""The head of a session: its facts while they are written, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Protocol

from mentorjournal.errors import InvalidInput
from mentorjournal.guidance.suggested import suggest_agenda
from mentorjournal.journal import planning
from mentorjournal.journal.journal import Journal
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock
from mentorjournal.model.ids import EntryId
from mentorjournal.model.session import Session
from mentorjournal.model.words import Role, SessionKind, SessionStatus
from ui.desk import Desk, DeskView, OpenJournal, Outside
from ui.draft import Book, Runner


class Question(StrEnum):
    """What a day is asked for."""

    MEET = "meet"
    POSTPONE = "postpone"


class MainAct(StrEnum):
    """The one thing that the moment asks for."""

    BEGIN = "begin"
    HOLD = "hold"
    NONE = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the head says beyond the session's fields."""

    number: int | None = None
    kind: SessionKind = SessionKind.REGULAR
    status: SessionStatus = SessionStatus.PLANNED
    main: MainAct = MainAct.NONE


class HeadView(DeskView[Session], Protocol):
    def set_role(self, role: Role, today: date) -> None: ...
    def show_standing(self, standing: Standing) -> None: ...
    def ask_day(self, question: Question, day: date | None, today: date) -> None: ...
    def refuse_day(self, message: str) -> None: ...
    def stop_asking(self) -> None: ...


class HeadPresenter(Desk[Session]):
    """Keeps the facts of one session, and does what is done to the session as a whole."""

    def __init__(
        self,
        view: HeadView,
        tasks: Runner,
        outside: Outside,
        clock: Clock,
        *,
        begun: Callable[[EntryId], bool],
    ) -> None:
        super().__init__(view, tasks, outside, clock)
        self._view = view
        self._begun = begun
        self._counted: Session | None = None
        self._asked: Question | None = None
        self._told: Callable[[Session], None] | None = None
        self._first_write: Callable[[], None] | None = None
        self._then: Callable[[], None] | None = None

    def listen(
        self, told: Callable[[Session], None], first_write: Callable[[], None], held: Callable[[], None]
    ) -> None:
        """Let *told* know of the session whenever it is shown or changed, and *held* once it took place.
        *first_write* brings everything else that is written of it to the disk, before an act on the whole.
        """
        self._told, self._first_write, self._then = told, first_write, held

    @property
    def value(self) -> Session | None:
        return None if self._draft is None else self._draft.value

    def open(self, journal: OpenJournal) -> None:
        if journal is not self._journal:
            self._view.set_role(journal.relationship.my_role, self._today())
        super().open(journal)

    def book(self, journal: Journal) -> Book[Session]:
        door = journal.sessions
        return Book(get=door.get, add=door.add, write=door.arrange, ready=_always)

    def shown(self, journal: OpenJournal, value: Session) -> None:
        self._counted = value
        self._asked = None
        self._view.stop_asking()
        self._tell(value)

    def kept(self, journal: OpenJournal, value: Session) -> None:
        self._tell(value)
        before, self._counted = self._counted, value
        if before is None or _counting(before) != _counting(value):
            self._tasks.run(
                partial(journal.journal.sessions.get, value.id),
                done=partial(self._numbered, journal),
                failed=self._outside.problem,
            )

    # What the writer does

    def facts_changed(self) -> None:
        """A field was chosen; what the head says follows at once."""
        if self._draft is not None:
            self._show_standing(self._written(self._draft.value))
            self.touched()

    def restate(self) -> None:
        """Say anew what the moment asks for."""
        if self._draft is not None:
            self._show_standing(self._written(self._draft.value))

    def hold(self) -> None:
        """Say that the session took place."""
        self._act(lambda journal, id: journal.hold(id), self._then)

    def settle(self, status: SessionStatus) -> None:
        """Say what became of the session; one put off is asked for its new day."""
        value = self.value
        if value is None or status is value.status:
            return
        match status:
            case SessionStatus.HELD:
                self.hold()
            case SessionStatus.PLANNED:
                self._act(lambda journal, id: journal.sessions.settle(id, status))
            case SessionStatus.POSTPONED:
                self.ask_day(Question.POSTPONE)
            case _:
                self._act(lambda journal, id: journal.put_off(id, status))

    def suggest_agenda(self) -> None:
        """Put the points that suit this kind of session on its agenda."""
        self._act(suggest_agenda)

    def ask_day(self, question: Question) -> None:
        """Ask on which day, with the day that the rhythm suggests."""
        draft, journal = self._draft, self._journal
        if draft is None or journal is None:
            return
        self._asked = question
        if question is Question.MEET:
            self._view.ask_day(question, draft.value.day, self._today())
            return
        self._view.update_entry(self._written(draft.value))  # it is not put off before the day is said
        self._tasks.run(
            partial(planning.suggested_day, journal.journal),
            done=partial(self._suggested, journal, draft.value.id),
            failed=self._outside.problem,
        )

    def give_day(self, day: date | None) -> None:
        """The answer to the day that was asked for; None is “not yet”."""
        draft, question = self._draft, self._asked
        if draft is None or question is None:
            return
        if question is Question.POSTPONE:
            if day is None:
                self._act(lambda journal, id: journal.put_off(id, SessionStatus.POSTPONED))
            else:
                self._act(lambda journal, id: planning.postpone(journal, id, day))
            return
        written = self._written(draft.value)
        if day is not None and day != written.day:
            self._view.update_entry(replace(written, day=day))
            self.facts_changed()
            self.save()
        self._stop_asking()

    # Inside

    def _act(
        self, work: Callable[[Journal, EntryId], Change], then: Callable[[], None] | None = None
    ) -> None:
        draft, journal = self._draft, self._journal
        if draft is None or journal is None:
            return
        if self._first_write is not None:
            self._first_write()
        self._tasks.run(
            partial(work, journal.journal, draft.value.id),
            done=partial(self._acted, journal, draft.value.id, then),
            failed=partial(self._not_acted, draft.value.id),
        )

    def _acted(
        self, journal: OpenJournal, id: EntryId, then: Callable[[], None] | None, change: Change
    ) -> None:
        if journal is not self._journal:
            return
        if self.value is not None and self.value.id == id:
            self._stop_asking()
        self.refresh(change)
        self.report(change)
        if then is not None and self.value is not None and self.value.id == id:
            then()

    def _not_acted(self, id: EntryId, error: Exception) -> None:
        if self._draft is not None and self._draft.value.id == id:
            self._view.update_entry(self._written(self._draft.value))
            if self._asked is not None and isinstance(error, InvalidInput):
                self._view.refuse_day(str(error))
                return
        self._outside.problem(error)

    def _suggested(self, journal: OpenJournal, id: EntryId, day: date | None) -> None:
        if journal is self._journal and self.value is not None and self.value.id == id:
            self._view.ask_day(Question.POSTPONE, day, self._today())

    def _stop_asking(self) -> None:
        self._asked = None
        self._view.stop_asking()

    def _numbered(self, journal: OpenJournal, value: Session) -> None:
        draft = self._draft
        if journal is self._journal and draft is not None and draft.value.id == value.id:
            self._show_standing(replace(self._written(draft.value), number=value.number))

    def _written(self, value: Session) -> Session:
        """*value* with what stands in the fields now: the draft is only as new as the last save."""
        return self._desk_view.written(value)

    def _tell(self, value: Session) -> None:
        self._show_standing(value)
        if self._told is not None:
            self._told(value)

    def _show_standing(self, value: Session) -> None:
        self._view.show_standing(
            Standing(number=value.number, kind=value.kind, status=value.status, main=self._main(value))
        )

    def _main(self, value: Session) -> MainAct:
        if value.status is not SessionStatus.PLANNED or value.day > self._today():
            return MainAct.NONE
        begins = value.day == self._today() and not self._begun(value.id)
        return MainAct.BEGIN if begins else MainAct.HOLD

    def _today(self) -> date:
        return self._clock().date()


def _counting(value: Session) -> tuple[object, ...]:
    return value.status, value.day, value.at, value.kind


def _always(value: Session) -> bool:
    return True
