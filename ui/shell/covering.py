"""The cover over the window while it locks, and the watch for keys and idleness that rests under it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid

from ui.shell.cover import CoverView
from ui.shell.desk_view import DeskView
from ui.shell.idle import IdleWatch
from ui.shell.keys import Keys
from ui.shell.seen_focus import SeenFocus
from ui.shell.window import MainWindow
from ui.shell.worded import worded
from ui.theme.theme import Theme


class Covering(QObject):
    def __init__(
        self,
        app: QApplication,
        window: MainWindow,
        theme: Theme,
        desk_view: DeskView,
        idle: IdleWatch,
    ) -> None:
        super().__init__(desk_view)
        self.view = CoverView(theme)
        self._app = app
        self._window = window
        self._desk_view = desk_view
        self._idle = idle
        self._theme = theme
        self._seen = SeenFocus(app, desk_view.pages)

    def watch(self, keys: Keys) -> None:
        """Look for *keys* and idleness from now on."""
        self._keys = keys
        for sheet in (keys.palette, keys.help, keys.capture):
            sheet.closed.connect(self._seen.look)
        self._watch(False)
        self._theme.changing.connect(self._watch)

    def settle(self) -> None:
        """Let every word stand in its field, the one that is still being composed too."""
        self._idle.composing.commit()

    def cover(self) -> None:
        self._idle.stop()
        self._keys.rest(True)
        self._window.show_room(self.view)
        self._window.set_aside(self._desk_view)  # assistive programs read hidden pages too
        self._close_what_is_above()

    def uncover(self) -> None:
        self._window.show_room(self._desk_view)
        self._keys.rest(False)
        self._idle.start()

    def say_not_saved(self, error: Exception) -> None:
        self.view.say_not_saved(worded(error))

    def say_not_left(self, error: Exception, retry: Callable[[], None]) -> None:
        self._desk_view.say_problem(worded(error), retry)

    def _close_what_is_above(self) -> None:
        """Menus, hints, dialogs and what is being dragged are windows of their own, in front of the cover."""
        for window in self._app.topLevelWidgets():
            if window is self._window or window.isHidden():
                continue
            if isinstance(window, QDialog):
                window.reject()  # whoever asked hears that nothing was chosen
            else:
                window.close()
        own = self._window.windowHandle()
        for surface in QGuiApplication.topLevelWindows():
            if surface is not own and surface.isVisible():
                surface.hide()

    @Slot(bool)
    def _watch(self, pause: bool) -> None:
        """Look at every event for keys and idleness, but not while the look changes: a third of its time."""
        if not isValid(self._keys):
            return  # the window is gone, and its keys with it
        for watcher in (self._idle, self._keys):
            if pause:
                self._app.removeEventFilter(watcher)
            else:
                self._app.installEventFilter(watcher)
