"""The state machine of a user at the core: writes, takes back, searches, locks, is killed, moves house."""

from __future__ import annotations

import contextlib
import random
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from mentorjournal.errors import InvalidInput, MentorJournalError, NotFound
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.shelf import Shelf
from mentorjournal.journal.versions import BURST
from mentorjournal.model.blocks import Document
from mentorjournal.model.card import JournalId
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId
from mentorjournal.model.query import parse
from mentorjournal.vault.vault import Vault
from tests.clock import FixedClock, at
from tests.faults.anyuser import deeds
from tests.faults.anyuser.running import SameIds, Story
from tests.faults.anyuser.state import (
    State,
    Tables,
    apart,
    check_deed,
    check_index,
    differing,
    state_of,
    tables_of,
    texts_of,
)
from tests.faults.anyuser.texts import SPECIMENS, texts, words_in

SEEDS = st.binary(min_size=6, max_size=6)
"""What decides the details of a step; small numbers would come far too often."""


Act = Callable[[random.Random, str], None]


@dataclass(frozen=True)
class Done:
    """An act that can be taken back: *change* leads from *after* to *before*."""

    said: str
    change: Change
    before: tuple[State, Tables]
    after: tuple[State, Tables]


@dataclass
class Known:
    """What the model knows of one journal."""

    state: State
    tables: Tables
    generation: int
    done: list[Done] = field(default_factory=list)
    undone: list[Done] = field(default_factory=list)
    written: dict[str, datetime] = field(default_factory=dict)
    """When the words of an entry last changed."""


@dataclass(frozen=True)
class House:
    """A vault to begin from, and where copies of it may be made."""

    template: Path
    base: Path
    passphrase: str
    code: str


