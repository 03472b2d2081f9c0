"""Names for files, from codenames and days alone: a title or a partner's name never becomes one."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

# What one system or another takes for something else than a letter of a name.
_NEVER = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def folder_name(codename: str, taken: set[str]) -> str:
    """A name that every system takes and that is none of *taken*, however spelt; it is added to them."""
    name = _NEVER.sub("-", codename).strip(" .") or "journal"
    name = f"{name}-" if _RESERVED.fullmatch(name) else name
    return _free(name, lambda number: f"{name} {number}", taken)


class Days:
    """Files of one folder, each by its day: “2026-03-01”, and “2026-03-01_2” for the second."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def name(self, day: date, more: str = "") -> str:
        name = f"{day.isoformat()}-{more}" if more else day.isoformat()
        return _free(name, lambda number: f"{name}_{number}", self._taken)


def _free(name: str, numbered: Callable[[int], str], taken: set[str]) -> str:
    chosen, number = name, 1
    while chosen.casefold() in taken:
        number += 1
        chosen = numbered(number)
    taken.add(chosen.casefold())
    return chosen
