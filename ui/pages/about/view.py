"""The relationship on one page: where it stands, the steps from here, and the fields behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Protocol

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFormLayout, QWidget

from mentorjournal.guidance.phase import Suggestion
from mentorjournal.model.closure import Closure
from mentorjournal.model.lifecycle import Possible, Step
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import Phase, RelationshipForm, RelationshipType, Role
from ui.pages.about.draft_place import from_place, to_place
from ui.pages.about.life import LifeSection
from ui.pages.about.phase import PhaseSection
from ui.pages.about.signposts import Signposts
from ui.pages.about.wording import folded_words, form_words, whether_written
from ui.shell.details import DetailsForm, Lines, name_of
from ui.shell.kit import Field, Panel, Sentence, centred
from ui.theme.theme import Theme
from ui.widgets.buttons import ToolButton, primary, quiet
from ui.widgets.date_field import DateField
from ui.widgets.fields import ChoiceField
from ui.widgets.fold import Fold
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, reveal, row, rule, scrolling
from ui.widgets.veiled_line import LineVeil

_NOTHING = Relationship(codename="", my_role=Role.MENTOR, type=RelationshipType.INFORMAL)


class Presenter(Protocol):
    def save(self, relationship: Relationship) -> None: ...
    def look_at(self, typed: Relationship) -> None: ...
    def take(self, step: Step, typed: Relationship) -> None: ...
    def show_ending(self) -> None: ...
    def choose_phase(self, phase: Phase) -> None: ...
    def discard(self) -> None: ...
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
        self.form_words = Sentence(theme)
        self.details = DetailsForm(theme, folded=True)
        self.phase = PhaseSection(theme)
        self.signposts = Signposts(theme)
        self.details.folds[0].set_open(True)  # names are what one comes for first
        self.doubt = Sentence(theme, tone="warn")
        self.message = Sentence(theme, tone="danger")
        self.save = primary(theme, tr("Save"))
        self.back = quiet(theme, tr("Back"), key="Esc")
        self.versions = ToolButton(theme, "clock", tr("Earlier versions"), key="Ctrl+Shift+H")
        self.discard = quiet(theme, tr("Discard what was typed"))
        self.discard.hide()
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
        self.phase.chosen.connect(self._choose_phase)
        self.discard.clicked.connect(self._discard)
        self.signposts.added.connect(self._reveal)
        self.form.chosen.connect(self._tell_form)
        self.role.chosen.connect(self._tell_form)

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
        ties = tr("What else ties the two of you: line management, panels, joint work, friendship.")
        words = Label(theme, ties, "small", "text2", wrap=True)
        self.hats = Fold(theme, tr("Other hats"), column(words, 8, self.conflict))
        self.places = Fold(theme, tr("Where to refer on"), column(self.signposts))
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
                2,
                self.form_words,
                14,
                self.phase,
                self.details,
                self.hats,
                self.places,
            )
        )
        page = holder(column(centred(panel), None, margins=(28, 28, 28, 32)), "page")
        foot = Panel(theme, 600)
        foot.setLayout(
            column(
                self.message, row(self.save, 8, self.back, None, self.discard, 4, self.versions), spacing=6
            )
        )
        below = holder(column(rule(), 10, centred(foot), margins=(28, 0, 28, 12)), "page")
        self._area = scrolling(page)
        layout = column(self._area, below)
        layout.setStretch(0, 1)
        self.setLayout(layout)

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

    def show_phase(self, relationship: Relationship, suggestion: Suggestion) -> None:
        self.phase.show_phase(relationship, suggestion)

    def half_typed(self) -> dict[str, object]:
        """What stands on the page and is not saved."""
        return {} if self._shown is None else to_place(self._typed(self._shown), self._shown)

    def show_half_typed(self, typed: dict[str, object]) -> None:
        if self._shown is not None:
            self._fill(from_place(typed, self._shown))
            self.discard.show()
            self.message.say(self.tr("What you typed here before stands on the page. It is not saved yet."))

    def say(self, sentence: str) -> None:
        self.message.say(sentence, "danger")

    def set_busy(self, busy: bool) -> None:
        self.save.setEnabled(not busy)

    def clear(self) -> None:
        """Keep nothing of any journal."""
        self._shown = None
        self._fill(_NOTHING)
        self.message.say("")

    def _fill(self, relationship: Relationship) -> None:
        self._filling = True
        self.discard.hide()
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
        self.signposts.show_signposts(relationship.signposts)
        self._note_folds(relationship)
        self._tell_form()
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
                signposts=self.signposts.signposts(),
            )
        )

    def _note_folds(self, about: Relationship) -> None:
        """A word beside each folded group on what is inside."""
        for fold, note in zip(self.details.folds, folded_words(about, self.locale()), strict=True):
            fold.set_note(note)
        self.hats.set_note(whether_written(about.conflict_declared))
        places = len(about.signposts)
        words = self.tr("%n place(s)", "", places).replace("(s)", "" if places == 1 else "s")
        self.places.set_note(words if places else "")

    @Slot()
    def _tell_form(self) -> None:
        """Who is mentee and who is mentor, where form and rank do not say the same."""
        self.form_words.say(
            form_words(RelationshipForm(str(self.form.value())), Role(str(self.role.value())))
        )

    @Slot(object)
    def _choose_phase(self, phase: Phase) -> None:
        if self._presenter is not None:
            self._presenter.choose_phase(phase)

    @Slot(object)
    def _reveal(self, part: QWidget) -> None:
        reveal(self._area, part)

    @Slot()
    def _discard(self) -> None:
        if self._presenter is not None:
            self._presenter.discard()
            self.codename.setFocus()

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
