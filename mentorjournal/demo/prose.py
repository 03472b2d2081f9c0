"""Generated writing for measuring: words as unevenly spread as in a real journal, the same every time."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import resources
from itertools import accumulate

import yaml

from mentorjournal.demo.sample import sample_id
from mentorjournal.model.blocks import Block, BlockKind, Document, Span
from mentorjournal.model.ids import BlockId
from mentorjournal.model.reflection import Reflection
from mentorjournal.model.session import NoteBlock, Session
from mentorjournal.model.words import Mode, ReflectionTiming, Section, SessionKind, SessionStatus

ENTRY_BYTES = 1500
ACCENTED = 5
"""One entry in so many holds letters with accents."""
EAST_ASIAN = 20
"""One entry in so many holds Chinese, Japanese or Korean."""
CONTACT = 10
"""One entry in so many is a contact between sessions; all others are reflections."""


@dataclass(frozen=True, slots=True)
class _Stock:
    """Lists of words, each the commoner the earlier it stands, with the running weights of that."""

    sentences: tuple[str, ...]
    accented: tuple[str, ...]
    east_asian: tuple[str, ...]
    titles: tuple[str, ...]
    topics: tuple[str, ...]
    places: tuple[str, ...]
    weights: dict[int, tuple[float, ...]]

    def pick(self, words: Sequence[str], chance: random.Random) -> str:
        return chance.choices(words, cum_weights=self.weights[len(words)])[0]


def bulk(codename: str, count: int, first: date, last: date) -> Iterator[Reflection | Session]:
    """*count* entries on days from *first* to *last*, in order of their days."""
    chance = random.Random(f"Mentor Journal sample: {codename}")
    days = (last - first).days
    for number in range(count):
        day = first + timedelta(days=number * (days + 1) // count)
        title, text = _note(chance, number)
        id = sample_id(codename, "bulk", number)
        if number % CONTACT == CONTACT - 1:
            block = NoteBlock(
                id=BlockId(sample_id(codename, "bulk-block", number)), section=Section.DISCUSSED, text=text
            )
            yield Session(
                id=id,
                day=day,
                kind=SessionKind.CONTACT,
                status=SessionStatus.HELD,
                mode=Mode.WRITTEN,
                minutes=chance.randrange(5, 31, 5),
                title=title,
                blocks=(block,),
            )
        else:
            yield Reflection(
                id=id, day=day, title=title, text=text, timing=chance.choice(list(ReflectionTiming))
            )


def _note(chance: random.Random, number: int) -> tuple[str, Document]:
    stock = _stock()
    blocks: list[Block] = []
    kind = BlockKind.PARAGRAPH
    special = []
    if number % ACCENTED == 0:
        special.append(chance.choice(stock.accented))
    if number % EAST_ASIAN == 0:
        special.append(chance.choice(stock.east_asian))
    size = 0
    while size < ENTRY_BYTES - 60:
        sentences = [
            _filled(stock.pick(stock.sentences, chance), chance) for _ in range(chance.randint(2, 5))
        ]
        if special:
            sentences.append(special.pop())
        text = " ".join(sentences)
        room = ENTRY_BYTES + 60 - size
        if len(text.encode()) > room and blocks:
            text = sentences[-1]
        size += len(text.encode()) + 1
        blocks.append(Block(kind=kind, spans=(Span(text),)))
        kind = chance.choices((BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.QUOTE), (7, 3, 1))[0]
    return _filled(stock.pick(stock.titles, chance), chance), tuple(blocks)


def _filled(sentence: str, chance: random.Random) -> str:
    stock = _stock()
    if "{topic}" in sentence:
        sentence = sentence.replace("{topic}", stock.pick(stock.topics, chance))
    if "{place}" in sentence:
        sentence = sentence.replace("{place}", stock.pick(stock.places, chance))
    return sentence


@cache
def _stock() -> _Stock:
    text = resources.files("resources").joinpath("sample/stock.yaml").read_text(encoding="utf-8")
    data: dict[str, list[str]] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    places = [front + back for back in data["place_ends"] for front in data["place_starts"]]
    # A fixed order far from the alphabet, so that common and rare places do not sort together.
    random.Random("places").shuffle(places)
    lists = {**{name: tuple(words) for name, words in data.items()}, "places": tuple(places)}
    return _Stock(
        sentences=lists["sentences"],
        accented=lists["accented"],
        east_asian=lists["east_asian"],
        titles=lists["titles"],
        topics=lists["topics"],
        places=lists["places"],
        weights={len(words): _weights(len(words)) for words in lists.values()},
    )


def _weights(count: int) -> tuple[float, ...]:
    """Zipf's law with Mandelbrot's shift, gentler on a short list, whose words would wear out."""
    shift = 8 if count < 100 else 1
    return tuple(accumulate(1 / (rank + shift) for rank in range(count)))
