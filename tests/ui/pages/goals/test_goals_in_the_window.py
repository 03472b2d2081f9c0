"""Goals in the running program: Ctrl+D from anywhere, and Escape back to the cards."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.driving import LIMIT, Driver, make_vault
from ui.pages.goals.view import GoalsView
from ui.pages_of_journal import build_rooms

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_ctrl_d_checks_in_from_anywhere_and_escape_leads_back(driver: Driver, tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    make_vault(folder, "Heron")
    start = driver.start(folder, build_rooms)
    sitting = driver.unlock(start)
    qtbot, program = driver.qtbot, start.program
    assert program is not None

    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        qtbot.keyClick(QApplication.focusWidget() or start.window, key, modifier)
        qtbot.waitUntil(lambda: not program.tasks.busy, timeout=LIMIT)
        QApplication.processEvents()

    start.window.activateWindow()
    sitting.step(1)
    qtbot.waitUntil(lambda: sitting.desk.journal is not None and not program.tasks.busy, timeout=LIMIT)
    view = sitting.rooms.views["goals"]
    assert isinstance(view, GoalsView)

    press(Qt.Key.Key_D, CONTROL)
    qtbot.waitUntil(lambda: _inside(view.form), timeout=LIMIT)  # no goal yet: one begins
    qtbot.keyClicks(QApplication.focusWidget(), "Speak first")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(view.story.isVisible, timeout=LIMIT)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not view.story.isVisible(), timeout=LIMIT)

    press(Qt.Key.Key_1, CONTROL)
    assert not view.isVisible()
    press(Qt.Key.Key_D, CONTROL)
    qtbot.waitUntil(lambda: _inside(view.story.check_in), timeout=LIMIT)
    qtbot.keyClicks(QApplication.focusWidget(), "40")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.story.list.model().rowCount() == 1, timeout=LIMIT)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not view.story.isVisible(), timeout=LIMIT)


def _inside(widget: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and widget.isAncestorOf(focused)
