"""The relationship on one page: where it stands, the steps from here, and the fields behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Protocol

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFormLayout, QWidget

from mentorjournal.model.closure import Closure
from mentorjournal.model.lifecycle import Possible, Step
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipForm, RelationshipType, Role
from ui.pages.about.life import LifeSection
from ui.shell.details import DetailsForm, Lines, name_of
from ui.shell.kit import Field, Panel, Sentence, centred
from ui.theme.theme import Theme
from ui.widgets.buttons import primary, quiet
from ui.widgets.date_field import DateField
from ui.widgets.fields import ChoiceField
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row, rule, scrolling
from ui.widgets.veiled_line import LineVeil

_NOTHING = Relationship(codename="", my_role=Role.MENTOR, type=RelationshipType.INFORMAL)


class Presenter(Protocol):
    def save(self, relationship: Relationship) -> None: ...
    def look_at(self, typed: Relationship) -> None: ...
    def take(self, step: Step, typed: Relationship) -> None: ...
    def show_ending(self) -> None: ...
    def leave(self) -> None: ...


class AboutView(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._presenter: Presenter | None = None
        self._shown: Relationship | None = None
        self._filling = False
        tr = self.tr
        self.life = LifeSection(theme)
        self.codename = Field(theme, tr("Codename"))
        self.role = ChoiceField(theme, tr("My role"), tuple(Role))
        self.form = ChoiceField(theme, tr("Form"), tuple(RelationshipForm))
        self.topic = Field(theme, tr("Topic"))
        LineVeil(theme, self.topic)
        self.question = Lines(theme, tr("The one question"))
        self.follow_up = DateField(theme, tr("Ask what came of it on"), today=date.today())
        self.conflict = Lines(theme, tr("Other hats"))
        self.details = DetailsForm(theme)
        self.doubt = Sentence(theme, tone="warn")
        self.message = Sentence(theme, tone="danger")
        self.save = primary(theme, tr("Save"))
        self.back = quiet(theme, tr("Back"), key="Esc")
        self._form = self._rows()
        self._form.setRowVisible(self.doubt, False)
        self._lay_out()
        self.save.clicked.connect(self._save)
        self.back.clicked.connect(self._leave)
        self.life.stepped.connect(self._step)
        self.life.ending_wanted.connect(self._show_ending)
        for line in (self.codename, self.topic, self.details.my_name, self.details.partner_name):
            line.textChanged.connect(self._look)
        self.question.edited.connect(self._look)

    def _rows(self) -> QFormLayout:
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in (self.codename, self.role, self.form, self.topic, self.question, self.follow_up):
            label = Label(self._theme, name_of(field), "small", "text2", wrap=True)
            label.setBuddy(field)
            label.setFixedWidth(self._theme.px(170))
            label.setMinimumHeight(self._theme.px(34))
            form.addRow(label, field)
            if field is self.codename:
                form.addRow("", self.doubt)
        return form

    def _lay_out(self) -> None:
        theme, tr = self._theme, self.tr
        panel = Panel(theme, 600)
        panel.setLayout(
            column(
                Label(theme, tr("About this relationship"), "title"),
                4,
                Label(
                    theme,
                    tr("Names stay inside the opened journal; everywhere else there is only the codename."),
                    "small",
                    "text2",
                    wrap=True,
                ),
                18,
                self.life,
                14,
                rule(),
                18,
                self._form,
                22,
                self.details,
                Label(theme, tr("Other hats"), "heading"),
                4,
                Label(
                    theme,
                    tr("What else ties the two of you: line management, panels, joint work, friendship."),
                    "small",
                    "text2",
                    wrap=True,
                ),
                8,
                self.conflict,
                22,
                self.message,
                8,
                row(self.save, 8, self.back, None),
            )
        )
        page = holder(column(centred(panel), None, margins=(28, 28, 28, 32)), "page")
        self.setLayout(column(scrolling(page)))

    def bind(self, presenter: Presenter) -> None:
        self._presenter = presenter

    def show_relationship(self, relationship: Relationship) -> None:
        self._shown = relationship
        self.show_doubt("")
        self._fill(relationship)

    def follow(self, relationship: Relationship) -> None:
        """Show what has changed elsewhere; what was typed here and not kept yet stays."""
        before, own = self._shown, {}
        if before is not None:
            typed = self._typed(before)
            names = [field.name for field in fields(Relationship)]
            own = {
                name: getattr(typed, name) for name in names if getattr(typed, name) != getattr(before, name)
            }
        self._shown = relationship
        self._fill(replace(relationship, **own))

    def show_steps(self, steps: Sequence[Possible], closure: Closure | None) -> None:
        self.life.show_steps(steps, closure)

    def show_doubt(self, sentence: str) -> None:
        """Say below the codename what about it may give somebody away."""
        self.doubt.setText(sentence)
        self._form.setRowVisible(self.doubt, bool(sentence))

    def say(self, sentence: str) -> None:
        self.message.say(sentence)

    def set_busy(self, busy: bool) -> None:
        self.save.setEnabled(not busy)

    def clear(self) -> None:
        """Keep nothing of any journal."""
        self._shown = None
        self._fill(_NOTHING)
        self.message.say("")

    def _fill(self, relationship: Relationship) -> None:
        self._filling = True
        self.life.show_standing(relationship)
        self.codename.setText(relationship.codename)
        self.topic.setText(relationship.specialist_topic)
        self.role.set_value(relationship.my_role)
        self.form.set_value(relationship.form)
        one_stop = relationship.type is RelationshipType.ONE_STOP
        self._form.setRowVisible(self.question, one_stop)
        self._form.setRowVisible(self.follow_up, one_stop)
        self.question.set_text(relationship.question)
        self.follow_up.set_value(relationship.follow_up_on)
        self.conflict.set_text(relationship.conflict_declared)
        self.details.fill(relationship)
        self._filling = False

    def _typed(self, into: Relationship) -> Relationship:
        """*into* with what stands on the page."""
        return self.details.filled(
            replace(
                into,
                codename=self.codename.text(),
                specialist_topic=self.topic.text(),
                my_role=Role(str(self.role.value())),
                form=RelationshipForm(str(self.form.value())),
                question=self.question.text(),
                follow_up_on=self.follow_up.value(),
                conflict_declared=self.conflict.text(),
            )
        )

    @Slot()
    def _save(self) -> None:
        if self._presenter is not None and self._shown is not None:
            self._presenter.save(self._typed(self._shown))

    @Slot()
    def _look(self) -> None:
        if self._presenter is not None and self._shown is not None and not self._filling:
            self._presenter.look_at(self._typed(self._shown))

    @Slot(object)
    def _step(self, step: Step) -> None:
        if self._presenter is not None and self._shown is not None:
            self._presenter.take(step, self._typed(self._shown))

    @Slot()
    def _show_ending(self) -> None:
        if self._presenter is not None:
            self._presenter.show_ending()

    @Slot()
    def _leave(self) -> None:
        if self._presenter is not None:
            self._presenter.leave()
