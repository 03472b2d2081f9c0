"""Text to measure with: some 1,500 bytes an entry from a stock of words as unequal as in real language."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import accumulate

from mentorjournal.journal.journal import Journal
from mentorjournal.model.blocks import Block, Document, Span
from mentorjournal.model.ids import EntryId
from mentorjournal.model.reflection import Reflection
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipType, Role

COMMON, RARE = "mentoring", "heliotrope"
_SYLLABLES = (
    "ka",
    "lo",
    "mi",
    "ren",
    "sta",
    "tu",
    "vel",
    "nor",
    "é",
    "qui",
    "dra",
    "pon",
    "shi",
    "ber",
    "ox",
)
_JAPANESE = ("目標を一緒に見直した", "次の面談まで考える", "良い質問だった")


class Corpus:
    """The same entries each time. *COMMON* stands in one entry of four, *RARE* in one of a thousand."""

    def __init__(self, seed: int = 7) -> None:
        self._random = random.Random(seed)
        self._words = [
            "".join(self._random.choices(_SYLLABLES, k=self._random.randint(2, 5))) for _ in range(60_000)
        ]
        self._weights = list(accumulate(1 / (rank + 2) for rank in range(len(self._words))))

    def text(self, number: int) -> Document:
        words = self._random.choices(self._words, cum_weights=self._weights, k=200)
        if number % 4 == 0:
            words[17] = COMMON
        if number % 1000 == 0:
            words[29] = RARE
        if number % 20 == 0:
            words[41] = self._random.choice(_JAPANESE)
        return tuple(Block(spans=(Span(" ".join(words[at : at + 40])),)) for at in range(0, 200, 40))

    def reflection(self, number: int) -> Reflection:
        return Reflection(
            id=EntryId(f"{number:032d}"),
            day=date(2016, 1, 1) + timedelta(days=number // 28),
            title=f"Entry {number}",
            text=self.text(number),
        )


def fill(journal: Journal, entries: int) -> None:
    corpus = Corpus()
    journal.describe(
        Relationship(codename="Heron", my_role=Role.MENTOR, type=RelationshipType.LONG_TERM_FORMAL)
    )
    for start in range(0, entries, 1000):
        with journal.together():
            for number in range(start, min(start + 1000, entries)):
                journal.reflections.add(corpus.reflection(number))
        journal.rest()
