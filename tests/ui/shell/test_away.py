"""The desktop says that somebody goes away: heard from a real bus if there is one, and understood always."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusMessage
from pytestqt.qtbot import QtBot

from ui.shell import away as module
from ui.shell.away import LOGIN_PATH, MANAGER, SCREENS, SESSION, Away, is_local

NOWHERE = ""


def signal(interface: str, member: str, *arguments: object, path: str = "/") -> QDBusMessage:
    message = QDBusMessage.createSignal(path, interface, member)
    message.setArguments(list(arguments))
    return message


@pytest.mark.parametrize(
    ("message", "leaves"),
    [
        *((signal(screen, "ActiveChanged", True), True) for screen in SCREENS),
        (signal(SCREENS[0], "ActiveChanged", False), False),
        (signal(SCREENS[0], "ActiveChanged"), False),
        (signal("org.example.Other", "ActiveChanged", True), False),
        (signal(MANAGER, "PrepareForSleep", True), True),
        (signal(MANAGER, "PrepareForSleep", False), False),
        (signal(SESSION, "Lock", path=f"{LOGIN_PATH}/session/_31"), True),
        (signal(MANAGER, "SessionNew", "31"), False),
    ],
)
def test_what_is_heard_is_understood(qapp: object, message: QDBusMessage, leaves: bool) -> None:
    away = Away(NOWHERE, NOWHERE)
    heard: list[str] = []
    away.gone.connect(lambda: heard.append("gone"))
    away.heard(message)
    assert heard == ["gone"] * leaves


@pytest.mark.parametrize("address", ["unix:path=/run/x", "unix:abstract=/tmp/x,guid=1;unix:path=/y"])
def test_a_socket_in_the_file_system_is_used(address: str) -> None:
    assert is_local(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        ";",
        "tcp:host=example.org,port=1",
        "unix:path=/run/x;tcp:host=example.org,port=1",
        "nonce-tcp:host=example.org",
        "unixexec:path=/bin/sh",
        "autolaunch:",
        "launchd:env=X",
    ],
)
def test_an_address_that_leads_out_or_starts_something_is_not_used(qapp: object, address: str) -> None:
    assert not is_local(address)
    Away(address, address)  # and nothing happens


def test_where_no_bus_answers_nothing_is_said(qapp: object, tmp_path: Path) -> None:
    Away(f"unix:path={tmp_path / 'absent'}", f"unix:path={tmp_path / 'absent'}")


def test_without_an_environment_no_bus_is_looked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert module.session_bus() == ""


def test_the_end_of_the_session_is_heard(qtbot: QtBot, qapp: object) -> None:
    away = Away(NOWHERE, NOWHERE)
    with qtbot.waitSignal(away.ending):
        away._session_ends(None)


def test_a_real_bus_brings_it_all(tmp_path: Path) -> None:
    """A private bus, a login manager played on it, and this program's ear."""
    runner = shutil.which("dbus-run-session")
    command = [sys.executable, "-m", "tests.ui.shell.login_manager"]
    if runner is None:  # the messages themselves are tried above
        command.append("--nobody")
    ended = subprocess.run(
        [*([runner, "--"] if runner else []), *command],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    expected = ["sleep", "lock", "user", "screen"] if runner else []
    assert ended.stdout.split() == expected, ended.stderr
