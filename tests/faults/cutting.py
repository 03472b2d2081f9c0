"""Power cuts in a recorded sitting: what is left is opened, and held against what had been acknowledged."""

from __future__ import annotations

import json
import pickle
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mentorjournal.errors import MentorJournalError, WrongPassphrase, WrongRecoveryCode
from mentorjournal.journal.journal import NEWEST_SCHEMA
from mentorjournal.journal.shelf import Shelf
from mentorjournal.vault.vault import Vault
from tests.data.vaults.content import clock
from tests.faults.power import WAYS, Event, events
from tests.faults.shim import Shim
from tests.faults.sitting import migrate, work
from tests.faults.small_house import (
    derive_each_key_once,
    reflection,
    said_by_backups,
    strangers,
    words_of,
)


@dataclass(frozen=True, slots=True)
class Told:
    """What was acknowledged: what the vault says, and what opens it."""

    act: str
    state: dict[str, Any]
    passphrase: str
    code: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """One power cut; *problem* is empty where all is there."""

    sitting: str
    step: int
    way: str
    during: str
    problem: str = ""

    def __str__(self) -> str:
        during = f"during “{self.during}”" if self.during else "between two acts"
        return f"{self.sitting}, cut after step {self.step} {during}, of what was not synced {self.way}"


class Recording:
    """A sitting that was recorded once and can be cut anywhere."""

    def __init__(self, name: str, scratch: Path) -> None:
        self.name = name
        self.events = events(scratch / f"{name}.record")
        self._begin = (scratch / f"{name}.disk").read_bytes()
        self._marks = [
            (number, json.loads(event.data)) for number, event in enumerate(self.events) if event.kind == "m"
        ]

    def known_at(self, step: int) -> tuple[Told, Told | None]:
        """What is acknowledged by then, and what the act that was under way would have acknowledged."""
        before = [_told(mark) for number, mark in self._marks if number < step and "done" in mark]
        after = [_told(mark) for number, mark in self._marks if number >= step and "done" in mark]
        under_way = "begin" in [mark for number, mark in self._marks if number < step][-1]
        return before[-1], (after[0] if under_way and after else None)

    def first_step(self) -> int:
        """From where on something is acknowledged."""
        return next(number for number, mark in self._marks if "done" in mark) + 1

    def cuts(self, count: int, seed: int) -> Iterator[tuple[int, str, random.Random]]:
        """Where and how to cut; those that come first cut the sitting evenly."""
        chance = random.Random(f"{seed} {self.name}")
        first, last = self.first_step(), len(self.events)
        for number in range(count):
            step = chance.randint(
                first + (last - first) * number // count, first + (last - first) * (number + 1) // count
            )
            way = WAYS[number % len(WAYS)]
            yield step, way, random.Random(f"{seed} {self.name} {step} {way}")

    def tried(self, folder: Path, cuts: list[tuple[int, str, random.Random]]) -> list[Cut]:
        """Cut at each of these places; in order, so that what was done is done again only once."""
        disk, done, found = pickle.loads(self._begin), 0, []
        for step, way, chance in sorted(cuts, key=lambda cut: cut[0]):
            for event in self.events[done:step]:
                disk.do(event)
            done = max(done, step)
            shutil.rmtree(folder, ignore_errors=True)
            disk.cut(folder, way, chance)
            told, under_way = self.known_at(step)
            cut = Cut(sitting=self.name, step=step, way=way, during=under_way.act if under_way else "")
            found.append(_with_problem(cut, folder / "vault", told, under_way))
        return found


def _told(mark: dict[str, Any]) -> Told:
    passphrase, code = mark["secrets"]
    return Told(mark["done"], mark["state"], passphrase, code, tuple(mark["codes"]))


def _with_problem(cut: Cut, vault: Path, told: Told, under_way: Told | None) -> Cut:
    try:
        _judge(vault, told, under_way)
    except (MentorJournalError, AssertionError, OSError) as error:
        problem = f"{type(error).__name__}: {str(error)[:300]}"
        return Cut(sitting=cut.sitting, step=cut.step, way=cut.way, during=cut.during, problem=problem)
    return cut


