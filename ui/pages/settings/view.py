"""One scrolling page of cards: look, locking, passphrase, recovery kit, about. Each says what it does."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.pages.settings import kit, locking, looks, passphrase
from ui.pages.settings.along import AlongCard
from ui.pages.settings.backups import BackupsCard
from ui.pages.settings.doors import AboutCard, PracticeCard, QuestionsCard
from ui.pages.settings.parts import Resting
from ui.shell.kit import Panel, centred
from ui.shell.new_passphrase import Judge
from ui.shell.settings_file import Settings
from ui.tasks import Job
from ui.theme.theme import Theme
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, scrolling


class Presenter(
    looks.LookPresenter,
    looks.WritingPresenter,
    locking.Presenter,
    passphrase.Presenter,
    kit.Presenter,
    Protocol,
):
    """What all the cards wish."""


class SettingsView(QWidget):
    questions_wanted = Signal()
    ledger_wanted = Signal()
    keys_wanted = Signal()
    safety_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.look = looks.LookCard(theme)
        self.writing = looks.WritingCard(theme)
        self.questions = QuestionsCard(theme)
        self.practice = PracticeCard(theme)
        self.locking = locking.LockCard(theme)
        self.passphrase = passphrase.PassphraseCard(theme)
        self.kit = kit.KitCard(theme)
        self.backups = BackupsCard(theme)
        self.along = AlongCard(theme)
        self.about = AboutCard(theme)
        self._resting = Resting(self.passphrase.change, self.kit.make, self.kit.save)
        self.place_title = self.tr("Choose the folder in which the new vault is made")
        self.leaving_title = self.tr("Choose where the new folder with everything is made")
        cards = (
            self.look,
            self.writing,
            self.questions,
            self.practice,
            self.locking,
            self.passphrase,
            self.kit,
            self.backups,
            self.along,
            self.about,
        )
        panel = Panel(theme, 600)
        panel.setLayout(column(Label(theme, self.tr("Settings"), "display"), 20, column(*cards, spacing=14)))
        page = holder(column(centred(panel), None, margins=(28, 28, 28, 32)), "page")
        self.setLayout(column(scrolling(page)))
        self.questions.wanted.connect(self.questions_wanted)
        self.practice.wanted.connect(self.ledger_wanted)
        self.passphrase.keys_wanted.connect(self.keys_wanted)
        self.about.safety_wanted.connect(self.safety_wanted)

    def bind(self, presenter: Presenter, judge: Judge) -> None:
        self.look.bind(presenter)
        self.writing.bind(presenter)
        self.locking.bind(presenter)
        self.passphrase.bind(presenter, judge)
        self.kit.bind(presenter)

    def focus_first(self) -> None:
        self.look.look.setFocus()

    def show_settings(self, settings: Settings) -> None:
        self.look.show_settings(settings)
        self.writing.show_settings(settings)
        self.locking.show_settings(settings)

    def show_vault(self, folder: str) -> None:
        self.about.vault.setText(folder)

    def show_versions(self, versions: str) -> None:
        self.about.versions.setText(versions)

    def show_code(self, groups: tuple[str, ...]) -> None:
        self.kit.show_code(groups)

    def say_passphrase(self, sentence: str, *, good: bool) -> None:
        self.passphrase.say(sentence, good=good)

    def follow_kit(self, job: Job) -> None:
        self.kit.follow(job)

    def hide_code(self) -> None:
        self.kit.hide_code()

    def say_kit(self, sentence: str, *, good: bool) -> None:
        self.kit.say(sentence, good=good)

    def passphrase_changed(self) -> None:
        self.passphrase.say_changed()

    def kit_saved(self, name: str) -> None:
        self.kit.say_saved(name)

    def set_busy(self, busy: bool) -> None:
        self._resting.set(busy)

    def forget_typed(self) -> None:
        self.passphrase.forget_typed()
        self.kit.forget_typed()
