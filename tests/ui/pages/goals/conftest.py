"""The Goals page over a real journal, with what the shell would do around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.model.change import Change
from mentorjournal.model.goal import CheckIn, Goal
from mentorjournal.model.ids import EntryId, new_check_in_id, new_entry_id
from mentorjournal.model.words import EntryKind, Role
from tests.clock import FixedClock
from tests.ui.pages import acting
from tests.ui.pages.acting import Desk, Opened, desk, shown
from ui.pages.goals.cards import GoalCard
from ui.pages.goals.presenter import GoalsPresenter
from ui.pages.goals.view import GoalsView
from ui.theme.theme import Theme
from ui.widgets.label import Label

__all__ = ["desk"]


@dataclass
class Outside(acting.Outside):
    """Notes which entries the page wished to be shown."""

    shown: list[tuple[EntryKind, EntryId]] = field(default_factory=list)

    def show_entry(self, kind: EntryKind, id: EntryId) -> None:
        self.shown.append((kind, id))


@pytest.fixture
def outside() -> Outside:
    return Outside()


class Page:
    def __init__(self, qtbot: QtBot, theme: Theme, desk: Desk, outside: Outside, clock: FixedClock) -> None:
        self.qtbot, self.desk = qtbot, desk
        self.view = GoalsView(theme)
        self.presenter = GoalsPresenter(self.view, desk.tasks, outside, clock)
        self.view.bind(self.presenter)
        shown(qtbot, self.view)

    def open(self, opened: Opened) -> None:
        self.opened = opened
        self.presenter.open(opened)
        self.desk.settle()

    def write(self, title: str = "Speak first", **fields: object) -> EntryId:
        goal = Goal(id=new_entry_id(), day=date(2026, 1, 5), title=title, **fields)  # type: ignore[arg-type]
        self.desk.do(lambda: self.opened.journal.goals.add(goal))
        return goal.id

    def check_in(self, id: EntryId, day: date, value: float, moved: str = "") -> None:
        one = CheckIn(id=new_check_in_id(), day=day, value=value, what_moved_it=moved)
        self.desk.do(lambda: self.opened.journal.goals.check_in(id, one))

    def reload(self) -> None:
        self.presenter.open(self.opened)
        self.desk.settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        self.qtbot.keyClick(focus, key, modifier)
        self.desk.settle()

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(QApplication.focusWidget(), text)

    def kept(self) -> list[Goal]:
        return self.desk.do(self.opened.journal.goals.all)

    def cards(self) -> list[GoalCard]:
        return [card for card in self.view.findChildren(GoalCard) if card.isVisible()]

    def check_in_rows(self) -> list[str]:
        model = self.view.story.list.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def linked_buttons(self) -> list[QPushButton]:
        return [button for button in self.view.story.linked.findChildren(QPushButton) if button.isVisible()]

    def linked(self) -> list[str]:
        """What is linked to the open goal, as a screen reader says it."""
        names = [QAccessible.queryAccessibleInterface(button) for button in self.linked_buttons()]
        return [name.text(QAccessible.Text.Name) for name in names if name is not None]

    def focus(self, name: str) -> QWidget:
        """Walk by Tab to the control of this name."""
        for _ in range(80):
            here = QApplication.focusWidget()
            assert here is not None
            if here.isVisible() and name in (here.accessibleName(), getattr(here, "text", str)()):
                return here
            self.qtbot.keyClick(here, Qt.Key.Key_Tab)
            QApplication.processEvents()
        raise AssertionError(f"Tab never comes to {name!r}")

    def take_back(self, change: Change) -> Change:
        """Undo as the shell does: the act on the vault thread, and the page is told."""
        undo: Callable[[], Change] | None = change.undo
        assert undo is not None
        back = self.desk.do(undo)
        self.presenter.refresh(back)
        self.desk.settle()
        return back

    def words(self) -> list[str]:
        return [label.text() for label in self.view.findChildren(Label) if label.isVisible()]


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, desk: Desk, outside: Outside, clock: FixedClock) -> Page:
    page = Page(qtbot, theme, desk, outside, clock)
    page.open(desk.begin(Role.MENTOR))
    return page
