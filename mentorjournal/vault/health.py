"""What a look at a vault's state comes to: plain sentences, each with what to do where something is to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much a remark asks for: nothing, to be known, or to be acted on."""

    GOOD = "good"
    NOTE = "note"
    ACT = "act"


class About(StrEnum):
    """What a remark is about, in the order in which it is told."""

    KEYS = "keys"
    JOURNALS = "journals"
    BACKUPS = "backups"
    PLACE = "place"
    PROGRAM = "program"

    @property
    def label(self) -> str:
        return self.value.capitalize()


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing that was looked at. Nothing in it is private: counts, sizes, days, never a name or path."""

    about: About
    level: Level
    says: str
    do: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """All that was seen. *opened* says whether the vault's keys were at hand for it."""

    remarks: tuple[Remark, ...]
    opened: bool

    @property
    def needs_acting(self) -> bool:
        return any(one.level is Level.ACT for one in self.remarks)

    def on(self, about: About) -> tuple[Remark, ...]:
        return tuple(one for one in self.remarks if one.about is about)


def told(bytes_: int) -> str:
    """A size as people say it."""
    size, units = float(bytes_), ("bytes", "KiB", "MiB", "GiB", "TiB")
    for unit in units:
        if size < 1024 or unit == units[-1]:
            break
        size /= 1024
    return f"{size:.0f} {unit}" if unit == "bytes" or size >= 10 else f"{size:.1f} {unit}"


def many(number: int, one: str, more: str = "") -> str:
    """A count with its noun: “1 journal”, “2 journals”."""
    return f"{number:,} {one if number == 1 else more or f'{one}s'}"


def in_order(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """As they are told: by what they are about, otherwise as they came."""
    places = list(About)
    return tuple(sorted(remarks, key=lambda one: places.index(one.about)))
