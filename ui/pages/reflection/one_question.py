"""One question at a time: its step, its words, and the way to the next."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorjournal.model.words import Role
from mentorjournal.prompts import PromptSet
from ui.theme.theme import SERIF, Theme
from ui.widgets.buttons import Button, ToolButton
from ui.widgets.label import Label
from ui.widgets.layout import column, row

NEXT_KEY, BACK_KEY = "Alt+Right", "Alt+Left"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a set, with the name of its step."""

    step_id: str
    step: str
    words: str

    @property
    def key(self) -> tuple[str, str]:
        return self.step_id, self.words


def questions_of(one: PromptSet, role: Role) -> tuple[Asked, ...]:
    """The questions for one side of the relationship, in their order."""
    return tuple(Asked(step.id, step.label, words) for step in one.steps for words in step.questions(role))


class OneQuestion(QWidget):
    """Shows the question in front; tells of the wish to answer it and to go on or back."""

    asked = Signal()
    stepped = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = Label(theme, "", "caption", "text3", wrap=True)
        self._count = Label(theme, "", "small", "text3")
        self._words = Label(theme, "", "editor", "text", family=SERIF, wrap=True)
        self.answer_button = Button(theme, self.tr("Answer"))
        self.back = ToolButton(theme, "chevron-left", self.tr("Previous question"), key=BACK_KEY)
        self.next = ToolButton(theme, "chevron-right", self.tr("Next question"), key=NEXT_KEY)
        head = row(self._step, 8, self._count)
        head.setStretch(0, 1)
        acts = row(self.answer_button, None, self.back, self.next)
        self.setLayout(column(head, 6, self._words, 12, acts, margins=(10, 10, 10, 4)))
        self.answer_button.clicked.connect(self.asked)
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)

    def words(self) -> str:
        return self._words.text()

    def show_question(self, asked: Asked, place: int, count: int, *, answered: bool) -> None:
        self._step.setText(asked.step)
        self._count.setText(self.tr("{place} of {count}").format(place=place + 1, count=count))
        self._words.setText(asked.words)
        self.answer_button.setText(self.tr("Go to the answer") if answered else self.tr("Answer"))
        self.answer_button.setAccessibleDescription(asked.words)
        self.back.setEnabled(place > 0)
        self.next.setEnabled(place < count - 1)

    def _go_back(self) -> None:
        self.stepped.emit(-1)

    def _go_on(self) -> None:
        self.stepped.emit(1)
