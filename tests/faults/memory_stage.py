"""The real program in a process of its own, driven from inside: refused twice, with a passphrase and with a
code, and forgetting each; then opened, until it locks; then it is left alone.

Arguments: folder of the vault, settings file, a folder of words, folder for what is reported. Each word is
read when it is typed, not before, and its file removed; the process that takes this one's place plays what
is left, and in the end finds none.
Each report is a file whose text is a time; the stage waits for a file of that name with ".seen".
"""

from __future__ import annotations

import ctypes
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtTest import QTest

from mentorjournal.vault.hardening import close_files
from ui.app import Start, application
from ui.pages.unlock.view import UnlockView
from ui.relaunch import replace_process
from ui.shell.settings_file import SettingsFile, geometry_from_text
from ui.sitting import Sitting
from ui.widgets.editor.editor import TextEditor

CONTROL = Qt.KeyboardModifier.ControlModifier
Wait = Callable[[], bool]


class Stage:
    """One act after the other; each waits for what it yields."""

    def __init__(self, start: Start, words: Path, reports: Path) -> None:
        self.start, self.words, self.reports = start, words, reports
        self.acts = self.play()
        self.waits: Wait = bool(1).__bool__
        self.timer = QTimer()
        self.timer.timeout.connect(self.turn)
        self.timer.start(5)

    def turn(self) -> None:
        if self.waits():
            following = next(self.acts, None)
            if following is None:
                self.timer.stop()
            else:
                self.waits = following

    def word(self, name: str) -> str:
        path = self.words / name
        word = path.read_text()
        path.unlink()
        return word

    def tell(self, name: str) -> Wait:
        tell(self.reports, name)
        return (self.reports / f"{name}.seen").exists

    def seated(self) -> bool:
        program = self.start.program
        return program is not None and program.sitting is not None and not program.tasks.busy

    @property
    def sitting(self) -> Sitting:
        assert self.start.program is not None and self.start.program.sitting is not None
        return self.start.program.sitting

    def play(self) -> Iterator[Wait]:
        window = self.start.window
        yield lambda: not self.start.loading and isinstance(window.room, UnlockView)
        room = window.room
        assert isinstance(room, UnlockView)
        window.activateWindow()
        if (self.words / "wrong").exists():
            yield from self.refused(room)
        elif (self.words / "mistaken").exists():
            yield from self.refused_code(room)
        else:
            yield from self.opened(room)

    def refused(self, room: UnlockView) -> Iterator[Wait]:
        self.type_and_paste(room, self.word("wrong"))
        yield lambda: room.button.isEnabled() and bool(room.message.text())
        yield self.tell("refused")
        yield from self.forgotten(room)

    def refused_code(self, room: UnlockView) -> Iterator[Wait]:
        """And where the trial has the time, nobody touches anything any more."""
        yield self.tell("passphrase forgotten")
        room.other_way.click()
        self.type_and_paste(room, self.word("mistaken"))
        yield lambda: room.button.isEnabled() and bool(room.message.text())
        yield self.tell("code refused")
        yield from self.forgotten(room)

    def forgotten(self, room: UnlockView) -> Iterator[Wait]:
        if (self.words / "in a hurry").exists():
            QTest.keyClick(room.field, Qt.Key.Key_L, CONTROL)
        yield bool  # another process goes on

    def type_and_paste(self, room: UnlockView, word: str) -> None:
        QTest.keyClicks(room.field, word)
        room.field.clear()
        self.start.app.clipboard().setText(word)
        QTest.keyClick(room.field, Qt.Key.Key_V, CONTROL)
        room.button.click()

    def opened(self, room: UnlockView) -> Iterator[Wait]:
        yield self.tell("code forgotten")
        window = self.start.window
        if room.by_code:  # as the one before was left
            room.other_way.click()
        passphrase = self.word("passphrase")  # held here until the lock, for the search to see
        self.type_and_paste(room, passphrase)
        yield self.seated
        self.sitting.new_entry()
        yield lambda: self.seated() and self.editor() is not None
        editor = self.editor()
        assert editor is not None
        editor.setFocus()
        QTest.keyClicks(editor, self.word("note"))
        editor.selectAll()
        editor.copy()
        for number in range(1, 7):
            self.sitting.show_tab_number(number)
            yield self.seated
        for show in (self.sitting.show_all_actions, self.sitting.show_settings, self.sitting.show_about):
            show()
            yield self.seated
        for wish in ("book", "ledger", "safety"):
            self.sitting.desk.aside.wish(wish)
            yield self.seated
        self.sitting.search(self.word("searched"))
        yield self.seated
        self.sitting.back()
        yield self.seated
        yield self.tell("unlocked")
        tell(self.reports, "locking")
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_L, CONTROL)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
        tell(self.reports, "covered")

    def editor(self) -> TextEditor | None:
        editors = self.sitting.rooms.views["journal"].findChildren(TextEditor)
        return next((editor for editor in editors if editor.isVisible()), None)


def tell(reports: Path, name: str) -> None:
    made = reports / f"{name}.made"
    made.write_text(str(time.monotonic()))
    made.rename(reports / name)


def main() -> int:
    close_files()
    vault, settings, words, reports = (Path(argument) for argument in sys.argv[1:5])
    given = dict(zip(sys.argv[5::2], sys.argv[6::2], strict=True))
    geometry = given.get("--geometry", "")
    after_lock = not (words / "passphrase").exists()

    def painted() -> None:
        if after_lock:
            tell(reports, "locked")
            QTimer.singleShot(0, shielded)  # which comes after what follows the paint

    def shielded() -> None:
        PR_GET_DUMPABLE = 3
        if ctypes.CDLL(None).prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0:
            tell(reports, "shielded")

    from ui.pages_of_journal import build_rooms

    start = Start(
        application(),
        SettingsFile(settings),
        vault,
        painted=painted,
        relaunch=replace_process,
        rooms=build_rooms,
        listens=True,
        room=given.get("--room", ""),
    )
    start.show(geometry_from_text(geometry) if geometry else None)
    stage = None
    if not after_lock:
        stage = Stage(start, words, reports)
    assert stage is None or stage.timer.isActive()
    return start.app.exec()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main())
