"""Composition root of the unlocked program: builds every object once and connects them."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from mentorjournal.errors import MentorJournalError
from mentorjournal.journal.shelf import Shelf
from ui.door import VaultDoor
from ui.pages.unlock.presenter import RenewPresenter, UnlockPresenter
from ui.pages.unlock.view import UnlockView
from ui.shell.clipboard_keeper import ClipboardKeeper
from ui.shell.dialogs import SystemDialogs
from ui.shell.forgetting import Forgetting
from ui.shell.live_settings import LiveSettings
from ui.shell.older import OlderVault
from ui.shell.passphrase_presenter import StrengthMeter
from ui.shell.safekeeping import Safekeeping
from ui.shell.settings_file import geometry_text
from ui.shell.window import BEHIND
from ui.sitting import Sitting
from ui.tasks import Tasks

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.app import Start
    from ui.pages.new_keys.presenter import NewKeysPresenter
    from ui.pages.new_keys.view import NewKeysView
    from ui.pages.rescue.backups_view import BackupsView
    from ui.pages.rescue.view import RescueView
    from ui.pages.unlock.renew_view import RenewView
    from ui.pages.welcome.view import WelcomeView


@runtime_checkable
class Returning(Protocol):
    """A page before a vault is open that a new process can begin with."""

    @property
    def begins_with(self) -> str: ...


class AtWork(Protocol):
    """What stands behind a page that makes something, which takes a while."""

    @property
    def in_the_middle(self) -> bool: ...


class Program(QObject):
    """What the unlock, welcome and settings pages wish from outside, and the way from one to the next."""

    at_folder = Signal(object)
    """This vault is the one that the window is about from now on."""
    replacing = Signal()

    def __init__(self, start: Start) -> None:
        super().__init__(start)
        self._start = start
        self.theme = start.theme
        self.window = start.window
        self.tasks = Tasks(self)
        self.door = start.door or VaultDoor()
        self.dialogs = start.dialogs or SystemDialogs(self.window)
        self.settings = LiveSettings(start.settings, start.theme, self)
        seconds = self.settings.value.clipboard_seconds
        self.clipboard = ClipboardKeeper(QGuiApplication.clipboard(), seconds, parent=self)
        self.settings.clipboard_changed = self.clipboard.set_seconds
        self.sitting: Sitting | None = None
        self._meters: dict[QWidget, StrengthMeter] = {}
        self._next_room = ""
        self._waiting: QWidget | None = None
        self._new_keys: NewKeysPresenter | None = None
        self._at_work: AtWork | None = None
        self._renewing: Shelf | None = None
        self._older: OlderVault | None = None
        self._safekeeping: Safekeeping | None = None
        self._keep: list[object] = []  # presenters live as long as the program
        self.window.leaving.connect(self.leave)
        self.forgetting = Forgetting(start.app, self.tasks, self._may_forget, self)
        self.forgetting.wanted.connect(self._forget)
        self.window.destroyed.connect(self.forgetting.end)
        self.window.minimised.connect(self._minimised)

    # Before a vault is open

    def unlock(self, view: UnlockView) -> None:
        presenter = UnlockPresenter(
            view, self.tasks, self, self.door, self._start.folder, by_code=view.by_code
        )
        self._keep.append(presenter)
        self._at_work = None
        view.bind(presenter)
        self.forgetting.watch(view)

    def welcome(self) -> None:
        from ui.pages.welcome.presenter import WelcomePresenter
        from ui.pages.welcome.view import WelcomeView

        view = WelcomeView(self.theme)
        presenter = WelcomePresenter(view, self.tasks, self, self.door, self._start.folder)
        self._keep.append(presenter)
        view.bind(presenter, self._meter(view))
        presenter.begin()
        self.window.show_room(view)
        view.start.setFocus()

    def unlocked(self, shelf: Shelf, code: str | None) -> None:
        if code is None:
            self._sit_down(shelf)
            return
        from ui.pages.unlock.renew_view import RenewView

        view = RenewView(self.theme)
        presenter = RenewPresenter(view, self.tasks, self, self.door, shelf, code)
        self._keep.append(presenter)
        self._renewing = shelf
        view.bind(presenter, self._meter(view))
        self._change_room(view)
        view.setFocus()
        self._let_think(view)

    def renewed(self, shelf: Shelf) -> None:
        self._renewing = None
        self._sit_down(shelf)

    def vault_made(self, shelf: Shelf, folder: Path) -> None:
        self._note_folder(folder)
        self._sit_down(shelf)

    def vault_chosen(self, folder: Path) -> None:
        self._note_folder(folder)
        if self._start.unlock_view is None:
            view = UnlockView(self.theme)
            self._start.unlock_view = view
            self.unlock(view)
            view.show_folder(str(folder))
            self._change_room(view)
            view.setFocus()

    def rescue(self, folder: Path, sentence: str, typed: str, *, by_code: bool) -> None:
        """Show the ways out of a damaged vault."""
        from ui.pages.rescue.view import RescueView

        sentence = sentence or self.tr("A file of this vault is damaged.")
        self._show_ways_back(RescueView(self.theme), folder, sentence, typed, by_code=by_code)

    def show_backups(self, folder: Path, typed: str, *, by_code: bool) -> None:
        """Show the backups of a vault that is not open."""
        from ui.pages.rescue.backups_view import BackupsView

        self._show_ways_back(BackupsView(self.theme), folder, "", typed, by_code=by_code)

    def _show_ways_back(
        self, view: RescueView | BackupsView, folder: Path, sentence: str, typed: str, *, by_code: bool
    ) -> None:
        from ui.pages.rescue.presenter import RescuePresenter

        presenter = RescuePresenter(view, self.tasks, self, self.door, folder)
        self._keep.append(presenter)
        self._at_work = presenter
        view.bind(presenter)
        presenter.begin(sentence, by_code=by_code)
        self._start.unlock_view = None
        self._change_room(view)
        view.setFocus()
        view.take_typed(typed)
        self.forgetting.watch(view)

    def read_safety(self) -> None:
        """Show the page about safety over the one that asks for a passphrase, and lead back to it."""
        from ui.pages.safety.presenter import SafetyPresenter
        from ui.pages.safety.view import SafetyView

        self._waiting = self.window.room
        view = SafetyView(self.theme)
        view.left.connect(self._safety_read)
        self.window.show_room(view)
        self.forgetting.watch(view)
        SafetyPresenter(view).show()

    @Slot()
    def _safety_read(self) -> None:
        if self._waiting is not None:
            self._change_room(self._waiting)
            self._waiting.setFocus()
            self._waiting = None

    def new_keys(self, folder: Path) -> None:
        from ui.pages.new_keys.presenter import NewKeysPresenter
        from ui.pages.new_keys.view import NewKeysView

        view = NewKeysView(self.theme)
        self._new_keys = NewKeysPresenter(view, self.tasks, self, self.door, folder)
        self._at_work = self._new_keys
        view.bind(self._new_keys, self._meter(view))
        self._start.unlock_view = None
        self._change_room(view)
        view.setFocus()
        self._let_think(view)

    def opened_to_read(self, shelf: Shelf) -> None:
        self._sit_down(shelf)

    def back_to_unlocking(self) -> None:
        self.vault_chosen(self._start.folder)

    def choose_place(self) -> Path | None:
        return self.dialogs.folder(self.tr("Choose the folder in which the new vault is made"))

    def choose_vault(self) -> Path | None:
        return self.dialogs.folder(self.tr("Choose the folder of a vault"))

    def choose_folder(self) -> Path | None:
        chosen = self.dialogs.folder(self.tr("Choose a folder for the vault"))
        # A folder that holds other things gets a folder of its own inside.
        return chosen / "Mentor Journal" if chosen is not None and any(chosen.iterdir()) else chosen

    def choose_save_path(self, suggested: str) -> Path | None:
        return self.dialogs.save_path(suggested)

    # With a vault open

    def _sit_down(self, shelf: Shelf) -> None:
        self.forgetting.end()
        self.sitting = Sitting(
            app=self._start.app,
            window=self.window,
            theme=self.theme,
            tasks=self.tasks,
            shelf=shelf,
            folder=self._start.folder,
            door=self.door,
            dialogs=self.dialogs,
            settings=self.settings,
            make_rooms=self._start.rooms,
            parent=self,
        )
        if shelf.vault.read_only:
            from ui.shell.reading_only import ReadingBanner, ReadingOnly

            self.sitting.view.show_reading(ReadingBanner(self.theme))
            ReadingOnly(self._start.app, self.sitting.view, self.sitting.view.pages, ("search", "settings"))
        else:
            locking = self.sitting.locking
            safekeeping = Safekeeping(self.tasks, shelf, self.sitting.desk.problem, lambda: locking.under_way)
            self.sitting.view.rest_due.connect(safekeeping.rested)
            self._safekeeping = safekeeping
            locking.before_closing = self._before_closing
        self._older = OlderVault(
            self.tasks, shelf, self.settings, self.sitting.view.say_older, self.door.now(), self
        )
        self.sitting.view.older.acted.connect(self._older.keep_this_one)
        self._older.begin()
        self.settings.minutes_changed = self.sitting.idle.set_minutes
        self.sitting.locking.begun.connect(self.clipboard.clear_ours)
        self.sitting.locking.locked.connect(self._locked)
        self.sitting.locking.left.connect(self._left)
        self.sitting.view.room_wanted.connect(self._close_to)
        self._change_room(self.sitting.view)
        self._start.unlock_view = None
        self.sitting.begin()

    def _before_closing(self, leaving: bool) -> None:
        """On the vault's thread, under the cover."""
        if self._safekeeping is not None:
            self._safekeeping.closing(leaving)
        if self._older is not None:
            with contextlib.suppress(MentorJournalError):
                self._older.closing()

    @Slot()
    def _locked(self) -> None:
        self._make_way(self._next_room)

    def _make_way(self, next_room: str) -> None:
        """Nothing of this process may stay: become a fresh one, locked."""
        from ui.relaunch import replace_process, successor

        self._note_geometry()
        self.tasks.stop()
        self.replacing.emit()
        geometry = geometry_text(self.window.geometry_now())
        given = any(argument.startswith("--vault") for argument in sys.orig_argv)
        vault = str(self._start.folder) if given else None
        command = successor(sys.orig_argv, geometry, vault, room=next_room)
        (self._start.relaunch or replace_process)(command)

    @Slot(str)
    def _close_to(self, room: str) -> None:
        """Nobody may have a vault open that is salvaged or given new keys: lock, and begin there."""
        self._next_room = room
        if self.sitting is not None:
            self.sitting.locking.lock()

    @Slot()
    def lock(self) -> None:
        """Somebody went away."""
        if self.sitting is not None:
            self.sitting.locking.lock()
        else:
            self.forgetting.go_away()

    # What was typed and opened nothing

    def _let_think(self, view: QWidget) -> None:
        """A new passphrase wants thinking of: that page may lie as long as an open vault."""
        self.forgetting.watch(view, minutes=self.settings.value.idle_minutes)

    def _may_forget(self) -> bool:
        at_work = self._at_work is not None and self._at_work.in_the_middle
        return isinstance(self._room_to_return_to(), Returning) and not at_work and not self.tasks.busy

    def _room_to_return_to(self) -> QWidget | None:
        return self._waiting or self.window.room

    @Slot()
    def _minimised(self) -> None:
        if self.settings.value.lock_on_minimise:
            self.forgetting.go_away()

    @Slot()
    def _forget(self) -> None:
        """A fresh process, at the page that is in front; a vault that waits there is closed before."""
        shelf, self._renewing = self._renewing, None
        if shelf is None:
            self._forgotten(None)
        else:
            self.tasks.run(shelf.close, done=self._forgotten, failed=self._forgotten)

    def _forgotten(self, _: object) -> None:
        room = self._room_to_return_to()
        assert isinstance(room, Returning)
        self._make_way(("" if self.window.isActiveWindow() else BEHIND) + room.begins_with)

    @Slot()
    def leave(self) -> None:
        if self.sitting is not None:
            self.sitting.locking.leave()
        elif self._new_keys is not None:
            self._new_keys.leave(self._left)
        else:
            self._left()

    @Slot()
    def _left(self) -> None:
        self._note_geometry()
        self.tasks.stop()
        self.window.let_close()

    # Inside

    def _meter(self, view: RenewView | WelcomeView | NewKeysView) -> StrengthMeter:
        meter = StrengthMeter(view.passphrase, self.tasks, self.door.strength)
        self._meters[view] = meter
        return meter

    def _change_room(self, room: QWidget) -> None:
        before = self.window.room
        self.window.show_room(room)
        if before is not None and before is not room:
            if before in self._meters:
                self._meters.pop(before).stop()
            self.window.remove_room(before)

    def _note_folder(self, folder: Path) -> None:
        if folder != self._start.folder:
            self._start.folder = folder
            self.settings.change(lambda now: now._replace(vault=str(folder)))
        self.at_folder.emit(folder)

    def _note_geometry(self) -> None:
        if self._older is not None:
            self._older.remember()
        place = self.window.geometry_now()
        self.settings.change(lambda now: now._replace(geometry=place))
