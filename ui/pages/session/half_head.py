"""The heading of one half of a session among peers, with the way to write in it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from mentorjournal.model.words import Turn
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.label import Label
from ui.widgets.layout import row


class HalfHead(QWidget):
    """*wanted* carries whose half is to be written in."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, turn: Turn) -> None:
        super().__init__()
        self._turn = turn
        self.words = Label(theme, "", "heading")
        self.button = Button(theme, self.tr("Write here"), kind="link", icon="plus")
        self.setLayout(row(self.words, 12, self.button, None, margins=(22, 14, 0, 0)))
        self.button.clicked.connect(self._press)

    def set_words(self, words: str) -> None:
        self.words.setText(words)
        self.button.setAccessibleName(self.tr("Write in this half: {half}").format(half=words))

    @Slot()
    def _press(self) -> None:
        self.wanted.emit(self._turn)