def _judge(vault: Path, told: Told, under_way: Told | None) -> None:
    """AssertionError, or whatever the vault raises, where something is lost."""
    expected = [told, *([under_way] if under_way else [])]
    shelf = _by_code(vault, expected)
    try:
        there = _state(shelf, vault, expected)
        backups = there.pop("backups")
        wanted = [{key: one.state[key] for key in there} for one in expected]
        assert there in wanted, f"what was acknowledged is not there: {_lost(there, wanted)}"
        for kept in expected[0].state["backups"] if under_way is None else ():
            assert kept in backups, "a backup is lost"
        assert not under_way or any(set(one.state["backups"]) <= set(backups) for one in expected), (
            "a backup is lost"
        )
        assert shelf.vault.verify(newest=NEWEST_SCHEMA) == [], "the vault is not whole"
        shelf.open(shelf.cards()[0].id).journal.reflections.add(reflection("After the cut", "It goes on."))
    finally:
        shelf.close()
    _by_passphrase(vault, expected)
    left = [name for name in strangers(vault) if not name.startswith(".2")]  # these go with the next backup
    assert left == [], f"something is left over: {left}"


def _by_code(vault: Path, expected: list[Told]) -> Shelf:
    for number, one in enumerate(expected, start=1):
        try:
            return Shelf(Vault.unlock_with_code(vault, one.code), clock=clock)
        except WrongRecoveryCode:
            if number == len(expected):
                raise
    raise AssertionError


def _by_passphrase(vault: Path, expected: list[Told]) -> None:
    for number, one in enumerate(expected, start=1):
        try:
            return Vault.unlock(vault, one.passphrase, read_only=True).close()
        except WrongPassphrase:
            if number == len(expected):
                raise
    raise AssertionError


def _state(shelf: Shelf, vault: Path, expected: list[Told]) -> dict[str, Any]:
    journals = {card.codename: words_of(shelf.open(card.id).journal) for card in shelf.cards()}
    for card in shelf.cards():
        assert not shelf.is_older_than_remembered(card.id), "a journal is older than remembered"
    state = {"journals": journals, "place": shelf.setting("place")}
    plain: dict[str, Any] = json.loads(json.dumps(state))
    return {**plain, "backups": said_by_backups(vault, expected[-1].codes)}


def _lost(there: dict[str, Any], wanted: list[dict[str, Any]]) -> str:
    names = sorted(there["journals"])
    parts = [
        f"{name}/{noun}: {len(there['journals'].get(name, {}).get(noun, ()))} of {len(content)}"
        for name, journal in wanted[0]["journals"].items()
        for noun, content in journal.items()
        if there["journals"].get(name, {}).get(noun) != content
    ]
    return f"journals {names}; {', '.join(parts[:4]) or 'place'}"


SITTINGS = {"work": 0.7, "v1": 0.1, "v2": 0.1, "v3": 0.05, "v4": 0.05}
"""Each with its share of the cuts."""


def record(scratch: Path, name: str) -> Recording:
    """Under the shim: sit once."""
    place, shim = scratch / name / "place", Shim()
    place.mkdir(parents=True)
    kept = scratch / f"{name}.record"
    if name == "work":
        work(place, shim, kept)
    else:
        migrate(place, shim, kept, name)
    return Recording(name, scratch)


def try_cuts(scratch: Path, count: int, seed: int) -> list[Cut]:
    """Under the shim: sit, and cut so often."""
    derive_each_key_once()
    found = []
    for name, share in SITTINGS.items():
        recording = record(scratch, name)
        cuts = list(recording.cuts(max(1, round(count * share)), seed))
        found += recording.tried(scratch / "left", cuts)
    return found


def syncs_of_key_files(recorded: list[Event]) -> list[str]:
    """What was done to the key files and their folder, as a word of letters for each file that was written:
    its creation, writing and sync, its rename, and the sync of its folder.
    """
    words: list[str] = []
    for event in recorded:
        mine = ".vault.keys" in event.one or event.one.endswith("/vault")
        if event.kind == "c" and ".vault.keys" in event.one:
            words.append("")
        if words and mine and event.kind in "cwsrt":
            words[-1] += "S" if event.one.endswith("/vault") else event.kind
    return words
