"""Timing in pairs: ours and the plain thing in turn, so that a slow moment of the machine strikes both."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table. Times are milliseconds; *ratio* is the median of the pairs' ratios."""

    what: str
    ours: float
    plain: float | None = None
    ratio: float | None = None
    aim: str = ""
    unit: str = "ms"

    def text(self) -> str:
        plain = f"{self.plain:10.3f}" if self.plain is not None else " " * 10
        ratio = f"{self.ratio:6.2f}" if self.ratio is not None else " " * 6
        return f"{self.what:<58} {self.ours:10.3f} {plain} {ratio}  {self.unit:<5} {self.aim}"


HEAD = f"{'':<58} {'ours':>10} {'plain':>10} {'ratio':>6}  {'unit':<5} aim"


def seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def pairs(
    what: str, ours: Callable[[], object], plain: Callable[[], object], *, rounds: int, aim: str = ""
) -> Row:
    """Run both in turn, the order changing, after one round that does not count."""
    ours(), plain()
    found: list[tuple[float, float]] = []
    for number in range(rounds):
        if number % 2:
            second = seconds(plain)
            found.append((seconds(ours), second))
        else:
            first = seconds(ours)
            found.append((first, seconds(plain)))
    return Row(
        what=what,
        ours=statistics.median(o for o, _ in found) * 1e3,
        plain=statistics.median(p for _, p in found) * 1e3,
        ratio=statistics.median(o / p for o, p in found),
        aim=aim,
    )
