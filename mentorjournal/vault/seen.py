"""How far a vault had come when it was last used on this machine, so that an older one put back whole shows.

All its files agree with each other then; only something outside of the vault can remember more. That is the
window's settings file: a mark that says nothing, two counts and a day. The mark is of the vault, of the line
of copies that it stands in, and of its place, so that a copy that is used elsewhere counts for itself, and so
does a vault that was restored from a backup: its line begins anew.

The key file counts its own changes, and while that count stands the journals are the same ones, whose changes
only grow in number. So the two counts together never go back, and the vault needs no count of its own.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mentorjournal.storage.index import Index
from mentorjournal.vault.keyfile import KeyFile

LINE = "line of copies"
"""The index's setting that a restored vault has, and no other."""

MOST = 8
"""Vaults of which it is remembered: those used last."""

_WRITTEN = re.compile(r"([0-9a-f]{32}):(\d{1,15}):(\d{1,15}):(\d{4}-\d\d-\d\d)", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """How far a vault had come. *changes* are those of all its journals; None where not all are known."""

    mark: str
    keys: int
    changes: int | None
    day: date

    def is_older_than(self, other: Seen) -> bool:
        if self.mark != other.mark:
            return False
        if self.keys != other.keys or self.changes is None or other.changes is None:
            return self.keys < other.keys
        return self.changes < other.changes


def look(folder: Path, keys: KeyFile, index: Index, day: date) -> Seen:
    """How far the vault in *folder* has come by *day*."""
    cards = {card.id: card for card in index.cards()}
    listed = [cards.get(id) for id in keys.journals()]
    known = [card.generation for card in listed if card is not None and not card.unknown]
    return Seen(
        mark=_mark(folder, keys, index),
        keys=keys.generation,
        changes=sum(known) if len(known) == len(listed) else None,
        day=day,
    )


def begin_line(index: Index) -> None:
    """Let a vault that was made from another one count for itself from now on."""
    index.put_setting(LINE, secrets.token_hex(16))


def older_than(now: Seen, remembered: str) -> Seen | None:
    """What was seen here before, when *now* is an older copy of that."""
    return next((one for one in _read(remembered) if now.is_older_than(one)), None)


def remember(now: Seen, remembered: str) -> str:
    """The same with *now* in it. Where not all is known of the journals, what was known stays."""
    if now.changes is None:
        return remembered
    others = [one for one in _read(remembered) if one.mark != now.mark]
    return " ".join(f"{one.mark}:{one.keys}:{one.changes}:{one.day}" for one in [*others, now][-MOST:])


def remembered_in(text: object) -> str:
    """What of a settings file's word makes sense."""
    return " ".join(found.group() for found in _WRITTEN.finditer(text)) if isinstance(text, str) else ""


def _read(remembered: str) -> Iterable[Seen]:
    for found in _WRITTEN.finditer(remembered):
        mark, keys, changes, day = found.groups()
        try:
            yield Seen(mark=mark, keys=int(keys), changes=int(changes), day=date.fromisoformat(day))
        except ValueError:  # the 31st of February
            continue


def _mark(folder: Path, keys: KeyFile, index: Index) -> str:
    parts = ("mentor journal: seen", keys.vault, str(index.setting(LINE, "")), str(folder.resolve()))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:32]
