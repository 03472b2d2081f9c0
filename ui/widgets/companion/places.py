"""Where a finding stands: in Qt's units, after an edit beside it, and in a line too long to look at whole."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from mentorjournal.checks.finding import Finding

LONG = 4000
"""From this many characters on, a line is looked at piece by piece."""
PIECE = 1500

_WIDE = re.compile("[\U00010000-\U0010ffff]")
_SENTENCE_END = re.compile(r"(?<=[.!?…。！？؟।\u2028])\s+|\u2028")


@dataclass(frozen=True, slots=True, repr=False)
class Mark:
    """A finding in a line, from *start* to *end* in UTF-16 units as Qt counts them."""

    start: int
    end: int
    finding: Finding

    def __repr__(self) -> str:
        return f"Mark({self.start}:{self.end})"


def marks(text: str, found: Sequence[Finding]) -> tuple[Mark, ...]:
    wide = [] if text.isascii() else [letter.start() for letter in _WIDE.finditer(text)]
    return tuple(
        Mark(one.start + bisect_left(wide, one.start), one.end + bisect_left(wide, one.end), one)
        for one in found
    )


def units(text: str, place: int) -> int:
    """How many UTF-16 units stand before *place*: a letter beyond the first plane counts twice."""
    return place + len(_WIDE.findall(text, 0, place))


def carried(before: str, now: str, found: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings of *before* that an edit has left whole, at their places in *now*."""
    if before == now:
        return tuple(found)
    same, ahead = _same_around(before, now)
    moved = len(now) - len(before)
    kept = []
    for one in found:
        if one.end <= same:
            kept.append(one)
        elif one.start >= len(before) - ahead:
            kept.append(replace(one, start=one.start + moved, end=one.end + moved))
    return tuple(kept)


def changed_part(before: str, now: str) -> tuple[int, int, str]:
    """From where to where *before* was another, and what stands there in *now*."""
    same, ahead = _same_around(before, now)
    return same, len(before) - ahead, now[same : len(now) - ahead]


def _same_around(before: str, now: str) -> tuple[int, int]:
    """How many characters two texts have in common at their start and at their end."""
    most = min(len(before), len(now))
    same = _common(before, now, most)
    ahead = _common(before[::-1], now[::-1], most - same)
    return same, ahead


def _common(one: str, other: str, most: int) -> int:
    # Halving compares slices in C; letter by letter a long line would take longer than a key may.
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """*text* whole, or where it is long in pieces that end with a sentence, each with its place."""
    start = 0
    if len(text) > LONG:
        for gap in _SENTENCE_END.finditer(text):
            if gap.end() - start >= PIECE:
                yield start, text[start : gap.end()]
                start = gap.end()
        # A line without any end of a sentence: between words, or wherever it must.
        while len(text) - start > LONG:
            end = text.rfind(" ", start + 1, start + LONG) + 1 or start + LONG
            yield start, text[start:end]
            start = end
    yield start, text[start:]


def piece_with(text: str, finding: Finding) -> tuple[int, str]:
    """The piece of *text* that *finding* stands in, and where it begins."""
    for start, piece in pieces(text):
        if start <= finding.start and finding.end <= start + len(piece):
            return start, piece
    return 0, text


def looked_at(text: str, find: Callable[[str], Sequence[Finding]]) -> Iterator[tuple[Finding, ...]]:
    """What *find* finds in a line of any length, piece by piece."""
    for start, piece in pieces(text):
        yield tuple(
            replace(one, start=one.start + start, end=one.end + start) if start else one
            for one in find(piece)
        )
