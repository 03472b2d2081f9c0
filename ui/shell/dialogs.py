"""The system's dialogs for folders and files; the one thing that tests put something else in place of."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QFileDialog, QWidget


class Dialogs(Protocol):
    def save_path(self, suggested: str) -> Path | None: ...
    def folder(self, title: str) -> Path | None: ...
    def file(self, title: str, kinds: str) -> Path | None: ...


class SystemDialogs:
    def __init__(self, parent: QWidget) -> None:
        self._parent = parent
        # Qt's own file dialog notes the folders that were chosen in a file of its own, QtProject.conf: no
        # file can be made below this. The systems' own dialogs keep to what their users have set.
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)

    def save_path(self, suggested: str) -> Path | None:
        title = QCoreApplication.translate("SystemDialogs", "Save as")
        start = str(Path.home() / suggested)
        # The core refuses an existing file in its own words; asking here as well would promise otherwise.
        chosen, _ = QFileDialog.getSaveFileName(
            self._parent, title, start, options=QFileDialog.Option.DontConfirmOverwrite
        )
        return Path(chosen) if chosen else None

    def folder(self, title: str) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self._parent, title, str(Path.home()))
        return Path(chosen) if chosen else None

    def file(self, title: str, kinds: str) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(self._parent, title, str(Path.home()), kinds)
        return Path(chosen) if chosen else None
