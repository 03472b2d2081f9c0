"""The disk fills up: while somebody writes, and in the middle of everything else that there is to do."""

from __future__ import annotations

import random
from pathlib import Path

from tests.faults.full_disk import sit_to_the_brim
from tests.faults.operations import OPERATIONS
from tests.faults.refusing import Case, Seen, try_cases
from tests.faults.shim import NEEDS, compiler, under_shim
from tests.faults.trial import Outcome, Profile, Trial

MOST_ROOM = 1_500_000
"""Bytes: more than any of the operations takes."""


def run(profile: Profile, folder: Path) -> Outcome:
    if compiler() is None:
        return Outcome(0, "acts on a full disk", needs=NEEDS)
    rounds, of_each = profile.pick(quick=1, full=40), profile.pick(quick=3, full=40)
    tried, short = under_shim(folder, sit_to_the_brim, folder, rounds, profile.seed)
    (folder / "operations").mkdir()
    each = profile.pick(quick=4, full=1)
    seen = under_shim(folder, fill_in_the_middle, folder / "operations", of_each, each, profile.seed)
    reached = [one for one in seen if one.ended != "unreached"]
    refused = sum(one.ended.startswith("refused") for one in reached)
    return Outcome(
        tried=tried.total() + len(reached),
        unit="acts on a full disk",
        short=(*short, *(f"{one.case}: {one.problem}" for one in reached if one.problem)),
        beside=f"{rounds} sittings to the brim of 8 MB with {tried['save']:,} saves;"
        f" {len(reached):,} operations in whose middle it filled, {refused:,} refused in words",
    )


def fill_in_the_middle(folder: Path, of_each: int, every: int, seed: int) -> list[Seen]:
    """Under the shim: *every* so many an operation, so often with any amount of room, too little for most."""

    def chosen(operation: str, trace: str) -> list[Case]:
        chance = random.Random(f"{seed} {operation}")
        rooms = (int(MOST_ROOM ** chance.random()) - 1 for _ in range(of_each))
        return [Case(operation, 0, "w", 0, False, False, chance.random() < 0.5, room=room) for room in rooms]

    return try_cases(folder, chosen, OPERATIONS[::every])


TRIALS = (
    Trial(
        name="fulldisk",
        promise="on a full disk saves are refused in words; deleting, exporting and locking go on",
        run=run,
    ),
)
