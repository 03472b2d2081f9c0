"""New entries with any text in them."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from mentorjournal.journal.journal import Journal
from mentorjournal.model.action import Action
from mentorjournal.model.blocks import Block, BlockKind, Document, Span, from_plain, normal
from mentorjournal.model.goal import Goal
from mentorjournal.model.ids import EntryId, new_block_id, new_entry_id
from mentorjournal.model.rating import Rating, RatingItem
from mentorjournal.model.reflection import Answer, LearningPoint, Reflection
from mentorjournal.model.session import NoteBlock, Session
from mentorjournal.model.topic import Topic
from mentorjournal.model.words import (
    ActionOwner,
    Choice,
    MeasureKind,
    Section,
    SessionKind,
    Visibility,
)

NOUNS = ("reflections", "sessions", "goals", "actions", "learning_points", "topics", "ratings")
"""What is added, written and removed by one and the same words; agreements and reviews have their own."""

EVERY_NOUN = (*NOUNS, "agreements", "reviews")


def new(name: str, journal: Journal, chance: random.Random, text: str) -> Any:
    """An entry of this noun that says *text* somewhere, and points at others that are there."""
    id, day = new_entry_id(), any_day(chance, journal.today())
    match name:
        case "reflections":
            return _reflection(journal, chance, text, id, day)
        case "sessions":
            long = len(text) > 250 or chance.random() < 0.6
            blocks = (note(chance, text if long else "a note"), note(chance, "another note"))
            kind = chance.choice((SessionKind.REGULAR, SessionKind.FIRST, SessionKind.CONTACT))
            return Session(id=id, day=day, kind=kind, title="" if long else text, blocks=blocks)
        case "goals":
            measure = chance.choice((MeasureKind.PERCENT, MeasureKind.MILESTONES, MeasureKind.NONE))
            return Goal(id=id, day=day, title="A goal", why=document(chance, text), measure=measure)
        case "actions":
            return Action(
                id=id,
                day=day,
                text=text,
                owner=chance.choice(list(ActionOwner)),
                is_promise=chance.random() < 0.5,
                due_on=chance.choice((None, day)),
                goal_id=any_id(journal, "goals", chance),
                session_id=any_id(journal, "sessions", chance),
            )
        case "topics":
            return Topic(
                id=id,
                day=day,
                text=text,
                order=chance.randrange(5000),
                session_id=any_id(journal, "sessions", chance),
                goal_id=any_id(journal, "goals", chance),
            )
        case "ratings":
            items = (RatingItem("How it goes"), RatingItem("How useful it is", "not", "very"))
            values = (chance.randrange(11), chance.choice((None, 4)))
            session = any_id(journal, "sessions", chance)
            return Rating(
                id=id,
                day=day,
                instrument_id="own",
                name="Own",
                items=items,
                values=values,
                note=text,
                session_id=session,
            )
    return LearningPoint(
        id=id,
        day=day,
        text=text,
        from_reflection_id=any_id(journal, "reflections", chance),
        visibility=any_of(Visibility, chance),
    )


def _reflection(journal: Journal, chance: random.Random, text: str, id: EntryId, day: date) -> Reflection:
    where = chance.randrange(3) if len(text) < 250 else chance.randrange(2)
    answer = Answer(step_id="1", prompt_text="What now?", text=document(chance, text if where == 1 else ""))
    return Reflection(
        id=id,
        day=day,
        title=text if where == 2 else "",
        text=document(chance, text if where == 0 else ""),
        answers=(answer,),
        tags=("a tag", f"t{chance.randrange(4)}"),
        session_id=any_id(journal, "sessions", chance),
        goal_id=any_id(journal, "goals", chance),
        returns_to=any_id(journal, "reflections", chance),
        revisit_on=chance.choice((None, journal.today())),
    )


def note(chance: random.Random, text: str) -> NoteBlock:
    sections = [one for one in Section if one is not Section.THEIR_WORDS]
    return NoteBlock(
        id=new_block_id(),
        section=chance.choice(sections),
        text=document(chance, text),
        visibility=any_of(Visibility, chance),
    )


def document(chance: random.Random, text: str) -> Document:
    """*text* as it is typed, or in spans and blocks of every kind."""
    if chance.random() < 0.5:
        return from_plain(text)
    cut = chance.randrange(len(text) + 1)
    spans = (
        Span(text[:cut], bold=chance.random() < 0.5, link=chance.choice(("", "https://example.org/?a=<b>"))),
        Span(text[cut:], italic=chance.random() < 0.5, code=chance.random() < 0.5),
    )
    kinds = [kind for kind in BlockKind if kind is not BlockKind.DIVIDER]
    level, done = chance.randrange(9), chance.random() < 0.5
    block = Block(kind=chance.choice(kinds), spans=spans, level=level, done=done)
    return normal((block, Block(kind=BlockKind.DIVIDER)) if chance.random() < 0.2 else (block,))


def any_day(chance: random.Random, today: date) -> date:
    return today - timedelta(days=chance.choice((0, 0, 0, 1, 9, 400)))


def any_of(choices: type[Choice], chance: random.Random) -> Any:
    return chance.choice(list(choices))


def any_id(journal: Journal, name: str, chance: random.Random) -> EntryId | None:
    if chance.random() < 0.5:
        return None
    ids = all_ids(journal, name)
    return chance.choice(ids) if ids else None


def all_ids(journal: Journal, name: str) -> Sequence[EntryId]:
    everything: Callable[[], list[Any]] = getattr(journal, name).all
    return [value.id for value in everything()]
