"""An empty page: one sentence and one act."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.label import Label
from ui.widgets.layout import column, row


class EmptyState(QWidget):
    """Emits *acted* when its one button is pressed; without *act* it is the sentence alone."""

    acted = Signal()

    def __init__(
        self,
        theme: Theme,
        sentence: str,
        act: str = "",
        *,
        icon: str = "",
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = Label(theme, sentence, "body", "text2", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setMaximumWidth(theme.px(420))
        self._words.setMinimumWidth(theme.px(260))
        layout = column(None, row(None, self._words, None), margins=(24, 24, 24, 24))
        if act:
            button = Button(theme, act, icon=icon, key=key)
            button.clicked.connect(self.acted)
            layout.addSpacing(16)
            layout.addLayout(row(None, button, None))
        layout.addStretch(1)
        self.setLayout(layout)

    def set_sentence(self, sentence: str) -> None:
        self._words.setText(sentence)
