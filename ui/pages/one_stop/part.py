"""A part of the sheet: a heading, and questions whose answers are kept as they are typed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.label import Label
from ui.widgets.question import Question


class Part(QWidget):
    """Emits *edited* for every change of the writer's words."""

    edited = Signal()

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = Label(theme, title, "heading")

    def question(self, words: str = "", *, limit: int = 4000, lines: int = 1) -> Question:
        asked = Question(self._theme, words, limit=limit, lines=lines)
        asked.edited.connect(self.edited)
        return asked


def typed(question: Question) -> str:
    """What the journal keeps of it."""
    return question.text().strip()
