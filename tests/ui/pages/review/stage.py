"""The review page alone, over a real journal, driven by keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.journal.journal import Journal
from mentorjournal.model.action import Action
from mentorjournal.model.agreement import Terms
from mentorjournal.model.change import Change
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.relationship import Commitment
from mentorjournal.model.review import Review
from mentorjournal.model.session import Session
from mentorjournal.model.words import ActionStatus, Role, SessionStatus
from tests.clock import FixedClock
from tests.ui.pages.acting import TODAY, Desk, Opened, Outside, shown
from ui.pages.review.presenter import ReviewPresenter
from ui.pages.review.view import ReviewView
from ui.theme.theme import Theme

NONE = Qt.KeyboardModifier.NoModifier


class Wishes(Outside):
    """Notes what the page wishes besides."""

    wished: list[str]
    undoing: list[Change]

    def wish(self, name: str) -> None:
        self.wished.append(name)

    def described(self, change: Change) -> None:
        self.changes.append(change)

    def show_versions(self) -> None:
        raise AssertionError


class Page:
    def __init__(self, qtbot: QtBot, theme: Theme, desk: Desk, clock: FixedClock) -> None:
        self.qtbot, self.desk = qtbot, desk
        self.outside = Wishes()
        self.outside.wished = []
        self.view = ReviewView(theme, today=TODAY)
        self.presenter = ReviewPresenter(self.view, desk.tasks, self.outside, clock)
        self.view.bind(self.presenter)
        shown(qtbot, self.view)

    def begin(self, role: Role = Role.MENTEE, **about: object) -> Opened:
        """A journal whose page has been opened and not shown yet."""
        about.setdefault("commitment", Commitment(sessions_planned=6, interval_days=28))
        self.opened = self.desk.begin(role, **about)
        self.presenter.open(self.opened)
        self.desk.settle()
        return self.opened

    @property
    def journal(self) -> Journal:
        return self.opened.journal

    def show(self, *kind: object) -> None:
        self.presenter.show(*kind)  # type: ignore[arg-type]
        self.desk.settle()

    def reviews(self) -> list[Review]:
        return self.desk.do(self.journal.reviews.all)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        self.qtbot.keyClick(focus, key, modifier)
        self.desk.settle()

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(QApplication.focusWidget(), text)

    def keep(self) -> None:
        """What the pause in typing does."""
        self.presenter.save()
        self.desk.settle()

    def click(self, button: QWidget) -> None:
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.desk.settle()

    def undo(self) -> None:
        change = next(change for change in reversed(self.outside.changes) if change.undo is not None)
        assert change.undo is not None
        self.outside.changes.remove(change)
        again = self.desk.do(change.undo)
        self.presenter.refresh(again)
        self.desk.settle()

    # What there is in the journal

    def meet(self, *days: int) -> None:
        for count in days:
            value = Session(id=new_entry_id(), day=TODAY + timedelta(days=count), status=SessionStatus.HELD)
            self.desk.do(partial(self.journal.sessions.add, value))

    def promise(self, text: str, status: ActionStatus = ActionStatus.OPEN) -> None:
        value = Action(id=new_entry_id(), day=TODAY, text=text, status=status)
        self.desk.do(lambda: self.journal.actions.add(value))

    def agree(self, on: date) -> None:
        self.desk.do(lambda: _agree(self.journal, on))


def _agree(journal: Journal, on: date) -> None:
    journal.agreements.begin()
    draft = journal.agreements.draft()
    assert draft is not None
    clause = replace(draft.clauses[0], agreed_text="An hour, every month", applies=True)
    terms = Terms(sessions_planned=6, interval_days=28)
    journal.agreements.write(replace(draft, clauses=(clause, *draft.clauses[1:]), terms=terms))
    journal.agreements.agree(draft.id, on)


Make = Callable[[], Page]


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, desk: Desk, clock: FixedClock) -> Page:
    return Page(qtbot, theme, desk, clock)
