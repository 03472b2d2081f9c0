"""A stage of the locking test: the real program in a process of its own, driven from inside.

The first process types and locks; the one that takes its place unlocks, reports what it finds, and ends.
Arguments: folder of the vault, settings file, report file; a successor gets --geometry after them.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.driving import PASSPHRASE
from ui.app import Start
from ui.pages.unlock.view import UnlockView
from ui.pages_of_journal import build_rooms
from ui.relaunch import replace_process
from ui.shell.settings_file import SettingsFile, geometry_from_text
from ui.widgets.editor.editor import TextEditor

TYPED = "the unfinished sente"


class Stage:
    def __init__(self, start: Start, report: Path, *, second: bool) -> None:
        self.start = start
        self.report = report
        self.second = second
        self.step = self.unlock
        self.timer = QTimer()
        self.timer.timeout.connect(self.turn)
        self.timer.start(5)

    def turn(self) -> None:
        self.step()

    def unlock(self) -> None:
        room = self.start.window.room
        if not self.start.loading and isinstance(room, UnlockView):
            room.field.setText(PASSPHRASE)
            room.button.click()
            self.step = self.write

    def write(self) -> None:
        program = self.start.program
        if program is None or program.sitting is None or program.tasks.busy:
            return
        if program.sitting.desk.journal is None:
            return
        if self.second:
            self.step = self.read
        else:
            program.sitting.new_entry()
            self.step = self.type

    def editor(self) -> TextEditor | None:
        """The text of the reflection that lies open."""
        program = self.start.program
        assert program is not None and program.sitting is not None
        editors = program.sitting.rooms.views["journal"].findChildren(TextEditor)
        return next((editor for editor in editors if editor.isVisible()), None)

    def read(self) -> None:
        editor = self.editor()
        if editor is None or not editor.toPlainText():
            return
        place = editor.textCursor().position()
        self.tell({"pid": os.getpid(), "text": editor.toPlainText(), "cursor": place})
        self.start.window.close()
        self.step = self.rest

    def type(self) -> None:
        editor = self.editor()
        if editor is None:
            return
        if not self.start.window.isActiveWindow():
            self.start.window.activateWindow()
            return
        editor.setFocus()
        QTest.keyClicks(editor, TYPED)
        cursor = editor.textCursor()
        cursor.setPosition(4)
        editor.setTextCursor(cursor)
        self.tell({"pid": os.getpid(), "text": "", "cursor": -1})
        self.step = self.rest
        QTest.keyClick(self.start.window.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    def rest(self) -> None:
        pass

    def tell(self, found: dict[str, object]) -> None:
        with self.report.open("a") as out:
            out.write(json.dumps(found) + "\n")


def main() -> int:
    vault, settings, report = (Path(argument) for argument in sys.argv[1:4])
    app = QApplication(sys.argv[:1])
    geometry = sys.argv[5] if len(sys.argv) > 5 else ""
    start = Start(app, SettingsFile(settings), vault, relaunch=replace_process, rooms=build_rooms)
    start.show(geometry_from_text(geometry) if geometry else None)
    stage = Stage(start, report, second=bool(geometry))
    assert stage.timer.isActive()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
