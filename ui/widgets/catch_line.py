"""One line that catches an action as it is said, and shows beneath it what was understood."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Signal, Slot
from PySide6.QtWidgets import QWidget

from mentorjournal.model.caught import Caught
from mentorjournal.model.words import ActionOwner, Role
from ui.theme.theme import Theme
from ui.widgets.fields import LineField
from ui.widgets.label import Label
from ui.widgets.layout import column


class CatchLine(QWidget):
    """Emits *typed* with every change and *caught* on Enter. It reads nothing itself."""

    typed = Signal(str)
    caught = Signal(str)

    def __init__(
        self, theme: Theme, name: str, *, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.line = LineField(theme, name, placeholder=placeholder)
        self.beneath = Label(theme, "", "small", "text3", wrap=True)
        self.setLayout(column(self.line, self.beneath, spacing=4))
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._typed)
        self.line.returnPressed.connect(self._entered)
        self._hint()

    def text(self) -> str:
        return self.line.text()

    def show_understood(self, caught: Caught, role: Role) -> None:
        """Say what would be kept of the line as it stands."""
        if not self.line.text().strip():
            self._hint()
            return
        owner = caught.owner or ActionOwner.ME
        partner = {
            Role.MENTEE: self.tr("your mentor"),
            Role.MENTOR: self.tr("your mentee"),
            Role.PEER: self.tr("your peer"),
        }[role]
        owners = {ActionOwner.ME: self.tr("you"), ActionOwner.BOTH: self.tr("both of you")}
        parts = [owners.get(owner, partner)]
        if caught.is_promise:
            parts.append(self.tr("a promise"))
        if caught.due_on is not None:
            parts.append(self.tr("by {day}").format(day=short_day(caught.due_on)))
        self._say("  ·  ".join(parts), "text2")

    def free(self) -> None:
        """The action is kept: the line is free for the next."""
        self.line.set_text("")
        self.line.set_wrong(False)
        self._hint()

    def refuse(self, message: str) -> None:
        """Say why it was not kept; the words stay."""
        self.line.set_wrong(True)
        self._say(message, "danger")

    def _hint(self) -> None:
        self._say(self.tr("by Friday  ·  @partner  ·  @both  ·  ! for a promise"), "text3")

    def _say(self, words: str, tone: str) -> None:
        self.beneath.setText(words)
        self.beneath.set_tone(tone)
        self.line.setAccessibleDescription(words)

    @Slot(str)
    def _typed(self, text: str) -> None:
        self.line.set_wrong(False)
        self.typed.emit(text)

    @Slot()
    def _entered(self) -> None:
        if self.line.text().strip():
            self.caught.emit(self.line.text())


def short_day(day: date) -> str:
    """*day* with its weekday, as one says it: Fri 27 Nov."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "ddd d MMM")