class AnyUser(RuleBasedStateMachine):
    """Plain dictionaries beside a real vault. Bound to a house and a story by `machine_in`."""

    house: House
    story: Story

    def __init__(self) -> None:
        super().__init__()
        self.story.begin()
        self.ids = SameIds()
        self.ids.begin()
        self.clock = FixedClock(at(2026, 3, 1, 9, 30))
        self.folder = self.house.base / "vault"
        self.beside = self.house.base / "beside"
        for place in (self.folder, self.beside):
            shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self.house.template, self.folder)
        self.passphrase, self.code = self.house.passphrase, self.house.code
        self.words: set[str] = set()
        self.names = 0
        self.shelf = self.opened()
        self.known: dict[str, Known] = {}
        for card in self.shelf.cards():
            self.meet(card.codename)

    # Getting about

    def opened(self) -> Shelf:
        return Shelf(Vault.unlock_with_code(self.folder, self.code), clock=self.clock)

    def meet(self, codename: str) -> None:
        journal = self.journal(codename)
        self.known[codename] = Known(*self.now(codename), journal.generation())

    def id(self, codename: str) -> JournalId:
        return self.shelf.card_named(codename).id

    def journal(self, codename: str) -> Journal:
        return self.shelf.open(self.id(codename)).journal

    def chosen(self, chance: random.Random) -> str:
        return chance.choice(sorted(self.known))

    def marked(self, text: str) -> str:
        """*text* with a word of its own, to be searched for."""
        word = f"w{len(self.words) + 1}x"
        self.words.add(word)
        return f"{text} {word} "

    def now(self, codename: str) -> tuple[State, Tables]:
        """What is there, with the word index up to date."""
        journal = self.journal(codename)
        journal.rest()
        return state_of(journal), tables_of(self.shelf, self.id(codename))

    # One act

    def do(self, codename: str, deed: deeds.Deed) -> None:
        self.story.step(f"{deed.said} in {codename}")
        known = self.known[codename]
        before = known.state, known.tables
        try:
            change = deed.act()
        except (InvalidInput, NotFound):
            self.story.refused += 1
            assert not differing(before[1], self.now(codename)[1]), "a refused act changed something"
            return
        after = self.now(codename)
        check_deed(deed, change, before[0], after[0])
        self.check_versions(codename, before[0], after[0])
        self.remember(codename, *after)
        if change.undo is None:
            known.done.clear()
        else:
            known.done.append(Done(deed.said, change, before, after))
        known.undone.clear()

    def remember(self, codename: str, state: State, tables: Tables) -> None:
        known, generation = self.known[codename], self.journal(codename).generation()
        assert generation > known.generation or state == known.state, "a change was not counted"
        for id in state.keys() | known.state.keys():
            was, is_now = known.state.get(id), state.get(id)
            if was is not is_now and was != is_now and words_in(was) != words_in(is_now):
                known.written[id] = self.clock.now
        known.state, known.tables, known.generation = state, tables, generation

    def check_versions(self, codename: str, before: State, after: State) -> None:
        """What an entry said is kept where it was emptied, or where it stood for longer than a burst."""
        journal, written = self.journal(codename), self.known[codename].written
        for id in before.keys() & after.keys():
            if before[id] == after[id] or (said := texts_of(before[id])) is None:
                continue
            kind, parts = said
            _, left = texts_of(after[id]) or (kind, ())  # how it was closed goes when it is opened again
            keys = {part.key for part in left}
            emptied = [part for part in parts if part.key not in keys]
            stood = written.get(id)
            old = left != parts and (stood is None or self.clock.now - stood >= BURST)
            if emptied or old:
                kept: list[Document] = [
                    part.text
                    for row in journal.versions.of(kind, EntryId(id))
                    for part in journal.versions.get(row.id).parts
                ]
                for part in parts if old else emptied:
                    assert part.text in kept, f"{part.label!r} of a {kind.value} went and no version has it"

    # What is done inside a journal

    @rule(seed=SEEDS, text=texts())
    def step(self, seed: bytes, text: str) -> None:
        chance = self.story.chance(seed)
        acts, weights = zip(*self.acts(), strict=True)
        chance.choices(acts, weights)[0](chance, text or chance.choice(SPECIMENS))

    def acts(self) -> tuple[tuple[Act, int], ...]:
        """What may be done next, and how often it is."""
        return (
            (partial(self.deed, deeds.adding), 16),
            (partial(self.deed, deeds.writing), 30),
            (partial(self.deed, deeds.acting), 24),
            (partial(self.deed, deeds.living), 14),
            (partial(self.deed, deeds.removing), 6),
            (partial(self.deed, deeds.restoring), 3),
            (self.undo, 24),
            (self.redo, 12),
            (self.wait, 8),
            (self.search, 6),
            (self.lock, 2),
            (self.kill, 2),
        )

    def deed(self, which: Callable[..., deeds.Deed | None], chance: random.Random, text: str) -> None:
        codename = self.chosen(chance)
        deed = which(self.journal(codename), chance, self.marked(text))
        if deed is not None:
            self.do(codename, deed)

    def undo(self, chance: random.Random, text: str) -> None:
        codename = self.chosen(chance)
        for _ in range(chance.randrange(1, 5)):
            self._back(codename, "undo", self.known[codename].done, self.known[codename].undone)

    def redo(self, chance: random.Random, text: str) -> None:
        codename = self.chosen(chance)
        for _ in range(chance.randrange(1, 5)):
            self._back(codename, "redo", self.known[codename].undone, self.known[codename].done)

    def _back(self, codename: str, way: str, pile: list[Done], other: list[Done]) -> None:
        if not pile:
            return
        done = pile.pop()
        self.story.step(f"{way} {done.said} in {codename}")
        assert done.change.undo is not None
        again = done.change.undo()
        state, tables = self.now(codename)
        off = apart(done.before[0], state)
        assert not off, f"{way} of “{done.said}” is not exact: {off}"
        wrong = differing(done.before[1], tables)
        assert not wrong, f"{way} of “{done.said}” is not exact in {wrong}"
        assert again.undo is not None, f"{way} of “{done.said}” cannot be taken back"
        self.check_versions(codename, self.known[codename].state, state)
        self.remember(codename, state, tables)
        other.append(Done(done.said, again, done.after, done.before))

    def wait(self, chance: random.Random, text: str) -> None:
        minutes = chance.choice((1, 4, 11, 60, 60 * 24, 60 * 24 * 40))
        self.story.step(f"wait {minutes}")
        self.clock.now += timedelta(minutes=minutes)

    def lock(self, chance: random.Random, text: str) -> None:
        self.story.step("lock")
        self.shelf.close()
        self.shelf = self.opened()
        self.come_back()

    def kill(self, chance: random.Random, text: str) -> None:
        """What lies on the disk at this moment, taken elsewhere; the process that had it open is no more."""
        self.story.step("kill")
        copy = self.place()
        shutil.copytree(self.folder, copy)
        (copy / "vault.lock").unlink(missing_ok=True)
        with contextlib.suppress(MentorJournalError):
            self.shelf.close()
        shutil.rmtree(self.folder)
        copy.rename(self.folder)
        self.shelf = self.opened()
        self.come_back()

    def come_back(self) -> None:
        """As after unlocking: the same to the last row, and nothing that was done can be taken back."""
        self.check_all()
        for codename, known in self.known.items():
            _, tables = self.now(codename)
            assert not differing(known.tables, tables), f"{codename} has other rows than before"
            known.done.clear()
            known.undone.clear()
        assert not self.shelf.vault.notices, f"told after nothing: {self.shelf.vault.notices}"

    def place(self) -> Path:
        self.names += 1
        self.beside.mkdir(exist_ok=True)
        return self.beside / f"{self.names}"

    def search(self, chance: random.Random, text: str) -> None:
        """What is there is found by a word and by a phrase of it; what is gone is not."""
        codename = self.chosen(chance)
        self.story.step(f"search in {codename}")
        journal, state = self.journal(codename), self.known[codename].state
        there = {id: words_in(value) for id, value in state.items()}
        for word in chance.sample(sorted(self.words), min(3, len(self.words))):
            found = {hit.id for hit in journal.find(parse(f'"{word}"'), limit=1000)}
            wanted = {id for id, words in there.items() if word in words.split() or f" {word} " in words}
            leaves = {id for id in wanted if id not in ("closure",) and not id.startswith("own")}
            assert leaves <= found, f"{word} is there and is not found"
            assert all(word in there.get(id, word) for id in found), f"{word} is gone and is found"
        self.search_phrase(codename, chance)
        check_index(self.shelf, self.id(codename))

    def search_phrase(self, codename: str, chance: random.Random) -> None:
        journal = self.journal(codename)
        name = chance.choice(("reflections", "sessions", "actions", "topics"))
        values = getattr(journal, name).all()
        if not values:
            return
        value = chance.choice(values)
        lines = [line for line in getattr(journal, name).words_of(value.id)[1].splitlines() if line.strip()]
        if not lines:
            return
        words = chance.choice(lines).replace('"', " ").split()[:6]
        query = parse('"' + " ".join(words) + '"')
        if not query.is_empty:
            found = {hit.id for hit in journal.find(query, limit=1000)}
            assert value.id in found, f"{' '.join(words)!a} of {name} is there and is not found"

    # The end

    def check_all(self, shelf: Shelf | None = None) -> None:
        """All that the model knows is in this vault, and nothing else."""
        shelf = shelf or self.shelf
        cards = {card.codename: card for card in shelf.cards()}
        assert set(cards) == set(self.known), "other journals are there than were made"
        for codename, known in self.known.items():
            journal = shelf.open(cards[codename].id).journal
            wrong = apart(known.state, state_of(journal))
            assert not wrong, f"{codename} is not as it was left: {wrong}"
            assert journal.generation() >= known.generation, f"{codename} has counted backwards"

    def teardown(self) -> None:
        try:
            if sys.exc_info()[0] is None:  # else this would be told instead of what went wrong
                for codename in self.known:
                    check_index(self.shelf, self.id(codename))
                self.check_all()
        finally:
            self.shelf.close()
            self.ids.end()
