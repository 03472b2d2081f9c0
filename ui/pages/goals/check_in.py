"""The check-in in one gesture: a value that fits the measure, what moved it, and how sure one is."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorjournal.model.goal import LONGEST_REASON, Goal, value_range
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import MeasureKind
from ui.pages.goals.draft import CheckInDraft
from ui.theme.theme import Theme
from ui.widgets.buttons import Segments, primary
from ui.widgets.card import Card
from ui.widgets.check import CheckBox
from ui.widgets.day_field import DayField
from ui.widgets.fields import ChoiceField, LineField, NumberField, labelled
from ui.widgets.label import Label
from ui.widgets.layout import clear, column, holder, row


class CheckInForm(Card):
    """Emits *checked_in* with the draft; what is typed stays until `clear_words`."""

    checked_in = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._value: Segments | NumberField | None = None
        self._goal: EntryId | None = None
        self._look: tuple[object, ...] = ()
        self._place: QVBoxLayout = column()
        self.moved = LineField(
            theme, self.tr("What moved it"), placeholder=self.tr("What moved it? A sentence will do")
        )
        self._left = Label(theme, "", "small", "text3")
        scale: list[tuple[object, str]] = [(None, self.tr("not said"))]
        scale += [(number, str(number)) for number in range(11)]
        self._confidence = ChoiceField(theme, self.tr("Confidence, 0 to 10"), scale)
        self._day = DayField(theme, self.tr("Day of the check-in"), self.tr("today"))
        self._together = CheckBox(theme, self.tr("Agreed together"))
        self._problem = Label(theme, "", "small", "danger", wrap=True)
        self._problem.hide()
        send = primary(theme, self.tr("Check in"), icon="plus", key="Return")
        self._value_box = holder(self._place)
        self._left.hide()
        words = row(self.moved, self._left, spacing=10)
        words.setStretch(0, 1)
        more = row(
            labelled(theme, self.tr("Confidence"), self._confidence),
            14,
            labelled(theme, self.tr("Day"), self._day),
            14,
            column(None, self._together),
            None,
            column(None, send),
        )
        for item in (
            Label(theme, self.tr("Where does it stand now?"), "heading"),
            self._value_box,
            words,
            more,
            self._problem,
        ):
            if isinstance(item, QWidget):
                self.body.addWidget(item)
            else:
                self.body.addLayout(item)
        self.body.setSpacing(10)
        self._day.setMaximumWidth(theme.px(150))
        self.moved.textChanged.connect(self._count)
        self.moved.returnPressed.connect(self._send)
        self._day.returnPressed.connect(self._send)
        send.clicked.connect(self._send)

    def fit(self, goal: Goal) -> None:
        """Offer the value that fits the goal's measure; another goal begins with empty words."""
        if goal.id != self._goal:
            self._goal = goal.id
            self._look = ()
            self.clear_words()
        look = (goal.measure, goal.unit, goal.now, len(goal.check_ins))
        if look == self._look:
            return
        self._look = look
        clear(self._place)
        self._value = value_control(self._theme, self, goal)
        self._value_box.setVisible(self._value is not None)
        if self._value is not None:
            line = row(self._value, None)
            self._place.addLayout(line)

    def draft(self) -> CheckInDraft:
        confidence = self._confidence.value()
        return CheckInDraft(
            value=self._value_now(),
            what_moved_it=self.moved.text(),
            confidence=confidence if isinstance(confidence, int) else None,
            day=self._day.text(),
            together=self._together.isChecked(),
        )

    def type_again(self, draft: CheckInDraft) -> None:
        if isinstance(draft.value, float) and self._value is not None:
            self._value.set_value(draft.value)
        self.moved.setText(draft.what_moved_it)
        self._confidence.set_value(draft.confidence)

    def begin(self) -> None:
        """Put the cursor where a check-in begins."""
        target = self._value if isinstance(self._value, NumberField) else self.moved
        target.setFocus()

    def clear_words(self) -> None:
        self.moved.clear()
        self._confidence.set_value(None)
        self._day.clear()
        self._together.set_checked(False)
        self.say("")

    def say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _value_now(self) -> float | str:
        if isinstance(self._value, NumberField):
            self._value.interpretText()
            return float(self._value.value())
        value = self._value.value() if self._value else ""
        return float(value) if isinstance(value, int | float) else ""

    @Slot()
    def _count(self) -> None:
        left = LONGEST_REASON - len(self.moved.text())
        self._left.setText(str(left))
        self._left.setVisible(left < 60)
        self._left.set_tone("danger" if left < 0 else "text3")

    @Slot()
    def _send(self) -> None:
        self.say("")
        self.checked_in.emit(self.draft())


def value_control(theme: Theme, said_by: QWidget, goal: Goal) -> Segments | NumberField | None:
    """What one says a value of this measure with; None where nothing is measured."""
    name = said_by.tr("Value now")
    low, high = value_range(goal.measure)
    match goal.measure:
        case MeasureKind.NONE:
            return None
        case MeasureKind.YES_NO:
            choices: list[tuple[object, str]] = [(0.0, said_by.tr("Not yet")), (1.0, said_by.tr("Yes"))]
            return Segments(theme, name, choices, value=1.0 if goal.now >= 1 else 0.0)
        case MeasureKind.SCALE_0_10:
            choices = [(float(number), str(number)) for number in range(11)]
            return Segments(theme, name, choices, value=float(round(goal.now)))
        case MeasureKind.GAS:
            choices = [(float(n), f"{n:+d}" if n else "0") for n in range(-2, 3)]
            return Segments(theme, name, choices, value=float(round(goal.now)))
        case MeasureKind.PERCENT:
            return NumberField(theme, name, low=low, high=high, step=5, value=goal.now, suffix=" %")
        case _:
            decimals = 0 if all(v == int(v) for v in (goal.now, goal.start, goal.end)) else 2
            suffix = f" {goal.unit}" if goal.unit else ""
            decimals = max(decimals, 0 if goal.measure is MeasureKind.MILESTONES else 2)
            return NumberField(
                theme, name, low=low, high=high, value=goal.now, decimals=decimals, suffix=suffix
            )
