"""The card of the first days: three quiet lines at most, each a button, and a way to put it away."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from mentorjournal.guidance.first_days import FirstStep, FirstThing
from mentorjournal.model.words import RelationshipType
from ui.pages.timeline.first_days import FirstDaysShown
from ui.theme.theme import Theme
from ui.widgets.button import Button, quiet
from ui.widgets.buttons import ToolButton
from ui.widgets.card import Card
from ui.widgets.date_field import DateField, day_words
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row


class Presenter(Protocol):
    """What the card asks of its presenter."""

    def do(self, step: FirstStep) -> None: ...
    def plan(self, day: date) -> None: ...
    def put_away(self) -> None: ...


class FirstDaysCard(Card):
    """Emits *wanted* with a step, *planned* with a day, and *dismissed* for good."""

    wanted = Signal(object)
    planned = Signal(object)
    dismissed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(margins=(4, 8, 8, 10))
        self._theme = theme
        tr = self.tr
        self.setAccessibleName(tr("First days"))
        self.away = ToolButton(theme, "x", tr("Put the first days away"), size=15)
        self.steps: Mapping[FirstStep, StepButton] = {step: StepButton(theme, step) for step in FirstStep}
        self._lines = column()
        self.day = DateField(theme, tr("On which day?"), today=date.today())
        self.give = Button(theme, tr("Plan"))
        self._agenda = Label(theme, "", "small", "text3", wrap=True)
        self._wrong = Label(theme, "", "small", "danger", wrap=True)
        caption = Label(theme, tr("On which day?"), "caption", "text2")
        caption.setBuddy(self.day.line)
        asking = row(self.day, 8, self.give)
        asking.setStretch(0, 1)
        self._asking = holder(column(caption, 4, asking, 4, self._wrong, self._agenda, margins=(36, 2, 8, 4)))
        title = Label(theme, tr("First days"), "caption", "text2")
        self.body.addLayout(row(title, None, self.away, margins=(12, 0, 0, 0)))
        self.body.addLayout(self._lines)
        self.body.addWidget(self._asking)
        self._asking.hide()
        self._wrong.hide()
        self.hide()
        for button in self.steps.values():
            self._lines.addWidget(button)
            button.wanted.connect(self.wanted)
        self.away.clicked.connect(self.dismissed)
        self.give.clicked.connect(self._give)
        self.day.line.returnPressed.connect(self._give)

    def show_days(self, shown: FirstDaysShown | None) -> None:
        if shown is None:
            self.hide()
            self._stop()
            return
        there = {one.step: one for one in shown.things}
        for place, one in enumerate(shown.things):
            self._lines.removeWidget(self.steps[one.step])
            self._lines.insertWidget(place, self.steps[one.step])
        for step, button in self.steps.items():
            thing = there.get(step)
            button.setVisible(thing is not None)
            if thing is not None:
                button.show_thing(self._words(shown, thing), done=thing.done)
                if step is FirstStep.PLAN:
                    self._told_agenda(thing.minutes)
                    if thing.done:
                        self._stop()
        self.show()

    def ask_day(self, day: date, today: date) -> None:
        """Ask below the steps for the day of the first conversation."""
        self._wrong.hide()
        self.day.set_today(today)
        self.day.set_value(day)
        self._asking.show()
        self.day.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.day.line.selectAll()

    def refuse(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.show()
        self.day.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_step(self, step: FirstStep) -> None:
        self.steps[step].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._asking.isHidden():
            self._stop()
            return
        super().keyPressEvent(event)

    def _words(self, shown: FirstDaysShown, thing: FirstThing) -> str:
        tr, locale = self.tr, self.locale()
        match thing.step:
            case FirstStep.READ:
                words = tr("Read “{title}”, {minutes} minutes")
                return words.format(title=shown.primer, minutes=locale.toString(shown.minutes))
            case FirstStep.AGREE if shown.kind is RelationshipType.INFORMAL:
                return tr("Say what you both take it to be")
            case FirstStep.AGREE:
                return tr("Agree on how you work together")
            case FirstStep.SHEET:
                return tr("Prepare the one question")
            case FirstStep.PLAN if thing.day is not None:
                return tr("First session: {day}").format(day=day_words(thing.day, locale))
        return tr("Plan the first session")

    def _told_agenda(self, minutes: int) -> None:
        words = self.tr("It comes with a suggested agenda of {minutes} minutes, to be changed at will.")
        self._agenda.setText(words.format(minutes=self.locale().toString(minutes)))

    @Slot()
    def _give(self) -> None:
        day = self.day.value() if self.day.settle() else None
        if day is None:
            self.refuse(self.tr("Type a day, such as “Thursday”, “in 2 weeks” or “3 Dec”."))
            return
        self._wrong.hide()
        self.planned.emit(day)

    def _stop(self) -> None:
        """Ask for no day; the keys stay on the card."""
        focused = QApplication.focusWidget()
        inside = focused is not None and self._asking.isAncestorOf(focused)
        self._asking.hide()
        if inside and not self.isHidden():
            self.focus_step(FirstStep.PLAN)


class StepButton(QWidget):
    """One step, with a circle that is ticked once it is done; it can be gone to again then, too."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, step: FirstStep) -> None:
        super().__init__()
        self._step = step
        self.button = quiet(theme, "", icon="circle")
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setLayout(row(self.button, None))
        self.button.clicked.connect(self._press)
        self.hide()

    def show_thing(self, words: str, *, done: bool) -> None:
        self.button.setText(words)
        self.button.set_icon("circle-check" if done else "circle")
        self.button.setAccessibleName(self.tr("{step}, done").format(step=words) if done else words)

    @Slot()
    def _press(self) -> None:
        self.wanted.emit(self._step)


class FirstDaysCards:
    """The card at both its places: above the list, and below the sentence of an empty journal."""

    def __init__(self, theme: Theme) -> None:
        self.above_list, self.when_empty = FirstDaysCard(theme), FirstDaysCard(theme)
        self._presenter: Presenter | None = None
        for card in self._both:
            card.wanted.connect(self._do)
            card.planned.connect(self._plan)
            card.dismissed.connect(self._put_away)

    @property
    def _both(self) -> tuple[FirstDaysCard, FirstDaysCard]:
        return self.above_list, self.when_empty

    def bind(self, presenter: Presenter) -> None:
        self._presenter = presenter

    def show_days(self, shown: FirstDaysShown | None) -> None:
        for card in self._both:
            card.show_days(shown)

    def ask_day(self, day: date, today: date) -> None:
        self._in_front.ask_day(day, today)

    def refuse(self, sentence: str) -> None:
        self._in_front.refuse(sentence)

    def focus_step(self, step: FirstStep) -> None:
        """Keep the keys on the card, though it may have changed its place."""
        if self._in_front.isVisible():
            self._in_front.focus_step(step)

    @property
    def _in_front(self) -> FirstDaysCard:
        return self.when_empty if self.when_empty.isVisible() else self.above_list

    def _do(self, step: FirstStep) -> None:
        if self._presenter is not None:
            self._presenter.do(step)

    def _plan(self, day: date) -> None:
        if self._presenter is not None:
            self._presenter.plan(day)

    def _put_away(self) -> None:
        if self._presenter is not None:
            self._presenter.put_away()
