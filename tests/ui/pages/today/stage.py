"""The Today page alone, over a real shelf on the vault's own thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.guidance.moment import Moment
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.action import Action
from mentorjournal.model.agreement import NO_TERMS
from mentorjournal.model.card import JournalId
from mentorjournal.model.change import Change
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.session import Session
from mentorjournal.model.words import RelationshipType, Role, SessionStatus
from mentorjournal.vault.sealing import FLOOR
from mentorjournal.vault.vault import Vault
from tests.clock import FixedClock
from tests.ui.pages.acting import TODAY, shown
from ui.pages.today.presenter import TodayPresenter
from ui.pages.today.row import LineRow
from ui.pages.today.view import TodayView
from ui.tasks import Tasks
from ui.theme.theme import Theme

T = TypeVar("T")
NONE = Qt.KeyboardModifier.NoModifier


def days(count: int) -> date:
    return TODAY + timedelta(days=count)


@dataclass
class Outside:
    """Notes what the page wishes."""

    changes: list[tuple[JournalId, Change]] = field(default_factory=list)
    problems: list[Exception] = field(default_factory=list)
    wishes: list[tuple[object, ...]] = field(default_factory=list)
    moments: Mapping[JournalId, Moment] = field(default_factory=dict)

    def changed_in(self, journal: JournalId, change: Change) -> None:
        self.changes.append((journal, change))

    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None:
        self.problems.append(error)

    def show_moments(self, moments: Mapping[JournalId, Moment]) -> None:
        self.moments = moments

    def show_entry_of(self, *wish: object) -> None:
        self.wishes.append(("entry", *wish))

    def show_session_of(self, *wish: object) -> None:
        self.wishes.append(("session", *wish))

    def open_journal(self, *wish: object) -> None:
        self.wishes.append(("journal", *wish))

    def wish_in(self, *wish: object) -> None:
        self.wishes.append(("wish", *wish))

    def write_beside(self, *wish: object) -> None:
        self.wishes.append(("beside", *wish))

    def write_on(self, *wish: object) -> None:
        self.wishes.append(("on", *wish))


class Stage:
    """Drives the page by keys alone, and says what stands on it."""

    def __init__(self, qtbot: QtBot, theme: Theme, tasks: Tasks, folder: Path, clock: FixedClock) -> None:
        self.qtbot, self.tasks, self.clock = qtbot, tasks, clock
        self.outside = Outside()
        self.view = TodayView(theme)
        self.presenter = TodayPresenter(self.view, tasks, self.outside, clock)
        self.view.bind(self.presenter)

        def make() -> Shelf:
            vault, _ = Vault.create(folder / "vault", "three herons", cost=FLOOR)
            return Shelf(vault, clock=clock)

        self.shelf = self.do(make)
        self.presenter.begin(self.shelf)

    def begin(
        self,
        codename: str = "Heron",
        role: Role = Role.MENTOR,
        type: RelationshipType = RelationshipType.INFORMAL,
        **more: object,
    ) -> Journal:
        about = Relationship(codename=codename, my_role=role, type=type, **more)  # type: ignore[arg-type]
        return self.do(lambda: self.shelf.add(about)).journal

    def session(self, journal: Journal, count: int, status: SessionStatus, title: str = "") -> None:
        value = Session(id=new_entry_id(), day=days(count), status=status, title=title)
        self.do(lambda: journal.sessions.add(value))

    def agree(self, journal: Journal, on: date) -> None:
        """Agree on the least there can be."""

        def work() -> None:
            journal.agreements.begin()
            draft = journal.agreements.draft()
            assert draft is not None
            clause = replace(draft.clauses[0], agreed_text="An hour, every month", applies=True)
            journal.agreements.write(replace(draft, clauses=(clause,), terms=NO_TERMS))
            journal.agreements.agree(draft.id, on)

        self.do(work)

    def action(self, journal: Journal, text: str, due: int) -> None:
        value = Action(id=new_entry_id(), day=days(-20), text=text, due_on=days(due))
        self.do(lambda: journal.actions.add(value))

    def show(self) -> None:
        shown(self.qtbot, self.view)
        self.presenter.show()
        self.settle()

    def do(self, work: Callable[[], T]) -> T:
        """Run *work* on the vault's thread and wait for it and all that it sets off."""
        results: list[T] = []
        errors: list[Exception] = []
        self.tasks.run(work, done=results.append, failed=errors.append)
        assert self.tasks.drain(20)
        if errors:
            raise errors[0]
        return results[0]

    def settle(self) -> None:
        QApplication.processEvents()
        assert self.tasks.drain(20)
        QApplication.processEvents()

    def undo(self) -> None:
        """Take back the last act, as the window's Undo does."""
        change = self.outside.changes.pop()[1]
        assert change.undo is not None
        self.do(change.undo)
        self.presenter.refresh()
        self.settle()

    # Keys

    def focused(self) -> QWidget:
        focused = self.view.focusWidget()
        assert focused is not None
        return focused

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.keyClick(self.focused(), key, modifiers)
        self.settle()

    def type(self, words: str) -> None:
        focused = self.focused()
        assert isinstance(focused, QLineEdit)
        focused.selectAll()
        self.qtbot.keyClicks(focused, words)

    def line(self) -> LineRow:
        """The line that has the focus."""
        focused = self.focused()
        assert isinstance(focused, LineRow), focused
        return focused

    def said(self) -> list[str]:
        return [row.accessibleName() for row in self.view.rows()]

    def go_to(self, words: str) -> LineRow:
        """Walk down with the arrow until the line that says *words* has the focus."""
        for _ in self.view.rows():
            if words in self.line().accessibleName():
                return self.line()
            self.key(Qt.Key.Key_Down)
        raise AssertionError(self.said())


@pytest.fixture
def stage(qtbot: QtBot, theme: Theme, tasks: Tasks, tmp_path: Path, clock: FixedClock) -> Iterator[Stage]:
    stage = Stage(qtbot, theme, tasks, tmp_path, clock)
    yield stage
    stage.presenter.close()
    stage.do(stage.shelf.close)
