"""A small vault for trials that open it thousands of times, and all that it says."""

from __future__ import annotations

import contextlib
import hashlib
import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from mentorjournal.errors import WrongRecoveryCode
from mentorjournal.journal.journal import NEWEST_SCHEMA, Journal
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.goal import Goal
from mentorjournal.model.ids import new_block_id, new_entry_id
from mentorjournal.model.query import parse
from mentorjournal.model.reflection import LearningPoint, Reflection
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.session import NoteBlock, Session
from mentorjournal.model.words import RelationshipType, Role, SessionStatus, Visibility
from mentorjournal.vault import keyfile
from mentorjournal.vault.sealing import FLOOR, Cost, stretch
from mentorjournal.vault.vault import Vault
from tests.data.vaults.content import DAY, NOUNS, clock, plain

PASSPHRASE, NEXT = "Grüße aus Ōsaka 7", "another passphrase 8"
LONG = "There was more to say of this than would go on one page of the file. " * 120

KNOWN = frozenset(
    {"vault.keys", "vault.keys.copy", "index.mjdb", "journals", "reserve", "vault.lock", "backups"}
)


@dataclass(frozen=True, slots=True)
class Secrets:
    """What opens a vault."""

    passphrase: str
    code: str


def derive_each_key_once() -> None:
    """Let this process stretch no passphrase twice: the same keys, without the wait of each case.

    For that the slots' salts stay the same. Everything else is as random as ever.
    """
    remembered: dict[tuple[bytes, bytes, Cost], bytes] = {}

    def stretched(secret: bytearray, salt: bytes, cost: Cost) -> bytearray:
        known = (bytes(secret), salt, cost)
        if known not in remembered:
            remembered[known] = bytes(stretch(secret, salt, cost))
        return bytearray(remembered[known])

    keyfile.stretch = stretched
    keyfile.secrets = SimpleNamespace(  # type: ignore[assignment]
        token_bytes=lambda size: b"salt".ljust(size, b"."), token_hex=secrets.token_hex
    )


def relationship(codename: str) -> Relationship:
    return Relationship(codename=codename, my_role=Role.MENTOR, type=RelationshipType.INFORMAL)


def reflection(title: str, words: str) -> Reflection:
    return Reflection(id=new_entry_id(), day=DAY, title=title, text=from_plain(words))


def build(folder: Path, *, backed_up: bool = False) -> Secrets:
    """Make the vault with two journals in it."""
    vault, code = Vault.create(folder, PASSPHRASE, cost=FLOOR)
    shelf = Shelf(vault, clock=clock)
    for codename in ("Heron", "Plover"):
        fill(shelf.add(relationship(codename)).journal, codename)
    shelf.set_setting("place", {"typed": "half a sentence"})
    if backed_up:
        shelf.back_up()
    shelf.close()
    return Secrets(PASSPHRASE, "-".join(code.groups()))


def fill(journal: Journal, codename: str) -> None:
    journal.reflections.add(reflection("Long", f"{codename}: {LONG}"))
    journal.reflections.add(reflection("Short", f"{codename} wrote a little"))
    block = NoteBlock(id=new_block_id(), text=from_plain(f"{codename} said that it went well"))
    journal.sessions.add(
        Session(
            id=new_entry_id(), day=DAY, status=SessionStatus.HELD, title="First", minutes=50, blocks=(block,)
        )
    )
    journal.goals.add(Goal(id=new_entry_id(), day=DAY, title="Speak up", visibility=Visibility.SUMMARY_OK))
    journal.learning_points.add(
        LearningPoint(
            id=new_entry_id(), day=DAY, text="Ask before advising", visibility=Visibility.SUMMARY_OK
        )
    )


def by_title(journal: Journal, title: str) -> Reflection:
    return next(value for value in journal.reflections.all() if value.title == title)


@contextlib.contextmanager
def opened(folder: Path, with_what: Secrets) -> Iterator[Shelf]:
    """The shelf, opened with the code; the passphrase has to open the vault as well."""
    with contextlib.closing(Shelf(Vault.unlock_with_code(folder, with_what.code), clock=clock)) as shelf:
        yield shelf
    Vault.unlock(folder, with_what.passphrase, read_only=True).close()


def said(shelf: Shelf, *, finds: bool = True) -> dict[str, Any]:
    """All that the vault says but for what it counts; AssertionError where anything is wrong with it."""
    journals: dict[str, Any] = {}
    for card in shelf.cards():
        journal = shelf.open(card.id).journal
        journals[card.codename] = words_of(journal)
        journals[card.codename]["card"] = [card.entries, card.sessions_held, card.goals_active]
        assert not shelf.is_older_than_remembered(card.id), "a journal is older than remembered"
        for value in journal.reflections.all()[:finds]:
            found = journal.find(parse(f'"{value.title}" kind:reflection'))
            assert found, "what is there is not found"
    findings = [f"{one.file}: {one.what}" for one in shelf.vault.verify(newest=NEWEST_SCHEMA)]
    assert findings == [], findings
    return {
        "journals": journals,
        "place": shelf.setting("place"),
        "practice": plain(list(shelf.ledger.entries())),
        "destroyed": sorted(record.codename for record in shelf.destructions().values()),
    }


def words_of(journal: Journal) -> dict[str, Any]:
    return {
        "about": plain(journal.relationship()),
        "shared": sorted(one.file_name for one in journal.shared.all()),
        **{noun: {str(v.id): plain(v) for v in getattr(journal, noun).all()} for noun in NOUNS},
    }


def said_by_backups(folder: Path, codes: tuple[str, ...]) -> list[str]:
    """The content of each whole backup, shortened to a checksum, opened with the first code that opens it."""
    return [_said_by_backup(backup, codes) for backup in sorted((folder / "backups").glob("2*"))]


_KNOWN_BACKUPS: dict[str, str] = {}


def _said_by_backup(backup: Path, codes: tuple[str, ...]) -> str:
    """As said before, where not a byte of it is another."""
    whole = hashlib.sha256(repr(codes).encode())
    for path in sorted(path for path in backup.rglob("*") if path.is_file()):
        whole.update(f"{path.name} {path.stat().st_size} ".encode() + path.read_bytes())
    if whole.hexdigest() not in _KNOWN_BACKUPS:
        _KNOWN_BACKUPS[whole.hexdigest()] = _checksum(_of_backup(backup, codes))
    return _KNOWN_BACKUPS[whole.hexdigest()]


def _of_backup(backup: Path, codes: tuple[str, ...]) -> dict[str, Any]:
    for code in codes:
        with contextlib.suppress(WrongRecoveryCode):
            vault = Vault.unlock_with_code(backup, code, read_only=True)
            with contextlib.closing(Shelf(vault, clock=clock)) as shelf:
                assert vault.verify(newest=NEWEST_SCHEMA) == [], "a backup is damaged"
                return {card.codename: words_of(shelf.open(card.id).journal) for card in shelf.cards()}
    raise AssertionError("no code opens a backup")


def _checksum(content: object) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:12]


def strangers(folder: Path) -> list[str]:
    """What lies in the vault and belongs to nothing."""
    # What the library keeps beside a file may lie there emptied, where it could not be removed.
    named = {path.name for path in (folder / "journals").iterdir()}
    journals = {name for name in named if not name.endswith((".mjdb", ".mjdb-journal"))}
    backups = {path.name for path in (folder / "backups").glob(".*")}
    return sorted(
        ({path.name for path in folder.iterdir()} - KNOWN - {"index.mjdb-journal"}) | journals | backups
    )
