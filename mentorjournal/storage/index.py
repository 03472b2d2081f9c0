"""The vault's own small file: one card for each journal, and the private settings.

Everything on a card can be worked out again from its journal, so a lost index is an inconvenience.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date

from mentorjournal.errors import CodenameTaken, DiskFull
from mentorjournal.model.closure import DestructionRecord
from mentorjournal.model.ids import EntryId
from mentorjournal.model.ledger import LedgerEntry
from mentorjournal.model.words import RelationshipForm, RelationshipStatus, RelationshipType, Role
from mentorjournal.storage import destructions
from mentorjournal.storage import ledger as ledger_rows
from mentorjournal.storage.connection import Connection
from mentorjournal.storage.faults import RuleBroken
from mentorjournal.storage.migrations import Step, migrate
from mentorjournal.storage.reading import reads
from mentorjournal.storage.whole import Whole, everything

INDEX_APPLICATION_ID = 0x4D4A4958  # "MJIX"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What the home page knows of a journal without opening it. Holds no person's name."""

    id: str
    codename: str = field(default="", repr=False)
    role: str = field(default="", repr=False)
    type: str = field(default="", repr=False)
    form: str = field(default="", repr=False)
    status: str = field(default="", repr=False)
    opened_on: date | None = field(default=None, repr=False)
    sessions_held: int = field(default=0, repr=False)
    sessions_planned: int = field(default=0, repr=False)
    next_session_on: date | None = field(default=None, repr=False)
    last_entry_on: date | None = field(default=None, repr=False)
    look_on: date | None = field(default=None, repr=False)
    entries: int = field(default=0, repr=False)
    goals_active: int = field(default=0, repr=False)
    actions_open: int = field(default=0, repr=False)
    generation: int = 0
    dirty: bool = False

    @property
    def unknown(self) -> bool:
        """Whether only the journal itself can say what belongs on this card."""
        return not self.codename


_COLUMNS = tuple(column.name for column in fields(Card))
_DAYS = {"opened_on", "next_session_on", "last_entry_on", "look_on"}
_KINDS = {name: type(getattr(Card(id=""), name)) for name in _COLUMNS if name not in _DAYS}


def _m001_cards_and_settings(db: Connection) -> None:
    db.run(
        """
        CREATE TABLE card (
            id TEXT PRIMARY KEY,
            codename TEXT NOT NULL,
            codename_key TEXT NOT NULL,
            role TEXT NOT NULL,
            type TEXT NOT NULL,
            form TEXT NOT NULL,
            status TEXT NOT NULL,
            opened_on TEXT,
            sessions_held INTEGER NOT NULL,
            sessions_planned INTEGER NOT NULL,
            next_session_on TEXT,
            last_entry_on TEXT,
            entries INTEGER NOT NULL,
            goals_active INTEGER NOT NULL,
            actions_open INTEGER NOT NULL,
            generation INTEGER NOT NULL,
            dirty INTEGER NOT NULL CHECK (dirty IN (0, 1))
        ) STRICT
        """
    )
    db.run("CREATE UNIQUE INDEX card_by_codename ON card (codename_key) WHERE codename_key <> ''")
    db.run(
        """
        CREATE TABLE setting (
            key TEXT PRIMARY KEY,
            value TEXT NOT NULL CHECK (json_valid(value))
        ) STRICT
        """
    )


def _m002_practice_and_destructions(db: Connection) -> None:
    ledger_rows.make_tables(db)
    destructions.make_table(db)


def _m003_day_of_looking_again(db: Connection) -> None:
    db.run("ALTER TABLE card ADD COLUMN look_on TEXT")
    # Only the journals know the day; a card that lags behind is read anew from its journal.
    db.run("UPDATE card SET dirty = 1 WHERE status = 'closed'")


INDEX_STEPS: tuple[Step, ...] = (
    _m001_cards_and_settings,
    _m002_practice_and_destructions,
    _m003_day_of_looking_again,
)


_PUT_SETTING = (
    "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
)


