"""The fields of a relationship that can wait: people, purpose, commitment, programme, dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFormLayout, QFrame, QSpinBox, QWidget

from mentorjournal.model.relationship import MOST_SESSIONS, Commitment, Programme, Relationship
from mentorjournal.model.words import Mode, Training
from ui.shell.kit import Field
from ui.theme.theme import Theme
from ui.widgets.button import Button
from ui.widgets.date_field import DateField
from ui.widgets.fields import ChoiceField
from ui.widgets.fold import Fold
from ui.widgets.label import Label
from ui.widgets.layout import column, row
from ui.widgets.veiled_line import LineVeil
from ui.widgets.veiled_text import VeiledPlain

LONGEST_MEETING = 24 * 60


class DetailsForm(QWidget):
    """Shows a relationship and gives it back as edited. *primers_wanted* asks for the texts on mentoring."""

    primers_wanted = Signal()

    def __init__(self, theme: Theme, *, folded: bool = False) -> None:
        """*folded* lets each group but the first open and close, with a word on what is inside."""
        super().__init__()
        self._theme = theme
        self.folds: list[Fold] = []
        tr = self.tr
        self.my_name = Field(theme, tr("My name"))
        self.partner_name = Field(theme, tr("Their name"))
        self.partner_title = Field(theme, tr("Their role or title"))
        self.partner_organisation = Field(theme, tr("Their organisation"))
        self.partner_contact = Field(theme, tr("How to reach them"))
        self.purpose = Lines(theme, tr("Purpose"))
        self.sessions = _number(tr("Sessions planned"), MOST_SESSIONS, tr("open"))
        self.interval = _number(tr("Days between sessions"), 366, tr("open"))
        self.minutes = _number(tr("Minutes a session"), LONGEST_MEETING, "")
        self.minutes.setMinimum(1)
        self.mode = ChoiceField(theme, tr("How we meet"), tuple(Mode))
        self.my_training = ChoiceField(theme, tr("I was trained for mentoring"), tuple(Training))
        self.partner_training = ChoiceField(theme, tr("They were trained for mentoring"), tuple(Training))
        self.my_training_on = DateField(theme, tr("My training: when"), today=date.today())
        self.my_training_title = Field(theme, tr("My training: what it was"))
        self.partner_training_on = DateField(theme, tr("Their training: when"), today=date.today())
        self.partner_training_title = Field(theme, tr("Their training: what it was"))
        self.scheme_rules = Lines(theme, tr("Rules of the programme"))
        self.started = DateField(theme, tr("Started on"), today=date.today())
        self.planned_end = DateField(theme, tr("Planned end"), today=date.today())
        self.ended = DateField(theme, tr("Ended on"), today=date.today())
        self.programme = Field(theme, tr("Programme"))
        self.coordinator = Field(theme, tr("Coordinator"))
        self.coordinator_contact = Field(theme, tr("Coordinator's contact"))
        for field in (
            self.my_name,
            self.partner_name,
            self.partner_title,
            self.partner_organisation,
            self.partner_contact,
            self.programme,
            self.coordinator,
            self.coordinator_contact,
        ):
            LineVeil(theme, field)
        self._groups = (
            (
                tr("People"),
                (
                    self.my_name,
                    self.partner_name,
                    self.partner_title,
                    self.partner_organisation,
                    self.partner_contact,
                ),
            ),
            (tr("Purpose"), (self.purpose,)),
            (tr("Commitment"), (self.sessions, self.interval, self.minutes, self.mode)),
            (tr("Dates"), (self.started, self.planned_end, self.ended)),
            (
                tr("Training"),
                (
                    self.my_training,
                    self.my_training_on,
                    self.my_training_title,
                    self.partner_training,
                    self.partner_training_on,
                    self.partner_training_title,
                ),
            ),
            (
                tr("Programme"),
                (self.programme, self.coordinator, self.coordinator_contact, self.scheme_rules),
            ),
        )
        self.primers = Button(theme, tr("Read about mentoring"), kind="link", key="Shift+F1")
        advice = tr(
            "Training is strongly advised for both of you before you begin. Nothing here waits for it."
        )
        self._advice = {tr("Training"): advice}
        self._of_training = {
            self.my_training: (self.my_training_on, self.my_training_title),
            self.partner_training: (self.partner_training_on, self.partner_training_title),
        }
        for choice in self._of_training:
            choice.chosen.connect(self._show_training)
        self._forms: list[QFormLayout] = []
        self._lay_out(folded)
        self._show_training()
        self.primers.clicked.connect(self.primers_wanted)
        theme.changed.connect(self._dress)
        self._dress()

    def _lay_out(self, folded: bool) -> None:
        layout = column()
        for title, fields in self._groups:
            form = form_of(self._theme, fields)
            self._forms.append(form)
            body = column()
            if title in self._advice:
                body.addWidget(Label(self._theme, self._advice[title], "small", "text2", wrap=True))
                body.addLayout(row(self.primers, None))
                body.addSpacing(8)
            body.addLayout(form)
            if folded:
                self.folds.append(Fold(self._theme, title, body))
                layout.addWidget(self.folds[-1])
                continue
            layout.addWidget(Label(self._theme, title, "heading"))
            layout.addSpacing(8)
            layout.addLayout(body)
            layout.addSpacing(22)
        self.setLayout(layout)

    @Slot()
    def _show_training(self) -> None:
        """When and what it was is asked of those who were trained, and shown where it is known."""
        for choice, about in self._of_training.items():
            trained = choice.value() is Training.YES
            for field in about:
                known = field.value() is not None if isinstance(field, DateField) else bool(field.text())
                for form in self._forms:
                    if form.indexOf(field) >= 0:
                        form.setRowVisible(field, trained or known)

    def filled(self, into: Relationship) -> Relationship:
        """*into* with what stands in the fields."""
        return replace(
            into,
            my_display_name=self.my_name.text(),
            partner_display_name=self.partner_name.text(),
            partner_role_title=self.partner_title.text(),
            partner_organisation=self.partner_organisation.text(),
            partner_contact=self.partner_contact.text(),
            purpose=self.purpose.text(),
            commitment=Commitment(
                sessions_planned=self.sessions.value() or None,
                interval_days=self.interval.value() or None,
                minutes=self.minutes.value(),
                mode=Mode(str(self.mode.value())),
            ),
            my_training=Training(str(self.my_training.value())),
            partner_training=Training(str(self.partner_training.value())),
            my_training_on=self.my_training_on.value(),
            my_training_title=self.my_training_title.text(),
            partner_training_on=self.partner_training_on.value(),
            partner_training_title=self.partner_training_title.text(),
            started_on=self.started.value(),
            planned_end_on=self.planned_end.value(),
            ended_on=self.ended.value(),
            programme=Programme(
                name=self.programme.text(),
                coordinator_name=self.coordinator.text(),
                coordinator_contact=self.coordinator_contact.text(),
                scheme_rules=self.scheme_rules.text(),
            ),
        )

    def fill(self, value: Relationship) -> None:
        for field, text in (
            (self.my_name, value.my_display_name),
            (self.partner_name, value.partner_display_name),
            (self.partner_title, value.partner_role_title),
            (self.partner_organisation, value.partner_organisation),
            (self.partner_contact, value.partner_contact),
            (self.programme, value.programme.name),
            (self.coordinator, value.programme.coordinator_name),
            (self.coordinator_contact, value.programme.coordinator_contact),
            (self.my_training_title, value.my_training_title),
            (self.partner_training_title, value.partner_training_title),
        ):
            field.setText(text)
            field.home(False)
        self.purpose.set_text(value.purpose)
        self.scheme_rules.set_text(value.programme.scheme_rules)
        self.sessions.setValue(value.commitment.sessions_planned or 0)
        self.interval.setValue(value.commitment.interval_days or 0)
        self.minutes.setValue(value.commitment.minutes)
        for box, chosen in (
            (self.mode, value.commitment.mode),
            (self.my_training, value.my_training),
            (self.partner_training, value.partner_training),
        ):
            box.set_value(chosen)
        for edit, day in (
            (self.started, value.started_on),
            (self.planned_end, value.planned_end_on),
            (self.ended, value.ended_on),
            (self.my_training_on, value.my_training_on),
            (self.partner_training_on, value.partner_training_on),
        ):
            edit.set_value(day)
        self._show_training()

    @Slot()
    def _dress(self) -> None:
        for box in (self.sessions, self.interval, self.minutes):
            box.setFont(self._theme.font("body"))


def form_of(theme: Theme, fields: Sequence[QWidget]) -> QFormLayout:
    """The fields with their names beside them; one alone stands under the heading that names it."""
    form = QFormLayout()
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(8)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    for field in fields:
        if len(fields) == 1:
            form.addRow(field)
            continue
        label = Label(theme, name_of(field), "small", "text2", wrap=True)
        label.setBuddy(field)
        label.setFixedWidth(theme.px(170))
        label.setMinimumHeight(theme.px(34))
        form.addRow(label, field)
    return form


def name_of(field: QWidget) -> str:
    """What a field is called, wherever in it the name stands."""
    proxy = field.focusProxy()
    return field.accessibleName() or (proxy.accessibleName() if proxy is not None else "")


class Lines(QFrame):
    """A few plain lines in a frame like the other fields'."""

    edited = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setObjectName("editorframe")
        self._theme = theme
        self._edit = VeiledPlain(theme)
        self._edit.setAccessibleName(name)
        self._edit.setTabChangesFocus(True)
        self._edit.setFrameShape(QFrame.Shape.NoFrame)
        self._edit.viewport().setAutoFillBackground(False)
        self.setAccessibleName(name)
        self.setFocusProxy(self._edit)
        self.setLayout(column(self._edit, margins=(6, 4, 6, 4)))
        self._edit.written.connect(self.edited)
        theme.changed.connect(self._dress)
        self._dress()

    def text(self) -> str:
        return self._edit.toPlainText()

    def set_text(self, text: str) -> None:
        if text != self.text():
            self._edit.setPlainText(text)

    @Slot()
    def _dress(self) -> None:
        self._edit.setFont(self._theme.font("body"))
        self.setFixedHeight(self._theme.px(84))


def _number(name: str, most: int, none: str) -> QSpinBox:
    box = QSpinBox()
    box.setAccessibleName(name)
    box.setRange(0, most)
    box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
    if none:
        box.setSpecialValueText(none)
    return box
