"""Chance that is drawn from given bytes, so that a fuzzer may steer what a random generator would decide."""

from __future__ import annotations

import random
from typing import Any

MOST_BYTES = 256
"""Enough for the decisions that make nearly every hostile file."""

_AS_THEY_ARE = 32
"""Up to so many bytes that end up in a file come from the fuzzer itself, which remembers what is compared."""


class FromBytes(random.Random):
    """Each draw takes the next of the bytes; when they are used up, a generator goes on, always the same.

    So a changed byte changes one decision and leaves the others, and a fuzzer can keep what it has learnt.
    """

    def __new__(cls, data: bytes) -> FromBytes:
        return super().__new__(cls)

    def __init__(self, data: bytes) -> None:
        super().__init__(0)
        self._data = data
        self._at = 0

    @property
    def used(self) -> bytes:
        """All that mattered: what follows was not looked at."""
        return self._data[: self._at]

    def random(self) -> float:
        return self.getrandbits(16) / 2**16

    def getrandbits(self, k: int, /) -> int:
        end = self._at + (k + 7) // 8
        if end > len(self._data):
            self._at = len(self._data)
            return super().getrandbits(k)
        taken = self._data[self._at : end]
        self._at = end
        return int.from_bytes(taken, "little") & ((1 << k) - 1)

    def _randbelow(self, n: int) -> int:
        # The usual way draws again when a number is too large, and all later decisions would get other bytes.
        return self.getrandbits(max(n - 1, 1).bit_length()) % n

    def randbytes(self, n: int) -> bytes:
        if n <= _AS_THEY_ARE:
            return self.getrandbits(8 * n).to_bytes(n, "little")
        return random.Random(self.getrandbits(32)).randbytes(n)

    def __reduce__(self) -> Any:
        raise TypeError("the bytes are what is passed on")


def seed(where: str, number: int, case: int) -> bytes:
    """The bytes of one case of the format *where*: the quick profile tries it, the full one begins there."""
    return random.Random(f"{where} {number} {case}").randbytes(MOST_BYTES)
