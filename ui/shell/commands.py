"""Everything that can be done from the keyboard, by name, and how typed letters find it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """*name* is what the palette shows, *key* the shortcut as Qt reads it, *keywords* other words for it.
    *bound* is False where a page binds the key itself, because it is meant there alone.
    """

    name: str
    run: Callable[[], None]
    key: str = ""
    keywords: str = ""
    bound: bool = True


def matching(typed: str, commands: Sequence[Command]) -> list[Command]:
    """The commands that fit what was typed, best first; all of them in their own order for nothing typed."""
    wanted = fold(typed)
    if not wanted:
        return list(commands)
    scored = [
        (rank, place, command) for place, command in enumerate(commands) if (rank := _rank(wanted, command))
    ]
    return [command for _, _, command in sorted(scored, key=lambda item: (-item[0], item[1]))]


def fold(text: str) -> str:
    """Small letters without accents, one space between words."""
    plain = "".join(part for part in unicodedata.normalize("NFKD", text) if not unicodedata.combining(part))
    return " ".join(plain.casefold().split())


def _rank(wanted: str, command: Command) -> int:
    name = fold(command.name)
    if name.startswith(wanted):
        return 5
    words = name.split()
    if any(word.startswith(wanted) for word in words):
        return 4
    if wanted in name:
        return 3
    both = f"{name} {fold(command.keywords)}"
    if all(part in both for part in wanted.split()):
        return 2
    return 1 if len(wanted) > 1 and _in_order(wanted.replace(" ", ""), name) else 0


def _in_order(letters: str, name: str) -> bool:
    rest = iter(name)
    return all(letter in rest for letter in letters)
