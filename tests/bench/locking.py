"""The lock: from the trigger to a screen with nothing on it, beside a bare window that hides its text."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import Row, seconds

ROUNDS = 15


def rows(folder: Path) -> Iterator[Row]:
    from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QTextEdit

    from mentorjournal.demo import write_vault
    from ui.app import STYLE, Start
    from ui.door import VaultDoor
    from ui.pages.unlock.view import UnlockView
    from ui.shell.settings_file import SettingsFile

    app = QApplication.instance() or QApplication([*sys.argv[:1], "-style", STYLE])
    assert isinstance(app, QApplication)
    vault = folder / "to lock"
    passphrase = write_vault(vault)
    start = Start(app, SettingsFile(folder / "settings.json"), vault, door=VaultDoor())
    start.show(None)
    while start.program is None or start.loading:
        app.processEvents()
    view = start.window.room
    assert isinstance(view, UnlockView)
    view.field.setText(passphrase)
    view.button.click()
    while start.program.sitting is None or start.program.tasks.busy:
        app.processEvents()
    covering = start.program.sitting.covering
    plain = QStackedWidget()
    text, blank = QTextEdit(), QLabel("Locking …")
    text.setPlainText("We talked about the plan and what comes next. " * 200)
    plain.addWidget(text)
    plain.addWidget(blank)
    plain.resize(start.window.size())
    plain.show()
    app.processEvents()

    def cover() -> None:
        covering.cover()
        start.window.repaint()

    def hide() -> None:
        plain.setCurrentWidget(blank)
        plain.repaint()

    found: list[tuple[float, float]] = []
    for _ in range(ROUNDS):
        covering.uncover()
        plain.setCurrentWidget(text)
        app.processEvents()
        ours, bare = seconds(cover), seconds(hide)
        found.append((ours, bare))
    yield Row(
        what="from the trigger of a lock to the covered screen",
        ours=statistics.median(ours for ours, _ in found) * 1e3,
        plain=statistics.median(bare for _, bare in found) * 1e3,
        ratio=statistics.median(ours / bare for ours, bare in found),
        aim="≤ 1,000 ms",
    )
    yield Row(what="… the slowest", ours=max(ours for ours, _ in found) * 1e3)
    plain.close()
    start.program.sitting.locking.leave()
    while start.window.isVisible():
        app.processEvents()
