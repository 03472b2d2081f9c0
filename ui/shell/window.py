"""The one window: a frame around the page in front. Its title never says more than the program's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QCloseEvent, QPaintEvent

Geometry = tuple[int, int, int, int, int]

BEHIND = "behind "
"""Stands before what a process is to begin with whose window is not to come to the front."""


class MainWindow(QMainWindow):
    """Emits `leaving` when it is asked to close; whoever listens saves first and then calls `let_close`."""

    first_paint = Signal()
    leaving = Signal()
    minimised = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Mentor Journal")
        self.setMinimumSize(960, 620)
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self._may_close = False
        self._painted = False

    def show_room(self, room: QWidget) -> None:
        if self._stack.indexOf(room) < 0:
            self._stack.addWidget(room)
        self._stack.setCurrentWidget(room)

    def set_aside(self, room: QWidget) -> None:
        """Take a room that is not in front out of what can be walked through, for `show_room` to put back."""
        self._stack.removeWidget(room)

    def remove_room(self, room: QWidget) -> None:
        self._stack.removeWidget(room)
        room.deleteLater()

    @property
    def room(self) -> QWidget | None:
        return self._stack.currentWidget()

    def place(self, geometry: Geometry | None) -> None:
        """Stand where the last window stood, if that is still on a screen."""
        self.resize(1280, 800)
        if geometry is None:
            return
        from PySide6.QtCore import QRect
        from PySide6.QtGui import QGuiApplication

        x, y, width, height, maximised = geometry
        wanted = QRect(x, y, width, height)
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        if any(screen.intersects(wanted.adjusted(60, 60, -60, -60)) for screen in screens):
            self.setGeometry(wanted)
        else:
            self.resize(width, height)
        if maximised:
            self.showMaximized()

    def geometry_now(self) -> Geometry:
        normal = self.normalGeometry() if self.isMaximized() or self.isFullScreen() else self.geometry()
        return (normal.x(), normal.y(), normal.width(), normal.height(), int(self.isMaximized()))

    def let_close(self) -> None:
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close:
            self.leaving.emit()
        # Qt ignores a close within a close: what was allowed just now is allowed here.
        event.setAccepted(self._may_close)

    def paintEvent(self, event: QPaintEvent) -> None:
        # The style paints the ground. Not an event filter: that would look at every event until then.
        if not self._painted:
            self._painted = True
            self.first_paint.emit()

    def complete(self) -> None:
        """Watch for being minimised, from right after the first paint on.

        By the native window's signal: with an override of `changeEvent` Python would meet every change of
        the window before that paint, and build its classes of events for it.
        """
        self.windowHandle().windowStateChanged.connect(self._state_changed)

    def _state_changed(self, state: Qt.WindowState) -> None:
        if state == state.WindowMinimized:
            self.minimised.emit()
