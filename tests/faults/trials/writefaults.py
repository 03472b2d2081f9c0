"""Every write, sync, rename, removal, cutting and opening of every operation fails, one after the other."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.faults.operations import OPERATIONS, Operation
from tests.faults.refusing import Case, Seen, cases_of, try_cases
from tests.faults.shim import NEEDS, compiler, under_shim
from tests.faults.trial import Outcome, Profile, Trial

QUICK_CASES = 3
"""Of each operation."""


def run(profile: Profile, folder: Path) -> Outcome:
    if compiler() is None:
        return Outcome(0, "refused calls", needs=NEEDS)
    of_each = profile.pick(quick=QUICK_CASES, full=0)
    shares = profile.pick(quick=1, full=os.cpu_count() or 1)

    def share(number: int) -> list[Seen]:
        place = folder / str(number)
        place.mkdir()
        operations = OPERATIONS[number::shares]
        return under_shim(place, try_all, place, operations, of_each, profile.seed)

    with ThreadPoolExecutor(shares) as pool:
        return outcome_of([one for part in pool.map(share, range(shares)) for one in part])


def try_all(folder: Path, operations: Sequence[Operation], of_each: int, seed: int) -> list[Seen]:
    """Under the shim: *of_each* operation so many cases, or all of them for 0."""

    def chosen(operation: str, trace: str) -> list[Case]:
        chance = random.Random(f"{seed} {operation}")
        cases = cases_of(operation, trace, chance)
        return chance.sample(cases, min(of_each, len(cases))) if of_each else cases

    return try_cases(folder, chosen, operations)


def outcome_of(seen: list[Seen]) -> Outcome:
    reached = [one for one in seen if one.ended != "unreached"]
    said = Counter(one.ended for one in reached)
    beside = f"{said['done']:,} went on all the same, {said['refused']:,} refused in words"
    if came := sum(one.came_to_be for one in reached):
        beside += f", of which {came:,} are there after all"
    operations = len({one.case.operation for one in reached})
    return Outcome(
        tried=len(reached),
        unit=f"refused calls of {operations} operations",
        short=tuple(f"{one.case}: {one.problem}" for one in reached if one.problem),
        beside=beside,
    )


TRIALS = (
    Trial(
        name="writefaults",
        promise="a refused write leaves the old state or the new one, and says so; the next try succeeds",
        run=run,
    ),
)
