"""What somebody may be in the middle of when the vault locks: one act each, cut off at a random step."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.faults.window_hands import Hands
from ui.shell.dialogs import SystemDialogs
from ui.widgets.editor.editor import TextEditor

Lock = Callable[[], None]
CONTROL = Qt.KeyboardModifier.ControlModifier
COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Acts:
    """Each act ends with the lock that it is given; the writer is in a text before it begins."""

    def __init__(self, hands: Hands, chance: random.Random) -> None:
        self.hands = hands
        self.chance = chance
        self.composed = ""
        """What an input method holds at the end of a topic, and the lock is to keep with it."""

    def all(self) -> dict[str, Callable[[Lock], None]]:
        return {
            "typing": self.typing,
            "composing": self.composing,
            "saving": self.saving,
            "export": self.export,
            "dialog": self.dialog,
            "menu": self.menu,
            "palette": self.palette,
            "capture": self.capture,
            "drag": self.drag,
            "undo": self.undo,
            "pages": self.pages,
            "journals": self.journals,
            "backup": self.backup,
            "two locks": self.two_locks,
            "minimise": self.minimise,
        }

    def word(self) -> str:
        return f"w{self.chance.randrange(10**8)} "

    def steps(self, most: int = 8) -> None:
        self.hands.turn(self.chance.randrange(most))

    @property
    def editor(self) -> TextEditor:
        editor = self.hands.editor()
        assert editor is not None, "no text lies open"
        return editor

    def type(self, words: str) -> None:
        for letter in words:
            QTest.keyClicks(self.editor, letter)
            if self.chance.random() < 0.2:
                self.steps(3)

    # The acts

    def typing(self, lock: Lock) -> None:
        words = self.word() * self.chance.randrange(1, 4)
        self.type(words[: self.chance.randrange(1, len(words))])
        lock()

    def composing(self, lock: Lock) -> None:
        self.type(self.word())
        for preedit in ("か", "かな", "仮名")[: self.chance.randrange(1, 4)]:
            QCoreApplication.sendEvent(self.editor, QInputMethodEvent(preedit, []))
            self.steps(3)
        lock()

    def saving(self, lock: Lock) -> None:
        self.type(self.word())
        self.hands.sitting.desk.flush()
        self.steps()
        self.type(self.word())
        lock()

    def export(self, lock: Lock) -> None:
        self.type(self.word())
        self.hands.sitting.show_tab("share")
        self.steps(30)
        lock()

    def dialog(self, lock: Lock) -> None:
        self.type(self.word())
        QTimer.singleShot(self.chance.randrange(3), lock)
        chosen: list[Path | None] = []
        dialogs = SystemDialogs(self.hands.window)
        ask = self.chance.choice((lambda: dialogs.save_path("Summary.pdf"), lambda: dialogs.folder("Choose")))
        chosen.append(ask())
        assert chosen == [None], "a dialog that the lock closed has chosen something"

    def menu(self, lock: Lock) -> None:
        self.type(self.word())
        menu = QMenu(self.hands.window)
        menu.addAction("Something")
        menu.popup(self.hands.window.mapToGlobal(QPoint(50, 50)))
        self.steps()
        lock()

    def palette(self, lock: Lock) -> None:
        self.type(self.word())
        self.hands.sitting.keys.show_palette()
        QTest.keyClicks(self.hands.sitting.keys.palette.field, "goals"[: self.chance.randrange(5)])
        self.steps()
        lock()

    def capture(self, lock: Lock) -> None:
        self.type(self.word())
        sheet = self.hands.sitting.keys.capture
        self.hands.sitting.keys.show_capture()
        QTest.keyClicks(sheet.line, self.word())
        if self.chance.random() < 0.3:
            self.composed = "かな"
            QCoreApplication.sendEvent(sheet.line, QInputMethodEvent(self.composed, []))
        self.steps()
        lock()

    def drag(self, lock: Lock) -> None:
        """Words are dragged here from elsewhere, and let go or not."""
        self.type(self.word())
        data = QMimeData()
        data.setText(self.word())
        area = self.editor.viewport()
        QCoreApplication.sendEvent(area, QDragEnterEvent(QPoint(5, 5), COPY, data, LEFT, NONE))
        self.steps()
        if self.chance.random() < 0.5:
            drop = QDropEvent(QPointF(5, 5), COPY, data, LEFT, NONE, QEvent.Type.Drop)
            QCoreApplication.sendEvent(area, drop)
        lock()

    def undo(self, lock: Lock) -> None:
        self.type(self.word() + self.word())
        for _ in range(self.chance.randrange(1, 4)):
            QTest.keyClick(self.editor, Qt.Key.Key_Z, CONTROL)
            self.steps(3)
        lock()

    def pages(self, lock: Lock) -> None:
        self.type(self.word())
        for _ in range(self.chance.randrange(1, 5)):
            self.hands.sitting.show_tab_number(self.chance.randrange(1, 7))
            self.steps()
        lock()

    def journals(self, lock: Lock) -> None:
        self.type(self.word())
        self.hands.sitting.step(self.chance.choice((-1, 1)))
        self.steps(20)
        lock()

    def backup(self, lock: Lock) -> None:
        sitting = self.hands.sitting
        sitting.tasks.run(sitting.desk.shelf.back_up, done=_ignored, failed=_ignored)
        self.steps()
        self.type(self.word())
        lock()

    def two_locks(self, lock: Lock) -> None:
        self.type(self.word())
        self.hands.sitting.idle.gone.emit()
        self.steps(4)
        lock()

    def minimise(self, lock: Lock) -> None:
        self.type(self.word())
        self.hands.window.showMinimized()
        self.steps(4)
        lock()


def _ignored(_: object) -> None:
    """Whether it came to its end does not matter here."""


def open_dialogs(hands: Hands) -> list[str]:
    """Windows of any kind that stand in front of the one there is."""
    own = hands.window.windowHandle()
    widgets = [one for one in hands.app.topLevelWidgets() if one.isVisible() and one is not hands.window]
    surfaces = [one for one in hands.app.topLevelWindows() if one.isVisible() and one is not own]
    return [type(one).__name__ for one in (*widgets, *surfaces)]
