"""What a look at a text takes: a paragraph as it is typed, and 10,000 words at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from mentorjournal.checks.looking import Looking
from mentorjournal.checks.remedies import Remedy, remedied
from tests.bench.measure import Row, pairs
from tests.checks.measure import read

WORDS = 10_000
_WORD = re.compile(r"\w+")


def rows() -> Iterator[Row]:
    known, parts = read()
    sentences = [sentence.text for part in parts.values() for sentence in part]
    words = " ".join(sentences).split()
    long = " ".join((words * (WORDS // len(words) + 1))[:WORDS])
    paragraph = " ".join(words[:120])
    looking = Looking(known)
    # Beside it the plain thing: to go once over the words with one pattern and a list.
    listed = frozenset(known.people)

    def bare(text: str) -> int:
        return sum(found.group() in listed for found in _WORD.finditer(text))

    for what, text, aim in (
        ("check of a paragraph of 120 words", paragraph, "< 5 ms"),
        (f"check of a text of {WORDS:,} words", long, "< 100 ms"),
    ):
        yield pairs(what, partial(looking.find, text), partial(bare, text), rounds=15, aim=aim)
    finding = looking.find(long)[0]
    yield pairs(
        "one remedy in that text",
        partial(remedied, long, finding, Remedy.ROLE),
        partial(bare, long),
        rounds=15,
        aim="< 50 ms",
    )
