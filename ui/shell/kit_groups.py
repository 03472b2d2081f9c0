"""The fields in which two groups of a recovery code are typed back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.shell.kit import Field, Sentence
from ui.theme.theme import Theme
from ui.widgets.label import Label
from ui.widgets.layout import column


class TwoGroups(QWidget):
    """Emits `submitted` when Enter is pressed in the second field."""

    submitted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.first_label = Label(theme, "", "caption", "text2")
        self.second_label = Label(theme, "", "caption", "text2")
        self.first = Field(theme, "", height=40)
        self.second = Field(theme, "", height=40)
        self.first_label.setBuddy(self.first)
        self.second_label.setBuddy(self.second)
        self.message = Sentence(theme, tone="danger")
        self.asked = (0, 0)
        """The numbers of the groups that are asked for."""
        self.setLayout(
            column(self.first_label, 6, self.first, 12, self.second_label, 6, self.second, 6, self.message)
        )
        self.first.returnPressed.connect(self._to_second)
        self.second.returnPressed.connect(self.submitted)
        self.setFocusProxy(self.first)

    def ask(self, first: int, second: int) -> None:
        """Ask for the groups of these numbers."""
        self.asked = (first, second)
        self.message.say("")
        for label, field, number in (
            (self.first_label, self.first, first),
            (self.second_label, self.second, second),
        ):
            name = self.tr("Group {number}").format(number=number)
            label.setText(name)
            field.setAccessibleName(name)
            field.clear()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def typed(self) -> tuple[str, str]:
        return self.first.text(), self.second.text()

    def say_wrong(self, number: int) -> None:
        words = self.tr("Group {number} is not the one on the kit. Look at it again.")
        self.message.say(words.format(number=number))

    def forget(self) -> None:
        self.first.clear()
        self.second.clear()
        self.message.say("")

    @Slot()
    def _to_second(self) -> None:
        self.second.setFocus(Qt.FocusReason.TabFocusReason)
