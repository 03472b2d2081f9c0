"""The first days of the open journal: what is left of its steps, each done from where it stands."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Protocol

from mentorjournal.errors import InvalidInput
from mentorjournal.guidance.first_days import FirstStep, FirstThing, first_days, plan_first, put_away
from mentorjournal.journal.journal import Journal
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import EntryKind, RelationshipType
from mentorjournal.primers import READ, primer, read_of
from ui.desk import OpenJournal
from ui.draft import Runner

USUAL_WAIT = timedelta(days=7)
"""The day that is proposed for the first conversation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstDaysShown:
    """*primer* and *minutes* are the title of what is to be read, and how long it takes."""

    kind: RelationshipType
    things: tuple[FirstThing, ...]
    primer: str
    minutes: int
    today: date


class FirstDaysView(Protocol):
    def show_days(self, shown: FirstDaysShown | None) -> None: ...
    def ask_day(self, day: date, today: date) -> None: ...
    def refuse(self, sentence: str) -> None: ...
    def focus_step(self, step: FirstStep) -> None: ...


class Store(Protocol):
    """Where private settings are kept, on the vault's thread."""

    def setting(self, name: str, default: object = None) -> object: ...


class Outside(Protocol):
    def changed(self, change: Change) -> None: ...
    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None: ...
    def show_entry(self, kind: EntryKind, id: EntryId) -> None: ...
    def wish(self, name: str) -> bool: ...


class FirstDaysPresenter:
    """*offered* says which steps somebody in the window can do. The desk drives it like a page."""

    def __init__(
        self,
        view: FirstDaysView,
        tasks: Runner,
        store: Store,
        outside: Outside,
        offered: Callable[[], Collection[FirstStep]],
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._store = store
        self._outside = outside
        self._offered = offered
        self._journal: OpenJournal | None = None
        self._shown: FirstDaysShown | None = None
        self._turn = 0
        self._planned = False

    # What every page does

    def open(self, journal: OpenJournal) -> None:
        self._journal = journal
        self._load()

    def flush(self) -> None:
        """Nothing is written here."""

    def close(self) -> None:
        self._turn += 1
        self._journal = self._shown = None
        self._planned = False
        self._view.show_days(None)

    def place(self) -> dict[str, object]:
        return {}

    def restore(self, place: dict[str, object]) -> None:
        """It has no place of its own."""

    def refresh(self, change: Change) -> None:
        """Whatever was done may have been one of the steps, or the undo of one."""
        self._load()

    # What the writer does

    def do(self, step: FirstStep) -> None:
        shown = self._shown
        thing = next((one for one in shown.things if one.step is step), None) if shown else None
        if shown is None or thing is None:
            return
        match step:
            case FirstStep.READ:
                self._outside.wish(f"primer {thing.primer}")
            case FirstStep.AGREE:
                self._outside.wish("agreement")
            case FirstStep.SHEET:
                self._outside.wish("one stop")
            case FirstStep.PLAN if thing.session is not None:
                self._outside.show_entry(EntryKind.SESSION, thing.session)
            case FirstStep.PLAN:
                self._view.ask_day(shown.today + USUAL_WAIT, shown.today)

    def plan(self, day: date) -> None:
        """Plan the first conversation on this day, with its suggested agenda."""
        self._planned = True
        self._act(lambda journal: plan_first(journal, day))

    def put_away(self) -> None:
        self._act(put_away)

    # Inside

    def _act(self, act: Callable[[Journal], Change]) -> None:
        journal = self._journal
        if journal is not None:
            self._tasks.run(
                partial(act, journal.journal),
                done=partial(self._done, journal),
                failed=partial(self._failed, journal),
            )

    def _done(self, journal: OpenJournal, change: Change) -> None:
        if journal is self._journal:
            self._outside.changed(change)
            self._load()

    def _failed(self, journal: OpenJournal, error: Exception) -> None:
        if not isinstance(error, InvalidInput):
            self._outside.problem(error)
        elif journal is self._journal:
            self._planned = False
            self._view.refuse(str(error))

    def _load(self) -> None:
        journal = self._journal
        if journal is None:
            return
        self._turn += 1
        self._tasks.run(
            partial(_read, journal.journal, self._store, tuple(self._offered())),
            done=partial(self._arrived, self._turn),
            failed=self._outside.problem,
        )

    def _arrived(self, turn: int, shown: FirstDaysShown | None) -> None:
        if turn == self._turn:
            self._shown = shown
            self._view.show_days(shown)
            if self._planned and shown is not None and any(one.session for one in shown.things):
                self._planned = False
                self._view.focus_step(FirstStep.PLAN)


def _read(journal: Journal, store: Store, offered: Collection[FirstStep]) -> FirstDaysShown | None:
    things = first_days(journal, read_of(store.setting(READ)), offered)
    if not things:
        return None
    about = journal.relationship()
    to_read = next((primer(one.primer) for one in things if one.primer), None)
    return FirstDaysShown(
        kind=about.type,
        things=things,
        primer=to_read.title if to_read else "",
        minutes=to_read.minutes(about.my_role) if to_read else 0,
        today=journal.today(),
    )
