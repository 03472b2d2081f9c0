"""What is to be known before a review is printed, and whether the partner's answers go along."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from mentorjournal.model.words import Role
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, quiet
from ui.widgets.check import CheckBox
from ui.widgets.label import Label
from ui.widgets.layout import column
from ui.widgets.paper_panel import Panel


class PaperPanel(Panel):
    """*saved* and *printed* carry whether the partner's answers go along."""

    saved = Signal(bool)
    printed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        tr = self.tr
        warning = tr("Paper has no passphrase. Your ratings are not on it; keep it as private as you talk.")
        self.theirs = CheckBox(theme, "")
        self.save = Button(theme, tr("Save as PDF"), icon="file-down")
        self.print = Button(theme, tr("Print"), icon="printer")
        self._close = quiet(theme, tr("Close"), key="Escape")
        self.body.addLayout(
            column(
                Label(theme, tr("Print or save as PDF"), "heading"),
                4,
                Label(theme, warning, "body", "text2", wrap=True),
                8,
                self.theirs,
                8,
            )
        )
        self.end_with(self.save, self.print, None, self._close)
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(self._print)
        self._close.clicked.connect(self.left)

    def begin(self, role: Role) -> None:
        words = self.tr("Print my {partner}’s answers as well").format(partner=role.partner)
        self.theirs.setText(words)
        self.theirs.setAccessibleName(words)
        self.theirs.setChecked(False)
        self.say("")
        self.show()
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def said(self) -> str:
        return self.came_of_it.text()

    @Slot()
    def _save(self) -> None:
        self.saved.emit(self.theirs.isChecked())

    @Slot()
    def _print(self) -> None:
        self.printed.emit(self.theirs.isChecked())
