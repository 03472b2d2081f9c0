"""What the Today page does: reads the day over all journals, and finishes each line where it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial

from mentorjournal.errors import InvalidInput, NotFound
from mentorjournal.guidance.checkpoints import Checkpoint
from mentorjournal.guidance.drift import QUIET_DAYS
from mentorjournal.guidance.question import Offered, question_for
from mentorjournal.guidance.today import (
    Back,
    Conversation,
    Due,
    Look,
    Today,
    ToWrite,
    Worth,
    today,
)
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock, system_clock
from mentorjournal.model.day_words import months_on, read_day_words
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.session import Session
from mentorjournal.model.words import ActionStatus, EntryKind, RelationshipType, SessionKind, TopicStatus
from mentorjournal.own_questions import merged
from mentorjournal.prompts import prompt_sets
from mentorjournal.question_data import SETTING, from_setting
from ui.pages.today.contract import Line, Outside, Runner, TodayView, key_of

Work = Callable[[Journal], Change]

PLANNED_KIND: Mapping[Checkpoint | Worth, SessionKind] = {
    Worth.DRIFT: SessionKind.REGULAR,
    Checkpoint.WINDING_UP: SessionKind.ENDING_REVIEW,
    Checkpoint.ONE_STOP_FOLLOW_UP: SessionKind.ONE_STOP,
}
WISHES: Mapping[Checkpoint | Worth, str] = {
    Checkpoint.AGREE: "agreement",
    Checkpoint.CLOSE: "closing",
    Checkpoint.NOTES_DUE: "closing",
    **{point: f"review {point.review.value}" for point in Checkpoint if point.review},
}
"""The pages, by name, on which a line is finished."""


class TodayPresenter:
    def __init__(self, view: TodayView, tasks: Runner, outside: Outside, clock: Clock = system_clock) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._clock = clock
        self._shelf: Shelf | None = None
        self._today: Today | None = None
        self._question: Offered | None = None
        self._asked = 0
        self._acting: set[tuple[object, ...]] = set()  # lines whose act is not answered: once is enough
        self._wants_focus = False

    def begin(self, shelf: Shelf) -> None:
        """Belong to this shelf from now on; nothing is read before `refresh` or `show`."""
        self._shelf = shelf

    def show(self) -> None:
        """The page is in front: what it says is read anew, and the first line takes the keys."""
        self._wants_focus = True
        self.refresh()

    def close(self) -> None:
        """Let go of the journals, before the vault is closed."""
        self._asked += 1
        self._shelf = None
        self._today = None
        self._view.clear()

    def refresh(self) -> None:
        """Read the day anew: something changed, or another day began."""
        shelf = self._shelf
        if shelf is None:
            return
        self._asked += 1
        asked, clock = self._asked, self._clock
        self._tasks.run(
            lambda: _read(shelf, clock),
            done=partial(self._arrived, asked),
            failed=partial(self._outside.problem, retry=self.refresh),
        )

    def look_at_clock(self) -> None:
        """Read anew when the day on the page is over."""
        if self._today is not None and self._clock().date() != self._today.day:
            self.refresh()

    def back(self) -> bool:
        """Put away the line that is being asked about; whether there was one."""
        return self._view.close_asking()

    # What the view asks for

    def open(self, line: Line) -> None:
        """Show what the line is about, in its journal."""
        of = line.of.id
        match line:
            case Conversation() | ToWrite():
                self._outside.show_entry_of(of, EntryKind.SESSION, line.session.id)
            case Due():
                self._outside.show_entry_of(of, EntryKind.ACTION, line.action.id)
            case Back():
                self._outside.show_entry_of(of, EntryKind.REFLECTION, line.reflection.id)
            case Look():
                if line.session is not None:
                    self._outside.show_session_of(of, line.session, "before")
                elif line.topic is not None:
                    self._outside.show_entry_of(of, EntryKind.TOPIC, line.topic)
                else:
                    self._outside.open_journal(of)

    def finish(self, line: Line, words: str = "") -> None:
        """Do the one act of the line. *words* is what came of an action, or the day of a session to plan."""
        of = line.of.id
        match line:
            case Conversation() if line.is_over:
                self._act(line, lambda journal: journal.hold(line.session.id))
            case Conversation():
                self._outside.show_session_of(of, line.session.id, "before")
            case ToWrite():
                self._outside.show_session_of(of, line.session.id, "after")
            case Back():
                self._outside.write_beside(of, line.reflection.id)
            case Due():
                id = line.action.id
                self._act(line, lambda journal: journal.actions.settle(id, ActionStatus.DONE, words))
            case Look() if line.topic is not None:
                topic = line.topic
                self._act(line, lambda journal: journal.topics.settle(topic, TopicStatus.PARKED))
            case Look(worth=Checkpoint.STILL_USEFUL):
                until = months_on(self._clock().date(), 12)
                self._act(line, lambda journal: journal.be_quiet(line.worth, until, "Go on for another year"))
            case Look() if line.worth in WISHES:
                self._outside.wish_in(of, WISHES[line.worth])
            case Look():
                self._plan(line, words)

    def leave_for_later(self, line: Line) -> None:
        """Give the other answer: hear nothing of it for two weeks, or for good where it is offered once; or
        close what is of no use any more.
        """
        until = self._clock().date() + timedelta(days=QUIET_DAYS)
        match line:
            case Look(worth=Checkpoint.STILL_USEFUL):
                self._outside.wish_in(line.of.id, "closing")
            case Look(worth=Checkpoint.AGREE, kind=RelationshipType.INFORMAL):
                self._act(line, lambda journal: journal.be_quiet(line.worth, date.max))
            case Back():
                self._act(line, lambda journal: journal.reflections.bring_back_on(line.reflection.id, until))
            case Look() if line.topic is None:
                self._act(line, lambda journal: journal.be_quiet(line.worth, until))
            case _:
                pass

    def write(self) -> None:
        """Write on the question of an empty day, in the journal that was written in last."""
        if self._today is not None and self._today.write_in is not None and self._question is not None:
            self._outside.write_on(self._today.write_in.id, self._question)

    # Inside

    def _plan(self, line: Look, words: str) -> None:
        try:
            day = read_day_words(words, self._clock().date())
            if day is None:
                raise InvalidInput("Say when: “Thursday”, “in 2 weeks”, “3 Dec”.")
        except InvalidInput as error:
            self._view.say_problem(line, str(error))
            return
        kind = PLANNED_KIND[line.worth]

        def work(journal: Journal) -> Change:
            usual = journal.relationship().commitment
            return journal.sessions.add(
                Session(id=new_entry_id(), day=day, kind=kind, minutes=usual.minutes, mode=usual.mode)
            )

        self._act(line, work)

    def _act(self, line: Line, work: Work) -> None:
        shelf, clock = self._shelf, self._clock
        if shelf is None or key_of(line) in self._acting:
            return
        self._acting.add(key_of(line))
        self._asked += 1

        def changed_and_all() -> tuple[Change, tuple[Today, Offered | None]]:
            return work(shelf.open(line.of.id).journal), _read(shelf, clock)

        self._tasks.run(
            changed_and_all,
            done=partial(self._done, line, self._asked),
            failed=partial(self._failed, line, work),
        )

    def _done(self, line: Line, asked: int, result: tuple[Change, tuple[Today, Offered | None]]) -> None:
        change, found = result
        self._acting.discard(key_of(line))
        if self._shelf is not None:
            self._view.close_asking_of(line)
            self._arrived(asked, found)
        self._outside.changed_in(line.of.id, change)

    def _failed(self, line: Line, work: Work, error: Exception) -> None:
        self._acting.discard(key_of(line))
        if isinstance(error, InvalidInput):
            self._view.say_problem(line, str(error))
            self.refresh()  # what was being read when it was tried is not shown any more
            return
        if isinstance(error, NotFound):
            self.refresh()
        self._outside.problem(error, None if isinstance(error, NotFound) else partial(self._act, line, work))

    def _arrived(self, asked: int, read: tuple[Today, Offered | None]) -> None:
        if asked != self._asked:
            return
        found, question = read
        if found != self._today or question != self._question:
            self._today, self._question = found, question
            self._view.show_today(found, self._question)
            self._outside.show_moments(found.moments)
        if self._wants_focus:
            self._wants_focus = False
            self._view.focus_first()


def _read(shelf: Shelf, clock: Clock) -> tuple[Today, Offered | None]:
    """The day, and for one with nothing in it a question to write on in the journal written in last."""
    now = clock()
    found = today(shelf.journals(asking_by=now.date()), now)
    if not found.is_empty or found.write_in is None:
        return found, None
    sets = merged(prompt_sets(), from_setting(shelf.setting(SETTING)))
    return found, question_for(shelf.open(found.write_in.id).journal, found.day, sets)
