"""The printed recovery code: long enough to need no stretching, and able to say where it was mistyped."""

from __future__ import annotations

import re
import secrets
import unicodedata

from mentorjournal.errors import MistypedRecoveryCode
from mentorjournal.storage.keyspec import wipe

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # 31 signs, no 0 O 1 I L; 31 is prime, which the check needs
GROUPS = 9
GROUP_LENGTH = 5  # four random signs and a check sign: 9 × 4 × log2(31) = 178 bits
_SEPARATORS = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\ufeff\-_.,:;/\u2010-\u2015\u2212]+")


class RecoveryCode:
    """A recovery code. Shows itself only through `groups()`, never in a log or a traceback."""

    __slots__ = ("_signs",)

    def __init__(self, signs: bytearray) -> None:
        self._signs = signs

    @classmethod
    def make(cls) -> RecoveryCode:
        signs = bytearray()
        for number in range(1, GROUPS + 1):
            values = [secrets.randbelow(len(ALPHABET)) for _ in range(GROUP_LENGTH - 1)]
            values.append(_check_value(values, number))
            signs += "".join(ALPHABET[value] for value in values).encode()
        return cls(signs)

    @classmethod
    def parse(cls, typed: str) -> RecoveryCode:
        """Read a code as people type it: any case, spaces, hyphens, or none of them.

        Raises MistypedRecoveryCode with the first group (counted from 1) that cannot be right.
        """
        text = unicodedata.normalize("NFKC", typed).upper()
        pieces = [piece for piece in _SEPARATORS.split(text) if piece]
        signs = "".join(pieces)
        in_groups = len(pieces) > 1 and all(len(piece) <= GROUP_LENGTH + 1 for piece in pieces)
        if not (in_groups and len(pieces) == GROUPS):
            pieces = [signs[at : at + GROUP_LENGTH] for at in range(0, len(signs), GROUP_LENGTH)]
        for number, piece in enumerate(pieces[:GROUPS], start=1):
            if not _fits(piece, number):
                raise MistypedRecoveryCode(number)
        if len(pieces) != GROUPS:
            raise MistypedRecoveryCode(min(len(pieces) + 1, GROUPS))
        return cls(bytearray(signs, "ascii"))

    def groups(self) -> tuple[str, ...]:
        """Return the code as it is printed."""
        text = self._signs.decode()
        return tuple(text[at : at + GROUP_LENGTH] for at in range(0, len(text), GROUP_LENGTH))

    def secret(self) -> bytearray:
        """Return what the key is derived from; the caller wipes it."""
        return bytearray(
            sign for place, sign in enumerate(self._signs) if place % GROUP_LENGTH != GROUP_LENGTH - 1
        )

    def wipe(self) -> None:
        wipe(self._signs)

    def __repr__(self) -> str:
        return "<RecoveryCode>"


def _fits(group: str, number: int) -> bool:
    if len(group) != GROUP_LENGTH or any(sign not in ALPHABET for sign in group):
        return False
    values = [ALPHABET.index(sign) for sign in group]
    return _check_value(values[:-1], number) == values[-1]


def _check_value(values: list[int], number: int) -> int:
    """Return the check sign's value for the group *number*.

    Every sign has its own weight modulo a prime, so any one wrong sign and any two exchanged ones show;
    the group's number takes part, so two exchanged groups show too.
    """
    total = sum(weight * value for weight, value in enumerate(values, start=2)) + 7 * number
    return -total % len(ALPHABET)
