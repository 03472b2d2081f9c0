"""What a trial is: one promise, how often it was tried, and every case in which it fell short."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Profile:
    """How much is tried: *quick* within a test run, *full* when somebody wants to know."""

    name: str
    seed: int
    corpus: Path | None = None
    """Where fuzzers keep what they found worth keeping, and begin from the next time."""

    def pick(self, *, quick: int, full: int) -> int:
        """How many cases to try."""
        return full if self.name == "full" else quick


@dataclass(frozen=True, slots=True)
class Outcome:
    """*tried* counts cases, *unit* says of what; *short* has a sentence for each that went wrong.

    A machine that lacks something says so in *needs* and has tried nothing: that is no success.
    """

    tried: int
    unit: str
    short: tuple[str, ...] = ()
    beside: str = ""
    """Figures worth knowing: the slowest, the largest, how many of which kind."""
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Trial:
    """A row of the table. *promise* says what must hold, in the words of the safety page."""

    name: str
    promise: str
    run: Callable[[Profile, Path], Outcome]
    """Gets an empty folder of its own."""
    room: str = "core"
    """"core" or "window": which half of the program is tried."""
