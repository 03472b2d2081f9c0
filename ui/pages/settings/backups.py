"""The card about backups: what there is, newest first, and one button."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QLocale, QTime, Slot

from ui.pages.settings.backing_up import BackupShown, Made
from ui.shell.kit import Sentence
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.date_field import day_words
from ui.widgets.label import Label
from ui.widgets.layout import row

MOST_SHOWN = 8


class Presenter(Protocol):
    def make(self) -> None: ...


class BackupsCard(Card):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._presenter: Presenter | None = None
        told = self.tr(
            "Copies of the whole vault, in its own folder, each read back whole when it was made. They open"
            " with the passphrase and the recovery code of their day. A lost disk takes them along: copy the"
            " folder elsewhere now and then."
        )
        self.make = Button(theme, self.tr("Make a backup now"))
        self.list = Label(theme, "", "small", "text2", wrap=True, selectable=True)
        self.list.setAccessibleName(self.tr("Backups, newest first"))
        self.message = Sentence(theme)
        for item in (
            Label(theme, self.tr("Backups"), "heading"),
            Label(theme, told, "small", "text2", wrap=True),
            self.list,
            self.message,
        ):
            self.body.addWidget(item)
        self.body.setSpacing(10)
        self.body.addLayout(row(self.make, None))
        self.make.clicked.connect(self._make)

    def bind(self, presenter: Presenter) -> None:
        self._presenter = presenter

    def show_backups(self, backups: Sequence[BackupShown]) -> None:
        lines = [self._line(one) for one in backups[:MOST_SHOWN]]
        if older := len(backups) - MOST_SHOWN:
            lines += [self.tr("and {count} older").format(count=older)] if older > 0 else []
        self.list.setText("\n".join(lines) or self.tr("There is no backup yet."))

    def show_making(self) -> None:
        self.make.setEnabled(False)
        self.message.say(self.tr("Making a backup: every byte of it is read back."), "text2")

    def show_made(self, made: Made) -> None:
        self.make.setEnabled(True)
        self.show_backups(made.backups)
        if made.damaged:
            words = self.tr(
                "Made. Damaged, and taken along only from an older backup, if there was one: {codenames}."
                " No older backup was let go."
            )
            self.message.say(words.format(codenames=", ".join(made.damaged)), "danger")
        else:
            self.message.say(self.tr("Made, and read back whole."), "accent_text")

    def show_problem(self, sentence: str) -> None:
        self.make.setEnabled(True)
        self.message.say(sentence, "danger")

    def _line(self, one: BackupShown) -> str:
        if one.journals == 1:
            words = self.tr("{moment}  ·  1 journal")
        else:
            words = self.tr("{moment}  ·  {count} journals")
        return words.format(moment=self._moment(one.made_at), count=one.journals)

    def _moment(self, moment: datetime) -> str:
        time = self.locale().toString(
            QTime(moment.hour, moment.minute, moment.second), QLocale.FormatType.ShortFormat
        )
        return self.tr("{day}, {time}").format(day=day_words(moment.date(), self.locale()), time=time)

    @Slot()
    def _make(self) -> None:
        if self._presenter is not None:
            self._presenter.make()
