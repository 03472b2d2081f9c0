"""Where it goes from here: closed, open again, or on as long-term mentoring."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from mentorjournal.journal.one_stop import OneStop
from mentorjournal.model.lifecycle import Step
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.label import Label
from ui.widgets.layout import column, row
from ui.widgets.who_when import day_words

STEPS = (Step.CLOSE, Step.MAKE_LONG_TERM, Step.REOPEN)
_WIDEST = 190


class OnwardPart(QWidget):
    """*taken* carries the step that was pressed."""

    taken = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = self.tr
        self._closed = Label(theme, "", "body", "text2", wrap=True)
        said = {
            Step.CLOSE: tr("One conversation is enough. What was agreed about the notes holds."),
            Step.MAKE_LONG_TERM: tr("There is more to it. Everything stays, and nothing is typed again."),
            Step.REOPEN: tr("It goes on, with all that was written."),
        }
        self.rows = {step: OnwardRow(theme, step, said[step]) for step in STEPS}
        self.setLayout(column(Label(theme, tr("From here"), "heading"), 6, self._closed, *self.rows.values()))
        for one in self.rows.values():
            one.pressed.connect(self.taken)

    def show_steps(self, found: OneStop, today: date) -> None:
        possible = {one.step for one in found.steps}
        for step, one in self.rows.items():
            one.setVisible(step in possible)
        closure = found.closure
        self._closed.setVisible(closure is not None)
        if closure is not None:
            words = self.tr("Closed on {day}. Notes: {rule}.")
            self._closed.setText(
                words.format(day=day_words(closure.closed_on, today), rule=closure.rule.label)
            )


class OnwardRow(QWidget):
    pressed = Signal(object)

    def __init__(self, theme: Theme, step: Step, sentence: str) -> None:
        super().__init__()
        self._theme, self._step = theme, step
        self.button = Button(theme, step.label)
        self.button.setAccessibleDescription(sentence)
        words = Label(theme, sentence, "small", "text2", wrap=True)
        layout = row(self.button, 14, words, margins=(0, 4, 0, 4))
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.button.clicked.connect(self._press)
        theme.changed.connect(self._dress)
        self._dress()

    @Slot()
    def _press(self) -> None:
        self.pressed.emit(self._step)

    @Slot()
    def _dress(self) -> None:
        self.button.setMinimumWidth(self._theme.px(_WIDEST))
