"""What opens on the page for a while: before it is printed, and after a form came back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.pages.agreement.contract import Incoming
from ui.pages.agreement.wording import headings
from ui.theme.theme import Theme
from ui.widgets.button import primary
from ui.widgets.buttons import Button, quiet
from ui.widgets.card import Card
from ui.widgets.check import CheckBox
from ui.widgets.label import Label
from ui.widgets.layout import row


class Panel(Card):
    """Emits *left* when it is not wanted any more, by Escape too."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(spacing=8, margins=(18, 14, 18, 14), parent=parent)
        self.told = Label(theme, "", "small", "text2", wrap=True)
        self.told.hide()
        self.hide()

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        self.told.set_tone("danger" if wrong else "text2")
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class PaperPanel(Panel):
    """Says what paper is before any is printed. *saved* and *printed* carry whether both names go along."""

    saved = Signal(bool)
    printed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        tr = self.tr
        self._title = Label(theme, "", "heading", wrap=True)
        self._warning = Label(theme, "", "small", "text2", wrap=True)
        self.names = CheckBox(theme, tr("Put both names where you sign"))
        self.save_button = Button(theme, tr("Save as PDF"), icon="file-down")
        self.print_button = Button(theme, tr("Print"), icon="printer")
        self.close_button = quiet(theme, tr("Close"), key="Escape")
        for one in (self._title, self._warning, self.names):
            self.body.addWidget(one)
        self.body.addLayout(row(self.save_button, 8, self.print_button, 8, self.close_button, None))
        self.body.addWidget(self.told)
        self.save_button.clicked.connect(self._save)
        self.print_button.clicked.connect(self._print)
        self.close_button.clicked.connect(self.left)

    def begin(self, *, to_sign: bool) -> None:
        """Ask before the draft is printed, or what was agreed, *to_sign*."""
        tr = self.tr
        self._title.setText(tr("Print to sign") if to_sign else tr("Print the drafts, yours beside theirs"))
        self._warning.setText(
            tr("Paper and PDF have no passphrase. Without the names it names neither of you.")
            if to_sign
            else tr("Paper and PDF have no passphrase. It names neither of you.")
        )
        self.names.setChecked(False)
        self.names.setVisible(to_sign)
        self.say("")
        self.show()
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _save(self) -> None:
        self.saved.emit(self.names.isChecked())

    @Slot()
    def _print(self) -> None:
        self.printed.emit(self.names.isChecked())


class IncomingPanel(Panel):
    """What came of a form. *taken* says that one made for something else is wanted all the same."""

    taken = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.take = primary(theme, self.tr("Take it in all the same"))
        self.close_button = quiet(theme, self.tr("Close"), key="Escape")
        self._wrong = Label(theme, "", "small", "warn", wrap=True)
        self.body.addWidget(self.told)
        self.body.addWidget(self._wrong)
        self.body.addLayout(row(self.take, 8, self.close_button, None))
        self.take.clicked.connect(self.taken)
        self.close_button.clicked.connect(self.left)

    def tell(self, sentence: str, *, wrong: bool = False) -> None:
        """One sentence, and nothing to decide."""
        self._open(sentence, "", wrong=wrong)

    def show_incoming(self, incoming: Incoming) -> None:
        tr = self.tr
        wrong = list(incoming.problems)
        if incoming.missing:
            gone = tr("Not in the file any more: {clauses}.")
            wrong.insert(0, gone.format(clauses=headings(incoming.missing)))
        if incoming.foreign:
            foreign = tr("Not of this form, and left alone: {fields}.")
            wrong.append(foreign.format(fields=", ".join(incoming.foreign[:4])))
        if incoming.question:
            words = incoming.question
        elif incoming.clauses:
            words = tr("Came in from the form: {clauses}.")
            words = words.format(clauses=headings(incoming.clauses, most=19))
        else:
            words = tr("Nothing is filled in in this form, so nothing was changed.")
        self._open(words, " ".join(wrong))
        self.take.setVisible(bool(incoming.question))
        button = self.take if incoming.question else self.close_button
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, words: str, more: str, *, wrong: bool = False) -> None:
        self.say(words, wrong=wrong)
        self._wrong.setText(more)
        self._wrong.setVisible(bool(more))
        self.take.hide()
        self.show()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
