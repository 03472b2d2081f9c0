"""Places in a list that people order: whole numbers with gaps, so that moving one thing moves one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

GAP = 1024


def in_this_order(places: Sequence[int]) -> list[int]:
    """Rising places for things that stand in this order now and had *places* before. Those that rise already
    keep theirs, as many as can; only where a gap is full does everything get a new place.
    """
    kept = _longest_rising(places)
    new = list(places)
    for before, after in pairwise([-1, *kept, len(places)]):
        count = after - before - 1
        if not count:
            continue
        if before < 0:
            first, step = places[after] - GAP * count, GAP
        elif after == len(places):
            first, step = places[before] + GAP, GAP
        else:
            step = (places[after] - places[before]) // (count + 1)
            first = places[before] + step
        if not step:
            return [GAP * number for number in range(len(places))]
        new[before + 1 : after] = [first + step * number for number in range(count)]
    return new


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    """Where the longest rising row of *numbers* stands in them."""
    ends: list[int] = []  # the lowest end of a row of each length
    at: list[int] = []
    earlier: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_left(ends, number)
        earlier.append(at[length - 1] if length else -1)
        ends[length : length + 1] = [number]
        at[length : length + 1] = [place]
    found: list[int] = []
    place = at[-1] if at else -1
    while place >= 0:
        found.append(place)
        place = earlier[place]
    return found[::-1]
