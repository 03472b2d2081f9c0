"""The words that a goal ends with."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mentorjournal.model.goal import Goal
from mentorjournal.model.words import GoalStatus
from ui.pages.goals.check_in import LONGEST_TYPED
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, quiet
from ui.widgets.card import Card
from ui.widgets.fields import LineField
from ui.widgets.label import Label
from ui.widgets.layout import row


class ClosingNote(Card):
    """Asks for the words a goal ends with. Emits *settled* with the status and the note."""

    settled = Signal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._status = GoalStatus.ACHIEVED
        self._about = Label(theme, "", "heading", wrap=True)
        self.note = LineField(theme, self.tr("Closing note"), placeholder=self.tr("May be left empty"))
        self.note.setMaxLength(LONGEST_TYPED)
        self._problem = Label(theme, "", "small", "danger", wrap=True)
        keep = Button(theme, self.tr("Keep"), key="Return")
        leave = quiet(theme, self.tr("Cancel"), key="Escape")
        line = row(self.note, 8, leave, 4, keep)
        line.setStretch(0, 1)
        hint = self.tr("A summary may use these words when the goal may appear in one.")
        for item in (self._about, Label(theme, hint, "small", "text3", wrap=True)):
            self.body.addWidget(item)
        self.body.addSpacing(8)
        self.body.addLayout(line)
        self.body.addWidget(self._problem)
        self._problem.hide()
        self.note.returnPressed.connect(self._keep)
        keep.clicked.connect(self._keep)
        leave.clicked.connect(self.hide)
        self.hide()

    @property
    def status(self) -> GoalStatus | None:
        """The status that the words are asked for; None while nothing is asked."""
        return None if self.isHidden() else self._status

    def ask(self, goal: Goal, status: GoalStatus) -> None:
        self.type_again(status, goal.closing_note.replace("\n", " "))
        self.note.setFocus()

    def type_again(self, status: GoalStatus, note: str) -> None:
        self._status = status
        words = self.tr("Mark as {status}: what would you say of it?")
        self._about.setText(words.format(status=status.label))
        self.note.setText(note)
        self.say("")
        self.show()

    def say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _keep(self) -> None:
        self.settled.emit(self._status, self.note.text())
