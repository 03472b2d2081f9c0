"""The fields of a relationship that can wait: people, purpose, commitment, programme, dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, Slot
from PySide6.QtWidgets import QComboBox, QDateEdit, QFormLayout, QPlainTextEdit, QSpinBox, QWidget

from mentorjournal.model.relationship import MOST_SESSIONS, Commitment, Programme, Relationship
from mentorjournal.model.words import Choice, Mode, Training
from ui.shell.kit import Field
from ui.theme.theme import Theme
from ui.widgets.label import Label
from ui.widgets.layout import column

NO_DATE = QDate(1900, 1, 1)
LONGEST_MEETING = 24 * 60


class DetailsForm(QWidget):
    """Shows a relationship and gives it back as edited."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        tr = self.tr
        self.my_name = Field(theme, tr("My name"))
        self.partner_name = Field(theme, tr("Their name"))
        self.partner_title = Field(theme, tr("Their role or title"))
        self.partner_organisation = Field(theme, tr("Their organisation"))
        self.partner_contact = Field(theme, tr("How to reach them"))
        self.purpose = QPlainTextEdit()
        self.purpose.setAccessibleName(tr("Purpose"))
        self.purpose.setTabChangesFocus(True)
        self.sessions = _number(tr("Sessions planned"), MOST_SESSIONS, tr("open"))
        self.interval = _number(tr("Days between sessions"), 366, tr("open"))
        self.minutes = _number(tr("Minutes a session"), LONGEST_MEETING, "")
        self.minutes.setMinimum(1)
        self.mode = choice_box(tr("How we meet"), tuple(Mode))
        self.my_training = choice_box(tr("I was trained for mentoring"), tuple(Training))
        self.partner_training = choice_box(tr("They were trained for mentoring"), tuple(Training))
        self.started = _day(tr("Started on"), tr("not set"))
        self.planned_end = _day(tr("Planned end"), tr("not set"))
        self.ended = _day(tr("Ended on"), tr("not set"))
        self.programme = Field(theme, tr("Programme"))
        self.coordinator = Field(theme, tr("Coordinator"))
        self.coordinator_contact = Field(theme, tr("Coordinator's contact"))
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
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        layout = column()
        for title, fields in self._groups:
            layout.addWidget(Label(self._theme, title, "heading"))
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
                label = Label(self._theme, field.accessibleName(), "small", "text2", wrap=True)
                label.setBuddy(field)
                label.setFixedWidth(self._theme.px(170))
                form.addRow(label, field)
            layout.addLayout(form)
            layout.addSpacing(22)
        self.setLayout(layout)

    def filled(self, into: Relationship) -> Relationship:
        """*into* with what stands in the fields."""
        return replace(
            into,
            my_display_name=self.my_name.text(),
            partner_display_name=self.partner_name.text(),
            partner_role_title=self.partner_title.text(),
            partner_organisation=self.partner_organisation.text(),
            partner_contact=self.partner_contact.text(),
            purpose=self.purpose.toPlainText(),
            commitment=Commitment(
                sessions_planned=self.sessions.value() or None,
                interval_days=self.interval.value() or None,
                minutes=self.minutes.value(),
                mode=Mode(self.mode.currentData()),
            ),
            my_training=Training(self.my_training.currentData()),
            partner_training=Training(self.partner_training.currentData()),
            started_on=_date(self.started),
            planned_end_on=_date(self.planned_end),
            ended_on=_date(self.ended),
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
        self.purpose.setPlainText(value.purpose)
        self.sessions.setValue(value.commitment.sessions_planned or 0)
        self.interval.setValue(value.commitment.interval_days or 0)
        self.minutes.setValue(value.commitment.minutes)
        for box, chosen in (
            (self.mode, value.commitment.mode),
            (self.my_training, value.my_training),
            (self.partner_training, value.partner_training),
        ):
            box.setCurrentIndex(box.findData(chosen.value))
        for edit, day in (
            (self.started, value.started_on),
            (self.planned_end, value.planned_end_on),
            (self.ended, value.ended_on),
        ):
            edit.setDate(NO_DATE if day is None else QDate(day.year, day.month, day.day))

    @Slot()
    def _dress(self) -> None:
        body = self._theme.font("body")
        for widget in self.findChildren(QWidget):
            if isinstance(widget, QComboBox | QSpinBox | QDateEdit | QPlainTextEdit):
                widget.setFont(body)
                self._theme.ring(widget)
        self.purpose.setFixedHeight(self._theme.px(84))


def choice_box(name: str, choices: Sequence[Choice]) -> QComboBox:
    """A closed list of the field's own words."""
    box = QComboBox()
    box.setAccessibleName(name)
    for choice in choices:
        box.addItem(choice.label[:1].upper() + choice.label[1:], choice.value)
    return box


def _number(name: str, most: int, none: str) -> QSpinBox:
    box = QSpinBox()
    box.setAccessibleName(name)
    box.setRange(0, most)
    box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
    if none:
        box.setSpecialValueText(none)
    return box


def _day(name: str, none: str) -> QDateEdit:
    edit = QDateEdit()
    edit.setAccessibleName(name)
    edit.setMinimumDate(NO_DATE)
    edit.setSpecialValueText(none)
    edit.setButtonSymbols(QDateEdit.ButtonSymbols.NoButtons)
    edit.setDate(NO_DATE)
    return edit


def _date(edit: QDateEdit) -> date | None:
    day = edit.date()
    return None if day == NO_DATE else date(day.year(), day.month(), day.day())
