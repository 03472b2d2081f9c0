"""Two groups of a recovery code, asked back from whoever is to have written it down. No Qt here."""

from __future__ import annotations

import random
from collections.abc import Sequence


class AskedBack:
    """One code, and which two of its groups are asked for: other ones each time."""

    def __init__(self, groups: Sequence[str], choice: random.Random | None = None) -> None:
        self._groups = tuple(groups)
        self._choice = choice or random.SystemRandom()
        self._asked: tuple[int, ...] = ()

    def ask(self) -> tuple[int, int]:
        """The numbers, from 1, of the two to ask for now."""
        first, second = sorted(self._choice.sample(range(len(self._groups)), 2))
        self._asked = (first, second)
        return first + 1, second + 1

    def wrong(self, first: str, second: str) -> int:
        """The number of the first group that is not as it was written; 0 where both are."""
        for place, typed in zip(self._asked, (first, second), strict=True):
            if "".join(typed.split()).upper() != self._groups[place]:
                return place + 1
        return 0
