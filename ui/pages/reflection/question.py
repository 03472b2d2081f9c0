"""A question of the whole list, which is pressed to answer it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.words_button import WordsButton


class Question(WordsButton):
    """An answered one carries a tick."""

    asked = Signal(str, str)

    def __init__(self, theme: Theme, step_id: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, words, "", parent)
        self._step_id = step_id
        self.set_answered(False)
        self.clicked.connect(self._ask)

    def key(self) -> tuple[str, str]:
        return self._step_id, self.text()

    def set_answered(self, answered: bool) -> None:
        says = self.tr("Answered; go to the answer") if answered else self.tr("Answer this question")
        tone, mark = ("text3", "check") if answered else ("text2", "")
        self.set_face(self.text(), says, tone=tone, mark=mark)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self._step_id, self.text())
