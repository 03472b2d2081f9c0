"""What one says a value with, for each measure: a slider, numbers side by side, levels, or a number."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mentorjournal.model.goal import Goal, value_range
from mentorjournal.model.words import MeasureKind
from ui.theme.theme import Theme
from ui.widgets.buttons import Segments
from ui.widgets.fields import NumberField
from ui.widgets.label import Label
from ui.widgets.layout import column, row
from ui.widgets.slider import Slider


class PercentControl(QWidget):
    """A slider and a number that say the same."""

    def __init__(self, theme: Theme, name: str, value: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slider = Slider(theme, self.tr("{name}, as a slider").format(name=name), 0, 100, step=5)
        self._number = NumberField(theme, name, high=100, step=5, value=value, decimals=2, suffix=" %")
        self._number.setMaximumWidth(theme.px(110))
        self._slider.setValue(round(value))
        line = row(self._number, self._slider, spacing=14)
        line.setStretch(1, 1)
        self.setLayout(line)
        self._slider.valueChanged.connect(self._slid)
        self._number.valueChanged.connect(self._typed)

    def value(self) -> float:
        self._number.interpretText()
        return float(self._number.value())

    def set_value(self, value: float) -> None:
        self._number.set_value(value)

    def begin(self) -> None:
        self._number.setFocus()

    @Slot(int)
    def _slid(self, value: int) -> None:
        if value != round(self._number.value()):
            self._number.setValue(value)

    @Slot(float)
    def _typed(self, value: float) -> None:
        self._slider.setValue(round(value))


class StepsControl(QWidget):
    """A few values side by side; digits choose too, and *words* say what the chosen one means."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: list[tuple[object, str]],
        value: float,
        words: dict[float, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._segments = Segments(theme, name, choices, value=value)
        self._words = words or {}
        self._meaning = Label(theme, "", "body", "text2", wrap=True)
        self._one = False
        self.setLayout(column(row(self._segments, None), self._meaning, spacing=6))
        self._meaning.setVisible(bool(self._words))  # without a parent it would be a window
        self._segments.chosen.connect(self._say)
        self._say(value)

    def value(self) -> float:
        value = self._segments.value()
        return float(value) if isinstance(value, int | float) else 0.0

    def set_value(self, value: float) -> None:
        """Choose the value, or the whole one nearest to it."""
        self._segments.set_value(float(round(value)))
        self._say(value)

    def begin(self) -> None:
        self._segments.focus_chosen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.text()
        if len(digit) != 1 or digit not in "0123456789":
            super().keyPressEvent(event)
            return
        wanted = 10.0 if self._one and digit == "0" else float(digit)
        self._one = digit == "1"
        self.set_value(wanted)
        self._segments.focus_chosen()

    @Slot(object)
    def _say(self, value: object) -> None:
        self._meaning.setText(self._words.get(self.value(), ""))


class MeasureControl(NumberField):
    """A number with its unit."""

    def __init__(self, theme: Theme, name: str, goal: Goal) -> None:
        low, high = value_range(goal.measure)
        suffix = f" {goal.unit}" if goal.unit else ""
        super().__init__(theme, name, low=low, high=high, value=goal.now, decimals=4, suffix=suffix)
        self.setMinimumWidth(theme.px(120))
        self.setMaximumWidth(theme.px(320))

    def begin(self) -> None:
        self.setFocus()


Control = PercentControl | StepsControl | MeasureControl


def value_control(theme: Theme, said_by: QWidget, goal: Goal) -> Control | None:
    """What one says a value of this measure with; None where nothing is measured, or milestones say it."""
    name = said_by.tr("Value now")
    if goal.measure is MeasureKind.NONE or goal.counts_milestones:
        return None
    match goal.measure:
        case MeasureKind.YES_NO:
            choices: list[tuple[object, str]] = [(0.0, said_by.tr("Not yet")), (1.0, said_by.tr("Yes"))]
            return StepsControl(theme, name, choices, 1.0 if goal.now >= 1 else 0.0)
        case MeasureKind.SCALE_0_10:
            choices = [(float(number), str(number)) for number in range(11)]
            return StepsControl(theme, name, choices, float(round(goal.now)))
        case MeasureKind.GAS:
            choices = [(float(n), f"{n:+d}" if n else "0") for n in range(-2, 3)]
            words = {float(n): goal.level_words(n) or usual_level(said_by, n) for n in range(-2, 3)}
            return StepsControl(theme, name, choices, float(round(goal.now)), words)
        case MeasureKind.PERCENT:
            return PercentControl(theme, name, goal.now)
        case _:
            return MeasureControl(theme, name, goal)


def usual_level(said_by: QWidget, level: int) -> str:
    """What a level of the goal attainment scale means where the writer said nothing of it."""
    return {
        -2: said_by.tr("Much less than expected"),
        -1: said_by.tr("Less than expected"),
        0: said_by.tr("As expected"),
        1: said_by.tr("More than expected"),
        2: said_by.tr("Much more than expected"),
    }[level]
