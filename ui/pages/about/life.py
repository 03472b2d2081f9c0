"""Where the relationship stands, in words, and the steps from here: each a button with its sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from mentorjournal.model.closure import Closure
from mentorjournal.model.lifecycle import Possible, Step
from mentorjournal.model.relationship import Relationship
from ui.shell.kit import Sentence
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.date_field import day_words
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row

WIDEST_STEP = 190


class LifeSection(QWidget):
    """*stepped* carries the step that was pressed; *ending_wanted* asks for the sheet with what stands."""

    stepped = Signal(object)
    ending_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        tr = self.tr
        self.words = Label(theme, "", "heading", "text", wrap=True)
        self.told = Sentence(theme)
        self.ending = Button(theme, tr("Closing sheet"))
        words = tr("What happens to the notes, the hand-over, and what else stands.")
        self.ending.setAccessibleDescription(words)
        self._ended = holder(
            column(12, row(self.ending, 14, Label(theme, words, "small", "text2", wrap=True), None))
        )
        self.steps: Mapping[Step, StepRow] = {
            step: StepRow(theme, step, sentence) for step, sentence in self._sentences().items()
        }
        self.setLayout(column(self.words, 4, self.told, self._ended, 8, *self.steps.values()))
        self._ended.hide()
        for one in self.steps.values():
            one.pressed.connect(self.stepped)
        self.ending.clicked.connect(self.ending_wanted)

    def _sentences(self) -> dict[Step, str]:
        tr = self.tr
        return {
            Step.BEGIN: tr("From here on it is under way."),
            Step.RESUME: tr("It goes on where it rested."),
            Step.GO_ON: tr("There is more to do together."),
            Step.PAUSE: tr("It rests, and nothing is asked of you meanwhile."),
            Step.WIND_UP: tr("The last stretch: look back, and end well."),
            Step.MAKE_LONG_TERM: tr("Everything written stays, and nothing has to be typed again."),
            Step.CLOSE: tr("Either may end it at any time. Nobody owes a reason."),
            Step.REOPEN: tr("It goes on, with all that was written."),
        }

    def show_standing(self, relationship: Relationship) -> None:
        """Role, kind and status, in words."""
        about = (relationship.my_role.label, relationship.type.label, relationship.status.label)
        said = "  ·  ".join(about)
        self.words.setText(said[:1].upper() + said[1:])

    def show_steps(self, steps: Sequence[Possible], closure: Closure | None) -> None:
        """The steps from here, each with what it still needs; and, once it is closed, how it ended."""
        focused = QApplication.focusWidget()
        missing = {one.step: one.missing for one in steps}
        for step, shown in self.steps.items():
            shown.setVisible(step in missing)
            shown.show_missing(missing.get(step, ""))
        if closure is not None:
            day = day_words(closure.closed_on, self.locale())
            told = self.tr(
                "Closed on {day}. All that was written stays, and nothing is asked of you any more."
            )
            self.told.say(told.format(day=day))
        else:
            self.told.say("")
        self._ended.setVisible(Step.REOPEN in missing)
        if focused is not None and self.isAncestorOf(focused) and not focused.isVisibleTo(self):
            self.take_focus()

    def take_focus(self) -> None:
        """The first step that can be taken, for the keyboard."""
        for shown in self.steps.values():
            if shown.isVisibleTo(self) and shown.button.isEnabled():
                shown.button.setFocus(Qt.FocusReason.OtherFocusReason)
                return


class StepRow(QWidget):
    """A step as a button, with the sentence that says what it does, or what it still needs."""

    pressed = Signal(object)

    def __init__(self, theme: Theme, step: Step, sentence: str) -> None:
        super().__init__()
        self._theme, self._step, self._sentence = theme, step, sentence
        self.button = Button(theme, step.label)
        self.sentence = Label(theme, sentence, "small", "text2", wrap=True)
        layout = row(self.button, 14, self.sentence, margins=(0, 4, 0, 4))
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.button.clicked.connect(self._press)
        theme.changed.connect(self._dress)
        self._dress()

    def show_missing(self, missing: str) -> None:
        """Let the step be taken, or say what it still needs."""
        self.button.setEnabled(not missing)
        self.sentence.setText(missing or self._sentence)
        self.sentence.set_tone("text" if missing else "text2")
        self.button.setAccessibleDescription(missing or self._sentence)

    @Slot()
    def _press(self) -> None:
        self.pressed.emit(self._step)

    @Slot()
    def _dress(self) -> None:
        self.button.setFixedWidth(self._theme.px(WIDEST_STEP))
