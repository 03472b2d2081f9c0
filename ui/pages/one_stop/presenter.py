"""One-stop advice on one sheet: what is typed is kept as one types, what is done is an act of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from functools import partial

from mentorjournal.errors import InvalidInput
from mentorjournal.journal import one_stop_acts as sheet
from mentorjournal.journal.one_stop import OneStop, SheetWords, one_stop
from mentorjournal.model.caught_action import caught_action
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock
from mentorjournal.model.ids import EntryId
from mentorjournal.model.lifecycle import Step
from mentorjournal.model.words import EntryKind, RetentionRule
from ui.desk import OpenJournal
from ui.draft import Runner
from ui.pages.one_stop.contract import Outside, SheetView
from ui.pages.one_stop.paper import SheetPaper
from ui.pages.one_stop.work import (
    NAMES,
    OF_A_MEETING,
    Act,
    done_and_read,
    kept_and_read,
    left_at,
    merged,
    texts,
    with_typed,
)

NO_TOPIC = "One-stop advice needs a topic. Until you write one, the last one stays in the journal."


class OneStopPresenter:
    """Reads the sheet while it is in front. What somebody else changes meanwhile comes in beside the words
    that are being typed.
    """

    def __init__(self, view: SheetView, tasks: Runner, outside: Outside, clock: Clock) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._clock = clock
        self._paper = SheetPaper(view, tasks, outside, clock, self._is_open)
        self._journal: OpenJournal | None = None
        self._shown = False
        self._fresh = False
        self._found: OneStop | None = None
        self._base = SheetWords()
        self._meeting: EntryId | None = None
        self._wanted: EntryId | None = None
        self._busy: set[str] = set()
        self._reported: Change | None = None
        self._place: dict[str, object] = {}

    @property
    def meeting(self) -> EntryId | None:
        """The meeting that is chosen on the sheet."""
        return self._meeting

    # As a page of the journal

    def open(self, journal: OpenJournal) -> None:
        """Nothing is read before it is shown."""
        self._journal = journal

    def show(self) -> None:
        """Read the sheet; it lies open where it was left."""
        self._shown = self._fresh = True
        self._read()

    def leave(self) -> None:
        """It has gone from the front, and is read again when it comes back."""
        self.save()
        self._shown = False

    def flush(self) -> None:
        self.save()

    def close(self) -> None:
        self.save()
        self._journal = self._found = self._meeting = self._wanted = None
        self._shown, self._base, self._place = False, SheetWords(), {}
        self._busy.clear()
        self._view.clear()

    def place(self) -> dict[str, object]:
        if self._found is None:
            return self._place
        typed = self._view.written()
        unkept = {
            name: getattr(typed, name) for name in NAMES if getattr(typed, name) != getattr(self._base, name)
        }
        return {
            "meeting": self._meeting,
            "typed": unkept,
            "half": self._view.half_typed(),
            **self._view.place(),
        }

    def restore(self, place: dict[str, object]) -> None:
        self._place = place

    def refresh(self, change: Change) -> None:
        if self._shown and change is not self._reported:
            self._read()

    # What is typed

    def touched(self) -> None:
        if self._found is not None:
            self._view.show_unsaved()
            self._view.save_soon()

    def save(self) -> None:
        """Write what stands on the sheet, unless the journal has it already."""
        journal, found = self._journal, self._found
        if journal is None or found is None or not found.is_one_stop:
            return
        typed = self._view.written()
        self._view.say_topic("" if typed.topic else NO_TOPIC)
        wanted = typed if typed.topic else replace(typed, topic=self._base.topic)
        if wanted == self._base:
            self._view.show_saved(None)
            return
        before = self._base
        self._tasks.run(
            partial(kept_and_read, journal.journal, self._meeting, before, wanted),
            done=partial(self._kept, journal, self._meeting, wanted),
            failed=partial(self._not_kept, journal),
        )

    # What is done

    def choose_meeting(self, id: EntryId) -> None:
        """Prepare, or note, another of the meetings."""
        if self._found is not None and id != self._meeting:
            self.save()
            self._wanted = id
            self._read()

    def open_meeting(self) -> None:
        """Show the chosen meeting with its notes."""
        if self._meeting is not None:
            self.save()
            self._outside.show_entry(EntryKind.SESSION, self._meeting)

    def open_action(self, id: EntryId) -> None:
        self.save()
        self._outside.show_entry(EntryKind.ACTION, id)

    def plan(self, day: date, at: time | None) -> None:
        self._act(
            "plan",
            lambda journal: sheet.plan_meeting(journal, day, at),
            self._view.refuse_day,
            self._view.day_taken,
            anew=True,
        )

    def move(self, day: date, at: time | None) -> None:
        id = self._meeting
        if id is not None:
            self._act(
                "move",
                lambda journal: sheet.move_meeting(journal, id, day, at),
                self._view.refuse_day,
                self._view.day_taken,
            )

    def hold(self) -> None:
        id = self._meeting
        if id is not None:
            self._act("hold", lambda journal: sheet.hold(journal, id))

    def caught(self, line: str) -> None:
        """Keep what was promised or agreed."""
        today, id = self._clock().date(), self._meeting
        self._act(
            "catch",
            lambda journal: journal.actions.add(
                caught_action(line, today, id, journal.relationship().my_role)
            ),
            self._view.action_refused,
            partial(self._view.action_caught, line),
        )

    def ask_on(self, day: date | None) -> None:
        self._act("ask on", lambda journal: sheet.ask_on(journal, day), self._view.refuse_follow_up)

    def tell(self, told: bool) -> None:
        id = self._meeting
        if id is not None:
            self._act("tell", lambda journal: sheet.tell(journal, id, told))

    def choose_rule(self, rule: RetentionRule) -> None:
        self._act("rule", lambda journal: sheet.choose_rule(journal, rule), self._view.refuse_agreement)

    def agree(self) -> None:
        self._act("agree", sheet.agree, self._view.refuse_agreement)

    def take(self, step: Step) -> None:
        """Close, open again, or go on as long-term mentoring."""
        if step is Step.MAKE_LONG_TERM:
            self._go_on_as_long_term()
        elif step is Step.CLOSE:
            self.save()
            if not self._outside.closing():
                self._act("step", sheet.close)
        else:
            self._act("step", lambda journal: journal.life.take(step))

    # Paper

    def save_paper(self) -> None:
        """Put the preparation where the person says. What is on the screen is written first."""
        if self._journal is not None and self._found is not None:
            self.save()
            self._paper.save(self._journal, self._found)

    def print_paper(self) -> None:
        if self._journal is not None and self._found is not None:
            self.save()
            self._paper.print(self._journal, self._found)

    # What comes back

    def _is_open(self, journal: OpenJournal) -> bool:
        return journal is self._journal

    def _read(self) -> None:
        journal = self._journal
        if journal is not None:
            meeting = self._wanted or self._meeting or left_at(self._place)
            self._tasks.run(
                partial(one_stop, journal.journal, meeting),
                done=partial(self._arrived, journal),
                failed=self._outside.problem,
            )

    def _arrived(self, journal: OpenJournal, found: OneStop) -> None:
        if journal is not self._journal or not self._shown:
            return
        words = found.words
        meeting = found.meeting.id if found.meeting is not None else None
        if self._found is not None:
            names = NAMES
            if meeting != self._meeting:  # what was typed since belongs to the meeting that goes
                self.save()
                names = tuple(name for name in NAMES if name not in OF_A_MEETING)
            words = merged(self._base, self._view.written(), found.words, names)
        self._wanted = None
        place, self._place = self._place, {}
        if place:
            words = with_typed(words, place.get("typed"))
        self._found, self._base, self._meeting = found, found.words, meeting
        self._view.show_sheet(found, words, self._clock().date())
        if self._fresh:
            self._fresh = False
            self._view.begin()
        if place:
            self._view.show_half_typed(texts(place.get("half")))
            self._view.restore(place)
        if words != found.words:
            self.touched()

    def _kept(
        self,
        journal: OpenJournal,
        meeting: EntryId | None,
        sent: SheetWords,
        result: tuple[Change, OneStop],
    ) -> None:
        change, found = result
        if journal is self._journal:
            self._report(change)
            if meeting == self._meeting and self._found is not None:
                self._base = sent
                self._arrived(journal, found)
                if self._view.written() == self._base:
                    self._view.show_saved(self._clock())

    def _not_kept(self, journal: OpenJournal, error: Exception) -> None:
        if journal is self._journal:
            self._view.show_not_saved(str(error))
        self._outside.problem(error)

    def _act(
        self,
        name: str,
        act: Act,
        refused: Callable[[str], None] | None = None,
        then: Callable[[], None] | None = None,
        *,
        anew: bool = False,
    ) -> None:
        """Do it once, however often it is asked for before the answer. *anew* chooses the meeting again."""
        journal = self._journal
        if journal is None or self._found is None or name in self._busy:
            return
        self._busy.add(name)
        self.save()
        self._tasks.run(
            partial(done_and_read, act, journal.journal, None if anew else self._meeting),
            done=partial(self._acted, journal, name, then),
            failed=partial(self._not_acted, journal, name, refused),
        )

    def _acted(
        self,
        journal: OpenJournal,
        name: str,
        then: Callable[[], None] | None,
        result: tuple[Change, OneStop],
    ) -> None:
        if journal is not self._journal:
            return
        self._busy.discard(name)
        if then is not None:
            then()
        self._arrived(journal, result[1])
        self._report(result[0])

    def _not_acted(
        self, journal: OpenJournal, name: str, refused: Callable[[str], None] | None, error: Exception
    ) -> None:
        if journal is self._journal:
            self._busy.discard(name)
            if refused is not None and isinstance(error, InvalidInput):
                refused(str(error))
                return
        self._outside.problem(error)

    def _go_on_as_long_term(self) -> None:
        journal = self._journal
        if journal is not None and "step" not in self._busy:
            self._busy.add("step")
            self.save()
            self._tasks.run(
                partial(journal.journal.life.take, Step.MAKE_LONG_TERM),
                done=partial(self._long_term, journal),
                failed=partial(self._not_acted, journal, "step", None),
            )

    def _long_term(self, journal: OpenJournal, change: Change) -> None:
        if journal is self._journal:
            self._busy.discard("step")
            self._outside.became_long_term(change)

    def _report(self, change: Change) -> None:
        self._reported = change
        self._outside.changed(change)
