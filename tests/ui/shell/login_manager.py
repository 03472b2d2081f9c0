"""Plays the machine's login manager on a private bus, and prints what the program hears of it.

Each word is printed when what it names made the program lock. `--nobody` plays without a bus.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QTimer, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusUnixFileDescriptor,
    QDBusVariant,
    QDBusVirtualObject,
)
from PySide6.QtGui import QGuiApplication

from ui.shell.away import LOGIN, LOGIN_PATH, MANAGER, PROPERTIES, SCREENS, SESSION, Away

OURS, OTHER = f"{LOGIN_PATH}/session/_31", f"{LOGIN_PATH}/session/_32"


class LoginManager(QDBusVirtualObject):
    """Answers what is asked of it, and then sends one signal after the other."""

    def __init__(self, bus: QDBusConnection) -> None:
        super().__init__()
        self.bus = bus
        self.inhibited: list[object] = []
        bus.registerService(LOGIN)
        bus.registerVirtualObject(LOGIN_PATH, self, QDBusConnection.VirtualObjectRegisterOption.SubPath)

    def introspect(self, path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        answers: dict[str, Callable[[], object]] = {
            "GetSession": lambda: QDBusObjectPath(OURS),
            "Inhibit": lambda: QDBusUnixFileDescriptor(os.open(os.devnull, os.O_RDONLY)),
            "Get": lambda: QDBusVariant(False),
        }
        if message.member() == "Inhibit":
            self.inhibited = message.arguments()
        reply = message.createReply()
        reply.setArguments([answers[message.member()]()])
        return bool(connection.send(reply))

    def say(self, path: str, interface: str, member: str, *arguments: object) -> None:
        message = QDBusMessage.createSignal(path, interface, member)
        message.setArguments(list(arguments))
        self.bus.send(message)


class Play:
    def __init__(self, manager: LoginManager, away: Away) -> None:
        self.manager, self.away = manager, away
        changed = (SESSION, {"Active": False}, ["IdleHint"])
        self.acts: list[tuple[str, Callable[[], None]]] = [
            ("sleep", lambda: manager.say(LOGIN_PATH, MANAGER, "PrepareForSleep", True)),
            ("lock", lambda: manager.say(OURS, SESSION, "Lock")),
            ("user", lambda: manager.say(OURS, PROPERTIES, "PropertiesChanged", *changed)),
            ("screen", lambda: manager.say("/any", SCREENS[1], "ActiveChanged", True)),
        ]
        self.expected = ""
        away.gone.connect(self.heard)

    @Slot()
    def begin(self) -> None:
        if not (self.away.ready and self.manager.inhibited):
            QTimer.singleShot(5, self.begin)
            return
        assert self.manager.inhibited[0] == "sleep" and self.manager.inhibited[3] == "delay"
        self.manager.say(OTHER, SESSION, "Lock")  # another's session: it must not be heard
        self.next()

    def next(self) -> None:
        if not self.acts:
            QCoreApplication.quit()
            return
        self.expected, act = self.acts.pop(0)
        act()

    @Slot()
    def heard(self) -> None:
        print(self.expected, flush=True)
        self.next()


def main() -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication(sys.argv[:1])
    if "--nobody" in sys.argv:
        Away("", "")
        return 0
    os.environ["XDG_SESSION_ID"] = "31"
    address = os.environ["DBUS_SESSION_BUS_ADDRESS"]
    manager = LoginManager(QDBusConnection.connectToBus(address, "the login manager's"))
    away = Away(address, address)
    play = Play(manager, away)
    play.begin()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
