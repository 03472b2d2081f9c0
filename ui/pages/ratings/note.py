"""A few plain lines beside a rating."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame

from ui.theme.theme import Theme
from ui.widgets.companion.fields import PointedPlain
from ui.widgets.layout import column


class NoteField(QFrame):
    """Grows no further than three lines; Tab leaves it."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setObjectName("editorframe")
        self._theme = theme
        self.edit = PointedPlain(theme)
        self.edit.setTabChangesFocus(True)
        self.edit.setFrameShape(QFrame.Shape.NoFrame)
        self.edit.viewport().setAutoFillBackground(False)
        self.setFocusProxy(self.edit)
        self.setLayout(column(self.edit, margins=(6, 4, 6, 4)))
        self.set_name(name)
        theme.changed.connect(self._look)
        self._look()

    def set_name(self, name: str) -> None:
        self.setAccessibleName(name)
        self.edit.setAccessibleName(name)

    def text(self) -> str:
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        if text != self.text():
            self.edit.setPlainText(text)

    @Slot()
    def _look(self) -> None:
        self.edit.setFont(self._theme.font("body"))
        self.setFixedHeight(self._theme.px(76))
