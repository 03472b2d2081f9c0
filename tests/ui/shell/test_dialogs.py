"""Promises of the dialogs for files: which folder was chosen is noted nowhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CHOOSE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from ui.shell.dialogs import SystemDialogs

app = QApplication([])
window = QWidget()

def choose():
    dialog = app.activeModalWidget()
    dialog.selectFile(sys.argv[1])
    dialog.accept()

QTimer.singleShot(100, choose)
print(SystemDialogs(window).save_path("summary.pdf"))
"""


def test_qt_writes_no_file_about_the_folders_that_were_chosen(tmp_path: Path) -> None:
    home, chosen = tmp_path / "home", tmp_path / "With Jane Miller"
    home.mkdir()
    chosen.mkdir()
    ended = subprocess.run(
        [sys.executable, "-c", CHOOSE, str(chosen / "summary.pdf")],
        env={**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home / "config")},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert ended.stdout.strip() == str(chosen / "summary.pdf")
    assert list(home.rglob("*.conf")) == []
