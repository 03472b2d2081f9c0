"""The card for taking everything along: what, in which forms, and a plain word on who can read it then."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QPoint, Slot
from PySide6.QtWidgets import QScrollArea

from mentorjournal.leaving.choice import Form, Taken, report
from ui.pages.settings.parts import TitledCard, told
from ui.shell.kit import Field, Sentence
from ui.tasks import Job
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.check import CheckBox
from ui.widgets.fields import ChoiceField
from ui.widgets.label import Label
from ui.widgets.layout import column, reveal, row
from ui.widgets.paper_progress import PaperProgress

MARGIN = 14


class Presenter(Protocol):
    def take(self, codename: str, forms: frozenset[Form], typed: str) -> None: ...


class AlongCard(TitledCard):
    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._presenter: Presenter | None = None
        tr = self.tr
        self.which = ChoiceField(theme, tr("What to take along"), [("", tr("The whole vault"))], value="")
        which_label = Label(theme, tr("What to take along"), "caption", "text2")
        which_label.setBuddy(self.which)
        self.forms = {
            Form.MARKDOWN: CheckBox(theme, tr("Markdown: a text file for each entry"), checked=True),
            Form.JSON: CheckBox(theme, tr("JSON: every field, and earlier versions"), checked=True),
            Form.PDF: CheckBox(theme, tr("PDF: each journal as a book"), checked=True),
        }
        self.passphrase = Field(theme, tr("Passphrase or recovery code"), secret=True, height=40)
        label = Label(theme, tr("Passphrase or recovery code"), "caption", "text2")
        label.setBuddy(self.passphrase)
        self.take = Button(theme, tr("Choose a folder and write"))
        self.progress = PaperProgress(theme)
        self.progress.bar.set_name(tr("Writing everything"))
        self.message = Sentence(theme)
        words = tr(
            "Everything you wrote, in files that need no Mentor Journal, in a new folder. Also what is marked"
            " as private, and as never leaving."
        )
        warning = tr(
            "These files are for you alone, and they are not encrypted: whoever can open the folder can read"
            " all of it. Keep them out of synchronised folders."
        )
        self.fill(
            tr("Take everything along"),
            told(theme, words),
            8,
            Label(theme, warning, "small", "warn", wrap=True),
            14,
            which_label,
            6,
            row(self.which, None),
            12,
            column(*self.forms.values(), spacing=4),
            14,
            label,
            6,
            self.passphrase,
            10,
            self.progress,
            self.message,
            10,
            row(self.take, None),
        )
        self.take.clicked.connect(self._take)
        self.passphrase.returnPressed.connect(self._take)
        self.passphrase.textEdited.connect(self._typed)

    def bind(self, presenter: Presenter) -> None:
        self._presenter = presenter

    def come_forward(self) -> None:
        """Be looked at: the page is scrolled to this card, and the keyboard is here."""
        self.which.setFocus()
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        page = above.widget() if isinstance(above, QScrollArea) else None
        if isinstance(above, QScrollArea) and page is not None:
            reveal(above, self)
            above.verticalScrollBar().setValue(self.mapTo(page, QPoint()).y() - MARGIN)

    # What the presenter says

    def show_journals(self, codenames: Sequence[str]) -> None:
        journals = [(name, self.tr("“{codename}”").format(codename=name)) for name in codenames]
        self.which.set_choices([("", self.tr("The whole vault")), *journals])
        if self.which.value() is None:
            self.which.set_value("")

    def show_proving(self) -> None:
        self._set_busy(True)
        self.message.say("")

    def follow(self, job: Job) -> None:
        self._set_busy(True)
        self.progress.follow(job, self.tr("Writing. The folder is there once all of it is written."))

    def show_taken(self, taken: Taken) -> None:
        self._set_busy(False)
        self.message.say("\n".join(report(taken)), "accent_text" if taken.whole else "danger")

    def show_problem(self, sentence: str) -> None:
        self._set_busy(False)
        self.message.say(sentence, "danger")

    def show_wrong(self, sentence: str) -> None:
        self.show_problem(sentence)
        self.passphrase.refuse(sentence)

    def forget_typed(self) -> None:
        self.passphrase.clear()
        self._typed()

    def _set_busy(self, busy: bool) -> None:
        for control in (self.which, self.take, self.passphrase, *self.forms.values()):
            control.setEnabled(not busy)
        if not busy:
            self.progress.end()
            if self.isVisible():  # switched off, it gave the keyboard to whatever comes next on the page
                self.take.setFocus()

    # What the person does

    @Slot()
    def _take(self) -> None:
        if self._presenter is not None:
            forms = frozenset(form for form, box in self.forms.items() if box.isChecked())
            self._presenter.take(str(self.which.value() or ""), forms, self.passphrase.text())

    @Slot()
    def _typed(self) -> None:
        self.passphrase.take_back_refusal()
