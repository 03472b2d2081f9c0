"""What becomes of a passphrase: one spelling, an honest word on its strength, and how slowly it is turned."""

from __future__ import annotations

import os
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from mentorjournal.errors import EmptyPassphrase, InvalidInput
from mentorjournal.storage.keyspec import wipe
from mentorjournal.vault.sealing import (
    FLOOR,
    MOST_MEMORY_KIB,
    MOST_WORK_KIB,
    SALT_BYTES,
    Cost,
    stretch,
)

_MEASURED_SIGNS = 72  # the estimator gets slow beyond, and no passphrase of that length is weak for its end
_SHORTEST_SECONDS, _WANTED_SECONDS, _LONGEST_SECONDS = 0.5, 0.7, 1.0
_MEMORY_STEP_KIB = 16 * 1024


def normalised(passphrase: str) -> bytearray:
    """Return the bytes a passphrase stands for, the same however its accents were typed.

    The caller wipes them. Raises EmptyPassphrase, or InvalidInput for what is no text.
    """
    if not passphrase:
        raise EmptyPassphrase
    try:
        return bytearray(unicodedata.normalize("NFKC", passphrase), "utf-8")
    except UnicodeEncodeError:
        raise InvalidInput("The passphrase holds a broken character. Type it again.") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """How a passphrase would stand up to guessing: 0 (at once) to 4 (not in a lifetime), and what to do."""

    score: int
    advice: tuple[str, ...]


def strength(passphrase: str) -> Strength:
    """Estimate a passphrase's strength, on this machine and without any word list from elsewhere."""
    if not passphrase:
        return Strength(score=0, advice=("Several unrelated words make a good passphrase.",))
    from zxcvbn import zxcvbn  # its word lists take a moment to load

    found = zxcvbn(unicodedata.normalize("NFKC", passphrase)[:_MEASURED_SIGNS])
    feedback = found["feedback"]
    said = [feedback["warning"], *feedback["suggestions"]]
    return Strength(
        score=int(found["score"]),
        advice=tuple(sentence if sentence.endswith(".") else f"{sentence}." for sentence in said if sentence),
    )


def calibrated(clock: Callable[[], float] = time.perf_counter) -> Cost:
    """Find the cost that takes this machine 0.5 to 1 second, never below the floor."""
    cost = FLOOR
    for _ in range(4):
        seconds = _seconds_for(cost, clock)
        if _SHORTEST_SECONDS <= seconds <= _LONGEST_SECONDS or (seconds > _LONGEST_SECONDS and cost == FLOOR):
            return cost
        cost = _scaled(cost, _WANTED_SECONDS / max(seconds, 0.001))
    return cost


def _scaled(cost: Cost, factor: float) -> Cost:
    """Ask for more memory first, and for more passes when the machine has no more to give."""
    work = min(cost.memory_kib * cost.passes * factor, MOST_WORK_KIB)
    memory = int(work / FLOOR.passes) // _MEMORY_STEP_KIB * _MEMORY_STEP_KIB
    memory = max(FLOOR.memory_kib, min(memory, _most_memory_kib()))
    passes = max(FLOOR.passes, min(100, int(work / memory)))
    return Cost(memory_kib=memory, passes=passes, lanes=FLOOR.lanes)


def _most_memory_kib() -> int:
    """A quarter of the machine's memory, and a gigabyte at most: the vault may be opened on a smaller one."""
    try:
        all_kib = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 1024
    except (AttributeError, ValueError, OSError):
        return MOST_MEMORY_KIB // 4
    return max(FLOOR.memory_kib, min(MOST_MEMORY_KIB, all_kib // 4))


def _seconds_for(cost: Cost, clock: Callable[[], float]) -> float:
    start = clock()
    wipe(stretch(bytearray(b"calibration"), bytes(SALT_BYTES), cost))
    return clock() - start
