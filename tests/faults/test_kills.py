"""A writing process is killed -9 at any moment: every acknowledged save is there, and nothing is broken."""

from __future__ import annotations

import multiprocessing
import random
import signal
import time
from collections import defaultdict
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from typing import Any

import pytest

from mentorjournal.journal.journal import NEWEST_SCHEMA
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.query import parse
from mentorjournal.vault.sealing import FLOOR
from mentorjournal.vault.vault import Vault
from tests.faults.writer import NOUNS, Expected, relationship, write_for_ever

LONGEST = 0.08
"""Seconds that a writer lives at most, half of them from unlocking on and half from their first act on."""

WRITERS = multiprocessing.get_context("forkserver")  # a clean process with everything imported, to fork from
WRITERS.set_forkserver_preload(["__main__", "tests.faults.writer"])

Entries = dict[tuple[str, str], Expected]
"""By codename and noun: every entry that was acknowledged."""


def killed_while_writing(folder: Path, code: str, seed: int) -> list[Any]:
    """Let a process write for a random while, kill it -9, and return all that it said."""
    listening, talking = WRITERS.Pipe(duplex=False)
    writer = WRITERS.Process(target=write_for_ever, args=(folder, code, seed, talking))
    writer.start()
    talking.close()
    heard: list[Any] = []
    while seed % 2 and len(heard) < 2 and _hear(listening, heard, 10):
        pass
    end = time.monotonic() + random.Random(-seed).random() * LONGEST
    while (left := end - time.monotonic()) > 0 and _hear(listening, heard, left):
        pass
    writer.kill()
    while _hear(listening, heard, None):  # what was said before the kill still counts
        pass
    writer.join()
    listening.close()
    assert writer.exitcode == -signal.SIGKILL, "the writer failed by itself"
    return heard


def _hear(pipe: Pipe, heard: list[Any], patience: float | None) -> bool:
    try:
        if not pipe.poll(patience):
            return patience is not None and patience > 0
        heard.append(pipe.recv())
    except EOFError:
        return False
    return True


def kept(shelf: Shelf) -> Entries:
    return {
        (card.codename, noun): {value.id: value for value in getattr(shelf.open(card.id).journal, noun).all()}
        for card in shelf.cards()
        for noun in NOUNS
    }


def apply(entries: Entries, codename: str, noun: str, expected: Expected) -> None:
    for id, value in expected.items():
        if value is None:
            entries[codename, noun].pop(id)
        else:
            entries[codename, noun][id] = value


def check(shelf: Shelf, chance: random.Random) -> None:
    """Every byte is whole, every card tells what its journal holds, and what is there is found."""
    for card in shelf.cards():
        opened = shelf.open(card.id)
        counts = opened.journal.counts()
        assert not shelf.is_older_than_remembered(card.id)
        assert (card.entries, card.generation) == (counts.entries, opened.journal.generation())
        assert (card.goals_active, card.actions_open) == (counts.goals_active, counts.actions_open)
        reflections = opened.journal.reflections.all()
        if reflections:
            wanted = chance.choice(reflections)
            found = opened.journal.find(parse(f"{wanted.answers[0].text[0].text.split()[0]} kind:reflection"))
            assert [hit.id for hit in found] == [wanted.id]
    assert shelf.vault.verify(newest=NEWEST_SCHEMA) == []


def test_killed_at_any_moment_no_acknowledged_save_is_lost(
    tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    folder = tmp_path / "vault"
    vault, made = Vault.create(folder, "x", cost=FLOOR)
    code = "-".join(made.groups())
    shelf = Shelf(vault)
    for codename in ("Bird 0", "Bird 1"):
        shelf.add(relationship(codename))
    shelf.close()
    entries: Entries = defaultdict(dict)
    acknowledged = unfinished = 0
    chance = random.Random(3)
    for seed in range(pytestconfig.getoption("--kills")):
        heard = killed_while_writing(folder, code, seed)
        under_way = None
        for said in heard:
            if said == "done":
                assert under_way is not None
                apply(entries, *under_way)
                under_way = None
                acknowledged += 1
            else:
                under_way = said
        shelf = Shelf(Vault.unlock_with_code(folder, code))
        try:
            found = kept(shelf)
            there = {place: values for place, values in found.items() if values}
            if there != {place: values for place, values in entries.items() if values}:
                assert under_way is not None, f"kill {seed}: something is there or gone that nobody wrote"
                apply(entries, *under_way)  # it was kept whole before it could be acknowledged
                assert there == {place: values for place, values in entries.items() if values}, f"kill {seed}"
            check(shelf, chance)
        finally:
            shelf.close()
        unfinished += under_way is not None
        strangers = {path.name for path in folder.iterdir()} - {"vault.keys", "vault.keys.copy"}
        assert strangers == {"index.mjdb", "journals", "reserve", "vault.lock"}
    assert acknowledged >= seed // 2 and unfinished
