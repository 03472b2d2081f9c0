"""Asking which notes from elsewhere are to be brought into the open journal."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.shell.bring_in import BringIn
from ui.shell.desk import Desk
from ui.shell.dialogs import Dialogs


class AskBringIn(QObject):
    def __init__(self, bring_in: BringIn, desk: Desk, dialogs: Dialogs, parent: QObject) -> None:
        super().__init__(parent)
        self._bring_in = bring_in
        self._desk = desk
        self._dialogs = dialogs

    def folder(self) -> None:
        """A folder of Markdown notes."""
        if self._desk.journal is not None:
            self._bring_in.folder(self._dialogs.folder(self.tr("Choose the folder that holds the notes")))

    def jrnl(self) -> None:
        """What another journal program wrote."""
        if self._desk.journal is not None:
            title = self.tr("Choose what “jrnl --export json” wrote")
            self._bring_in.jrnl(self._dialogs.file(title, self.tr("jrnl export (*.json)")))
