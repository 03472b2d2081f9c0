"""Two fields for a new passphrase and an honest word on its strength."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.shell.kit import Field, Sentence
from ui.shell.passphrase_presenter import WEAK_BELOW, what_is_missing
from ui.theme.theme import Theme
from ui.widgets.label import Label
from ui.widgets.layout import column

PAUSE_MS = 200


class Judge(Protocol):
    def judge(self, passphrase: str) -> None: ...


class NewPassphrase(QWidget):
    """Emits `submitted` when Enter is pressed in the second field. Weak passphrases are said to be weak and
    taken all the same: it is their owner's choice.
    """

    submitted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._judge: Judge | None = None
        self.first = Field(theme, self.tr("New passphrase"), secret=True, height=40)
        self.again = Field(theme, self.tr("The same passphrase again"), secret=True, height=40)
        self.strength = StrengthBar(theme)
        self.advice = Sentence(theme)
        self.message = Sentence(theme, tone="danger")
        first_label = Label(theme, self.tr("Passphrase"), "caption", "text2")
        again_label = Label(theme, self.tr("Once more"), "caption", "text2")
        first_label.setBuddy(self.first)
        again_label.setBuddy(self.again)
        self.setLayout(
            column(
                first_label,
                6,
                self.first,
                8,
                self.strength,
                4,
                self.advice,
                12,
                again_label,
                6,
                self.again,
                6,
                self.message,
            )
        )
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.first.textChanged.connect(self._changed)
        self.again.textChanged.connect(self._clear_message)
        self.first.returnPressed.connect(self._go_on)
        self.again.returnPressed.connect(self.submitted)
        self.setFocusProxy(self.first)

    def bind(self, judge: Judge) -> None:
        self._judge = judge

    def taken(self) -> str | None:
        """The passphrase when both fields agree; otherwise say what is missing and return None."""
        missing = what_is_missing(self.first.text(), self.again.text())
        said = {
            "empty": self.tr("The passphrase is empty. Type at least one character."),
            "again": self.tr("Type it a second time, so that a slip of the finger does not lock you out."),
            "differ": self.tr("The two are not the same. Type the second one again."),
        }
        self.message.say(said.get(missing, ""))
        if missing:
            field = self.first if missing == "empty" else self.again
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            field.selectAll()
            return None
        return self.first.text()

    def show_strength(self, score: int | None, advice: str) -> None:
        self.strength.show_score(score)
        words = {
            0: self.tr("Guessed at once."),
            1: self.tr("Easily guessed."),
            2: self.tr("Stands up to a patient person, not to a machine."),
            3: self.tr("Good."),
            4: self.tr("Very good."),
        }
        said = "" if score is None else f"{words[score]} {advice}".strip()
        self.advice.say(said, "warn" if score is not None and score < WEAK_BELOW else "text2")
        self.first.setAccessibleDescription(said)

    def forget(self) -> None:
        self.first.clear()
        self.again.clear()
        self.message.say("")
        self.show_strength(None, "")

    def set_read_only(self, read_only: bool) -> None:
        self.first.setReadOnly(read_only)
        self.again.setReadOnly(read_only)

    @Slot()
    def _changed(self) -> None:
        self.message.say("")
        self._pause.start()

    @Slot()
    def _clear_message(self) -> None:
        self.message.say("")

    @Slot()
    def _go_on(self) -> None:
        self.again.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _ask(self) -> None:
        if self._judge is not None:
            self._judge.judge(self.first.text())


class StrengthBar(QWidget):
    """Four short bars; how many are filled is also said in words beside them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._score: int | None = None
        self.setFixedHeight(4)
        theme.changed.connect(self.update)

    def show_score(self, score: int | None) -> None:
        if score != self._score:
            self._score = score
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap = 4.0
        width = (self.width() - 3 * gap) / 4
        filled = 0 if self._score is None else max(self._score, 1)
        role = "warn" if self._score is not None and self._score < WEAK_BELOW else "accent"
        for place in range(4):
            painter.setBrush(self._theme.colour(role if place < filled else "track"))
            painter.drawRoundedRect(QRectF(place * (width + gap), 0, width, self.height()), 2, 2)
        painter.end()
