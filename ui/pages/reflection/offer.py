"""One question to write on, offered on an empty page with the reason why."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from mentorjournal.guidance.question import Offered
from ui.theme.theme import SERIF, Theme
from ui.widgets.buttons import Button, quiet
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.layout import row


class OfferCard(Card):
    """Stays below the place to write, so that nothing moves when the writer simply begins."""

    taken = Signal()
    another = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._why = Label(theme, "", "small", "text2", wrap=True)
        self._question = Label(theme, "", "editor", "text", family=SERIF, wrap=True)
        self._from = Label(theme, "", "small", "text3", wrap=True)
        self.answer_button = Button(theme, self.tr("Answer this"), key="Alt+Right")
        self.another_button = quiet(theme, self.tr("Another"), icon="refresh-cw")
        self.free_button = quiet(theme, self.tr("Write freely"))
        acts = row(self.answer_button, 6, self.another_button, 2, self.free_button, None)
        super().__init__(
            self._why, self._question, self._from, 4, acts, spacing=6, margins=(20, 16, 20, 14), parent=parent
        )
        self.answer_button.clicked.connect(self.taken)
        self.another_button.clicked.connect(self.another)
        self.free_button.clicked.connect(self._leave)

    def words(self) -> tuple[str, str]:
        """The question and why it is offered."""
        return self._question.text(), self._why.text()

    def show_offer(self, offered: Offered, *, more: bool) -> None:
        self._why.setText(offered.why)
        self._question.setText(offered.question)
        self._from.setText(self.tr("From {set}").format(set=offered.set_name))
        self.answer_button.setAccessibleDescription(offered.question)
        self.setAccessibleName(self.tr("A question to write on: {words}").format(words=offered.question))
        self.another_button.setVisible(more)

    @Slot()
    def _leave(self) -> None:
        self.left.emit()
