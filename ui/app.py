"""The window from its first pixel: unlock or welcome at once, everything else while the passphrase is typed.

What is imported here stands before the first painted window; the rest is in `ui.compose` and below.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from mentorjournal.settings_place import usual_settings
from mentorjournal.vault import one_window
from mentorjournal.vault.hardening import close_memory
from ui.pages.unlock.view import UnlockView
from ui.shell.settings_file import SettingsFile, geometry_from_text
from ui.shell.window import BEHIND, MainWindow
from ui.theme.theme import Scheme, Theme, load_fonts

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn

    from mentorjournal.vault.one_window import Held
    from ui.collector import Collector
    from ui.compose import Program
    from ui.door import VaultDoor
    from ui.listening import Listening
    from ui.rooms import Rooms
    from ui.shell.dialogs import Dialogs

PRELOADED = (
    "ui.tasks",
    "mentorjournal.vault.vault",
    "mentorjournal.journal.shelf",
    "PySide6.QtSvg",
    "ui.side_pages",
    "ui.past_of_journal",
    "ui.sitting",
    "ui.compose",
)
"""Brought in one after the other after the first paint, so that no key press waits for all of them."""

PAGES = "ui.pages_of_journal"

STYLE = "fusion"


class Start(QObject):
    """Holds what there is before a vault is open."""

    def __init__(
        self,
        app: QApplication,
        settings: SettingsFile,
        folder: Path,
        *,
        painted: Callable[[], None] | None = None,
        relaunch: Callable[[list[str]], NoReturn] | None = None,
        rooms: Callable[..., Rooms] | None = None,
        door: VaultDoor | None = None,
        dialogs: Dialogs | None = None,
        room: str = "",
        listens: bool = False,
        held: Held | None = None,
    ) -> None:
        """*listens* hears signals and buses of the machine, which a test of many windows does not want."""
        super().__init__()
        self.app = app
        gc.disable()  # for good: see `ui.collector`, which takes over after the first paint
        self.collector: Collector | None = None
        self.settings = settings
        self.folder = folder
        self.relaunch = relaunch
        self.rooms = rooms
        self.door = door
        self.dialogs = dialogs
        self._room = room
        self._listens = listens
        self.listening: Listening | None = None
        self.held = held
        self.program: Program | None = None
        load_fonts(lean=True)
        self.window = MainWindow()
        self.theme = Theme(app, self, early=True)
        self.theme.dress(self.window)
        self.theme.set_zoom(settings.value.zoom / 100)
        self.theme.apply(Scheme(settings.value.look))
        self.unlock_view: UnlockView | None = None
        self._painted = painted
        self._bound = False
        self._to_load = [*PRELOADED, *((PAGES,) if rooms is None else ())]

    def show(self, geometry: tuple[int, int, int, int, int] | None) -> None:
        self.window.place(geometry or self.settings.value.geometry)
        if self._room.startswith(BEHIND):  # somebody works elsewhere by now, and types on there
            from PySide6.QtCore import Qt

            self.window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        room, _, way = self._room.removeprefix(BEHIND).partition(" by ")
        by_code = bool(way)
        if room == "keys":
            self._make_program().new_keys(self.folder)
        elif room == "rescue":
            self._make_program().rescue(self.folder, "", "", by_code=by_code)
        elif room == "backups":
            self._make_program().show_backups(self.folder, "", by_code=by_code)
        elif has_vault(self.folder):
            self.unlock_view = UnlockView(self.theme)
            if room == "unlock":
                self._after_forgetting(self.unlock_view, by_code=by_code)
            self.window.show_room(self.unlock_view)
            self.unlock_view.setFocus()
        else:
            self._make_program().welcome()
        self.window.first_paint.connect(self._first_paint_begins)
        self.window.leaving.connect(self._leave_early)
        self.window.show()

    def _after_forgetting(self, view: UnlockView, *, by_code: bool) -> None:
        """The page as somebody left it, without what was typed there."""
        if by_code:
            view.show_ways(by_code=True)
        if self.settings.value.vault is not None:
            view.show_folder(str(self.folder))
        view.say_forgotten()

    @property
    def loading(self) -> bool:
        """Whether something is still to be brought in while the passphrase is typed."""
        return bool(self._to_load) or not self._bound

    @Slot()
    def _first_paint_begins(self) -> None:
        QTimer.singleShot(0, self._first_paint)

    @Slot()
    def _first_paint(self) -> None:
        """What the paint did not have to wait for, but typing has: first of all, closed memory."""
        if self._painted is not None:
            self._painted()
        close_memory()
        from ui.collector import Collector

        self.collector = Collector(self)
        self.window.complete()
        self.theme.complete()
        QTimer.singleShot(0, self.preload)

    @Slot()
    def preload(self) -> None:
        """Import the next of what will be needed, then let the keyboard have its turn."""
        if self._to_load:
            __import__(self._to_load.pop(0))
            QTimer.singleShot(0, self.preload)
            return
        load_fonts(lean=False)
        program = self._make_program()
        if self.unlock_view is not None:
            program.unlock(self.unlock_view)
        self._bound = True
        if self._listens:
            QTimer.singleShot(0, self.listen)

    @Slot()
    def listen(self) -> None:
        """Hear from outside, once everything that typing waits for is there."""
        from ui.listening import Listening
        from ui.shell.away import Away

        self.listening = Listening(self._make_program(), self.window, Away(), self.held)

    def _make_program(self) -> Program:
        if self.program is None:
            from ui.compose import Program

            self.window.leaving.disconnect(self._leave_early) if self.window.isVisible() else None
            self.program = Program(self)
        return self.program

    @Slot()
    def _leave_early(self) -> None:
        """Closed before anything was loaded: there is nothing to save."""
        if self.program is None:
            self.window.let_close()


def has_vault(folder: Path) -> bool:
    """Whether *folder* is one, or what is left of one, judged by names alone; the core looks closer."""
    return any((folder / name).exists() for name in ("vault.keys", "vault.keys.copy", "journals", "backups"))


def usual_vault() -> Path:
    from platformdirs import user_data_path

    return user_data_path("mentor-journal", appauthor=False) / "vault"


def application() -> QApplication:
    """The application in its style; `setStyle` would hand it back to Python and build all its enums."""
    app = QApplication([*sys.argv[:1], "-style", STYLE])
    app.setApplicationName("Mentor Journal")
    app.setQuitOnLastWindowClosed(True)
    return app


def run(
    *,
    vault: Path | None = None,
    settings: Path | None = None,
    geometry: str | None = None,
    painted: Callable[[], None] | None = None,
    relaunch: Callable[[list[str]], NoReturn] | None = None,
    rooms: Callable[..., Rooms] | None = None,
    room: str = "",
) -> int:
    """Open the window and stay until it closes. *painted* is called after the first paint."""
    kept = SettingsFile(settings or usual_settings())
    folder = vault or Path(kept.value.vault or usual_vault())
    held = one_window.hold(folder)
    if held is None and one_window.call(folder, os.environ.get("XDG_ACTIVATION_TOKEN", "")):
        print("Mentor Journal is open already; its window has been brought to the front.")
        return 0
    start = Start(
        application(),
        kept,
        folder,
        painted=painted,
        relaunch=relaunch,
        rooms=rooms,
        room=room,
        listens=True,
        held=held,
    )
    start.show(geometry_from_text(geometry) if geometry else None)
    return start.app.exec()
