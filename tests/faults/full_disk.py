"""A sitting on a disk of eight megabytes, which is filled to the brim while somebody writes."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from mentorjournal.errors import DiskFull, MentorJournalError
from mentorjournal.files import write_whole
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.reflection import Reflection
from mentorjournal.vault.reserve import RESERVE_BYTES
from mentorjournal.vault.vault import Vault
from tests.data.vaults.content import clock
from tests.faults.shim import Shim
from tests.faults.small_house import Secrets, build, derive_each_key_once, opened, reflection, said

DISK = 8 * 1024 * 1024
FULL = "on the full disk"


@dataclass
class Brim:
    """One sitting; *short* says what went wrong in it."""

    folder: Path
    secrets: Secrets
    chance: random.Random
    shim: Shim
    tried: Counter[str] = field(default_factory=Counter)
    short: list[str] = field(default_factory=list)
    kept: dict[str, Reflection] = field(default_factory=dict)

    def sit(self) -> None:
        shelf = Shelf(Vault.unlock_with_code(self.folder, self.secrets.code), clock=clock)
        journal = shelf.named("Heron").journal
        self.kept = {value.id: value for value in journal.reflections.all()}
        self._fill(shelf)
        self._expect(not (self.folder / "reserve").exists(), "the reserve was not given back")
        # What has to go on where nothing can be written any more:
        gone = self.chance.choice(sorted(self.kept))
        if self._goes_on("delete", lambda: journal.reflections.remove(self.kept[gone].id)):
            del self.kept[gone]
        self._goes_on("leave one's place", lambda: shelf.set_setting("place", {"typed": "words " * 2000}))
        page = self.folder.with_name("Heron.md")
        self._goes_on("export", lambda: write_whole(page, b"# Heron\n" * 5000))
        self._fill(shelf)
        self._refused_or_done("backup", shelf.back_up)
        self._goes_on("lock", shelf.close)
        self._look(FULL)
        self._expect(not (self.folder / "reserve").exists(), "the reserve is what fills the disk")
        self.shim.set_room(4 * DISK)
        shelf = Shelf(Vault.unlock_with_code(self.folder, self.secrets.code), clock=clock)
        new = reflection("There is room", "again")
        self._goes_on("save with room again", lambda: shelf.named("Heron").journal.reflections.add(new))
        self.kept[new.id] = new
        self._goes_on("backup with room again", shelf.back_up)
        shelf.close()
        self._look("with room again")
        there = (self.folder / "reserve").exists()
        self._expect(
            there and (self.folder / "reserve").stat().st_size == RESERVE_BYTES, "no reserve was made again"
        )

    def _fill(self, shelf: Shelf) -> None:
        """Save until the disk is full; what is refused is not there, and goes on being typed."""
        journal = shelf.named("Heron").journal
        for _ in range(10_000):
            new = reflection("Filling", "tortoise " * self.chance.choice((10, 1000, 20_000)))
            self.tried["save"] += 1
            try:
                journal.reflections.add(new)
            except DiskFull as error:
                self._expect("disk is full" in str(error), f"the refusal says: {error}")
                return
            except MentorJournalError as error:
                self.short.append(f"a save on the full disk: {type(error).__name__}: {error}")
                return
            self.kept[new.id] = new
        self.short.append("the disk never filled")

    def _goes_on(self, name: str, act: Callable[[], object]) -> bool:
        self.tried[name] += 1
        try:
            act()
        except MentorJournalError as error:
            self.short.append(f"{name}: {type(error).__name__}: {error}")
            return False
        return True

    def _refused_or_done(self, name: str, act: Callable[[], object]) -> None:
        self.tried[name] += 1
        try:
            act()
        except DiskFull:
            return
        except MentorJournalError as error:
            self.short.append(f"{name}: {type(error).__name__}: {error}")

    def _look(self, when: str) -> None:
        try:
            with opened(self.folder, self.secrets) as shelf:
                said(shelf, finds=when != FULL)  # the word index waits for room
                there = {value.id: value for value in shelf.named("Heron").journal.reflections.all()}
        except (MentorJournalError, AssertionError) as error:
            self.short.append(f"{when}: {type(error).__name__}: {error}")
            return
        lost, more = self.kept.keys() - there.keys(), there.keys() - self.kept.keys()
        self._expect(not lost, f"{when} {len(lost)} acknowledged saves are lost")
        self._expect(not more, f"{when} {len(more)} are there that were refused")
        self._expect(
            all(there[id].text == value.text for id, value in self.kept.items() if id in there),
            f"{when} a text is another one",
        )

    def _expect(self, holds: bool, otherwise: str) -> None:
        if not holds:
            self.short.append(otherwise)


def sit_to_the_brim(scratch: Path, rounds: int, seed: int) -> tuple[Counter[str], list[str]]:
    """Under the shim: so many sittings, each on a disk of its own."""
    derive_each_key_once()
    shim, tried, short = Shim(), Counter[str](), []
    for number in range(rounds):
        place = scratch / f"disk {number}"
        place.mkdir()
        secrets = build(place / "vault")
        used = sum(path.stat().st_size for path in place.rglob("*") if path.is_file())
        shim.watch(place)
        shim.set_room(DISK - used)
        brim = Brim(place / "vault", secrets, random.Random(f"{seed} {number}"), shim)
        brim.sit()
        shim.watch(scratch)
        tried += brim.tried
        short += [f"sitting {number}: {sentence}" for sentence in brim.short]
    return tried, short
