"""One window for a vault: the first holds a small file beside the vault's lock; a second one calls it there.

In the file stand the holder's process number and, for as long as nobody has answered it, a call: no word of
anybody's. The system lets go of the file when a process ends, however it ends. This is courtesy between
windows; what keeps two programs from writing to one vault is the vault's own lock.
"""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path

NAME = "vault.window"
KEYS = ("vault.keys", "vault.keys.copy")
WAIT_SECONDS = 4.0
"""For an answer: a window that lives answers within milliseconds, one that is just opening takes longer."""
_LOOK_SECONDS = 0.01
_BEYOND = 1 << 30  # where Windows locks a byte: others may not read what is locked there
_MOST = 4096


class Held:
    """The file, held until `release` or until this process ends."""

    def __init__(self, path: Path, file: int) -> None:
        self.path = path
        self._file: int | None = file
        self._write()

    def called(self) -> str | None:
        """Answer a call, if there is one: what the caller's desktop gave it to come forward with, or ""."""
        if self._file is None:
            return None
        os.lseek(self._file, 0, os.SEEK_SET)
        _, called, token = _parts(os.read(self._file, _MOST))
        if not called:
            return None
        self._write()
        return token

    def release(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _write(self) -> None:
        if self._file is not None:
            os.lseek(self._file, 0, os.SEEK_SET)
            os.ftruncate(self._file, 0)
            os.write(self._file, f"{os.getpid()}\n".encode())


def hold(folder: Path) -> Held | None:
    """Hold the file of this vault; None where another window does, or where no file can be made. In a folder
    that is no vault yet nothing is made: a vault wants it empty.
    """
    path = folder / NAME
    if not any((folder / name).exists() for name in KEYS):
        return None
    try:
        file = _open(path, os.O_CREAT)
    except OSError:
        return None
    try:
        if _locked(file):
            return Held(path, file)
    except OSError:  # no file that can be written in: a pipe, a full disk
        pass
    os.close(file)
    return None


def holder(folder: Path) -> int | None:
    """The process that holds the file, if it is another than this one."""
    try:
        file = _open(folder / NAME, 0)
    except OSError:
        return None
    try:
        if _locked(file):
            return None
        process, _, _ = _parts(os.read(file, _MOST))
        return None if process == os.getpid() else process
    finally:
        os.close(file)


def call(folder: Path, token: str = "", *, seconds: float | None = None) -> bool:
    """Ask the window that holds the file to come to the front; whether it answered."""
    process = holder(folder)
    if process is None:
        return False
    _allow_to_come_forward(process)
    path = folder / NAME
    try:
        with contextlib.closing(_Open(path)) as file:
            os.lseek(file.number, 0, os.SEEK_END)
            os.write(file.number, f"call {token if _is_plain(token) else ''}\n".encode())
            until = time.monotonic() + (WAIT_SECONDS if seconds is None else seconds)
            while time.monotonic() < until:
                os.lseek(file.number, 0, os.SEEK_SET)
                if not _parts(os.read(file.number, _MOST))[1]:
                    return True
                time.sleep(_LOOK_SECONDS)
    except OSError:
        return False
    return False


def who_has_it(folder: Path) -> str:
    """Call whoever has this vault open, and say what came of it."""
    if call(folder):
        return "This vault is open in another window of Mentor Journal. That window is in front now."
    process = holder(folder)
    if process is None:
        return (
            "This vault is in use by another program, perhaps a command of Mentor Journal that is not done"
            " yet. Wait until it has ended, then unlock here."
        )
    return (
        f"This vault is open in another window of Mentor Journal, process {process}, which does not answer."
        " Wait a moment and try again. If it stays silent, end that process: what it called saved is on the"
        " disk. Then unlock here."
    )


# Inside


class _Open:
    def __init__(self, path: Path) -> None:
        self.number = _open(path, 0)

    def close(self) -> None:
        os.close(self.number)


def _open(path: Path, how: int) -> int:
    """Never through a link: what stands in a vault from elsewhere must not name a file to be written to."""
    how |= os.O_RDWR | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
    return os.open(path, how | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOINHERIT", 0), 0o600)


def _locked(file: int) -> bool:
    """Lock it for this process, if nobody has."""
    try:
        if os.name == "posix":
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            import msvcrt

            os.lseek(file, _BEYOND, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]  # Windows
            os.lseek(file, 0, os.SEEK_SET)
    except OSError:
        os.lseek(file, 0, os.SEEK_SET)
        return False
    return True


def _parts(data: bytes) -> tuple[int, bool, str]:
    """The holder's process, whether somebody calls, and with what."""
    first, *calls = data.decode("ascii", "replace").split("\n")
    calls = [line for line in calls if line.startswith("call ")]
    token = calls[-1].removeprefix("call ").strip() if calls else ""
    return (int(first) if first.isdecimal() else 0), bool(calls), token if _is_plain(token) else ""


def _is_plain(token: str) -> bool:
    return len(token) <= 200 and token.isascii() and token.isprintable()


def _allow_to_come_forward(process: int) -> None:
    """Windows lets only the program in front hand that on."""
    if os.name == "nt":
        import ctypes

        ctypes.WinDLL("user32").AllowSetForegroundWindow(process)  # type: ignore[attr-defined]  # Windows
