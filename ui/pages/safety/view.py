"""What is promised, what is not protected and how to check it: one text to read. Obeys the presenter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mentorjournal.model.blocks import Document
from ui.theme.theme import Theme
from ui.widgets.buttons import ToolButton
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row, rule
from ui.widgets.reading_text import ReadingText


class SafetyView(QWidget):
    """Emits *left* when the reader wants to go back to where they came from."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back = ToolButton(theme, "arrow-left", self.tr("Back"), key="Esc")
        self.back.clicked.connect(self.left)
        self.text = ReadingText(theme)
        told = Label(theme, self.tr("What is protected, what is not, and how to check it."), tone="text2")
        told.setWordWrap(True)
        head = row(self.back, 8, margins=(20, 16, 24, 14))
        head.addLayout(column(Label(theme, self.tr("Help"), "title"), 1, told), 1)
        layout = column(head, rule(), holder(column(self.text), "paper"))
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def show_text(self, title: str, text: Document) -> None:
        self.text.show_text(title, text)

    def focus_text(self) -> None:
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
