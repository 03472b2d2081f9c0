"""Hear from the desktop that somebody went away: screen lock, suspend, user switch, end of the session.

On Linux and the BSDs through the message buses of the machine, where there are any, and only through their
sockets in the file system: an address that leads anywhere else is not used. Windows and macOS have no such
bus; there idleness, the clocks (`ui.shell.idle`) and the end of the session, which Qt tells, are what locks.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

LOGIN = "org.freedesktop.login1"
LOGIN_PATH = "/org/freedesktop/login1"
MANAGER, SESSION = f"{LOGIN}.Manager", f"{LOGIN}.Session"
PROPERTIES = "org.freedesktop.DBus.Properties"
SCREENS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
_LOCAL = "unix:"
_HEARD = SLOT("heard(QDBusMessage)")


class Away(QObject):
    """Emits `gone` when the screen is locked, the machine is about to sleep or another user comes, and
    `ending` when the session ends. Sleep is held up until this process has locked or gone.
    """

    gone = Signal()
    ending = Signal()

    def __init__(self, system: str | None = None, session: str | None = None) -> None:
        """Listen on these buses, or on those of the machine. Where there is none nothing is heard."""
        super().__init__()
        self._session_path = ""
        self._hold: int | None = None
        self._system = self._joined(system_bus() if system is None else system, "mentorjournal-system")
        self._desktop = self._joined(session_bus() if session is None else session, "mentorjournal-session")
        if self._system is not None:
            self._listen_to_logins(self._system)
        if self._desktop is not None:
            for screen in SCREENS:
                self._listen(self._desktop, screen, "ActiveChanged")
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.commitDataRequest.connect(self._session_ends)

    @property
    def ready(self) -> bool:
        """Whether the login manager has said which session is ours, and holds up sleep for us."""
        return bool(self._session_path) and self._hold is not None

    @Slot("QDBusMessage")
    def heard(self, message: QDBusMessage) -> None:
        """Decide what a signal from a bus means."""
        arguments = message.arguments()
        match message.interface(), message.member():
            case interface, "ActiveChanged" if interface in SCREENS:
                away = arguments[:1] == [True]
            case _, "PrepareForSleep":
                away = arguments[:1] == [True]
                if arguments[:1] == [False]:
                    self._hold_up_sleep()
            case _, "Lock":
                away = self._is_ours(message.path())
            case _, "PropertiesChanged":
                away = False
                if arguments[:1] == [SESSION] and self._is_ours(message.path()):
                    self._ask(message.path(), PROPERTIES, "Get", [SESSION, "Active"])
            case _:
                away = False
        if away:
            self.gone.emit()

    def let_sleep(self) -> None:
        """There is nothing to seal, so nothing to wait for; after waking this asks anew."""
        if self._hold is not None:
            os.close(self._hold)
            self._hold = None

    # Inside

    def _joined(self, address: str, name: str) -> QDBusConnection | None:
        if not is_local(address):
            return None
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:  # a build of Qt without it
            return None
        connection = QDBusConnection.connectToBus(address, name)
        return connection if connection.isConnected() else None

    def _listen(self, bus: QDBusConnection, interface: str, name: str) -> None:
        # The stubs ask for bytes, which the library itself refuses.
        bus.connect("", "", interface, name, self, _HEARD)  # type: ignore[call-overload]

    def _listen_to_logins(self, bus: QDBusConnection) -> None:
        self._listen(bus, MANAGER, "PrepareForSleep")
        self._listen(bus, SESSION, "Lock")
        self._listen(bus, PROPERTIES, "PropertiesChanged")
        number = os.environ.get("XDG_SESSION_ID")
        if number:
            self._ask(LOGIN_PATH, MANAGER, "GetSession", [number])
        self._hold_up_sleep()

    def _hold_up_sleep(self) -> None:
        """Ask for the moment that sealing takes. The system gives a few seconds, and sleeps after them."""
        if self._system is not None and self._hold is None:
            why = self.tr("Locking the journals")
            self._ask(LOGIN_PATH, MANAGER, "Inhibit", ["sleep", "Mentor Journal", why, "delay"])

    def _ask(self, path: str, interface: str, member: str, arguments: list[object]) -> None:
        """Never waits: the answer comes to `_answered`, or never does."""
        from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher

        assert self._system is not None
        call = QDBusMessage.createMethodCall(LOGIN, path, interface, member)
        call.setArguments(arguments)
        watcher = QDBusPendingCallWatcher(self._system.asyncCall(call), self)
        watcher.setProperty("asked", member)
        watcher.finished.connect(self._answered)

    @Slot("QDBusPendingCallWatcher*")
    def _answered(self, watcher: QDBusPendingCallWatcher) -> None:
        from PySide6.QtDBus import QDBusObjectPath, QDBusUnixFileDescriptor, QDBusVariant

        for answer in watcher.reply().arguments() if not watcher.isError() else ():
            match watcher.property("asked"), answer:
                case "GetSession", QDBusObjectPath():
                    self._session_path = answer.path()
                case "Inhibit", QDBusUnixFileDescriptor():
                    # Ours alone and closed with this process, however it ends.
                    self._hold = os.dup(answer.fileDescriptor())
                case "Get", QDBusVariant() if answer.variant() is False:
                    self.gone.emit()
                case "Get", False:
                    self.gone.emit()
        watcher.deleteLater()

    def _is_ours(self, path: str) -> bool:
        """A session that cannot be told from ours is taken for it: better locked once too often."""
        return self._session_path in ("", path)

    @Slot("QSessionManager&")
    def _session_ends(self, _: object) -> None:
        self.ending.emit()


def is_local(address: str) -> bool:
    """Whether every way that *address* names is a socket of this machine's file system."""
    ways = [way for way in address.split(";") if way]
    return bool(ways) and all(way.startswith(_LOCAL) for way in ways)


def session_bus() -> str:
    """Where the desktop's bus is; nothing is started to have one."""
    given = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    if given is not None:
        return given
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    return _socket(Path(runtime, "bus")) if runtime else ""


def system_bus() -> str:
    given = os.environ.get("DBUS_SYSTEM_BUS_ADDRESS")
    return given if given is not None else _socket(Path("/run/dbus/system_bus_socket"))


def _socket(path: Path) -> str:
    if sys.platform in ("win32", "darwin"):
        return ""
    with contextlib.suppress(OSError):
        if path.is_socket():
            return f"{_LOCAL}path={path}"
    return ""
