"""A question and room for its answer."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.few_lines import FewLines
from ui.widgets.label import Label
from ui.widgets.layout import column


class Question(QWidget):
    edited = Signal()

    def __init__(
        self,
        theme: Theme,
        words: str,
        *,
        hint: str = "",
        limit: int = 4000,
        lines: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = Label(theme, words, "body_strong", wrap=True)
        self._hint = Label(theme, "", "small", "text3", wrap=True)
        self.answer = FewLines(theme, words, limit=limit, lines=lines)
        self._wrong = Label(theme, "", "small", "danger", wrap=True)
        self._wrong.hide()
        self._words.setBuddy(self.answer)
        self.setLayout(column(self._words, self._hint, 6, self.answer, 2, self._wrong))
        self.set_hint(hint)
        self.setFocusProxy(self.answer)
        self.answer.edited.connect(self._edited)
        self.answer.refused.connect(self._too_long)

    def set_words(self, words: str) -> None:
        self._words.setText(words)
        self.answer.setAccessibleName(words)

    def set_hint(self, hint: str) -> None:
        """A line of help under the question."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.answer.setAccessibleDescription(hint)

    def say(self, sentence: str) -> None:
        """Say what is wrong with the answer, until it is changed."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))

    def text(self) -> str:
        return self.answer.text()

    def clear(self) -> None:
        self.answer.clear()
        self._wrong.hide()

    def set_text(self, text: str) -> None:
        self.answer.set_text(text)
        self._wrong.hide()

    @Slot()
    def _edited(self) -> None:
        self._wrong.hide()
        self.edited.emit()

    @Slot(int)
    def _too_long(self, limit: int) -> None:
        words = self.tr("That is too long for an answer: {limit} characters fit. Nothing of it was taken.")
        self.say(words.format(limit=limit))
