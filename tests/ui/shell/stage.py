"""A stage of the locking test: the real program in a process of its own, driven from inside.

The first process types and locks; the one that takes its place unlocks, reports what it finds, and ends.
Arguments: folder of the vault, settings file, report file; a successor gets --geometry after them.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.ui import writing_page
from tests.ui.driving import PASSPHRASE
from ui.app import Start
from ui.pages.unlock.view import UnlockView
from ui.relaunch import replace_process
from ui.shell.settings_file import SettingsFile, geometry_from_text

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
        editor = program.sitting.rooms.views["journal"]
        assert isinstance(editor, writing_page.Editor)
        if self.second:
            self.tell(
                {"pid": os.getpid(), "text": editor.toPlainText(), "cursor": editor.textCursor().position()}
            )
            self.start.window.close()
            self.step = self.rest
            return
        editor.setFocus()
        for letter in TYPED:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(editor, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
        cursor = editor.textCursor()
        cursor.setPosition(4)
        editor.setTextCursor(cursor)
        self.tell({"pid": os.getpid(), "text": "", "cursor": -1})
        program.sitting.locking.lock()
        self.step = self.rest

    def rest(self) -> None:
        pass

    def tell(self, found: dict[str, object]) -> None:
        with self.report.open("a") as out:
            out.write(json.dumps(found) + "\n")


def main() -> int:
    vault, settings, report = (Path(argument) for argument in sys.argv[1:4])
    app = QApplication(sys.argv[:1])
    geometry = sys.argv[5] if len(sys.argv) > 5 else ""
    start = Start(app, SettingsFile(settings), vault, relaunch=replace_process, rooms=writing_page.rooms)
    start.show(geometry_from_text(geometry) if geometry else None)
    stage = Stage(start, report, second=bool(geometry))
    assert stage.timer.isActive()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
