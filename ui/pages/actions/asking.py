"""One line beneath the list that asks one thing of the action just chosen: what came of it, or until when."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from mentorjournal.model.ids import EntryId
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, quiet
from ui.widgets.day_field import DayField
from ui.widgets.fields import LineField
from ui.widgets.label import Label
from ui.widgets.layout import column, row


class AskLine(QFrame):
    """Emits *said* with the action's id and the words for Enter, and *left* for Escape."""

    said = Signal(object, str)
    left = Signal()

    def __init__(
        self, theme: Theme, text: QLineEdit, keep: str, leave: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.text = text
        self._id: EntryId | None = None
        self._about = Label(theme, "", "body_strong", wrap=True)
        self._problem = Label(theme, "", "small", "danger", wrap=True)
        self._problem.hide()
        keep_button = Button(theme, keep, key="Return")
        leave_button = quiet(theme, leave, key="Escape")
        line = row(self.text, 8, leave_button, 4, keep_button)
        line.setStretch(0, 1)
        self.setLayout(column(self._about, 8, line, self._problem, spacing=2, margins=(18, 12, 18, 12)))
        self.text.returnPressed.connect(self._keep)
        self.text.textEdited.connect(self._typing)
        keep_button.clicked.connect(self._keep)
        leave_button.clicked.connect(self.left)

    def ask(self, id: EntryId, question: str) -> None:
        self._id = id
        self._about.setText(question)
        self.text.clear()
        self.say("")

    def forget(self) -> None:
        """Keep no word of what was asked and answered."""
        self.ask(EntryId(""), "")

    def ask_of(self, id: EntryId, text: str) -> None:
        """Ask about the action of this text."""
        raise NotImplementedError

    def say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setAccessibleName(problem)
        self._problem.setVisible(bool(problem))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    @Slot()
    def _keep(self) -> None:
        self.said.emit(self._id, self.text.text())

    @Slot()
    def _typing(self) -> None:
        self.say("")


class OutcomeLine(AskLine):
    """“What came of it?” It may be left empty."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        field = LineField(theme, self.tr("What came of it?"), placeholder=self.tr("May be left empty"))
        super().__init__(theme, field, self.tr("Keep"), self.tr("Skip"), parent)

    def ask_of(self, id: EntryId, text: str) -> None:
        self.ask(id, self.tr("Done: {action} What came of it?").format(action=sentence(text)))


class UntilLine(AskLine):
    """“Until when?”, in words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        field = DayField(
            theme, self.tr("Until when?"), self.tr("“Thursday”, “in 2 weeks”, or nothing for no date")
        )
        super().__init__(theme, field, self.tr("Carry over"), self.tr("Cancel"), parent)

    def ask_of(self, id: EntryId, text: str) -> None:
        self.ask(id, self.tr("Carry over: {action} Until when?").format(action=sentence(text)))


def sentence(text: str) -> str:
    """*text* shortened to a line, with an end."""
    short = text if len(text) <= 80 else text[:79].rstrip() + "…"
    return short if short.endswith((".", "?", "!", "…")) else f"{short}."
