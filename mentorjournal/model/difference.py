"""What changed between two versions of a text, by words: what stayed, what was added, what was removed.

Texts are compared paragraph by paragraph first and by words only where paragraphs differ. What stands once on
either side anchors the two, so that 100,000 characters take a moment however they were changed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

from mentorjournal.model.blocks import to_plain
from mentorjournal.model.revision import ANSWER, Part

MOST_PAIRS = 40_000
"""Of words on both sides that are compared each with each; beyond them only anchors are looked for."""

# A word, a single character where words are not set apart, a mark, or what stands between.
_WORDS = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+(?:['’-]\w+)*"
    r"|\s+|[^\w\s]"
)
_PARAGRAPHS = re.compile(r"[^\n]*\n|[^\n]+")


class RunKind(StrEnum):
    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text. What is same or added is the new text; what is same or removed is the old one."""

    kind: RunKind
    text: str

    def __repr__(self) -> str:
        return f"Run({self.kind.value}, {len(self.text)} characters)"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PartDifference:
    """One text of an entry, then and now."""

    label: str
    runs: tuple[Run, ...]

    @property
    def is_changed(self) -> bool:
        return any(run.kind is not RunKind.SAME for run in self.runs)

    def __repr__(self) -> str:
        return f"PartDifference({len(self.runs)} runs)"


_Pair = tuple[Sequence[str], Sequence[str]]


def difference(old: str, new: str) -> tuple[Run, ...]:
    """From *old* to *new*. Runs of one kind never follow each other; what was removed stands before what was
    added in its place.
    """
    runs: list[Run] = []
    for same, (before, after) in _aligned(_PARAGRAPHS.findall(old), _PARAGRAPHS.findall(new)):
        if same:
            runs.append(Run(RunKind.SAME, "".join(before)))
        else:
            runs += _by_words("".join(before), "".join(after))
    return _tidy(runs)


def part_differences(old: Sequence[Part], new: Sequence[Part]) -> tuple[PartDifference, ...]:
    """Every text of either version, in the order of the new one; what is only in the old one stands where it
    stood.
    """
    after = {_key(part): part for part in new}
    order = [_key(part) for part in new]
    place = 0
    for part in old:
        if _key(part) in after:
            place = order.index(_key(part)) + 1
        else:
            order.insert(place, _key(part))
            place += 1
    before = {_key(part): part for part in old}
    found = []
    for key in order:
        was, now = before.get(key), after.get(key)
        label = (now or was or Part("", "", ())).label
        texts = [to_plain(part.text) if part else "" for part in (was, now)]
        found.append(PartDifference(label=label, runs=difference(*texts)))
    return tuple(found)


def counted(parts: Sequence[PartDifference]) -> tuple[int, int]:
    """How many words were added and how many removed."""
    counts: Counter[RunKind] = Counter()
    for part in parts:
        for run in part.runs:
            counts[run.kind] += sum(any(map(str.isalnum, word)) for word in run.text.split())
    return counts[RunKind.ADDED], counts[RunKind.REMOVED]


def _key(part: Part) -> tuple[str, str]:
    # Two answers to one step differ by their question; a heading that was reworded is still the same text.
    return (part.key, part.label) if part.key.startswith(ANSWER) else (part.key, "")


def _by_words(old: str, new: str) -> Iterator[Run]:
    for same, (before, after) in _aligned(_WORDS.findall(old), _WORDS.findall(new)):
        if same:
            yield Run(RunKind.SAME, "".join(before))
        else:
            yield Run(RunKind.REMOVED, "".join(before))
            yield Run(RunKind.ADDED, "".join(after))


def _aligned(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[bool, _Pair]]:
    """Stretches of both sides in order, each with whether it is the same on both."""
    begin = _common(old, new)
    end = _common(old[begin:][::-1], new[begin:][::-1])
    yield True, (old[:begin], new[:begin])
    middle = old[begin : len(old) - end], new[begin : len(new) - end]
    if middle[0] and middle[1]:
        if len(middle[0]) * len(middle[1]) <= MOST_PAIRS:
            yield from _each_with_each(*middle)
        else:
            yield from _between_anchors(*middle)
    else:
        yield False, middle
    yield True, (old[len(old) - end :], new[len(new) - end :])


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    """How many the two have in common from their beginning on."""
    length = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        length += 1
    return length


def _each_with_each(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[bool, _Pair]]:
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield tag == "equal", (old[a:b], new[c:d])


def _between_anchors(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[bool, _Pair]]:
    """Split at what stands exactly once on each side, in the longest common order (patience sorting)."""
    anchors = _anchors(old, new)
    if not anchors:
        yield False, (old, new)
        return
    here = there = 0
    for a, b in [*anchors, (len(old), len(new))]:
        if (here, there) < (a, b):
            yield from _aligned(old[here:a], new[there:b])
        yield True, (old[a : a + 1], new[b : b + 1])
        here, there = a + 1, b + 1


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    both = _once(old) & _once(new)
    places = {word: place for place, word in enumerate(new) if word in both}
    pairs = [(place, places[word]) for place, word in enumerate(old) if word in both]
    tops: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, there) in enumerate(pairs):
        pile = bisect_left(tops, there)
        tops[pile : pile + 1] = [there]
        last[pile : pile + 1] = [number]
        before.append(last[pile - 1] if pile else -1)
    chain = []
    number = last[-1] if last else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def _once(units: Sequence[str]) -> set[str]:
    return {unit for unit, count in Counter(units).items() if count == 1}


def _tidy(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Runs as people read them: a space between two changes belongs to both, neighbours are joined."""
    runs = [run for run in runs if run.text]
    loose = []
    for place, run in enumerate(runs):
        between = 0 < place < len(runs) - 1 and all(
            runs[side].kind is not RunKind.SAME for side in (place - 1, place + 1)
        )
        if run.kind is RunKind.SAME and between and run.text.isspace() and "\n" not in run.text:
            loose += [Run(RunKind.REMOVED, run.text), Run(RunKind.ADDED, run.text)]
        else:
            loose.append(run)
    tidy: list[Run] = []
    for same, group in groupby(loose, key=lambda run: run.kind is RunKind.SAME):
        stretch = list(group)
        kinds = (RunKind.SAME,) if same else (RunKind.REMOVED, RunKind.ADDED)
        for kind in kinds:
            text = "".join(run.text for run in stretch if run.kind is kind)
            if text:
                tidy.append(Run(kind, text))
    return tuple(tidy)
