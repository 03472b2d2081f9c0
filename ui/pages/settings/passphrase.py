"""The card about the passphrase: another one, and the way to new keys."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Signal, Slot

from ui.pages.settings.parts import TitledCard, told
from ui.shell.kit import Field, Sentence
from ui.shell.new_passphrase import Judge, NewPassphrase
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.label import Label
from ui.widgets.layout import row


class Presenter(Protocol):
    def change_passphrase(self, old: str, new: str) -> None: ...


class PassphraseCard(TitledCard):
    keys_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._presenter: Presenter | None = None
        tr = self.tr
        self.old = Field(theme, tr("Present passphrase"), secret=True, height=40)
        old_label = Label(theme, tr("Present passphrase"), "caption", "text2")
        old_label.setBuddy(self.old)
        self.new = NewPassphrase(theme, tr("New passphrase"))
        self.change = Button(theme, tr("Change the passphrase"))
        self.new_keys = Button(theme, tr("New keys …"))
        self.message = Sentence(theme)
        words = tr(
            "The new one opens the vault from then on; the recovery code stays as it is. Whoever has an"
            " older copy of the vault and the old passphrase can still read that copy. New keys, for which"
            " the vault is locked first, protect all that is written after them."
        )
        self.fill(
            tr("Passphrase"),
            told(theme, words),
            14,
            old_label,
            6,
            self.old,
            14,
            self.new,
            self.message,
            10,
            row(self.change, 8, self.new_keys, None),
        )
        self.change.clicked.connect(self._change)
        self.new.submitted.connect(self._change)
        self.new_keys.clicked.connect(self.keys_wanted)

    def bind(self, presenter: Presenter, judge: Judge) -> None:
        self._presenter = presenter
        self.new.bind(judge)

    def say(self, sentence: str, *, good: bool) -> None:
        self.message.say(sentence, "accent_text" if good else "danger")

    def say_changed(self) -> None:
        self.say(self.tr("Changed. Use the new passphrase from now on."), good=True)

    def forget_typed(self) -> None:
        self.old.clear()
        self.new.forget()
        self.message.say("")

    @Slot()
    def _change(self) -> None:
        new = self.new.taken()
        if new is not None and self._presenter is not None:
            self._presenter.change_passphrase(self.old.text(), new)
