"""A process whose disk refuses, is recorded, or is small: `shim.c` stands between it and the system.

A function that is to run so is handed to `under_shim` with what it needs; it speaks to the shim by `Shim()`.
"""

from __future__ import annotations

import ctypes
import functools
import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

ROOT = Path(__file__).resolve().parents[2]
SOURCE = Path(__file__).with_name("shim.c")
NEEDS = "Linux and a C compiler"

T = TypeVar("T")


def compiler() -> str | None:
    """What builds the shim, if it can be built and loaded here."""
    if sys.platform != "linux":
        return None
    return shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")


@functools.cache
def _built(folder: Path) -> Path:
    library, builder = folder / "shim.so", compiler()
    assert builder is not None, f"needs {NEEDS}"
    words = [builder, "-O1", "-shared", "-fPIC", "-o", str(library), str(SOURCE), "-ldl"]
    subprocess.run(words, check=True, capture_output=True)
    return library


def under_shim(scratch: Path, work: Callable[..., T], *arguments: Any) -> T:
    """Run *work*, a function of a module, in a process of its own with the shim; returns what it does."""
    asked, answered = scratch / "asked.pickle", scratch / "answered.pickle"
    asked.write_bytes(pickle.dumps((work, arguments)))
    answered.unlink(missing_ok=True)
    around = {**os.environ, "LD_PRELOAD": str(_built(scratch)), "PYTHONDONTWRITEBYTECODE": "1"}
    words = [sys.executable, "-m", "tests.faults.shim", str(asked), str(answered)]
    ran = subprocess.run(words, cwd=ROOT, env=around, capture_output=True, text=True, check=False)
    assert answered.exists(), f"the process ended by itself ({ran.returncode}): {ran.stderr[-2000:]}"
    answer: T = pickle.loads(answered.read_bytes())
    return answer


class Shim:
    """The way to the shim of this process."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(os.environ["LD_PRELOAD"])
        self._library.shim_trace.restype = ctypes.c_char_p
        self._library.shim_calls.restype = ctypes.c_long
        self._library.shim_room_left.restype = ctypes.c_longlong

    def watch(self, folder: Path) -> None:
        """Mind what is written below *folder* from now on, and nothing else."""
        self._library.shim_watch(os.fsencode(folder.resolve()))

    def arm(self, number: int, error: int = 0, *, half: bool = False, on: bool = False) -> None:
        """Let call *number* from now fail with *error*; 0 lets none fail and only counts. With *half* a write
        gets half of its way first; with *on* all fails that follows, on a full disk what takes room.
        """
        self._library.shim_arm(ctypes.c_long(number), error, int(half), int(on))

    def disarm(self) -> None:
        self._library.shim_disarm()

    @property
    def tripped(self) -> bool:
        """Whether a call was made to fail."""
        return bool(self._library.shim_tripped())

    def trace(self) -> str:
        """The calls since arming, a letter for each: c(reate) o(pen) w(rite) t(runcate) s(ync) r(ename)
        l(ink) u(nlink) m(ake folder) p(ermissions).
        """
        said: bytes = self._library.shim_trace()
        return said.decode()

    def record(self, path: Path | None) -> None:
        """Keep a record of everything at *path*, or end it."""
        self._library.shim_record(os.fsencode(path) if path else None)

    def mark(self, text: str) -> None:
        """Put a line of our own into the record."""
        self._library.shim_mark(text.encode())

    def set_room(self, size: int) -> None:
        """Give the folder a disk on which so many bytes are left; below 0, all there are."""
        self._library.shim_room(ctypes.c_longlong(size))

    def room(self) -> int:
        return int(self._library.shim_room_left())


def _main(asked: str, answered: str) -> None:
    work, arguments = pickle.loads(Path(asked).read_bytes())
    Path(answered).write_bytes(pickle.dumps(work(*arguments)))


if __name__ == "__main__":
    _main(*sys.argv[1:])
