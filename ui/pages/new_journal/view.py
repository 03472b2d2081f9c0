"""One sheet from top to bottom: my role, the kind, who helps whom, a codename, and what the kind needs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipForm, RelationshipType, Role
from ui.pages.new_journal.kinds import FormChoice, KindChoice
from ui.pages.new_journal.needs import Needs
from ui.shell.kit import Field, Panel, Sentence, centred
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, Segments, primary, quiet
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, reveal, row, scrolling

WIDTH = 560


class Presenter(Protocol):
    def make(self, wanted: Relationship) -> None: ...
    def another_codename(self) -> None: ...
    def look_at(self, wanted: Relationship) -> None: ...
    def give_up(self) -> None: ...


class NewJournalView(QWidget):
    """Emits *primer_wanted* with the role that is chosen."""

    primer_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._presenter: Presenter | None = None
        tr = self.tr
        self.primer = Button(theme, "", kind="link", key="Shift+F1")
        self.primer.hide()
        self.role = Segments(
            theme,
            tr("In this relationship I am"),
            [(Role.MENTOR, tr("the mentor")), (Role.MENTEE, tr("the mentee")), (Role.PEER, tr("a peer"))],
        )
        self.kinds = KindChoice(theme)
        self.form = FormChoice(theme)
        self.codename = Field(theme, tr("Codename"))
        self.another = Button(theme, tr("Another word"), kind="link")
        self._rule = Label(
            theme,
            tr("The only name that shows outside the opened journal. A neutral word, never initials."),
            "small",
            "text3",
            wrap=True,
        )
        self.doubt = Sentence(theme, tone="warn")
        self.needs = Needs(theme)
        self.message = Sentence(theme, tone="danger")
        self.make = primary(theme, tr("Begin the journal"), key="Ctrl+Return")
        self.cancel = quiet(theme, tr("Not now"), key="Esc")
        self._lay_out(theme)
        self._connect()

    def _lay_out(self, theme: Theme) -> None:
        tr = self.tr
        panel = Panel(theme, WIDTH)
        caption = Label(theme, tr("Codename"), "caption", "text2")
        caption.setBuddy(self.codename)
        advice = tr("Training is strongly advised for both of you. Nothing here waits for it.")
        panel.setLayout(
            column(
                Label(theme, tr("Who is this journal for?"), "display", wrap=True),
                6,
                Label(theme, advice, "small", "text2", wrap=True),
                row(self.primer, None),
                12,
                Label(theme, self.role.accessibleName(), "caption", "text2"),
                6,
                row(self.role, None),
                16,
                Label(theme, self.kinds.accessibleName(), "caption", "text2"),
                6,
                self.kinds,
                12,
                Label(theme, self.form.forms.accessibleName(), "caption", "text2"),
                6,
                self.form,
                16,
                caption,
                6,
                row(self.codename, 8, self.another),
                6,
                self._rule,
                self.doubt,
                16,
                self.needs,
                16,
                self.message,
                8,
                row(self.make, 8, self.cancel, None),
                12,
                Label(
                    theme,
                    tr("Names, purpose and the rest are asked for when they are needed."),
                    "small",
                    "text3",
                    wrap=True,
                ),
            )
        )
        page = holder(column(centred(panel), None, margins=(28, 24, 28, 32)), "page")
        self._area = scrolling(page)
        self.setLayout(column(self._area))

    def _connect(self) -> None:
        self.role.chosen.connect(self._chosen)
        self.kinds.chosen_kind.connect(self._chosen)
        self.codename.textChanged.connect(self._look)
        self.needs.edited.connect(self._look)
        self.needs.refused.connect(self.say)
        self.primer.clicked.connect(self._read)
        self.another.clicked.connect(self._another)
        self.make.clicked.connect(self._make)
        self.codename.returnPressed.connect(self._make)
        self.needs.entered.connect(self._make)
        self.cancel.clicked.connect(self._give_up)

    def bind(self, presenter: Presenter) -> None:
        self._presenter = presenter

    # What the presenter shows

    def suggest(self, codename: str) -> None:
        self.codename.setText(codename)

    def propose_end(self, end: date, today: date) -> None:
        self.needs.propose(end, today)

    def show_primer(self, title: str, minutes: int) -> None:
        """Offer the first of the primers, to be read before anything is chosen."""
        words = self.tr("Read first, if you like: {title}, {minutes} minutes")
        self.primer.setText(words.format(title=title, minutes=self.locale().toString(minutes)))
        self.primer.show()

    def show_doubt(self, sentence: str) -> None:
        """Say what about the codename may give somebody away, in the place of the rule."""
        self.doubt.say(sentence)
        self._rule.setVisible(not sentence)
        self.codename.setAccessibleDescription(sentence or self._rule.text())

    @Slot(str)
    def say(self, sentence: str) -> None:
        self.message.say(sentence)
        if sentence:
            reveal(self._area, self.message)

    def set_busy(self, busy: bool) -> None:
        self.make.setEnabled(not busy)

    def begin(self) -> None:
        """An empty sheet."""
        self.show_typed({})

    def focus_first(self) -> None:
        """The first question, ready for the keyboard."""
        self._area.verticalScrollBar().setValue(0)
        self.role.focus_chosen()

    # What stands on the sheet

    def wanted(self) -> Relationship:
        """As a relationship."""
        return self.needs.filled(
            Relationship(
                codename=self.codename.text(),
                my_role=self._role(),
                type=self.kinds.chosen(),
                form=self.form.chosen(),
            )
        )

    def typed(self) -> dict[str, object]:
        """As it is kept while the vault is locked."""
        return {
            "role": self._role().value,
            "kind": self.kinds.chosen().value,
            "form": self.form.chosen().value,
            "codename": self.codename.text(),
            **self.needs.typed(),
        }

    def show_typed(self, typed: Mapping[str, object]) -> None:
        """Show what `typed` gave; what makes no sense is as on an empty sheet."""
        role = next((one for one in Role if one == typed.get("role")), Role.MENTOR)
        kinds, forms = RelationshipType, RelationshipForm
        kind = next((one for one in kinds if one == typed.get("kind")), kinds.LONG_TERM_FORMAL)
        form = next((one for one in forms if one == typed.get("form")), forms.TRADITIONAL)
        self.role.set_value(role)
        self.kinds.choose(kind)
        self._chosen()
        self.form.choose(form)
        self.codename.setText(str(typed.get("codename", "")))
        self.needs.show_typed(typed)

    def _role(self) -> Role:
        role = self.role.value()
        assert isinstance(role, Role)
        return role

    # What the writer does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._make()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _chosen(self) -> None:
        """What is asked follows from what was chosen above."""
        self.form.show_for(self._role())
        self.needs.show_for(self.kinds.chosen(), self._role())
        self._look()

    @Slot()
    def _look(self) -> None:
        if self._presenter is not None:
            self._presenter.look_at(self.wanted())

    @Slot()
    def _read(self) -> None:
        self.primer_wanted.emit(self._role())

    @Slot()
    def _another(self) -> None:
        if self._presenter is not None:
            self._presenter.another_codename()

    @Slot()
    def _make(self) -> None:
        if self._presenter is not None and self.needs.settle():
            self._presenter.make(self.wanted())

    @Slot()
    def _give_up(self) -> None:
        if self._presenter is not None:
            self._presenter.give_up()