class Index:
    """The door to the open index."""

    def __init__(self, db: Connection) -> None:
        migrate(db, INDEX_STEPS, db.name)
        self._db = db

    def cards(self) -> tuple[Card, ...]:
        """Return every card, by codename; the unknown ones come last."""
        return _cards(self._db)

    def card(self, journal: str) -> Card | None:
        return _card_of(self._db, journal)

    def put_card(self, card: Card) -> None:
        """Keep *card* in the place of the one before. Raises CodenameTaken."""
        values = {name: getattr(card, name) for name in _COLUMNS}
        values |= {name: day.isoformat() for name in _DAYS if (day := values[name]) is not None}
        values |= {"dirty": int(card.dirty), "codename_key": codename_key(card.codename)}
        changes = ", ".join(f"{name} = excluded.{name}" for name in values if name != "id")
        try:
            self._db.run(
                f"INSERT INTO card ({', '.join(values)}) VALUES ({', '.join(f':{name}' for name in values)})"
                f" ON CONFLICT (id) DO UPDATE SET {changes}",
                values,
            )
        except RuleBroken as error:
            raise CodenameTaken(card.codename) from error

    def mark_dirty(self, journal: str) -> None:
        """Note that the card may lag behind its journal, until the next put_card."""
        self._db.run("UPDATE card SET dirty = 1 WHERE id = ? AND dirty = 0", (journal,))

    def remove_card(self, journal: str) -> None:
        self._db.run("DELETE FROM card WHERE id = ?", (journal,))

    def match(self, journals: Collection[str]) -> bool:
        """Give every one of *journals* a card, if only an unknown one, and drop the others'.

        Returns whether anything had to be changed; writes nothing when not.
        """
        there = {row[0] for row in self._db.rows("SELECT id FROM card")}
        if there == set(journals):
            return False
        with self._db.transaction():
            for journal in sorted(set(journals) - there):
                self.put_card(Card(id=journal, dirty=True))
            for journal in sorted(there - set(journals)):
                self.remove_card(journal)
        return True

    def setting(self, key: str, default: object = None) -> object:
        return _settings(self._db, key).get(key, default)

    def settings(self) -> dict[str, object]:
        return _settings(self._db)

    def put_setting(self, key: str, value: object) -> None:
        """Keep *value*, anything JSON can say, under *key*."""
        row = (key, json.dumps(value, ensure_ascii=False))
        try:
            self._db.run(_PUT_SETTING, row)
        except DiskFull:
            if self._db.when_full is None:
                raise
            self._db.run(_PUT_SETTING, row)  # room was just given back for this: locking cannot wait

    def ledger(self) -> list[LedgerEntry]:
        """Every entry of the practice ledger, earliest first."""
        return ledger_rows.all(self._db)

    def put_ledger_entry(self, entry: LedgerEntry) -> None:
        ledger_rows.save(self._db, entry)

    def change_ledger(
        self, put: Iterable[LedgerEntry], removed: Iterable[EntryId], settings: Mapping[str, object]
    ) -> None:
        """Take entries out of the ledger and put others in, and keep *settings* with it; all, or nothing."""
        with self._db.transaction():
            for id in removed:
                ledger_rows.delete(self._db, id)
            for entry in put:
                ledger_rows.save(self._db, entry)
            for key, value in settings.items():
                self.put_setting(key, value)

    def ledger_numbers(self) -> dict[str, int]:
        """The numbers given so far, by the journals that they stand for."""
        return ledger_rows.numbers(self._db)

    def ledger_number(self, journal: str) -> int:
        """The number by which the ledger knows a journal."""
        return ledger_rows.number_of(self._db, journal)

    def destructions(self) -> dict[str, DestructionRecord]:
        """What is remembered of destroyed journals, by their id, the newest first."""
        return destructions.all(self._db)

    def put_destruction(self, journal: str, record: DestructionRecord) -> None:
        destructions.save(self._db, journal, record)

    def remove_destruction(self, journal: str) -> None:
        destructions.delete(self._db, journal)

    def forget_journal(self, journal: str) -> None:
        """Drop the journal's card, what any setting keeps under its id (a place may hold words that were not
        kept yet), and what leads from the ledger to it; its hours stay.
        """
        with self._db.transaction():
            self.remove_card(journal)
            ledger_rows.forget(self._db, journal)
            for key, value in self.settings().items():
                if (left := _without(value, journal)) != value:
                    self.put_setting(key, left)

    def knows(self, journal: str) -> bool:
        """Whether there is anything here that `forget_journal` would drop."""
        return self.card(journal) is not None or any(
            _without(value, journal) != value for value in self.settings().values()
        )

    def when_full(self, tell: Callable[[], None]) -> None:
        """Have *tell* called when the disk is full, before the error is raised."""
        self._db.when_full = tell

    def everything(self) -> Iterator[Whole]:
        """All that it holds, table by table."""
        return everything(self._db)

    def copy_to(self, db: Connection) -> None:
        """Copy all of the index into *db*, a new file with the same kind of key."""
        self._db.backup_to(db)

    @property
    def is_open(self) -> bool:
        return self._db.is_open

    def check(self) -> list[str]:
        """Read every page; return what is wrong in plain words."""
        return self._db.check()

    def close(self) -> None:
        self._db.close()


def codename_key(codename: str) -> str:
    """Fold what people would call the same codename into one: case, width, spaces."""
    return " ".join(unicodedata.normalize("NFKC", codename).casefold().split())


@reads
def _cards(db: Connection) -> tuple[Card, ...]:
    rows = db.rows(f"SELECT {', '.join(_COLUMNS)} FROM card ORDER BY codename_key = '', codename_key, id")
    return tuple(_card(row) for row in rows)


@reads
def _card_of(db: Connection, journal: str) -> Card | None:
    row = db.row(f"SELECT {', '.join(_COLUMNS)} FROM card WHERE id = ?", (journal,))
    return _card(row) if row else None


@reads
def _settings(db: Connection, key: str | None = None) -> dict[str, object]:
    """Every private setting, or the one of this *key*."""
    rows = db.rows("SELECT key, value FROM setting WHERE key = ? OR ? IS NULL", (key, key))
    return {row[0]: json.loads(row[1]) for row in rows}


def _card(row: tuple[object, ...]) -> Card:
    values = dict(zip(_COLUMNS, row, strict=True))
    for name in _DAYS:
        day = values[name]
        values[name] = None if day is None else date.fromisoformat(str(day))
    values["dirty"] = bool(values["dirty"])
    # What is STRICT and NOT NULL in our tables was not for somebody who has the key and another program.
    if misfits := [name for name, kind in _KINDS.items() if not isinstance(values[name], kind)]:
        raise TypeError(misfits)
    card = Card(**values)  # type: ignore[arg-type]  # they were just looked at
    if not card.unknown:
        for kind, word in (
            (Role, card.role),
            (RelationshipType, card.type),
            (RelationshipForm, card.form),
            (RelationshipStatus, card.status),
        ):
            kind(word)  # the home page asks for it
    return card


def _without(value: object, key: str) -> object:
    """*value*, as JSON says it, without what stands under *key* in it, however deep."""
    if isinstance(value, dict):
        return {name: _without(item, key) for name, item in value.items() if name != key}
    if isinstance(value, list):
        return [_without(item, key) for item in value]
    return value
