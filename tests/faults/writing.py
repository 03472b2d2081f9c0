"""A writing process killed again and again in one vault, held against all that it said."""

from __future__ import annotations

import contextlib
import random
from pathlib import Path

from mentorjournal.journal.journal import NEWEST_SCHEMA
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.query import parse
from mentorjournal.vault.sealing import FLOOR
from mentorjournal.vault.vault import Vault
from tests.faults.home import Entries, apply, empty_entries, kept
from tests.faults.killing import FailedByItself, killed
from tests.faults.writer import relationship, write_for_ever

LONGEST = 0.08
"""Seconds that a writer lives at most, half of them from unlocking on and half from their first act on."""

OURS = {"vault.keys", "vault.keys.copy", "index.mjdb", "journals", "reserve", "vault.lock"}


class Writing:
    """What must be in the vault after all that was acknowledged, and what fell short of it."""

    def __init__(self, place: Path, seed: int) -> None:
        self._folder = place / "vault"
        self._seed = seed
        vault, made = Vault.create(self._folder, "x", cost=FLOOR)
        self._code = "-".join(made.groups())
        with contextlib.closing(Shelf(vault)) as shelf:
            for codename in ("Bird 0", "Bird 1"):
                shelf.add(relationship(codename))
        self._entries = empty_entries()
        self.acknowledged = self.unfinished = 0
        self.short: list[str] = []

    def kill(self, number: int) -> None:
        """Let a process write for a random while, kill it, and compare."""
        chance = random.Random(f"{self._seed} {number}")
        until = 2 if number % 2 else 0
        said = []
        try:
            heard = killed(
                write_for_ever,
                self._folder,
                self._code,
                self._seed * 100_000 + number,
                until=until,
                within=LONGEST,
                chance=chance,
            )
            said = self._compared(heard, chance)
        except FailedByItself as error:
            said = [str(error)]
        self.short += [f"seed {self._seed}, writer {number}: {one}" for one in said]

    def _compared(self, heard: list[object], chance: random.Random) -> list[str]:
        under_way = None
        for one in heard:
            if one == "done":
                assert under_way is not None
                apply(self._entries, *under_way)
                under_way = None
                self.acknowledged += 1
            else:
                under_way = one
        self.unfinished += under_way is not None
        with contextlib.closing(Shelf(Vault.unlock_with_code(self._folder, self._code))) as shelf:
            there, said = _filled(kept(shelf)), []
            if there != _filled(self._entries) and under_way is not None:
                apply(self._entries, *under_way)  # it was kept whole before it could be acknowledged
            if there != _filled(self._entries):
                said.append("something is there or gone that nobody wrote")
                self._entries = empty_entries() | there
            said += _whole(shelf, chance)
        strangers = {path.name for path in self._folder.iterdir()}
        return [*said, *([] if strangers == OURS else [f"left lying about: {strangers - OURS}"])]


def _filled(entries: Entries) -> Entries:
    return {place: values for place, values in entries.items() if values}


def _whole(shelf: Shelf, chance: random.Random) -> list[str]:
    """Every byte is whole, every card tells what its journal holds, and what is there is found."""
    said = []
    for card in shelf.cards():
        opened = shelf.open(card.id)
        counts = opened.journal.counts()
        if shelf.is_older_than_remembered(card.id):
            said.append("a journal is called an older copy")
        if (card.entries, card.generation) != (counts.entries, opened.journal.generation()):
            said.append("a card does not say what its journal holds")
        if (card.goals_active, card.actions_open) != (counts.goals_active, counts.actions_open):
            said.append("a card counts wrongly")
        reflections = opened.journal.reflections.all()
        if reflections:
            wanted = chance.choice(reflections)
            found = opened.journal.find(parse(f"{wanted.answers[0].text[0].text.split()[0]} kind:reflection"))
            if [hit.id for hit in found] != [wanted.id]:
                said.append("what is there is not found")
    return [*said, *(f"verify: {one}" for one in shelf.vault.verify(newest=NEWEST_SCHEMA))]
