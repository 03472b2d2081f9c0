"""The backups of a vault, seen without opening it; each can be made a vault of its own beside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from ui.pages.rescue.parts import BesideView
from ui.pages.rescue.presenter import BackupSeen
from ui.shell.worded import journals
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.layout import clear, holder, row


class BackupsView(BesideView):
    NAME = "backups"

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        tr = self.tr
        self.rows: list[Button] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        told = tr(
            "Each was read back whole when it was made. Restoring one makes a vault of its own, in a folder"
            " that you choose, as it was on that day; this vault stays as it is. The passphrase and the"
            " recovery code of that day open it."
        )
        self.told.set_tone("text2")
        self.about = Label(theme, told, "small", "text2", wrap=True)
        card = Card(self.about, self._list)
        self.lay_out(theme, Label(theme, tr("Backups"), "display"), card)

    def waiting(self) -> list[Button]:
        return self.rows

    def take_typed(self, typed: str) -> None:
        self.field.setText(typed)

    def show_backups(self, backups: Sequence[BackupSeen]) -> None:
        clear(self._list)
        self.rows = []
        for one in backups:
            words = self.tr("{moment}  ·  {journals}")
            line = words.format(moment=self.moment(one.made_at), journals=journals(self, one.journals))
            button = Button(self._theme, self.tr("Restore …"))
            button.setAccessibleName(self.tr("Restore the backup of {line}").format(line=line))
            button.clicked.connect(partial(self._restore, one.name))
            self.rows.append(button)
            self._list.addWidget(holder(row(Label(self._theme, line), None, button)))
        if not backups:
            self._list.addWidget(Label(self._theme, self.no_backup(), wrap=True))
            self.back.setFocus()
        self.opening.setVisible(bool(backups))
        self.about.setVisible(bool(backups))
        self._list.setContentsMargins(0, 12 if backups else 0, 0, 0)
        self.set_busy(self._busy)

    def _restore(self, name: str, _: bool = False) -> None:
        if self._presenter is not None:
            self._presenter.restore(name, self.field.text())
