"""Cases run in processes that may die, hang or grow, and what each came to, told by the one that watches."""

from __future__ import annotations

import contextlib
import importlib
import multiprocessing
import os
import random
import resource
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from typing import Any

from mentorjournal.errors import MentorJournalError
from tests.faults.trial import Outcome, Profile

SECONDS = 20
MOST_MB = 500
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
    attempt: Callable[[Any, random.Random, Path], None]


class Broken(AssertionError):
    """A promise that was broken, in a sentence."""


def attack(where: str, profile: Profile, folder: Path, cases: int) -> Outcome:
    """Try *cases* hostile files against the format *where*, "module:NAME"."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.hostile_vault", "tests.faults.hostile_imports"])
    short: list[str] = []
    refused = number = 0
    largest = 0
    while number < cases:
        ours, theirs = context.Pipe()
        child = context.Process(target=_work, args=(where, profile.seed, number, cases, folder, theirs))
        child.start()
        theirs.close()
        while number < cases:
            said = _heard(ours, child)
            if said is None:
                why = "hung" if child.is_alive() else f"died ({child.exitcode})"
                short.append(f"{where} seed {profile.seed} case {number}: the process {why}")
                number += 1
                child.kill()
                break
            outcome, megabytes = said
            largest = max(largest, megabytes)
            refused += outcome == "refused"
            if outcome not in ("taken", "refused"):
                short.append(f"{where} seed {profile.seed} case {number}: {outcome}")
            number += 1
            if megabytes > MOST_MB:
                short.append(f"{where} seed {profile.seed} case {number - 1}: {megabytes} MB of memory")
                child.kill()
                break
        child.join()
        ours.close()
    return Outcome(
        tried=cases,
        unit="hostile files",
        short=tuple(short),
        beside=f"{refused:,} refused with a sentence, the others taken; at most {largest} MB of memory",
    )


def _heard(pipe: Pipe, child: Any) -> tuple[str, int] | None:
    # The first word takes longer: the real files are made before it.
    try:
        if pipe.poll(SECONDS * 6):
            heard: tuple[str, int] = pipe.recv()
            return heard
    except (EOFError, ConnectionError):
        child.join()
    return None


def _work(where: str, seed: int, first: int, cases: int, folder: Path, pipe: Pipe) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.stderr = open(os.devnull, "w")  # noqa: SIM115, PTH123  # what a library grumbles is not ours to show
    module, _, name = where.partition(":")
    form: Format = getattr(importlib.import_module(module), name)
    real = form.prepare(folder)
    place = folder / "case" / str(first)
    tempfile.tempdir = str(place)
    watched = Watch(place)
    resource.setrlimit(resource.RLIMIT_AS, (_WALL, _WALL))
    for number in range(first, cases):
        place.mkdir(parents=True, exist_ok=True)
        chance = random.Random(f"{where} {seed} {number}")
        with watched:
            outcome = _tried(form, real, chance, place)
        outcome = watched.seen.pop() if watched.seen else outcome
        watched.seen.clear()
        _empty(place)
        pipe.send((outcome, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024))
    pipe.close()


def _tried(form: Format, real: Any, chance: random.Random, place: Path) -> str:
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
