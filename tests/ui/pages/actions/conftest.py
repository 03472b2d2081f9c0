"""The Actions page over a real journal, with what the shell would do around it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal.model.action import Action
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.words import Role
from tests.clock import FixedClock
from tests.ui.pages.acting import TODAY, Desk, Opened, Outside, desk, outside, shown
from ui.pages.actions.presenter import ActionsPresenter
from ui.pages.actions.view import ActionsView
from ui.theme.theme import Theme
from ui.widgets.fields import ChoiceField, LineField
from ui.widgets.label import Label

__all__ = ["desk", "outside"]


class Page:
    def __init__(self, qtbot: QtBot, theme: Theme, desk: Desk, outside: Outside, clock: FixedClock) -> None:
        self.qtbot, self.desk = qtbot, desk
        self.view = ActionsView(theme, clock=clock)
        self.presenter = ActionsPresenter(self.view, desk.tasks, outside, clock)
        self.view.bind(self.presenter)
        shown(qtbot, self.view)

    def open(self, opened: Opened) -> None:
        self.opened = opened
        self.presenter.open(opened)
        self.desk.settle()

    def write(self, text: str, **fields: object) -> EntryId:
        action = Action(id=new_entry_id(), day=TODAY, text=text, **fields)  # type: ignore[arg-type]
        self.desk.do(lambda: self.opened.journal.actions.add(action))
        return action.id

    def reload(self) -> None:
        self.presenter.open(self.opened)
        self.desk.settle()

    def press(self, key: Qt.Key) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        self.qtbot.keyClick(focus, key)
        self.desk.settle()

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(QApplication.focusWidget(), text)

    def choose(self, id: EntryId) -> None:
        """Walk down the list until the action is chosen, as the arrows do."""
        self.view.list.setFocus()
        for _ in range(self.view.list.model().rowCount()):
            if self.view.selected() == id:
                return
            self.press(Qt.Key.Key_Down)
        raise AssertionError("not in the list")

    def field(self, name: str) -> ChoiceField:
        """A choice of the editor."""
        fields = self.view.editor.findChildren(ChoiceField)
        return next(field for field in fields if field.accessibleName() == name)

    def line(self, name: str) -> LineField:
        """A line of the editor."""
        lines = self.view.editor.findChildren(LineField)
        return next(line for line in lines if line.accessibleName() == name)

    def words(self) -> list[str]:
        return [label.text() for label in self.view.findChildren(Label) if label.isVisible()]

    def kept(self) -> list[Action]:
        return self.desk.do(self.opened.journal.actions.all)

    def lines(self) -> list[str]:
        model = self.view.list.model()
        return [str(model.index(place, 0).data()) for place in range(model.rowCount())]

    def spoken(self) -> list[str]:
        model, role = self.view.list.model(), Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(place, 0).data(role)) for place in range(model.rowCount())]


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, desk: Desk, outside: Outside, clock: FixedClock) -> Page:
    page = Page(qtbot, theme, desk, outside, clock)
    page.open(desk.begin(Role.MENTOR))
    return page
