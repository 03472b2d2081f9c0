"""Hostile files tried in processes that may die, hang or grow, and what each came to, told by the watcher."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.util import find_spec
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from typing import Any

from tests.faults.hostile_attempt import Said, attempts
from tests.faults.hostile_chance import seed
from tests.faults.trial import Outcome, Profile

STARTS = 600
"""Seconds after which a process that has not begun a file is called hanging: it makes the real ones first."""

SECONDS = 120
"""Seconds after which a file hangs the program, on a machine that has other things to do."""

MOST_MB = 500
_UNIT = "hostile files"


@dataclass(slots=True)
class Tally:
    """What was tried and found, by as many processes as it took."""

    where: str
    cases: int
    tried: set[bytes] = field(default_factory=set)
    files: set[bytes] = field(default_factory=set)
    found: dict[str, list[bytes]] = field(default_factory=dict)
    refused: int = 0
    largest: int = 0

    @property
    def complete(self) -> bool:
        return len(self.tried) >= self.cases

    def note(self, data: bytes, said: Said) -> None:
        """A fuzzer that begins again tries all that it keeps once more: that counts for nothing."""
        if data in self.tried:
            return
        self.tried.add(data)
        self.files.add(said.used)
        self.largest = max(self.largest, said.megabytes)
        self.refused += said.outcome == "refused"
        if said.outcome not in ("taken", "refused"):
            self.fault(said.outcome, said.used)

    def ended(self, data: bytes, how: str) -> None:
        self.tried.add(data)
        self.files.add(data)
        self.fault(f"the process {how}", data)

    def fault(self, what: str, data: bytes) -> None:
        self.found.setdefault(what, []).append(data)

    def short(self) -> tuple[str, ...]:
        """A sentence for each kind of fault, with the shortest bytes that show it."""
        again = f"python -m tests.faults.hostile_again {self.where}"
        return tuple(
            f"{what} ({len(those):,} times): {again} {min(those, key=len).hex() or '-'}"
            for what, those in self.found.items()
        )


def attack(where: str, profile: Profile, folder: Path, cases: int) -> Outcome:
    """Try *cases* hostile files against the format *where*, "module:NAME".

    The full profile asks a fuzzer for them. The quick one takes those from which the fuzzer would begin: a
    test run is to try the same on every machine, and nothing is learnt from so few.
    """
    tally, grown = Tally(where, cases), ""
    if profile.name != "full":
        _in_turn(tally, profile, folder)
    elif find_spec("atheris") is None:
        return Outcome(0, _UNIT, needs="atheris")
    else:
        from tests.faults.hostile_fuzzer import fuzz

        grown = "; " + fuzz(tally, profile, folder)
    return Outcome(
        tried=len(tally.tried),
        unit=_UNIT,
        short=tally.short(),
        beside=f"{len(tally.files):,} from different bytes; {tally.refused:,} refused with a sentence, the"
        f" others taken; at most {tally.largest} MB of memory{grown}",
    )


def _in_turn(tally: Tally, profile: Profile, folder: Path) -> None:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.hostile_vault", "tests.faults.hostile_imports"])
    every = [seed(tally.where, profile.seed, case) for case in range(tally.cases)]
    while not tally.complete:
        left = [data for data in every if data not in tally.tried]
        watch(tally, context, _try_each, tally.where, folder, left)


def _try_each(where: str, folder: Path, every: list[bytes], pipe: Pipe) -> None:
    attempt = attempts(where, folder)
    for data in every:
        pipe.send(data)
        pipe.send(attempt(data))
    pipe.close()


def watch(tally: Tally, context: Any, work: Callable[..., None], *given: object) -> None:
    """Let *work* try files in a process of its own until enough were tried, or one has ended it. It sends the
    bytes of each before it tries them, and what was said after.
    """
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=work, args=(*given, theirs), daemon=True)
    child.start()
    theirs.close()
    data = _heard(ours, STARTS)
    if data is None:
        raise RuntimeError(f"{tally.where}: the process that tries {_ended(child)} before the first file")
    while data is not None and not tally.complete:
        said = _heard(ours, SECONDS)
        if said is None:
            tally.ended(data, _ended(child))
            break
        tally.note(data, said)
        if said.megabytes > MOST_MB:
            tally.fault(f"more than {MOST_MB} MB of memory", data)
            break
        data = None if tally.complete else _heard(ours, STARTS)
    child.kill()
    child.join()
    ours.close()


def _heard(pipe: Pipe, seconds: float) -> Any:
    try:
        return pipe.recv() if pipe.poll(seconds) else None
    except (EOFError, ConnectionError):
        return None


def _ended(child: Any) -> str:
    child.join(1)
    return "hung" if child.is_alive() else f"died ({child.exitcode})"
