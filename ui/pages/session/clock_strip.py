"""The quiet clock as it is seen: minutes gone of those planned, and a calm line near the end."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from mentorjournal.model.words import Role, Turn
from ui.pages.session.quiet_clock import Reading
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, ToolButton
from ui.widgets.label import Label
from ui.widgets.layout import row
from ui.widgets.who_when import half_words


class ClockStrip(QWidget):
    stop_wanted = Signal()
    hide_wanted = Signal()
    turn_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label(theme, "", "small", "text2")
        self.stop_button = ToolButton(theme, "minus", self.tr("Stop the clock"), size=14)
        self.hide_button = ToolButton(theme, "eye-off", self.tr("Hide the clock"), size=14)
        self._role = Role.PEER
        self.turn = Button(
            theme, "", kind="link", key="Alt+Shift+T", says=self.tr("Give the turn to the other")
        )
        self.turn.hide()
        self.setLayout(row(self.turn, 10, self.words, 4, self.stop_button, self.hide_button))
        self.stop_button.clicked.connect(self.stop_wanted)
        self.hide_button.clicked.connect(self.hide_wanted)
        self.turn.clicked.connect(self.turn_wanted)
        self.hide()

    def show_reading(self, reading: Reading | None, *, hidden: bool) -> None:
        """Nothing before the session begins; hidden, only the way to show it again."""
        self.setVisible(reading is not None)
        self.words.setVisible(not hidden)
        self.stop_button.setVisible(not hidden)
        eye = ("clock", self.tr("Show the clock")) if hidden else ("eye-off", self.tr("Hide the clock"))
        self.hide_button.set_face(*eye)
        if reading is None or hidden:
            self.turn.hide()
        if reading is None:
            return
        words = self._words(reading)
        self.words.setText(words)
        self.words.setAccessibleName(words)
        stop = ("minus", self.tr("Stop the clock")) if reading.running else ("clock", self.tr("Let it go on"))
        self.stop_button.set_face(*stop)

    def set_role(self, role: Role) -> None:
        self._role = role

    def show_turn(self, turn: Turn | None, minutes: int) -> None:
        """Whose turn it is, and for how long it has been theirs; nothing where nobody takes turns."""
        self.turn.setVisible(turn is not None)
        if turn is not None:
            whose = half_words(turn, self._role)
            words = self.tr("{whose}: {minutes} min").format(whose=whose, minutes=minutes)
            self.turn.setText(words)
            self.turn.setAccessibleName(words)

    def announce(self, minutes: int) -> None:
        """Say once, to those who listen rather than look, that the end is near."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._left(minutes)))

    def _words(self, reading: Reading) -> str:
        gone = self.tr("{minutes} of {planned} min")
        if not reading.planned:
            gone = self.tr("{minutes} min")
        words = gone.format(minutes=reading.minutes, planned=reading.planned)
        if not reading.running:
            return self.tr("{gone}, stopped").format(gone=words)
        return words if reading.left is None else f"{words}  ·  {self._left(reading.left)}"

    def _left(self, minutes: int) -> str:
        if not minutes:
            return self.tr("the planned time is over")
        return self.tr("about %n minute(s) left", "", minutes).replace("(s)", "" if minutes == 1 else "s")
