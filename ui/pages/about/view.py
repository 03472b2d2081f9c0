"""The relationship on one page: codename, kind, status, and the fields behind them."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFormLayout, QWidget

from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipForm, RelationshipStatus, RelationshipType, Role
from ui.shell.details import DetailsForm, choice_box
from ui.shell.kit import Field, Panel, Sentence, centred
from ui.theme.theme import Theme
from ui.widgets.buttons import primary, quiet
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row, scrolling


class Presenter(Protocol):
    def save(self, relationship: Relationship) -> None: ...
    def leave(self) -> None: ...


class AboutView(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._presenter: Presenter | None = None
        self._shown: Relationship | None = None
        tr = self.tr
        self.codename = Field(theme, tr("Codename"))
        self.topic = Field(theme, tr("Topic"))
        self.role = choice_box(tr("My role"), tuple(Role))
        self.kind = choice_box(tr("Kind"), tuple(RelationshipType))
        self.form = choice_box(tr("Form"), tuple(RelationshipForm))
        self.status = choice_box(tr("Status"), tuple(RelationshipStatus))
        self.details = DetailsForm(theme)
        self.message = Sentence(theme, tone="danger")
        self.save = primary(theme, tr("Save"))
        self.back = quiet(theme, tr("Back"), key="Esc")
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in (self.codename, self.role, self.kind, self.form, self.status, self.topic):
            label = Label(theme, field.accessibleName(), "small", "text2")
            label.setBuddy(field)
            label.setFixedWidth(theme.px(170))
            theme.ring(field)
            form.addRow(label, field)
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
                form,
                22,
                self.details,
                self.message,
                8,
                row(self.save, 8, self.back, None),
            )
        )
        page = holder(column(centred(panel), None, margins=(28, 28, 28, 32)), "page")
        self.setLayout(column(scrolling(page)))
        self.save.clicked.connect(self._save)
        self.back.clicked.connect(self._leave)
        theme.changed.connect(self._dress)
        self._dress()

    def bind(self, presenter: Presenter) -> None:
        self._presenter = presenter

    def show_relationship(self, relationship: Relationship) -> None:
        self._shown = relationship
        self.codename.setText(relationship.codename)
        self.topic.setText(relationship.specialist_topic)
        for box, value in (
            (self.role, relationship.my_role.value),
            (self.kind, relationship.type.value),
            (self.form, relationship.form.value),
            (self.status, relationship.status.value),
        ):
            box.setCurrentIndex(box.findData(value))
        self.details.fill(relationship)

    def say(self, sentence: str) -> None:
        self.message.say(sentence)

    def set_busy(self, busy: bool) -> None:
        self.save.setEnabled(not busy)

    @Slot()
    def _save(self) -> None:
        if self._presenter is None or self._shown is None:
            return
        self._presenter.save(
            self.details.filled(
                replace(
                    self._shown,
                    codename=self.codename.text(),
                    specialist_topic=self.topic.text(),
                    my_role=Role(self.role.currentData()),
                    type=RelationshipType(self.kind.currentData()),
                    form=RelationshipForm(self.form.currentData()),
                    status=RelationshipStatus(self.status.currentData()),
                )
            )
        )

    @Slot()
    def _leave(self) -> None:
        if self._presenter is not None:
            self._presenter.leave()

    @Slot()
    def _dress(self) -> None:
        for box in (self.role, self.kind, self.form, self.status):
            box.setFont(self._theme.font("body"))
