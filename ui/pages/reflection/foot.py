"""What comes of a reflection: a learning point, the day it returns, and its tags."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from mentorjournal.model.words import Visibility
from ui.pages.reflection.learning_box import LearningBox
from ui.pages.reflection.return_line import ReturnLine
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.fields import LineField
from ui.widgets.label import Label
from ui.widgets.layout import column, row

LEARN_KEY = "Ctrl+Shift+L"


class Foot(QWidget):
    """*learnt* carries a learning point and what may happen to it. *done* says that the box is put away."""

    learn_wanted = Signal()
    learnt = Signal(str, object)
    done = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.learning_button = Button(theme, "", kind="link", icon="sparkles", key=LEARN_KEY)
        self.learning = LearningBox(theme)
        self.learning.hide()
        self._kept = Label(theme, "", "small", "text3")
        self.returns = ReturnLine(theme)
        self.tags = LineField(
            theme, self.tr("Tags"), placeholder=self.tr("Tags, with commas between"), style="small", bare=True
        )
        never = Label(theme, self.tr("Reflections never leave this journal."), "small", "text3", wrap=True)
        learn = row(-5, self.learning_button, 8, self._kept, None)
        self.setLayout(
            column(
                learn,
                self.learning,
                2,
                self.returns,
                8,
                self.tags,
                6,
                never,
                margins=(0, 24, 0, 24),
            )
        )
        self.learning_button.clicked.connect(self.learn_wanted)
        self.learning.kept.connect(self._keep)
        self.learning.left.connect(self._leave)
        self.name_learning(selected=False)

    def name_learning(self, *, selected: bool) -> str:
        """Say what the button does with the words that are selected, or without any."""
        words = self.tr("Make it a learning point") if selected else self.tr("Write a learning point")
        self.learning_button.setText(words)
        return words

    def begin_learning(self, words: str) -> None:
        self._kept.setText("")
        self.learning_button.hide()
        self.learning.show()
        self.learning.begin(words)

    def learning_kept(self) -> None:
        self._leave()
        self._kept.setText(self.tr("Kept as a learning point."))

    def put_away(self) -> None:
        """Close what was opened for an entry before."""
        self._kept.setText("")
        self.learning.hide()
        self.learning_button.show()
        self.returns.close_form()

    @Slot(str, object)
    def _keep(self, words: str, visibility: Visibility) -> None:
        self.learnt.emit(words, visibility)

    @Slot()
    def _leave(self) -> None:
        self.learning.hide()
        self.learning_button.show()
        self.done.emit()
