"""The fields of a relationship that can wait: people, purpose, commitment, programme, dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFormLayout, QFrame, QLayout, QSpinBox, QWidget

from mentorjournal.model.relationship import MOST_SESSIONS, Commitment, Programme, Relationship
from mentorjournal.model.words import Mode, Training
from ui.shell.kit import Field
from ui.theme.theme import Theme
from ui.widgets.button import Button
from ui.widgets.date_field import DateField
from ui.widgets.fields import ChoiceField
from ui.widgets.label import Label
from ui.widgets.layout import column, row
from ui.widgets.veiled_line import LineVeil
from ui.widgets.veiled_text import VeiledPlain

LONGEST_MEETING = 24 * 60


class DetailsForm(QWidget):
    """Shows a relationship and gives it back as edited. *primers_wanted* asks for the texts on mentoring."""

    primers_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
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
                tr("Training and programme"),
                (
                    self.my_training,
                    self.partner_training,
                    self.programme,
                    self.coordinator,
                    self.coordinator_contact,
                ),
            ),
        )
        self.primers = Button(theme, tr("Read about mentoring"), kind="link", key="Shift+F1")
        self._lay_out()
        self.primers.clicked.connect(self.primers_wanted)
        theme.changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        layout = column()
        for title, fields in self._groups:
            layout.addWidget(Label(self._theme, title, "heading"))
            if self.my_training in fields:
                layout.addSpacing(4)
                layout.addLayout(self._advice())
            layout.addSpacing(8)
            form = QFormLayout()
            form.setContentsMargins(0, 0, 0, 0)
            form.setHorizontalSpacing(16)
            form.setVerticalSpacing(8)
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
            for field in fields:
                if len(fields) == 1:
                    form.addRow(field)
                    continue
                label = Label(self._theme, name_of(field), "small", "text2", wrap=True)
                label.setBuddy(field)
                label.setFixedWidth(self._theme.px(170))
                label.setMinimumHeight(self._theme.px(34))
                form.addRow(label, field)
            layout.addLayout(form)
            layout.addSpacing(22)
        self.setLayout(layout)

    def _advice(self) -> QLayout:
        told = Label(
            self._theme,
            self.tr("Training is strongly advised for both of you. Nothing here waits for it."),
            "small",
            "text2",
            wrap=True,
        )
        return column(told, row(self.primers, None))

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
            started_on=self.started.value(),
            planned_end_on=self.planned_end.value(),
            ended_on=self.ended.value(),
            programme=Programme(
                name=self.programme.text(),
                coordinator_name=self.coordinator.text(),
                coordinator_contact=self.coordinator_contact.text(),
                scheme_rules=into.programme.scheme_rules,
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
        ):
            field.setText(text)
            field.home(False)
        self.purpose.set_text(value.purpose)
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
        ):
            edit.set_value(day)

    @Slot()
    def _dress(self) -> None:
        for box in (self.sessions, self.interval, self.minutes):
            box.setFont(self._theme.font("body"))


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
