"""Eyes and hands of the tour: clicks, types, waits for what must come, and takes pictures."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QEvent, QEventLoop, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QWidget

from ui.app import Start
from ui.compose import Program
from ui.sitting import Sitting

LIMIT = 20.0
"""Seconds after which something is said not to have come."""

SIZE = (1280, 800)

NO_KEY = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class NotCome(Exception):
    """What was waited for did not come; the text is one plain sentence."""


class Answers:
    """Answers the dialogs for files and folders, in the order in which they will be asked."""

    def __init__(self) -> None:
        self.files: list[Path] = []
        self.folders: list[Path] = []

    def save_path(self, suggested: str) -> Path | None:
        return self.files.pop(0) if self.files else None

    def folder(self, title: str) -> Path | None:
        return self.folders.pop(0) if self.folders else None

    def file(self, title: str, kinds: str) -> Path | None:
        return None


class Guide:
    """Works at one window at a time."""

    def __init__(self, app: QApplication, look: str) -> None:
        self._app = app
        self._look = look
        self._start: Start | None = None
        # Waiting sleeps until something happens; this happens often enough to look at the clock.
        self._pulse = QTimer(interval=10)
        self._pulse.start()

    # Windows

    @contextmanager
    def at(self, start: Start) -> Iterator[None]:
        """Show the window, and close it as a person would."""
        self._start = start
        start.show((0, 0, *SIZE, 0))
        try:
            self.wait(lambda: start.program is not None and not start.loading, "The window")
            start.window.activateWindow()
            yield
        finally:
            start.window.close()
            try:
                self.wait(start.window.isHidden, "The end of the window")
            finally:
                if start.program is not None:
                    start.program.tasks.stop()
                start.window.let_close()
                start.window.deleteLater()
                start.deleteLater()
                self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
                self._start = None

    @property
    def start(self) -> Start:
        assert self._start is not None
        return self._start

    @property
    def program(self) -> Program:
        assert self.start.program is not None
        return self.start.program

    @property
    def sitting(self) -> Sitting:
        """The open vault, once it is."""
        self.wait(lambda: self.program.sitting is not None, "The opened vault")
        assert self.program.sitting is not None
        return self.program.sitting

    def room(self, kind: type[QWidget]) -> QWidget:
        """The page that fills the window, once it is of this kind."""
        self.wait(lambda: isinstance(self.start.window.room, kind), f"The page {kind.__name__}")
        assert self.start.window.room is not None
        return self.start.window.room

    # Waiting

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        """Let the program work until *condition* holds. Raises NotCome after LIMIT seconds."""
        end = time.monotonic() + LIMIT
        while not condition():
            if time.monotonic() > end:
                raise NotCome(f"{what} did not come within {LIMIT:.0f} seconds.")
            self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def settle(self) -> None:
        """Wait until the vault rests and everything is laid out."""
        program = self.start.program
        self.wait(lambda: program is None or not program.tasks.busy, "The answer of the vault")
        for _ in range(3):  # what is laid out may ask for a layout in its turn
            self._app.sendPostedEvents()
            # Outside of exec() nobody else takes away what is no longer wanted.
            self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            self._app.processEvents()
        self.wait(lambda: program is None or not program.tasks.busy, "The answer of the vault")

    # Hands

    def click(self, widget: QWidget) -> None:
        name = widget.accessibleName() or type(widget).__name__
        self.wait(lambda: widget.isVisible() and widget.isEnabled(), f"“{name}”")
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def type(self, field: QWidget, words: str) -> None:
        self.wait(field.isVisible, f"The field “{field.accessibleName()}”")
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        QTest.keyClicks(field, words)
        self.settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY, on: QWidget | None = None) -> None:
        QTest.keyClick(on or self.start.window.focusWidget() or self.start.window, key, modifier)
        self.settle()

    def pick(self, view: QAbstractItemView, found: Callable[[QModelIndex], bool], what: str) -> None:
        """Click the row of a list."""
        model: QAbstractItemModel = view.model()

        def row() -> QModelIndex:
            indexes = (model.index(number, 0) for number in range(model.rowCount()))
            return next((index for index in indexes if found(index)), QModelIndex())

        self.wait(lambda: row().isValid(), what)
        view.scrollTo(row(), QAbstractItemView.ScrollHint.PositionAtCenter)
        self.settle()
        at: QPoint = view.visualRect(row()).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NO_KEY, at)
        self.settle()

    def scroll_to(self, widget: QWidget) -> None:
        """Turn the page that holds *widget* until it is in sight."""
        area = widget.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(widget)
        self.settle()

    # Eyes

    def picture(self, name: str, told: str) -> None:
        """Leave a picture of the window as it stands."""
        self.settle()
        window = self.start.window
        image = QImage(window.size(), QImage.Format.Format_RGB32)
        window.render(image)
        file = f"{name}-{self._look}.png"
        if not image.save(file):
            raise NotCome(f"The picture “{file}” could not be written.")
        print(f"{file}  {told}", flush=True)
