"""What is to be known before a review is printed, and whether the partner's answers go along."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mentorjournal.model.words import Role
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, quiet
from ui.widgets.card import Card
from ui.widgets.check import CheckBox
from ui.widgets.label import Label
from ui.widgets.layout import column, row


class PaperPanel(Card):
    """*saved* and *printed* carry whether the partner's answers go along; *left* when it is not wanted."""

    saved = Signal(bool)
    printed = Signal(bool)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        tr = self.tr
        warning = tr("Paper has no passphrase. Your ratings are not on it; keep it as private as you talk.")
        self.theirs = CheckBox(theme, "")
        self.save = Button(theme, tr("Save as PDF"), icon="file-down")
        self.print = Button(theme, tr("Print"), icon="printer")
        self._close = quiet(theme, tr("Close"), key="Escape")
        self._came_of_it = Label(theme, "", "small", "text2", wrap=True)
        self.body.addLayout(
            column(
                Label(theme, tr("Print or save as PDF"), "heading"),
                4,
                Label(theme, warning, "body", "text2", wrap=True),
                8,
                self.theirs,
                8,
                row(self.save, 8, self.print, None, self._close),
                4,
                self._came_of_it,
            )
        )
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(self._print)
        self._close.clicked.connect(self.left)
        self.hide()

    def begin(self, role: Role) -> None:
        words = self.tr("Print my {partner}’s answers as well").format(partner=role.partner)
        self.theirs.setText(words)
        self.theirs.setAccessibleName(words)
        self.theirs.setChecked(False)
        self.say("")
        self.show()
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def said(self) -> str:
        return self._came_of_it.text()

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        self._came_of_it.set_tone("danger" if wrong else "text2")
        self._came_of_it.setText(sentence)
        self._came_of_it.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _save(self) -> None:
        self.saved.emit(self.theirs.isChecked())

    @Slot()
    def _print(self) -> None:
        self.printed.emit(self.theirs.isChecked())
