"""The Share page as the window puts it together, over a real journal in a real encrypted file."""

from __future__ import annotations

from datetime import date

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal.model.action import Action
from mentorjournal.model.goal import CheckIn, Goal
from mentorjournal.model.ids import new_check_in_id, new_entry_id
from mentorjournal.model.reflection import LearningPoint
from mentorjournal.model.session import Session
from mentorjournal.model.words import Audience, SessionStatus, Visibility
from tests.clock import FixedClock
from tests.ui.pages.acting import Desk, Opened, Outside, shown
from ui.pages.share.contract import Step
from ui.pages.share.presenter import SharePresenter
from ui.pages.share.view import ShareView
from ui.theme.theme import Theme
from ui.widgets.label import Label

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NO_KEY = Qt.KeyboardModifier.NoModifier
SHARED, SECRET = Visibility.SUMMARY_OK, "XYZZY"


class Page:
    def __init__(self, qtbot: QtBot, theme: Theme, desk: Desk, outside: Outside, clock: FixedClock) -> None:
        self.qtbot, self.desk, self.outside = qtbot, desk, outside
        self.view = ShareView(theme)
        self.presenter = SharePresenter(self.view, desk.tasks, outside, clock)
        self.view.bind(self.presenter)
        shown(qtbot, self.view)

    def open(self, opened: Opened) -> None:
        self.opened = opened
        self.presenter.open(opened)
        self.desk.settle()

    def choose(self, audience: Audience) -> None:
        self.presenter.choose_audience(audience)
        self.desk.settle()

    def go(self, step: Step) -> None:
        """Open a step as the mouse does."""
        self.view.rail.buttons[step].click()
        self.desk.settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
        """Press a key of the page, wherever in it the keyboard is."""
        self.view.activateWindow()
        QApplication.processEvents()
        self.qtbot.keyClick(QApplication.focusWidget() or self.view, key, modifier)
        self.desk.settle()

    def save(self) -> None:
        """Ctrl+S opens the last step, and saves there."""
        self.go(Step.READER)
        self.key(Qt.Key.Key_S, CONTROL)
        self.key(Qt.Key.Key_S, CONTROL)

    @property
    def may_save(self) -> bool:
        """Whether there is a button to save with, at the last step."""
        self.go(Step.SAVE)
        return self.view.saving.save.isVisible()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
        self.qtbot.keyClick(QApplication.focusWidget(), key, modifier)
        self.desk.settle()

    def place_of(self, text: str) -> int:
        model = self.view.lines.offer.model()
        texts = [str(model.index(place, 0).data()) for place in range(model.rowCount())]
        return texts.index(text)

    def point_at(self, text: str) -> None:
        self.go(Step.LINES)
        self.view.lines.offer.setFocus()
        self.view.lines.offer.setCurrentIndex(self.view.lines.offer.model().index(self.place_of(text), 0))

    def words(self) -> list[str]:
        return [label.text() for label in self.view.findChildren(Label) if label.isVisible()]

    def lines(self) -> list[str]:
        """The lines that leave."""
        model = self.view.look.leaving.model()
        return [str(model.index(place, 0).data()) for place in range(model.rowCount())]

    def state_of(self, step: Step) -> str:
        """What the rail says of a step, to whoever hears it."""
        return self.view.rail.buttons[step].accessibleName()


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage() for page in document]
    text = "\n".join(page.get_text_bounded() for page in pages)
    for page in pages:
        page.close()
    document.close()
    return " ".join(text.split())


def fill(opened: Opened) -> None:
    journal = opened.journal
    goal = Goal(
        id=new_entry_id(),
        day=date(2026, 1, 5),
        title="Lead the review",
        success_criterion="One led alone",
        visibility=SHARED,
    )
    journal.sessions.add(Session(id=new_entry_id(), day=date(2026, 1, 20), status=SessionStatus.HELD))
    journal.goals.add(goal)
    moved = CheckIn(id=new_check_in_id(), day=date(2026, 2, 1), value=40, what_moved_it=f"{SECRET} moved")
    journal.goals.check_in(goal.id, moved)
    journal.goals.add(Goal(id=new_entry_id(), day=date(2026, 1, 6), title=f"{SECRET} goal"))
    for text, visibility in (("Pauses are answers", SHARED), (f"{SECRET} lesson", Visibility.PRIVATE)):
        point = LearningPoint(id=new_entry_id(), day=date(2026, 2, 2), text=text, visibility=visibility)
        journal.learning_points.add(point)
    for text, visibility in (("Send the draft", SHARED), (f"{SECRET} act", Visibility.NEVER_EXPORT)):
        action = Action(id=new_entry_id(), day=date(2026, 2, 3), text=text, visibility=visibility)
        journal.actions.add(action)
