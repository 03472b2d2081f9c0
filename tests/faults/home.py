"""A small vault with words in every noun, made once for each process, and what is to be read in it."""

from __future__ import annotations

import functools
import os
import random
import shutil
import tempfile
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.card import JournalId
from mentorjournal.model.words import SessionStatus
from mentorjournal.vault.sealing import FLOOR
from mentorjournal.vault.vault import Vault
from tests.faults.writer import NOUNS, Expected, new_entry, relationship

PASSPHRASE = "Grüße aus Ōsaka 7"
NOW = datetime(2026, 11, 26, 22, 42, 17, tzinfo=UTC)

Entries = dict[tuple[str, str], Expected]
"""By codename and noun: every entry that is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """A vault's folder and everything needed to open it."""

    folder: Path
    code: str
    passphrase: str = PASSPHRASE

    def vault(self, **how: bool) -> Vault:
        """By the code: that needs no slow derivation."""
        return Vault.unlock_with_code(self.folder, self.code, **how)

    def shelf(self, **how: bool) -> Shelf:
        return Shelf(self.vault(**how))

    def journal(self, id: str) -> Path:
        return self.folder / "journals" / f"{id}.mjdb"

    def journals(self) -> list[Path]:
        return sorted((self.folder / "journals").glob("*.mjdb"))


def home(place: Path, *, entries: int = 3) -> Home:
    """A vault of two journals and two backups at *place*, to be broken at will."""
    made = _made(entries)
    place.parent.mkdir(parents=True, exist_ok=True)
    return Home(folder=Path(shutil.copytree(made.folder, place, symlinks=True)), code=made.code)


@functools.cache
def _made(entries: int) -> Home:
    keep = tempfile.TemporaryDirectory(prefix="mentorjournal-home-")
    _KEPT.append(keep)
    folder = Path(keep.name) / "vault"
    vault, code = Vault.create(folder, PASSPHRASE, cost=FLOOR)
    shelf, chance = Shelf(vault, clock=lambda: NOW), random.Random(7)
    for codename in ("Heron", "Plover"):
        journal = shelf.add(relationship(codename)).journal
        with journal.together():
            for noun in NOUNS:
                for _ in range(entries):
                    getattr(journal, noun).add(new_entry(noun, chance))
            journal.sessions.add(
                replace(new_entry("sessions", chance), status=SessionStatus.HELD)
            )  # to share
    shelf.back_up()
    journal.topics.add(new_entry("topics", chance))
    shelf.rest()
    vault.back_up(NOW + timedelta(days=1))
    shelf.close()
    return Home(folder=folder, code="-".join(code.groups()))


_KEPT: list[tempfile.TemporaryDirectory[str]] = []


def entries_in(shelf: Shelf, id: JournalId) -> dict[str, Expected]:
    """Every entry of one journal, by noun."""
    journal = shelf.open(id).journal
    return {noun: {value.id: value for value in getattr(journal, noun).all()} for noun in NOUNS}


def kept(shelf: Shelf) -> Entries:
    """Every entry there is."""
    return {
        (card.codename, noun): values
        for card in shelf.cards()
        for noun, values in entries_in(shelf, card.id).items()
    }


def by_journal(at: Home) -> dict[JournalId, dict[str, Expected]]:
    """Every entry there is, by the journal's id."""
    shelf = at.shelf()
    try:
        return {card.id: entries_in(shelf, card.id) for card in shelf.cards()}
    finally:
        shelf.close()


def apply(entries: Entries, codename: str, noun: str, expected: Expected) -> None:
    """Let *entries* be what they are after an act."""
    for id, value in expected.items():
        if value is None:
            entries[codename, noun].pop(id)
        else:
            entries[codename, noun][id] = value


def empty_entries() -> Entries:
    return defaultdict(dict)


class Snapshot:
    """Every file below a folder as it is now, to tell what was changed and to put it back."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = _files(folder)

    def changed(self, *, besides: tuple[str, ...] = ()) -> list[str]:
        """What is there, gone or other now, by its path. *besides* are names that do not matter."""
        now = _files(self._folder)
        names = {*now, *self._files}
        return sorted(
            name
            for name in names
            if now.get(name) != self._files.get(name) and Path(name).name not in besides
        )

    def put_back(self) -> None:
        for name in self.changed():
            remove(self._folder / name)
        for name, what in self._files.items():
            path = self._folder / name
            if what == "folder":
                path.mkdir(mode=0o700, exist_ok=True)
            elif not path.exists():
                path.write_bytes(what)
                path.chmod(0o400 if name.startswith("backups/") else 0o600)


def remove(path: Path) -> None:
    """Whatever it is, and whether it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _files(folder: Path) -> dict[str, Any]:
    """By path: the bytes of a file, where a link leads to, or that it is a folder."""
    found: dict[str, Any] = {}
    for root, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = Path(root) / name
            key = path.relative_to(folder).as_posix()
            if path.is_symlink():
                found[key] = f"leads to {path.readlink()}"
            elif path.is_dir():
                found[key] = "folder"
            elif path.is_file():
                found[key] = path.read_bytes()
            else:
                found[key] = "no file"
    return dict(sorted(found.items()))
