"""The card about the recovery kit: a new code, shown once and saved as PDF."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Slot

from ui.pages.settings.parts import TitledCard, told
from ui.shell.kit import Field, Sentence
from ui.shell.kit_code import CodeGrid
from ui.tasks import Job
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.label import Label
from ui.widgets.layout import row


class Presenter(Protocol):
    def make_kit(self, passphrase: str) -> None: ...
    def save_kit(self) -> None: ...
    def kit_heard(self) -> None: ...


class KitCard(TitledCard):
    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._presenter: Presenter | None = None
        tr = self.tr
        self.passphrase = Field(theme, tr("Passphrase, for a new kit"), secret=True, height=40)
        label = Label(theme, tr("Passphrase"), "caption", "text2")
        label.setBuddy(self.passphrase)
        self.make = Button(theme, tr("Make a new recovery kit"))
        self.code = CodeGrid(theme)
        self.save = Button(theme, tr("Save the kit as PDF"), icon="file-down")
        self.message = Sentence(theme)
        self.code.hide()
        self.save.hide()
        words = tr("A new kit replaces the one you printed: the old code no longer opens this vault.")
        self.fill(
            tr("Recovery kit"),
            told(theme, words),
            14,
            label,
            6,
            self.passphrase,
            10,
            self.code,
            6,
            self.message,
            10,
            row(self.make, 8, self.save, None),
        )
        self.make.clicked.connect(self._make)
        self.passphrase.returnPressed.connect(self._make)
        self.save.clicked.connect(self._save)

    def bind(self, presenter: Presenter) -> None:
        self._presenter = presenter

    def show_code(self, groups: tuple[str, ...]) -> None:
        self.code.show_groups(groups)
        self.code.show()
        self.save.show()
        self.passphrase.clear()
        self.message.say(
            self.tr("This is the only code from now on. Save or write it down; it is not shown again."),
            "text2",
        )

    def follow(self, job: Job) -> None:
        """Hear when the code is there to be shown."""
        job.progressed.connect(self._heard)

    def hide_code(self) -> None:
        self.code.show_groups(())
        self.code.hide()
        self.save.hide()

    def say(self, sentence: str, *, good: bool) -> None:
        self.message.say(sentence, "accent_text" if good else "danger")

    def say_saved(self, name: str) -> None:
        self.say(self.tr("Saved as “{name}”. Print it, then delete the file.").format(name=name), good=True)

    def forget_typed(self) -> None:
        self.passphrase.clear()
        self.hide_code()
        self.message.say("")

    @Slot(object, object)
    def _heard(self, done: int, total: int) -> None:
        if self._presenter is not None:
            self._presenter.kit_heard()

    @Slot()
    def _make(self) -> None:
        if self._presenter is not None:
            self._presenter.make_kit(self.passphrase.text())

    @Slot()
    def _save(self) -> None:
        if self._presenter is not None:
            self._presenter.save_kit()
