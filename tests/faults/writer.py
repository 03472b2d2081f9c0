"""A process that writes through the real shelf, and says what it is about to do and what is done."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from typing import Any

from mentorjournal.journal.journal import Journal
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.action import Action
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.goal import CheckIn, Goal, StatusChange
from mentorjournal.model.ids import new_block_id, new_check_in_id, new_entry_id
from mentorjournal.model.rating import Rating, RatingItem
from mentorjournal.model.reflection import Answer, LearningPoint, Reflection
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.session import NoteBlock, Session
from mentorjournal.model.topic import Topic
from mentorjournal.model.words import GoalStatus, RelationshipType, Role
from mentorjournal.vault.vault import Vault

NOUNS = ("reflections", "sessions", "goals", "actions", "learning_points", "topics", "ratings")
MOST_ENTRIES = 40
"""In a journal; beyond, one is removed for each that is added."""

Expected = dict[str, Any]
"""What an act makes of the entries it touches: a value for each id, None when it is gone."""


def write_for_ever(folder: Path, code: str, seed: int, pipe: Pipe) -> None:
    """Unlock, act some times, lock, and again; before each act its expectation is sent, after it "done"."""
    chance = random.Random(seed)
    while True:
        shelf = Shelf(Vault.unlock_with_code(folder, code))
        for _ in range(chance.randrange(3, 12)):
            _one_act(shelf, chance, pipe)
        shelf.close()


def _one_act(shelf: Shelf, chance: random.Random, pipe: Pipe) -> None:
    cards = shelf.cards()
    if len(cards) < 2 or (chance.random() < 0.02 and len(cards) < 4):
        shelf.add(relationship(f"Bird {len(cards)}"))
        return
    card = chance.choice(cards)
    journal = shelf.open(card.id).journal
    name = chance.choice(NOUNS)
    kind = chance.random()
    if kind < 0.1:
        shelf.rest()
        return
    if kind < 0.2:
        new = [new_entry(name, chance) for _ in range(chance.randrange(2, 9))]
        expected, act = {value.id: value for value in new}, lambda: _together(journal, name, new)
    else:
        expected, act = _changed(journal, name, chance)
    pipe.send((card.codename, name, expected))
    act()
    pipe.send("done")


def relationship(codename: str) -> Relationship:
    return Relationship(codename=codename, my_role=Role.MENTOR, type=RelationshipType.INFORMAL)


def _together(journal: Journal, name: str, new: list[Any]) -> None:
    with journal.together():
        for value in new:
            getattr(journal, name).add(value)


def _changed(journal: Journal, name: str, chance: random.Random) -> tuple[Expected, Callable[[], object]]:
    noun = getattr(journal, name)
    there = noun.all()
    if len(there) > MOST_ENTRIES or (there and chance.random() < 0.1):
        gone = chance.choice(there)
        return {gone.id: None}, lambda: noun.remove(gone.id)
    if not there or chance.random() < 0.3:
        new = new_entry(name, chance)
        return {new.id: new}, lambda: noun.add(new)
    old = chance.choice(there)
    if name == "goals" and chance.random() < 0.5:
        check_in = CheckIn(
            id=new_check_in_id(), day=old.day, value=chance.randrange(100), what_moved_it=_text(chance)
        )
        history = old.history
        if old.status is not GoalStatus.IN_PROGRESS:
            begun = StatusChange(day=journal.today(), status=GoalStatus.IN_PROGRESS)
            history = (StatusChange(day=old.day, status=old.status), begun)
        check_ins = (*old.check_ins, check_in)
        after = replace(old, check_ins=check_ins, status=GoalStatus.IN_PROGRESS, history=history)
        return {old.id: after}, lambda: noun.check_in(old.id, check_in)
    new = _again(old, chance)
    return {old.id: new}, lambda: noun.write(new)


def _words(chance: random.Random) -> Iterator[str]:
    while True:
        yield f"w{chance.randrange(10**9)}"


def _text(chance: random.Random, most: int = 20) -> str:
    return " ".join(word for word, _ in zip(_words(chance), range(chance.randrange(1, most)), strict=False))


def new_entry(name: str, chance: random.Random) -> Any:
    """An entry with words of its own."""
    day = date(2026, 1, 1) + timedelta(days=chance.randrange(300))
    id, text = new_entry_id(), _text(chance)
    match name:
        case "reflections":
            answer = Answer(step_id="1", prompt_text="What now?", text=from_plain(_text(chance, 400)))
            tags = (f"t{chance.randrange(9)}",)
            return Reflection(
                id=id, day=day, title=text, text=from_plain(_text(chance)), answers=(answer,), tags=tags
            )
        case "sessions":
            blocks = tuple(
                NoteBlock(id=new_block_id(), text=from_plain(_text(chance, 200))) for _ in range(3)
            )
            return Session(id=id, day=day, title=text, blocks=blocks)
        case "goals":
            return Goal(id=id, day=day, title=text[:60].strip(), why=from_plain(_text(chance)))
        case "actions":
            return Action(id=id, day=day, text=text)
        case "topics":
            return Topic(id=id, day=day, text=text, order=chance.randrange(9))
        case "ratings":
            item, value = RatingItem(text[:60].strip()), chance.randrange(11)
            return Rating(id=id, day=day, instrument_id="own", name="Own", items=(item,), values=(value,))
    return LearningPoint(id=id, day=day, text=text[:200].strip())


def _again(old: Any, chance: random.Random) -> Any:
    """The entry with other words in it."""
    text = _text(chance)
    match old:
        case Reflection():
            return replace(old, text=from_plain(_text(chance, 600)))
        case Session():
            return replace(old, blocks=(replace(old.blocks[-1], text=from_plain(text)), *old.blocks[:-1]))
        case Goal():
            return replace(old, why=from_plain(text))
        case Action() | Topic():
            return replace(old, text=text)
        case Rating():
            return replace(old, note=text)
    return replace(old, text=text[:200].strip())
