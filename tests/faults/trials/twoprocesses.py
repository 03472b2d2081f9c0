"""Several processes want one vault: one has it, the others are told in words, and nothing is mixed up."""

from __future__ import annotations

import contextlib
import io
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from typing import Any

from mentorjournal import cli
from mentorjournal.errors import InUse, MentorJournalError
from tests.faults.home import Home, Snapshot, by_journal, home
from tests.faults.killing import PROCESSES
from tests.faults.trial import Outcome, Profile, Trial
from tests.faults.writer import new_entry

SAID = str(InUse())
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("verify",),
    ("list",),
    ("search", "word"),
    ("backup",),
    ("drill",),
    ("restore", "--to", "{beside}"),
    ("salvage", "--to", "{beside}"),
    ("rekey", "--remove-backups"),
    ("rekey", "--keep-backups"),
    ("destroy", "--journal", "Heron", "--yes"),
)
LOCKS = ("as it was", "stale", "of a living stranger", "emptied", "removed", "owner killed")


def want(at: Home, start: float, pipe: Pipe) -> None:
    """Open the vault at the moment *start*, say how it went, write an entry, and hold on until told."""
    while time.monotonic() < start:
        pass
    try:
        shelf = at.shelf()
    except MentorJournalError as error:
        pipe.send(f"{type(error).__name__}: {error}")
        return
    pipe.send("has it")
    journal = shelf.named("Heron").journal
    value = new_entry("topics", random.Random(os.getpid()))
    journal.topics.add(value)
    pipe.send(value.id)
    pipe.recv()
    shelf.close()
    pipe.send("closed")


def command(at: Home, beside: Path, words: tuple[str, ...], pipe: Pipe) -> None:
    """Run one command line on the vault, and say its status and what it wrote."""
    out, err = io.StringIO(), io.StringIO()
    sys.stdin = io.TextIOWrapper(io.BytesIO(f"{at.passphrase}\n".encode()))
    first, *more = (word.format(beside=beside) for word in words)
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = cli.main([first, str(at.folder), "--passphrase-stdin", *more])
    pipe.send((status, out.getvalue(), err.getvalue()))


class Wanting:
    """Processes that want a vault, the pipes to them, and what they said."""

    def __init__(self) -> None:
        self._all: list[tuple[Any, Pipe]] = []

    def begin(self, work: Any, *arguments: object) -> Pipe:
        ours, theirs = PROCESSES.Pipe()
        process = PROCESSES.Process(target=work, args=(*arguments, theirs))
        process.start()
        theirs.close()
        self._all.append((process, ours))
        return ours

    def kill(self) -> None:
        for process, pipe in self._all:
            process.kill()
            process.join()
            pipe.close()
        self._all.clear()


def hear(pipe: Pipe) -> Any:
    """What the process says next; nothing when it ended or hangs."""
    try:
        return pipe.recv() if pipe.poll(60) else "hangs"
    except EOFError:
        return "ended"


class Two:
    """One home, wanted by several at once, again and again."""

    def __init__(self, at: Home, seed: int) -> None:
        self._at = at
        self._seed = seed
        self.short: list[str] = []
        self.told: Counter[str] = Counter()

    def race(self, number: int) -> None:
        """Two or three begin at the same moment, after the lock was left behind in some way."""
        chance = random.Random(f"{self._seed} {number}")
        lock = LOCKS[number % len(LOCKS)]
        wanting = Wanting()
        try:
            said = list(self._race(wanting, lock, chance))
        finally:
            wanting.kill()
        self.short += [f"seed {self._seed}, race {number}, lock {lock}: {one}" for one in said]

    def _race(self, wanting: Wanting, lock: str, chance: random.Random) -> Iterator[str]:
        self._leave(lock, wanting)
        start = time.monotonic() + 0.05
        pipes = [wanting.begin(want, self._at, start) for _ in range(chance.choice((2, 3)))]
        said = {pipe: hear(pipe) for pipe in pipes}
        having = [pipe for pipe, one in said.items() if one == "has it"]
        if len(having) != 1:
            yield f"{len(having)} have it: {list(said.values())}"
        for one in said.values():
            self.told[str(one).split(":")[0]] += 1
            if one not in ("has it", f"InUse: {SAID}"):
                yield f"told {one}"
        written = [hear(pipe) for pipe in having]
        if lock == "removed" and having:  # a tidy hand removes the lock of a vault that is open
            (self._at.folder / "vault.lock").unlink()
            late = hear(wanting.begin(want, self._at, 0.0))
            if late != f"InUse: {SAID}":
                yield f"with the lock removed, the next is told {late}"
        for pipe in having:
            pipe.send("close")
            if hear(pipe) != "closed":
                yield "the one who had it did not come to its end"
        with contextlib.closing(self._at.shelf()) as shelf:
            there = {value.id for value in shelf.named("Heron").journal.topics.all()}
            if lost := set(written) - there:
                yield f"{len(lost)} entries are lost"
            if found := shelf.vault.verify():
                yield f"verify finds {found}"

    def _leave(self, lock: str, wanting: Wanting) -> None:
        """Let the lock file be what it may be after a crash, another program or another machine."""
        path = self._at.folder / "vault.lock"
        match lock:
            case "stale":
                path.write_text("999999999\nsomewhere\n")
            case "of a living stranger":
                path.write_text(f"{os.getppid()}\n")
            case "emptied":
                path.write_bytes(b"")
            case "removed":
                path.unlink(missing_ok=True)
            case "owner killed":
                pipe = wanting.begin(want, self._at, 0.0)
                if hear(pipe) == "has it":
                    hear(pipe)
                wanting.kill()

    def commands(self, beside: Path) -> int:
        """While one has it, every command is refused with the sentence and changes nothing."""
        wanting = Wanting()
        try:
            holder = wanting.begin(want, self._at, 0.0)
            if hear(holder) != "has it" or hear(holder) in ("ended", "hangs"):
                self.short.append("the one who is to hold it did not get it")
            before = Snapshot(self._at.folder)
            for words in COMMANDS:
                said = hear(wanting.begin(command, self._at, beside, words))
                if not isinstance(said, tuple) or said[0] != 5 or said[1] or said[2] != f"{SAID}\n":
                    self.short.append(f"{' '.join(words)} says {said}")
                if beside.exists():
                    self.short.append(f"{' '.join(words)} left something beside")
                if changed := before.changed():
                    self.short.append(f"{' '.join(words)} changed {changed}")
        finally:
            wanting.kill()
        return len(COMMANDS)


def run(profile: Profile, place: Path) -> Outcome:
    at = home(place / "vault")
    words = by_journal(at)
    two = Two(at, profile.seed)
    races = profile.pick(quick=12, full=300)
    for number in range(races):
        two.race(number)
    rounds = profile.pick(quick=1, full=10)
    commands = sum(two.commands(place / "beside") for _ in range(rounds))
    after = by_journal(at)
    if any(not set(words[id][noun]) <= set(after[id][noun]) for id in words for noun in words[id]):
        two.short.append("words that were there before are gone")
    told = ", ".join(f"{count} {one}" for one, count in sorted(two.told.items()))
    return Outcome(
        tried=races + commands,
        unit=f"races for a vault ({races}) and commands while it is held ({commands})",
        short=tuple(two.short),
        beside=f"told: {told}; the lock {', '.join(LOCKS)}",
    )


TRIALS = (
    Trial("twoprocesses", "one process has the vault, the others are told so, and nothing is corrupt", run),
)
