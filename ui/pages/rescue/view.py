"""What can be done with a damaged vault, in the order in which it is worth trying."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.pages.rescue.parts import BesideView
from ui.pages.rescue.presenter import BackupSeen
from ui.shell.worded import journals
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, primary
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.layout import row


class RescueView(BesideView):
    NAME = "rescue"

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._newest = ""
        tr = self.tr
        self.read = primary(theme, tr("Open for reading"))
        self.restore = Button(theme, tr("Restore the newest backup"))
        self.salvage = Button(theme, tr("Salvage into a new vault"))
        self.newest = Label(theme, "", "small", "text2", wrap=True)
        ways = (
            self._way(
                theme,
                tr("1  Read what can be read"),
                tr(
                    "Shows every journal as far as it can be read, to look at and to export. Nothing can be"
                    " written, and not a byte of the vault changes."
                ),
                self.read,
            ),
            self._way(
                theme,
                tr("2  Restore the newest checked backup"),
                tr(
                    "Makes a vault of its own, as it was on the day of the backup. What was written since is"
                    " not in it. The damaged vault stays as it is."
                ),
                self.restore,
                self.newest,
            ),
            self._way(
                theme,
                tr("3  Salvage"),
                tr(
                    "Reads all that can be read, up to today, into a vault of its own, and lists what is"
                    " lost. The damaged vault stays as it is."
                ),
                self.salvage,
            ),
        )
        title = Label(theme, tr("What can be done"), "display", wrap=True)
        self.lay_out(theme, title, ways[0], 12, ways[1], 12, ways[2])
        self.field.returnPressed.connect(self._read)
        self.read.clicked.connect(self._read)
        self.restore.clicked.connect(self._restore)
        self.salvage.clicked.connect(self._salvage)

    def _way(self, theme: Theme, title: str, told: str, button: Button, more: QWidget | None = None) -> Card:
        card = Card(Label(theme, title, "heading"), 6, Label(theme, told, "small", "text2", wrap=True))
        if more is not None:
            card.body.addSpacing(6)
            card.body.addWidget(more)
        card.body.addSpacing(12)
        card.body.addLayout(row(button, None))
        button.setAccessibleDescription(told)
        return card

    def waiting(self) -> list[Button]:
        return [self.read, self.restore, self.salvage]

    def take_typed(self, typed: str) -> None:
        """What was typed on the page before, so that nobody types it twice."""
        self.field.setText(typed)
        if typed:
            self.read.setFocus()

    def show_backups(self, backups: Sequence[BackupSeen]) -> None:
        self._newest = backups[0].name if backups else ""
        if backups:
            newest = backups[0]
            words = self.tr("Newest: {moment}, {journals}.")
            text = words.format(moment=self.moment(newest.made_at), journals=journals(self, newest.journals))
        else:
            text = self.no_backup()
        self.newest.setText(text)
        self.set_busy(self._busy)

    def set_busy(self, busy: bool) -> None:
        super().set_busy(busy)
        self.restore.setEnabled(not busy and bool(self._newest))

    @Slot()
    def _read(self) -> None:
        if self._presenter is not None:
            self._presenter.read(self.field.text())

    @Slot()
    def _restore(self) -> None:
        if self._presenter is not None:
            self._presenter.restore("", self.field.text())

    @Slot()
    def _salvage(self) -> None:
        if self._presenter is not None:
            self._presenter.salvage(self.field.text())
