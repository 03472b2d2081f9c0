"""One requirement: its number, its words, and what looks whether a file meets it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.pdf.ua.walk import Walked

Look = Callable[[Walked], Iterator[str]]


@dataclass(frozen=True)
class Requirement:
    """*number* is that of the Matterhorn Protocol; those with “MJ” before it are our own and go further."""

    number: str
    words: str
    look: Look

    def complaints(self, walked: Walked) -> list[str]:
        return list(self.look(walked))


FOUND: list[Requirement] = []


def requires(number: str, words: str) -> Callable[[Look], Look]:
    def keep(look: Look) -> Look:
        FOUND.append(Requirement(number, words, look))
        return look

    return keep
