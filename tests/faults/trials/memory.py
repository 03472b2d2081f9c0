"""The memory of the program after it locked: no key, no passphrase, no word."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.reflection import Reflection
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipType, Role
from mentorjournal.vault.recovery import RecoveryCode
from mentorjournal.vault.sealing import FLOOR
from mentorjournal.vault.vault import Vault
from tests.faults.keys_in_hand import raw_keys
from tests.faults.memory_of import family, forms, key_forms, sightings
from tests.faults.trial import Outcome, Profile, Trial

LIMIT_SECONDS = 300.0
REFUSALS = (
    ("refused", "wrong", "passphrase forgotten"),
    ("code refused", "mistaken", "code forgotten"),
)
ROOT = Path(__file__).parents[3]


class Watched:
    """The program as a process that is looked at from outside."""

    def __init__(self, base: Path, number: int, *, in_a_hurry: bool) -> None:
        self.vault, self.reports = base / "vault", base / "reports"
        self.base = base
        base.mkdir()
        self.reports.mkdir()
        self.words = {
            name: f"zq{name}x{number}vk"
            for name in ("passphrase", "wrong", "note", "older", "codename", "partner", "searched")
        }
        self.code = self._fill()
        # Another vault's whole code: one with a slip in it is refused before anything is derived from it.
        self.words["mistaken"] = "-".join(RecoveryCode.make().groups())
        (base / "words").mkdir()
        for name in ("passphrase", "wrong", "mistaken", "note", "searched"):
            (base / "words" / name).write_text(self.words[name])
        if in_a_hurry:
            (base / "words" / "in a hurry").touch()
        self.wanted = {name: forms(word) for name, word in self.words.items()}
        self.wanted |= {name: key_forms(key) for name, key in raw_keys(self.vault, self.code).items()}

    def _fill(self) -> str:
        vault, code = Vault.create(self.vault, self.words["passphrase"], cost=FLOOR)
        shelf = Shelf(vault)
        opened = shelf.add(
            Relationship(
                codename=self.words["codename"],
                my_role=Role.MENTOR,
                type=RelationshipType.INFORMAL,
                partner_display_name=self.words["partner"],
            )
        )
        day, text = opened.journal.today(), from_plain(self.words["older"])
        opened.journal.reflections.add(Reflection(id=new_entry_id(), day=day, text=text))
        shelf.close()
        return "-".join(code.groups())

    @contextmanager
    def running(self) -> Iterator[subprocess.Popen[bytes]]:
        line = [self.vault, self.base / "settings.json", self.base / "words", self.reports]
        command = [sys.executable, "-m", "tests.faults.memory_stage", *map(str, line)]
        home = {"HOME": str(self.base), "XDG_CONFIG_HOME": str(self.base / "config")}
        environment = {**os.environ, **home, "QT_QPA_PLATFORM": "offscreen"}
        with subprocess.Popen(command, cwd=ROOT, env=environment) as process:
            try:
                yield process
            finally:
                process.kill()

    def reported(self, process: subprocess.Popen[bytes], name: str) -> float:
        """When the program said so. Raises AssertionError when it ended instead."""
        until = time.monotonic() + LIMIT_SECONDS
        while not (self.reports / name).exists():
            assert process.poll() is None, f"the program ended before it was {name}"
            assert time.monotonic() < until, f"the program never was {name}"
            time.sleep(0.01)
        return float((self.reports / name).read_text())

    def seen(self, name: str) -> None:
        (self.reports / f"{name}.seen").touch()

    def found(self, process: subprocess.Popen[bytes]) -> dict[str, int]:
        return dict(sightings(family(process.pid), self.wanted))


def _one(folder: Path, number: int, short: list[str], *, hurry: bool) -> tuple[float, float, int]:
    watched = Watched(folder / f"program {number}", number, in_a_hurry=hurry)
    typed = 0
    with watched.running() as process:
        for refused, typed_name, forgotten in REFUSALS:
            watched.reported(process, refused)
            early = watched.found(process)
            stands = early.pop(typed_name, 0)  # it stands in the field, to be mended
            typed = max(typed, stands)
            if not stands:
                short.append(f"run {number}: the search does not see {typed_name}, which is there")
            short += [f"run {number}, {refused}: {count} × {name}" for name, count in early.items()]
            watched.seen(refused)
            watched.reported(process, forgotten)
            left = watched.found(process)
            short += [f"run {number}, {forgotten}: {count} × {name}" for name, count in left.items()]
            watched.seen(forgotten)
        watched.reported(process, "unlocked")
        open_now = watched.found(process)
        missed = {"note", "older", "codename", "passphrase", "vault key"} - open_now.keys()
        short += [f"run {number}: the search does not see {name}, which is there" for name in sorted(missed)]
        watched.seen("unlocked")
        locked = watched.reported(process, "locked")
        after = watched.found(process)
        short += [f"run {number}, locked: {count} × {name}" for name, count in after.items()]
        limits = Path(f"/proc/{process.pid}/limits").read_text()
        if "Max core file size        0 " not in limits:
            short.append(f"run {number}: the locked process may leave a core file")
        watched.reported(process, "shielded")
        begun = watched.reported(process, "locking")
        covered = watched.reported(process, "covered")
        relatives = family(process.pid)[1:]
        process.send_signal(signal.SIGTERM)
        process.wait(LIMIT_SECONDS)
        there = [one for one in (process.pid, *relatives) if Path(f"/proc/{one}").exists()]
        short += [f"run {number}: process {one} is still there" for one in there if one != process.pid]
    return covered - begun, locked - begun, typed


def memory(profile: Profile, folder: Path) -> Outcome:
    if not Path("/proc/self/mem").exists():
        return Outcome(0, "programs searched", needs="the memory of processes in /proc")
    short: list[str] = []
    times: list[tuple[float, float, int]] = []
    runs = profile.pick(quick=1, full=20)
    for number in range(runs):
        try:
            # Once in a full run nobody presses a key, and the page is left alone.
            hurry = number > 0 or profile.name == "quick"
            times.append(_one(folder, number, short, hurry=hurry))
        except AssertionError as error:
            short.append(f"run {number}: {error}")
    blank = max((one[0] for one in times), default=0) * 1e3
    fresh = max((one[1] for one in times), default=0) * 1e3
    return Outcome(
        runs,
        "programs driven, locked and searched",
        tuple(short),
        f"at most {blank:.0f} ms from the key to the covered screen, {fresh:.0f} ms to the locked process's"
        f" first paint; what was refused stands {max((one[2] for one in times), default=0)} times in"
        " memory until it is forgotten, which takes a key, or a minute without one",
    )


TRIALS = (
    Trial(
        "memory",
        "after a lock, and once what was refused is forgotten, no key, passphrase, code or word is in the"
        " memory of any process of the program",
        memory,
        room="window",
    ),
)
