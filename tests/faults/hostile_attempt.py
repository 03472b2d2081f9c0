"""What one hostile file came to, and all that the program did with it that it should not."""

from __future__ import annotations

import contextlib
import importlib
import os
import resource
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from mentorjournal.errors import MentorJournalError
from tests.faults.hostile_chance import FromBytes

_WALL = 4 * 1024**3
"""Bytes of address space: a bomb ends its own process, not the machine."""

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_ACTS = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.symlink", "os.link", "os.truncate", "os.chmod")
_NEVER = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "urllib.", "ctypes.dlopen")


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file. *prepare* makes the real ones in a folder and returns what *attempt* needs; that one
    gets a place of its own, writes a hostile file there and gives it to the program.
    """

    prepare: Callable[[Path], Any]
    attempt: Callable[[Any, Random, Path], None]

    @staticmethod
    def named(where: str) -> Format:
        """The format "module:NAME"."""
        module, _, name = where.partition(":")
        found: Format = getattr(importlib.import_module(module), name)
        return found


class Broken(AssertionError):
    """A promise that was broken, in a sentence."""


class Said(NamedTuple):
    """What became of a file, "taken", "refused" or what went wrong, the bytes that mattered; the memory."""

    outcome: str
    used: bytes
    megabytes: int


def attempts(where: str, folder: Path) -> Callable[[bytes], Said]:
    """Make the real files, wall this process in, and return what tries the hostile file of some bytes."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.stderr = open(os.devnull, "w")  # noqa: SIM115, PTH123  # what a library grumbles is not ours to show
    form = Format.named(where)
    real = form.prepare(folder)
    place = folder / "case" / str(os.getpid())
    tempfile.tempdir = str(place)
    watch = Watch(place)
    resource.setrlimit(resource.RLIMIT_AS, (_WALL, _WALL))

    def attempt(data: bytes) -> Said:
        place.mkdir(parents=True, exist_ok=True)
        chance = FromBytes(data)
        with watch:
            outcome = _outcome(form, real, chance, place)
        outcome = watch.seen.pop() if watch.seen else outcome
        watch.seen.clear()
        _empty(place)
        return Said(outcome, chance.used, _most_memory())

    return attempt


def _most_memory() -> int:
    """Megabytes that this process has held at most. getrusage() would count what its parent held when it
    began this one, and a test run holds much.
    """
    try:
        status = Path("/proc/self/status").read_text()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024


def _outcome(form: Format, real: Any, chance: Random, place: Path) -> str:
    try:
        form.attempt(real, chance, place)
    except MentorJournalError as error:
        return "refused" if str(error).endswith((".", "?")) else f"no sentence: {error!s:.80}"
    except Broken as error:
        return str(error)
    except Exception as error:
        at = error.__traceback__
        while at is not None and at.tb_next is not None:
            at = at.tb_next
        spot = f"{Path(at.tb_frame.f_code.co_filename).name}:{at.tb_lineno}" if at else ""
        return f"{type(error).__name__} at {spot}: {error!s:.100}"
    return "taken"


class Watch:
    """Notes what is written, moved or removed outside of *place*, and every attempt to reach a network."""

    def __init__(self, place: Path) -> None:
        self.seen: list[str] = []
        self._place = str(place)
        self._on = False
        sys.addaudithook(self._look)

    def __enter__(self) -> None:
        self._on = True

    def __exit__(self, *raised: object) -> None:
        self._on = False

    def _look(self, event: str, about: tuple[Any, ...]) -> None:
        if not self._on:
            return
        if event.startswith(_NEVER):
            self.seen.append(f"{event} was tried")
        if event == "open" and isinstance(about[2], int) and about[2] & _WRITES:
            self._note(event, about[0])
        elif event in _ACTS:
            for path in about[1:2] if event == "os.symlink" else about[:2]:
                self._note(event, path)

    def _note(self, event: str, path: object) -> None:
        if isinstance(path, (str, bytes, os.PathLike)) and (event == "open" or os.path.isabs(path)):  # noqa: PTH117
            # What is removed by its name alone is removed in a folder that was opened before.
            real = os.path.realpath(os.path.dirname(os.fsdecode(path)) or ".")  # noqa: PTH120
            if not (real + os.sep).startswith(self._place + os.sep) and os.fsdecode(path) != os.devnull:
                self.seen.append(f"{event} outside its place: {os.fsdecode(path)[-80:]}")


def _empty(place: Path) -> None:
    for left in place.iterdir():
        if left.is_dir() and not left.is_symlink():
            for inside, _, _ in os.walk(left):
                with contextlib.suppress(OSError):
                    Path(inside).chmod(0o700)
            _empty(left)
            left.rmdir()
        else:
            left.unlink()
