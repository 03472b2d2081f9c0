"""An agenda on the screen, over a journal with one planned session."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.session import Session
from mentorjournal.model.topic import Topic
from mentorjournal.model.words import Role, TopicStatus
from tests.clock import FixedClock
from tests.ui.pages.acting import TODAY, Desk, Opened, Outside, desk, outside
from ui.pages.topics.presenter import AgendaPresenter
from ui.pages.topics.view import AgendaView
from ui.theme.theme import Theme

__all__ = ["desk", "outside"]

CTRL, ALT_SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier,
)


class Page:
    """The view with its presenter, and what a host would do around them."""

    def __init__(self, qtbot: QtBot, theme: Theme, desk: Desk, outside: Outside, clock: FixedClock) -> None:
        self.qtbot, self.desk, self.outside = qtbot, desk, outside
        self.view = AgendaView(theme)
        self.presenter = AgendaPresenter(self.view, desk.tasks, outside, clock)
        self.view.bind(self.presenter)
        self.view.resize(320, 600)
        with qtbot.waitExposed(self.view):
            self.view.show()
        self.view.activateWindow()

    def open(self, opened: Opened, session: EntryId | None) -> None:
        self.opened, self.session = opened, session
        if session is None:
            self.presenter.open_inbox(opened)
        else:
            self.presenter.open_entry(opened, session)
        self.desk.settle()

    # By hand

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        self.qtbot.keyClick(focus, key, modifiers)
        self.desk.settle()

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(QApplication.focusWidget(), text)

    def paste(self, text: str) -> None:
        """Into the line that adds."""
        QApplication.clipboard().setText(text)
        self.view.add_line.line.setFocus()
        self.press(Qt.Key.Key_V, CTRL)

    def add(self, *texts: str) -> None:
        self.view.add_line.line.setFocus()
        for text in texts:
            self.type(text)
            self.press(Qt.Key.Key_Return)

    def go_to(self, text: str) -> None:
        """Walk down to a topic from the line above the list."""
        self.view.add_line.line.setFocus()
        self.press(Qt.Key.Key_Down)
        self.press(Qt.Key.Key_Home)
        for _ in range(len(self.lines())):
            if self.chosen() == text:
                return
            self.press(Qt.Key.Key_Down)
        assert self.chosen() == text

    def undo(self) -> str:
        """Take back the last act, as the shell does; the label names it."""
        change = self.outside.changes.pop()
        assert change.undo is not None
        self.desk.tasks.run(change.undo, done=self._undone, failed=self.outside.problem)
        self.desk.settle()
        return change.label

    def redo(self) -> str:
        return self.undo()

    def _undone(self, change: Change) -> None:
        self.outside.changes.append(change)
        self.presenter.refresh(change)

    # What is seen and kept

    def lines(self) -> list[str]:
        model = self.view.list.model()
        return [str(model.index(place, 0).data()) for place in range(model.rowCount())]

    def spoken(self) -> list[str]:
        model, role = self.view.list.model(), Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(place, 0).data(role)) for place in range(model.rowCount())]

    def chosen(self) -> str:
        indexes = self.view.list.selectedIndexes()
        return str(indexes[0].data()) if indexes else ""

    def agenda(self) -> Sequence[Topic]:
        session = self.session
        assert session is not None
        return self.desk.do(lambda: self.opened.journal.topics.of_session(session))

    def inbox(self) -> list[str]:
        return [topic.text for topic in self.desk.do(self.opened.journal.topics.inbox)]

    def open_ones(self) -> list[str]:
        return [topic.text for topic in self.agenda() if topic.status.is_open]

    def status(self, text: str) -> TopicStatus:
        return next(t.status for t in self.desk.do(self.opened.journal.topics.all) if t.text == text)


def plan_session(desk: Desk, opened: Opened, **fields: object) -> EntryId:
    id = new_entry_id()
    session = Session(id=id, **{"day": TODAY, **fields})  # type: ignore[arg-type]
    desk.do(lambda: opened.journal.sessions.add(session))
    return id


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, desk: Desk, outside: Outside, clock: FixedClock) -> Iterator[Page]:
    page = Page(qtbot, theme, desk, outside, clock)
    opened = desk.begin(Role.MENTEE)
    page.open(opened, plan_session(desk, opened))
    yield page
    page.presenter.close()
    desk.settle()
    shiboken6.delete(page.view)
    gc.collect()


@pytest.fixture
def filled(page: Page) -> Page:
    """Three topics on the agenda, one in the inbox; the keys are in the list."""
    session = page.session

    def fill() -> None:
        page.opened.journal.topics.capture_all(["One", "Two", "Three"], session)
        page.opened.journal.topics.capture("Waiting")

    page.desk.do(fill)
    page.open(page.opened, session)
    page.go_to("One")
    return page
