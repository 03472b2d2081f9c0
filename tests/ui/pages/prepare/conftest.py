"""The page to prepare on, over a real journal, with a list of topics put into its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from mentorjournal.model.ids import EntryId
from mentorjournal.model.session import Session
from mentorjournal.model.words import Role
from tests.clock import FixedClock
from tests.guidance import long_journal
from tests.ui.pages.acting import Desk, Opened, Outside, desk, outside, shown
from tests.ui.pages.stage import Settings
from ui.pages.prepare.presenter import PreparePresenter
from ui.pages.prepare.view import PrepareView
from ui.question_sets import QuestionSets
from ui.tasks import Tasks
from ui.theme.theme import Theme

__all__ = ["desk", "outside"]


@dataclass
class Page:
    view: PrepareView
    presenter: PreparePresenter
    desk: Desk
    outside: Outside
    questions: QuestionSets
    opened: Opened | None = None
    session: EntryId | None = None

    def begin(self, role: Role, sessions: int = 3) -> None:
        """A journal of this role in front, the session that is planned next on the page."""
        opened = self.desk.begin(role)
        self.session = self.desk.do(lambda: long_journal.fill(opened.journal, role, sessions, promises=2))
        self.opened = opened
        self.presenter.open_entry(opened, self.session)
        self.desk.settle()

    def kept(self) -> Session:
        """The session as the journal has it after everything was written."""
        self.presenter.flush()
        self.desk.settle()
        assert self.opened is not None and self.session is not None
        opened, session = self.opened, self.session
        return self.desk.do(lambda: opened.journal.sessions.get(session))

    def undo(self) -> str:
        """Take back the last act that can be, as the shell's Undo does; returns what it was called."""
        change = next(change for change in reversed(self.outside.changes) if change.undo is not None)
        assert change.undo is not None
        self.outside.changes.remove(change)
        self.presenter.refresh(self.desk.do(change.undo))
        self.desk.settle()
        return change.label


@pytest.fixture
def page(
    qtbot: QtBot, theme: Theme, tasks: Tasks, desk: Desk, outside: Outside, clock: FixedClock
) -> Iterator[Page]:
    view = PrepareView(theme)
    questions = QuestionSets(tasks)
    questions.begin(Settings())
    presenter = PreparePresenter(view, tasks, outside, clock, questions)
    view.bind(presenter)
    view.set_agenda(QPushButton("topics"))
    shown(qtbot, view)
    yield Page(view, presenter, desk, outside, questions)
    presenter.close()
    desk.settle()
