"""The page's presenter without Qt: work is done after each act, and the view notes what it was shown."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from mentorjournal.journal.journal import NEWEST_SCHEMA, Journal
from mentorjournal.model.agreement import Agreement, ClauseKey
from mentorjournal.model.change import Change
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipStatus, RelationshipType, Role
from mentorjournal.storage.connection import JOURNAL_APPLICATION_ID, connect
from tests.clock import FixedClock
from ui.pages.agreement.contract import Asking, ClauseShown, DraftShown, Incoming, Nothing, Reading, Side
from ui.pages.agreement.presenter import AgreementPresenter

TODAY = date(2026, 3, 1)


@dataclass(frozen=True)
class Opened:
    journal: Journal
    relationship: Relationship


class Runner:
    """Does what was asked for after the act that asked, as another thread would; not while it is *held*."""

    def __init__(self) -> None:
        self.held = False
        self.waiting: list[Callable[[], None]] = []

    def run(
        self, work: Callable[[], Any], *, done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        def step() -> None:
            try:
                result = work()
            except Exception as error:
                failed(error)
            else:
                done(result)

        self.waiting.append(step)

    def rest(self) -> None:
        if not self.held:
            self.go_on()

    def go_on(self) -> None:
        self.held = False
        while self.waiting:
            self.waiting.pop(0)()


class Hands:
    """The presenter as a person meets it: each act is over before the next."""

    def __init__(self, presenter: Any, runner: Runner) -> None:
        self._presenter, self._runner = presenter, runner

    def __getattr__(self, name: str) -> Any:
        act = getattr(self._presenter, name)
        if not callable(act):
            return act

        def acted(*given: Any, **named: Any) -> Any:
            result = act(*given, **named)
            self._runner.rest()
            return result

        return acted


@dataclass
class Outside:
    changes: list[Change] = field(default_factory=list)
    problems: list[Exception] = field(default_factory=list)
    path: Path | None = None
    file: Path | None = None
    suggested: list[str] = field(default_factory=list)

    def changed(self, change: Change) -> None:
        self.changes.append(change)

    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None:
        self.problems.append(error)

    def show_versions(self) -> None:
        raise AssertionError("the agreement has versions of its own")

    def choose_save_path(self, suggested: str) -> Path | None:
        self.suggested.append(suggested)
        return self.path

    def choose_file(self, title: str, kinds: str) -> Path | None:
        return self.file


class View:
    """What was shown last, by its name."""

    def __init__(self) -> None:
        self.front = ""
        self.nothing: Nothing | None = None
        self.draft: DraftShown | None = None
        self.clause: ClauseShown | None = None
        self.reading: Reading | None = None
        self.asking: Asking | None = None
        self.days: tuple[date | None, date | None] | None = None
        self.refused: list[str] = []
        self.said: list[str] = []
        self.saved: datetime | None = None
        self.not_saved = ""
        self.focused: list[object] = []
        self.filled = ""
        self.waits_to_save = False
        self.paper: bool | None = None
        self.said_of_paper: tuple[str, bool] | None = None
        self.said_of_form: tuple[str, bool] | None = None
        self.printed = b""
        self.incoming: Incoming | None = None

    def show_nothing(self, shown: Nothing) -> None:
        self.front, self.nothing = "nothing", shown

    def show_draft(self, shown: DraftShown) -> None:
        self.front, self.draft = "draft", shown

    def show_clause(self, shown: ClauseShown) -> None:
        self.clause = shown

    def show_reading(self, shown: Reading) -> None:
        self.front, self.reading = "reading", shown

    def focus_clause(self) -> None:
        self.focused.append("clause")

    def focus_side(self, side: Side) -> None:
        self.focused.append(side)

    def fill_agreed(self, text: str) -> None:
        self.filled = text

    def say(self, sentence: str) -> None:
        self.said.append(sentence)

    def ask(self, asking: Asking) -> None:
        self.asking, self.days = asking, (asking.on, asking.review_on)

    def asked(self) -> tuple[date | None, date | None] | None:
        return self.days

    def refuse_asking(self, sentence: str, field: str) -> None:
        self.refused.append(sentence)

    def close_asking(self) -> None:
        self.days = None

    def refuse_review(self, sentence: str) -> None:
        self.refused.append(sentence)

    def ask_paper(self, *, to_sign: bool) -> None:
        self.paper = to_sign

    def say_paper(self, sentence: str, *, wrong: bool = False) -> None:
        self.said_of_paper = (sentence, wrong)

    def say_form(self, sentence: str, *, wrong: bool = False) -> None:
        self.said_of_form = (sentence, wrong)

    def print_pdf(self, data: bytes) -> None:
        self.printed = data

    def show_incoming(self, incoming: Incoming) -> None:
        self.incoming = incoming

    def clear(self) -> None:
        self.__init__()  # type: ignore[misc]

    def save_soon(self) -> None:
        self.waits_to_save = True

    def show_unsaved(self) -> None:
        self.saved, self.not_saved = None, ""

    def show_saved(self, at: datetime | None) -> None:
        self.saved, self.not_saved = at, ""

    def show_not_saved(self, message: str) -> None:
        self.saved, self.not_saved = None, message


class Page:
    def __init__(self, clock: FixedClock, folder: Path) -> None:
        self.view, self.runner, self.outside = View(), Runner(), Outside()
        self._clock, self.folder = clock, folder
        self.presenter = Hands(AgreementPresenter(self.view, self.runner, self.outside, clock), self.runner)
        self.papers = Hands(self.presenter.papers, self.runner)
        self.journals: list[Journal] = []

    def make(
        self,
        type: RelationshipType = RelationshipType.LONG_TERM_FORMAL,
        role: Role = Role.MENTOR,
        **about: Any,
    ) -> Opened:
        formal = type is RelationshipType.LONG_TERM_FORMAL
        if type is RelationshipType.ONE_STOP:
            about["specialist_topic"] = "Panels"
        relationship = Relationship(
            codename="Heron",
            my_role=role,
            type=type,
            status=RelationshipStatus.DRAFT if formal else RelationshipStatus.ACTIVE,
            **about,
        )
        path = self.folder / f"{len(self.journals)}.mjdb"
        key = bytearray(secrets.token_bytes(32))
        db = connect(path, key, application_id=JOURNAL_APPLICATION_ID, newest=NEWEST_SCHEMA, create=True)
        journal = Journal(db, clock=self._clock)
        journal.describe(relationship)
        self.journals.append(journal)
        return Opened(journal, relationship)

    def open(self, opened: Opened) -> None:
        self.opened = opened
        self.presenter.open(opened)

    def begin(self, **about: Any) -> None:
        """A journal with an empty draft."""
        self.open(self.make(**about))
        self.presenter.begin()

    def type(self, key: ClauseKey, mine: str = "", theirs: str = "", agreed: str = "") -> None:
        """Type into the fields of a clause, and pause."""
        self.presenter.choose(key)
        for side, text in ((Side.MINE, mine), (Side.THEIRS, theirs), (Side.AGREED, agreed)):
            if text:
                self.presenter.typed(side, text)
        self.presenter.save()

    def agree(self, on: date = TODAY, review_on: date | None = None) -> None:
        self.presenter.ask()
        self.presenter.agree(on, review_on)

    def kept(self) -> Agreement:
        """The draft as the journal has it."""
        draft = self.opened.journal.agreements.draft()
        assert draft is not None
        return draft

    def holds(self) -> Agreement:
        agreed = self.opened.journal.agreements.agreed()
        assert agreed is not None
        return agreed

    def behind(self, **drafts: str) -> None:
        """The partner's words come in from elsewhere, and the page hears of it."""
        id = self.kept().id
        change = self.opened.journal.agreements.take_in(
            id, {ClauseKey(key): text for key, text in drafts.items()}
        )
        self.presenter.refresh(change)

    def undo(self) -> None:
        change = self.outside.changes[-1]
        assert change.undo is not None
        self.presenter.refresh(change.undo())

    def again(self) -> Page:
        """The page as after a lock: all that was on the screen is gone but its place."""
        place = self.presenter.place()
        self.presenter.close()
        self.presenter.open(self.opened)
        self.presenter.restore(place)
        return self

    def close(self) -> None:
        for journal in self.journals:
            journal.close()


def draft_with(value: Agreement, **texts: dict[str, str]) -> Agreement:
    clauses = tuple(replace(one, **texts.get(one.key.value, {})) for one in value.clauses)  # type: ignore[arg-type]
    return replace(value, clauses=clauses)
