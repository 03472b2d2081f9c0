"""A fresh, locked process in place of this one: the only way to leave nothing in memory."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from typing import NoReturn


def successor(original: Sequence[str], geometry: str, vault: str | None, *, room: str = "") -> list[str]:
    """The command line that brought us here, with where the window stands and which vault lay open. *room*
    is where the next one begins, if not with unlocking.
    """
    kept: list[str] = []
    rest = list(original)
    dropped = ("--geometry", "--room", *(() if vault is None else ("--vault",)))
    while rest:
        argument = rest.pop(0)
        if argument in dropped:
            del rest[:1]
        elif not argument.startswith(tuple(f"{name}=" for name in dropped)):
            kept.append(argument)
    if vault is not None:
        kept += ["--vault", vault]
    if room:
        kept += ["--room", room]
    return [*kept, "--geometry", geometry]


def replace_process(command: list[str]) -> NoReturn:
    """Become *command*, with none of this process's memory. Never returns.

    On Windows `execv` would start a child and end the parent under its feet, so that is done on purpose.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "posix":
        os.execv(sys.executable, command)
    subprocess.Popen(command, executable=sys.executable, close_fds=True)
    os._exit(0)
