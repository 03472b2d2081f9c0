"""What stands over the pages while the vault is being locked: nothing to read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.shell.kit import Mark, Panel, centred, middle
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.label import Label
from ui.widgets.layout import column


class CoverView(QWidget):
    retried = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = middle(Label(theme, self.tr("Locking …"), "title"))
        self.told = middle(Label(theme, "", "body", "text2", wrap=True))
        self.again = Button(theme, self.tr("Try again now"))
        self.again.hide()
        self.again.clicked.connect(self.retried)
        panel = Panel(theme, 460)
        panel.setLayout(
            column(centred(Mark(theme, 44)), 16, self.title, 8, self.told, 16, centred(self.again))
        )
        self.setLayout(column(None, centred(panel), None, margins=(24, 24, 24, 24)))

    def say_not_saved(self, sentence: str) -> None:
        self.title.setText(self.tr("Not locked yet: the last lines are not saved"))
        self.told.setText(
            self.tr("{problem} Your text is still here, hidden. Saving is tried again every few seconds;"
                    " then it locks.").format(problem=sentence)
        )  # fmt: skip
        self.again.setAccessibleDescription(self.told.text())
        if self.again.isHidden():
            self.again.show()
            self.again.setFocus()
