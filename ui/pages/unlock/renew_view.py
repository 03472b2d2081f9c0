"""After the recovery code: a new passphrase, or the old one kept."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from ui.shell.kit import Panel, Sentence, centred
from ui.shell.new_passphrase import Judge, NewPassphrase
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, primary
from ui.widgets.label import Label
from ui.widgets.layout import column, row


class Presenter(Protocol):
    def set_passphrase(self, new: str) -> None: ...
    def keep_old(self) -> None: ...


class RenewView(QWidget):
    begins_with = "unlock"

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._presenter: Presenter | None = None
        self.passphrase = NewPassphrase(theme)
        self.message = Sentence(theme, tone="danger")
        self.button = primary(theme, self.tr("Set the new passphrase"))
        self.later = Button(theme, self.tr("Keep the old one"), kind="link")
        title = Label(theme, self.tr("The vault is open. Choose a new passphrase."), "title", wrap=True)
        note = Label(
            theme,
            self.tr(
                "The recovery code stays as it is. If somebody else may have seen the kit, make a new one in"
                " Settings."
            ),
            "body",
            "text2",
            wrap=True,
        )
        panel = Panel(theme, 420)
        panel.setLayout(
            column(title, 8, note, 20, self.passphrase, self.message, 14, row(self.button, None, self.later))
        )
        self.setLayout(column(None, centred(panel), None, margins=(24, 24, 24, 24)))
        self.button.clicked.connect(self._submit)
        self.passphrase.submitted.connect(self._submit)
        self.later.clicked.connect(self._keep)
        self.setFocusProxy(self.passphrase)

    def bind(self, presenter: Presenter, judge: Judge) -> None:
        self._presenter = presenter
        self.passphrase.bind(judge)

    def set_busy(self, busy: bool) -> None:
        self.passphrase.set_read_only(busy)
        self.button.setEnabled(not busy)
        self.later.setEnabled(not busy)

    def say(self, sentence: str) -> None:
        self.message.say(sentence)

    def forget_typed(self) -> None:
        self.passphrase.forget()

    @Slot()
    def _submit(self) -> None:
        typed = self.passphrase.taken()
        if typed is not None and self._presenter is not None:
            self._presenter.set_passphrase(typed)

    @Slot()
    def _keep(self) -> None:
        if self._presenter is not None:
            self._presenter.keep_old()
